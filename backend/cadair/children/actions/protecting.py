"""Putting protected facts into the vault, sealed with the child's own key."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from cadair.children.models import ProtectedFact
from cadair.children.queries.keys import sealing_keys
from cadair.children.queries.vault import place_of
from cadair.children.rules.episodes import ChildRecord, EpisodeFacts
from cadair.children.rules.kinds import ProtectedKind
from cadair.foundation.database import add_rows
from cadair.foundation.sealing import seal, unseal


def write_protected_facts(session: Session, *, records: Mapping[UUID, ChildRecord]) -> set[UUID]:
    """Seal what is new of where the children live; returns the children of whom it was news."""
    keys = sealing_keys(session, child_ids=records)
    kept: dict[UUID, list[ProtectedFact]] = defaultdict(list)
    for fact in session.scalars(
        select(ProtectedFact).where(ProtectedFact.child_id.in_(list(records)))
    ):
        kept[fact.child_id].append(fact)
    news: set[UUID] = set()
    rows: list[dict[str, Any]] = []
    for child_id, record in records.items():
        key = keys[child_id]
        known = {
            (fact.kind, fact.since_on): unseal(key, fact.sealed, place_of(fact.id))
            for fact in kept[child_id]
        }
        told = _told(record.episodes)
        new = [
            _row(child_id, kind, since_on, postcode, key)
            for (kind, since_on), postcode in told.items()
            if (kind, since_on) not in known
            and _as_of(known, kind, since_on) != postcode  # nothing new on that day
        ]
        changed = _put_right(kept[child_id], known, told, key)
        if new or changed:
            news.add(child_id)
        rows += new
    add_rows(session, ProtectedFact, rows)
    return news


def _put_right(
    kept: list[ProtectedFact],
    known: Mapping[tuple[ProtectedKind, date], str],
    told: Mapping[tuple[ProtectedKind, date], str],
    key: bytes,
) -> bool:
    """Seal anew what the newer record has otherwise, as far back as it reaches."""
    changed = False
    for fact in kept:
        postcode = _as_of(told, fact.kind, fact.since_on)
        if postcode is not None and postcode != known[fact.kind, fact.since_on]:
            fact.sealed = seal(key, postcode, place_of(fact.id))
            changed = True
    return changed


def _told(episodes: tuple[EpisodeFacts, ...]) -> dict[tuple[ProtectedKind, date], str]:
    """Each postcode from the day on which it changed; an unknown one ends the one before."""
    told: dict[tuple[ProtectedKind, date], str] = {}
    before = dict.fromkeys(ProtectedKind, "")
    for episode in episodes:
        if episode.is_short_break:
            continue  # a night away is not where a child lives
        for kind, postcode in (
            (ProtectedKind.HOME_POSTCODE, episode.home_postcode),
            (ProtectedKind.PLACEMENT_POSTCODE, episode.placement_postcode),
        ):
            if postcode != before[kind]:
                told[kind, episode.began_on] = before[kind] = postcode
    return told


def _as_of(
    told: Mapping[tuple[ProtectedKind, date], str], kind: ProtectedKind, on: date
) -> str | None:
    """What was told of that day; None when it does not reach back so far."""
    days = [since_on for told_kind, since_on in told if told_kind is kind and since_on <= on]
    return told[kind, max(days)] if days else None


def _row(
    child_id: UUID, kind: ProtectedKind, since_on: date, postcode: str, key: bytes
) -> dict[str, Any]:
    fact_id = uuid4()
    return {
        "id": fact_id,
        "child_id": child_id,
        "kind": kind,
        "since_on": since_on,
        "sealed": seal(key, postcode, place_of(fact_id)),
    }
