"""An installation refuses to start unsafe."""

import re
from pathlib import Path

import pytest

from cadair.foundation import settings
from cadair.foundation.settings import Settings, SettingsRefused


def test_the_demo_never_runs_on_a_scaled_database():
    with pytest.raises(SettingsRefused):
        Settings.from_environment(
            {"CADAIR_DEMO": "1", "CADAIR_DATABASE_URL": "postgresql+psycopg://db/cadair"}
        )


def test_a_count_of_proxies_is_a_number():
    with pytest.raises(SettingsRefused):
        Settings.from_environment({"CADAIR_PROXIES": "many"})


def test_keys_lie_where_they_are_told_and_settings_do_not_change(tmp_path):
    made = Settings.from_environment({"CADAIR_KEYS": str(tmp_path)})
    assert made.keys_folder == tmp_path
    with pytest.raises(AttributeError):
        made.demo = True


@pytest.mark.parametrize(
    ("anchors", "taken"),
    [
        ("https://anchors.example/cadair", True),
        ("folder:/mnt/elsewhere", True),
        ("http://127.0.0.1:9000/keep", True),
        ("http://localhost", True),
        ("http://anchors.example/cadair", False),
        ("http://localhost.anchors.example/", False),
        ("http://localhost@anchors.example/", False),
        ("ftp://anchors.example/", False),
    ],
)
def test_anchors_go_to_another_machine_by_https_alone(anchors, taken):
    if taken:
        assert Settings.from_environment({"CADAIR_ANCHORS": anchors}).anchors == anchors
        return
    with pytest.raises(SettingsRefused):
        Settings.from_environment({"CADAIR_ANCHORS": anchors})


def test_every_setting_is_described_for_those_who_run_it():
    read = set(re.findall(r"CADAIR_[A-Z_]+", Path(settings.__file__).read_text("utf-8")))
    told = (settings.PROJECT / "backend" / "README.md").read_text("utf-8")
    assert {name for name in read if name not in told} == set()


SITE = "https://seat.example.org"
MAIL = "smtp://cadair:secret@mail.example.org:587?from=hello@seat.example.org"
NOTIFY = "key-11111111-1111-1111-1111-111111111111-22222222-2222-2222-2222-222222222222"
TEMPLATE = "33333333-3333-3333-3333-333333333333"


def test_notices_go_by_what_is_set_and_by_nothing_else():
    told = {"CADAIR_SITE": SITE, "CADAIR_MAIL": MAIL}
    read = Settings.from_environment(told).notices
    assert read.site == f"{SITE}/"
    assert (read.mail.host, read.mail.port, read.mail.user) == ("mail.example.org", 587, "cadair")
    assert (read.mail.sender, read.mail.tls) == ("hello@seat.example.org", True)
    assert "secret" not in repr(read)
    assert read.notify is None
    assert read.push_key is None
    assert not Settings.from_environment({}).notices.is_any


@pytest.mark.parametrize(
    "told",
    [
        {"CADAIR_MAIL": MAIL},  # no site that a notice could name
        {"CADAIR_SITE": "http://seat.example.org"},
        {"CADAIR_SITE": f"{SITE}/reviews"},
        {"CADAIR_SITE": f"{SITE}/?who=1"},
        {"CADAIR_SITE": "https://social-care.northmoor.example"},
        {"CADAIR_SITE": "https://reviews.example.org"},
        {"CADAIR_SITE": SITE, "CADAIR_MAIL": "smtp://mail.example.org"},
        {"CADAIR_SITE": SITE, "CADAIR_MAIL": "http://mail.example.org?from=a@b.example"},
        {"CADAIR_SITE": SITE, "CADAIR_MAIL": "smtp://mail.example.org?from=nobody"},
        {"CADAIR_SITE": SITE, "CADAIR_MAIL": "smtp://mail.example.org:x?from=a@b.example"},
        {"CADAIR_SITE": SITE, "CADAIR_MAIL": "smtp://mail.example.org?from=care@b.example"},
        {"CADAIR_SITE": SITE, "CADAIR_MAIL": "smtp://mail.example.org?from=a@council.example"},
        {"CADAIR_SITE": SITE, "CADAIR_NOTIFY_KEY": "key", "CADAIR_NOTIFY_TEMPLATES": "text:1"},
        {"CADAIR_SITE": SITE, "CADAIR_NOTIFY_KEY": NOTIFY},
        {
            "CADAIR_SITE": SITE,
            "CADAIR_NOTIFY_KEY": NOTIFY,
            "CADAIR_NOTIFY_TEMPLATES": f"letter:{TEMPLATE}",
        },
        {
            "CADAIR_SITE": SITE,
            "CADAIR_NOTIFY_KEY": NOTIFY,
            "CADAIR_NOTIFY_TEMPLATES": f"text:{TEMPLATE}",
            "CADAIR_NOTIFY_URL": "http://notify.example",
        },
    ],
)
def test_what_would_tell_somebody_or_go_unsealed_is_refused(told):
    with pytest.raises(SettingsRefused):
        Settings.from_environment(told)
