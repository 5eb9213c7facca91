"""Putting protected facts into the vault, sealed with the child's own key."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Final
from uuid import UUID, uuid4

from sqlalchemy.orm import Session

from cadair.access.actor import Actor
from cadair.access.policy import Permission, check
from cadair.audit import actions as audit
from cadair.children import queries
from cadair.children.models import ProtectedFact
from cadair.children.queries.keys import sealing_key, sealing_keys
from cadair.children.queries.vault import kept_facts, place_of
from cadair.children.rules.episodes import ChildRecord, EpisodeFacts
from cadair.children.rules.kinds import ProtectedKind
from cadair.foundation.clock import today
from cadair.foundation.database import add_rows
from cadair.foundation.errors import BadInput
from cadair.foundation.sealing import seal, unseal

# The postcodes are the case system's to say.
KEPT_BY_HAND: Final = frozenset(
    {ProtectedKind.ADDRESS, ProtectedKind.SCHOOL, ProtectedKind.CARER_PHONE}
)


def keep_protected_fact(
    session: Session,
    *,
    actor: Actor,
    child_id: UUID,
    kind: ProtectedKind,
    words: str | None,
    now: datetime,
) -> None:
    """Put one fact into the vault, as it is from today on; None says that it is not known."""
    on = today(now)
    standing = queries.standing(session, actor=actor, child_id=child_id, on=on)
    check(Permission.KEEP_PROTECTED_FACTS, actor, standing)
    if kind not in KEPT_BY_HAND:
        raise BadInput(fields={"kind": ["not_valid"]})
    key = sealing_key(session, child_id=child_id)
    told = (words or "").strip()
    for fact in kept_facts(session, child_ids=[child_id])[child_id]:
        if (fact.kind, fact.since_on) == (kind, on):
            fact.sealed = seal(key, told, place_of(fact.id))
            break
    else:
        add_rows(session, ProtectedFact, [_row(child_id, kind, on, told, key)])
    audit.note(
        session,
        actor=actor,
        event="child.protected_fact_kept",
        child_id=child_id,
        facts={"kind": kind.value},
        now=now,
    )


def write_protected_facts(session: Session, *, records: Mapping[UUID, ChildRecord]) -> set[UUID]:
    """Seal what is new of where the children live; returns the children of whom it was news."""
    keys = sealing_keys(session, child_ids=records)
    kept = kept_facts(session, child_ids=records)
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
