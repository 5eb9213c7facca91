"""Signing in and out: Argon2id, known devices, and wrong tries that slow but never lock."""

import secrets
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Final
from uuid import UUID, uuid4

from argon2 import PasswordHasher
from argon2.exceptions import VerifyMismatchError
from sqlalchemy import delete, update
from sqlalchemy.orm import Session

from cadair.access.actor import Actor, Job
from cadair.audit import actions as audit
from cadair.foundation.database import scope_to
from cadair.people import queries
from cadair.people.models import Device, Passphrase, SignInSession, WrongTry
from cadair.people.rules import (
    ABSOLUTE,
    SEEN_AGAIN_AFTER,
    TRIES_COUNT_FOR,
    TRIES_FROM_ONE_ADDRESS,
    TRIES_ON_KNOWN_DEVICE,
    TRIES_ON_UNKNOWN_DEVICES,
    TryAgainLater,
    WrongSignIn,
    account_named,
    check_passphrase,
    digest,
    from_one_place,
    normal,
    wait_after,
)

HASHER: Final = PasswordHasher(time_cost=3, memory_cost=64 * 1024, parallelism=1)
AT_ONCE: Final = threading.BoundedSemaphore(2)  # 64 MiB each: more would starve a small server


@dataclass(frozen=True, kw_only=True)
class SignedIn:
    """A new session: the two cookies that carry it, and whose it is."""

    actor: Actor
    session_token: str
    device_token: str


def sign_in(
    session: Session,
    *,
    who: str,
    passphrase: str,
    device_token: str | None,
    address: str,
    now: datetime,
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
        buckets = [(digest("known", account, device_token or ""), TRIES_ON_KNOWN_DEVICE)]
    else:
        buckets = [
            (digest("unknown", account), TRIES_ON_UNKNOWN_DEVICES),
            (digest("address", from_one_place(address)), TRIES_FROM_ONE_ADDRESS),
        ]
    check_tries(session, buckets=buckets, now=now)
    let_others_on(session)
    right = _verified(claim.hashed if claim else _nobody(), normal(passphrase))
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
        now=now,
    )


def start_session(
    session: Session,
    *,
    person_id: UUID,
    council_id: UUID,
    job: Job,
    device_token: str | None,
    now: datetime,
) -> SignedIn:
    """Begin a new session of this person on this device; both cookies are new secrets."""
    scope_to(session, council_id)
    device_token = device_token or secrets.token_urlsafe(32)
    device_digest = digest("device", device_token)
    device_id = queries.known_device(session, token_digest=device_digest, person_id=person_id)
    if device_id is None:
        # A tablet that two people use stays known to both; a cookie that we never gave is replaced.
        if queries.known_device(session, token_digest=device_digest) is None:
            device_token = secrets.token_urlsafe(32)
        device_id = uuid4()
        session.add(
            Device(
                id=device_id,
                person_id=person_id,
                token_digest=digest("device", device_token),
                first_seen_at=now,
            )
        )
        session.flush()
    token = secrets.token_urlsafe(32)
    actor = Actor(person_id=person_id, council_id=council_id, job=job)
    session.add(
        SignInSession(
            digest=digest("session", token),
            person_id=person_id,
            device_id=device_id,
            started_at=now,
            seen_at=now,
            expires_at=now + ABSOLUTE,
        )
    )
    audit.note(session, actor=actor, event="person.signed_in", subject_id=person_id, now=now)
    return SignedIn(actor=actor, session_token=token, device_token=device_token)


def keep_seen(session: Session, *, open_session: queries.OpenSession, now: datetime) -> None:
    """Remember that the session is in use, once a minute at most."""
    if now - open_session.seen_at < SEEN_AGAIN_AFTER:
        return
    session.execute(
        update(SignInSession).where(SignInSession.digest == open_session.digest).values(seen_at=now)
    )


def sign_out(session: Session, *, actor: Actor, now: datetime) -> None:
    """End this session for good."""
    assert actor.session_id is not None
    session.execute(
        update(SignInSession)
        .where(SignInSession.digest == bytes.fromhex(actor.session_id))
        .values(ended_at=now)
    )
    audit.note(
        session,
        actor=actor,
        event="person.signed_out",
        subject_id=actor.person_id,
        now=now,
    )


def change_passphrase(
    session: Session, *, actor: Actor, current: str, new: str, now: datetime
) -> None:
    """Change one's own passphrase; every other session ends.  Raises WrongSignIn."""
    assert actor.person_id is not None and actor.job is not None
    kept = session.get(Passphrase, actor.person_id)
    hashed = kept.hashed if kept is not None else _nobody()
    told = words_told(session, person_id=actor.person_id)
    buckets = [(digest("change", str(actor.person_id)), TRIES_ON_UNKNOWN_DEVICES)]
    check_tries(session, buckets=buckets, now=now)
    let_others_on(session)
    right = _verified(hashed, normal(current))
    check_tries(session, buckets=buckets, now=now)
    if not right:
        count_wrong_try(session, buckets=buckets, now=now)
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


def set_passphrase(session: Session, *, person_id: UUID, passphrase: str, now: datetime) -> None:
    """Give a person this passphrase; raises BadInput when it is easy to guess."""
    person = queries.person(session, person_id=person_id)
    told = words_told(session, person_id=person_id)
    hashed = hashed_passphrase(passphrase, job=person.job, told=told)
    keep_passphrase(session, person_id=person_id, hashed=hashed, now=now)


def words_told(session: Session, *, person_id: UUID) -> list[str]:
    """What others know of somebody, and would try first."""
    person = queries.person(session, person_id=person_id)
    return [person.name, person.sign_in_name, person.email or ""]


def hashed_passphrase(passphrase: str, *, job: Job, told: Sequence[str]) -> str:
    """The hash of a passphrase; raises BadInput when it is easy to guess."""
    check_passphrase(passphrase, job=job, told=told)
    return _hash(normal(passphrase))


def keep_passphrase(session: Session, *, person_id: UUID, hashed: str, now: datetime) -> None:
    """From now on this is the hash of the person's passphrase."""
    kept = session.get(Passphrase, person_id)
    if kept is None:
        session.add(Passphrase(person_id=person_id, hashed=hashed, changed_at=now))
    else:
        kept.hashed, kept.changed_at = hashed, now
    session.flush()


def end_sessions(session: Session, *, person_id: UUID, but: bytes, now: datetime) -> None:
    """End every session of this person, but the one with the digest `but`."""
    session.execute(
        update(SignInSession)
        .where(
            SignInSession.person_id == person_id,
            SignInSession.digest != but,
            SignInSession.ended_at.is_(None),
        )
        .values(ended_at=now)
    )


def let_others_on(session: Session) -> None:
    """Let go of the database, of which nothing was asked to be written yet.

    Argon2 takes its time on purpose, and on SQLite whoever reads holds everybody else up.
    """
    session.rollback()


def check_tries(session: Session, *, buckets: list[tuple[bytes, int]], now: datetime) -> None:
    """Raise TryAgainLater when any bucket is full."""
    for bucket, limit in buckets:
        count, oldest = queries.wrong_tries(session, bucket=bucket, now=now)
        if count >= limit and oldest is not None:
            raise TryAgainLater(wait_after(oldest, now))


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
