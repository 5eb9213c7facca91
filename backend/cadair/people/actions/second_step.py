"""The second step of signing in, and what somebody is told once they are in."""

from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import update
from sqlalchemy.orm import Session

from cadair.access.actor import Actor
from cadair.audit import actions as audit
from cadair.people import queries
from cadair.people.actions.authenticator import check_code
from cadair.people.actions.factors import (
    check_tries_of_codes,
    count_wrong_code,
    use_recovery_code,
)
from cadair.people.actions.passkeys import check_own_passkey
from cadair.people.actions.sessions import SignedIn, renew_session
from cadair.people.models import SignInNotice
from cadair.people.rules import WrongProof
from cadair.people.rules.second_step import Notice, PasskeyAnswer, SecondStep, Site


def take_second_step(
    session: Session,
    *,
    actor: Actor,
    code: str | None = None,
    recovery_code: str | None = None,
    passkey: PasskeyAnswer | None = None,
    site: Site,
    now: datetime,
) -> SignedIn:
    """Come in with an app's code, a passkey, or a recovery code, which is used up.

    Raises WrongProof, WrongPasskey, or TryAgainLater after too many.
    """
    if passkey is not None:
        check_own_passkey(session, actor=actor, answer=passkey, site=site, now=now)
        step = SecondStep.PASSKEY
    elif recovery_code is not None:
        _check_recovery_code(session, actor=actor, said=recovery_code, now=now)
        step = SecondStep.RECOVERY_CODE
    else:
        check_code(session, actor=actor, code=code or "", now=now)
        step = SecondStep.AUTHENTICATOR
    renewed = renew_session(session, actor=actor, step=step, now=now)
    audit.note(
        session,
        actor=renewed.actor,
        event="person.signed_in",
        subject_id=actor.person_id,
        facts={"by": step.value},
        now=now,
    )
    return renewed


def _check_recovery_code(session: Session, *, actor: Actor, said: str, now: datetime) -> None:
    check_tries_of_codes(session, actor=actor, now=now)
    if not use_recovery_code(session, actor=actor, said=said, now=now):
        count_wrong_code(session, actor=actor, now=now)
        raise WrongProof


def tell_at_next_sign_in(
    session: Session, *, person_id: UUID, what: Notice, by_id: UUID | None, now: datetime
) -> None:
    """Tell this person when they next sign in; until they say that they read it, every time."""
    session.add(SignInNotice(id=uuid4(), person_id=person_id, what=what, by_id=by_id, at=now))
    session.flush()


def read_notices(session: Session, *, actor: Actor, now: datetime) -> None:
    """The person has read what they were told."""
    told = [notice["id"] for notice in queries.notices(session, actor=actor)]
    if not told:
        return
    session.execute(update(SignInNotice).where(SignInNotice.id.in_(told)).values(read_at=now))
    audit.note(
        session, actor=actor, event="person.notices_read", subject_id=actor.person_id, now=now
    )
