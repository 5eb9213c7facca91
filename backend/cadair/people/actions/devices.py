"""A person's devices: closed by their owner, forgotten after wrong tries, all closed at once."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from cadair.access.actor import Actor
from cadair.audit import actions as audit
from cadair.foundation.errors import NotFound
from cadair.people.actions.factors import drop_factors
from cadair.people.actions.sessions import end_sessions
from cadair.people.models import Card, Device, Passphrase, PictureCode, SignInSession


def close_device(session: Session, *, actor: Actor, device_id: UUID, now: datetime) -> None:
    """Close one of one's own devices: it is signed out at once, and unknown from now on."""
    device = session.get(Device, device_id)
    if device is None or device.person_id != actor.person_id or device.revoked_at is not None:
        raise NotFound
    forget_device(session, actor=actor, device_id=device_id, now=now)


def forget_device(session: Session, *, actor: Actor, device_id: UUID, now: datetime) -> None:
    """End every session on the device, and its picture code; a new card joins it again."""
    device = session.get_one(Device, device_id)
    device.revoked_at, device.joined_at = now, None
    session.execute(
        update(SignInSession)
        .where(SignInSession.device_id == device_id, SignInSession.ended_at.is_(None))
        .values(ended_at=now)
    )
    session.execute(delete(PictureCode).where(PictureCode.device_id == device_id))
    audit.note(
        session, actor=actor, event="person.device_closed", subject_id=device.person_id, now=now
    )


def close_every_device(session: Session, *, actor: Actor, person_id: UUID, now: datetime) -> int:
    """Shut everybody out who holds any device of this person; returns how many devices there were.

    What a lost phone may hold goes with it: passphrase, passkeys, and cards not used yet.  Only
    a new card opens the account again; what the person wrote stays.
    """
    devices = list(
        session.scalars(
            select(Device.id).where(Device.person_id == person_id, Device.revoked_at.is_(None))
        )
    )
    session.execute(
        update(Device).where(Device.id.in_(devices)).values(revoked_at=now, joined_at=None)
    )
    end_sessions(session, person_id=person_id, but=b"", now=now)
    drop_secrets(session, person_id=person_id)
    drop_factors(session, person_id=person_id)
    session.execute(
        update(Card)
        .where(Card.person_id == person_id, Card.used_at.is_(None), Card.expires_at > now)
        .values(expires_at=now)
    )
    audit.note(
        session,
        actor=actor,
        event="person.every_device_closed",
        subject_id=person_id,
        facts={"devices": len(devices)},
        now=now,
    )
    return len(devices)


def drop_secrets(session: Session, *, person_id: UUID) -> None:
    """Nothing that this person chose before opens their account any more."""
    theirs = select(Device.id).where(Device.person_id == person_id)
    session.execute(
        delete(PictureCode)
        .where(PictureCode.device_id.in_(theirs))
        .execution_options(synchronize_session=False)
    )
    session.execute(delete(Passphrase).where(Passphrase.person_id == person_id))
