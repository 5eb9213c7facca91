"""Making one child's record out of their rows, or saying of each row why it cannot be.

A child is taken in whole or not at all: one refused row holds all of theirs back, since a history
with a hole in it would give a wrong date for the next review.
"""

from dataclasses import dataclass, field
from datetime import date
from typing import Final

from cadair.children.documents.ssda903.cells import (
    NOT_A_DATE,
    case_number_refused,
    date_in,
)
from cadair.children.documents.ssda903.episode_rows import read_episodes
from cadair.children.documents.ssda903.rows import Refused, Row
from cadair.children.documents.ssda903.spool import ChildRows
from cadair.children.documents.ssda903.tables import Table
from cadair.children.rules.ages import age_on
from cadair.children.rules.episodes import (
    PARTICIPATION_CODES,
    AdoptionDecisionFacts,
    ChildRecord,
)

OLDEST: Final = 40  # an age that only a wrong century gives


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingRules:
    """What decides whether a row is good, beside the row itself."""

    today: date
    codes_optional: bool  # Wales returns no participation codes
    council_postcodes: tuple[str, ...] = ()


@dataclass(slots=True, kw_only=True)
class ReadChild:
    """What became of one child's rows."""

    child: str
    record: ChildRecord | None = None
    refused: list[Refused] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)  # taken in, and worth a look
    duplicates: int = 0  # rows that repeat another


def read_child(rows: ChildRows, rules: ReadingRules) -> ReadChild:
    """The record of one child; `refused` says why there is none."""
    result = ReadChild(child=rows.child, refused=list(rows.refused))
    why_not = case_number_refused(rows.child)
    if why_not is None and not rows.rows[Table.HEADER]:
        why_not = "not_in_header", "The Header table has no readable row of this child."
    if why_not is not None:
        everything = [row for table in Table for row in rows.rows[table]]
        result.refused += [row.refused("CHILD", *why_not) for row in everything]
        return result
    born_on = _born_on(rows.rows[Table.HEADER], rules, result)
    if born_on is None:
        return result
    read = read_episodes(
        rows.rows[Table.EPISODES],
        born_on=born_on,
        today=rules.today,
        council_postcodes=rules.council_postcodes,
    )
    result.refused += read.refused
    result.remarks += read.remarks
    result.duplicates += read.duplicates
    reviews = _reviews(rows.rows[Table.REVIEWS], born_on, rules, result)
    decisions = _adoption_decisions(rows.rows[Table.PLACED_ADOPTION], born_on, rules, result)
    if not result.refused:
        if not read.episodes:
            result.remarks.append("no episode: not looked after in the time of this extract")
        result.record = ChildRecord(
            case_number=rows.child,
            born_on=born_on,
            sex=rows.rows[Table.HEADER][-1]["SEX"].upper(),
            episodes=read.episodes,
            reviews=reviews,
            adoption_decisions=decisions,
        )
    return result


def _born_on(headers: list[Row], rules: ReadingRules, result: ReadChild) -> date | None:
    """The day of birth, on which every Header row of the child must agree."""
    first = date_in(headers[0]["DOB"])
    refused_before = len(result.refused)
    for row in headers:
        born_on = date_in(row["DOB"])
        if born_on is None:
            result.refused.append(row.refused("DOB", *NOT_A_DATE))
        elif born_on > rules.today:
            result.refused.append(
                row.refused("DOB", "born_in_the_future", "The day of birth has not come yet.")
            )
        elif age_on(born_on, rules.today) >= OLDEST:
            result.refused.append(
                row.refused("DOB", "too_old", f"The child would be {OLDEST} or older.")
            )
        elif born_on != first:
            result.refused.append(
                row.refused(
                    "DOB",
                    "birth_differs",
                    f"Line {headers[0].line} of {headers[0].file} has another day of birth.",
                )
            )
    result.duplicates += len(headers) - 1
    return first if len(result.refused) == refused_before else None


def _same_birth(row: Row, born_on: date, result: ReadChild) -> bool:
    if not row["DOB"]:
        return True
    told = date_in(row["DOB"])
    if told is None:
        result.refused.append(row.refused("DOB", *NOT_A_DATE))
    elif told != born_on:
        result.refused.append(
            row.refused("DOB", "birth_differs", "The Header table has another day of birth.")
        )
    return told == born_on


def _day(row: Row, column: str, born_on: date, rules: ReadingRules) -> date | Refused:
    """A day in the child's life that is not still to come."""
    day = date_in(row[column])
    if day is None:
        return row.refused(column, *NOT_A_DATE)
    if day < born_on:
        return row.refused(column, "before_birth", "This is before the child was born.")
    if day > rules.today:
        return row.refused(column, "in_the_future", "This day has not come yet.")
    return day


def _reviews(
    rows: list[Row], born_on: date, rules: ReadingRules, result: ReadChild
) -> tuple[tuple[date, str], ...]:
    held: dict[date, tuple[str, Row]] = {}
    for row in rows:
        if not _same_birth(row, born_on, result):
            continue
        day = _day(row, "REVIEW", born_on, rules)
        if isinstance(day, Refused):
            result.refused.append(day)
            continue
        code = row["REVIEW_CODE"].upper()
        if code not in PARTICIPATION_CODES and not (code == "" and rules.codes_optional):
            result.refused.append(
                row.refused("REVIEW_CODE", "no_such_code", "A participation code is PN0 to PN7.")
            )
        elif day not in held:
            held[day] = (code, row)
        elif held[day][0] == code:
            result.duplicates += 1
        else:
            other = held[day][1]
            result.refused.append(
                row.refused(
                    "REVIEW_CODE",
                    "code_differs",
                    f"Line {other.line} of {other.file} has another code for this review.",
                )
            )
    return tuple((day, held[day][0]) for day in sorted(held))


def _adoption_decisions(
    rows: list[Row], born_on: date, rules: ReadingRules, result: ReadChild
) -> tuple[AdoptionDecisionFacts, ...]:
    decisions: dict[date, AdoptionDecisionFacts] = {}
    for row in rows:
        if not _same_birth(row, born_on, result):
            continue
        decision = _adoption_decision(row, born_on, rules)
        if isinstance(decision, Refused):
            result.refused.append(decision)
            continue
        known = decisions.get(decision.decided_on)
        result.duplicates += known is not None
        if known is None or known.reversed_on is None:  # a later year knows the end
            decisions[decision.decided_on] = decision
    return tuple(decisions[day] for day in sorted(decisions))


def _adoption_decision(
    row: Row, born_on: date, rules: ReadingRules
) -> AdoptionDecisionFacts | Refused:
    decided_on = _day(row, "DATE_PLACED", born_on, rules)
    if isinstance(decided_on, Refused):
        return decided_on
    reversed_on = None
    if row["DATE_PLACED_CEASED"]:
        ceased = _day(row, "DATE_PLACED_CEASED", born_on, rules)
        if isinstance(ceased, Refused):
            return ceased
        if ceased < decided_on:
            return row.refused(
                "DATE_PLACED_CEASED",
                "ends_before_it_begins",
                "The decision was reversed before it was made.",
            )
        reversed_on = ceased
    return AdoptionDecisionFacts(
        decided_on=decided_on,
        reversed_on=reversed_on,
        reason_reversed=row["REASON_PLACED_CEASED"].upper()[:8],
    )
