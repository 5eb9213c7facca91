"""The children whom the council knows already, as rows that can be changed."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from cadair.children.models import AdoptionDecision, Child, Episode
from cadair.children.rules.episodes import EpisodeFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownChild:
    """A known child, with the episodes that hold and the adoption decisions."""

    row: Child
    episodes: list[tuple[EpisodeFacts, Episode]]
    decisions: dict[date, AdoptionDecision]


def known_children(session: Session, *, case_numbers: Iterable[str]) -> dict[str, KnownChild]:
    """Those children of these numbers whom the council knows, in three statements."""
    rows = list(session.scalars(select(Child).where(Child.case_number.in_(list(case_numbers)))))
    child_ids = [row.person_id for row in rows]
    episodes: dict[UUID, list[tuple[EpisodeFacts, Episode]]] = defaultdict(list)
    decisions: dict[UUID, dict[date, AdoptionDecision]] = defaultdict(dict)
    if rows:
        for episode in session.scalars(
            select(Episode)
            .where(Episode.child_id.in_(child_ids), Episode.withdrawn_at.is_(None))
            .order_by(Episode.began_on)
        ):
            episodes[episode.child_id].append((_facts(episode), episode))
        for decision in session.scalars(
            select(AdoptionDecision).where(AdoptionDecision.child_id.in_(child_ids))
        ):
            decisions[decision.child_id][decision.decided_on] = decision
    return {
        row.case_number: KnownChild(
            row=row, episodes=episodes[row.person_id], decisions=decisions[row.person_id]
        )
        for row in rows
    }


def _facts(row: Episode) -> EpisodeFacts:
    return EpisodeFacts(
        began_on=row.began_on,
        reason_began=row.reason_began,
        legal_status=row.legal_status,
        place=row.place,
        provider=row.provider,
        ended_on=row.ended_on,
        reason_ended=row.reason_ended,
        out_of_area=row.out_of_area,
        out_of_area_by=row.out_of_area_by,
    )
