"""What a browser is told, and what another site can make it do (F2, F3)."""

from tests.security.checks import held_by

ELSEWHERE = "tests/access/test_from_elsewhere.py"

held_by(
    "F2",
    "100 % of routes, methods and error pages as the table by hand",
    "tests/backend/web/test_headers.py",
    f"{ELSEWHERE}::test_every_route_answers_with_the_headers_of_the_table",
)
held_by(
    "F3",
    "0 changes from elsewhere on 100 % of unsafe routes; 0 unsafe GETs",
    f"{ELSEWHERE}::test_no_other_site_changes_anything",
    f"{ELSEWHERE}::test_reading_changes_nothing_but_says_that_it_was_read",
    f"{ELSEWHERE}::test_no_route_reads_and_changes_by_one_method",
    "tests/journeys/test_other_sites.py",
)
