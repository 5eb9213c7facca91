"""Picture codes: four pictures that open one joined device, and five wrong tries that forget it."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from cadair.access.actor import Actor, the_service
from cadair.audit import actions as audit
from cadair.foundation.database import scope_to
from cadair.people import queries
from cadair.people.actions.devices import forget_device
from cadair.people.actions.sessions import SignedIn, start_session
from cadair.people.actions.signing_in import hashed_secret, is_secret
from cadair.people.actions.tries import check_tries, count_wrong_try, let_others_on
from cadair.people.models import Device, PictureCode
from cadair.people.rules import (
    TRIES_FROM_ONE_ADDRESS,
    WRONG_PICTURES,
    DeviceForgotten,
    DeviceKind,
    DeviceNotJoined,
    WrongProof,
    WrongSignIn,
    check_pictures,
    code_with_device,
    digest,
    from_one_place,
)


def sign_in_with_pictures(
    session: Session,
    *,
    who: str,
    pictures: list[str],
    device_token: str | None,
    device_kind: DeviceKind = DeviceKind.COMPUTER,
    address: str,
    leaving: str | None = None,
    now: datetime,
) -> SignedIn:
    """Sign in with four pictures, on a device on which this person used a card.

    Raises WrongSignIn, the same whether the code is wrong or the device was never known; the fifth
    wrong code in a row forgets the device.  A stranger has no part in that count: it belongs to
    the device's own secret (security bar G3, G4).
    """
    kept = queries.pictures_here(
        session, who=who, token_digest=digest("device", device_token or "")
    )
    address_only = [(digest("address", from_one_place(address)), TRIES_FROM_ONE_ADDRESS)]
    if kept is None:
        check_tries(session, buckets=address_only, now=now)
    let_others_on(session)
    right = is_secret(kept.hashed if kept else None, code_with_device(pictures, device_token or ""))
    if kept is None:
        count_wrong_try(session, buckets=address_only, now=now)
        raise WrongSignIn
    scope_to(session, kept.council_id)
    if not _counted(session, device_id=kept.device_id, right=right, now=now):
        raise WrongSignIn
    return start_session(
        session,
        person_id=kept.person_id,
        council_id=kept.council_id,
        job=kept.job,
        device_token=device_token,
        device_kind=device_kind,
        now=now,
        leaving=leaving,
    )


def check_own_pictures(
    session: Session, *, actor: Actor, pictures: list[str], device_token: str | None, now: datetime
) -> None:
    """Raise WrongProof unless these are the pictures of the one who is signed in here.

    Raises DeviceForgotten at the fifth wrong code in a row.
    """
    device_id = queries.this_device(session, actor=actor)
    kept = session.get(PictureCode, device_id)
    hashed = kept.hashed if kept is not None else None
    let_others_on(session)
    right = is_secret(hashed, code_with_device(pictures, device_token or ""))
    if device_id is None or hashed is None:
        raise WrongProof
    if not _counted(session, device_id=device_id, right=right, now=now):
        if session.get(PictureCode, device_id) is None:
            raise DeviceForgotten
        raise WrongProof


def choose_pictures(
    session: Session, *, actor: Actor, pictures: list[str], device_token: str | None, now: datetime
) -> None:
    """Open this device with these four pictures from now on.

    Raises BadInput for a code that is tried first, DeviceNotJoined where no card was used.
    """
    check_pictures(pictures)
    device_id = queries.this_device(session, actor=actor)
    known = queries.known_device(
        session, token_digest=digest("device", device_token or ""), person_id=actor.person_id
    )
    if device_id is None or device_token is None or known != device_id:
        raise DeviceNotJoined
    let_others_on(session)
    hashed = hashed_secret(code_with_device(pictures, device_token))
    keep_pictures_here(session, actor=actor, hashed=hashed, now=now)
    audit.note(
        session, actor=actor, event="person.pictures_chosen", subject_id=actor.person_id, now=now
    )


def keep_pictures_here(session: Session, *, actor: Actor, hashed: str, now: datetime) -> None:
    """From now on this is the picture code of the actor's device; raises DeviceNotJoined."""
    device_id = queries.this_device(session, actor=actor)
    if device_id is None or session.get_one(Device, device_id).joined_at is None:
        raise DeviceNotJoined
    kept = session.get(PictureCode, device_id)
    if kept is None:
        session.add(PictureCode(device_id=device_id, hashed=hashed, chosen_at=now))
    else:
        kept.hashed, kept.chosen_at, kept.wrong_tries = hashed, now, 0
    session.flush()


def _counted(session: Session, *, device_id: UUID, right: bool, now: datetime) -> bool:
    """Whether the code was right and in time; a wrong one is counted, the fifth is the last.

    Others may have tried while this one was being verified, so the row is read again, and held.
    """
    code = session.scalar(
        select(PictureCode)
        .where(PictureCode.device_id == device_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    if code is None:
        return False
    if right:
        code.wrong_tries = 0
        return True
    code.wrong_tries += 1
    device = session.get_one(Device, device_id)
    service = the_service(device.council_id)
    audit.note(
        session, actor=service, event="person.pictures_wrong", subject_id=device.person_id, now=now
    )
    if code.wrong_tries >= WRONG_PICTURES:
        forget_device(session, actor=service, device_id=device_id, now=now)
    session.flush()
    return False
