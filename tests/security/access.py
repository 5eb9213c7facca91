"""Who may do what (A1 to A8): every route, every id, every field, and what is denied at once."""

from tests.security.checks import held_by

BOTH = ("sqlite", "postgresql")

held_by(
    "A3",
    "0 answers that differ from a never-issued id's, in every slot",
    "tests/security/test_every_slot.py",
    databases=BOTH,
)
