"""What happened in a review's meetings, as lines of its record: who came, who led, what was said.

The officer's own notes are theirs: what of them belongs in the record, they write there.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final
from uuid import UUID

from sqlalchemy.orm import Session

from cadair.contributions.rules.forms import Audience
from cadair.meeting.queries import MeetingFacts, PartFacts
from cadair.meeting.queries.own_words import Rated, told_rating
from cadair.people import queries as people
from cadair.record.queries.heard import Heard
from cadair.record.queries.known_said import whom
from cadair.record.rules.known import Fact, KnownLine, Source, Whom
from cadair.record.rules.writing import Heading
from cadair.reviews.queries.parts import MetPart

Placed = tuple[Heading, KnownLine]
CHILD: Final = "child"  # who led or chose, where it is none by name
OFFICER: Final = "officer"


def of_meeting(
    session: Session, heard: Heard, met: MeetingFacts, parts: Iterable[MetPart], *, key: bytes
) -> list[Placed]:
    """What each part of the meeting is known by; a part is named where there is another."""
    titles = {part.id: part.title for part in parts}
    who = _everybody(session, heard, met)
    child_id = heard.child.child_id
    found: list[Placed] = []
    for part in met.parts:
        title = titles.get(part.part_id) if len(titles) > 1 else None
        found += [(Heading.ATTENDANCE, line) for line in _came(part, who, title)]
        found += [(Heading.PARTICIPATION, line) for line in _led(part, who, child_id)]
        found += [(Heading.PARTICIPATION, line) for line in _levels(part, who[child_id])]
        found += [(Heading.TOPICS, line) for line in _covered(part)]
        found += _read_back(part, who[child_id])
    rated = told_rating(session, child_id=child_id, review_id=heard.review.id, key=key)
    if rated is not None:
        found += [(Heading.PARTICIPATION, line) for line in _rated(rated, who[child_id])]
    return found


def _everybody(session: Session, heard: Heard, met: MeetingFacts) -> Mapping[UUID, Whom]:
    """Those around the child, and whoever was there and has left since."""
    known = {someone.person_id: whom(someone) for someone in heard.people.values()}
    named = {each.person_id for part in met.parts for each in part.attended if each.person_id}
    named |= {
        id_ for part in met.parts for each in part.led if (id_ := _person(each.by)) is not None
    }
    if not named - known.keys():
        return known
    gone = people.people(session, person_ids=list(named - known.keys()))
    return known | {
        each.id: Whom(
            person_id=each.id, name=each.name, called=each.called, job=each.job, kind=None
        )
        for each in gone.values()
    }


def _came(part: PartFacts, who: Mapping[UUID, Whom], title: str | None) -> Iterator[KnownLine]:
    for number, each in enumerate(part.attended):
        yield KnownLine(
            id=f"came:{part.part_id}:{each.person_id or number}",
            source=Source.MEETING,
            fact=Fact.CAME,
            source_id=part.part_id,
            about=who.get(each.person_id) if each.person_id else None,
            who_words=each.called,
            at=each.came_at,
            value=title,
        )


def _led(part: PartFacts, who: Mapping[UUID, Whom], child_id: UUID) -> Iterator[KnownLine]:
    """Welcome, rules and goodbye stand in `topic`; where the officer led, `value` says it."""
    for each in part.led:
        leader = child_id if each.by == CHILD else _person(each.by)
        is_named = each.words is not None or each.matter is not None
        yield KnownLine(
            id=f"led:{part.part_id}:{each.item}",
            source=Source.MEETING,
            fact=Fact.LED,
            source_id=part.part_id,
            about=who.get(leader) if leader else None,
            value=OFFICER if each.by == OFFICER else None,
            words=each.words,
            topic=None if is_named else each.item,
            matter=each.matter,
        )


def _levels(part: PartFacts, child: Whom) -> Iterator[KnownLine]:
    """How the child came to lead more or less; the first is as they had planned it."""
    for number, each in enumerate(part.levels):
        if each.by is not None:
            yield KnownLine(
                id=f"level:{part.part_id}:{number}",
                source=Source.MEETING,
                fact=Fact.LEVEL_CHANGED,
                source_id=part.part_id,
                said_by=child if each.by == CHILD else None,
                at=each.at,
                value=str(each.level),
            )


def _covered(part: PartFacts) -> Iterator[KnownLine]:
    for matter in part.covered:
        yield KnownLine(
            id=f"covered:{part.part_id}:{matter}",
            source=Source.MEETING,
            fact=Fact.COVERED,
            source_id=part.part_id,
            matter=matter,
        )


def _read_back(part: PartFacts, child: Whom) -> Iterator[Placed]:
    """What was read to the child, and under it what they said to it."""
    for each in part.read_back:
        heading = Heading.DECISIONS if each.of == "decision" else Heading.WISHES
        line = KnownLine(
            id=f"read_back:{part.part_id}:{each.id}",
            source=Source.MEETING,
            fact=Fact.READ_BACK,
            source_id=part.part_id,
            value=None if each.reply else "unanswered",
            words=each.words,
        )
        yield heading, line
        if each.reply is not None:
            said = KnownLine(
                id=f"read_back:{part.part_id}:{each.id}:reply",
                source=Source.MEETING,
                fact=Fact.REPLIED,
                source_id=part.part_id,
                said_by=child,
                value=each.reply,
                words=each.reply_words,
            )
            yield heading, said


def _rated(rated: Rated, child: Whom) -> Iterator[KnownLine]:
    """How the child found it, and what they would do differently: for their officer."""
    for fact, value, words in (
        (Fact.HOW_IT_WAS, rated.face, rated.words),
        (Fact.WOULD_CHANGE, None, rated.change),
    ):
        if value or words:
            yield KnownLine(
                id=f"{fact}:{rated.review_id}",
                source=Source.MEETING,
                fact=fact,
                source_id=rated.review_id,
                said_by=child,
                at=rated.at,
                value=value,
                words=words,
                audience=Audience.ONLY_OFFICER,
            )


def _person(by: str) -> UUID | None:
    """Whom a lead names, where it is somebody by name."""
    try:
        return UUID(by)
    except ValueError:
        return None
