"""Bringing children in from the council's case system, many at a time and each one whole.

Doing it again with the same records changes nothing.  Nothing is ever deleted: what the case system
has put right is marked as withdrawn, and a child that it no longer tells of stays as they are.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Final
from uuid import UUID, uuid4

from sqlalchemy.orm import Session

from cadair.access.actor import Actor, Job
from cadair.audit import actions as audit
from cadair.children.actions.known import KnownChild, known_children
from cadair.children.actions.protecting import write_protected_facts
from cadair.children.models import AdoptionDecision, Child, ChildKey, Episode
from cadair.children.queries.keys import wrap
from cadair.children.rules.episodes import AdoptionDecisionFacts, ChildRecord, EpisodeFacts
from cadair.children.rules.history import join
from cadair.children.rules.time_in_care import time_in_care
from cadair.foundation import clock, council_keys
from cadair.foundation.database import add_rows, council_of
from cadair.foundation.sealing import new_key
from cadair.people import actions as people

_FACTS: Final = (
    "reason_began",
    "legal_status",
    "place",
    "provider",
    "ended_on",
    "reason_ended",
    "out_of_area",
    "out_of_area_by",
)


@dataclass(slots=True, kw_only=True)
class BroughtIn:
    """What bringing children in came to."""

    child_ids: dict[str, UUID] = field(default_factory=dict)  # by case number: everybody told of
    added: list[str] = field(default_factory=list)  # case numbers
    changed: dict[str, tuple[str, ...]] = field(default_factory=dict)  # what changed of whom


def add_child(
    session: Session,
    *,
    actor: Actor,
    person_id: UUID,
    record: ChildRecord,
    now: datetime,
) -> None:
    """Add one child whose person is there already, with a key of their own."""
    _add(session, {person_id: record}, clock.today(now))
    write_protected_facts(session, records={person_id: record})
    _note(session, actor, "child.added", {person_id: ()}, now)


def bring_in(
    session: Session, *, actor: Actor, records: Sequence[ChildRecord], now: datetime
) -> BroughtIn:
    """Add the children who are new, and write what is new of those who are known."""
    today = clock.today(now)
    result = BroughtIn()
    known = known_children(session, case_numbers=[record.case_number for record in records])
    new: dict[UUID, ChildRecord] = {}
    changed: dict[UUID, tuple[str, ...]] = {}
    protect: dict[UUID, ChildRecord] = {}
    for record in records:
        child = known.get(record.case_number)
        child_id = child.row.person_id if child else uuid4()
        result.child_ids[record.case_number] = child_id
        protect[child_id] = record
        if child is None:
            new[child_id] = record
            result.added.append(record.case_number)
        elif what := _change(session, child, record, now, today):
            changed[child_id] = what
    people.add_people(
        session,
        rows=[people.person_row(person_id=id_, job=Job.CHILD, name="") for id_ in new],
    )
    _add(session, new, today)
    session.flush()
    for child_id in write_protected_facts(session, records=protect):
        if child_id not in new:
            changed[child_id] = (*changed.get(child_id, ()), "protected_facts")
    _note(session, actor, "child.added", dict.fromkeys(new, ()), now)
    _note(session, actor, "child.changed", changed, now)
    case_numbers = {id_: case_number for case_number, id_ in result.child_ids.items()}
    result.changed = {case_numbers[id_]: what for id_, what in changed.items()}
    return result


def _add(session: Session, new: dict[UUID, ChildRecord], today: date) -> None:
    council_id = council_of(session)
    number, wrapping = council_keys.wrapping_key(session)
    add_rows(
        session,
        Child,
        [_child_row(child_id, record, today) for child_id, record in new.items()],
    )
    add_rows(
        session,
        ChildKey,
        [
            {
                "child_id": child_id,
                "wrapped": wrap(wrapping, council_id, child_id, new_key()),
                "wrapped_by": number,
            }
            for child_id in new
        ],
    )
    add_rows(
        session,
        Episode,
        [
            _episode_row(child_id, episode)
            for child_id, record in new.items()
            for episode in record.episodes
        ],
    )
    add_rows(
        session,
        AdoptionDecision,
        [
            _decision_row(child_id, decision)
            for child_id, record in new.items()
            for decision in record.adoption_decisions
        ],
    )


def _change(
    session: Session, child: KnownChild, record: ChildRecord, now: datetime, today: date
) -> tuple[str, ...]:
    """Write what is new of a known child; returns what that was."""
    what = []
    if (child.row.born_on, child.row.sex) != (record.born_on, record.sex):
        child.row.born_on, child.row.sex = record.born_on, record.sex
        what.append("header")
    if _change_episodes(session, child, record, now, today):
        what.append("episodes")
    if _change_decisions(session, child, record):
        what.append("adoption_decisions")
    return tuple(what)


def _change_episodes(
    session: Session, child: KnownChild, record: ChildRecord, now: datetime, today: date
) -> bool:
    before = {(facts.began_on, facts.is_short_break): row for facts, row in child.episodes}
    history = join([facts for facts, _ in child.episodes], record.episodes)
    if not history.is_news:
        return False
    for episode in history.changed:
        row = before[episode.began_on, episode.is_short_break]
        for name in _FACTS:
            setattr(row, name, getattr(episode, name))
    for episode in history.withdrawn:
        before[episode.began_on, episode.is_short_break].withdrawn_at = now
    add_rows(
        session,
        Episode,
        [_episode_row(child.row.person_id, episode) for episode in history.added],
    )
    for name, value in standing_facts(history.whole, on=today).items():
        setattr(child.row, name, value)
    return True


def _change_decisions(session: Session, child: KnownChild, record: ChildRecord) -> bool:
    news = False
    for decision in record.adoption_decisions:
        row = child.decisions.get(decision.decided_on)
        if row is None:
            session.add(AdoptionDecision(**_decision_row(child.row.person_id, decision)))
            news = True
        elif (row.reversed_on, row.reason_reversed) != (
            decision.reversed_on,
            decision.reason_reversed,
        ):
            row.reversed_on = decision.reversed_on
            row.reason_reversed = decision.reason_reversed
            news = True
    return news


def standing_facts(episodes: Sequence[EpisodeFacts], *, on: date) -> dict[str, Any]:
    """What the caseload lists of a child, from their episodes."""
    periods = time_in_care(episodes, on=on).periods
    care = [episode for episode in episodes if not episode.is_short_break]
    latest = episodes[-1] if episodes else None
    return {
        "care_started_on": periods[-1].started_on if periods else None,
        "care_ended_on": periods[-1].ended_on if periods else None,
        "legal_status": latest.legal_status if latest and latest.ended_on is None else None,
        "out_of_area": care[-1].out_of_area if care else None,
        "out_of_area_by": care[-1].out_of_area_by if care else "",
    }


def _child_row(child_id: UUID, record: ChildRecord, today: date) -> dict[str, Any]:
    return {
        "person_id": child_id,
        "case_number": record.case_number,
        "born_on": record.born_on,
        "sex": record.sex,
        "band_override": None,
        "wants_support_to_25": False,
        **standing_facts(record.episodes, on=today),
    }


def _episode_row(child_id: UUID, episode: EpisodeFacts) -> dict[str, Any]:
    return {
        "id": uuid4(),
        "child_id": child_id,
        "began_on": episode.began_on,
        **{name: getattr(episode, name) for name in _FACTS},
        "withdrawn_at": None,
    }


def _decision_row(child_id: UUID, decision: AdoptionDecisionFacts) -> dict[str, Any]:
    return {
        "id": uuid4(),
        "child_id": child_id,
        "decided_on": decision.decided_on,
        "reversed_on": decision.reversed_on,
        "reason_reversed": decision.reason_reversed,
    }


def _note(
    session: Session,
    actor: Actor,
    event: str,
    what: dict[UUID, tuple[str, ...]],
    now: datetime,
) -> None:
    audit.note_many(
        session,
        actor=actor,
        event=event,
        subjects=[
            (child_id, None, {"changed": list(parts)} if parts else {})
            for child_id, parts in what.items()
        ],
        now=now,
    )
