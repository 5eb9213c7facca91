"""What holds for every second factor: who may add one, what a change ends, what a card drops."""

from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import delete, update
from sqlalchemy.orm import Session

from cadair.access.actor import STAFF, Actor
from cadair.audit import actions as audit
from cadair.foundation.errors import SecondStepNeeded
from cadair.people import queries
from cadair.people.actions.sessions import SignedIn, end_sessions, renew_session
from cadair.people.actions.tries import check_tries, count_wrong_try
from cadair.people.models import Authenticator, Passkey, RecoveryCode
from cadair.people.rules import digest
from cadair.people.rules.second_step import (
    RECOVERY_CODES,
    TRIES_OF_CODES,
    TRIES_OF_CODES_KNOWN,
    LastWayIn,
    SecondStep,
    new_recovery_code,
    recovery_code_normal,
)


def check_may_enrol(session: Session, *, actor: Actor) -> None:
    """Raise SecondStepNeeded when only the password was shown and there is a second factor.

    Whoever stole a password must not add a factor of their own.
    """
    assert actor.person_id is not None
    theirs = queries.ways_in(session, person_id=actor.person_id)
    if actor.half_signed_in and theirs.has_second_factor:
        raise SecondStepNeeded


def factor_changed(
    session: Session,
    *,
    actor: Actor,
    event: str,
    now: datetime,
    step: SecondStep | None = None,
) -> SignedIn:
    """Note the change, end every other session, and go on under a new id.

    Whoever had only said their password is signed in with it, by `step`.
    """
    assert actor.person_id is not None
    end_sessions(
        session, person_id=actor.person_id, but=bytes.fromhex(actor.session_id or ""), now=now
    )
    audit.note(session, actor=actor, event=event, subject_id=actor.person_id, now=now)
    return renew_session(session, actor=actor, now=now, step=step if actor.half_signed_in else None)


def check_keeps_one(session: Session, *, actor: Actor) -> None:
    """Raise LastWayIn when this is the last second factor of staff, or the only way in."""
    assert actor.person_id is not None
    theirs = queries.ways_in(session, person_id=actor.person_id)
    left = len(theirs.passkeys) + (theirs.authenticator_since is not None) - 1
    if left < 1 and (actor.job in STAFF or not theirs.has_passphrase):
        raise LastWayIn


def drop_factors(session: Session, *, person_id: UUID) -> bool:
    """Nothing beyond a password opens this account any more; whether anything did."""
    had = queries.ways_in(session, person_id=person_id).has_second_factor
    for model in (Authenticator, Passkey, RecoveryCode):
        session.execute(delete(model).where(model.person_id == person_id))
    return had


def new_recovery_codes(session: Session, *, actor: Actor, now: datetime) -> list[str]:
    """Ten new codes, told this once; earlier ones stop working."""
    assert actor.person_id is not None
    codes = _make_recovery_codes(session, person_id=actor.person_id)
    audit.note(
        session,
        actor=actor,
        event="recovery_codes.made",
        subject_id=actor.person_id,
        now=now,
    )
    return codes


def first_recovery_codes(session: Session, *, person_id: UUID) -> list[str] | None:
    """Ten codes for whoever has none left; None for who has."""
    if queries.ways_in(session, person_id=person_id).recovery_codes_left:
        return None
    return _make_recovery_codes(session, person_id=person_id)


def use_recovery_code(session: Session, *, actor: Actor, said: str, now: datetime) -> bool:
    """Whether this is one of the person's codes; it is used up."""
    used = session.execute(
        update(RecoveryCode)
        .where(
            RecoveryCode.person_id == actor.person_id,
            RecoveryCode.code_digest == _recovery_digest(actor.person_id, said),
            RecoveryCode.used_at.is_(None),
        )
        .values(used_at=now)
        .execution_options(synchronize_session=False)
    )
    return bool(used.rowcount == 1)  # type: ignore[attr-defined]  # an UPDATE's result has it


def check_tries_of_codes(session: Session, *, actor: Actor, now: datetime) -> None:
    """Raise TryAgainLater after too many wrong codes."""
    check_tries(session, buckets=_buckets(session, actor), now=now)


def count_wrong_code(session: Session, *, actor: Actor, now: datetime) -> None:
    """Count a wrong code.

    A device on which this person was fully signed in has a count of its own: whoever stole the
    password cannot use up the owner's tries.
    """
    count_wrong_try(session, buckets=_buckets(session, actor), now=now)


def _buckets(session: Session, actor: Actor) -> list[tuple[bytes, int]]:
    assert actor.person_id is not None
    device_id = queries.device_of_session(session, actor=actor)
    if queries.was_fully_signed_in(session, person_id=actor.person_id, device_id=device_id):
        own = digest("code-known", str(actor.person_id), str(device_id))
        return [(own, TRIES_OF_CODES_KNOWN)]
    return [(digest("code", str(actor.person_id)), TRIES_OF_CODES)]


def _make_recovery_codes(session: Session, *, person_id: UUID) -> list[str]:
    session.execute(delete(RecoveryCode).where(RecoveryCode.person_id == person_id))
    codes = [new_recovery_code() for _ in range(RECOVERY_CODES)]
    session.add_all(
        [
            RecoveryCode(
                id=uuid4(), person_id=person_id, code_digest=_recovery_digest(person_id, code)
            )
            for code in codes
        ]
    )
    session.flush()
    return codes


def _recovery_digest(person_id: UUID | None, said: str) -> bytes:
    return digest("recovery", str(person_id), recovery_code_normal(said))
