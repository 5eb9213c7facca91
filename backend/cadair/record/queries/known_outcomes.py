"""What came of a child's wishes and what was decided, as lines of the record of one review."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from uuid import UUID

from sqlalchemy.orm import Session

from cadair.contributions.rules.forms import Audience
from cadair.meeting.rules.matters import OF_TOPIC
from cadair.record.queries.decisions import Decided
from cadair.record.queries.disputes import disputes_of
from cadair.record.queries.heard import Heard
from cadair.record.queries.known_said import named, whom
from cadair.record.queries.outcomes import of_child
from cadair.record.queries.wish_answers import AskedWish
from cadair.record.rules.known import Fact, KnownLine, Source
from cadair.record.rules.writing import Heading

Placed = tuple[Heading, KnownLine]


def with_outcomes(session: Session, heard: Heard, placed: Iterable[Placed]) -> list[Placed]:
    """The same lines, each wish with its answers under it, then decisions and their progress.

    What earlier reviews left open, and all that the last one decided, stands under its heading.
    """
    every = of_child(session, around=heard.around, on=heard.on)
    last = {each.id for each in heard.earlier[:1]}
    found = [each for each in placed if each[1].fact not in (Fact.WISHED, Fact.WISHED_BEFORE)]
    said = {line.id: line for _, line in placed if line.fact in (Fact.WISHED, Fact.WISHED_BEFORE)}
    for wish in every.wishes:
        heading = _heading_of(wish, heard, last)
        if heading is not None:
            found.append((heading, _wished(heard, wish, heading, said)))
            found += [(heading, line) for line in _answers(heard, wish)]
    for decision in every.decisions:
        if decision.review_id == heard.review.id:
            heading = Heading.DECISIONS
        elif decision.review_id in last or decision.is_open:
            heading = Heading.LAST_DECISIONS
        else:
            continue
        found += [(heading, line) for line in _decision(heard, decision)]
    return found + [(Heading.DISAGREEMENTS, line) for line in _disputes(session, heard)]


def _heading_of(wish: AskedWish, heard: Heard, last: set[UUID]) -> Heading | None:
    if wish.from_review_id == heard.review.id:
        return Heading.WISHES
    held = {each.id for each in heard.earlier}
    is_open = wish.closed_at is None and wish.from_review_id in held
    return Heading.LAST_DECISIONS if wish.from_review_id in last or is_open else None


def _wished(
    heard: Heard, wish: AskedWish, heading: Heading, said: Mapping[str, KnownLine]
) -> KnownLine:
    """As it was said, where that is at hand; else for the officer's eyes, since who else may hear
    it is not known here."""
    fact = Fact.WISHED if heading is Heading.WISHES else Fact.WISHED_BEFORE
    for id_ in (f"answer:{wish.answer_id}", f"message:{wish.message_id}"):
        if id_ in said:
            return replace(said[id_], fact=fact, wish_id=wish.id)
    return KnownLine(
        id=f"wish:{wish.id}",
        source=Source.MESSAGE if wish.message_id else Source.CONTRIBUTION,
        fact=fact,
        source_id=wish.message_id,
        said_by=whom(heard.people[heard.child.child_id]),
        at=wish.wished_at,
        ask=wish.ask,
        words=wish.words or ", ".join(wish.chosen) or None,
        topic=wish.topic,
        matter=OF_TOPIC.get(wish.topic or ""),
        audience=Audience.ONLY_OFFICER,
        wish_id=wish.id,
    )


def _answers(heard: Heard, wish: AskedWish) -> Iterator[KnownLine]:
    for answer in reversed(wish.answers):
        yield KnownLine(
            id=f"wish_answer:{answer.id}",
            source=Source.ANSWER,
            fact=Fact.ANSWERED,
            source_id=answer.id,
            about=named(heard, answer.who) if answer.who else None,
            who_words=answer.who_words,
            said_by=named(heard, answer.said_by),
            at=answer.said_at,
            on=answer.by_on,
            value=answer.answer,
            words=answer.why,
            wish_id=wish.id,
        )
        for reply in reversed(answer.replies):
            yield KnownLine(
                id=f"wish_reply:{reply.id}",
                source=Source.ANSWER,
                fact=Fact.REPLIED,
                source_id=reply.id,
                said_by=whom(heard.people[heard.child.child_id]),
                at=reply.at,
                value=reply.reply,
                words=reply.words,
                wish_id=wish.id,
            )


def _decision(heard: Heard, decision: Decided) -> Iterator[KnownLine]:
    yield KnownLine(
        id=f"decision:{decision.id}",
        source=Source.DECISION,
        fact=Fact.DECIDED,
        source_id=decision.id,
        about=named(heard, decision.who) if decision.who else None,
        who_words=decision.who_words,
        at=decision.decided_at,
        on=decision.by_on,
        value=decision.state,
        words=decision.what,
        topic=decision.topic,
        wish_id=decision.wish_id,
    )
    for progress in decision.progress:
        yield KnownLine(
            id=f"progress:{progress.id}",
            source=Source.DECISION,
            fact=Fact.PROGRESS,
            source_id=decision.id,
            said_by=named(heard, progress.by),
            at=progress.at,
            value=progress.kind,
            words=progress.words,
        )
    if decision.manager is not None:
        yield KnownLine(
            id=f"decision:{decision.id}:manager",
            source=Source.DECISION,
            fact=Fact.MANAGER_SAID,
            source_id=decision.id,
            who_words=decision.manager.who_words,
            at=decision.manager.at,
            value=decision.manager.view,
            words=decision.manager.words,
        )


def _disputes(session: Session, heard: Heard) -> Iterator[KnownLine]:
    """What is disputed since the last review, or still is, and what was done well since."""
    kept = disputes_of(session, child_id=heard.child.child_id, on=heard.on)
    since = heard.earlier[0].held_on if heard.earlier else None
    for dispute in kept.disputes:
        over = dispute.resolved_on
        if over is not None and since is not None and over <= since:
            continue
        yield KnownLine(
            id=f"dispute:{dispute.id}",
            source=Source.DISPUTE,
            fact=Fact.DISPUTED,
            source_id=dispute.id,
            said_by=named(heard, dispute.raised_by),
            on=dispute.raised.raised_on,
            value=dispute.stages[-1].stage if dispute.stages else None,
            words=dispute.raised.concern,
            audience=Audience.ONLY_OFFICER,
        )
        if over is not None:
            yield KnownLine(
                id=f"dispute:{dispute.id}:outcome",
                source=Source.DISPUTE,
                fact=Fact.RESOLVED,
                source_id=dispute.id,
                on=over,
                words=dispute.outcome,
                audience=Audience.ONLY_OFFICER,
            )
    for praised in kept.good_practice:
        if since is None or praised.on > since:
            yield KnownLine(
                id=f"good_practice:{praised.id}",
                source=Source.DISPUTE,
                fact=Fact.DONE_WELL,
                source_id=praised.id,
                said_by=named(heard, praised.by),
                on=praised.on,
                words=praised.words,
                audience=Audience.ONLY_OFFICER,
            )
