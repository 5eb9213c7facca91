"""What time it is: moments in UTC, days as people in England and Wales count them."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")

_frozen_at: ContextVar[datetime | None] = ContextVar("frozen_at", default=None)


def now() -> datetime:
    """This moment, aware and in UTC."""
    return _frozen_at.get() or datetime.now(UTC)


def today(moment: datetime) -> date:
    """The day that `moment` falls on in England and Wales."""
    return moment.astimezone(LONDON).date()


@contextmanager
def frozen(moment: datetime) -> Iterator[None]:
    """Hold the clock at `moment`: for tests and rehearsals of another day."""
    token = _frozen_at.set(moment.astimezone(UTC))
    try:
        yield
    finally:
        _frozen_at.reset(token)
