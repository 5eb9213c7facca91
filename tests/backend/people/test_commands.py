"""How a council begins: from the terminal, with a key, a duty line and its first manager."""

import re

import pytest
from click.testing import CliRunner
from pyotp import TOTP

from cadair.commands import inviting, serving
from cadair.commands.main import cli
from tests.conftest import browser


@pytest.fixture
def terminal(app, monkeypatch):
    """A terminal of this installation."""
    monkeypatch.setattr(inviting, "application", lambda: app)
    assert serving is not None
    return lambda *words: CliRunner().invoke(cli, words)


NEW_COUNCIL = ("council", "Northmoor", "--nation", "england", "--duty-line", "01632 960 123")


def test_a_council_begins_with_a_key_and_a_manager_who_can_sign_in(app, terminal):
    assert "away from the backups" in terminal(*NEW_COUNCIL, "--area", "nm1").output
    printed = terminal(
        "invite", "helen@northmoor.example", "--council", "Northmoor", "--name", "Helen Osei",
        "--job", "service_manager", "--site", "https://cadair.northmoor.example/",
    ).output  # fmt: skip
    link = re.search(r"https://cadair\.northmoor\.example/join#(\S+)", printed)
    assert link
    client = browser(app)
    used = client.post(
        "/api/cards/use", json={"card": link[1], "passphrase": "a longer password here"}
    )
    assert (used.status_code, used.json["must_enrol"]) == (202, True)
    secret = client.post("/api/me/authenticator").json["secret"]
    client.put("/api/me/authenticator", json={"code": TOTP(secret).now()})
    me = client.get("/api/me").json
    assert (me["job"], me["council"]["duty_line"]) == ("service_manager", "01632 960 123")


def test_a_council_cannot_begin_without_its_duty_number(terminal):
    refused = terminal(*NEW_COUNCIL[:4])
    assert refused.exit_code != 0
    assert "--duty-line" in refused.output


def test_a_council_is_not_made_twice(terminal):
    terminal(*NEW_COUNCIL)
    again = terminal(*NEW_COUNCIL)
    assert again.exit_code != 0


def test_an_invitation_for_somebody_new_wants_a_name_and_a_job(terminal):
    terminal(*NEW_COUNCIL)
    refused = terminal(
        "invite", "new@northmoor.example", "--council", "Northmoor", "--site", "https://c.example"
    )
    assert refused.exit_code != 0
