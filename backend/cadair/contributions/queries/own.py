"""What somebody wrote themselves: a person always sees what they wrote, and nobody else's."""

import json
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from cadair.access.actor import Actor, Job
from cadair.children import queries as children
from cadair.contributions.models import Contribution, ContributionRead, Draft
from cadair.contributions.queries.seats import Seat, seat
from cadair.contributions.queries.values import (
    AnyRow,
    SharedContribution,
    contribution_rows,
    unsealed,
)
from cadair.foundation.errors import NotFound
from cadair.foundation.sealing import seal, unseal
from cadair.people import queries as people


@dataclass(frozen=True, kw_only=True)
class Reader:
    """Who has read a contribution, and since when."""

    name: str
    called: str
    job: Job
    first_read_at: datetime


@dataclass(frozen=True, kw_only=True)
class OwnContribution:
    """What I shared, and who has read it."""

    contribution: SharedContribution
    read_by: tuple[Reader, ...]
    hidden: bool = False  # its author wants no trace of it on their phone: asked for anew, it shows

    def without_words(self) -> "OwnContribution":
        """That it was shared and who read it, and not a word of it."""
        return replace(self, contribution=replace(self.contribution, answers=(), helper=None))


@dataclass(frozen=True, kw_only=True)
class OwnDraft:
    """What I am writing; `content` is None when there is nothing."""

    content: dict[str, Any] | None
    revision: int


def own_contributions(
    session: Session, *, actor: Actor, review_id: UUID | None = None
) -> list[OwnContribution]:
    """Everything the actor ever shared, or with one review, oldest first."""
    mine = (
        contribution_rows()
        .add_columns(people.PHONE.c.leaves_no_trace)
        .outerjoin(people.PHONE, people.PHONE.c.person_id == Contribution.author_id)
        .where(Contribution.author_id == actor.person_id)
    )
    if review_id is not None:
        mine = mine.where(Contribution.review_id == review_id)
    rows = session.execute(mine.order_by(Contribution.shared_at, Contribution.id)).all()
    traceless = any(row.leaves_no_trace for row in rows)
    return [replace(each, hidden=traceless) for each in _with_readers(session, rows)]


def own_contribution(session: Session, *, actor: Actor, contribution_id: UUID) -> OwnContribution:
    """One of the actor's own contributions; raises NotFound for anybody else's."""
    rows = session.execute(
        contribution_rows().where(
            Contribution.id == contribution_id, Contribution.author_id == actor.person_id
        )
    ).all()
    if not rows:
        raise NotFound
    return _with_readers(session, rows)[0]


def _with_readers(session: Session, rows: Sequence[AnyRow]) -> list[OwnContribution]:
    if not rows:
        return []
    keys = children.sealing_keys(session, child_ids={row.child_id for row in rows})
    readers = _readers(session, {row.id for row in rows})
    return [
        OwnContribution(contribution=shared, read_by=tuple(readers[shared.id]))
        for shared in unsealed(rows=rows, keys=keys)
    ]


def _readers(session: Session, contribution_ids: Collection[UUID]) -> dict[UUID, list[Reader]]:
    found: dict[UUID, list[Reader]] = defaultdict(list)
    reads = session.execute(
        select(
            ContributionRead.contribution_id,
            ContributionRead.reader_id,
            ContributionRead.first_read_at,
        )
        .where(ContributionRead.contribution_id.in_(contribution_ids))
        .order_by(ContributionRead.first_read_at)
    ).all()
    if not reads:
        return found
    who = people.people(session, person_ids=list({read.reader_id for read in reads}))
    for read in reads:
        reader = who[read.reader_id]
        found[read.contribution_id].append(
            Reader(
                name=reader.name,
                called=reader.called,
                job=reader.job,
                first_read_at=read.first_read_at,
            )
        )
    return found


def own_draft(
    session: Session, *, actor: Actor, review_id: UUID, is_observation: bool, now: datetime
) -> OwnDraft:
    """What the actor is writing for a review they are asked to; raises NotFound."""
    place = seat(session, actor=actor, review_id=review_id, now=now)
    return draft_at(session, place=place, is_observation=is_observation)


def draft_at(session: Session, *, place: Seat, is_observation: bool) -> OwnDraft:
    """The draft of the one who sits here; without any, empty at revision 0."""
    row = session.execute(
        select(Draft.content, Draft.revision).where(
            Draft.review_id == place.review_id,
            Draft.author_id == place.author_id,
            Draft.is_observation == is_observation,
        )
    ).one_or_none()
    if row is None:
        return OwnDraft(content=None, revision=0)
    if row.content is None:
        return OwnDraft(content=None, revision=row.revision)
    key = children.sealing_key(session, child_id=place.child_id)
    plain = unseal(
        key,
        row.content,
        place_of_draft(place.review_id, place.author_id, is_observation=is_observation),
    )
    return OwnDraft(content=json.loads(plain), revision=row.revision)


def savings(session: Session, *, place: Seat, is_observation: bool) -> tuple[int, datetime | None]:
    """How often this draft was saved within the hour that began at the moment beside it."""
    row = session.execute(
        select(Draft.saved_since, Draft.counted_from).where(
            Draft.review_id == place.review_id,
            Draft.author_id == place.author_id,
            Draft.is_observation == is_observation,
        )
    ).one_or_none()
    return (row.saved_since, row.counted_from) if row else (0, None)


def sealed_draft(key: bytes, place: Seat, is_observation: bool, plain: str) -> bytes:
    """A draft's content as JSON, sealed into its row."""
    return seal(
        key, plain, place_of_draft(place.review_id, place.author_id, is_observation=is_observation)
    )


def place_of_draft(review_id: UUID, author_id: UUID, *, is_observation: bool) -> str:
    """What a draft is sealed to."""
    kind = "observation" if is_observation else "own"
    return f"draft|content|{review_id}|{author_id}|{kind}"
