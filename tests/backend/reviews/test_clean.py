"""What may stand in a plan: nothing is pressed or believed that is not what it seems."""

import pytest

from cadair.reviews.rules.clean import no_hidden_marks, only_a_web_address


@pytest.mark.parametrize(
    ("link", "fault"),
    [
        ("https://meet.example/room/7", None),
        (
            "https://teams.microsoft.com/l/meetup-join/19%3ameeting_a%40thread.v2/0?context=%7b%7d",
            None,
        ),
        ("https://meet.example:8443/a#b", None),
        ("HTTPS://Meet.Example", None),
        ("https://xn--cadr-5qa.example/", None),
        ("http://meet.example/a", "not_https"),
        ("javascript:alert(1)", "not_https"),
        ("data:text/html,hello", "not_https"),
        ("//meet.example/a", "not_https"),
        ("meet.example/a", "not_https"),
        ("https://meet.example@evil.example/", "name_in_link"),
        ("https://user:secret@meet.example/", "name_in_link"),
        ("https://@meet.example/", "name_in_link"),
        ("https:///a", "not_a_link"),
        ("https://localhost/a", "not_a_link"),
        ("https://meet..example/", "not_a_link"),
        ("https://meet.example:99999/", "not_a_link"),
        ("https://[::1/", "not_a_link"),
        ("https://meet.example/a b", "not_a_link"),
        ("https://meet.example\\@evil.example/", "not_a_link"),
        ("https://meet.example/<script>", "not_a_link"),
        ("", "not_https"),
    ],
)
def test_a_link_says_plainly_where_it_leads(link: str, fault: str | None) -> None:
    assert only_a_web_address(link) == fault


@pytest.mark.parametrize(
    "text",
    [
        "Neuadd y Dref, Llŷn",
        "قاعة المدينة",  # letters that run from right to left are no marks
        "बैठक",
        "👩‍👧 at home",
        "Café: room 2 (1st floor)",
    ],
)
def test_every_language_may_be_written(text: str) -> None:
    assert no_hidden_marks(text) is None


@pytest.mark.parametrize(
    "mark",
    ["\u202e", "\u202d", "\u2066", "\u2069", "\u200f", "\u061c", "\x00", "\n", "\x9b", "\u2028"],
)
def test_what_turns_or_hides_the_text_is_refused(mark: str) -> None:
    assert no_hidden_marks(f"Town{mark}hall") == "hidden_marks"
