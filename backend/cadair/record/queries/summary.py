"""The participation summary: what everybody said, in their own words, for one review.

It is built anew each time and never kept: nothing here but what was said, sorted.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy.orm import Session

from cadair.access.actor import Job
from cadair.children import queries as children
from cadair.contributions.rules.forms import FORM_OF_BAND, Topic, form, latest_version
from cadair.meeting.queries import MeetingFacts
from cadair.record.queries.brought import BroughtLine, brought_to
from cadair.record.queries.heard import Heard, HeardChild
from cadair.record.queries.participation import Participation, met_at, participation_of
from cadair.record.queries.said import Said, Someone
from cadair.record.rules import (
    FacePair,
    Line,
    TopicOfLines,
    beside_topic,
    by_author,
    by_topic,
    differences,
    faces_beside,
    not_spoken_of,
    not_to_be_raised,
    ways_of_taking_part,
)
from cadair.record.rules.beside import MEETING
from cadair.reviews import queries as reviews
from cadair.reviews.queries import Attempt, ReviewFacts
from cadair.reviews.rules import Asked, ReviewKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What one person said on one topic."""

    person: Someone
    lines: Sequence[Line]


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicOfOthers:
    """One topic, person beside person."""

    topic: str
    title: str
    entries: Sequence[Entry]


@dataclass(frozen=True, slots=True, kw_only=True)
class DifferingEntry:
    """One person's part in a difference, and what else they wrote on the same topic."""

    person: Someone
    says: Line
    words: Sequence[Line]


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """The same thing, answered differently."""

    topic: str
    title: str
    entries: Sequence[DifferingEntry]


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """What somebody saw of a child who cannot say it, marked as theirs."""

    contribution_id: UUID
    person: Someone
    shared_at: datetime
    topics: Sequence[TopicOfLines]


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedSomeone:
    """Somebody who was asked, or should be, and how far that has come."""

    person: Someone
    state: Asked
    invited_at: datetime | None
    answered_at: datetime | None
    attempts: Sequence[Attempt]


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierReview:
    """A review that was held, and how the child took part in it."""

    review_id: UUID
    kind: ReviewKind
    sequence: int | None
    held_on: date
    code: str | None
    confirmed: bool  # in Cadair; otherwise as the case system has it


@dataclass(frozen=True, kw_only=True)
class Summary:
    """Everything that the reviewing officer reads before a review."""

    review: ReviewFacts
    child: HeardChild
    own_words: Sequence[TopicOfLines]
    wishes: Sequence[Line]
    wishes_before: Sequence[Line]
    brought: Sequence[BroughtLine]  # out of messages between reviews
    taking_part: Sequence[Line]
    not_openly: Sequence[Line]
    faces: Sequence[FacePair]
    others: Sequence[TopicOfOthers]
    not_spoken_of: Sequence[Topic]
    differences: Sequence[Difference]
    observations: Sequence[Observation]
    asked: Sequence[AskedSomeone]
    participation: Participation
    met: MeetingFacts
    contributions: Mapping[UUID, Said]
    earlier: Sequence[EarlierReview]


@dataclass(frozen=True, kw_only=True)
class TakingPart:
    """How people want to take part, for whoever plans the review."""

    taking_part: Sequence[Line]
    not_openly: Sequence[Line]
    others: Sequence[Entry]


def summary_of(session: Session, heard: Heard) -> Summary:
    """Everything said, in the order in which the officer reads it."""
    childs, others = heard.childs_lines, heard.others_lines
    titles = {beside_topic(line): line.topic_title for line in reversed(childs)}
    key = children.sealing_key(session, child_id=heard.child.child_id)
    met = met_at(session, heard, key=key)
    return Summary(
        review=heard.review,
        child=heard.child,
        own_words=by_topic(line for line in childs if line.topic != MEETING),
        wishes=[line for line in childs if line.wish],
        brought=brought_to(session, review_id=heard.review.id, child_id=heard.child.child_id),
        wishes_before=[line for line in heard.childs_lines_before if line.wish],
        taking_part=ways_of_taking_part(childs),
        not_openly=not_to_be_raised(childs),
        faces=faces_beside(childs, heard.childs_lines_before),
        others=_person_beside_person(heard, by_topic(others, titles=titles)),
        not_spoken_of=_not_spoken_of(heard),
        differences=_differences(heard, [*childs, *others]),
        observations=_observations(heard),
        asked=_asked(session, heard, key),
        participation=participation_of(heard, key=key, met=met),
        met=met,
        contributions={each.id: each for each in heard.said},
        earlier=_earlier(heard),
    )


def taking_part_of(heard: Heard) -> TakingPart:
    """How people want to take part, and what the child does not want raised openly."""
    return TakingPart(
        taking_part=ways_of_taking_part(heard.childs_lines),
        not_openly=not_to_be_raised(heard.childs_lines),
        others=_entries(heard, ways_of_taking_part(heard.others_lines)),
    )


def _entries(heard: Heard, lines: Sequence[Line]) -> list[Entry]:
    return [
        Entry(person=heard.people[author_id], lines=theirs)
        for author_id, theirs in by_author(lines).items()
    ]


def _person_beside_person(heard: Heard, topics: Sequence[TopicOfLines]) -> list[TopicOfOthers]:
    return [
        TopicOfOthers(topic=each.topic, title=each.title, entries=_entries(heard, each.lines))
        for each in topics
    ]


def _not_spoken_of(heard: Heard) -> Sequence[Topic]:
    key = FORM_OF_BAND[heard.child.band]
    asked = form(key, latest_version(key))
    lines = [line for each in heard.said if each.counts for line in each.lines]
    return not_spoken_of(asked, lines) if asked else ()


def _differences(heard: Heard, lines: Sequence[Line]) -> list[Difference]:
    return [
        Difference(
            topic=found.topic,
            title=found.title,
            entries=[
                DifferingEntry(
                    person=heard.people[saying.says.author_id],
                    says=saying.says,
                    words=saying.words,
                )
                for saying in found.sayings
            ],
        )
        for found in differences(lines)
    ]


def _observations(heard: Heard) -> list[Observation]:
    return [
        Observation(
            contribution_id=each.id,
            person=each.person,
            shared_at=each.shared_at,
            topics=by_topic(each.lines),
        )
        for each in heard.said
        if each.counts and each.is_observation
    ]


def _asked(session: Session, heard: Heard, key: bytes) -> list[AskedSomeone]:
    """The child, and everybody around them save the officers: those without an answer first."""
    those_asked = reviews.asked(session, review_id=heard.review.id, key=key)
    found = []
    for person in heard.people.values():
        asked = those_asked.get(person.person_id)
        if person.job is Job.REVIEWING_OFFICER or (asked is None and person.kind is None):
            continue
        found.append(
            AskedSomeone(
                person=person,
                state=asked.state if asked else Asked.NOT_YET,
                invited_at=asked.invited_at if asked else None,
                answered_at=asked.answered_at if asked else None,
                attempts=asked.attempts if asked else (),
            )
        )
    return sorted(
        found,
        key=lambda each: (
            each.state is Asked.ANSWERED,
            each.person.person_id != heard.child.child_id,
            each.person.name,
        ),
    )


def _earlier(heard: Heard) -> list[EarlierReview]:
    found = []
    for review in heard.earlier:
        assert review.held_on is not None
        ours = heard.codes.get(review.id)
        stands = ours is not None and not ours.before_meeting
        found.append(
            EarlierReview(
                review_id=review.id,
                kind=review.kind,
                sequence=review.sequence,
                held_on=review.held_on,
                code=ours.code if ours and stands else review.returned_code,
                confirmed=stands,
            )
        )
    return found
