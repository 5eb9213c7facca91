"""Adding councils and people, and what a person changes about themselves."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy.orm import Session

from cadair.access.actor import Actor, Job
from cadair.audit import actions as audit
from cadair.foundation import council_keys
from cadair.foundation.database import add_rows, scope_to
from cadair.foundation.errors import BadInput, NotFound
from cadair.foundation.keyring import Keyring
from cadair.foundation.languages import known_languages
from cadair.people import queries
from cadair.people.models import Council, Nation, Person
from cadair.people.rules import CHAIR, COUNCIL_SETTINGS, new_sign_in_name


def add_council(
    session: Session,
    *,
    keyring: Keyring,
    name: str,
    nation: Nation,
    settings: dict[str, Any] | None = None,
    council_id: UUID | None = None,
) -> UUID:
    """Add a council with a key of its own, and scope the session to it."""
    unknown = set(settings or {}) - set(COUNCIL_SETTINGS)
    if unknown:
        raise BadInput(fields={name: ["unknown"] for name in sorted(unknown)})
    council = Council(id=council_id or uuid4(), name=name, nation=nation, settings=settings or {})
    scope_to(session, council.id)
    session.add(council)
    session.flush()
    council_keys.begin(session, ring=keyring)
    return council.id


def change_settings(
    session: Session,
    *,
    actor: Actor,
    settings: Mapping[str, Any],
    stricter: Mapping[str, Any],
    now: datetime,
) -> None:
    """Change what a council asks of itself; None goes back to what holds without a setting.

    `stricter` are its own intervals between reviews: whoever calls has held them to the law.
    """
    unknown = set(settings) - set(COUNCIL_SETTINGS)
    if unknown:
        raise BadInput(fields={name: ["unknown"] for name in sorted(unknown)})
    council = session.get_one(Council, actor.council_id)
    own = _changed(council.settings.get("stricter", {}), stricter)
    council.settings = {**_changed(council.settings, settings), "stricter": own}
    audit.note(
        session,
        actor=actor,
        event="council.settings_changed",
        facts={**settings, **stricter},
        now=now,
    )


def _changed(before: Mapping[str, Any], changes: Mapping[str, Any]) -> dict[str, Any]:
    return {key: each for key, each in {**before, **changes}.items() if each is not None}


def add_person(
    session: Session,
    *,
    person_id: UUID,
    job: Job,
    name: str,
    called: str | None = None,
    email: str | None = None,
    reference: str | None = None,
    language: str = "en",
    sign_in_name: str | None = None,
) -> UUID:
    """Add a person to the session's council; they cannot sign in until they use a card."""
    session.add(
        Person(
            **person_row(
                person_id=person_id,
                job=job,
                name=name,
                called=called,
                email=email,
                reference=reference,
                language=language,
                sign_in_name=sign_in_name,
            )
        )
    )
    session.flush()
    return person_id


def add_people(session: Session, *, rows: list[dict[str, Any]]) -> None:
    """Add many people at once; each row as `person_row` makes it."""
    _choose_free_names(session, rows)
    add_rows(session, Person, rows)


def _choose_free_names(session: Session, rows: list[dict[str, Any]]) -> None:
    # Sign-in names are random and few enough that a nation's children would meet the same twice.
    taken = queries.signing_in_with(session, names=[row["sign_in_name"] for row in rows])
    for row in rows:
        while row["sign_in_name"] in taken:
            row["sign_in_name"] = new_sign_in_name()
            taken |= queries.signing_in_with(session, names=[row["sign_in_name"]])
        taken.add(row["sign_in_name"])


def change_language(session: Session, *, actor: Actor, language: str, now: datetime) -> None:
    """Read Cadair in another language from now on."""
    if language not in known_languages():
        raise BadInput(fields={"language": ["unknown"]})
    _myself(session, actor).language = language
    audit.note(
        session,
        actor=actor,
        event="person.language_changed",
        subject_id=actor.person_id,
        facts={"language": language},
        now=now,
    )


def choose_chair(
    session: Session,
    *,
    actor: Actor,
    shape: str,
    colour: str,
    pattern: str,
    now: datetime,
) -> None:
    """Choose the chair that stands for this person in every circle."""
    chair = {"shape": shape, "colour": colour, "pattern": pattern}
    wrong = {part: ["unknown"] for part, choice in chair.items() if choice not in CHAIR[part]}
    if wrong:
        raise BadInput(fields=wrong)
    _myself(session, actor).chair = chair
    audit.note(
        session,
        actor=actor,
        event="person.chair_chosen",
        child_id=actor.person_id if actor.job is Job.CHILD else None,
        subject_id=actor.person_id,
        now=now,
    )


def _myself(session: Session, actor: Actor) -> Person:
    person = session.get(Person, actor.person_id)
    if person is None:
        raise NotFound
    return person


def person_row(
    *,
    person_id: UUID,
    job: Job,
    name: str,
    called: str | None = None,
    email: str | None = None,
    reference: str | None = None,
    language: str = "en",
    sign_in_name: str | None = None,
) -> dict[str, Any]:
    """A person's row as plain values, for `add_people`."""
    return {
        "id": person_id,
        "job": job,
        "reference": reference,
        "name": name.strip(),
        "called": (called or name.strip().split(" ")[0]).strip(),
        "email": email.strip().lower() if email else None,
        "sign_in_name": sign_in_name or new_sign_in_name(),
        "language": language,
        "chair": None,
    }
