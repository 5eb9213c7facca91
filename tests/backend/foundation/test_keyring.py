"""The councils' keys lie in files of their own, whole or not at all, for the service alone."""

import stat
from uuid import uuid4

import pytest

from cadair.foundation.keyring import KeyLiesOpen, KeyMissing, Keyring
from cadair.foundation.settings import Settings, SettingsRefused


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "keys"


def test_a_key_is_made_once_and_for_the_service_alone(folder):
    ring, council = Keyring(folder), uuid4()
    ring.make(council)
    assert len(ring.key(council, 1)) == 32
    assert stat.S_IMODE((folder / f"{council}.key").stat().st_mode) == 0o400
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    with pytest.raises(FileExistsError):
        ring.make(council)
    assert [each.name for each in folder.iterdir()] == [f"{council}.key"]


def test_a_key_that_others_can_read_is_not_used(folder):
    ring, council = Keyring(folder), uuid4()
    ring.make(council)
    (folder / f"{council}.key").chmod(0o440)
    with pytest.raises(KeyLiesOpen):
        ring.key(council, 1)


def test_a_retired_key_is_gone_also_for_whoever_had_read_it(folder):
    ring, council = Keyring(folder), uuid4()
    for number in (1, 2, 3):
        ring.make(council, number)
    serving = Keyring(folder)
    before = serving.key(council, 1)
    assert ring.retire_before(council, 3) == [1, 2]
    with pytest.raises(KeyMissing):
        serving.key(council, 1)
    assert serving.key(council, 3) != before


def test_what_a_stopped_machine_left_of_a_key_goes_with_it(folder):
    ring, council = Keyring(folder), uuid4()
    ring.make(council)
    (folder / f"{council}.4711.new").hardlink_to(folder / f"{council}.key")
    ring.make(council, 2)
    assert sorted(each.name for each in folder.iterdir()) == [
        f"{council}.2.key",
        f"{council}.key",
    ]
    (folder / f"{council}.4711.new").hardlink_to(folder / f"{council}.key")
    ring.retire_before(council, 2)
    assert [each.name for each in folder.iterdir()] == [f"{council}.2.key"]


def test_a_key_of_another_council_or_number_is_missing(folder):
    ring, council = Keyring(folder), uuid4()
    ring.make(council)
    for other in ((council, 2), (uuid4(), 1)):
        with pytest.raises(KeyMissing):
            ring.key(*other)


def test_keys_are_not_kept_inside_the_data(tmp_path):
    with pytest.raises(SettingsRefused, match="backup"):
        Settings.from_environment(
            {"CADAIR_DATA": str(tmp_path), "CADAIR_KEYS": str(tmp_path / "keys")}
        )
    untold = Settings.from_environment({"CADAIR_DATA": str(tmp_path)})
    assert not untold.keys_folder.is_relative_to(tmp_path)
