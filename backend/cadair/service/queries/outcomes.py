"""What came of reviews and rises, as reasons of Today."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Final
from uuid import UUID

from sqlalchemy.orm import Session

from cadair.foundation.database import council_of
from cadair.people import queries as people
from cadair.record.queries.outcomes import answer_by
from cadair.record.queries.rising import Rises, rising_of_officer
from cadair.reviews.queries import bank_holidays
from cadair.service.rules import Reason, Why

WHY: Final[Mapping[Rises, Why]] = {
    Rises.WISH: Why.WISH_UNANSWERED,
    Rises.DECISION: Why.DECISION_OVERDUE,
    Rises.MANAGER: Why.MANAGER_DISAGREES,
    Rises.DISAGREES: Why.CHILD_DISAGREES,
}


def outcomes_rising(
    session: Session, *, officer_id: UUID, on: date
) -> Iterator[tuple[UUID, Reason]]:
    """By child: wishes past the council's days, decisions past theirs, and who does not agree.

    One statement more when a wish waits, for how long the council takes.
    """
    risen = rising_of_officer(session, officer_id=officer_id, on=on)
    council: Any = None
    for each in risen:
        since = each.since
        if each.what is Rises.WISH:
            council = council or people.council(session, council_id=council_of(session))
            by = answer_by(
                since,
                within=council.settings["answer_wishes_within_working_days"],
                holidays=bank_holidays(council.nation),
            )
            if by is None or on <= by:
                continue
            since = by
        yield (
            each.child_id,
            Reason(
                why=WHY[each.what],
                review_id=each.review_id,
                days=(on - since).days,
                on=since,
                people=each.many,
            ),
        )
