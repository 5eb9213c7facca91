"""What goes out goes to one person: a release names one, and so does everything that is sent."""

import ast
from dataclasses import fields

from cadair.notifications.rules.parcels import Parcel
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


WAYS = "backend/cadair/notifications/actions/ways"
SENDING = {
    f"{WAYS}/mail.py": {"smtplib"},
    f"{WAYS}/notify.py": {"notifications_python_client"},
    f"{WAYS}/push.py": {"pywebpush"},
    "backend/cadair/notifications/documents/mail.py": {"email"},
    "backend/cadair/reviews/documents/calendar.py": {"icalendar"},  # for its own reader
}


def test_only_notices_are_sent_and_each_way_is_known():
    """Each hands one parcel with one address to one provider: tests/backend/notifications."""
    senders = {short(path): imported(path.read_text("utf-8")) & SENDS for path in PYTHON}
    assert {path: names for path, names in senders.items() if names} == SENDING
    assert imported("from email.mime.text import MIMEText\nimport smtplib") == {"email", "smtplib"}


def test_a_parcel_has_one_address():
    shape = {field.name: field.type for field in fields(Parcel)}
    assert shape["address"] is str
    assert [name for name in shape if "address" in name or name == "to"] == ["address"]


def test_a_release_is_for_one_person():
    columns = Release.__table__.columns
    assert [name for name in columns.keys() if "person" in name] == ["person_id"]  # noqa: SIM118
    assert not columns["person_id"].nullable
    assert [name for name in ConfirmedReleaseSchema().fields if "person" in name] == ["person_id"]
