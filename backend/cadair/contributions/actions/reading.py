"""Reading: by name for whoever reads another's words, so that their author is told who and when."""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from sqlalchemy import literal, select
from sqlalchemy.orm import Session

from cadair.access.actor import Actor
from cadair.access.policy import Permission, Standing, check, holds, is_proved
from cadair.audit import actions as audit
from cadair.contributions import queries
from cadair.contributions.models import Contribution, ContributionRead
from cadair.contributions.queries import OwnContribution
from cadair.foundation.database import UtcMoment, council_of
from cadair.foundation.errors import StepUpNeeded
from cadair.foundation.inserting import insert_selected


def mark_read(
    session: Session,
    *,
    actor: Actor,
    standing: Standing,
    contribution_ids: Collection[UUID],
    now: datetime,
) -> None:
    """Note that the actor has read these contributions; only the first time is kept.

    What was taken back can no longer be read, and nobody reads their own.  The trail is told by
    whoever showed them: one event for all that was on the page.
    """
    if not holds(Permission.READ_FOR_A_REASON, actor, standing):
        check(Permission.READ_CHILD_WORDS, actor, standing)
    insert_selected(
        session,
        ContributionRead,
        select(
            Contribution.id,
            literal(actor.person_id),
            literal(now, UtcMoment()),
            literal(council_of(session)),
        ).where(
            Contribution.council_id == council_of(session),
            Contribution.id.in_(contribution_ids),
            Contribution.child_id == standing.child_id,
            Contribution.author_id != actor.person_id,
            Contribution.withdrawn_at.is_(None),
        ),
        columns=("contribution_id", "reader_id", "first_read_at", "council_id"),
    )


def read_own(
    session: Session, *, actor: Actor, review_id: UUID | None, show: bool, now: datetime
) -> list[OwnContribution]:
    """Everything the actor shared, or with one review; the trail says that it was opened.

    A child who wants no trace on their phone is told that and when, and its words only when they
    ask to be shown them.  Raises StepUpNeeded unless they have just shown that it is they.
    """
    own = queries.own_contributions(session, actor=actor, review_id=review_id)
    if any(each.hidden for each in own):
        if not show:
            return [each.without_words() for each in own]
        if not is_proved(actor, now):
            raise StepUpNeeded
        own = [replace(each, hidden=False) for each in own]
    audit.note_many(
        session,
        actor=actor,
        event="contribution.opened_by_author",
        subjects=[(each.contribution.child_id, each.contribution.id, {}) for each in own],
        now=now,
    )
    return own
