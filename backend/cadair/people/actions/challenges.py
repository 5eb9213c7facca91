"""What a passkey is asked to sign, once, and whether it did, here and just now."""

import secrets
from datetime import datetime
from typing import Final

from sqlalchemy import delete
from sqlalchemy.orm import Session
from webauthn import (
    base64url_to_bytes,
    verify_authentication_response,
    verify_registration_response,
)
from webauthn.helpers import bytes_to_base64url, parse_client_data_json
from webauthn.helpers.exceptions import WebAuthnException
from webauthn.registration.verify_registration_response import VerifiedRegistration

from cadair.access.actor import the_service
from cadair.audit import actions as audit
from cadair.foundation.database import beyond_councils
from cadair.people import queries
from cadair.people.models import Passkey, PasskeyChallenge
from cadair.people.rules import TryAgainLater, digest, from_one_place
from cadair.people.rules.second_step import (
    CHALLENGE_LASTS,
    CHALLENGES_FROM_ONE_ADDRESS,
    NewPasskey,
    PasskeyAnswer,
    Purpose,
    Site,
    WrongPasskey,
)

CANNOT_BE_READ: Final = (WebAuthnException, ValueError, TypeError, KeyError)


def new_challenge(
    session: Session, *, purpose: Purpose, bound_to: bytes, address: str, now: datetime
) -> bytes:
    """A new challenge, for this browser or session and this purpose, once."""
    asked_from = digest("challenge-address", from_one_place(address))
    waiting, oldest = queries.challenges_waiting(session, asked_from=asked_from, now=now)
    if waiting >= CHALLENGES_FROM_ONE_ADDRESS and oldest is not None:
        raise TryAgainLater(oldest - now)
    challenge = secrets.token_bytes(32)
    session.add(
        PasskeyChallenge(
            challenge_digest=digest("challenge", bytes_to_base64url(challenge)),
            purpose=purpose,
            bound_to=bound_to,
            asked_from=asked_from,
            expires_at=now + CHALLENGE_LASTS,
        )
    )
    session.flush()
    return challenge


def take_challenge(
    session: Session, client_data: str, *, purpose: Purpose, bound_to: bytes, now: datetime
) -> bytes:
    """The challenge that was signed, if it is this browser's or session's; used up in any case."""
    try:
        challenge = parse_client_data_json(as_bytes(client_data)).challenge
    except CANNOT_BE_READ as unreadable:
        raise WrongPasskey from unreadable
    with beyond_councils(session):
        taken = session.execute(
            delete(PasskeyChallenge)
            .where(
                PasskeyChallenge.challenge_digest
                == digest("challenge", bytes_to_base64url(challenge)),
                PasskeyChallenge.purpose == purpose,
                PasskeyChallenge.bound_to == bound_to,
                PasskeyChallenge.expires_at > now,
            )
            .execution_options(synchronize_session=False)
        )
    if taken.rowcount != 1:  # type: ignore[attr-defined]  # a DELETE's result has it
        raise WrongPasskey
    return challenge


def check_made(made: NewPasskey, *, challenge: bytes, site: Site) -> VerifiedRegistration:
    """What a new passkey says of itself; raises WrongPasskey unless it was made on our pages."""
    try:
        return verify_registration_response(
            credential={
                "id": made.id,
                "rawId": made.id,
                "type": "public-key",
                "response": {
                    "clientDataJSON": made.client_data,
                    "attestationObject": made.attestation,
                },
            },
            expected_challenge=challenge,
            expected_rp_id=site.host,
            expected_origin=site.origin,
            require_user_verification=True,
        )
    except CANNOT_BE_READ as unreadable:
        raise WrongPasskey from unreadable


def check_signed(
    session: Session,
    passkey: Passkey,
    *,
    answer: PasskeyAnswer,
    challenge: bytes,
    site: Site,
    now: datetime,
) -> None:
    """Raise WrongPasskey unless this passkey signed the challenge on our own pages, just now."""
    owner = the_service(passkey.council_id)
    try:
        if answer.user_handle and as_bytes(answer.user_handle) != passkey.person_id.bytes:
            raise WebAuthnException("the passkey names another person")
        verified = verify_authentication_response(
            credential={
                "id": answer.id,
                "rawId": answer.id,
                "type": "public-key",
                "response": {
                    "clientDataJSON": answer.client_data,
                    "authenticatorData": answer.authenticator_data,
                    "signature": answer.signature,
                },
            },
            expected_challenge=challenge,
            expected_rp_id=site.host,
            expected_origin=site.origin,
            credential_public_key=passkey.public_key,
            credential_current_sign_count=passkey.used_count,
            require_user_verification=True,
        )
    except CANNOT_BE_READ as refused:
        audit.note(
            session, actor=owner, event="passkey.refused", subject_id=passkey.person_id, now=now
        )
        raise WrongPasskey from refused
    passkey.used_count, passkey.used_at = verified.new_sign_count, now
    session.flush()


def as_bytes(said: str) -> bytes:
    try:
        return base64url_to_bytes(said)
    except CANNOT_BE_READ as unreadable:
        raise WrongPasskey from unreadable


def forget_old_challenges(session: Session, *, now: datetime) -> None:
    """Forget challenges that nobody answered in time."""
    session.execute(
        delete(PasskeyChallenge)
        .where(PasskeyChallenge.expires_at <= now)
        .execution_options(synchronize_session=False)
    )
