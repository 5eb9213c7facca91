"""Words where they do not belong: on the disk, in logs, in another's bundle, in a spreadsheet."""

from tests.security.checks import held_by

LOGS = "tests/backend/web/test_logs.py"
CANARIES = "tests/security/canaries"

held_by(
    "B2",
    "0 of 60+ canaries with anybody they are not for",
    f"{CANARIES}/test_who_gets_what.py",
)

held_by("H1", "0 words readable on the disk", "tests/backend/foundation/test_at_rest.py")
held_by("K3", "0 words of others in a bundle", "tests/backend/commands/test_subject_access.py")
held_by(
    "M1",
    "0 words in logs and tracebacks",
    f"{LOGS}::test_no_word_cookie_id_or_address_reaches_the_log",
    f"{LOGS}::test_an_error_is_told_by_its_kind_and_place_and_a_locked_database_by_its_name",
    f"{LOGS}::test_an_error_that_ends_a_command_says_no_word_either",
)
held_by(
    "M2",
    "0 tokens, cookies, codes, queries in logs",
    f"{LOGS}::test_no_word_cookie_id_or_address_reaches_the_log",
)
held_by("M3", "0 lines forged", f"{LOGS}::test_a_line_cannot_be_forged")
held_by("E6", "100 % of cells", "tests/backend/foundation/test_spreadsheets.py")
