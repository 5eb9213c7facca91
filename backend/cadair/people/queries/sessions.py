"""Who is signed in or says that they are: sessions, claims, devices, cards, wrong tries."""

import base64
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from hmac import compare_digest
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Row, bindparam, func, select
from sqlalchemy.orm import Session

from cadair.access.actor import STAFF, Actor, Job
from cadair.foundation import council_keys
from cadair.foundation.database import beyond_councils, scope_to
from cadair.people.models import Card, Device, Passphrase, Person, SignInSession, WrongTry
from cadair.people.rules import LOCKS_AFTER, TRIES_COUNT_FOR, account_named, idle_limit, locks


@dataclass(frozen=True, kw_only=True)
class OpenSession:
    """A session that still holds, and whose it is."""

    digest: bytes
    seen_at: datetime
    actor: Actor


def open_session(
    session: Session, *, session_digest: bytes, page_secret: bytes = b"", now: datetime
) -> OpenSession | None:
    """The session with this digest, unless it has ended, rested too long or run out.

    From here on the database session is that of their council.

    It is locked when its person left it, or when nothing was asked for two minutes and what asks
    now is not a page that they opened themselves (security bar G6).  While its person is in a
    meeting it neither rests too long nor locks by itself.
    """
    with beyond_councils(session):
        row = session.execute(_OPEN_SESSION, {"of_digest": session_digest}).one_or_none()
    if row is None or _has_rested(row, now):
        return None
    scope_to(session, row.council_id)
    return OpenSession(
        digest=row.digest,
        seen_at=row.seen_at,
        actor=Actor(
            person_id=row.id,
            council_id=row.council_id,
            job=row.job,
            session_id=row.digest.hex(),
            language=row.language,
            proved_at=row.proved_at,
            locked=_is_locked(session, row, page_secret, now),
            half_signed_in=row.job in STAFF and row.second_step is None,
        ),
    )


def still_open(session: Session, *, ids: Collection[str], now: datetime) -> dict[str, Actor]:
    """Of these sessions of the council, those that are open and not locked, and whose they are."""
    digests = [bytes.fromhex(each) for each in ids]
    rows = session.execute(_STILL_OPEN, {"of_digests": digests}).all()
    return {
        row.digest.hex(): Actor(
            person_id=row.id,
            council_id=row.council_id,
            job=row.job,
            session_id=row.digest.hex(),
            language=row.language,
            half_signed_in=row.job in STAFF and row.second_step is None,
        )
        for row in rows
        if row.locked_at is None and not _has_rested(row, now)
    }


def _has_rested(row: Any, now: datetime) -> bool:
    """Whether nothing was asked for too long, or the session's hours are over."""
    if _is_awake(row, now):
        return False
    return bool(now >= row.expires_at or now - row.seen_at > idle_limit(row.job))


def _is_awake(row: Any, now: datetime) -> bool:
    return row.awake_until is not None and now < row.awake_until


def _is_locked(session: Session, row: Any, page_secret: bytes, now: datetime) -> bool:
    if not locks(row.job):
        return False
    if row.locked_at is not None:
        return True
    if now - row.seen_at <= LOCKS_AFTER or _is_awake(row, now):
        return False
    return row.page_nonce is None or not compare_digest(
        page_secret_of(session, nonce=row.page_nonce), page_secret
    )


def page_secret_of(session: Session, *, nonce: bytes) -> bytes:
    """What the pages of a session send along; it lies nowhere, only its nonce does (G5)."""
    return council_keys.derived(session, of=f"page|{nonce.hex()}")


# Built once: every request of somebody who is signed in begins with it.
_SESSIONS: Final = (
    select(
        SignInSession.digest,
        SignInSession.seen_at,
        SignInSession.proved_at,
        SignInSession.locked_at,
        SignInSession.page_nonce,
        SignInSession.second_step,
        SignInSession.expires_at,
        SignInSession.awake_until,
        SignInSession.council_id,
        Person.id,
        Person.job,
        Person.language,
    )
    .join(Person, Person.id == SignInSession.person_id)
    .join(Device, Device.id == SignInSession.device_id)
    .where(SignInSession.ended_at.is_(None), Device.revoked_at.is_(None))
)
_OPEN_SESSION: Final = _SESSIONS.where(SignInSession.digest == bindparam("of_digest"))
_STILL_OPEN: Final = _SESSIONS.where(
    SignInSession.digest.in_(bindparam("of_digests", expanding=True))
)


@dataclass(frozen=True, kw_only=True)
class Claim:
    """An account that somebody says is theirs."""

    person_id: UUID
    council_id: UUID
    job: Job
    hashed: str


def claimed_account(session: Session, *, who: str) -> Claim | None:
    """The account with this e-mail address or sign-in name, if it has a passphrase."""
    with beyond_councils(session):
        row = session.execute(
            select(Person.id, Person.council_id, Person.job, Passphrase.hashed)
            .join(Passphrase, Passphrase.person_id == Person.id)
            .where(
                (Person.email == who.strip().lower()) | (Person.sign_in_name == account_named(who))
            )
        ).one_or_none()
    if row is None:
        return None
    return Claim(person_id=row.id, council_id=row.council_id, job=row.job, hashed=row.hashed)


def known_device(
    session: Session, *, token_digest: bytes, person_id: UUID | None = None
) -> UUID | None:
    """The id of the device with this cookie, if this person, or anybody, signed in on it before."""
    known = select(Device.id).where(
        Device.token_digest == token_digest, Device.revoked_at.is_(None)
    )
    if person_id is not None:
        known = known.where(Device.person_id == person_id)
    with beyond_councils(session):
        return session.scalar(known.limit(1))


def wrong_tries(
    session: Session, *, bucket: bytes, now: datetime, within: timedelta = TRIES_COUNT_FOR
) -> tuple[int, datetime | None]:
    """How many wrong tries the bucket holds that still count, and when the oldest was."""
    with beyond_councils(session):
        row = session.execute(
            select(func.count(), func.min(WrongTry.at)).where(
                WrongTry.bucket == bucket, WrongTry.at > now - within
            )
        ).one()
    return row[0], row[1]


def counted_tries(session: Session, *, now: datetime) -> Sequence[Row[UUID, bytes, datetime]]:
    """Every wrong try that still counts: its id, bucket and moment."""
    return session.execute(
        select(WrongTry.id, WrongTry.bucket, WrongTry.at).where(WrongTry.at > now - TRIES_COUNT_FOR)
    ).all()


def people_and_devices(session: Session) -> dict[UUID, list[tuple[UUID, bytes]]]:
    """Everybody of this council, each with their devices: id and the digest of its cookie."""
    found: dict[UUID, list[tuple[UUID, bytes]]] = {
        person_id: [] for person_id in session.scalars(select(Person.id))
    }
    devices = select(Device.person_id, Device.id, Device.token_digest)
    for person_id, device_id, token_digest in session.execute(devices):
        found[person_id].append((device_id, token_digest))
    return found


def open_card(session: Session, *, digest: bytes, now: datetime) -> Card | None:
    """The card with this token or these words, if it can still be used.

    The database tells them apart, so that a card which is spent takes no longer than none
    (security bar G2).
    """
    with beyond_councils(session):
        return session.scalar(
            select(Card).where(
                (Card.token_digest == digest) | (Card.words_digest == digest),
                Card.used_at.is_(None),
                Card.expires_at > now,
            )
        )


def device_key(session: Session, *, actor: Actor) -> str:
    """The key, base64, under which this person's drafts may lie on this device.

    The same whenever they sign in on the same device, so that unsent words open again; another
    device, another person or a revoked device gets another key or none.
    """
    device_id = session.scalar(
        select(SignInSession.device_id).where(
            SignInSession.digest == bytes.fromhex(actor.session_id or "")
        )
    )
    derived = council_keys.derived(session, of=f"device|{actor.person_id}|{device_id}")
    return base64.b64encode(derived).decode()
