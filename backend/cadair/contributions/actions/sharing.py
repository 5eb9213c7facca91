"""Sharing: what somebody wrote becomes what their review hears, once and for good."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from cadair.access.actor import Actor, Job
from cadair.audit import actions as audit
from cadair.children import queries as children
from cadair.contributions import queries
from cadair.contributions.actions.drafting import Page, check_may_observe, close_draft
from cadair.contributions.actions.wishing import close_wishes
from cadair.contributions.actions.writing import Sharing, as_shared, write
from cadair.contributions.models import Contribution, WishClosed
from cadair.contributions.queries import OwnContribution, Seat
from cadair.contributions.rules.answers import BadAnswers, check_answers
from cadair.contributions.rules.flooding import check_not_flooding
from cadair.contributions.rules.forms import OBSERVATION, Form, form, forms_open_to
from cadair.contributions.rules.sharing import (
    AlreadyReplaced,
    AlreadySharedDifferently,
    FormNotKnown,
    Said,
    fingerprint,
)
from cadair.foundation.clock import today
from cadair.foundation.errors import NotFound, Refusal
from cadair.reviews import actions as reviews
from cadair.reviews.rules import check_takes_views


def share(
    session: Session, *, actor: Actor, contribution_id: UUID, said: Said, now: datetime
) -> OwnContribution:
    """Share answers with a review; their author's draft for it is closed.

    The id is made on the device: the same words again get the same answer, whatever has happened
    since; other words under the same id are refused.
    """
    place = queries.seat(session, actor=actor, review_id=said.review_id, now=now)
    sharing = _sharing(session, place, contribution_id, said, now)
    try:
        check_takes_views(place.stage)
        _check_answers(session, sharing)
        _check_replaces(session, sharing)
        check_not_flooding(most_shared_since=place.most_shared_since, now=sharing.at)
    except Refusal:
        # A second sending of what was shared while it still could be is no fault.
        if _was_shared(session, sharing):
            return queries.own_contribution(session, actor=actor, contribution_id=contribution_id)
        raise
    if not write(session, sharing):
        if not _was_shared(session, sharing):
            raise NotFound  # somebody else's id, in this council or another
        return queries.own_contribution(session, actor=actor, contribution_id=contribution_id)
    _end_what_it_ends(session, actor, sharing)
    return OwnContribution(contribution=as_shared(sharing), read_by=())


def _sharing(
    session: Session, place: Seat, contribution_id: UUID, said: Said, now: datetime
) -> Sharing:
    key = children.sealing_key(session, child_id=place.child_id)
    return Sharing(
        id=contribution_id,
        place=place,
        said=said,
        answers=tuple(answer for answer in said.answers if answer.says_something),
        key=key,
        fingerprint=fingerprint(key, said),
        at=now,
    )


def _form(place: Seat, said: Said) -> Form:
    if said.form not in forms_open_to(place.author_job):
        raise FormNotKnown(fields={"form": ["unknown"]})
    found = form(said.form, said.form_version)
    if found is None:
        raise FormNotKnown(fields={"form_version": ["unknown"]})
    if said.form == OBSERVATION:
        check_may_observe(place)
    return found


def _check_answers(session: Session, sharing: Sharing) -> None:
    said = sharing.said
    left_out = frozenset[UUID]()
    if any(answer.not_people for answer in said.answers):
        left_out = _may_be_left_out(session, sharing)
    check_answers(
        _form(sharing.place, said),
        said.answers,
        has_helper=said.helper is not None,
        may_be_left_out=left_out,
    )


def _may_be_left_out(session: Session, sharing: Sharing) -> frozenset[UUID]:
    """Those whom the author knows to be around the child: who else is, the answer must not tell.

    The reviewing officer cannot be left out: somebody must be able to keep the child safe.
    """
    place, on = sharing.place, today(sharing.at)
    if place.author_id != place.child_id and place.author_job is not Job.REVIEWING_OFFICER:
        walls = children.walls(session, child_id=place.child_id, on=on)
        return walls.named_to(place.author_id)
    around = children.around(session, child_ids=[place.child_id], on=on)[place.child_id]
    return frozenset(
        member.person_id for member in around.circle if member.job is not Job.REVIEWING_OFFICER
    )


def _check_replaces(session: Session, sharing: Sharing) -> None:
    if sharing.said.replaces is None:
        return
    later = aliased(Contribution)
    earlier = session.execute(
        select(Contribution.withdrawn_at, later.id.label("replaced_by"))
        .outerjoin(later, later.replaces_id == Contribution.id)
        .where(
            Contribution.id == sharing.said.replaces,
            Contribution.review_id == sharing.place.review_id,
            Contribution.author_id == sharing.place.author_id,
        )
    ).one_or_none()
    if earlier is None:
        raise BadAnswers(fields={"replaces": ["unknown"]})
    if earlier.withdrawn_at is not None or earlier.replaced_by not in (None, sharing.id):
        raise AlreadyReplaced


def _was_shared(session: Session, sharing: Sharing) -> bool:
    """Whether these very words were shared before; raises when it was others under their id."""
    before = session.scalar(
        select(Contribution.fingerprint).where(
            Contribution.id == sharing.id, Contribution.author_id == sharing.place.author_id
        )
    )
    if before is not None and before != sharing.fingerprint:
        raise AlreadySharedDifferently
    return before is not None


def _end_what_it_ends(session: Session, actor: Actor, sharing: Sharing) -> None:
    place, said = sharing.place, sharing.said
    if said.replaces is not None:
        close_wishes(
            session, contribution_ids=[said.replaces], because=WishClosed.REPLACED, now=sharing.at
        )
    page = Page(place=place, is_observation=said.form == OBSERVATION)
    if place.is_observing if page.is_observation else place.is_writing:
        close_draft(session, page=page, now=sharing.at)
    if place.was_asked and place.answered_at is None:
        reviews.note_answer(
            session, review_id=place.review_id, person_id=place.author_id, at=sharing.at
        )
    audit.note(
        session,
        actor=actor,
        event="contribution.shared",
        child_id=place.child_id,
        subject_id=sharing.id,
        facts={
            "review_id": str(place.review_id),
            "form": said.form,
            "answers": len(sharing.answers),
            "wishes": sum(answer.wish for answer in sharing.answers),
            "helped": said.helper is not None,
            "replaces": str(said.replaces) if said.replaces else None,
        },
        now=sharing.at,
    )
