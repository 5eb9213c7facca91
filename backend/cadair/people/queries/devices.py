"""A person's devices, how each can be opened, and what a child chose for their phone."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, cast
from uuid import UUID

from sqlalchemy import Table, func, select
from sqlalchemy.orm import Session

from cadair.access.actor import Actor, Job
from cadair.foundation.database import beyond_councils
from cadair.people.models import (
    Device,
    Passphrase,
    Person,
    PhoneChoices,
    PictureCode,
    SignInSession,
)
from cadair.people.queries import people
from cadair.people.rules import DeviceKind, account_named

# For another room's own statement over bare tables, which names its council.
PHONE: Final = cast("Table", PhoneChoices.__table__)


@dataclass(frozen=True, kw_only=True)
class DeviceFacts:
    """A device as its owner knows it again: no name of a maker, no address."""

    id: UUID
    kind: DeviceKind
    added_at: datetime
    used_at: datetime
    is_this: bool
    has_pictures: bool


@dataclass(frozen=True, kw_only=True)
class PicturesHere:
    """Somebody's picture code on one device."""

    device_id: UUID
    person_id: UUID
    council_id: UUID
    job: Job
    hashed: str


@dataclass(frozen=True, kw_only=True)
class ChosenForPhone:
    """What a child has chosen because somebody else may look at their phone."""

    leaves_no_trace: bool = False
    not_safe_since: datetime | None = None
    safe_again_since: datetime | None = None


def this_device(session: Session, *, actor: Actor) -> UUID | None:
    """The device on which the one who asks is signed in."""
    return session.scalar(
        select(SignInSession.device_id).where(
            SignInSession.digest == bytes.fromhex(actor.session_id or "")
        )
    )


def devices_of(session: Session, *, actor: Actor) -> list[DeviceFacts]:
    """The devices of the one who asks, the last used first; none that was closed."""
    here = this_device(session, actor=actor)
    used_at = func.max(SignInSession.seen_at)
    rows = session.execute(
        select(Device.id, Device.kind, Device.first_seen_at, used_at, PictureCode.device_id)
        .outerjoin(SignInSession, SignInSession.device_id == Device.id)
        .outerjoin(PictureCode, PictureCode.device_id == Device.id)
        .where(Device.person_id == actor.person_id, Device.revoked_at.is_(None))
        .group_by(Device.id, Device.kind, Device.first_seen_at, PictureCode.device_id)
        .order_by(used_at.desc())
    )
    return [
        DeviceFacts(
            id=id_,
            kind=kind,
            added_at=added_at,
            used_at=last or added_at,
            is_this=id_ == here,
            has_pictures=code is not None,
        )
        for id_, kind, added_at, last, code in rows
    ]


def own_devices(session: Session, *, actor: Actor) -> dict[str, Any]:
    """The actor's devices, and how this one opens when it is locked."""
    return {
        "devices": devices_of(session, actor=actor),
        "ways": ways_to_unlock(session, actor=actor),
    }


def ways_to_unlock(session: Session, *, actor: Actor) -> list[str]:
    """How the one who is signed in here can show that it is they: pictures, passphrase."""
    here = this_device(session, actor=actor)
    kept = {
        "pictures": select(PictureCode.device_id).where(PictureCode.device_id == here),
        "passphrase": select(Passphrase.person_id).where(Passphrase.person_id == actor.person_id),
    }
    return [way for way, asked in kept.items() if session.scalar(asked) is not None]


def locked_page(session: Session, *, actor: Actor) -> dict[str, Any]:
    """What a locked page may be told: how to open it, and which language and help lines."""
    assert actor.person_id is not None
    mine = people.person(session, person_id=actor.person_id)
    ours = people.council(session, council_id=actor.council_id)
    return {
        "ways": ways_to_unlock(session, actor=actor),
        "person": {"id": str(mine.id), "job": mine.job.value, "language": mine.language},
        "nation": ours.nation,
    }


def own_phone_choices(session: Session, *, actor: Actor) -> ChosenForPhone:
    """What the child who asks chose for their phone."""
    assert actor.person_id is not None
    return chosen_for_phone(session, person_id=actor.person_id)


def pictures_here(session: Session, *, who: str, token_digest: bytes) -> PicturesHere | None:
    """The picture code of this account on the device with this cookie, if there is one."""
    with beyond_councils(session):
        row = (
            session.execute(
                select(
                    PictureCode.device_id,
                    Device.person_id,
                    Device.council_id,
                    Person.job,
                    PictureCode.hashed,
                )
                .join(Device, Device.id == PictureCode.device_id)
                .join(Person, Person.id == Device.person_id)
                .where(
                    Device.token_digest == token_digest,
                    Device.revoked_at.is_(None),
                    Person.sign_in_name == account_named(who),
                )
            )
            .mappings()
            .one_or_none()
        )
    return PicturesHere(**row) if row is not None else None


def chosen_for_phone(session: Session, *, person_id: UUID) -> ChosenForPhone:
    """What this child chose for their phone; nothing yet, for everybody else."""
    kept = session.get(PhoneChoices, person_id)
    if kept is None:
        return ChosenForPhone()
    return ChosenForPhone(
        leaves_no_trace=kept.leaves_no_trace,
        not_safe_since=kept.not_safe_since,
        safe_again_since=kept.safe_again_since,
    )
