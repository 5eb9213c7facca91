"""Who may do what (A1 to A8): every route, every id, every field, and what is denied at once."""

from tests.security.checks import held_by

BOTH = ("sqlite", "postgresql")

held_by(
    "A3",
    "0 answers that differ from a never-issued id's, in every slot",
    "tests/security/test_every_request.py::test_every_slot_that_takes_an_id_is_known",
    "tests/security/test_every_request.py::"
    "test_nobody_can_tell_what_they_may_not_know_from_nothing",
    databases=BOTH,
)
held_by(
    "A4",
    "0 of all columns and powers accepted or echoed, at any depth",
    "tests/security/test_every_request.py::test_no_column_and_no_power_can_be_assigned",
    "tests/security/test_every_request.py::test_one_name_alone_is_refused_too",
    "tests/security/test_every_request.py::test_what_carries_nothing_takes_nothing",
    "tests/security/test_every_request.py::test_every_request_that_carries_something_has_a_true_one",
    databases=BOTH,
)
