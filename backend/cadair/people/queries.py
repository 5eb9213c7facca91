"""Who somebody is: names, jobs and signed-in sessions, as plain values."""

import base64
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from sqlalchemy import bindparam, exists, func, select
from sqlalchemy.orm import Session

from cadair.access.actor import Actor, Job
from cadair.foundation.database import beyond_councils
from cadair.foundation.errors import NotFound
from cadair.foundation.languages import known_languages
from cadair.foundation.sealing import Keyring
from cadair.people.models import (
    Card,
    Council,
    Device,
    Passphrase,
    Person,
    SignInSession,
    WrongTry,
)
from cadair.people.rules import COUNCIL_SETTINGS, TRIES_COUNT_FOR, account_named, idle_limit


@dataclass(frozen=True, kw_only=True)
class PersonFacts:
    """A person, as others may be told of them."""

    id: UUID
    job: Job
    name: str
    called: str
    language: str
    chair: dict[str, str] | None
    email: str | None
    sign_in_name: str
    reference: str | None


@dataclass(frozen=True, kw_only=True)
class CouncilFacts:
    """A council and its settings, the unset ones filled in."""

    id: UUID
    name: str
    nation: str
    settings: dict[str, Any]


def person(session: Session, *, person_id: UUID) -> PersonFacts:
    """One person of this council; raises NotFound."""
    found = people(session, person_ids=[person_id])
    if person_id not in found:
        raise NotFound
    return found[person_id]


def people(session: Session, *, person_ids: list[UUID]) -> dict[UUID, PersonFacts]:
    """Many people in one statement."""
    rows = session.execute(select(*_PERSON).where(Person.id.in_(person_ids))).mappings()
    return {row["id"]: PersonFacts(**row) for row in rows}


def people_with_job(session: Session, *, job: Job) -> list[PersonFacts]:
    """Everybody of this council who has this job."""
    chosen = select(*_PERSON).where(Person.job == job).order_by(Person.name)
    return [PersonFacts(**row) for row in session.execute(chosen).mappings()]


def by_reference(session: Session) -> dict[str, PersonFacts]:
    """Everybody whom the council's case system numbers, by that number."""
    rows = session.execute(select(*_PERSON).where(Person.reference.is_not(None))).mappings()
    return {row["reference"]: PersonFacts(**row) for row in rows}


def person_with_email(session: Session, *, email: str) -> UUID | None:
    """The member of staff of this council with this address, or None."""
    return session.scalar(select(Person.id).where(Person.email == email.strip().lower()))


def by_email(session: Session, *, emails: list[str]) -> dict[str, PersonFacts]:
    """Those of this council's people who sign in with these addresses."""
    rows = session.execute(select(*_PERSON).where(Person.email.in_(emails))).mappings()
    return {row["email"]: PersonFacts(**row) for row in rows}


def signing_in_with(session: Session, *, names: list[str]) -> set[str]:
    """Those e-mail addresses and sign-in names that somebody of any council has: for commands."""
    columns = (Person.email, Person.sign_in_name)
    with beyond_councils(session):
        found = [session.scalars(select(each).where(each.in_(names))).all() for each in columns]
    return {name for names_found in found for name in names_found if name is not None}


def has_signed_in(session: Session, *, person_ids: list[UUID]) -> set[UUID]:
    """Those of the people who have chosen a passphrase, and so can sign in."""
    rows = session.scalars(select(Passphrase.person_id).where(Passphrase.person_id.in_(person_ids)))
    return set(rows)


def council(session: Session, *, council_id: UUID) -> CouncilFacts:
    """A council; raises NotFound."""
    row = session.execute(
        select(Council.name, Council.nation, Council.settings).where(Council.id == council_id)
    ).one_or_none()
    if row is None:
        raise NotFound
    return CouncilFacts(
        id=council_id,
        name=row.name,
        nation=row.nation.value,
        settings={**COUNCIL_SETTINGS, **row.settings},
    )


def councils(session: Session) -> dict[str, UUID]:
    """Every council's id by its name: for commands and sweeps."""
    with beyond_councils(session):
        return {name: id_ for id_, name in session.execute(select(Council.id, Council.name))}


def me(session: Session, *, actor: Actor) -> dict[str, Any]:
    """What a signed-in person is told about themselves."""
    assert actor.person_id is not None
    mine = person(session, person_id=actor.person_id)
    ours = council(session, council_id=actor.council_id)
    return {
        "id": mine.id,
        "name": mine.name,
        "called": mine.called,
        "job": mine.job,
        "language": mine.language,
        "chair": mine.chair,
        "sign_in_name": mine.sign_in_name,
        "council": {
            "name": ours.name,
            "nation": ours.nation,
            "languages": sorted(known_languages()),
            "review_word": ours.settings["review_word"],
            "duty_line": ours.settings["duty_line"],
        },
    }


@dataclass(frozen=True, kw_only=True)
class OpenSession:
    """A session that still holds, and whose it is."""

    digest: bytes
    seen_at: datetime
    actor: Actor


def open_session(session: Session, *, session_digest: bytes, now: datetime) -> OpenSession | None:
    """The session with this digest, unless it has ended, rested too long or run out."""
    with beyond_councils(session):
        row = session.execute(_OPEN_SESSION, {"of_digest": session_digest}).one_or_none()
    if row is None or now >= row.expires_at or now - row.seen_at > idle_limit(row.job):
        return None
    return OpenSession(
        digest=row.digest,
        seen_at=row.seen_at,
        actor=Actor(
            person_id=row.id,
            council_id=row.council_id,
            job=row.job,
            session_id=row.digest.hex(),
            language=row.language,
        ),
    )


# Built once: every request of somebody who is signed in begins with it.
_OPEN_SESSION: Final = (
    select(
        SignInSession.digest,
        SignInSession.seen_at,
        SignInSession.expires_at,
        SignInSession.council_id,
        Person.id,
        Person.job,
        Person.language,
    )
    .join(Person, Person.id == SignInSession.person_id)
    .join(Device, Device.id == SignInSession.device_id)
    .where(
        SignInSession.digest == bindparam("of_digest"),
        SignInSession.ended_at.is_(None),
        Device.revoked_at.is_(None),
    )
)


@dataclass(frozen=True, kw_only=True)
class Claim:
    """An account that somebody says is theirs."""

    person_id: UUID
    council_id: UUID
    job: Job
    hashed: str


def claimed_account(session: Session, *, who: str) -> Claim | None:
    """The account with this e-mail address or sign-in name, if it has a passphrase."""
    with beyond_councils(session):
        row = session.execute(
            select(Person.id, Person.council_id, Person.job, Passphrase.hashed)
            .join(Passphrase, Passphrase.person_id == Person.id)
            .where(
                (Person.email == who.strip().lower()) | (Person.sign_in_name == account_named(who))
            )
        ).one_or_none()
    if row is None:
        return None
    return Claim(person_id=row.id, council_id=row.council_id, job=row.job, hashed=row.hashed)


def known_device(
    session: Session, *, token_digest: bytes, person_id: UUID | None = None
) -> UUID | None:
    """The id of the device with this cookie, if this person, or anybody, signed in on it before."""
    known = select(Device.id).where(
        Device.token_digest == token_digest, Device.revoked_at.is_(None)
    )
    if person_id is not None:
        known = known.where(Device.person_id == person_id)
    with beyond_councils(session):
        return session.scalar(known.limit(1))


def wrong_tries(session: Session, *, bucket: bytes, now: datetime) -> tuple[int, datetime | None]:
    """How many wrong tries the bucket holds that still count, and when the oldest was."""
    with beyond_councils(session):
        row = session.execute(
            select(func.count(), func.min(WrongTry.at)).where(
                WrongTry.bucket == bucket, WrongTry.at > now - TRIES_COUNT_FOR
            )
        ).one()
    return row[0], row[1]


def open_card(session: Session, *, digest: bytes, now: datetime) -> Card | None:
    """The card with this token or these words, if it can still be used."""
    with beyond_councils(session):
        card = session.scalar(
            select(Card).where((Card.token_digest == digest) | (Card.words_digest == digest))
        )
    if card is None or card.used_at is not None or now >= card.expires_at:
        return None
    return card


def device_key(session: Session, *, actor: Actor, keyring: Keyring) -> str:
    """The key, base64, under which this person's drafts may lie on this device.

    The same whenever they sign in on the same device, so that unsent words open again; another
    device, another person or a revoked device gets another key or none.
    """
    device_id = session.scalar(
        select(SignInSession.device_id).where(
            SignInSession.digest == bytes.fromhex(actor.session_id or "")
        )
    )
    derived = HKDF(
        algorithm=SHA256(),
        length=32,
        salt=None,
        info=f"device|{actor.person_id}|{device_id}".encode(),
    ).derive(keyring.council_key(actor.council_id))
    return base64.b64encode(derived).decode()


_PERSON = (
    Person.id,
    Person.job,
    Person.name,
    Person.called,
    Person.language,
    Person.chair,
    Person.email,
    Person.sign_in_name,
    Person.reference,
)

# A name beside another room's own row, in one statement over bare tables that names its council.
LISTED: Final = select(
    *Person.__table__.c["id", "called", "name"],
    exists()
    .where(Passphrase.__table__.c.person_id == Person.__table__.c.id)
    .label("has_signed_in"),
    Council.__table__.c.nation,
).join_from(Person.__table__, Council.__table__)
