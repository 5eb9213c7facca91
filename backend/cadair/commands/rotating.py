"""Giving a council another key while Cadair serves: whenever it is cut short, it goes on.

Every step leaves a whole state behind: the new key lies on the disk before the database names it,
both are readable while keys are wrapped anew, and the old one goes only when nothing needs it.
"""

import time
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from cadair.access.actor import the_service
from cadair.audit import actions as audit
from cadair.children import actions as children
from cadair.foundation import council_keys
from cadair.foundation.database import scope_to

AT_MOST: Final = 500  # keys in one transaction
PAUSE: Final = 0.01  # seconds between two transactions, for those who wait to write
PATIENCE: Final = 60.0  # seconds to wait for a database that others keep busy
IN_FLIGHT: Final = 5.0  # seconds for requests that have read a key wrapped by the old one


@dataclass(frozen=True, kw_only=True)
class Rotated:
    """What a rotation did."""

    number: int  # of the key that holds now
    rewrapped: int
    retired: list[int]
    went_on: bool  # an earlier rotation had been cut short


def rotate(session: Session, *, council_id: UUID, now: datetime, at_most: int = AT_MOST) -> Rotated:
    """Wrap all that a council's key wraps by a new one and destroy the old; commits as it goes.

    After a rotation that was cut short it finishes that one, and makes no other key.
    """
    scope_to(session, council_id)
    number = council_keys.present(session).number
    went_on = _is_unfinished(session, council_id, number)
    if not went_on:
        number = council_keys.begin_rotation(session)
        _note(session, council_id, "keys.rotation_begun", {"number": number}, now)
    session.commit()
    council_keys.rewrap_own(session)
    session.commit()
    rewrapped = 0
    while done := _patiently(session, at_most):
        rewrapped += done
        time.sleep(PAUSE)
    if session.get_bind().dialect.name != "sqlite":  # there a reader keeps a writer waiting
        time.sleep(IN_FLIGHT)
    # Nobody wraps by an older key since the first commit, so what is none now stays none.
    assert children.wrapped_by_older(session) == 0
    _note(session, council_id, "keys.rotated", {"number": number, "rewrapped": rewrapped}, now)
    session.commit()
    retired = council_keys.keyring().retire_before(council_id, number)
    return Rotated(number=number, rewrapped=rewrapped, retired=retired, went_on=went_on)


def _patiently(session: Session, at_most: int) -> int:
    """Wrap some more keys anew and commit, however long others keep the database busy."""
    until = time.monotonic() + PATIENCE
    while True:
        try:
            done = children.rewrap_keys(session, at_most=at_most)
            session.commit()
            return done
        except OperationalError:
            session.rollback()
            if time.monotonic() > until:
                raise


def _is_unfinished(session: Session, council_id: UUID, number: int) -> bool:
    ring = council_keys.keyring()
    return children.wrapped_by_older(session) > 0 or any(
        ring.has(council_id, each) for each in range(1, number)
    )


def _note(
    session: Session, council_id: UUID, event: str, facts: dict[str, int], now: datetime
) -> None:
    audit.note(session, actor=the_service(council_id), event=event, facts=facts, now=now)
