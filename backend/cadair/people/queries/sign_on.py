"""Councils with a sign-on of their own, and whom it may let in."""

from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from cadair.access.actor import STAFF, Job
from cadair.foundation import council_keys
from cadair.foundation.database import beyond_councils
from cadair.foundation.sealing import SealedColumn, unseal
from cadair.people.models import Council, CouncilSignOn, CouncilSubject, Person
from cadair.people.rules.sign_on import SignOn


def place_of_secret(council_id: UUID) -> str:
    """What the sealed secret of a council's sign-on is bound to."""
    return f"council_sign_on|secret|{council_id}"


SEALED: Final = (
    SealedColumn(
        name="council_sign_on.secret", place=lambda row: place_of_secret(row["council_id"])
    ),
)


@dataclass(frozen=True, kw_only=True)
class StaffMatch:
    """The member of staff that a council's sign-on speaks of."""

    id: UUID
    job: Job
    is_bound: bool  # to this subject, since an earlier time


def councils_with_sign_on(session: Session) -> list[dict[str, Any]]:
    """Whose staff can sign in with their council, by name: told to everyone."""
    with beyond_councils(session):
        rows = session.execute(
            select(Council.id, Council.name)
            .join(CouncilSignOn, CouncilSignOn.council_id == Council.id)
            .order_by(Council.name)
        ).mappings()
        return [dict(row) for row in rows]


def sign_on(session: Session, *, council_id: UUID) -> SignOn | None:
    """The sign-on of the session's council, its secret opened."""
    row = session.get(CouncilSignOn, council_id)
    if row is None:
        return None
    return SignOn(
        issuer=row.issuer,
        client_id=row.client_id,
        secret=unseal(council_keys.own_key(session), row.secret, place_of_secret(council_id)),
        acr=tuple(row.acr),
        amr=tuple(row.amr),
    )


def staff_match(session: Session, *, subject: str, email: str | None) -> StaffMatch | None:
    """Whom the sign-on means: whoever had this subject before, else whoever has this e-mail.

    An address that belongs to somebody with another subject matches nobody: it was given away.
    """
    bound = session.execute(
        select(Person.id, Person.job)
        .join(CouncilSubject, CouncilSubject.person_id == Person.id)
        .where(CouncilSubject.subject == subject, Person.job.in_(STAFF))
    ).one_or_none()
    if bound is not None:
        return StaffMatch(id=bound.id, job=bound.job, is_bound=True)
    if not email:
        return None
    found = session.execute(
        select(Person.id, Person.job, CouncilSubject.subject)
        .outerjoin(CouncilSubject, CouncilSubject.person_id == Person.id)
        .where(Person.email == email.strip().lower(), Person.job.in_(STAFF))
    ).one_or_none()
    if found is None or found.subject is not None:
        return None
    return StaffMatch(id=found.id, job=found.job, is_bound=False)
