"""Authenticator apps: set up with a first code, asked for their code of the moment, taken away."""

from datetime import datetime
from hmac import compare_digest
from uuid import UUID, uuid4

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from cadair.access.actor import Actor
from cadair.foundation import council_keys
from cadair.foundation.errors import NotFound
from cadair.foundation.sealing import seal, unseal
from cadair.people import queries
from cadair.people.actions.factors import (
    check_keeps_one,
    check_may_enrol,
    check_tries_of_codes,
    count_wrong_code,
    factor_changed,
    first_recovery_codes,
)
from cadair.people.actions.sessions import SignedIn
from cadair.people.models import Authenticator
from cadair.people.queries.second_step import place_of_seed
from cadair.people.rules import WrongProof
from cadair.people.rules.app_codes import code_of, link_of, new_secret
from cadair.people.rules.second_step import (
    SEED_WAITS,
    AuthenticatorNotBegun,
    SecondStep,
    codes_at,
)


def begin_authenticator(session: Session, *, actor: Actor, now: datetime) -> tuple[str, str]:
    """A new secret and its link for an app: the only time that it is told.

    It opens nothing until the first code made with it is confirmed.
    """
    assert actor.person_id is not None
    check_may_enrol(session, actor=actor)
    session.execute(
        delete(Authenticator).where(
            Authenticator.person_id == actor.person_id, Authenticator.confirmed_at.is_(None)
        )
    )
    secret = new_secret()
    add_authenticator(session, person_id=actor.person_id, secret=secret, now=now, confirmed=False)
    person = queries.person(session, person_id=actor.person_id)
    link = link_of(secret, name=person.email or person.sign_in_name or "", issuer="Cadair")
    return secret, link


def add_authenticator(
    session: Session, *, person_id: UUID, secret: str, now: datetime, confirmed: bool = True
) -> None:
    """Keep an app's secret (base32), sealed; one that is not confirmed opens nothing yet."""
    own = uuid4()
    session.add(
        Authenticator(
            id=own,
            person_id=person_id,
            seed=seal(council_keys.own_key(session), secret, place_of_seed(own)),
            begun_at=now,
            confirmed_at=now if confirmed else None,
            last_code=0,
        )
    )
    session.flush()


def confirm_authenticator(
    session: Session, *, actor: Actor, code: str, now: datetime
) -> tuple[SignedIn, list[str] | None]:
    """The first code of a new app: from now on it is asked for, and an earlier app is not.

    Every other session ends.  Returns the session under its new id, and ten recovery codes if the
    person had none.  Raises AuthenticatorNotBegun, WrongProof, TryAgainLater.
    """
    assert actor.person_id is not None
    check_may_enrol(session, actor=actor)
    check_tries_of_codes(session, actor=actor, now=now)
    begun = _app(session, actor=actor, confirmed=False)
    if begun is None or now - begun.begun_at > SEED_WAITS:
        raise AuthenticatorNotBegun
    if not _takes(session, begun, code, now):
        count_wrong_code(session, actor=actor, now=now)
        raise WrongProof
    session.execute(
        delete(Authenticator).where(
            Authenticator.person_id == actor.person_id, Authenticator.id != begun.id
        )
    )
    begun.confirmed_at = now
    session.flush()
    codes = first_recovery_codes(session, person_id=actor.person_id)
    renewed = factor_changed(
        session,
        actor=actor,
        event="authenticator.added",
        step=SecondStep.AUTHENTICATOR,
        now=now,
    )
    return renewed, codes


def remove_authenticator(session: Session, *, actor: Actor, now: datetime) -> SignedIn:
    """The app is not asked any more; every other session ends.  Raises LastWayIn, NotFound."""
    app = _app(session, actor=actor, confirmed=True)
    if app is None:
        raise NotFound
    check_keeps_one(session, actor=actor)
    session.delete(app)
    session.flush()
    return factor_changed(session, actor=actor, event="authenticator.removed", now=now)


def check_code(session: Session, *, actor: Actor, code: str, now: datetime) -> None:
    """Raise WrongProof unless this is the app's code of the moment, not used before.

    Raises TryAgainLater after too many wrong ones.
    """
    check_tries_of_codes(session, actor=actor, now=now)
    app = _app(session, actor=actor, confirmed=True)
    if app is None or not _takes(session, app, code, now):
        count_wrong_code(session, actor=actor, now=now)
        raise WrongProof


def _app(session: Session, *, actor: Actor, confirmed: bool) -> Authenticator | None:
    # Held until the end of the transaction: two may type one code at one moment.
    is_it = Authenticator.confirmed_at.is_not(None) if confirmed else None
    return session.scalar(
        select(Authenticator)
        .where(
            Authenticator.person_id == actor.person_id,
            is_it if is_it is not None else Authenticator.confirmed_at.is_(None),
        )
        .with_for_update()
    )


def _takes(session: Session, app: Authenticator, code: str, now: datetime) -> bool:
    """Whether the app makes this code now; it, and those before it, are not taken again."""
    said = "".join(letter for letter in code if letter.isdigit())
    secret = unseal(council_keys.own_key(session), app.seed, place_of_seed(app.id))
    for number in codes_at(now):
        if number > app.last_code and compare_digest(code_of(secret, number), said):
            app.last_code = number
            return True
    return False
