"""The addresses of people: added sealed, confirmed by a code, left, told of a change, forgotten."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from hmac import compare_digest
from typing import Final
from uuid import UUID, uuid4

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from cadair.foundation import council_keys
from cadair.foundation.errors import TryAgainLater
from cadair.notifications.models import ContactPoint, Delivery
from cadair.notifications.queries.sealed import opened_address, sealed_address
from cadair.notifications.rules import Kind, What
from cadair.notifications.rules.timing import CODES_AN_HOUR, TOLD_OF_CHANGE

CODE_DIGITS: Final = 6


def code_for(session: Session, *, contact_id: UUID) -> str:
    """The code of an address that is to be confirmed: it follows from the row and lies nowhere."""
    known = council_keys.derived(session, of=f"code of contact {contact_id}")
    return f"{int.from_bytes(known[:8]) % 10**CODE_DIGITS:0{CODE_DIGITS}}"


def forget_left(session: Session, *, now: datetime) -> int:
    """Forget addresses that were left, or never confirmed, a day ago; returns how many."""
    old = session.scalars(
        select(ContactPoint).where(
            ContactPoint.address.is_not(None),
            func.coalesce(ContactPoint.left_at, ContactPoint.confirmed_at, ContactPoint.made_at)
            <= now - TOLD_OF_CHANGE,
            (ContactPoint.left_at.is_not(None)) | (ContactPoint.confirmed_at.is_(None)),
        )
    ).all()
    for row in old:
        row.address = None
        row.left_at = row.left_at or now
    session.flush()
    return len(old)


def waiting_for_code(session: Session, person_id: UUID) -> list[ContactPoint]:
    """Addresses that wait for their code, the newest first."""
    return list(
        session.scalars(
            select(ContactPoint)
            .where(
                ContactPoint.person_id == person_id,
                ContactPoint.confirmed_at.is_(None),
                ContactPoint.left_at.is_(None),
            )
            .order_by(ContactPoint.made_at.desc(), ContactPoint.id)
            .with_for_update()  # or many could guess one code at one moment
        )
    )


def check_codes(session: Session, person_id: UUID, now: datetime) -> None:
    """Nobody has codes sent to strangers all day long."""
    count, oldest = session.execute(
        select(func.count(), func.min(ContactPoint.made_at)).where(
            ContactPoint.person_id == person_id,
            ContactPoint.made_at > now - timedelta(hours=1),
        )
    ).one()
    if count >= CODES_AN_HOUR:
        raise TryAgainLater(oldest + timedelta(hours=1) - now)


def add_contact(
    session: Session, person_id: UUID, kind: Kind, written: str, now: datetime
) -> ContactPoint:
    """An address that its owner has given: sealed, and not confirmed."""
    own = uuid4()
    contact = ContactPoint(
        id=own,
        person_id=person_id,
        kind=kind,
        address=sealed_address(session, contact_id=own, address=written),
        made_at=now,
    )
    session.add(contact)
    session.flush()
    return contact


def opens_as(session: Session, contact: ContactPoint, written: str) -> bool:
    """Whether a row holds this address."""
    assert contact.address is not None
    there = opened_address(session, contact_id=contact.id, address=contact.address)
    return compare_digest(there.encode(), written.encode())


def take_the_place(session: Session, contact: ContactPoint, now: datetime) -> None:
    """Confirm an address; the others, and those that were left within a day, are told.

    One of the same kind is left.  What they are told is the sentence that everybody is told: it
    is for somebody whose phone is in other hands (security bar L2).
    """
    others = _others(session, contact, now)
    told = set(
        session.scalars(
            select(Delivery.contact_id).where(
                Delivery.contact_id.in_([each.id for each in others]),
                Delivery.what == What.MOVED,
                Delivery.settled_at.is_(None),
            )
        )
    )
    for each in others:
        if each.id not in told:
            send_to(session, each, What.MOVED, now)
        if each.kind is contact.kind:
            each.left_at = each.left_at or now
    contact.confirmed_at = now
    session.flush()


def _others(session: Session, contact: ContactPoint, now: datetime) -> Sequence[ContactPoint]:
    return session.scalars(
        select(ContactPoint).where(
            ContactPoint.person_id == contact.person_id,
            ContactPoint.id != contact.id,
            ContactPoint.address.is_not(None),
            ContactPoint.confirmed_at.is_not(None),
            ContactPoint.gone_at.is_(None),
            or_(ContactPoint.left_at.is_(None), ContactPoint.left_at > now - TOLD_OF_CHANGE),
        )
    ).all()


def send_to(session: Session, contact: ContactPoint, what: What, now: datetime) -> None:
    """Have one address sent something, whatever its owner has chosen."""
    session.add(
        Delivery(
            id=uuid4(),
            person_id=contact.person_id,
            contact_id=contact.id,
            what=what,
            is_urgent=what is What.CODE,
            made_at=now,
            next_at=now,
            tries=0,
        )
    )
    session.flush()
