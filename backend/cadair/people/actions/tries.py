"""Wrong tries, counted by bucket: they slow whoever guesses, and never lock anybody out."""

from datetime import datetime, timedelta
from uuid import uuid4

from sqlalchemy import delete
from sqlalchemy.orm import Session

from cadair.people import queries
from cadair.people.models import WrongTry
from cadair.people.rules import TRIES_COUNT_FOR, TryAgainLater, wait_after


def let_others_on(session: Session) -> None:
    """Let go of the database, of which nothing was asked to be written yet.

    Argon2 takes its time on purpose, and on SQLite whoever reads holds everybody else up.
    """
    session.rollback()


def check_tries(
    session: Session,
    *,
    buckets: list[tuple[bytes, int]],
    now: datetime,
    within: timedelta = TRIES_COUNT_FOR,
) -> None:
    """Raise TryAgainLater when any bucket is full; a try counts for as long as `within`."""
    for bucket, limit in buckets:
        count, oldest = queries.wrong_tries(session, bucket=bucket, now=now, within=within)
        if count >= limit and oldest is not None:
            raise TryAgainLater(wait_after(oldest, now, within=within))


def forget_old_tries(session: Session, *, now: datetime) -> int:
    """Forget wrong tries that no longer count, of every council; returns how many."""
    gone = session.execute(
        delete(WrongTry)
        .where(WrongTry.at <= now - TRIES_COUNT_FOR)
        .execution_options(synchronize_session=False)
    )
    return int(gone.rowcount)  # type: ignore[attr-defined]  # a DELETE's result has it


def count_wrong_try(session: Session, *, buckets: list[tuple[bytes, int]], now: datetime) -> None:
    """Count one wrong try in every bucket."""
    session.add_all([WrongTry(id=uuid4(), bucket=bucket, at=now) for bucket, _ in buckets])
    session.flush()
