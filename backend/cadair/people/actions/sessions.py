"""Sessions: begun on a device, kept open, proved again under a new id, and ended."""

import secrets
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from cadair.access.actor import Actor, Job
from cadair.audit import actions as audit
from cadair.foundation.database import beyond_councils, scope_to
from cadair.people import queries
from cadair.people.models import Device, SignInSession
from cadair.people.rules import (
    ABSOLUTE,
    SEEN_AGAIN_AFTER,
    SEEN_AGAIN_SOON,
    DeviceKind,
    digest,
    locks,
)


@dataclass(frozen=True, kw_only=True)
class SignedIn:
    """A new session, or one under a new id: the cookies that carry it, and whose it is."""

    actor: Actor
    session_token: str
    device_token: str | None  # None: the device keeps the cookie that it has


def start_session(
    session: Session,
    *,
    person_id: UUID,
    council_id: UUID,
    job: Job,
    device_token: str | None,
    device_kind: DeviceKind = DeviceKind.COMPUTER,
    by_card: bool = False,
    now: datetime,
    leaving: str | None = None,
) -> SignedIn:
    """Begin a new session of this person on this device; both cookies are new secrets.

    `leaving` is the cookie of the session that this browser had until now: it ends.
    """
    if leaving is not None:
        _end(session, session_digest=digest("session", leaving), now=now)
    scope_to(session, council_id)
    if device_token is None or not by_card:  # whoever used a card has made sure of it already
        device_token = ours_or_new(session, device_token=device_token)
    device_id = _device_of(
        session, person_id=person_id, device_token=device_token, kind=device_kind, now=now
    )
    if by_card:
        session.get_one(Device, device_id).joined_at = now
    token = secrets.token_urlsafe(32)
    own = digest("session", token)
    actor = Actor(
        person_id=person_id,
        council_id=council_id,
        job=job,
        session_id=own.hex(),
        proved_at=now,
    )
    session.add(
        SignInSession(
            digest=own,
            person_id=person_id,
            device_id=device_id,
            started_at=now,
            seen_at=now,
            proved_at=now,
            expires_at=now + ABSOLUTE,
        )
    )
    audit.note(session, actor=actor, event="person.signed_in", subject_id=person_id, now=now)
    return SignedIn(actor=actor, session_token=token, device_token=device_token)


def keep_seen(session: Session, *, open_session: queries.OpenSession, now: datetime) -> None:
    """Remember that the session is in use; a page that was left and locked is not."""
    actor = open_session.actor
    after = SEEN_AGAIN_SOON if actor.job and locks(actor.job) else SEEN_AGAIN_AFTER
    if actor.locked or now - open_session.seen_at < after:
        return
    session.execute(
        update(SignInSession).where(SignInSession.digest == open_session.digest).values(seen_at=now)
    )


def ours_or_new(session: Session, *, device_token: str | None) -> str:
    """The device's cookie, if we gave it; a tablet that two people use stays known to both."""
    if device_token is not None:
        given = select(Device.id).where(Device.token_digest == digest("device", device_token))
        with beyond_councils(session):
            if session.scalar(given.limit(1)) is not None:
                return device_token
    return secrets.token_urlsafe(32)


def _device_of(
    session: Session, *, person_id: UUID, device_token: str, kind: DeviceKind, now: datetime
) -> UUID:
    device_id = _take_back(session, person_id=person_id, device_token=device_token)
    if device_id is None:
        device_id = uuid4()
        session.add(
            Device(
                id=device_id,
                person_id=person_id,
                token_digest=digest("device", device_token),
                kind=kind,
                first_seen_at=now,
            )
        )
        session.flush()
    return device_id


def _take_back(session: Session, *, person_id: UUID, device_token: str) -> UUID | None:
    """The person's device with this cookie, known again if it was closed.

    So words that were never sent, and lie on it sealed, open again for whoever wrote them.
    """
    device = session.scalar(
        select(Device).where(
            Device.token_digest == digest("device", device_token), Device.person_id == person_id
        )
    )
    if device is None:
        return None
    device.revoked_at = None
    return device.id


def renew_session(session: Session, *, actor: Actor, now: datetime) -> SignedIn:
    """Go on under a new id, proved at this moment; the old id is worth nothing from now on.

    So whoever took or planted the old one does not share in what was proved (security bar G5).
    """
    token = secrets.token_urlsafe(32)
    new = digest("session", token)
    session.execute(
        update(SignInSession)
        .where(SignInSession.digest == bytes.fromhex(actor.session_id or ""))
        .values(digest=new, proved_at=now)
        .execution_options(synchronize_session=False)
    )
    return SignedIn(
        actor=replace(actor, session_id=new.hex(), proved_at=now),
        session_token=token,
        device_token=None,
    )


def sign_out(session: Session, *, actor: Actor, now: datetime) -> None:
    """End this session for good."""
    assert actor.session_id is not None
    _end(session, session_digest=bytes.fromhex(actor.session_id), now=now)
    audit.note(
        session,
        actor=actor,
        event="person.signed_out",
        subject_id=actor.person_id,
        now=now,
    )


def _end(session: Session, *, session_digest: bytes, now: datetime) -> None:
    with beyond_councils(session):
        session.execute(
            update(SignInSession)
            .where(SignInSession.digest == session_digest, SignInSession.ended_at.is_(None))
            .values(ended_at=now)
            .execution_options(synchronize_session=False)
        )


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
