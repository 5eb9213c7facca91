"""Notices that give nothing away: every byte sent, to whom, one at a time (L1, L2, B6)."""

from tests.security.checks import held_by

BYTES = "tests/backend/notifications/test_every_byte.py"
CHOOSING = "tests/backend/notifications/test_choosing.py"

held_by("L1", "every byte is one of 8 fixed sentences; same for every matter", BYTES)
held_by(
    "L2",
    "0 to an address not confirmed; a change is told to the old one",
    f"{BYTES}::test_nothing_goes_to_an_address_that_its_owner_has_not_confirmed",
    CHOOSING,
)
held_by(
    "B6",
    "0 envelopes with two recipients",
    f"{BYTES}::test_one_envelope_has_one_recipient_however_many_are_told",
)
