"""Holding, adjourning and postponing a review: what may be done, and when it counts as late."""

from collections.abc import Collection
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from cadair.foundation.errors import Refusal
from cadair.reviews.rules.paperwork import adjourned_until
from cadair.reviews.rules.working_days import BankHolidays

POSTPONED_AT_MOST: Final = timedelta(days=366)  # a slip of the finger, not a rule of law


class LateReason(StrEnum):
    """Why a review was held after its last day; from two councils' reports to their members."""

    CHILD_NOT_READY = "child_not_ready"  # the child asked for more time
    SICKNESS = "sickness"
    OFFICER_NOT_AVAILABLE = "officer_not_available"
    WORKER_NOT_AVAILABLE = "worker_not_available"
    TOLD_LATE = "told_late"  # that the child had become looked after
    PAPERS_NOT_READY = "papers_not_ready"
    FAMILY_NOT_AVAILABLE = "family_not_available"
    PLACEMENT_CHANGED = "placement_changed"
    COURT = "court"
    OTHER = "other"


class AdjournedBefore(Refusal):
    """A review is adjourned once, and this one has been."""

    code = "adjourned_before"
    status = 409


class PostponementWaits(Refusal):
    """A manager has not answered the last time that this review was to be postponed."""

    code = "postponement_waits"
    status = 409


class PostponementAskedDifferently(Refusal):
    """This postponement was asked for already, in other words or to another day."""

    code = "postponement_asked_differently"
    status = 409


class PostponementAnsweredDifferently(Refusal):
    """A manager has answered already, and not so."""

    code = "postponement_answered_differently"
    status = 409


def is_late(
    *, held_on: date, completed_on: date, due_by: date | None, adjourned_to: date | None
) -> bool:
    """Whether a review was held after its last day, or completed after the one it had until.

    Of a series of meetings the first is the day that counts [from memory, and so the stricter].
    """
    if adjourned_to is not None and completed_on > adjourned_to:
        return True
    return due_by is not None and held_on > due_by


def faults_of_holding(
    *,
    held_on: date,
    completed_on: date,
    before: Collection[date],
    late: bool,
    reason: LateReason | None,
    on: date,
) -> dict[str, list[str]]:
    """What is wrong with saying that a review was held so; `before` are the days of the others."""
    wrong: dict[str, list[str]] = {}
    if held_on > on:
        wrong["held_on"] = ["in_the_future"]
    elif any(held_on <= other for other in before):
        wrong["held_on"] = ["before_the_last_review"]
    if completed_on > on:
        wrong["completed_on"] = ["in_the_future"]
    elif completed_on < held_on:
        wrong["completed_on"] = ["before_it_was_held"]
    if late and reason is None:
        wrong["late_reason"] = ["required"]
    elif reason is not None and not late:
        wrong["late_reason"] = ["not_late"]
    return wrong


def fault_of_adjourning(until: date, *, on: date, bank_holidays: BankHolidays) -> str | None:
    """Why a review that is adjourned on the day `on` cannot be adjourned until then, if so."""
    if until <= on:
        return "in_the_past"
    return "too_far" if until > adjourned_until(on, bank_holidays=bank_holidays) else None


def fault_of_postponing(to_on: date, *, on: date) -> str | None:
    """Why a review cannot be postponed to that day, if so."""
    if to_on <= on:
        return "in_the_past"
    return "too_far" if to_on - on > POSTPONED_AT_MOST else None
