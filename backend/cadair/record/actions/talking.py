"""What the record has to do with messages: an officer's words are guarded, a child's brought."""

from dataclasses import asdict
from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session

from cadair.access.actor import Actor
from cadair.access.policy import Permission
from cadair.contributions import actions as contributions
from cadair.contributions import queries as contribution_queries
from cadair.contributions.models import Asks
from cadair.foundation.errors import BadInput
from cadair.messages import actions as messages
from cadair.messages import queries as message_queries
from cadair.messages.actions import Overridden
from cadair.messages.queries import Place, SeenMessage
from cadair.messages.queries.places import officers_place_of_message
from cadair.messages.rules.conversations import BroughtAs, Written
from cadair.record.queries.decisions import is_decision_of
from cadair.record.queries.guarding import stopped
from cadair.record.queries.releases import Found
from cadair.record.queries.sharing import guarded, recipient_among
from cadair.record.rules.releasing import StoppedByGuard
from cadair.reviews import queries as reviews
from cadair.reviews.rules import NoReviewOwed


def write_as_officer(
    session: Session,
    *,
    actor: Actor,
    child_id: UUID,
    person_id: UUID,
    message_id: UUID,
    written: Written,
    reason: str | None,
    now: datetime,
) -> SeenMessage:
    """Write to the party of a conversation; it is told that something waits.

    To anybody but the child it is refused when the release guard finds something, with what it
    found, unless a reason is given: that is kept with the message, and the trail says so.
    """
    place = message_queries.officers_place(
        session,
        actor=actor,
        child_id=child_id,
        person_id=person_id,
        permission=Permission.WRITE_AS_OFFICER,
        now=now,
    )
    before = messages.written_before(
        session, place=place, message_id=message_id, written=written, reason=reason
    )
    if before is not None:
        return before
    found = _found(session, actor, place, written, now)
    if found and not reason:
        raise StoppedByGuard(more={"current": {"findings": [asdict(one) for one in found]}})
    return messages.write_as_officer(
        session,
        actor=actor,
        place=place,
        message_id=message_id,
        written=written,
        overridden=_overridden(found, reason),
        now=now,
    )


def take_message_back(
    session: Session, *, actor: Actor, message_id: UUID, now: datetime
) -> SeenMessage:
    """Empty a message that nobody else has read; what it asked of a review is asked no more."""
    taken = messages.take_back(session, actor=actor, message_id=message_id, now=now)
    if taken.brought_as is not None:
        contributions.close_wish_of_message(session, message_id=message_id, now=now)
    return taken


def bring_to_review(
    session: Session, *, actor: Actor, message_id: UUID, brought_as: BroughtAs, now: datetime
) -> SeenMessage:
    """Have a message of the child's own wait for an answer at their next review.

    Again changes nothing; as something else it is refused.
    """
    assert actor.person_id is not None  # the policy lets nobody through but the child
    review = reviews.upcoming_for(session, child_ids=[actor.person_id]).get(actor.person_id)
    place, is_new = messages.note_brought(
        session,
        actor=actor,
        message_id=message_id,
        brought_as=brought_as,
        review_id=review.id if review else None,
        now=now,
    )
    if is_new:
        if review is None:
            raise NoReviewOwed
        contributions.wish_from_message(
            session,
            child_id=place.child_id,
            review_id=review.id,
            message_id=message_id,
            asks=Asks(brought_as.value),
            now=now,
        )
    return message_queries.own_message(session, place=place, message_id=message_id)


def mark_to_record(
    session: Session,
    *,
    actor: Actor,
    message_id: UUID,
    to_record: bool,
    wish_id: UUID | None,
    decision_id: UUID | None,
    now: datetime,
) -> SeenMessage:
    """Mark a message to the child's record, or link it to a wish or a decision of this child.

    Its author is told that it is in the record.  Raises NotFound for all but the child's officer,
    and BadInput for another's wish or decision.
    """
    place = officers_place_of_message(
        session,
        actor=actor,
        message_id=message_id,
        permission=Permission.KEEP_NOTES,
        now=now,
    )
    if wish_id is not None and not contribution_queries.is_wish_of(
        session, wish_id=wish_id, child_id=place.child_id
    ):
        raise BadInput(fields={"wish_id": ["unknown"]})
    if decision_id is not None and not is_decision_of(
        session, decision_id=decision_id, child_id=place.child_id
    ):
        raise BadInput(fields={"decision_id": ["unknown"]})
    messages.mark_to_record(
        session,
        actor=actor,
        place=place,
        message_id=message_id,
        to_record=to_record,
        wish_id=wish_id,
        decision_id=decision_id,
        now=now,
    )
    return message_queries.message_of_place(session, place=place, message_id=message_id)


def _found(
    session: Session, actor: Actor, place: Place, written: Written, now: datetime
) -> tuple[Found, ...]:
    """What the guard finds; the child may be told whatever is theirs."""
    if place.party.id == place.child_id:
        return ()
    around = guarded(session, actor=actor, child_id=place.child_id, now=now)
    recipient = recipient_among(around.walls, place.party.id, child_id=place.child_id)
    return stopped(around, recipient, [written.words], lines=[None])


def _overridden(found: tuple[Found, ...], reason: str | None) -> Overridden | None:
    """A reason without a finding overrides nothing, but stands with the words it was given for."""
    if reason is None:
        return None
    codes = tuple(sorted({one.why.value for one in found}))
    return Overridden(reason=reason, findings=codes)
