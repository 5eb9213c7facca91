"""Sessions: begun on a device, kept open, proved again under a new id, and ended."""

import secrets
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import update
from sqlalchemy.orm import Session

from cadair.access.actor import Actor, Job
from cadair.audit import actions as audit
from cadair.foundation.database import beyond_councils, scope_to
from cadair.people import queries
from cadair.people.models import Device, SignInSession
from cadair.people.rules import ABSOLUTE, SEEN_AGAIN_AFTER, digest


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
    now: datetime,
    leaving: str | None = None,
) -> SignedIn:
    """Begin a new session of this person on this device; both cookies are new secrets.

    `leaving` is the cookie of the session that this browser had until now: it ends.
    """
    if leaving is not None:
        _end(session, session_digest=digest("session", leaving), now=now)
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
            proved_at=now,
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
