"""Everything that opens something: passphrases, cards, codes, keys, a council's sign-on."""

from dataclasses import dataclass, field
from uuid import uuid4

import pyotp
from flask.testing import FlaskClient

from cadair.access.actor import STAFF
from cadair.foundation.clock import now
from cadair.people import actions as people
from cadair.people.models import CouncilSubject, Passkey
from cadair.people.rules.sign_on import SignOn
from tests.backend.contributions.conftest import NOW, World
from tests.conftest import browser
from tests.security.canaries.words import canary


@dataclass
class Opens:
    """What was given out, and opens something: none of it is anybody else's, nor kept as it is."""

    secrets: dict[str, str] = field(default_factory=dict)

    def cookies(self, who: str, client: FlaskClient) -> None:
        for cookie in client._cookies.values():
            self.secrets[f"{who}'s {cookie.key}"] = cookie.value


def come_in(world: World) -> Opens:
    """Ada by a card and her passphrase, Priya by codes; a card lies ready for Dad."""
    opens = Opens()
    _by_card(world, opens, "Ada")
    _by_card(world, opens, "Mum")
    _card(world, opens, "Dad")
    _enrol_priya(world, opens)
    _say_where_to_tell(world)
    with world.inside() as session:
        people.set_passphrase(
            session,
            person_id=world.ids["Boss"],
            passphrase=f"{canary('boss.passphrase')} kettle galaxy",
            now=NOW,
        )
        session.add(
            Passkey(
                id=uuid4(), person_id=world.ids["Ada"], credential=uuid4().bytes,
                public_key=b"half of it", used_count=0, transports=[],
                name=canary("ada.passkey_name"), added_at=NOW,
            )
        )  # fmt: skip
        session.add(
            CouncilSubject(person_id=world.ids["Omar"], subject=canary("omar.council_subject"))
        )
        people.set_sign_on(
            session,
            council_id=world.council_id,
            sign_on=SignOn(
                issuer=f"https://{canary('sign_on.issuer').lower()}.example",
                client_id=canary("sign_on.client_id"),
                secret=canary("sign_on.secret"),
                acr=(),
                amr=("mfa",),
            ),
        )
    return opens


def _say_where_to_tell(world: World) -> None:
    address = f"{canary('ada.notice_address')}@mail.example"
    given = world.sign_in("Ada").put(
        "/api/my/notices/contact", json={"kind": "email", "address": address}
    )
    assert given.status_code == 200, given.text


def _card(world: World, opens: Opens, who: str) -> str:
    path = f"/api/people/{world.ids[who]}/cards/{uuid4()}"
    card = world.sign_in("Priya").put(path).json
    token: str = card["link"].partition("#")[2]
    opens.secrets[f"{who}'s card"] = token
    opens.secrets[f"words of {who}'s card"] = "-".join(card["words"])
    return token


def _by_card(world: World, opens: Opens, who: str) -> None:
    phone = browser(world.app)
    passphrase = f"{canary(f'{who.lower()}.passphrase')} kettle galaxy"
    used = phone.post(
        "/api/cards/use", json={"card": _card(world, opens, who), "passphrase": passphrase}
    )
    assert used.status_code == 200, used.text
    opens.cookies(who, phone)
    opens.secrets[f"{who}'s page"] = used.headers["Cadair-Page"]
    opens.secrets[f"{who}'s device key"] = phone.get("/api/me/device-key").json["key"]


def _enrol_priya(world: World, opens: Opens) -> None:
    client = browser(world.app)
    passphrase = f"{canary('priya.passphrase')} kettle galaxy"
    with world.inside() as session:
        people.set_passphrase(session, person_id=world.ids["Priya"], passphrase=passphrase, now=NOW)
    who = f"{canary('priya.email')}@council.example"
    said = client.post("/api/sign-in", json={"who": who, "passphrase": passphrase})
    assert said.status_code == 202, said.text
    secret = client.post("/api/me/authenticator").json["secret"]
    code = pyotp.TOTP(secret).at(now())
    confirmed = client.put("/api/me/authenticator", json={"code": code})
    assert confirmed.status_code == 200, confirmed.text
    opens.secrets["Priya's authenticator"] = secret
    for number, each in enumerate(confirmed.json["recovery_codes"]):
        opens.secrets[f"Priya's recovery code {number}"] = each
    opens.cookies("Priya", client)
    assert world.jobs["Priya"] in STAFF
