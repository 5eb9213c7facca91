"""What the release guard stops, how it is told, and what it lets go."""

from time import process_time
from uuid import uuid4

import pytest

from cadair.record.rules.guard import NotMeant, Why, findings
from cadair.record.rules.guard_terms import Secret, Term
from tests.security.letters import letters
from tests.security.release_guard import why

DAD = uuid4()
TERMS = [
    Term(Secret.SCHOOL, "Westfield Academy"),
    Term(Secret.SCHOOL, "St Mary’s RC Primary School"),
    Term(Secret.ADDRESS, "14 Rowan Close, Ashcombe, NM4 7TQ"),
    Term(Secret.PHONE, "07700 900123"),
    Term(Secret.CARER, "Sandra Bell"),
    Term(Secret.PERSON, "Karen Cole"),
]
KNOWN = ["Northmoor Council", "Jaden Cole", "Lee Cole"]
SAID = "He cries every night after you ring him, and it takes hours to calm him down."
BEHIND = [NotMeant(author_id=DAD, text=SAID)]


def stopped(*texts: str, **given) -> list[tuple[Why, str]]:
    told = {"terms": TERMS, "known": KNOWN, "not_meant": BEHIND, **given}
    return [(one.why, one.words) for one in findings(texts, **told)]


@pytest.mark.parametrize(
    ("text", "why", "words"),
    [
        ("He likes westfield.", Why.SCHOOL, "westfield"),
        ("at W E S T F I E L D now", Why.SCHOOL, "W E S T F I E L D"),
        ("in West-\nfield", Why.SCHOOL, "West-\nfield"),
        ("he is at Westfeild now", Why.SCHOOL, "Westfeild"),
        ("see mywestfieldacademy.example", Why.SCHOOL, "mywestfieldacademy"),
        ("at Saint Marys", Why.SCHOOL, "Saint Marys"),
        ("They live in rowan  close", Why.ADDRESS, "rowan  close"),
        ("at 14, Rowan Cl.", Why.ADDRESS, "14, Rowan Cl"),
        ("near Ashcombe", Why.ADDRESS, "Ashcombe"),
        ("nm47tq", Why.POSTCODE, "nm47tq"),
        ("it begins NM4 and ends in 7tq", Why.POSTCODE, "NM4 and ends in 7tq"),
        ("out in nm4", Why.POSTCODE, "nm4"),
        ("0 7 7 0 0 nine double oh one two three", Why.PHONE,
         "0 7 7 0 0 nine double oh one two three"),
        ("+44 (0)7700-900 123", Why.PHONE, "0)7700-900 123"),
        ("as sándra says", Why.CARER, "sándra"),
        ("ask Mrs Bell", Why.CARER, "Mrs Bell"),
        ("Sandra’s house", Why.CARER, "Sandra’s"),
        ("at S\u200ba\u200bndra", Why.CARER, "S\u200ba\u200bndra"),
        ("at Ѕаndrа", Why.CARER, "Ѕаndrа"),
        ("for Karen", Why.PERSON, "Karen"),
    ],
)  # fmt: skip
def test_a_protected_word_is_found_however_it_is_written(text, why, words):
    assert stopped(text) == [(why, words)]


@pytest.mark.parametrize(
    "text",
    [
        "The bell rang.",
        "Jaden Cole and Lee Cole, of Northmoor Council, met on 12 10 2026 at 10.30.",
        "He cries every night after you ring.",
        "You can call us on 01632 960 001.",
        "",
        "?!",
    ],
)
def test_what_gives_nothing_away_goes_out(text):
    assert stopped(text) == []


def test_eight_words_in_a_row_are_a_copy_and_seven_are_not():
    eight = "every night after you ring him and it"
    assert stopped(f"I think {eight}.") == [(Why.COPIED, eight)]
    assert stopped("I think every night after you ring him, and that.") == []


def test_a_copy_is_told_as_far_as_it_goes_and_whose_words_they_are():
    (found,) = findings(
        ["Fine.", f"“{SAID.upper()}” she wrote"], terms=[], known=[], not_meant=BEHIND
    )
    assert found.words == SAID.upper().rstrip(".")
    assert (found.text, found.author_id) == (1, DAD)


def test_what_was_said_for_this_person_too_is_nobody_elses_secret():
    assert stopped(SAID, meant=[f"As I said: {SAID}"]) == []


def test_each_place_is_told_once_with_what_it_would_tell():
    found = findings(["Sandra Bell came, so did Sandra."], terms=TERMS, known=KNOWN, not_meant=[])
    assert [(one.words, one.term) for one in found] == [
        ("Sandra Bell", "Sandra Bell"),
        ("Sandra", "Sandra Bell"),
    ]
    assert [(one.start, one.end) for one in found] == [(0, 11), (25, 31)]


def test_a_long_text_full_of_findings_keeps_nobody_waiting():
    """Ten thousand letters, the most that can be sent: each way of looking is linear in them."""
    began = process_time()
    for one in ("NM4 7TQ ", "nm4 ", "Sandra ", "07700 900123 ", "n m 4 7 t q "):
        assert stopped(one * (10_000 // len(one)))
    assert process_time() - began < 5


def test_words_without_spaces_between_them_are_found_too():
    said = NotMeant(author_id=DAD, text="我不想回到那个房子里去因为很冷")
    assert stopped("她说不想回到那个房子里去了", not_meant=[said])[0][0] is Why.COPIED


def test_generated_letters_meet_the_goals():
    """All copies, 95 % of terms in any writing, and 5 % false alarms at the most (B7)."""
    whole = letters(600)
    for kind, goal in (("copied", 1), ("clean", 0.95), ("term", 0.95)):
        some = [
            one
            for one in whole
            if one.kind == kind or (kind == "term" and one.kind not in ("copied", "clean"))
        ]
        right = sum(bool(why(one)) is bool(one.tells) for one in some)
        assert len(some) >= 120
        assert right >= goal * len(some), kind
