"""Any two of three printed shares give a key back; one says nothing of it."""

import random
from itertools import permutations
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cadair.foundation import escrow
from cadair.foundation.escrow import ShareNotRight, join, read_share, split

KEYS = st.binary(min_size=32, max_size=32)


@given(key=KEYS, council=st.uuids(), number=st.integers(1, 65_535))
def test_any_two_printed_shares_give_the_key_back(key: bytes, council: UUID, number: int):
    printed = [share.written() for share in split(key, council_id=council, number=number)]
    for one, other in permutations(printed, 2):
        shares = read_share(one), read_share(other)
        assert join(*shares, council_id=council) == key
        assert {share.number for share in shares} == {number}


@given(key=KEYS, another=KEYS)
def test_one_share_fits_every_key(key: bytes, another: bytes):
    """For whatever key there is a second share that, with this one, would give that key."""
    share = split(key, council_id=uuid4(), number=1)[0]
    slope = bytes(a ^ b for a, b in zip(share.part, another, strict=True))  # x is 1
    second = bytes(a ^ escrow._times(2, b) for a, b in zip(another, slope, strict=True))
    made = escrow.Share(x=2, number=1, printing=share.printing, council=share.council, part=second)
    assert join(share, made, council_id=UUID(bytes=share.council + bytes(14))) == another


def test_a_share_may_be_typed_as_it_is_read():
    council = uuid4()
    for _ in range(50):
        one, other, _ = split(bytes(range(32)), council_id=council, number=3)
        typed = one.written().lower().replace("-", " ").replace("0", "o").replace("1", "l")
        assert read_share(typed) == one
        assert join(read_share(typed), other, council_id=council) == bytes(range(32))


def test_every_mistyped_share_is_noticed():
    written = split(bytes(32), council_id=uuid4(), number=1)[0].written()
    chance = random.Random(5)
    unnoticed = 0
    for at, was in enumerate(written):
        for wrong in chance.sample(sorted(set(escrow._DIGITS) - {was}), 8) if was != "-" else ():
            try:
                unnoticed += read_share(written[:at] + wrong + written[at + 1 :]).x > 0
            except ShareNotRight:
                continue
    # The last of the 71 letters carries two bits of the check; its other three say nothing.
    assert unnoticed <= 3
    for broken in ("", "ABCD", written[:-5], written + "-AAAA", "ŵ" * 71):
        with pytest.raises(ShareNotRight):
            read_share(broken)


def test_shares_that_do_not_belong_together_are_named():
    council = uuid4()
    one, other, _ = split(bytes(32), council_id=council, number=1)
    later = split(bytes(32), council_id=council, number=1)[1]
    for pair, said in (
        ((one, one), "same share twice"),
        ((one, later), "not printed together"),
    ):
        with pytest.raises(ShareNotRight, match=said):
            join(*pair, council_id=council)
    with pytest.raises(ShareNotRight, match="another council"):
        join(one, other, council_id=UUID(int=council.int ^ 1 << 127))
