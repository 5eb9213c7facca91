"""A child's words open only with their key, and only where they were written."""

import pytest

from cadair.foundation.sealing import (
    ALGORITHMS,
    NONCE_BYTES,
    SealBroken,
    new_key,
    seal,
    unseal,
)


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


@pytest.mark.parametrize("algorithm", ALGORITHMS)
def test_every_sealed_value_names_how_it_was_sealed_and_each_way_opens(algorithm):
    key = new_key()
    sealed = seal(key, "words", "here", algorithm=algorithm)
    assert sealed[:1] == algorithm
    assert unseal(key, sealed, "here") == "words"
    other = next(each for each in ALGORITHMS if each != algorithm)
    with pytest.raises(SealBroken):
        unseal(key, other + sealed[1:], "here")


@pytest.mark.parametrize("unknown", [b"", b"\x00", b"\x03 and more", b"\x01", b"\x01short"])
def test_what_was_never_sealed_does_not_open(unknown):
    with pytest.raises(SealBroken):
        unseal(new_key(), unknown, "here")


def test_nonces_are_random_and_none_comes_twice():
    key = new_key()
    nonces = {seal(key, "", "here")[1 : 1 + NONCE_BYTES] for _ in range(20_000)}
    assert len(nonces) == 20_000
    # Every bit of the 96 is set in about half of them: nothing counts up, nothing stands still.
    for bit in range(8 * NONCE_BYTES):
        ones = sum(nonce[bit // 8] >> bit % 8 & 1 for nonce in nonces)
        assert 9_500 < ones < 10_500
