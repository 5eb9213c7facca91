"""The vault: the only place that opens where a child lives, each time under its own permission."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from cadair.access.actor import Actor
from cadair.access.policy import Permission, check
from cadair.children.models import ProtectedFact
from cadair.children.queries.keys import sealing_key
from cadair.children.queries.standing import standing
from cadair.children.rules.kinds import ProtectedKind
from cadair.foundation.sealing import SealedColumn, unseal


@dataclass(frozen=True, slots=True, kw_only=True)
class ProtectedFacts:
    """Where the family lived when care began, where the child lives, and what else is kept."""

    home_postcode: str | None
    placement_postcode: str | None
    address: str | None
    school: str | None
    carer_phone: str | None


def protected_facts(session: Session, *, actor: Actor, child_id: UUID, on: date) -> ProtectedFacts:
    """The protected facts as they stand on that day; raises NotFound to all who may not know."""
    latest = dict(facts_over_time(session, actor=actor, child_id=child_id, on=on))
    return ProtectedFacts(**{kind.value: latest.get(kind) or None for kind in ProtectedKind})


def facts_over_time(
    session: Session, *, actor: Actor, child_id: UUID, on: date
) -> list[tuple[ProtectedKind, str]]:
    """All that the vault held until that day, the oldest first; raises NotFound likewise.

    A home of before is no less a secret: whoever cared for the child there lives there still.
    """
    check(
        Permission.SEE_PROTECTED_FACTS,
        actor,
        standing(session, actor=actor, child_id=child_id, on=on),
    )
    key = sealing_key(session, child_id=child_id)
    rows = session.execute(
        select(ProtectedFact.id, ProtectedFact.kind, ProtectedFact.sealed)
        .where(ProtectedFact.child_id == child_id, ProtectedFact.since_on <= on)
        .order_by(ProtectedFact.since_on)
    )
    return [(row.kind, unseal(key, row.sealed, place_of(row.id))) for row in rows]


def kept_facts(session: Session, *, child_ids: Iterable[UUID]) -> dict[UUID, list[ProtectedFact]]:
    """What lies in the vault, sealed: for whoever adds to it, and for nobody else."""
    kept: dict[UUID, list[ProtectedFact]] = defaultdict(list)
    for fact in session.scalars(
        select(ProtectedFact).where(ProtectedFact.child_id.in_(list(child_ids)))
    ):
        kept[fact.child_id].append(fact)
    return kept


def place_of(fact_id: UUID) -> str:
    """What a protected fact is sealed to."""
    return f"protected_fact|sealed|{fact_id}"


SEALED: Final = (
    SealedColumn(
        name="protected_fact.sealed",
        child="protected_fact.child_id",
        place=lambda row: place_of(row["id"]),
    ),
)
