"""The phone in the wrong hands: leaving, titles, what stays on the disk (O1 to O3)."""

from tests.security.checks import held_by

LEAVING = "tests/journeys/test_leaving.py"
PHONE = "tests/journeys/test_phone_in_the_wrong_hands.py"

held_by(
    "O1",
    "covered in 100 ms, also without signal and on a bad link; Back shows 0; session ended",
    f"{LEAVING}::test_the_page_is_covered_at_once",
    f"{LEAVING}::test_leaving_works_without_signal",
    f"{LEAVING}::test_back_shows_nothing_of_ours",
    "tests/journeys/test_ways_out.py",
)
held_by(
    "O2",
    "titles, manifest, icon and addresses of children's pages: neutral, no ids",
    f"{LEAVING}::test_the_address_bar_and_the_tab_tell_nothing",
    f"{PHONE}::test_no_title_or_address_tells_whose_page_it_is",
)
held_by(
    "O3",
    "0 readable in the browser's own files after sign-out, Exit, locking",
    "tests/journeys/test_on_the_disk.py",
    f"{LEAVING}::test_nothing_readable_stays_after_leaving",
    f"{LEAVING}::test_nothing_readable_stays_after_signing_out",
    f"{LEAVING}::test_words_that_were_never_sent_stay_sealed_for_their_writer",
    f"{LEAVING}::test_the_browsers_own_files_hold_nothing",
    f"{PHONE}::test_the_browsers_own_files_hold_nothing_after_locking",
)
