"""Whatever opens something lies in the database as a digest, sealed, or not at all."""

import base64
from urllib.parse import parse_qs, urlsplit

from flask import Flask
from sqlalchemy import select

from cadair.foundation.database import Base, db
from cadair.people.models import SignInSession
from cadair.people.rules import digest
from tests.backend.people.test_pictures import RIGHT, Mia
from tests.backend.people.test_second_step import enrol, priya
from tests.backend.people.test_sign_on import council, leave, provider
from tests.conftest import browser

__all__ = ["council", "priya", "provider"]


def kept(app: Flask) -> bytes:
    """Every value of every table, as it lies there."""
    with app.app_context(), db.engine.connect() as connection:
        if connection.dialect.name == "postgresql":
            connection.exec_driver_sql("SELECT set_config('cadair.council', '*', true)")
        rows = [connection.execute(select(table)).all() for table in Base.metadata.tables.values()]
    cells = [cell for table in rows for row in table for cell in row]
    return b"\n".join(
        bytes(cell) if isinstance(cell, bytes | memoryview) else str(cell).encode()
        for cell in cells
    )


def readings(secret: str) -> list[bytes]:
    """A secret as text, and as the bytes that it may write."""
    found = [secret.encode()]
    padded = secret + "=" * (-len(secret) % 8)
    for reads, written in (
        (bytes.fromhex, secret),
        (base64.b32decode, padded),
        (base64.urlsafe_b64decode, padded),
    ):
        try:
            found.append(reads(written))
        except ValueError:
            continue
    return [each for each in found if len(each) >= 8]


def lying(app: Flask, secrets: dict[str, str]) -> set[str]:
    there = kept(app)
    return {
        name for name, secret in secrets.items() if any(one in there for one in readings(secret))
    }


def test_cookies_cards_and_what_a_page_was_given_are_not_kept(app):
    mia = Mia(app)
    card = mia.card()
    phone = browser(app)
    joined = phone.post("/api/cards/use", json={"card": card, "pictures": RIGHT})
    secrets = {
        "card": card,
        "session": phone.get_cookie("__Host-sid").value,
        "device": next(each.value for each in phone._cookies.values() if "dev" in each.key),
        "page": joined.headers["Cadair-Page"],
        "device key": phone.get("/api/me/device-key").json["key"],
    }
    assert lying(app, secrets) == set()
    # The scan is not blind: what is kept of the cookie is found.
    assert lying(app, {"digest": digest("session", secrets["session"]).hex()}) == {"digest"}


def test_an_authenticators_secret_and_the_codes_on_paper_are_not_kept(app, priya):
    phone, codes = enrol(browser(app))
    assert len(codes) == 10
    assert lying(app, {"secret": phone.secret}) == set()
    assert lying(app, dict(zip("0123456789", codes, strict=True))) == set()


def test_whoever_leaves_for_their_councils_page_leaves_nothing_that_opens_it(app, council):
    asked = parse_qs(urlsplit(leave(browser(app), council)).query)
    secrets = {name: asked[name][0] for name in ("state", "nonce", "code_challenge")}
    assert lying(app, secrets) == set()


def test_pages_of_one_session_share_what_they_were_given_and_no_others_do(app):
    mia = Mia(app)
    phone = mia.joins()
    first, second = (phone.get("/api/me").headers["Cadair-Page"] for _ in range(2))
    assert first == second
    phone.post("/api/me/lock")
    opened = phone.post("/api/me/unlock", json={"pictures": RIGHT}).headers["Cadair-Page"]
    assert opened != first
    other = mia.joins()
    assert other.get("/api/me").headers["Cadair-Page"] not in {first, opened}


def test_who_reads_the_database_cannot_make_what_a_page_sends(app):
    """The nonce that lies there is not what a page sends, nor a digest that leads to it."""
    phone = Mia(app).joins()
    given = bytes.fromhex(phone.environ_base["HTTP_CADAIR_PAGE"])
    with app.app_context(), db.engine.connect() as connection:
        if connection.dialect.name == "postgresql":
            connection.exec_driver_sql("SELECT set_config('cadair.council', '*', true)")
        nonces = list(connection.execute(select(SignInSession.page_nonce)).scalars())
    assert given not in {bytes(each) for each in nonces if each}
    assert any(nonces)
