"""From the outbox to deliveries: all that waits for one person is settled by one notice."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Final
from uuid import UUID, uuid4

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from cadair.access.actor import STAFF
from cadair.notifications.models import Delivery, NoticeChoices, OutboxItem
from cadair.notifications.queries import current_contacts
from cadair.notifications.queries.own import quiet_of
from cadair.notifications.rules import URGENT, Channel, Kind, Outcome, What
from cadair.notifications.rules.timing import may_be_told_at
from cadair.people import queries as people
from cadair.people.queries import PersonFacts

AT_ONCE: Final = 500  # people in one transaction


def plan_deliveries(session: Session, *, now: datetime) -> int:
    """Make a delivery for everybody for whom something waits and who may be told now; how many.

    Whoever has chosen nothing, or has no address, is told by Cadair itself when they next look:
    what waits is settled quietly.  Doing it again, or twice at one moment, does nothing more.
    """
    waiting = _people_waiting(session, now)
    if not waiting:
        return 0
    # Held until the end: two workers would otherwise plan two notices for one person.
    chosen = {
        row.person_id: row
        for row in session.scalars(
            select(NoticeChoices)
            .where(NoticeChoices.person_id.in_(waiting))
            .order_by(NoticeChoices.person_id)
            .with_for_update()
        )
    }
    there = current_contacts(session, person_ids=list(chosen))
    reached = {
        person_id
        for person_id, row in chosen.items()
        if row.channel is not Channel.NONE and (person_id, Kind(row.channel)) in there
    }
    _settle(session, [each for each in waiting if each not in reached], now)
    known = people.people(session, person_ids=list(reached)) if reached else {}
    last = _last_told(session, reached)
    items = _items(session, reached, now)
    made = [
        _plan(session, person, chosen[person.id], items[person.id], last.get(person.id), now)
        for person in known.values()
    ]
    session.flush()
    return sum(made)


def _people_waiting(session: Session, now: datetime) -> Sequence[UUID]:
    return session.scalars(
        select(OutboxItem.person_id)
        .where(OutboxItem.settled_at.is_(None), OutboxItem.not_before <= now)
        .distinct()
        .order_by(OutboxItem.person_id)
        .limit(AT_ONCE)
    ).all()


def _items(
    session: Session, person_ids: Iterable[UUID], now: datetime
) -> dict[UUID, list[OutboxItem]]:
    """What waits for each person; read after they are held, so that nothing is planned twice."""
    found: dict[UUID, list[OutboxItem]] = defaultdict(list)
    rows = session.scalars(
        select(OutboxItem).where(
            OutboxItem.person_id.in_(person_ids),
            OutboxItem.settled_at.is_(None),
            OutboxItem.not_before <= now,
        )
    )
    for row in rows:
        found[row.person_id].append(row)
    return found


def _plan(
    session: Session,
    person: PersonFacts,
    chosen: NoticeChoices,
    items: list[OutboxItem],
    last_told: datetime | None,
    now: datetime,
) -> bool:
    """Settle what waits for one person by a notice, or put it off; whether one was made."""
    if not items:
        return False
    is_urgent = person.job in STAFF and any(item.about in URGENT for item in items)
    unsent = _unsent(session, person.id)
    if unsent is None:
        at = may_be_told_at(
            job=person.job,
            quiet=quiet_of(chosen),
            last_told=last_told,
            is_urgent=is_urgent,
            now=now,
        )
        if at > now:
            for item in items:
                item.not_before = at
            return False
        session.add(
            Delivery(
                id=uuid4(),
                person_id=person.id,
                what=What.NOTICE,
                is_urgent=is_urgent,
                made_at=now,
                next_at=now,
                tries=0,
            )
        )
    elif is_urgent and not unsent.is_urgent:
        unsent.is_urgent, unsent.next_at = True, now
    for item in items:
        item.settled_at = now
    return unsent is None


def _unsent(session: Session, person_id: UUID) -> Delivery | None:
    """A notice for this person that is still to go, and that no worker has in hand."""
    return session.scalars(
        select(Delivery)
        .where(
            Delivery.person_id == person_id,
            Delivery.what == What.NOTICE,
            Delivery.settled_at.is_(None),
            Delivery.leased_until.is_(None),
        )
        .limit(1)
        .with_for_update()
        .execution_options(populate_existing=True)
    ).first()


def _last_told(session: Session, person_ids: Iterable[UUID]) -> dict[UUID, datetime]:
    """When each person was last sent a notice, or one was made that a worker has in hand."""
    rows = session.execute(
        select(Delivery.person_id, func.max(func.coalesce(Delivery.settled_at, Delivery.made_at)))
        .where(
            Delivery.person_id.in_(person_ids),
            Delivery.what == What.NOTICE,
            (Delivery.outcome == Outcome.SENT) | Delivery.settled_at.is_(None),
        )
        .group_by(Delivery.person_id)
    )
    return {person_id: at for person_id, at in rows if person_id is not None}


def _settle(session: Session, person_ids: Sequence[UUID], now: datetime) -> None:
    if person_ids:
        session.execute(
            update(OutboxItem)
            .where(
                OutboxItem.person_id.in_(person_ids),
                OutboxItem.settled_at.is_(None),
                OutboxItem.not_before <= now,
            )
            .values(settled_at=now)
            .execution_options(synchronize_session=False)
        )
