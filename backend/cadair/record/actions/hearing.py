"""Reading what a review heard, of which its authors are told, and confirming the code."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from cadair.access.actor import Actor
from cadair.access.policy import Permission
from cadair.audit import actions as audit
from cadair.children import queries as children
from cadair.children.queries.glass import unsafe_to_tell
from cadair.contributions import actions as contributions
from cadair.foundation.sealing import seal
from cadair.messages import actions as messages
from cadair.record import queries
from cadair.record.models import ParticipationCode
from cadair.record.queries import Heard, Participation, Summary, TakingPart
from cadair.record.rules import Came, Code, Evidence, NotHeldYet, check_confirmation, propose
from cadair.reviews.rules import ReviewHasClosed, ReviewNotOpenYet, Stage


def read_summary(session: Session, *, actor: Actor, review_id: UUID, now: datetime) -> Summary:
    """Everything said before a review; whoever said it is told by name that it was read."""
    heard = queries.heard(
        session,
        actor=actor,
        review_id=review_id,
        permission=Permission.READ_CHILD_WORDS,
        now=now,
    )
    contributions.mark_read(
        session,
        actor=actor,
        standing=heard.standing,
        contribution_ids=[each.id for each in heard.said if each.counts],
        now=now,
    )
    audit.note(
        session,
        actor=actor,
        event="review.summary_read",
        child_id=heard.child.child_id,
        subject_id=review_id,
        facts={
            "contributions": [
                str(each.id) for each in (*heard.said, *heard.said_before) if each.counts
            ]
        },
        now=now,
    )
    return _with_brought_read(session, actor, heard, queries.summary_of(session, heard), now)


def read_summary_for_a_reason(
    session: Session, *, actor: Actor, review_id: UUID, now: datetime
) -> Summary:
    """The same for a service manager within the hour after saying why; raises NotFound otherwise.

    Whoever said it is told by name as well, unless it would not be safe for the child to know.
    """
    heard = queries.heard(
        session,
        actor=actor,
        review_id=review_id,
        permission=Permission.READ_FOR_A_REASON,
        now=now,
    )
    child_id = heard.child.child_id
    may_tell = heard.glass_id not in unsafe_to_tell(session, child_id=child_id)
    if may_tell:
        contributions.mark_read(
            session,
            actor=actor,
            standing=heard.standing,
            contribution_ids=[each.id for each in heard.said if each.counts],
            now=now,
        )
    audit.note(
        session,
        actor=actor,
        event="review.summary_read_for_a_reason",
        child_id=child_id,
        subject_id=review_id,
        facts={
            "glass": str(heard.glass_id),
            "contributions": [
                str(each.id) for each in (*heard.said, *heard.said_before) if each.counts
            ],
        },
        now=now,
    )
    found = queries.summary_of(session, heard)
    return _with_brought_read(session, actor, heard, found, now) if may_tell else found


def _with_brought_read(
    session: Session, actor: Actor, heard: Heard, found: Summary, now: datetime
) -> Summary:
    """What a child brought out of a message counts as read in it too: they are told who did."""
    messages.mark_brought_read(
        session,
        actor=actor,
        standing=heard.standing,
        message_ids=[each.message_id for each in found.brought],
        now=now,
    )
    return found


def read_taking_part(
    session: Session, *, actor: Actor, review_id: UUID, now: datetime
) -> TakingPart:
    """How people want to take part, for planning; what they said is not thereby read."""
    heard = queries.heard(
        session,
        actor=actor,
        review_id=review_id,
        permission=Permission.READ_CHILD_WORDS,
        now=now,
    )
    audit.note(
        session,
        actor=actor,
        event="review.taking_part_read",
        child_id=heard.child.child_id,
        subject_id=review_id,
        now=now,
    )
    return queries.taking_part_of(heard)


def confirm_participation(
    session: Session,
    *,
    actor: Actor,
    review_id: UUID,
    code: Code,
    came: Came | None,
    reason: str | None,
    now: datetime,
) -> Participation:
    """Confirm the proposed code, or another one with the reason for it.

    `came` says what the officer saw of a child who came; the proposal follows from it.
    """
    heard = queries.heard(
        session,
        actor=actor,
        review_id=review_id,
        permission=Permission.CONFIRM_PARTICIPATION,
        now=now,
    )
    _check_can_be_confirmed(heard, came)
    key = children.sealing_key(session, child_id=heard.child.child_id)
    met = queries.met_at(session, heard, key=key)
    part = heard.childs_part(came=came, in_meeting=queries.in_meeting(heard, met))
    proposal = propose(part)
    check_confirmation(part, code=code, proposed=proposal.code, reason=reason)
    before = heard.codes.get(review_id)
    _keep(
        session,
        review_id,
        proposed=proposal.code,
        code=code,
        came=came,
        reason=seal(key, reason, queries.place_of_reason(review_id)) if reason else None,
        evidence=_as_facts(proposal.evidence),
        confirmed_by_id=actor.person_id,
        confirmed_at=now,
        held_on=heard.review.held_on,
    )
    audit.note(
        session,
        actor=actor,
        event="participation.confirmed",
        child_id=heard.child.child_id,
        subject_id=review_id,
        facts={"code": code, "proposed": proposal.code, "before": before and before.code},
        now=now,
    )
    codes = queries.confirmed_codes(session, review_ids=[review_id])
    heard = replace(heard, codes={**heard.codes, **codes})
    return queries.participation_of(heard, key=key, met=met)


def _keep(session: Session, review_id: UUID, **decided: Any) -> None:
    """Write the decision over the one before it, which the trail remembers."""
    kept = session.get(ParticipationCode, review_id) or ParticipationCode(review_id=review_id)
    for name, value in decided.items():
        setattr(kept, name, value)
    session.add(kept)
    session.flush()


def _check_can_be_confirmed(heard: Heard, came: Came | None) -> None:
    if heard.review.held_on is None and heard.review.stage is Stage.PLANNED:
        raise ReviewNotOpenYet
    if heard.review.held_on is None and heard.review.stage is Stage.CLOSED:
        raise ReviewHasClosed  # it was not owed any more, so it was never held
    if came is not None and not heard.may_have_been_held:
        raise NotHeldYet


def _as_facts(evidence: Sequence[Evidence]) -> list[dict[str, Any]]:
    return [
        {
            "code": fact.code.value,
            "at": fact.at.isoformat() if fact.at else None,
            "contribution_id": str(fact.contribution_id) if fact.contribution_id else None,
            "answer_id": str(fact.answer_id) if fact.answer_id else None,
            "choice": fact.choice,
        }
        for fact in evidence
    ]
