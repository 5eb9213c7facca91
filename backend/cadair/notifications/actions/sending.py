"""Lease, send, mark: a delivery is one worker's at a time, and is sent outside any transaction.

A worker that dies with a delivery in hand loses it when the lease ends, and another sends it anew
under the same reference, so that it is once at a provider that knows references.
"""

from collections.abc import Collection
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import ColumnElement, or_, select, update
from sqlalchemy.orm import Session

from cadair.access.actor import Job
from cadair.foundation.database import council_of
from cadair.notifications.actions.contacts import code_for
from cadair.notifications.models import ContactPoint, Delivery, NoticeChoices
from cadair.notifications.queries import current_contacts
from cadair.notifications.queries.own import quiet_of
from cadair.notifications.queries.sealed import opened_address
from cadair.notifications.rules import Channel, Kind, Outcome, What
from cadair.notifications.rules.parcels import Came, Parcel
from cadair.notifications.rules.sentences import notice_for
from cadair.notifications.rules.timing import (
    CODE_LASTS,
    LEASE,
    RETRIES,
    RETRY_AFTER,
    default_quiet,
)
from cadair.people import queries as people

LOOKED_AT: Final = 50


def lease(session: Session, *, kinds: Collection[Kind], site: str, now: datetime) -> Parcel | None:
    """Take the next delivery that is due, for LEASE; None when there is none.

    The caller commits before it sends.  `kinds` are what this installation can send by.
    """
    due = session.execute(
        select(Delivery.id, Delivery.tries)
        .where(Delivery.settled_at.is_(None), Delivery.next_at <= now, _is_free(now))
        .order_by(Delivery.is_urgent.desc(), Delivery.tries, Delivery.next_at, Delivery.id)
        .limit(LOOKED_AT)
    ).all()
    for each in due:
        delivery = session.get(Delivery, each.id, populate_existing=True)
        if delivery is None or not _may_go(session, delivery, now):
            continue
        found = _address(session, delivery, kinds, now)
        if found is None:
            _settle(session, each.id, Outcome.DROPPED, now)
        elif _take(session, each.id, each.tries, now):
            return _parcel(session, delivery, found, tries=each.tries + 1, site=site)
    return None


def mark(session: Session, *, parcel: Parcel, came: Came, now: datetime) -> None:
    """Keep what came of it.  That it was sent is true whoever has the lease by now."""
    if came is Came.SENT:
        _settle(session, parcel.id, Outcome.SENT, now)
        return
    if came is Came.GONE and parcel.contact_id is not None:
        session.execute(
            update(ContactPoint)
            .where(ContactPoint.id == parcel.contact_id)
            .values(gone_at=now, address=None)
        )
    if came is not Came.TROUBLE or parcel.tries > RETRIES:
        _settle(session, parcel.id, Outcome.FAILED, now)
        return
    session.execute(
        update(Delivery)
        .where(
            Delivery.id == parcel.id,
            Delivery.tries == parcel.tries,
            Delivery.settled_at.is_(None),
        )
        .values(next_at=now + RETRY_AFTER, leased_until=None)
    )


def _is_free(now: datetime) -> ColumnElement[bool]:
    return or_(Delivery.leased_until.is_(None), Delivery.leased_until <= now)


def _take(session: Session, delivery_id: UUID, tries: int, now: datetime) -> bool:
    """Compare and set: whoever counts the try has it."""
    taken: Any = session.execute(
        update(Delivery)
        .where(
            Delivery.id == delivery_id,
            Delivery.tries == tries,
            Delivery.settled_at.is_(None),
            _is_free(now),
        )
        .values(tries=tries + 1, leased_until=now + LEASE)
        .execution_options(synchronize_session=False, preserve_rowcount=True)
    )
    return bool(taken.rowcount == 1)


def _settle(session: Session, delivery_id: UUID, outcome: Outcome, now: datetime) -> None:
    session.execute(
        update(Delivery)
        .where(Delivery.id == delivery_id, Delivery.settled_at.is_(None))
        .values(settled_at=now, outcome=outcome, leased_until=None)
    )


def _may_go(session: Session, delivery: Delivery, now: datetime) -> bool:
    """Whether it is no quiet hour of its person; else it waits for the end of it, uncounted."""
    if delivery.person_id is None or delivery.is_urgent:
        return True
    chosen = session.get(NoticeChoices, delivery.person_id)
    quiet = quiet_of(chosen) if chosen else None
    if quiet is None:
        person = people.person(session, person_id=delivery.person_id)
        quiet = default_quiet(person.job) if person.job is Job.CHILD else None
    if quiet is None or not quiet.holds(now):
        return True
    session.execute(
        update(Delivery)
        .where(Delivery.id == delivery.id, Delivery.settled_at.is_(None), _is_free(now))
        .values(next_at=quiet.end_after(now), leased_until=None)
    )
    return False


def _address(
    session: Session, delivery: Delivery, kinds: Collection[Kind], now: datetime
) -> tuple[Kind, str] | None:
    """Where it goes today; None when there is nowhere any more."""
    if delivery.setting is not None:
        ours = people.council(session, council_id=council_of(session)).settings
        address = ours.get(delivery.setting.value)
        return (Kind.EMAIL, address) if address and Kind.EMAIL in kinds else None
    contact = _contact(session, delivery, now)
    if contact is None or contact.address is None or contact.kind not in kinds:
        return None
    delivery.contact_id = contact.id
    session.flush()
    address = opened_address(session, contact_id=contact.id, address=contact.address)
    return contact.kind, address


def _contact(session: Session, delivery: Delivery, now: datetime) -> ContactPoint | None:
    assert delivery.person_id is not None
    if delivery.what is not What.NOTICE:
        contact = session.get(ContactPoint, delivery.contact_id, populate_existing=True)
        waits = contact is not None and contact.confirmed_at is None and contact.left_at is None
        is_late = delivery.made_at <= now - CODE_LASTS
        return contact if delivery.what is What.MOVED or (waits and not is_late) else None
    chosen = session.get(NoticeChoices, delivery.person_id, populate_existing=True)
    if chosen is None or chosen.channel is Channel.NONE:
        return None
    there = current_contacts(session, person_ids=[delivery.person_id])
    return there.get((delivery.person_id, Kind(chosen.channel)))


def _parcel(
    session: Session, delivery: Delivery, found: tuple[Kind, str], *, tries: int, site: str
) -> Parcel:
    kind, address = found
    person = people.person(session, person_id=delivery.person_id) if delivery.person_id else None
    code = None
    if delivery.what is What.CODE:
        assert delivery.contact_id is not None
        code = code_for(session, contact_id=delivery.contact_id)
    return Parcel(
        id=delivery.id,
        council_id=council_of(session),
        kind=kind,
        address=address,
        notice=notice_for(
            job=person.job if person else None,
            language=person.language if person else "en",
            site=site,
            code=code,
        ),
        tries=tries,
        contact_id=delivery.contact_id,
    )
