"""What somebody can show that it is they with, and what they are told when they sign in."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import exists, func, or_, select
from sqlalchemy.orm import Session

from cadair.access.actor import STAFF, Actor, Job
from cadair.foundation.database import beyond_councils
from cadair.foundation.sealing import SealedColumn
from cadair.people.models import (
    Authenticator,
    Passkey,
    PasskeyChallenge,
    Passphrase,
    Person,
    RecoveryCode,
    SignInNotice,
    SignInSession,
)
from cadair.people.rules.second_step import Way


def place_of_seed(authenticator_id: UUID) -> str:
    """What an app's sealed secret is bound to."""
    return f"authenticator|seed|{authenticator_id}"


SEALED: Final = (
    SealedColumn(name="authenticator.seed", place=lambda row: place_of_seed(row["id"])),
)


@dataclass(frozen=True, kw_only=True)
class PasskeyFacts:
    """A passkey, as its owner sees it."""

    id: UUID
    name: str
    added_at: datetime
    used_at: datetime | None


@dataclass(frozen=True, kw_only=True)
class WaysIn:
    """All that opens somebody's account."""

    has_passphrase: bool
    authenticator_since: datetime | None
    passkeys: list[PasskeyFacts]
    recovery_codes_left: int

    @property
    def has_second_factor(self) -> bool:
        """Whether staff who have this may come in."""
        return self.authenticator_since is not None or bool(self.passkeys)


def ways_in(session: Session, *, person_id: UUID) -> WaysIn:
    """All that opens this person's account; never a secret."""
    passkeys = session.execute(
        select(Passkey.id, Passkey.name, Passkey.added_at, Passkey.used_at)
        .where(Passkey.person_id == person_id)
        .order_by(Passkey.added_at)
    ).mappings()
    return WaysIn(
        has_passphrase=session.get(Passphrase, person_id) is not None,
        authenticator_since=session.scalar(
            select(Authenticator.confirmed_at).where(
                Authenticator.person_id == person_id, Authenticator.confirmed_at.is_not(None)
            )
        ),
        passkeys=[PasskeyFacts(**row) for row in passkeys],
        recovery_codes_left=session.scalars(
            select(func.count()).where(
                RecoveryCode.person_id == person_id, RecoveryCode.used_at.is_(None)
            )
        ).one(),
    )


@dataclass(frozen=True, kw_only=True)
class StaffFacts:
    """One of the staff, as whoever runs the council's accounts sees them."""

    id: UUID
    name: str
    email: str | None
    job: Job
    can_come_in: bool  # has a second step set up


def staff(session: Session) -> list[StaffFacts]:
    """The council's staff, by name; not with what each comes in."""
    has_app = exists().where(
        Authenticator.person_id == Person.id, Authenticator.confirmed_at.is_not(None)
    )
    has_passkey = exists().where(Passkey.person_id == Person.id)
    rows = session.execute(
        select(
            Person.id,
            Person.name,
            Person.email,
            Person.job,
            or_(has_app, has_passkey).label("can_come_in"),
        )
        .where(Person.job.in_(STAFF))
        .order_by(Person.name, Person.id)
    ).mappings()
    return [StaffFacts(**row) for row in rows]


def ways_to_prove(session: Session, *, actor: Actor) -> list[Way]:
    """What the one who is signed in can show again that it is they with.

    Staff who have a second factor show that one: a password alone is what is stolen most.
    """
    assert actor.person_id is not None
    theirs = ways_in(session, person_id=actor.person_id)
    ways = []
    if theirs.authenticator_since is not None:
        ways.append(Way.CODE)
    if theirs.passkeys:
        ways.append(Way.PASSKEY)
    if theirs.has_passphrase and (actor.job not in STAFF or not ways):
        ways.append(Way.PASSPHRASE)
    return ways


def second_step(session: Session, *, actor: Actor) -> dict[str, Any]:
    """What whoever said the right password is asked for next."""
    assert actor.person_id is not None
    person = session.execute(
        select(Person.called, Person.language).where(Person.id == actor.person_id)
    ).one()
    theirs = ways_in(session, person_id=actor.person_id)
    ways = []
    if theirs.authenticator_since is not None:
        ways.append(Way.CODE)
    if theirs.passkeys:
        ways.append(Way.PASSKEY)
    if ways and theirs.recovery_codes_left:
        ways.append(Way.RECOVERY_CODE)
    return {
        "person_id": actor.person_id,
        "called": person.called,
        "language": person.language,
        "ways": ways,
        "must_enrol": not ways,
    }


def device_of_session(session: Session, *, actor: Actor) -> UUID | None:
    """The device that this session began on."""
    return session.scalar(
        select(SignInSession.device_id).where(
            SignInSession.digest == bytes.fromhex(actor.session_id or "")
        )
    )


def was_fully_signed_in(session: Session, *, person_id: UUID, device_id: UUID | None) -> bool:
    """Whether this person ever took the second step on this device."""
    found = session.scalar(
        select(SignInSession.device_id)
        .where(
            SignInSession.person_id == person_id,
            SignInSession.device_id == device_id,
            SignInSession.second_step.is_not(None),
        )
        .limit(1)
    )
    return found is not None


def challenges_waiting(
    session: Session, *, asked_from: bytes, now: datetime
) -> tuple[int, datetime | None]:
    """How many challenges wait for an answer from this address, and when the first is given up."""
    with beyond_councils(session):
        row = session.execute(
            select(func.count(), func.min(PasskeyChallenge.expires_at)).where(
                PasskeyChallenge.asked_from == asked_from, PasskeyChallenge.expires_at > now
            )
        ).one()
    return row[0], row[1]


def notices(session: Session, *, actor: Actor) -> list[dict[str, Any]]:
    """What the person is to be told and has not said to have read, oldest first.

    Whoever has just used a card is not told of that card: they know, and if they should not have
    it, they must not be the one who reads it away.
    """
    began = select(SignInSession.started_at).where(
        SignInSession.digest == bytes.fromhex(actor.session_id or "")
    )
    rows = session.execute(
        select(SignInNotice.id, SignInNotice.what, SignInNotice.at, Person.name.label("by"))
        .outerjoin(Person, Person.id == SignInNotice.by_id)
        .where(
            SignInNotice.person_id == actor.person_id,
            SignInNotice.read_at.is_(None),
            SignInNotice.at < began.scalar_subquery(),
        )
        .order_by(SignInNotice.at)
    ).mappings()
    return [dict(row) for row in rows]
