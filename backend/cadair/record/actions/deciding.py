"""Writing what a review decides, dropping it again, and noting what the team manager says."""

from dataclasses import asdict
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import update
from sqlalchemy.orm import Session

from cadair.access.actor import Actor
from cadair.access.policy import Permission
from cadair.children import queries as children
from cadair.foundation.clock import today
from cadair.foundation.errors import BadInput, NotFound, Stale
from cadair.foundation.inserting import insert_unless_there
from cadair.meeting.rules.matters import MATTERS
from cadair.record.actions.noting import note
from cadair.record.models import ManagerView, ReviewDecision
from cadair.record.queries import outcomes_sealed as sealed
from cadair.record.queries.decisions import Decided, one_decision
from cadair.record.queries.outcomes import Outcomes, of_child, outcomes_of
from cadair.record.rules.outcomes import (
    MOST_DECISIONS,
    Deciding,
    DecisionDropped,
    DecisionNotShared,
    DecisionShared,
    DecisionState,
    ManagersView,
    check_deciding,
    check_may_decide,
)


def save_decision(
    session: Session,
    *,
    actor: Actor,
    review_id: UUID,
    decision_id: UUID,
    given: Deciding,
    revision_read: int,
    now: datetime,
) -> Decided:
    """Write a decision, new or over the one that was read; nobody is told until it is shared.

    Raises Stale with the current one, and DecisionShared once it was told.
    """
    found = outcomes_of(session, actor=actor, review_id=review_id, now=now)
    before = _among(found, decision_id)
    if before is not None and _as_given(before) == given:
        return before
    if before is not None and before.shared_at is not None:
        raise DecisionShared
    check_may_decide(found.stage, is_held=found.review.held_on is not None)
    _check(found, given)
    if before is None:
        _add(session, actor, found, decision_id, given, revision_read, now)
    else:
        _change(session, found, before, given, revision_read)
    revision = before.revision + 1 if before else 1
    facts = {"review": str(review_id), "revision": revision}
    note(session, actor, "decision.saved", found.review.child_id, decision_id, facts, now)
    made = _among(outcomes_of(session, actor=actor, review_id=review_id, now=now), decision_id)
    assert made is not None  # it was written just now
    return made


def drop_decision(
    session: Session, *, actor: Actor, review_id: UUID, decision_id: UUID, now: datetime
) -> None:
    """Drop a decision that nobody was told of; again is the same as once."""
    found = outcomes_of(session, actor=actor, review_id=review_id, now=now)
    before = _among(found, decision_id)
    if before is None:
        if not _was_dropped(session, found, decision_id):
            raise NotFound
        return
    if before.shared_at is not None:
        raise DecisionShared
    session.execute(
        update(ReviewDecision).where(ReviewDecision.id == decision_id).values(dropped_at=now)
    )
    facts = {"review": str(review_id)}
    note(session, actor, "decision.dropped", found.review.child_id, decision_id, facts, now)


def note_managers_view(
    session: Session,
    *,
    actor: Actor,
    decision_id: UUID,
    view: ManagersView,
    words: str | None,
    who_words: str,
    now: datetime,
) -> Decided:
    """Note what the team manager says to a decision; a later view takes the place of it."""
    decision = _for_officer(session, actor, decision_id, now)
    if view is ManagersView.DISAGREED and words is None:
        raise BadInput(fields={"words": ["required"]})
    if decision.shared_at is None:
        raise DecisionNotShared
    said = decision.manager
    if said is not None and (said.view, said.words, said.who_words) == (view, words, who_words):
        return decision
    child_id = one_decision(session, decision_id=decision_id)[0].child_id
    key = children.sealing_key(session, child_id=child_id)
    row = {
        "child_id": child_id,
        "view": view,
        "words": sealed.closed_maybe(key, words, sealed.MANAGER_WORDS, decision_id),
        "who_words": sealed.closed(key, who_words, sealed.MANAGER, decision_id),
        "noted_by_id": actor.person_id,
        "at": now,
    }
    if not insert_unless_there(session, ManagerView, {"decision_id": decision_id, **row}):
        session.execute(
            update(ManagerView).where(ManagerView.decision_id == decision_id).values(row)
        )
    note(session, actor, "decision.manager_said", child_id, decision_id, {"view": view}, now)
    return _for_officer(session, actor, decision_id, now)


def _for_officer(session: Session, actor: Actor, decision_id: UUID, now: datetime) -> Decided:
    rows = one_decision(session, decision_id=decision_id)
    if not rows:
        raise NotFound
    child_id = rows[0].child_id
    needs, on = Permission.KEEP_OUTCOMES, today(now)
    around = children.around_for(session, actor=actor, permission=needs, child_id=child_id, on=on)
    every = of_child(session, around=around, on=on).decisions
    decision = next((each for each in every if each.id == decision_id), None)
    if decision is None:
        raise DecisionDropped
    return decision


def _among(found: Outcomes, decision_id: UUID) -> Decided | None:
    return next((each for each in found.decisions if each.id == decision_id), None)


def _was_dropped(session: Session, found: Outcomes, decision_id: UUID) -> bool:
    rows = one_decision(session, decision_id=decision_id)
    return bool(rows) and rows[0].review_id == found.review.id


def _check(found: Outcomes, given: Deciding) -> None:
    check_deciding(
        given,
        who={each.who.id for each in found.who_could},
        topics={matter.key for matter in MATTERS[found.around.nation]},
    )
    if given.wish_id not in (None, *(wish.id for wish in found.every_wish)):
        raise BadInput(fields={"wish_id": ["unknown"]})


def _add(
    session: Session,
    actor: Actor,
    found: Outcomes,
    decision_id: UUID,
    given: Deciding,
    revision_read: int,
    now: datetime,
) -> None:
    if len(found.decisions) >= MOST_DECISIONS:
        raise BadInput(fields={"what": ["too_many"]})
    row = {
        "id": decision_id,
        "child_id": found.review.child_id,
        "review_id": found.review.id,
        **_values(session, found, decision_id, given),
        "revision": 1,
        "state": DecisionState.WAITING,
        "decided_by_id": actor.person_id,
        "decided_at": now,
        "shared_at": None,
        "dropped_at": None,
    }
    if revision_read == 0 and insert_unless_there(session, ReviewDecision, row):
        return
    raise DecisionDropped if _was_dropped(session, found, decision_id) else NotFound


def _change(
    session: Session, found: Outcomes, before: Decided, given: Deciding, revision_read: int
) -> None:
    changed = None
    if revision_read == before.revision:
        changed = session.scalar(
            update(ReviewDecision)
            .where(
                ReviewDecision.id == before.id,
                ReviewDecision.revision == revision_read,
                ReviewDecision.shared_at.is_(None),
                ReviewDecision.dropped_at.is_(None),
            )
            .values(revision=revision_read + 1, **_values(session, found, before.id, given))
            .returning(ReviewDecision.id)
        )
    if changed is None:
        current = {**asdict(_as_given(before)), "revision": before.revision}
        raise Stale(more={"current": {name: _plain(each) for name, each in current.items()}})


def _plain(value: Any) -> Any:
    return value if value is None or isinstance(value, int) else str(value)


def _values(
    session: Session, found: Outcomes, decision_id: UUID, given: Deciding
) -> dict[str, Any]:
    key = children.sealing_key(session, child_id=found.review.child_id)
    return {
        "what": sealed.closed(key, given.what, sealed.WHAT, decision_id),
        "who_id": given.who_id,
        "who_words": sealed.closed_maybe(key, given.who_words, sealed.DECISION_WHO, decision_id),
        "by_on": given.by_on,
        "wish_id": given.wish_id,
        "topic": given.topic,
        "position": given.position,
    }


def _as_given(decision: Decided) -> Deciding:
    return Deciding(
        what=decision.what,
        who_id=decision.who_id,
        who_words=decision.who_words,
        by_on=decision.by_on,
        wish_id=decision.wish_id,
        topic=decision.topic,
        position=decision.position,
    )
