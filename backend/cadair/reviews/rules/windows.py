"""When a review opens for views, and when it stops taking them."""

from datetime import date

from cadair.reviews.rules.working_days import BankHolidays, take_working_days

OPENS_BEFORE = 20  # working days, unless the council says otherwise


def opens_on(
    due_by: date, meets_on: date | None, *, working_days: int, bank_holidays: BankHolidays
) -> date:
    """The day a review opens: so many working days before it meets, or before it is due."""
    last = due_by if meets_on is None else min(due_by, meets_on)
    return take_working_days(last, working_days, bank_holidays=bank_holidays)


def views_close_on(due_by: date | None, meets_on: date | None, *, on: date) -> date | None:
    """The last day for views, as far as one knows it; a late review without a plan has none."""
    last = meets_on or due_by
    return last if last is not None and last >= on else None
