"""Made-up children with up to five years of history in care: nobody in it exists."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

OURS = ("CF10", "CF11", "CF14", "CF23", "CF24", "CF3", "CF5")
ELSEWHERE = ("NP20", "BS3", "EX4", "EH6", "SE15", "SA1")
FOSTERING = ("U1", "U3", "U4", "U6")
OTHER_PLACES = ("K2", "H5", "P1", "R1")


@dataclass(slots=True)
class MadeEpisode:
    """One row of Episodes."""

    began: date
    reason: str
    status: str
    place: str
    ended: date | None = None
    why_ended: str = ""
    home: str = ""
    postcode: str = ""


@dataclass(slots=True)
class MadeChild:
    """A child of the made-up return."""

    number: str
    born: date
    sex: str
    episodes: list[MadeEpisode] = field(default_factory=list)
    reviews: list[tuple[date, str]] = field(default_factory=list)
    decisions: list[tuple[date, date | None]] = field(default_factory=list)


def children(how_many: int, *, on: date, seed: int = 903) -> list[MadeChild]:
    """Children with up to five years of history before the day `on`."""
    chance = random.Random(seed)
    return [_child(f"{100_000 + number}", on, chance) for number in range(how_many)]


def _child(number: str, on: date, chance: random.Random) -> MadeChild:
    born = on - timedelta(days=chance.randrange(60, 19 * 365))
    child = MadeChild(number, born, chance.choice("12"))
    day = max(born, on - timedelta(days=chance.randrange(3, 5 * 365)))
    home = _postcode(chance, OURS)
    if chance.random() < 0.04:
        _short_breaks(child, day, on, home, chance)
        if chance.random() < 0.7:
            return child
        day = child.episodes[-1].ended or on
    while day < on:
        left = _period(child, day, on, home, chance)
        if left is None or chance.random() < 0.7:
            break
        day = left + timedelta(days=chance.randrange(20, 500))
    return child


def _short_breaks(child: MadeChild, day: date, on: date, home: str, chance: random.Random) -> None:
    if chance.random() < 0.3:
        ends = min(day + timedelta(days=chance.randrange(100, 500)), on)
        child.episodes.append(MadeEpisode(day, "S", "V4", "", ends, "E8", home, ""))
        return
    while True:
        ends = min(day + timedelta(days=chance.randrange(1, 5)), on)
        child.episodes.append(MadeEpisode(day, "S", "V3", "U6", ends, "E8", home, ""))
        day = ends + timedelta(days=chance.randrange(10, 60))
        if day >= on or chance.random() < 0.1:
            return


def _period(
    child: MadeChild, began: date, on: date, home: str, chance: random.Random
) -> date | None:
    """One period of care, with its moves and reviews; returns the day it ended, if it did."""
    adult = date(child.born.year + 18, child.born.month, min(child.born.day, 28))
    stays = chance.random() < 0.75
    ends = min(on, began + timedelta(days=chance.randrange(40, 1500)), adult)
    last = None if (stays or ends >= on) and adult > on else min(ends, adult)
    if last is not None and last <= began:
        last = began + timedelta(days=1)
    until = last or on
    _episodes(child, began, until, last, home, chance)
    _reviews(child, began, until, chance)
    return last


def _episodes(
    child: MadeChild,
    began: date,
    until: date,
    last: date | None,
    home: str,
    chance: random.Random,
) -> None:
    status, place = chance.choice(("C1", "V2", "V2", "J1", "L2")), chance.choice(FOSTERING)
    day, reason = began, "S"
    child.episodes.append(MadeEpisode(day, reason, status, place, None, "", home, ""))
    child.episodes[-1].postcode = _postcode(chance, OURS if chance.random() < 0.7 else ELSEWHERE)
    young = (began - child.born).days < 5 * 365
    while True:
        day += timedelta(days=chance.randrange(20, 400))
        if day >= until:
            break
        before = child.episodes[-1]
        before.ended, before.why_ended = day - timedelta(days=chance.randrange(2)), "X1"
        if before.ended < before.began:
            before.ended = before.began
        new = MadeEpisode(day, "P", before.status, before.place, None, "", home, before.postcode)
        if young and before.status in ("C1", "C2") and chance.random() < 0.4:
            new.reason, new.status = "L", "E1"
            child.decisions.append((day - timedelta(days=1), None))
        elif before.status == "E1" and before.place not in ("A5", "A6") and chance.random() < 0.6:
            new.place, new.postcode = chance.choice(("A5", "A6")), ""
        elif before.place in ("A5", "A6"):
            new.place, new.status, new.reason = "U6", chance.choice(("E1", "C2")), "B"
        elif chance.random() < 0.4:
            new.reason, new.status = "L", chance.choice(("C1", "C2", "V2"))
        else:
            new.place = chance.choice(FOSTERING + OTHER_PLACES)
            new.postcode = _postcode(chance, OURS if chance.random() < 0.6 else ELSEWHERE)
        child.episodes.append(new)
    if last is not None:
        child.episodes[-1].ended = last
        child.episodes[-1].why_ended = chance.choice(("E4A", "E8", "E5", "E45", "E11"))


def _reviews(child: MadeChild, began: date, until: date, chance: random.Random) -> None:
    day = began + timedelta(days=chance.randrange(12, 32))
    gaps = [chance.randrange(60, 98)]
    while day < until:
        age = (day - child.born).days / 365.25
        code = "PN0" if age < 4 else chance.choice(("PN1", "PN1", "PN2", "PN5", "PN6", "PN7"))
        child.reviews.append((day, code))
        day += timedelta(days=gaps.pop() if gaps else chance.randrange(120, 195))


def _postcode(chance: random.Random, districts: Sequence[str]) -> str:
    letters = "ABDEFGHJLNPQRSTUWXYZ"
    return (
        f"{chance.choice(districts)} {chance.randrange(10)}"
        f"{chance.choice(letters)}{chance.choice(letters)}"
    )
