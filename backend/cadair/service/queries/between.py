"""What waits for an officer between reviews and of disputes, as reasons of Today."""

from collections.abc import Iterable, Iterator
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from cadair.foundation.clock import today
from cadair.foundation.database import council_of
from cadair.messages.queries.waiting import Waiting
from cadair.messages.rules.answering import answer_by, working_days_over
from cadair.people import queries as people
from cadair.record.queries.unconfirmed import OverdueDispute
from cadair.reviews.queries import bank_holidays
from cadair.service.rules import Reason, Why


def between_reviews(
    session: Session, waiting: Waiting, *, on: date
) -> Iterator[tuple[UUID, Reason]]:
    """By child: that they are not safe, what they asked for, and messages past the promised day.

    One statement more when a message waits, for what the council promises.
    """
    for child_id, since in waiting.unsafe.items():
        yield child_id, _counted(Why.UNSAFE, today(since), on)
    for child_id, since in waiting.requests.items():
        yield child_id, _counted(Why.REQUEST_WAITING, today(since), on)
    if not waiting.messages:
        return
    council = people.council(session, council_id=council_of(session))
    within: int = council.settings["answer_within_working_days"]
    holidays = bank_holidays(council.nation)
    for child_id, since in waiting.messages.items():
        promised = answer_by(today(since), within=within, bank_holidays=holidays)
        over = working_days_over(promised, on=on, bank_holidays=holidays)
        if over > 0:
            yield child_id, Reason(why=Why.MESSAGE_LATE, review_id=None, days=over, on=promised)


def overdue_disputes(
    disputes: Iterable[OverdueDispute], *, nation: str | None, on: date
) -> Iterator[tuple[UUID, Reason]]:
    """By child: the working days since the level that a dispute has reached had its own."""
    for child_id, due_on in disputes:
        assert nation is not None  # an officer's, who so has children
        over = working_days_over(due_on, on=on, bank_holidays=bank_holidays(nation))
        yield child_id, Reason(why=Why.DISPUTE_OVERDUE, review_id=None, days=over, on=due_on)


def _counted(why: Why, since: date, on: date) -> Reason:
    return Reason(why=why, review_id=None, days=(on - since).days, on=since)
