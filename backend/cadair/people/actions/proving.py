"""Showing again that it is you, before what must not be done from a page left open."""

from datetime import datetime

from sqlalchemy.orm import Session

from cadair.access.actor import Actor
from cadair.audit import actions as audit
from cadair.people.actions.sessions import SignedIn, renew_session
from cadair.people.actions.signing_in import is_own_passphrase
from cadair.people.rules import WrongProof


def prove(session: Session, *, actor: Actor, passphrase: str, now: datetime) -> SignedIn:
    """Show again that it is you; the session goes on under a new id.

    Raises WrongProof, or TryAgainLater after too many wrong tries.
    """
    if not is_own_passphrase(session, actor=actor, passphrase=passphrase, now=now):
        raise WrongProof
    renewed = renew_session(session, actor=actor, now=now)
    audit.note(session, actor=actor, event="person.proved", subject_id=actor.person_id, now=now)
    return renewed
