"""What somebody was given and may still read: a wall that stands again takes its lines away."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from cadair.children import queries as children
from cadair.contributions import queries as contributions
from cadair.record.models import Release
from cadair.record.queries.releases import GivenOnce, doers_in, picked_of, rendering_of
from cadair.record.rules.distribution import ReleaseKind
from cadair.record.rules.passing import Author, Recipient, may_still_be_read
from cadair.record.rules.releasing import State
from cadair.record.rules.rendering import GivenLine, Picked


def shown_to(
    session: Session, *, child_id: UUID, review_id: UUID, person_id: UUID, on: date
) -> list[GivenOnce]:
    """All that this person was given of a review and may read on that day, the newest first.

    The officer's own words stay; a line goes with the wall to whoever said it, or with the leave
    to know their name (security bar A6).
    """
    rows = session.scalars(
        select(Release)
        .where(
            Release.review_id == review_id,
            Release.person_id == person_id,
            Release.state == State.RELEASED,
        )
        .order_by(Release.released_at.desc(), Release.id)
    ).all()
    if not rows:
        return []
    key = children.sealing_key(session, child_id=child_id)
    picks = {row.id: picked_of(row, key) for row in rows}
    wanted = {pick.answer_id for those in picks.values() for pick in those}
    authors = contributions.authors_of(session, answer_ids=wanted)
    walls = children.walls(session, child_id=child_id, on=on)
    is_child = person_id == child_id  # between whom and nobody a wall stands
    found = []
    for row in rows:
        given = rendering_of(row, key)
        if row.kind is ReleaseKind.RECORD:
            doers = doers_in(row, key)
            lines = (
                given.lines if is_child else _left_of_record(given.lines, doers, walls, person_id)
            )
        else:
            lines = tuple(_left(zip(picks[row.id], given.lines, strict=True), authors, walls,
                                person_id, is_child=is_child))  # fmt: skip
        if lines or given.words:
            assert row.released_at is not None  # the database holds it for what was released
            given = replace(given, lines=lines)
            found.append(GivenOnce(id=row.id, released_at=row.released_at, given=given))
    return found


def _left_of_record(
    lines: tuple[GivenLine, ...],
    doers: list[UUID | None],
    walls: children.Walls,
    person_id: UUID,
) -> tuple[GivenLine, ...]:
    """What a record says of somebody goes with the wall to them."""
    return tuple(
        line
        for line, doer in zip(lines, doers, strict=True)
        if line.who is None or doer is None or doer == person_id
        or doer not in walls.members or not walls.stands(doer, person_id)
    )  # fmt: skip


def _left(
    lines: Iterator[tuple[Picked, GivenLine]],
    authors: dict[UUID, contributions.SaidBy],
    walls: children.Walls,
    person_id: UUID,
    *,
    is_child: bool,
) -> Iterator[GivenLine]:
    member = walls.members.get(person_id)
    recipient = Recipient(
        person_id=person_id,
        is_child=is_child,
        is_in_circle=member is not None,
        is_social_worker=member is not None and "social_worker" in member.kinds,
    )
    for pick, line in lines:
        by = authors[pick.answer_id]
        if may_still_be_read(
            Author(author_id=by.author_id, author_job=by.author_job),
            recipient,
            named=pick.named,
            walled=walls.stands,
            named_to=walls.named_to(person_id),
        ):
            yield line
