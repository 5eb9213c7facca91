"""What follows from episodes, ages and postcodes."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cadair.children.rules import Band, age_on, band_for
from cadair.children.rules.care_facts import CarePeriodFacts, ShortBreaksFacts
from cadair.children.rules.episodes import EpisodeFacts
from cadair.children.rules.history import join
from cadair.children.rules.out_of_area import OutOfAreaBy, out_of_area, where_it_lies
from cadair.children.rules.time_in_care import is_care_leaver, time_in_care

ON = date(2026, 11, 21)


def day(written: str) -> date:
    return date.fromisoformat(written)


def episode(
    began: str,
    ended: str | None = None,
    *,
    rne: str = "S",
    rec: str = "",
    ls: str = "C2",
    place: str = "U6",
) -> EpisodeFacts:
    return EpisodeFacts(
        began_on=day(began),
        reason_began=rne,
        legal_status=ls,
        place=place,
        ended_on=day(ended) if ended else None,
        reason_ended=rec,
    )


def periods(*episodes: EpisodeFacts) -> list[tuple[str, str | None]]:
    return [
        (str(period.started_on), str(period.ended_on) if period.ended_on else None)
        for period in time_in_care(episodes, on=ON).periods
    ]


def test_episodes_that_follow_each_other_are_one_period():
    assert periods(
        episode("2024-01-10", "2024-03-01", rec="X1"),
        episode("2024-03-01", "2024-06-30", rne="P", rec="X1"),
        episode("2024-07-01", rne="L", ls="C1"),
    ) == [("2024-01-10", None)]


def test_coming_back_later_starts_another_period():
    assert periods(episode("2024-01-10", "2024-03-01", rec="E4A"), episode("2024-09-02")) == [
        ("2024-01-10", "2024-03-01"),
        ("2024-09-02", None),
    ]


@pytest.mark.parametrize(
    ("rec", "gap", "rne", "one_period"),
    [
        ("X1", 0, "P", True),
        ("X1", 1, "P", True),
        ("X1", 0, "S", True),  # the codes disagree, the dates do not
        ("E8", 0, "P", True),
        ("", 1, "S", True),
        ("E8", 0, "S", False),  # home for some hours, and back: both codes say so
        ("E8", 1, "S", False),
        ("X1", 9, "P", True),  # an episode is missing, care is not
        ("", 9, "L", True),
        ("X1", 9, "S", False),
        ("E8", 9, "P", False),
        ("E8", 9, "S", False),
    ],
)
def test_care_goes_on_unless_it_is_said_to_stop(rec, gap, rne, one_period):
    before = episode("2024-01-10", "2024-03-01", rec=rec)
    after = episode(str(day("2024-03-01") + timedelta(days=gap)), rne=rne)
    assert (len(periods(before, after)) == 1) is one_period


def test_short_breaks_are_no_period_of_care():
    time = time_in_care(
        [
            episode("2026-05-02", "2026-05-04", ls="V3", rec="E8"),
            episode("2026-06-06", "2026-06-08", ls="V3", rec="E8"),
            episode("2026-08-01", "2026-08-03", ls="V3", rec="E8"),
        ],
        on=ON,
    )
    assert time.periods == ()
    assert time.short_breaks == (ShortBreaksFacts(started_on=day("2026-05-02")),)


def test_a_long_silence_or_care_ends_an_arrangement_of_short_breaks():
    silent = [
        episode("2025-01-02", "2025-01-04", ls="V3"),
        episode("2025-10-02", "2025-10-04", ls="V3"),
    ]
    assert [each.ended_on for each in time_in_care(silent, on=ON).short_breaks] == [
        day("2025-01-04"),
        day("2025-10-04"),
    ]
    into_care = [
        episode("2026-09-02", "2026-09-04", ls="V3", rec="X1"),
        episode("2026-09-04", rne="L", ls="V2"),
    ]
    time = time_in_care(into_care, on=ON)
    assert [each.ended_on for each in time.short_breaks] == [day("2026-09-04")]
    assert time.periods == (CarePeriodFacts(started_on=day("2026-09-04")),)
    assert time.starts_known


def test_a_first_episode_that_goes_on_from_another_says_that_care_began_before_it():
    assert not time_in_care([episode("2025-04-01", rne="P")], on=ON).starts_known


def test_a_placement_order_and_a_placement_are_read_from_the_episodes():
    waiting = [
        episode("2024-01-01", "2024-05-01", rec="X1", ls="C2"),
        episode("2024-05-01", "2024-09-01", rne="L", rec="X1", ls="E1"),
    ]
    placed = [*waiting, episode("2024-09-01", rne="P", ls="E1", place="A6")]
    adoption = time_in_care(placed, on=ON).adoption
    assert adoption.authority_on == day("2024-05-01")
    assert (adoption.placed_on, adoption.placement_ended_on) == (day("2024-09-01"), None)
    back = [
        *waiting,
        episode("2024-09-01", "2024-12-01", rne="P", rec="X1", ls="E1", place="A6"),
        episode("2024-12-01", rne="B", ls="C2"),
    ]
    adoption = time_in_care(back, on=ON).adoption
    assert adoption.authority_on is None  # the order gave way to another legal status
    assert adoption.placement_ended_on == day("2024-12-01")


def test_consent_shows_only_when_the_child_is_placed_by_it():
    adoption = time_in_care(
        [
            episode("2024-01-01", "2024-05-01", rec="X1", ls="V2"),
            episode("2024-05-01", rne="P", ls="V2", place="A4"),
        ],
        on=ON,
    ).adoption
    assert adoption.authority_on == adoption.placed_on == day("2024-05-01")


def test_adoption_belongs_to_the_period_of_care_it_happened_in():
    adoption = time_in_care(
        [
            episode("2020-01-01", "2021-01-01", rec="E4A", ls="E1", place="A6"),
            episode("2026-01-01"),
        ],
        on=ON,
    ).adoption
    assert adoption.authority_on is None
    assert adoption.placed_on is None


def test_a_care_leaver_had_thirteen_weeks_from_14_and_some_at_16():
    def leaver(born: str, *spans: tuple[str, str], rec: str = "E8") -> bool:
        return is_care_leaver(
            [CarePeriodFacts(started_on=day(a), ended_on=day(b)) for a, b in spans],
            last_reason=rec,
            born_on=day(born),
            on=ON,
        )

    assert leaver("2009-01-01", ("2025-01-01", "2025-04-02"))
    assert not leaver("2009-01-01", ("2025-01-01", "2025-04-01"))  # a day short
    assert leaver("2009-01-01", ("2023-02-01", "2023-06-01"), ("2025-01-01", "2025-01-02"))
    assert not leaver("2009-01-01", ("2023-02-01", "2024-12-31"))  # left before 16
    assert not leaver("2009-01-01", ("2024-01-01", "2026-01-02"), rec="E11")  # adopted
    assert not leaver("2009-01-01", ("2024-01-01", "2027-01-01"))  # still there


def test_nobody_is_looked_after_from_18_on_whatever_the_file_forgot():
    still_open = [CarePeriodFacts(started_on=day("2020-01-01"))]
    assert is_care_leaver(still_open, last_reason="", born_on=day("2008-06-01"), on=ON)


@pytest.mark.parametrize(
    ("age", "band"),
    [(3, "under_4"), (4, "under_8"), (7, "under_8"), (8, "8_to_11"), (11, "8_to_11"),
     (12, "12_to_15"), (15, "12_to_15"), (16, "16_plus"), (17, "16_plus"), (18, "pathway")],
)  # fmt: skip
def test_the_band_goes_by_age(age, band):
    assert band_for(age, care_leaver=False) == band
    assert band_for(age, care_leaver=True) is Band.PATHWAY


def test_a_child_of_29_february_is_a_year_older_on_1_march():
    assert age_on(day("2020-02-29"), day("2024-02-28")) == 3
    assert age_on(day("2020-02-29"), day("2025-02-28")) == 4
    assert age_on(day("2020-02-29"), day("2025-03-01")) == 5


@pytest.mark.parametrize(
    ("lives", "home", "listed", "expected"),
    [
        ("CF11 2BB", "CF10 1AA", (), (False, OutOfAreaBy.HOME_POSTCODE_AREA)),
        ("EH6 5AA", "CF10 1AA", (), (True, OutOfAreaBy.HOME_POSTCODE_AREA)),
        ("eh65aa", "cf101aa", (), (True, OutOfAreaBy.HOME_POSTCODE_AREA)),
        ("CF11 2BB", "", (), (None, OutOfAreaBy.NOTHING)),
        ("", "CF10 1AA", ("CF10",), (None, OutOfAreaBy.NOTHING)),
        ("CF11 2BB", "", ("CF10", "CF11"), (False, OutOfAreaBy.COUNCIL_POSTCODES)),
        ("CF31 2BB", "", ("CF10", "CF3"), (True, OutOfAreaBy.COUNCIL_POSTCODES)),
        ("CF31 2BB", "", ("CF",), (False, OutOfAreaBy.COUNCIL_POSTCODES)),
        ("somewhere", "CF10 1AA", ("CF",), (None, OutOfAreaBy.NOTHING)),
    ],
)
def test_out_of_area_says_on_what_evidence(lives, home, listed, expected):
    assert (
        out_of_area(placement_postcode=lives, home_postcode=home, council_postcodes=listed)
        == expected
    )


def test_what_the_case_system_says_of_the_area_counts_most():
    assert out_of_area(
        placement_postcode="CF11 2BB",
        home_postcode="CF10 1AA",
        said_by_case_system="OUT",
        council_postcodes=("CF11",),
    ) == (True, OutOfAreaBy.CASE_SYSTEM)


@pytest.mark.parametrize(
    ("postcode", "lies"),
    [
        ("CF10 1AA", ("CF", "CF10")),
        ("E1 6AN", ("E", "E1")),
        ("EC1A 1BB", ("EC", "EC1A")),
        ("W1A 0AX", ("W", "W1A")),
        ("CF3", ("CF", "CF3")),
        ("12345", None),
    ],
)
def test_a_postcode_says_its_area_and_district(postcode, lies):
    assert where_it_lies(postcode) == lies


def test_a_newer_extract_of_one_year_keeps_what_is_known_from_before():
    known = [
        episode("2023-01-01", "2024-06-01", rec="X1"),
        episode("2024-06-01", rne="P"),
    ]
    ended = episode("2024-06-01", "2025-09-01", rne="P", rec="X1")
    newer = [ended, episode("2025-09-01", rne="P", place="K2")]
    joined = join(known, newer)
    assert joined.whole == (known[0], *newer)
    assert (joined.added, joined.changed, joined.withdrawn) == ((newer[1],), (ended,), ())


def test_an_episode_that_was_put_right_is_withdrawn():
    known = [episode("2024-01-01", "2024-06-01", rec="X1"), episode("2024-06-01", rne="P")]
    newer = [episode("2024-01-01", "2024-06-03", rec="X1"), episode("2024-06-03", rne="P")]
    joined = join(known, newer)
    assert joined.withdrawn == (known[1],)
    assert joined.whole == tuple(newer)


EPISODE_RUNS = st.lists(
    st.tuples(
        st.integers(1, 400),  # how long
        st.sampled_from((0, 0, 1, 1, 30)),  # the gap after it
        st.sampled_from(("X1", "X1", "E8", "")),
        st.sampled_from("SPLTBU"),
        st.sampled_from(("C1", "C2", "V2", "E1", "V3", "V4")),
        st.sampled_from(("U6", "A5", "A6", "K2")),
    ),
    max_size=12,
)


@given(runs=EPISODE_RUNS, open_ended=st.booleans(), shuffled=st.randoms(use_true_random=False))
def test_periods_of_care_never_overlap_and_hold_every_episode(runs, open_ended, shuffled):
    episodes, began = [], date(2015, 1, 1)
    for long, gap, rec, rne, ls, place in runs:
        ended = began + timedelta(days=long)
        episodes.append(
            EpisodeFacts(
                began_on=began, ended_on=ended, reason_began=rne, reason_ended=rec,
                legal_status=ls, place=place,
            )
        )  # fmt: skip
        began = ended + timedelta(days=gap)
    if episodes and open_ended:
        last = episodes[-1]
        episodes[-1] = EpisodeFacts(
            began_on=last.began_on, reason_began=last.reason_began, legal_status=last.legal_status,
            place=last.place,
        )  # fmt: skip
    in_order = time_in_care(episodes, on=ON)
    shuffled.shuffle(episodes)
    time = time_in_care(episodes, on=ON)
    assert time == in_order
    for before, after in zip(time.periods, time.periods[1:], strict=False):
        assert before.ended_on is not None
        assert before.ended_on <= after.started_on
    for one in episodes:
        inside = [
            period
            for period in time.periods
            if period.started_on <= one.began_on
            and (period.ended_on is None or one.began_on <= period.ended_on)
        ]
        assert inside or one.is_short_break
    known = sorted(episodes, key=lambda one: one.began_on)
    assert not join(known, known).is_news
