"""Who came to which part of a review: what the officer wrote, and whom else it may be said of."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from cadair.record.queries.heard import Heard
from cadair.record.queries.known_said import whom
from cadair.record.queries.summary import Summary
from cadair.record.rules.known import Whom
from cadair.reviews.queries.parts import MetPart
from cadair.reviews.rules import Asked


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """Somebody who had a seat in a part of the review, or was asked for their views."""

    person: Whom
    part_id: UUID | None
    sent_views: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Attended:
    """One person and one part; `came` is empty where the officer has not said yet."""

    person: Whom | None  # None: somebody without an account, in `who_words`
    who_words: str | None
    part_id: UUID | None
    came: str | None
    how: str | None
    why_words: str | None
    sent_views: bool


def expected_at(heard: Heard, summary: Summary, parts: Sequence[MetPart]) -> tuple[Expected, ...]:
    """The child first; whoever has a seat once for each part, the others once."""
    sent = {each.person.person_id for each in heard.said if each.counts}
    asked = {each.person.person_id for each in summary.asked if each.state is not Asked.NOT_YET}
    child_id = heard.child.child_id
    wanted = sorted(_wanted(heard, asked, parts), key=lambda each: each[0] != child_id)
    return tuple(
        Expected(
            person=whom(heard.people[person_id]), part_id=part_id, sent_views=person_id in sent
        )
        for person_id, part_id in wanted
        if person_id in heard.people
    )


def _wanted(
    heard: Heard, asked: set[UUID], parts: Sequence[MetPart]
) -> Iterator[tuple[UUID, UUID | None]]:
    seated = {person_id for part in parts for person_id in part.people}
    yield from ((person_id, part.id) for part in parts for person_id in part.people)
    for someone in heard.people.values():
        is_there = someone.kind is not None or someone.person_id in asked
        if someone.person_id not in seated and is_there:
            yield someone.person_id, None


def attendance(
    rows: Sequence[Mapping[str, Any]],
    expected: Sequence[Expected],
    others: Mapping[UUID, Whom],
) -> tuple[Attended, ...]:
    """What was written, in the order of those expected; then whoever else was there.

    `others` names those who are written of and not expected.
    """
    written = {(row["person_id"], row["part_id"]): row for row in rows if row["person_id"]}
    known = {each.person.person_id: each.person for each in expected} | dict(others)
    sent = {each.person.person_id for each in expected if each.sent_views}
    found = []
    for each in expected:
        part = str(each.part_id) if each.part_id else None
        row = written.pop((str(each.person.person_id), part), None)
        found.append(_attended(row, each.person, each.part_id, sent_views=each.sent_views))
    for row in rows:
        person_id = UUID(row["person_id"]) if row["person_id"] else None
        if person_id is None or (row["person_id"], row["part_id"]) in written:
            part_id = UUID(row["part_id"]) if row["part_id"] else None
            person = known[person_id] if person_id else None
            found.append(_attended(row, person, part_id, sent_views=person_id in sent))
    return tuple(found)


def unnamed(rows: Iterable[Mapping[str, Any]], expected: Iterable[Expected]) -> set[UUID]:
    """Those who are written of and have left since."""
    known = {str(each.person.person_id) for each in expected}
    return {UUID(row["person_id"]) for row in rows if row["person_id"] not in (None, *known)}


def _attended(
    row: Mapping[str, Any] | None, person: Whom | None, part_id: UUID | None, *, sent_views: bool
) -> Attended:
    told = row or {"who_words": None, "came": None, "how": None, "why_words": None}
    return Attended(
        person=person,
        who_words=told["who_words"],
        part_id=part_id,
        came=told["came"],
        how=told["how"],
        why_words=told["why_words"],
        sent_views=sent_views,
    )
