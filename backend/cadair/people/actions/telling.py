"""What others tell of a person: their name, what to call them, their e-mail address."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from cadair.access.actor import Actor
from cadair.audit import actions as audit
from cadair.people.models import Person


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What the case system says of somebody; None leaves it as it is."""

    name: str
    called: str
    email: str | None = None
    reference: str | None = None
    language: str | None = None


def put_right(
    session: Session, *, actor: Actor, told: Mapping[UUID, Told], now: datetime
) -> set[UUID]:
    """Write what is new of known people, and nothing else; returns of whom there was news."""
    news: set[UUID] = set()
    for person in session.scalars(select(Person).where(Person.id.in_(told))):
        says = told[person.id]
        for name in ("name", "called", "email", "reference", "language"):
            value = getattr(says, name)
            if value is not None and value != getattr(person, name):
                setattr(person, name, value)
                news.add(person.id)
    session.flush()
    audit.note_many(
        session,
        actor=actor,
        event="person.put_right",
        subjects=[(None, person_id, {}) for person_id in news],
        now=now,
    )
    return news
