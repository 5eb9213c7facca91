"""Words where they do not belong: on the disk, in logs, in another's bundle, in a spreadsheet."""

from tests.security.checks import held_by

LOGS = "tests/backend/web/test_logs.py"
CANARIES = "tests/security/canaries"

held_by(
    "B2",
    "0 of 60+ canaries with anybody they are not for",
    f"{CANARIES}/test_who_gets_what.py",
)

held_by(
    "H1",
    "0 words, keys or codes readable on the disk",
    "tests/backend/foundation/test_at_rest.py",
    f"{CANARIES}/test_what_is_left_behind.py",
)
held_by(
    "K3",
    "0 words of others in a bundle, nothing forgotten",
    "tests/backend/commands/test_subject_access.py",
    f"{CANARIES}/test_bundles.py",
)
held_by("M1", "0 words in logs and tracebacks", LOGS, f"{CANARIES}/test_what_is_left_behind.py")
held_by(
    "M2",
    "0 tokens, cookies, codes, queries in logs",
    f"{LOGS}::test_no_word_cookie_id_or_address_reaches_the_log",
    f"{LOGS}::test_an_error_that_not_even_the_handler_answers_tells_no_address",
    f"{LOGS}::test_of_what_a_library_says_only_the_place_and_numbers_are_told",
    f"{CANARIES}/test_what_is_left_behind.py",
)
held_by(
    "M3",
    "0 lines forged",
    f"{LOGS}::test_a_line_cannot_be_forged",
    f"{LOGS}::test_a_real_server_that_is_asked_strangely_says_nothing_of_it",
)
held_by("E6", "100 % of cells", "tests/backend/foundation/test_spreadsheets.py")
