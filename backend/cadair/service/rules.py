"""What needs a reviewing officer today, and in which order; pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final, NamedTuple
from uuid import UUID

from cadair.children.rules import age_on
from cadair.reviews.rules import (
    BEFORE_THE_MEETING,
    TAKING_VIEWS,
    BankHolidays,
    Stage,
    working_days_between,
)

COMING_WITHIN: Final = 20  # working days: as long as a review is open for views
HURRY_WITHIN: Final = 10  # working days: by then invitations and papers should be out
SPEAKS_FROM_AGE: Final = 4  # until then others write how the child shows what they like
ENDED_TOLD_FOR: Final = timedelta(days=7)  # on Today; the child's page tells it for good
SURELY_FAR: Final = timedelta(days=60)  # over 20 working days, whatever the bank holidays


class Why(StrEnum):
    """A reason to look at a child today, the most urgent first."""

    UNSAFE = "unsafe"  # the child said that they are not safe, and nobody has closed it
    NOT_SAFE = "not_safe"  # the child marked that replies to their phone are not safe
    OVERDUE = "overdue"
    DISPUTE_OVERDUE = "dispute_overdue"  # the council has had the days of a level
    MESSAGE_LATE = "message_late"  # nobody has read or answered it by the promised day
    REQUEST_WAITING = "request_waiting"
    CHILD_DISAGREES = "child_disagrees"  # or does not understand an answer, and nobody has read it
    MANAGER_DISAGREES = "manager_disagrees"  # with a decision, which does not stand until then
    WISH_UNANSWERED = "wish_unanswered"  # past the council's days after the review
    DECISION_OVERDUE = "decision_overdue"
    ADJOURNED = "adjourned"  # and is to go on by a day
    DECISIONS_DUE = "decisions_due"  # what a review decided is to reach whom it concerns
    RECORD_DUE = "record_due"
    SHARE_DUE = "share_due"  # everybody is to have their part of the record
    CARE_PLAN_DUE = "care_plan_due"
    MIDPOINT_DUE = "midpoint_due"  # half way: is what was agreed happening
    POSTPONEMENT_ANSWERED = "postponement_answered"  # by a manager
    VIEWS_UNREAD = "views_unread"
    PLANNED_LATE = "planned_late"
    NO_CHILD_VIEWS = "no_child_views"
    NOT_SIGNED_IN = "not_signed_in"
    NOT_PLANNED = "not_planned"
    SPEAK_ALONE = "speak_alone"  # officer and child have not spoken in private before the review
    NOT_REACHED = "not_reached"
    PARTICIPATION_UNCONFIRMED = "participation_unconfirmed"
    NOT_NEEDED = "not_needed"  # the review ended, and words had been given for it


class ChildsWords(StrEnum):
    """How a child's own words stand for the officer who reads them."""

    NONE = "none"
    SHOWN = "shown"  # by an observation alone
    NEW = "new"
    READ = "read"


RANK: Final = {why: rank for rank, why in enumerate(Why)}
COUNTS_UP: Final = frozenset(
    {
        Why.UNSAFE,
        Why.OVERDUE,
        Why.DISPUTE_OVERDUE,
        Why.MESSAGE_LATE,
        Why.REQUEST_WAITING,
        Why.CHILD_DISAGREES,
        Why.MANAGER_DISAGREES,
        Why.WISH_UNANSWERED,
        Why.DECISION_OVERDUE,
        Why.VIEWS_UNREAD,
        Why.PLANNED_LATE,
        Why.PARTICIPATION_UNCONFIRMED,
        Why.NOT_NEEDED,
        Why.POSTPONEMENT_ANSWERED,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One reason: days late or waiting, or working days left, and the day it counts from or to."""

    why: Why
    review_id: UUID | None  # none where it is about the child, and no review is owed
    days: int
    on: date
    people: int | None = None  # how many, where it is about people

    @property
    def urgency(self) -> tuple[int, int]:
        """Kinds in their order; within a kind the longest wait or the nearest day first."""
        return RANK[self.why], -self.days if self.why in COUNTS_UP else self.days


def words_of_child(*, is_said: bool, is_unread: bool, is_observed: bool) -> ChildsWords:
    """Said and waiting, said and read, shown by others, or nothing yet."""
    if is_said:
        return ChildsWords.NEW if is_unread else ChildsWords.READ
    return ChildsWords.SHOWN if is_observed else ChildsWords.NONE


class NextReview(NamedTuple):
    """A child's next review, with what the day makes of it."""

    review_id: UUID
    stage: Stage
    due_by: date | None
    meets_at: datetime | None
    adjourned_until: date | None
    child_answered: bool
    others_asked: int
    others_answered: int
    others_not_reached: int
    meets_on: date | None
    working_days_left: int | None  # negative when past; None when far away
    adjourned_days_left: int | None = None  # working days, in the same way

    @property
    def falls_on(self) -> date | None:
        """The day of the meeting, or the last day for it while there is none."""
        return self.meets_on or self.due_by

    @property
    def is_near(self) -> bool:
        """Whether it is to be held within the next working days that a review is open for."""
        left = self.working_days_left
        return left is not None and 0 <= left <= COMING_WITHIN and not self.has_begun

    @property
    def has_begun(self) -> bool:
        """Whether the meeting has begun, so that nothing can be late for it any more."""
        return self.stage not in BEFORE_THE_MEETING

    def is_overdue(self, on: date) -> bool:
        """Whether the day by which it had to be held has passed."""
        return self.due_by is not None and self.due_by < on and not self.has_begun


def reasons_of_review(
    review: NextReview, *, born_on: date, has_signed_in: bool, has_spoken_alone: bool, on: date
) -> list[Reason]:
    """Why a child's next review needs its officer today."""
    found = list(_lateness(review, on))
    goes_on_by, days = review.adjourned_until, review.adjourned_days_left
    if goes_on_by is not None and days is not None:
        found.append(
            Reason(why=Why.ADJOURNED, review_id=review.review_id, days=days, on=goes_on_by)
        )
    if not review.is_near:
        return found
    left, falls_on = review.working_days_left, review.falls_on
    assert left is not None
    assert falls_on is not None  # a review that is near has its day

    def add(why: Why, people: int | None = None) -> None:
        found.append(
            Reason(why=why, review_id=review.review_id, days=left, on=falls_on, people=people)
        )

    speaks = age_on(born_on, on) >= SPEAKS_FROM_AGE
    silent = not review.child_answered and speaks
    if speaks and not has_spoken_alone:
        add(Why.SPEAK_ALONE)
    if silent and not has_signed_in:
        add(Why.NOT_SIGNED_IN)
    if left <= HURRY_WITHIN:
        if silent and review.stage in TAKING_VIEWS:
            add(Why.NO_CHILD_VIEWS)
        if review.meets_on is None:
            add(Why.NOT_PLANNED)
        if review.others_not_reached:
            add(Why.NOT_REACHED, review.others_not_reached)
    return found


def working_days_left(
    falls_on: date | None, *, on: date, bank_holidays: BankHolidays
) -> int | None:
    """Working days until a review; negative when it is past, None when it is far or unknown."""
    if falls_on is None or falls_on - on > SURELY_FAR:
        return None
    return working_days_between(on, falls_on, bank_holidays=bank_holidays)


def _lateness(review: NextReview, on: date) -> Iterator[Reason]:
    due_by, meets_on = review.due_by, review.meets_on
    if due_by is None or review.has_begun:
        return
    if due_by < on:
        days = (on - due_by).days
        yield Reason(why=Why.OVERDUE, review_id=review.review_id, days=days, on=due_by)
    elif meets_on is not None and meets_on > due_by:
        days = (meets_on - due_by).days
        yield Reason(why=Why.PLANNED_LATE, review_id=review.review_id, days=days, on=meets_on)
