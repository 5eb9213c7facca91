"""Ten thousand reviews of a made-up council: what leaves is accepted by who reads it, all else is
held back or left out for the reason that the reader would have given."""

from datetime import date, timedelta
from random import Random
from uuid import UUID

import pytest

from cadair.foundation.errors import BadInput
from cadair.record.documents.ssda903_reviews import as_csv, as_xml
from cadair.record.rules.returning import (
    HeldReview,
    ReturnedChild,
    Rule,
    Stretch,
    days_of,
    fourth_birthday,
    made,
)
from tests.backend.record.reading_903 import broken, rows_of_csv, rows_of_xml

YEAR = 2026
FIRST, LAST = days_of(YEAR)
REVIEWS = 10_000
NUMBERS = ("=1+1", "+44", "@SUM", "\t7", "", "a b", "1" * 21)  # which the return cannot hold
STATUSES = ("C1", "C2", "D1", "E1", "V2", "V3", "V4")


def a_council(seed: int):
    """Children and their reviews, most of them good, and something of everything wrong."""
    lot = Random(seed)
    children: dict[UUID, ReturnedChild] = {}
    reviews: list[HeldReview] = []
    while len(reviews) < REVIEWS:
        id_ = UUID(int=lot.getrandbits(128))
        wrong = lot.random() < 0.01
        number = lot.choice(NUMBERS) if wrong else f"N{len(children):06}"
        born = LAST - timedelta(days=lot.randrange(30, 19 * 365))
        if lot.random() < 0.01:
            born = date(lot.choice((2008, 2012, 2016, 2020)), 2, 29)
        children[id_] = ReturnedChild(
            child_id=id_, case_number=number, born_on=born, episodes=episodes(lot)
        )
        for _ in range(lot.randrange(1, 4)):
            held = max(FIRST + timedelta(days=lot.randrange(365)), born)
            if lot.random() < 0.05 and FIRST <= fourth_birthday(born) <= LAST:
                held = fourth_birthday(born)
            usual = "PN0" if held < fourth_birthday(born) else f"PN{lot.randrange(1, 8)}"
            code = lot.choice((None, "", "PN8", "PN0", "PN3")) if lot.random() < 0.05 else usual
            reviews.append(
                HeldReview(
                    review_id=UUID(int=lot.getrandbits(128)), child_id=id_, held_on=held, code=code
                )
            )
    return children, reviews


def episodes(lot: Random) -> list[Stretch]:
    """One or two, the first open before the year in most cases."""
    kind = lot.random()
    began = FIRST - timedelta(days=lot.randrange(1, 900))
    if kind < 0.03:
        return []
    if kind < 0.06:  # over before the year
        ended = began if began < FIRST else FIRST - timedelta(days=1)
        return [Stretch(began_on=ended, ended_on=ended, legal_status="C2")]
    if kind < 0.09:
        return [Stretch(began_on=began, ended_on=None, legal_status=lot.choice(("V3", "V4")))]
    middle = FIRST + timedelta(days=lot.randrange(365))
    return [
        Stretch(began_on=began, ended_on=middle, legal_status=lot.choice(STATUSES)),
        Stretch(
            began_on=middle,
            ended_on=middle + timedelta(days=40) if lot.random() < 0.1 else None,
            legal_status="C2",
        ),
    ]


def said(day: date | None) -> str:
    return day.strftime("%d/%m/%Y") if day else ""


def tables(children):
    """The Header and Episodes of the same council, as text."""
    header = {
        one.case_number: said(one.born_on)
        for one in children.values()
        if one.case_number not in NUMBERS
    }
    told = [
        (one.case_number, each.legal_status, said(each.began_on), said(each.ended_on))
        for one in children.values()
        for each in one.episodes
    ]
    return header, told


def test_ten_thousand_reviews_pass_the_reader_and_nothing_is_lost_on_the_way():
    children, reviews = a_council(903)
    found = made(YEAR, children=children, reviews=reviews, on=LAST)
    header, told = tables(children)
    rows = rows_of_csv(as_csv(found.rows))
    assert broken(rows, header=header, episodes=told, year=YEAR) == []
    assert rows_of_xml(as_xml(found.rows)) == rows
    assert len(rows) > 7_000
    not_rows = {one.review_id for one in (*found.held_back, *found.left_out)}
    assert len(rows) + len(not_rows) == len(reviews)
    # Every review that is no row breaks, for the reader, the very rule that it was kept out by.
    by_id = {one.review_id: one for one in reviews}
    of_child: dict[str, list[tuple[str, ...]]] = {}
    for each in told:
        of_child.setdefault(each[0], []).append(each)
    for one in (*found.held_back, *found.left_out):
        child, review = children[one.child_id], by_id[one.review_id]
        if child.case_number in NUMBERS or one.why == "not_looked_after":
            continue
        row = {
            "CHILD": child.case_number, "DOB": said(child.born_on),
            "REVIEW": said(review.held_on), "REVIEW_CODE": review.code or "",
        }  # fmt: skip
        theirs = of_child.get(child.case_number, [])
        rules = {rule for _, rule in broken([row], header=header, episodes=theirs, year=YEAR)}
        assert one.why.value in rules
    kept_out = {one.why.value for one in (*found.held_back, *found.left_out)}
    assert kept_out == {"167", "440", "441", "399", "1012", "INT08", "not_looked_after"}
    again = made(YEAR, children=children, reviews=reviews[::-1], on=LAST)
    assert as_csv(found.rows) == as_csv(again.rows)  # the same bytes, whatever the order


@pytest.mark.parametrize(
    ("code", "days_after_fourth_birthday", "fails"),
    [
        ("PN0", -1, []), ("PN0", 0, []), ("PN0", 1, [Rule.TOO_OLD_FOR_PN0]),
        ("PN4", -1, [Rule.TOO_YOUNG_FOR_OTHERS]), ("PN4", 0, []), ("PN4", 1, []),
        (None, 1, [Rule.CODE]),
    ],
)  # fmt: skip
def test_a_fourth_birthday_is_neither_too_young_nor_too_old(
    code, days_after_fourth_birthday, fails
):
    child, review = a_child(born_on=date(2021, 9, 1)), UUID(int=2)
    held = date(2025, 9, 1) + timedelta(days=days_after_fourth_birthday)
    told = HeldReview(review_id=review, child_id=child.child_id, held_on=held, code=code)
    found = made(YEAR, children={child.child_id: child}, reviews=[told], on=LAST)
    assert [one.why for one in found.held_back] == fails


def test_a_header_that_says_otherwise_holds_the_row_back():
    child = a_child(born_on=date(2012, 5, 5))
    held = HeldReview(
        review_id=UUID(int=2), child_id=child.child_id, held_on=date(2025, 6, 2), code="PN1"
    )

    def against(header, on=LAST):
        found = made(YEAR, children={child.child_id: child}, reviews=[held], header=header, on=on)
        return [one.why for one in found.held_back]

    assert against(None) == against({"566910": date(2012, 5, 5)}) == []
    assert against({}) == [Rule.NOT_IN_HEADER]
    assert against({"566910": date(2012, 5, 6)}) == [Rule.BIRTH_DIFFERS]
    assert against(None, on=date(2025, 6, 1)) == [Rule.DATE]  # it has not come yet


def test_a_year_is_one_of_the_returns():
    assert days_of(2027) == (date(2026, 4, 1), date(2027, 3, 31))
    with pytest.raises(BadInput):
        days_of(27)


def a_child(*, born_on: date) -> ReturnedChild:
    care = Stretch(began_on=date(2024, 1, 1), ended_on=None, legal_status="C2")
    return ReturnedChild(
        child_id=UUID(int=1), case_number="566910", born_on=born_on, episodes=[care]
    )
