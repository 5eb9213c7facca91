"""Sessions: begun on a device, kept open, proved again under a new id, and ended."""

import secrets
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import or_, select, update
from sqlalchemy.orm import Session

from cadair.access.actor import STAFF, Actor, Job
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
from cadair.people.rules.second_step import HALF_LASTS, SecondStep


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
    step: SecondStep | None = None,
) -> SignedIn:
    """Begin a new session of this person on this device; both cookies are new secrets.

    Staff who have not taken the second `step` are half signed in: that, for a quarter of an hour,
    is all that they can do.

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
    actor = Actor(
        person_id=person_id,
        council_id=council_id,
        job=job,
        proved_at=now,
        half_signed_in=job in STAFF and step is None,
    )
    token = _open(session, actor=actor, device_id=device_id, step=step, now=now)
    return SignedIn(
        actor=replace(actor, session_id=digest("session", token).hex()),
        session_token=token,
        device_token=device_token,
    )


def _open(
    session: Session, *, actor: Actor, device_id: UUID, step: SecondStep | None, now: datetime
) -> str:
    token, half = secrets.token_urlsafe(32), actor.half_signed_in
    session.add(
        SignInSession(
            digest=digest("session", token),
            person_id=actor.person_id,
            device_id=device_id,
            started_at=now,
            seen_at=now,
            proved_at=now,
            second_step=step,
            expires_at=now + (HALF_LASTS if half else ABSOLUTE),
        )
    )
    audit.note(
        session,
        actor=actor,
        event="person.password_right" if half else "person.signed_in",
        subject_id=actor.person_id,
        facts={"by": step.value} if step else {},
        now=now,
    )
    return token


def keep_seen(session: Session, *, open_session: queries.OpenSession, now: datetime) -> None:
    """Remember that the session is in use; a page that was left and locked is not."""
    actor = open_session.actor
    after = SEEN_AGAIN_SOON if actor.job and locks(actor.job) else SEEN_AGAIN_AFTER
    if actor.locked or now - open_session.seen_at < after:
        return
    session.execute(
        update(SignInSession).where(SignInSession.digest == open_session.digest).values(seen_at=now)
    )


def stay_awake(session: Session, *, actor: Actor, until: datetime, now: datetime) -> None:
    """Let a session neither rest too long nor lock by itself until then.

    Its person is in a meeting.  It is written again only once half of the time is over.
    """
    if actor.session_id is None:
        return
    session.execute(
        update(SignInSession)
        .where(
            SignInSession.digest == bytes.fromhex(actor.session_id),
            or_(
                SignInSession.awake_until.is_(None),
                SignInSession.awake_until < now + (until - now) / 2,
            ),
        )
        .values(awake_until=until)
        .execution_options(synchronize_session=False)
    )


def rest_again(session: Session, *, person_ids: Collection[UUID]) -> None:
    """From now on these people's sessions rest and lock as ever: their meeting is over."""
    session.execute(
        update(SignInSession)
        .where(SignInSession.person_id.in_(person_ids), SignInSession.awake_until.is_not(None))
        .values(awake_until=None)
        .execution_options(synchronize_session=False)
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


def renew_session(
    session: Session, *, actor: Actor, now: datetime, step: SecondStep | None = None
) -> SignedIn:
    """Go on under a new id, proved at this moment; the old id is worth nothing from now on.

    With a second `step` whoever was half signed in is signed in.

    So whoever took or planted the old one does not share in what was proved (security bar G5).
    """
    token = secrets.token_urlsafe(32)
    new = digest("session", token)
    came_in = {"second_step": step, "expires_at": now + ABSOLUTE} if step else {}
    session.execute(
        update(SignInSession)
        .where(SignInSession.digest == bytes.fromhex(actor.session_id or ""))
        .values(digest=new, proved_at=now, **came_in)
        .execution_options(synchronize_session=False)
    )
    return SignedIn(
        actor=replace(
            actor,
            session_id=new.hex(),
            proved_at=now,
            half_signed_in=actor.half_signed_in and step is None,
        ),
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
