"""What goes out goes to one person: a release names one, and nothing sends mail or messages yet."""

import ast

from cadair.record.models import Release
from cadair.record.schemas.releases import ConfirmedReleaseSchema
from tests.architecture.test_house import PYTHON, short

SENDS = {
    "aiosmtplib", "email", "firebase_admin", "icalendar", "notifications_python_client",
    "pywebpush", "smtplib", "twilio",
}  # fmt: skip


def imported(source: str) -> set[str]:
    """The packages that a module imports, by their first name."""
    found = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add((node.module or "").split(".")[0])
    return found


def test_nothing_sends_mail_or_messages():
    """Whoever adds it adds the test that each message goes to one person (security bar B6)."""
    senders = {short(path): imported(path.read_text("utf-8")) & SENDS for path in PYTHON}
    assert {path: names for path, names in senders.items() if names} == {}
    assert imported("from email.mime.text import MIMEText\nimport smtplib") == {"email", "smtplib"}


def test_a_release_is_for_one_person():
    columns = Release.__table__.columns
    assert [name for name in columns.keys() if "person" in name] == ["person_id"]  # noqa: SIM118
    assert not columns["person_id"].nullable
    assert [name for name in ConfirmedReleaseSchema().fields if "person" in name] == ["person_id"]
