"""A council's own single sign-on, against a real provider on this machine."""

import warnings
from collections.abc import Iterator
from datetime import timedelta
from urllib.parse import parse_qs, urlsplit
from uuid import UUID, uuid4

import pytest
import requests
from click.testing import CliRunner
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select

from cadair.access.actor import Job
from cadair.commands import signing_on
from cadair.commands.main import cli
from cadair.foundation.clock import frozen, now
from cadair.foundation.database import Base, beyond_councils, db, scope_to
from cadair.people import actions as people
from cadair.people import queries
from cadair.people.actions import provider as asking
from cadair.people.models import CouncilSignOn, Person
from cadair.people.rules.sign_on import SignOn, vouches_for_second_factor
from tests.backend.people.test_second_step import EMAIL, _add, enrol, priya, step
from tests.conftest import browser

__all__ = ["priya"]

SECRET = "what only the two of them know"
STRONG = {"email": EMAIL, "email_verified": True, "amr": ["pwd", "mfa"]}


@pytest.fixture
def provider() -> Iterator[str]:
    """An identity provider that lets in whoever it is told to."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # its own imports are older than their libraries
        import oidc_provider_mock

        with oidc_provider_mock.run_server_in_thread() as server:
            yield f"http://localhost:{server.server_port}"


@pytest.fixture
def council(app: Flask, priya: UUID, provider: str) -> UUID:
    """Priya's council, which signs its staff in by the provider."""
    return _signs_on(app, provider)


def _signs_on(app: Flask, provider: str, **more) -> UUID:
    with app.app_context():
        [council_id] = queries.councils(db.session).values()
        scope_to(db.session, council_id)
        wanted = {"issuer": provider, "client_id": "cadair", "secret": SECRET,
                  "acr": ("urn:strong",), "amr": ("mfa",), **more}  # fmt: skip
        people.set_sign_on(db.session, council_id=council_id, sign_on=SignOn(**wanted))
        db.session.commit()
    return council_id


def leave(client: FlaskClient, council_id: UUID) -> str:
    answer = client.post("/api/sign-in/council/leave", json={"council_id": str(council_id)})
    assert answer.status_code == 200, answer.json
    return answer.json["address"]


def let_in(provider: str, address: str, subject: str, claims: dict | None = None) -> dict[str, str]:
    """What the provider's page sends back for this person."""
    requests.put(f"{provider}/users/{subject}", json=claims or {}, timeout=5)
    sent = requests.post(address, data={"sub": subject}, allow_redirects=False, timeout=5)
    back = urlsplit(sent.headers["Location"])
    assert back.path == "/signed-on"
    given = {name: values[0] for name, values in parse_qs(back.query).items()}
    return {"council_id": given["council"], "code": given["code"], "state": given["state"]}


def come_back(client: FlaskClient, given: dict[str, str]):
    return client.post("/api/sign-in/council", json=given)


def sign_on(client: FlaskClient, provider: str, council_id: UUID, subject: str, claims: dict):
    return come_back(client, let_in(provider, leave(client, council_id), subject, claims))


def refused(answer) -> bool:
    return (answer.status_code, answer.json["code"]) == (403, "sign_on_refused")


def test_staff_come_in_by_their_council_which_vouches_for_a_second_factor(app, provider, council):
    client = browser(app)
    assert client.get("/api/sign-in/councils").json == {
        "councils": [{"id": str(council), "name": "Northmoor"}]
    }
    assert sign_on(client, provider, council, "priya", STRONG).json["called"] == "Priya"
    assert client.get("/api/today").status_code == 200


@pytest.mark.parametrize("said", [{}, {"amr": ["pwd"]}, {"amr": "mfa"}, {"acr": "0"}])
def test_otherwise_our_own_second_step_is_asked_for(app, provider, council, said):
    phone, _ = enrol(browser(app))
    client = browser(app)
    claims = {"email": EMAIL, "email_verified": True, **said}
    assert sign_on(client, provider, council, "priya", claims).status_code == 202
    assert client.get("/api/today").json["code"] == "second_step_needed"
    with frozen(now() + timedelta(minutes=1)):
        assert step(client, code=phone.at(now())).status_code == 200


def test_a_council_that_agreed_on_nothing_vouches_for_nothing():
    assert not vouches_for_second_factor({"amr": ["mfa"], "acr": "x"}, acr=(), amr=())
    assert vouches_for_second_factor({"acr": "urn:strong"}, acr=("urn:strong",), amr=())


def test_it_never_makes_an_account_and_opens_none_but_staffs(app, provider, council):
    with app.app_context(), beyond_councils(db.session):
        before = db.session.scalar(select(func.count()).select_from(Person))
    _add(app, Job.CARER, "Jo", "jo@home.example")
    for email in ("nobody@northmoor.example", "jo@home.example", None):
        claims = {"amr": ["mfa"], "email_verified": True, **({"email": email} if email else {})}
        assert refused(sign_on(browser(app), provider, council, str(uuid4()), claims))
    claims = {**STRONG, "email_verified": False}
    assert refused(sign_on(browser(app), provider, council, "unsure", claims))
    with app.app_context(), beyond_councils(db.session):
        assert db.session.scalar(select(func.count()).select_from(Person)) == before + 1


def test_an_address_that_was_given_to_somebody_else_does_not_open_the_account(
    app, provider, council
):
    sign_on(browser(app), provider, council, "priya", STRONG)
    assert refused(sign_on(browser(app), provider, council, "her successor", STRONG))
    moved = {**STRONG, "email": "priya.married@northmoor.example"}
    assert sign_on(browser(app), provider, council, "priya", moved).status_code == 200


def test_what_one_browser_brings_back_is_nothing_in_another_nor_twice_nor_late(
    app, provider, council
):
    client, thief = browser(app), browser(app)
    given = let_in(provider, leave(client, council), "priya", STRONG)
    leave(thief, council)
    assert refused(come_back(thief, given))
    assert come_back(client, given).status_code == 200
    assert refused(come_back(client, given))
    late = let_in(provider, leave(client, council), "priya", STRONG)
    with frozen(now() + timedelta(minutes=10)):
        assert refused(come_back(client, late))


def test_a_code_of_another_sign_on_is_refused(app, provider, council):
    """Somebody swaps in a code that was made for another browser: the nonce does not fit."""
    victim, thief = browser(app), browser(app)
    stolen = let_in(provider, leave(victim, council), "priya", STRONG)
    own = let_in(provider, leave(thief, council), "thief", {})
    assert refused(come_back(thief, {**own, "code": stolen["code"]}))
    assert refused(come_back(victim, {**stolen, "code": "made up"}))


def test_what_one_councils_page_gave_is_nothing_to_another_council(app, provider, council):
    """Or one council's provider could have another's code brought to it, and use it (mix-up)."""
    client = browser(app)
    given = let_in(provider, leave(client, council), "priya", STRONG)
    assert refused(come_back(client, {**given, "council_id": str(uuid4())}))
    assert come_back(client, given).status_code == 200


def test_another_providers_people_are_other_people(app, provider, council):
    sign_on(browser(app), provider, council, "priya", STRONG)
    _signs_on(app, provider.replace("localhost", "127.0.0.1"))
    _signs_on(app, provider)
    assert refused(sign_on(browser(app), provider, council, "priya", {"amr": ["mfa"]}))
    assert sign_on(browser(app), provider, council, "another", STRONG).status_code == 200


def test_the_address_carries_a_challenge_a_state_and_a_nonce_and_no_secret(app, provider, council):
    told = parse_qs(urlsplit(leave(browser(app), council)).query)
    assert told["code_challenge_method"] == ["S256"]
    assert {"state", "nonce", "code_challenge"} <= set(told)
    assert told["redirect_uri"] == [f"http://localhost/signed-on?council={council}"]
    assert SECRET not in str(told)


def test_its_tokens_are_read_and_neither_kept_nor_told(app, provider, council, monkeypatch):
    fetch, given = asking.OAuth2Session.fetch_token, {}

    def seen(self, *args, **kwargs):
        given.update(fetch(self, *args, **kwargs))
        return given

    monkeypatch.setattr(asking.OAuth2Session, "fetch_token", seen)
    answer = sign_on(browser(app), provider, council, "priya", STRONG)
    tokens = [each for name, each in given.items() if name.endswith("_token") and each]
    assert len(tokens) >= 2
    with app.app_context(), beyond_councils(db.session):
        kept = [
            str(row)
            for table in Base.metadata.sorted_tables
            for row in db.session.connection().execute(select(table))
        ]
    for place in (answer.text, str(answer.headers), *kept):
        assert not [token for token in tokens if token in place]


def test_a_page_that_came_in_by_the_council_ends_like_any_other_of_staff(app, provider, council):
    client = browser(app)
    sign_on(client, provider, council, "priya", STRONG)
    with frozen(now() + timedelta(minutes=16)):
        assert client.get("/api/me").status_code == 401


def test_a_provider_that_says_it_is_another_is_not_believed(app, council, monkeypatch):
    told = asking._asked
    other = "https://id.elsewhere.example"
    monkeypatch.setattr(asking, "_asked", lambda address: {**told(address), "issuer": other})
    asked = browser(app).post("/api/sign-in/council/leave", json={"council_id": str(council)})
    assert asked.json["code"] == "sign_on_refused"


def test_a_provider_that_does_not_answer_is_said_to_be_so(app, priya):
    council_id = _signs_on(app, "http://127.0.0.1:9")
    asked = browser(app).post("/api/sign-in/council/leave", json={"council_id": str(council_id)})
    assert (asked.status_code, asked.json["code"]) == (503, "sign_on_not_reached")


def test_its_secret_comes_in_the_environment_is_sealed_and_needs_https(
    app, priya, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(signing_on, "application", lambda: app)
    told = ["sign-on", "Northmoor", "--issuer", "https://id.northmoor.example", "--client-id", "x"]
    assert "CADAIR_SIGN_ON_SECRET" in CliRunner().invoke(cli, told).output
    monkeypatch.setenv("CADAIR_SIGN_ON_SECRET", SECRET)
    done = CliRunner().invoke(cli, [*told, "--amr", "mfa"])
    assert done.exit_code == 0, done.output
    with app.app_context(), beyond_councils(db.session):
        assert SECRET.encode() not in db.session.scalars(select(CouncilSignOn.secret)).one()
    plain = ["sign-on", "Northmoor", "--issuer", "http://id.example", "--client-id", "x"]
    assert "https" in CliRunner().invoke(cli, plain).output
