"""What was shared with a review: for those whom the law has read it."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field, replace
from uuid import UUID

from sqlalchemy import ColumnElement, ScalarSelect, Select, or_, select
from sqlalchemy.orm import Session, aliased

from cadair.access.actor import Actor, Job
from cadair.access.policy import Permission, Standing, check, holds
from cadair.children import queries as children
from cadair.contributions.models import Contribution, ContributionAnswer
from cadair.contributions.queries.values import (
    SharedContribution,
    contribution_rows,
    unsealed,
)
from cadair.contributions.rules.forms import OBSERVATION
from cadair.contributions.rules.sharing import Hearer, may_hear

ManyIds = Collection[UUID] | Select[UUID]  # ids, or a statement that finds them


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidBy:
    """Who gave an answer, and as what."""

    author_id: UUID
    author_job: Job


@dataclass(kw_only=True)
class ViewsIn:
    """Who has shared their views with a review so far."""

    child: bool = False
    observed: bool = False  # somebody wrote how a child who cannot say shows what they like
    people: set[UUID] = field(default_factory=set)  # everybody but the child


def authors_of(session: Session, *, answer_ids: Collection[UUID]) -> dict[UUID, SaidBy]:
    """Who gave each of these answers; nothing of what they say."""
    rows = session.execute(
        select(ContributionAnswer.id, Contribution.author_id, Contribution.author_job)
        .join(Contribution, Contribution.id == ContributionAnswer.contribution_id)
        .where(ContributionAnswer.id.in_(answer_ids))
    )
    return {row.id: SaidBy(author_id=row.author_id, author_job=row.author_job) for row in rows}


def shared_with_review(
    session: Session, *, actor: Actor, standing: Standing, review_id: UUID
) -> list[SharedContribution]:
    """Everything shared with one review, oldest first, as far as the actor may hear it."""
    return shared_with_reviews(session, actor=actor, standing=standing, review_ids=[review_id])[
        review_id
    ]


def shared_with_reviews(
    session: Session,
    *,
    actor: Actor,
    standing: Standing,
    review_ids: Collection[UUID],
    or_last_of: Collection[UUID] = (),
) -> dict[UUID, list[SharedContribution]]:
    """Everything shared with several reviews of one child, in one statement.

    Those of `or_last_of` are earlier reviews: of them the last that heard the child counts too.
    What was taken back, or replaced, is there without its answers; these are not even opened.
    """
    if not holds(Permission.READ_FOR_A_REASON, actor, standing):
        check(Permission.READ_CHILD_WORDS, actor, standing)
    wanted: ColumnElement[bool] = Contribution.review_id.in_(review_ids)
    if or_last_of:
        wanted = or_(wanted, Contribution.review_id == _last_that_heard_the_child(or_last_of))
    rows = session.execute(
        contribution_rows(counting_alone=True)
        .where(wanted, Contribution.child_id == standing.child_id)
        .order_by(Contribution.shared_at, Contribution.id)
    ).all()
    by_review: dict[UUID, list[SharedContribution]] = defaultdict(list)
    if rows:
        key = children.sealing_key(session, child_id=standing.child_id)
        hearer = Hearer(
            person_id=actor.person_id,
            is_reviewing_officer=standing.is_reviewing_officer or standing.has_broken_glass,
            is_social_worker="social_worker" in standing.relationship_kinds,
            is_in_circle=standing.is_in_circle,
        )
        for shared in unsealed(rows=rows, keys={standing.child_id: key}):
            by_review[shared.review_id].append(_as_heard(shared, hearer))
    return by_review


def _last_that_heard_the_child(review_ids: Collection[UUID]) -> ScalarSelect[UUID]:
    said = aliased(Contribution)
    return (
        select(said.review_id)
        .where(
            said.review_id.in_(review_ids),
            said.author_id == said.child_id,
            said.withdrawn_at.is_(None),
        )
        .order_by(said.shared_at.desc())
        .limit(1)
        .scalar_subquery()
    )


def _as_heard(shared: SharedContribution, hearer: Hearer) -> SharedContribution:
    heard = tuple(
        answer
        for answer in shared.answers
        if may_hear(
            hearer,
            author_id=shared.author_id,
            audience=answer.audience,
            not_people=answer.not_people,
        )
    )
    return replace(shared, answers=heard)


def progress_of(session: Session, *, review_ids: ManyIds) -> dict[UUID, ViewsIn]:
    """Whose views are in, for many reviews in one statement; for the reviewing officer's lists.

    A review without any has no entry.  Never to be shown to one of the parties: that another
    has spoken is theirs to tell.
    """
    rows = session.execute(
        select(
            Contribution.review_id,
            Contribution.child_id,
            Contribution.author_id,
            Contribution.form,
        )
        .where(Contribution.review_id.in_(review_ids), Contribution.withdrawn_at.is_(None))
        .distinct()
    )
    views: dict[UUID, ViewsIn] = defaultdict(ViewsIn)
    for review_id, child_id, author_id, form in rows:
        if author_id == child_id:
            views[review_id].child = True
            continue
        views[review_id].people.add(author_id)
        views[review_id].observed |= form == OBSERVATION
    return dict(views)
