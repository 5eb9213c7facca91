"""A page that was left locks, and opens again when its person shows that it is they."""

import secrets
from datetime import datetime

from sqlalchemy import update
from sqlalchemy.orm import Session

from cadair.access.actor import STAFF, Actor
from cadair.audit import actions as audit
from cadair.people import queries
from cadair.people.actions.picture_codes import check_own_pictures
from cadair.people.actions.sessions import SignedIn, renew_session
from cadair.people.actions.signing_in import is_own_passphrase
from cadair.people.models import SignInSession
from cadair.people.rules import WrongProof, locks

PAGE_NONCE_BYTES = 18


def lock(session: Session, *, actor: Actor, now: datetime) -> None:
    """Refuse everything of this session from now on, until it is opened again."""
    _change(session, actor, locked_at=now, page_nonce=None)


def unlock(
    session: Session,
    *,
    actor: Actor,
    passphrase: str | None = None,
    pictures: list[str] | None = None,
    device_token: str | None,
    now: datetime,
) -> SignedIn:
    """Open the session again, under a new id, for whoever shows that it is theirs.

    Raises WrongProof, TryAgainLater after too many wrong passphrases, DeviceForgotten after five
    wrong picture codes.
    """
    if actor.job in STAFF:  # their pages end instead, and a password alone proves nothing of them
        raise WrongProof
    if pictures is not None:
        check_own_pictures(
            session, actor=actor, pictures=pictures, device_token=device_token, now=now
        )
    elif not is_own_passphrase(session, actor=actor, passphrase=passphrase or "", now=now):
        raise WrongProof
    _change(session, actor, locked_at=None, seen_at=now, page_nonce=None)
    renewed = renew_session(session, actor=actor, now=now)
    audit.note(session, actor=actor, event="person.unlocked", subject_id=actor.person_id, now=now)
    return renewed


def page_secret(session: Session, *, actor: Actor) -> bytes | None:
    """What the pages that were opened in this session send along, so that they alone stay open.

    A cookie without it, as a thief may have it, is worth nothing after two minutes.  None for
    staff, whose sessions end instead.
    """
    if actor.job is None or not locks(actor.job):
        return None
    kept = session.get_one(SignInSession, bytes.fromhex(actor.session_id or ""))
    if kept.page_nonce is None:
        kept.page_nonce = secrets.token_bytes(PAGE_NONCE_BYTES)
        session.flush()
    return queries.page_secret_of(session, nonce=kept.page_nonce)


def _change(session: Session, actor: Actor, **values: object) -> None:
    session.execute(
        update(SignInSession)
        .where(SignInSession.digest == bytes.fromhex(actor.session_id or ""))
        .values(**values)
        .execution_options(synchronize_session=False)
    )
