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
