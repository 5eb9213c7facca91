"""When a review is due, worked out slowly and by itself: nothing here comes from the rules.

It goes day by day through a made-up child's episodes, with the bank holidays typed out from the
government's list, so that a mistake would have to be made twice to go unseen.
"""

from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise

from tests.world.children_903 import MadeChild, MadeEpisode

BANK_HOLIDAYS = {
    date.fromisoformat(day)
    for day in """
    2019-01-01 2019-04-19 2019-04-22 2019-05-06 2019-05-27 2019-08-26 2019-12-25 2019-12-26
    2020-01-01 2020-04-10 2020-04-13 2020-05-08 2020-05-25 2020-08-31 2020-12-25 2020-12-28
    2021-01-01 2021-04-02 2021-04-05 2021-05-03 2021-05-31 2021-08-30 2021-12-27 2021-12-28
    2022-01-03 2022-04-15 2022-04-18 2022-05-02 2022-06-02 2022-06-03 2022-08-29 2022-09-19
    2022-12-26 2022-12-27
    2023-01-02 2023-04-07 2023-04-10 2023-05-01 2023-05-08 2023-05-29 2023-08-28 2023-12-25
    2023-12-26
    2024-01-01 2024-03-29 2024-04-01 2024-05-06 2024-05-27 2024-08-26 2024-12-25 2024-12-26
    2025-01-01 2025-04-18 2025-04-21 2025-05-05 2025-05-26 2025-08-25 2025-12-25 2025-12-26
    2026-01-01 2026-04-03 2026-04-06 2026-05-04 2026-05-25 2026-08-31 2026-12-25 2026-12-28
    2027-01-01 2027-03-26 2027-03-29 2027-05-03 2027-05-31 2027-08-30 2027-12-27 2027-12-28
    """.split()
}
A_DAY = timedelta(days=1)
SHORT = {"V3", "V4"}
PLACED = {"A5", "A6"}
ADOPTED_OR_GONE = {"E11", "E12", "E2", "E3"}


def slow_due(child: MadeChild, on: date) -> date | None:
    """The day by which the child's next review must be held, as `domain` has the law."""
    care = [one for one in child.episodes if one.status not in SHORT]
    adult = turns(child.born, 18)
    if care and on < adult and (care[-1].ended is None or care[-1].ended > on):
        return _in_care(child, care)
    if on < adult:
        breaks = _short_breaks(child, care, on)
        if breaks is not None:
            return breaks
    return _after_care(child, care, on) if care else None


def _in_care(child: MadeChild, care: list[MadeEpisode]) -> date:
    period = []
    for episode in reversed(care):
        period.insert(0, episode)
        if episode.reason == "S":
            break
    if period[-1].place in PLACED:
        placed = _since(period, lambda episode: episode.place in PLACED)
        held = [day for day, _ in child.reviews if day > placed]
        if not held:
            return placed + timedelta(days=28)
        return months_after(held[-1], 3 if len(held) == 1 else 6)
    held = [day for day, _ in child.reviews if day > period[0].began]
    if not held:
        dues = [working_days_after(period[0].began, 20)]
    else:
        dues = [months_after(held[-1], 3 if len(held) == 1 else 6)]
    return min(dues + _waiting_for_adoption(period, held))


def _waiting_for_adoption(period: list[MadeEpisode], held: list[date]) -> list[date]:
    dues = []
    if period[-1].status == "E1":
        authority = _since(period, lambda episode: episode.status == "E1")
        if not [day for day in held if day > authority]:
            dues.append(months_after(authority, 3))
    returned = [
        after.began
        for before, after in pairwise(period)
        if before.place in PLACED and after.place not in PLACED
    ]
    if returned and not [day for day in held if day > returned[-1]]:
        dues.append(returned[-1] + timedelta(days=42))
    return dues


def _since(period: list[MadeEpisode], holds: Callable[[MadeEpisode], bool]) -> date:
    began = period[-1].began
    for episode in reversed(period):
        if not holds(episode):
            break
        began = episode.began
    return began


def _short_breaks(child: MadeChild, care: list[MadeEpisode], on: date) -> date | None:
    breaks = [one for one in child.episodes if one.status in SHORT]
    if not breaks:
        return None
    last = breaks[-1]
    if last.ended is not None and (
        (on - last.ended).days > 183 or [one for one in care if one.began >= last.ended]
    ):
        return None
    began = last.began
    for before, after in reversed(list(pairwise(breaks))):
        if (after.began - before.ended).days > 183:
            break
        began = before.began
    held = [day for day, _ in child.reviews if day > began]
    return months_after(held[-1], 6) if held else months_after(began, 3)


def _after_care(child: MadeChild, care: list[MadeEpisode], on: date) -> date | None:
    if care[-1].why_ended in ADOPTED_OR_GONE:
        return None
    adult, sixteen = turns(child.born, 18), turns(child.born, 16)
    left = min(care[-1].ended or adult, adult)
    if left > on or left < sixteen or on >= turns(child.born, 21):
        return None
    days = 0
    day = turns(child.born, 14)
    while day < left:
        days += _in_care_on(care, day)
        day += A_DAY
    if days < 13 * 7:
        return None
    held = [day for day, _ in child.reviews if day >= sixteen]
    due = months_after(held[-1] if held else left, 6)
    return due if due < turns(child.born, 21) else None


def _in_care_on(care: list[MadeEpisode], day: date) -> bool:
    return any(
        one.began <= day
        and (one.ended is None or day < one.ended or (one.why_ended == "X1" and day == one.ended))
        for one in care
    )


def turns(born: date, age: int) -> date:
    day = born
    while (day.year, day.month, day.day) < (born.year + age, born.month, born.day):
        day += A_DAY
    return day


def working_days_after(day: date, count: int) -> date:
    while count:
        day += A_DAY
        if day.strftime("%a") not in ("Sat", "Sun") and day not in BANK_HOLIDAYS:
            count -= 1
    return day


def months_after(day: date, months: int) -> date:
    year, month = day.year, day.month
    for _ in range(months):
        month += 1
        if month == 13:
            year, month = year + 1, 1
    for number in (day.day, 30, 29, 28):
        try:
            return date(year, month, min(number, day.day))
        except ValueError:
            continue
    raise AssertionError("every month has 28 days")
