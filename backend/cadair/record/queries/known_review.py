"""What is known of a review itself: its plan, who was asked, the code, what was given."""

from collections.abc import Iterable, Iterator
from uuid import UUID

from sqlalchemy.orm import Session

from cadair.access.actor import Actor
from cadair.access.policy import Permission
from cadair.foundation.clock import today
from cadair.meeting import queries as meetings
from cadair.record.queries.heard import Heard
from cadair.record.queries.known_said import whom
from cadair.record.queries.releases import releases_of
from cadair.record.queries.summary import Summary
from cadair.record.rules.known import Fact, KnownLine, Source, Whom
from cadair.record.rules.releasing import State
from cadair.record.rules.writing import Heading
from cadair.reviews import queries as reviews
from cadair.reviews.queries.clock_page import ReviewClock, clock_of
from cadair.reviews.queries.parts import MetPart

Placed = tuple[Heading, KnownLine]
ADVOCATE = "advocate"


def of_review(
    session: Session,
    heard: Heard,
    summary: Summary,
    parts: Iterable[MetPart],
) -> list[Placed]:
    """The lines of the review itself, each under its heading."""
    told = clock_of(session, review=heard.review, now=heard.now)
    found = [(Heading.REVIEW, line) for line in _care(heard)]
    found += [(Heading.REVIEW, line) for line in _days(told)]
    found += [(Heading.REVIEW, line) for line in _parts(parts)]
    found += [(Heading.ATTENDANCE, line) for line in _asked(summary)]
    found += [(Heading.PARTICIPATION, line) for line in _code(heard, summary)]
    found += [(Heading.PARTICIPATION, line) for line in _helped(heard)]
    found += [(Heading.LAST_DECISIONS, line) for line in _before(summary)]
    found += [(Heading.NEXT, line) for line in _next(session, heard, told)]
    return found + [(Heading.DISTRIBUTION, line) for line in _given(session, heard)]


def of_plan(session: Session, heard: Heard, *, actor: Actor) -> list[Placed]:
    """How much the child chose to lead, and what stood on the agenda besides the law's matters."""
    kept = meetings.kept_for(
        session,
        actor=actor,
        review_id=heard.review.id,
        permission=Permission.READ_MEETING_PLAN,
        now=heard.now,
    )
    child = whom(heard.people[heard.child.child_id])
    found: list[Placed] = []
    if kept.plan is not None:
        level = KnownLine(
            id="plan:level",
            source=Source.MEETING,
            fact=Fact.LEVEL,
            said_by=child,
            at=kept.saved_at,
            value=str(kept.plan["level"]),
        )
        found.append((Heading.PARTICIPATION, level))
    for added in meetings.added_to(session, review_id=heard.review.id, key=kept.key):
        line = KnownLine(
            id=f"added:{added.id}",
            source=Source.MEETING,
            fact=Fact.ADDED,
            source_id=added.id,
            said_by=_named(heard, added.by),
            at=added.added_at,
            words=added.words,
        )
        found.append((Heading.TOPICS, line))
    return found


def _named(heard: Heard, who: meetings.Who) -> Whom:
    around = heard.people.get(who.id)
    if around is not None:
        return whom(around)
    return Whom(person_id=who.id, name=who.name, called=who.called, job=who.job, kind=None)


def _care(heard: Heard) -> Iterator[KnownLine]:
    child = heard.around.child
    if child.legal_status is not None:
        yield _of_care(Fact.LEGAL_STATUS, value=child.legal_status)
    if child.care_started_on is not None:
        yield KnownLine(
            id="care:in_care_since",
            source=Source.CARE,
            fact=Fact.IN_CARE_SINCE,
            on=child.care_started_on,
        )


def _days(told: ReviewClock) -> Iterator[KnownLine]:
    """That the review was adjourned, or held late, and why."""
    if told.adjourned is not None:
        yield KnownLine(
            id="review:adjourned",
            source=Source.PLAN,
            fact=Fact.ADJOURNED,
            on=told.adjourned.until,
            words=told.adjourned.why,
        )
    if told.late is not None:
        yield KnownLine(
            id="review:late",
            source=Source.PLAN,
            fact=Fact.LATE,
            value=told.late.reason,
            words=told.late.words,
        )


def _of_care(fact: Fact, *, value: str) -> KnownLine:
    return KnownLine(id=f"care:{fact}", source=Source.CARE, fact=fact, value=value)


def _parts(parts: Iterable[MetPart]) -> Iterator[KnownLine]:
    for part in parts:
        yield KnownLine(
            id=f"part:{part.id}",
            source=Source.PLAN,
            fact=Fact.PART,
            source_id=part.id,
            at=part.starts_at,
            value=part.how,
            words=part.title,
        )


def _asked(summary: Summary) -> Iterator[KnownLine]:
    """Everybody who was asked for their views, the tries to reach them, and how they answered."""
    for each in summary.asked:
        yield KnownLine(
            id=f"asked:{each.person.person_id}",
            source=Source.PLAN,
            fact=Fact.ASKED,
            about=whom(each.person),
            at=each.answered_at or each.invited_at,
            value=each.state,
        )
        for attempt in each.attempts:
            yield KnownLine(
                id=f"attempt:{attempt.id}",
                source=Source.PLAN,
                fact=Fact.REACHED if attempt.reached else Fact.TRIED,
                source_id=attempt.id,
                about=whom(each.person),
                at=attempt.at,
                value=attempt.how,
                words=attempt.note,
            )


def _code(heard: Heard, summary: Summary) -> Iterator[KnownLine]:
    part = summary.participation
    confirmed = part.confirmed
    if confirmed is None or confirmed.before_meeting:
        yield KnownLine(
            id="code:proposed", source=Source.CODE, fact=Fact.CODE_PROPOSED, value=part.proposed
        )
        return
    yield KnownLine(
        id="code:confirmed",
        source=Source.CODE,
        fact=Fact.CODE_CONFIRMED,
        said_by=whom(confirmed.by),
        at=confirmed.at,
        value=confirmed.code,
        words=confirmed.reason,
    )


def _helped(heard: Heard) -> Iterator[KnownLine]:
    """The child's language, and whether there is an advocate."""
    yield _of_care(Fact.LANGUAGE, value=heard.child.language)
    for person in heard.people.values():
        if person.kind == ADVOCATE:
            yield KnownLine(
                id=f"circle:{person.person_id}",
                source=Source.CARE,
                fact=Fact.ADVOCATE,
                about=whom(person),
            )


def _before(summary: Summary) -> Iterator[KnownLine]:
    for earlier in summary.earlier[:1]:
        yield KnownLine(
            id=f"review:{earlier.review_id}",
            source=Source.CARE,
            fact=Fact.REVIEW_BEFORE,
            source_id=earlier.review_id,
            on=earlier.held_on,
            value=earlier.code,
        )


def _next(session: Session, heard: Heard, told: ReviewClock) -> Iterator[KnownLine]:
    if told.midpoint_on is not None:
        yield KnownLine(
            id="review:midpoint",
            source=Source.CARE,
            fact=Fact.MIDPOINT,
            on=told.midpoint_on,
        )
    child_id = heard.child.child_id
    coming = reviews.upcoming_for(session, child_ids=[child_id]).get(child_id)
    if coming is not None and coming.id != heard.review.id:
        yield KnownLine(
            id=f"review:{coming.id}",
            source=Source.CARE,
            fact=Fact.NEXT_REVIEW,
            source_id=coming.id,
            on=today(coming.meets_at) if coming.meets_at else coming.due_by,
        )


def _given(session: Session, heard: Heard) -> Iterator[KnownLine]:
    """What was released of this review to whom; what each was given stands with the release."""
    for release in reversed(releases_of(session, review_id=heard.review.id)):
        about = heard.people.get(release.person_id)
        if release.state is State.RELEASED and about is not None:
            yield KnownLine(
                id=f"release:{release.id}",
                source=Source.RELEASE,
                fact=Fact.GIVEN,
                source_id=release.id,
                about=whom(about),
                said_by=_by(heard, release.made_by_id),
                at=release.released_at,
            )


def _by(heard: Heard, person_id: UUID) -> Whom | None:
    someone = heard.people.get(person_id)
    return whom(someone) if someone else None
