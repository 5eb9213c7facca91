"""A child's words open only with their key, and only where they were written."""

import stat
from uuid import uuid4

import pytest

from cadair.foundation.sealing import Keyring, SealBroken, new_key, seal, unseal


def test_sealed_words_open_where_they_were_written():
    key = new_key()
    sealed = seal(key, "Dwi isio gweld Gruff. 🐕", "answer|value|1")
    assert unseal(key, sealed, "answer|value|1") == "Dwi isio gweld Gruff. 🐕"
    assert b"Gruff" not in sealed


@pytest.mark.parametrize("place", ["answer|value|2", "draft|value|1", ""])
def test_words_moved_to_another_place_do_not_open(place):
    key = new_key()
    with pytest.raises(SealBroken):
        unseal(key, seal(key, "words", "answer|value|1"), place)


def test_words_do_not_open_with_another_childs_key():
    with pytest.raises(SealBroken):
        unseal(new_key(), seal(new_key(), "words", "here"), "here")


def test_a_changed_byte_is_noticed():
    key = new_key()
    sealed = bytearray(seal(key, "words", "here"))
    for position in (0, 5, len(sealed) - 1):
        changed = bytearray(sealed)
        changed[position] ^= 1
        with pytest.raises(SealBroken):
            unseal(key, bytes(changed), "here")


def test_the_same_words_never_look_the_same_twice():
    key = new_key()
    assert seal(key, "words", "here") != seal(key, "words", "here")


def test_a_councils_key_is_made_once_and_for_the_service_alone(tmp_path):
    keyring, council = Keyring(tmp_path / "keys"), uuid4()
    keyring.make_council_key(council)
    kept = keyring.council_key(council)
    assert len(kept) == 32
    assert stat.S_IMODE((tmp_path / "keys" / f"{council}.key").stat().st_mode) == 0o400
    with pytest.raises(FileExistsError):
        keyring.make_council_key(council)
