"""How somebody is told that something waits, as they see it themselves."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from cadair.access.actor import Actor
from cadair.notifications.models import ContactPoint, NoticeChoices
from cadair.notifications.queries.sealed import opened_address
from cadair.notifications.rules import Channel, Kind
from cadair.notifications.rules.addresses import hint_of
from cadair.notifications.rules.sentences import Notice, notice_for
from cadair.notifications.rules.timing import CODE_LASTS, Quiet, default_quiet


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """A place to which somebody may be written, by so much of it that they know it again."""

    kind: Kind
    hint: str | None
    confirmed: bool
    gone: bool  # the push service knows this browser no more


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnNotices:
    """What somebody has chosen, what they could choose, and what a notice says word for word."""

    channel: Channel
    offers: list[Kind]
    quiet_from: time | None
    quiet_until: time | None
    contacts: list[Contact]
    notice: Notice | None  # None: this installation can send nothing
    push_key: str | None


def own_notices(
    session: Session,
    *,
    actor: Actor,
    offers: Collection[Kind],
    site: str | None,
    push_key: str | None,
    now: datetime,
) -> OwnNotices:
    """My own notices; `offers` is what this installation can send by."""
    assert actor.person_id is not None
    assert actor.job is not None
    chosen = session.get(NoticeChoices, actor.person_id)
    quiet = quiet_of(chosen) if chosen else default_quiet(actor.job)
    return OwnNotices(
        channel=chosen.channel if chosen else Channel.NONE,
        offers=[kind for kind in Kind if kind in offers],
        quiet_from=quiet.begins if quiet else None,
        quiet_until=quiet.ends if quiet else None,
        contacts=[
            Contact(
                kind=row.kind,
                hint=_hint(session, row),
                confirmed=row.confirmed_at is not None,
                gone=row.gone_at is not None,
            )
            for row in contacts_of(session, person_id=actor.person_id, now=now)
        ],
        notice=notice_for(job=actor.job, language=actor.language, site=site) if site else None,
        push_key=push_key if Kind.PUSH in offers else None,
    )


def contacts_of(session: Session, *, person_id: UUID, now: datetime) -> Sequence[ContactPoint]:
    """The addresses of somebody, confirmed or waiting for their code, by kind."""
    rows = session.scalars(
        select(ContactPoint)
        .where(ContactPoint.person_id == person_id, ContactPoint.left_at.is_(None))
        .order_by(ContactPoint.kind, ContactPoint.made_at, ContactPoint.id)
    ).all()
    return [row for row in rows if row.confirmed_at or row.made_at > now - CODE_LASTS]


def current_contacts(
    session: Session, *, person_ids: Collection[UUID]
) -> dict[tuple[UUID, Kind], ContactPoint]:
    """The confirmed address of each person and kind, where there is one that still answers."""
    rows = session.scalars(
        select(ContactPoint).where(
            ContactPoint.person_id.in_(person_ids),
            ContactPoint.confirmed_at.is_not(None),
            ContactPoint.left_at.is_(None),
            ContactPoint.gone_at.is_(None),
        )
    )
    return {(row.person_id, row.kind): row for row in rows}


def quiet_of(chosen: NoticeChoices) -> Quiet | None:
    """The quiet hours that somebody has chosen; None for none."""
    if chosen.quiet_from is None or chosen.quiet_until is None:
        return None
    return Quiet(begins=chosen.quiet_from, ends=chosen.quiet_until)


def _hint(session: Session, row: ContactPoint) -> str | None:
    if row.address is None or row.kind is Kind.PUSH:
        return None
    return hint_of(row.kind, opened_address(session, contact_id=row.id, address=row.address))
