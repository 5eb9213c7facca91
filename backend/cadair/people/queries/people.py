"""Who somebody is: names, jobs and councils, as plain values."""

from dataclasses import dataclass
from typing import Any, Final, cast
from uuid import UUID

from sqlalchemy import Row, Table, bindparam, exists, or_, select
from sqlalchemy.orm import Session

from cadair.access.actor import Actor, Job
from cadair.foundation.database import beyond_councils
from cadair.foundation.errors import NotFound
from cadair.foundation.languages import known_languages
from cadair.people.models import Council, Device, Passphrase, Person, PhoneChoices
from cadair.people.queries.second_step import notices
from cadair.people.rules import COUNCIL_SETTINGS


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


def person_signing_in_as(session: Session, *, name: str) -> UUID | None:
    """Whoever of this council signs in with this name or address, or None."""
    said = name.strip().lower()
    return session.scalar(
        select(Person.id).where((Person.sign_in_name == said) | (Person.email == said))
    )


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
    """Those of the people who have signed in somewhere, or have what they could sign in with."""
    has_something = or_(
        exists().where(Passphrase.person_id == Person.id),
        exists().where(Device.person_id == Person.id),
    )
    return set(session.scalars(select(Person.id).where(Person.id.in_(person_ids), has_something)))


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
        "notices": notices(session, actor=actor),
        "council": {
            "name": ours.name,
            "nation": ours.nation,
            "languages": sorted(known_languages()),
            "review_word": ours.settings["review_word"],
            "duty_line": ours.settings["duty_line"],
        },
    }


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

# A person beside another room's own row, as `person_facts` reads them, with their nation.
PERSON_COLUMNS: Final = tuple(
    Person.__table__.c[column.key].label(f"them_{column.key}") for column in _PERSON
)
BESIDE_PERSON: Final = cast("Table", Person.__table__)
NATION: Final = (
    select(Council.__table__.c.nation)
    .where(Council.__table__.c.id == bindparam("of_council"))
    .scalar_subquery()
    .label("nation")
)


def person_facts(row: Row[*tuple[Any, ...]]) -> PersonFacts:
    """The person of a row of PERSON_COLUMNS."""
    return PersonFacts(**{column.key: getattr(row, f"them_{column.key}") for column in _PERSON})


# A name beside another room's own row, in one statement over bare tables that names its council.
LISTED: Final = select(
    *Person.__table__.c["id", "called", "name"],
    or_(
        exists().where(Passphrase.__table__.c.person_id == Person.__table__.c.id),
        exists().where(Device.__table__.c.person_id == Person.__table__.c.id),
    ).label("has_signed_in"),
    select(PhoneChoices.__table__.c.not_safe_since)
    .where(PhoneChoices.__table__.c.person_id == Person.__table__.c.id)
    .scalar_subquery()
    .label("not_safe_since"),
    Council.__table__.c.nation,
).join_from(Person.__table__, Council.__table__)
