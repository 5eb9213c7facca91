"""Who has joined a part of a meeting by its code, and which part a code opens."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, cast
from uuid import UUID

from sqlalchemy import ColumnElement, Table, and_, bindparam, func, or_, select
from sqlalchemy.orm import Session

from cadair.access.actor import Actor
from cadair.foundation.database import beyond_councils, council_of, scope_to
from cadair.meeting.models import LiveGuest, LivePart
from cadair.meeting.queries.live import LIVE
from cadair.meeting.rules.live_kinds import TOLD_AFTER_THE_END, Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Guest:
    """Somebody who joined, or the screen in the room; and the topic of the part they are in."""

    id: UUID
    is_screen: bool
    topic: UUID
    council_id: UUID
    said: int

    token_digest: bytes

    @property
    def actor(self) -> Actor:
        """Who watches, for the streams: nobody with an account."""
        return Actor(
            person_id=self.id,
            council_id=self.council_id,
            job=None,
            session_id=self.token_digest.hex(),
        )

    @property
    def role(self) -> Role:
        """What they are in the meeting."""
        return Role.SCREEN if self.is_screen else Role.GUEST


def guest_with(session: Session, *, token_digest: bytes, now: datetime) -> Guest | None:
    """The guest with this cookie, while they may still be here.

    From here on the database session is that of the council whose meeting it is.
    """
    with beyond_councils(session):
        row = session.execute(
            select(
                LiveGuest.id,
                LiveGuest.called.is_(None).label("is_screen"),
                LiveGuest.council_id,
                LiveGuest.said,
                LivePart.id.label("topic"),
            )
            .join(
                LivePart,
                and_(
                    LivePart.review_id == LiveGuest.review_id,
                    LivePart.part_id == LiveGuest.part_id,
                ),
            )
            .where(
                LiveGuest.token_digest == token_digest,
                LiveGuest.asked_to_leave_at.is_(None),
                or_(LivePart.ended_at.is_(None), LivePart.ended_at > now - TOLD_AFTER_THE_END),
            )
        ).one_or_none()
    if row is None:
        return None
    scope_to(session, row.council_id)
    return Guest(
        id=row.id,
        is_screen=row.is_screen,
        topic=row.topic,
        council_id=row.council_id,
        said=row.said,
        token_digest=token_digest,
    )


def guests_still_here(session: Session, *, ids: Collection[str], now: datetime) -> dict[str, Actor]:
    """Of these cookies' digests, those of guests of the council who may still be here."""
    rows = session.execute(
        _STILL_HERE,
        {
            "of_council": council_of(session),
            "of_digests": [bytes.fromhex(each) for each in ids],
            "since": now - TOLD_AFTER_THE_END,
        },
        execution_options={"names_its_council": True},
    )
    return {
        row.token_digest.hex(): Actor(
            person_id=row.id, council_id=row.council_id, job=None, session_id=row.token_digest.hex()
        )
        for row in rows
    }


def screens_among(session: Session, *, ids: Collection[UUID]) -> set[UUID]:
    """Those of these guests who are screens."""
    rows = session.execute(
        _SCREENS,
        {"of_council": council_of(session), "of_guests": list(ids)},
        execution_options={"names_its_council": True},
    )
    return {row.id for row in rows}


def joined_ever(session: Session, *, review_id: UUID, part_id: UUID) -> int:
    """How many have joined one part by its codes."""
    joined = select(func.count()).where(
        LiveGuest.review_id == review_id, LiveGuest.part_id == part_id
    )
    return session.scalars(joined.select_from(LiveGuest)).one()


def part_with_code(session: Session, *, digest: bytes, now: datetime) -> UUID | None:
    """The topic of the part that this code opens now, of whichever council.

    From here on the database session is that of its council.
    """
    with beyond_councils(session):
        row = session.execute(
            select(LivePart.id, LivePart.council_id).where(
                LivePart.code_digest == digest, LivePart.code_until > now
            )
        ).one_or_none()
    if row is None:
        return None
    scope_to(session, row.council_id)
    return cast("UUID", row.id)


def is_code_taken(session: Session, *, digest: bytes) -> bool:
    """Whether a part of any council has this code already."""
    with beyond_councils(session):
        return session.scalar(select(LivePart.id).where(LivePart.code_digest == digest)) is not None


_GUEST: Final = cast("Table", LiveGuest.__table__)
_IN_PART: Final[ColumnElement[Any]] = and_(
    LIVE.c.review_id == _GUEST.c.review_id, LIVE.c.part_id == _GUEST.c.part_id
)
_STILL_HERE: Final = (
    select(_GUEST.c.id, _GUEST.c.council_id, _GUEST.c.token_digest)
    .join(LIVE, _IN_PART)
    .where(
        _GUEST.c.council_id == bindparam("of_council"),
        _GUEST.c.token_digest.in_(bindparam("of_digests", expanding=True)),
        _GUEST.c.asked_to_leave_at.is_(None),
        or_(LIVE.c.ended_at.is_(None), LIVE.c.ended_at > bindparam("since")),
    )
)
_SCREENS: Final = select(_GUEST.c.id).where(
    _GUEST.c.council_id == bindparam("of_council"),
    _GUEST.c.id.in_(bindparam("of_guests", expanding=True)),
    _GUEST.c.called.is_(None),
)
