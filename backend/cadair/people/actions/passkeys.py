"""Passkeys: added, asked to sign a challenge once, named, removed (security bar G9)."""

from datetime import datetime
from typing import Any, Final
from uuid import UUID, uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session
from webauthn import (
    generate_authentication_options,
    generate_registration_options,
)
from webauthn.helpers import options_to_json_dict
from webauthn.helpers.structs import (
    AuthenticatorSelectionCriteria,
    PublicKeyCredentialDescriptor,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from cadair.access.actor import STAFF, Actor
from cadair.audit import actions as audit
from cadair.foundation.database import beyond_councils, scope_to
from cadair.foundation.errors import NotFound
from cadair.people import queries
from cadair.people.actions.challenges import (
    as_bytes,
    check_made,
    check_signed,
    new_challenge,
    take_challenge,
)
from cadair.people.actions.factors import (
    check_keeps_one,
    check_may_enrol,
    factor_changed,
    first_recovery_codes,
)
from cadair.people.actions.sessions import SignedIn, start_session
from cadair.people.models import Passkey
from cadair.people.rules import digest
from cadair.people.rules.second_step import (
    CHALLENGE_LASTS,
    MOST_PASSKEYS,
    NewPasskey,
    PasskeyAnswer,
    Purpose,
    SecondStep,
    Site,
    TooManyPasskeys,
    WrongPasskey,
)

# A finger, a face or a PIN, not a touch alone: only so is a passkey two factors.
VERIFIED: Final = UserVerificationRequirement.REQUIRED


def ask_new_passkey(
    session: Session, *, actor: Actor, site: Site, address: str, now: datetime
) -> dict[str, Any]:
    """What the browser needs to make a passkey for the one who is signed in."""
    assert actor.person_id is not None
    check_may_enrol(session, actor=actor)
    person = queries.person(session, person_id=actor.person_id)
    challenge = new_challenge(
        session, purpose=Purpose.NEW, bound_to=_own(actor), address=address, now=now
    )
    made = generate_registration_options(
        rp_id=site.host,
        rp_name="Cadair",
        user_id=actor.person_id.bytes,
        user_name=person.sign_in_name,  # it stands on the device: no name, no address
        user_display_name=person.called,
        challenge=challenge,
        timeout=int(CHALLENGE_LASTS.total_seconds() * 1000),
        authenticator_selection=AuthenticatorSelectionCriteria(
            resident_key=ResidentKeyRequirement.REQUIRED, user_verification=VERIFIED
        ),
        exclude_credentials=_descriptors(session, actor),
    )
    return options_to_json_dict(made)


def add_passkey(
    session: Session, *, actor: Actor, made: NewPasskey, name: str, site: Site, now: datetime
) -> tuple[SignedIn, list[str] | None]:
    """Keep a new passkey's public half; every other session ends.

    Returns the session under its new id, and ten recovery codes if the person had none and is one
    of the staff.  Raises WrongPasskey, TooManyPasskeys.
    """
    assert actor.person_id is not None
    check_may_enrol(session, actor=actor)
    challenge = take_challenge(
        session, made.client_data, purpose=Purpose.NEW, bound_to=_own(actor), now=now
    )
    if len(_descriptors(session, actor)) >= MOST_PASSKEYS:
        raise TooManyPasskeys
    verified = check_made(made, challenge=challenge, site=site)
    with beyond_councils(session):
        if _kept(session, verified.credential_id) is not None:
            raise WrongPasskey
    session.add(
        Passkey(
            id=uuid4(),
            person_id=actor.person_id,
            credential=verified.credential_id,
            public_key=verified.credential_public_key,
            used_count=verified.sign_count,
            transports=made.transports,
            name=name.strip(),
            added_at=now,
        )
    )
    session.flush()
    codes = None
    if actor.job in STAFF:
        codes = first_recovery_codes(session, person_id=actor.person_id)
    renewed = factor_changed(
        session, actor=actor, event="passkey.added", step=SecondStep.PASSKEY, now=now
    )
    return renewed, codes


def ask_any_passkey(
    session: Session, *, browser: str, site: Site, address: str, now: datetime
) -> dict[str, Any]:
    """What a browser needs to sign in with whichever passkey it has for us; the same for all."""
    challenge = new_challenge(
        session,
        purpose=Purpose.SIGN_IN,
        bound_to=digest("browser", browser),
        address=address,
        now=now,
    )
    return _asking(site, challenge, [])


def sign_in_with_passkey(
    session: Session,
    *,
    answer: PasskeyAnswer,
    browser: str,
    site: Site,
    device_token: str | None,
    leaving: str | None,
    now: datetime,
) -> SignedIn:
    """Sign in as whoever the passkey belongs to.

    Raises WrongPasskey, the same whether it is unknown, was signed elsewhere or has been copied.
    """
    bound_to = digest("browser", browser)
    challenge = take_challenge(
        session, answer.client_data, purpose=Purpose.SIGN_IN, bound_to=bound_to, now=now
    )
    with beyond_councils(session):
        passkey = _kept(session, as_bytes(answer.id))
    if passkey is None:
        raise WrongPasskey
    scope_to(session, passkey.council_id)
    check_signed(session, passkey, answer=answer, challenge=challenge, site=site, now=now)
    person = queries.person(session, person_id=passkey.person_id)
    return start_session(
        session,
        person_id=person.id,
        council_id=passkey.council_id,
        job=person.job,
        device_token=device_token,
        leaving=leaving,
        step=SecondStep.PASSKEY,
        now=now,
    )


def ask_own_passkey(
    session: Session, *, actor: Actor, site: Site, address: str, now: datetime
) -> dict[str, Any]:
    """What the browser needs to show with a passkey that the one who is signed in is there."""
    challenge = new_challenge(
        session, purpose=Purpose.PROOF, bound_to=_own(actor), address=address, now=now
    )
    return _asking(site, challenge, _descriptors(session, actor))


def check_own_passkey(
    session: Session, *, actor: Actor, answer: PasskeyAnswer, site: Site, now: datetime
) -> None:
    """Raise WrongPasskey unless one of their own passkeys signed this session's challenge."""
    challenge = take_challenge(
        session, answer.client_data, purpose=Purpose.PROOF, bound_to=_own(actor), now=now
    )
    passkey = _kept(session, as_bytes(answer.id))
    if passkey is None or passkey.person_id != actor.person_id:
        raise WrongPasskey
    check_signed(session, passkey, answer=answer, challenge=challenge, site=site, now=now)


def rename_passkey(
    session: Session, *, actor: Actor, passkey_id: UUID, name: str, now: datetime
) -> None:
    """Call one's own passkey something else."""
    _mine(session, actor, passkey_id).name = name.strip()
    audit.note(session, actor=actor, event="passkey.renamed", subject_id=actor.person_id, now=now)


def remove_passkey(session: Session, *, actor: Actor, passkey_id: UUID, now: datetime) -> SignedIn:
    """One's own passkey opens nothing any more; every other session ends.  Raises LastWayIn."""
    passkey = _mine(session, actor, passkey_id)
    check_keeps_one(session, actor=actor)
    session.delete(passkey)
    session.flush()
    return factor_changed(session, actor=actor, event="passkey.removed", now=now)


def _mine(session: Session, actor: Actor, passkey_id: UUID) -> Passkey:
    passkey = session.get(Passkey, passkey_id)
    if passkey is None or passkey.person_id != actor.person_id:
        raise NotFound
    return passkey


def _kept(session: Session, credential: bytes) -> Passkey | None:
    return session.scalar(select(Passkey).where(Passkey.credential == credential).with_for_update())


def _descriptors(session: Session, actor: Actor) -> list[PublicKeyCredentialDescriptor]:
    theirs = session.scalars(select(Passkey.credential).where(Passkey.person_id == actor.person_id))
    return [PublicKeyCredentialDescriptor(id=credential) for credential in theirs]


def _asking(
    site: Site, challenge: bytes, allowed: list[PublicKeyCredentialDescriptor]
) -> dict[str, Any]:
    made = generate_authentication_options(
        rp_id=site.host,
        challenge=challenge,
        timeout=int(CHALLENGE_LASTS.total_seconds() * 1000),
        allow_credentials=allowed,
        user_verification=VERIFIED,
    )
    return options_to_json_dict(made)


def _own(actor: Actor) -> bytes:
    return digest("session-of", actor.session_id or "")
