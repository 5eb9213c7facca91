"""Sharing what a review answered and decided: with the child, and with whoever must do it."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import update
from sqlalchemy.orm import Session

from cadair.access.actor import Actor
from cadair.audit import actions as audit
from cadair.children.queries.around import OFFICER_KINDS
from cadair.contributions import actions as contributions
from cadair.contributions.models import WishClosed
from cadair.foundation.clock import today
from cadair.notifications import actions as notifications
from cadair.notifications.rules import About
from cadair.record.models import ReviewDecision, WishAnswer
from cadair.record.queries.decisions import Decided
from cadair.record.queries.guarding import stopped
from cadair.record.queries.outcomes import Outcomes, outcomes_of
from cadair.record.queries.sharing import guarded, recipient_among
from cadair.record.queries.wish_answers import AskedWish
from cadair.record.rules.guard import Why
from cadair.record.rules.outcomes import AnswerKind, check_may_share, is_done_with, told_of
from cadair.record.rules.releasing import StoppedByGuard
from cadair.reviews import actions as reviews
from cadair.reviews.rules import Paper

SOCIAL_WORKER: Final = "social_worker"
# A decision says who does it, and the social worker sees to it: no name in it is news to them.
NAMES: Final = frozenset({Why.PERSON, Why.CARER})


def read_outcomes(session: Session, *, actor: Actor, review_id: UUID, now: datetime) -> Outcomes:
    """What came of a review so far, for the child's officer; the reading leaves its trace."""
    found = outcomes_of(session, actor=actor, review_id=review_id, now=now)
    _note(session, actor, "outcomes.read", found, {}, now)
    return found


def share_outcomes(
    session: Session, *, actor: Actor, review_id: UUID, reason: str | None, now: datetime
) -> Outcomes:
    """Tell the child every answer and decision that waits, and whoever must do it what is theirs.

    With nothing to tell the officer says just that, once the review was held.  Again, with nothing
    new, changes nothing.  Refused while the review is adjourned, and when the
    release guard finds in a decision what somebody must not learn, unless a reason is given.
    """
    found = outcomes_of(session, actor=actor, review_id=review_id, now=now)
    answered = [wish for wish in found.every_wish if _waits(wish, review_id)]
    decided = [each for each in found.decisions if each.shared_at is None]
    if not answered and not decided:
        _tell_of_nothing(session, actor, found, now)
        return found
    review = found.review
    check_may_share(
        review.stage, is_held=review.held_on is not None, is_adjourned=review.is_adjourned
    )
    findings = _findings(session, actor, found, decided, now)
    if findings and not reason:
        raise StoppedByGuard(more={"current": {"findings": findings}})
    _mark_shared(session, answered, decided, now)
    shared = outcomes_of(session, actor=actor, review_id=review_id, now=now)
    for wish in shared.every_wish:
        if any(each.id == wish.id for each in answered):
            settle(session, wish=wish, decisions=shared.decisions, now=now)
    _tell(session, found, decided, now)
    reviews.paper_done(session, review_id=review_id, paper=Paper.DECISIONS, now=now)
    facts = {
        "answers": [str(wish.untold.id) for wish in answered if wish.untold],
        "decisions": [str(each.id) for each in decided],
        "overridden": sorted({each["why"] for each in findings}),
    }
    _note(session, actor, "outcomes.shared", found, facts, now)
    return outcomes_of(session, actor=actor, review_id=review_id, now=now)


def _tell_of_nothing(session: Session, actor: Actor, found: Outcomes, now: datetime) -> None:
    """Nothing waits to be told of a review that is complete: its decisions are no longer due."""
    if found.review.completed_on is None:
        return
    review_id = found.review.id
    if reviews.paper_done(session, review_id=review_id, paper=Paper.DECISIONS, now=now):
        _note(session, actor, "outcomes.nothing_to_share", found, {}, now)


def settle(
    session: Session, *, wish: AskedWish, decisions: Sequence[Decided], now: datetime
) -> None:
    """Close a wish whose last told answer is a no, or for which all is done; or open it again."""
    if wish.told is None:
        return
    states = [
        each.state for each in decisions if each.wish_id == wish.id and each.shared_at is not None
    ]
    because = None
    if wish.told.answer is AnswerKind.NO:
        because = WishClosed.ANSWERED
    elif is_done_with(wish.told.answer, states):
        because = WishClosed.DONE
    contributions.settle_wish(session, wish_id=wish.id, because=because, now=now)


def _waits(wish: AskedWish, review_id: UUID) -> bool:
    """Whether this review answered it, and the child was not told yet."""
    return wish.untold is not None and wish.untold.review_id == review_id


def _findings(
    session: Session,
    actor: Actor,
    found: Outcomes,
    decided: Sequence[Decided],
    now: datetime,
) -> list[dict[str, Any]]:
    """What a decision would tell somebody of the circle that they must not learn.

    Each is told what is theirs to do; the social worker every decision.
    """
    told: dict[UUID, list[Decided]] = defaultdict(list)
    for member in found.around.circle:
        if member.kind in OFFICER_KINDS:
            continue
        is_social_worker = member.kind == SOCIAL_WORKER
        mine = [each for each in decided if is_social_worker or each.who_id == member.person_id]
        if mine:
            told[member.person_id] = mine
    if not told:
        return []
    child_id = found.review.child_id
    around = guarded(session, actor=actor, child_id=child_id, now=now)
    findings = []
    for person_id, those in told.items():
        recipient = recipient_among(around.walls, person_id, child_id=child_id)
        lines = [(each.what, number) for number, each in enumerate(those)]
        lines += [(each.who_words, number) for number, each in enumerate(those) if each.who_words]
        texts, places = zip(*lines, strict=True)
        for one in stopped(around, recipient, texts, lines=places):
            assert one.line is not None  # each text is a line
            if recipient.is_social_worker and one.why in NAMES:
                continue
            decision_id = str(those[one.line].id)
            to = around.people[person_id].name
            findings.append({**asdict(one), "decision_id": decision_id, "to": to})
    return findings


def _mark_shared(
    session: Session, answered: Sequence[AskedWish], decided: Sequence[Decided], now: datetime
) -> None:
    for model, ids in (
        (WishAnswer, [wish.untold.id for wish in answered if wish.untold]),
        (ReviewDecision, [each.id for each in decided]),
    ):
        session.execute(
            update(model)
            .where(model.id.in_(ids), model.shared_at.is_(None))
            .values(shared_at=now)
            .execution_options(synchronize_session=False)
        )


def _tell(session: Session, found: Outcomes, decided: Sequence[Decided], now: datetime) -> None:
    child_id = found.review.child_id
    subject = told_of(found.review.id, today(now))
    notifications.tell(session, told=[(child_id, subject)], about=About.ANSWERED, now=now)
    doing = {member.person_id for member in found.around.circle if member.kind not in OFFICER_KINDS}
    told = [(each.who_id, each.id) for each in decided if each.who_id in doing and each.who_id]
    notifications.tell(session, told=told, about=About.ACTION, now=now)


def _note(
    session: Session,
    actor: Actor,
    event: str,
    found: Outcomes,
    facts: dict[str, Any],
    now: datetime,
) -> None:
    audit.note(
        session,
        actor=actor,
        event=event,
        child_id=found.review.child_id,
        subject_id=found.review.id,
        facts=facts,
        now=now,
    )
