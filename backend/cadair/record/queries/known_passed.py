"""What passed between a review and the one before it, as lines of its record."""

from collections.abc import Iterable, Iterator
from datetime import date

from sqlalchemy.orm import Session

from cadair.access.actor import Job
from cadair.contributions.rules.forms import Audience
from cadair.messages.queries import Reading
from cadair.messages.queries.since import Since, passed_since
from cadair.messages.queries.visits import KeptVisit
from cadair.record.queries.heard import Heard
from cadair.record.queries.known_said import named, whom
from cadair.record.rules.known import Fact, KnownLine, Source
from cadair.record.rules.writing import Heading


def passed(session: Session, heard: Heard, key: bytes) -> Since:
    """All that passed since the last review was held, or since care began."""
    began = heard.earlier[0].held_on if heard.earlier else heard.around.child.care_started_on
    return passed_since(
        session,
        around=heard.around,
        since=began or heard.on,
        reading=Reading(person_id=None, key=key, known={}),
    )


def passed_in(heard: Heard, since: Since) -> list[tuple[Heading, KnownLine]]:
    """Visits, requests, messages that were marked to the record, notes, and what was not safe."""
    found = [(Heading.PARTICIPATION, line) for line in _visits(heard, since.visits)]
    found += [(Heading.PARTICIPATION, line) for line in _requests(heard, since)]
    for message in since.messages:
        by_child = message.author.job is Job.CHILD
        heading = Heading.PARTICIPATION if by_child else Heading.TOPICS
        line = KnownLine(
            id=f"message:{message.id}",
            source=Source.MESSAGE,
            fact=Fact.SAID,
            source_id=message.id,
            said_by=named(heard, message.author),
            at=message.written_at,
            words=message.words,
            language=message.language,
            wish_id=message.wish_id,
        )
        found.append((heading, line))
    found += [(Heading.TOPICS, line) for line in _notes(heard, since)]
    return found + [(Heading.DISAGREEMENTS, line) for line in _unsafe(heard, since)]


def _visits(heard: Heard, visits: Iterable[KeptVisit]) -> Iterator[KnownLine]:
    until = heard.review.held_on or date.max
    for each in visits:
        facts = each.facts
        if facts.done_on is None or facts.done_on > until:
            continue
        officer = named(heard, each.officer)
        if facts.spoke_alone is not None:
            yield KnownLine(
                id=f"visit:{each.id}",
                source=Source.VISIT,
                fact=Fact.SPOKE_ALONE,
                source_id=each.id,
                said_by=officer,
                on=facts.done_on,
                value=facts.spoke_alone,
                words=facts.why,
            )
        if facts.wants_recorded is not None:
            yield KnownLine(
                id=f"visit:{each.id}:wanted",
                source=Source.VISIT,
                fact=Fact.WANTED_RECORDED,
                source_id=each.id,
                on=facts.done_on,
                said_by=whom(heard.people[heard.child.child_id]),
                words=facts.wants_recorded,
            )


def _requests(heard: Heard, since: Since) -> Iterator[KnownLine]:
    for each in since.requests:
        if each.taken_back_at is not None:
            continue
        yield KnownLine(
            id=f"request:{each.id}",
            source=Source.REQUEST,
            fact=Fact.ASKED_FOR,
            source_id=each.id,
            said_by=whom(heard.people[heard.child.child_id]),
            at=each.asked_at,
            value=each.kind,
            words=each.words,
        )
        if each.answer is not None:
            yield KnownLine(
                id=f"request:{each.id}:answer",
                source=Source.REQUEST,
                fact=Fact.ANSWERED,
                source_id=each.id,
                said_by=named(heard, each.answered_by) if each.answered_by else None,
                at=each.answered_at,
                on=each.on,
                value=each.answer,
                words=each.reason,
            )


def _notes(heard: Heard, since: Since) -> Iterator[KnownLine]:
    for note in since.notes:
        yield KnownLine(
            id=f"note:{note.id}",
            source=Source.NOTE,
            fact=Fact.NOTED,
            source_id=note.id,
            said_by=named(heard, note.author),
            at=note.written_at,
            words=note.words,
            audience=Audience.ONLY_OFFICER,
        )


def _unsafe(heard: Heard, since: Since) -> Iterator[KnownLine]:
    for report in since.unsafe:
        yield KnownLine(
            id=f"unsafe:{report.id}",
            source=Source.UNSAFE,
            fact=Fact.NOT_SAFE,
            source_id=report.id,
            said_by=whom(heard.people[heard.child.child_id]),
            at=report.said_at,
            words=report.words,
            audience=Audience.ONLY_OFFICER,
        )
        if report.what_was_done is not None:
            taken_on = report.acknowledged
            yield KnownLine(
                id=f"unsafe:{report.id}:done",
                source=Source.UNSAFE,
                fact=Fact.ANSWERED,
                source_id=report.id,
                said_by=named(heard, taken_on.by) if taken_on else None,
                at=report.closed_at,
                words=report.what_was_done,
                audience=Audience.ONLY_OFFICER,
            )
