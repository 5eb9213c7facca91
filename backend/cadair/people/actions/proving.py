"""Showing again that it is you, before what must not be done from a page left open."""

from datetime import datetime

from sqlalchemy.orm import Session

from cadair.access.actor import Actor
from cadair.audit import actions as audit
from cadair.people import queries
from cadair.people.actions.authenticator import check_code
from cadair.people.actions.passkeys import check_own_passkey
from cadair.people.actions.sessions import SignedIn, renew_session
from cadair.people.actions.signing_in import is_own_passphrase
from cadair.people.rules import WrongProof
from cadair.people.rules.second_step import PasskeyAnswer, Site, Way


def prove(
    session: Session,
    *,
    actor: Actor,
    passphrase: str | None = None,
    code: str | None = None,
    passkey: PasskeyAnswer | None = None,
    site: Site,
    now: datetime,
) -> SignedIn:
    """Show again that it is you, by a way that you have; the session goes on under a new id.

    Raises WrongProof, WrongPasskey, or TryAgainLater after too many wrong tries.
    """
    ways = queries.ways_to_prove(session, actor=actor)
    if passkey is not None and Way.PASSKEY in ways:
        check_own_passkey(session, actor=actor, answer=passkey, site=site, now=now)
    elif code is not None and Way.CODE in ways:
        check_code(session, actor=actor, code=code, now=now)
    elif passphrase is not None and Way.PASSPHRASE in ways:
        if not is_own_passphrase(session, actor=actor, passphrase=passphrase, now=now):
            raise WrongProof
    else:
        raise WrongProof
    renewed = renew_session(session, actor=actor, now=now)
    audit.note(session, actor=actor, event="person.proved", subject_id=actor.person_id, now=now)
    return renewed
