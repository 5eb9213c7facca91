"""Signing in and out: Argon2id, known devices, and wrong tries that slow but never lock."""

import secrets
import threading
from collections.abc import Sequence
from datetime import datetime
from functools import cache
from typing import Final
from uuid import UUID

from argon2 import PasswordHasher
from argon2.exceptions import VerifyMismatchError
from sqlalchemy.orm import Session

from cadair.access.actor import Actor, Job
from cadair.audit import actions as audit
from cadair.foundation.database import council_of
from cadair.people import queries
from cadair.people.actions.sessions import SignedIn, end_sessions, renew_session, start_session
from cadair.people.actions.tries import check_tries, count_wrong_try, let_others_on
from cadair.people.models import Passphrase
from cadair.people.rules import (
    TRIES_FROM_ONE_ADDRESS,
    TRIES_ON_KNOWN_DEVICE,
    TRIES_ON_UNKNOWN_DEVICES,
    DeviceKind,
    WrongSignIn,
    account_named,
    as_compared,
    check_passphrase,
    digest,
    from_one_place,
)

HASHER: Final = PasswordHasher(time_cost=3, memory_cost=64 * 1024, parallelism=1)
AT_ONCE: Final = threading.BoundedSemaphore(2)  # 64 MiB each: more would starve a small server


def sign_in(
    session: Session,
    *,
    who: str,
    passphrase: str,
    device_token: str | None,
    device_kind: DeviceKind = DeviceKind.COMPUTER,
    address: str,
    now: datetime,
    leaving: str | None = None,
) -> SignedIn:
    """Sign in with an e-mail address or sign-in name.

    Raises WrongSignIn, or TryAgainLater when this account has had too many wrong tries from
    unknown devices, or this device or address too many of its own.  A known device has a count of
    its own, so nobody else's tries can keep a young person out (security bar G3, G4).
    """
    claim = queries.claimed_account(session, who=who)
    known = (
        claim is not None
        and device_token is not None
        and queries.known_device(
            session,
            token_digest=digest("device", device_token),
            person_id=claim.person_id,
        )
    )
    account = str(claim.person_id) if claim is not None else account_named(who)
    if known:
        device = digest("device", device_token or "").hex()
        buckets = [(digest("known", account, device), TRIES_ON_KNOWN_DEVICE)]
    else:
        buckets = [
            (digest("unknown", account), TRIES_ON_UNKNOWN_DEVICES),
            (digest("address", from_one_place(address)), TRIES_FROM_ONE_ADDRESS),
        ]
    check_tries(session, buckets=buckets, now=now)
    let_others_on(session)
    said = as_compared(passphrase, job=claim.job) if claim else passphrase
    right = _verified(claim.hashed if claim else _nobody(), said)
    check_tries(session, buckets=buckets, now=now)  # others may have tried meanwhile
    if not right or claim is None:
        count_wrong_try(session, buckets=buckets, now=now)
        raise WrongSignIn
    return start_session(
        session,
        person_id=claim.person_id,
        council_id=claim.council_id,
        job=claim.job,
        device_token=device_token,
        device_kind=device_kind,
        now=now,
        leaving=leaving,
    )


def change_passphrase(
    session: Session, *, actor: Actor, current: str, new: str, now: datetime
) -> SignedIn:
    """Change one's own passphrase; every other session ends.  Raises WrongSignIn."""
    assert actor.person_id is not None and actor.job is not None
    told = words_told(session, person_id=actor.person_id)
    if not is_own_passphrase(session, actor=actor, passphrase=current, now=now):
        raise WrongSignIn
    let_others_on(session)
    new_hash = hashed_passphrase(new, job=actor.job, told=told)
    keep_passphrase(session, person_id=actor.person_id, hashed=new_hash, now=now)
    end_sessions(
        session, person_id=actor.person_id, but=bytes.fromhex(actor.session_id or ""), now=now
    )
    audit.note(
        session,
        actor=actor,
        event="person.passphrase_changed",
        subject_id=actor.person_id,
        now=now,
    )
    return renew_session(session, actor=actor, now=now)


def is_own_passphrase(session: Session, *, actor: Actor, passphrase: str, now: datetime) -> bool:
    """Whether this is the passphrase of the one who is signed in; a wrong one is counted.

    Raises TryAgainLater after too many.
    """
    assert actor.job is not None
    kept = session.get(Passphrase, actor.person_id)
    hashed = kept.hashed if kept is not None else _nobody()
    buckets = [(digest("own", str(actor.person_id)), TRIES_ON_UNKNOWN_DEVICES)]
    check_tries(session, buckets=buckets, now=now)
    let_others_on(session)
    right = _verified(hashed, as_compared(passphrase, job=actor.job))
    check_tries(session, buckets=buckets, now=now)
    if not right:
        count_wrong_try(session, buckets=buckets, now=now)
    return right


def set_passphrase(session: Session, *, person_id: UUID, passphrase: str, now: datetime) -> None:
    """Give a person this passphrase; raises BadInput when it is easy to guess."""
    person = queries.person(session, person_id=person_id)
    told = words_told(session, person_id=person_id)
    hashed = hashed_passphrase(passphrase, job=person.job, told=told)
    keep_passphrase(session, person_id=person_id, hashed=hashed, now=now)


def words_told(session: Session, *, person_id: UUID) -> list[str]:
    """What others know of somebody, and would try first."""
    person = queries.person(session, person_id=person_id)
    council = queries.council(session, council_id=council_of(session))
    return [person.name, person.sign_in_name, person.email or "", council.name]


def hashed_passphrase(passphrase: str, *, job: Job, told: Sequence[str]) -> str:
    """The hash of a passphrase; raises BadInput when it is easy to guess."""
    check_passphrase(passphrase, job=job, told=told)
    return _hash(as_compared(passphrase, job=job))


def keep_passphrase(session: Session, *, person_id: UUID, hashed: str, now: datetime) -> None:
    """From now on this is the hash of the person's passphrase."""
    kept = session.get(Passphrase, person_id)
    if kept is None:
        session.add(Passphrase(person_id=person_id, hashed=hashed, changed_at=now))
    else:
        kept.hashed, kept.changed_at = hashed, now
    session.flush()


def is_secret(hashed: str | None, said: str) -> bool:
    """Whether this is what was hashed; when nothing was, it takes as long to say no."""
    return _verified(hashed or _nobody(), said)


def hashed_secret(said: str) -> str:
    """The hash of a secret that was checked already."""
    return _hash(said)


def _verified(hashed: str, passphrase: str) -> bool:
    with AT_ONCE:
        try:
            return HASHER.verify(hashed, passphrase)
        except VerifyMismatchError:
            return False


def _hash(passphrase: str) -> str:
    with AT_ONCE:
        return HASHER.hash(passphrase)


@cache
def _nobody() -> str:
    # Verified when there is no such account, so that the answer takes as long.
    return HASHER.hash(secrets.token_urlsafe(16))
