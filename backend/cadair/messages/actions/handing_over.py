"""Handing a child over: the officer before introduces the one who comes, and the child is told.

The conversation stays with the child; only who reads it changes, from that day on.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final
from uuid import UUID, uuid5

from sqlalchemy import select
from sqlalchemy.orm import Session

from cadair.access.actor import Actor
from cadair.access.policy import Permission, check
from cadair.audit import actions as audit
from cadair.children import actions as children
from cadair.children import queries as child_queries
from cadair.children.actions import NewAllocation
from cadair.foundation.clock import today
from cadair.foundation.errors import BadInput, NotFound
from cadair.foundation.inserting import insert_unless_there
from cadair.messages import queries
from cadair.messages.actions.writing import write_as_officer
from cadair.messages.models import OfficerNote
from cadair.messages.models.handing_over import HandOver
from cadair.messages.queries.away import officers_of_council
from cadair.messages.queries.places import Place
from cadair.messages.queries.values import sealed_note
from cadair.messages.queries.who import Who, whos
from cadair.messages.rules.conversations import (
    LONGEST_WORDS,
    HandedOverDifferently,
    Written,
    fingerprint,
)
from cadair.messages.rules.plain_words import plain
from cadair.notifications import actions as notifications
from cadair.notifications.rules import About

FURTHEST: Final = timedelta(days=366)


@dataclass(frozen=True, slots=True, kw_only=True)
class HandingOver:
    """To whom, from which day, what the child is told and what the new officer should know."""

    to_id: UUID
    from_on: date
    words_to_child: str | None
    note: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedOver:
    """Who reviews the child from which day."""

    id: UUID
    to: Who
    from_on: date


def hand_over(
    session: Session,
    *,
    actor: Actor,
    child_id: UUID,
    hand_over_id: UUID,
    told: HandingOver,
    now: datetime,
) -> HandedOver:
    """Give a child another reviewing officer from a day on.  Safe to send again.

    Raises NotFound for whoever is neither the child's officer nor a manager of the council.
    """
    officers = officers_of_council(session)
    key = child_queries.sealing_key(session, child_id=child_id)
    words = plain(told.words_to_child, longest=LONGEST_WORDS, field="words_to_child")
    note = plain(told.note, longest=LONGEST_WORDS, field="note")
    said = (child_id, told.to_id, told.from_on.isoformat(), words, note)
    print_of = fingerprint(key, "hand over", *said)
    if _was_done(session, actor, child_id, hand_over_id, print_of):
        return HandedOver(id=hand_over_id, to=officers[told.to_id], from_on=told.from_on)
    is_now = child_queries.standing(session, actor=actor, child_id=child_id, on=today(now))
    check(Permission.HAND_OVER, actor, is_now)
    _check(session, child_id, told, officers, now)
    row = {
        "id": hand_over_id,
        "child_id": child_id,
        "to_id": told.to_id,
        "from_on": told.from_on,
        "by_id": actor.person_id,
        "made_at": now,
        "fingerprint": print_of,
    }
    if not insert_unless_there(session, HandOver, row):
        raise NotFound  # another council's id, as unseen as one of this council
    _introduce(session, actor, child_id, hand_over_id, words, note, now)
    allocation = NewAllocation(child_id=child_id, officer_id=told.to_id, from_on=told.from_on)
    children.allocate(session, actor=actor, allocation=allocation, now=now)
    whom = [(child_id, hand_over_id), (told.to_id, hand_over_id)]
    notifications.tell(session, told=whom, about=About.NEW_OFFICER, now=now)
    audit.note(
        session,
        actor=actor,
        event="child.handed_over",
        child_id=child_id,
        subject_id=hand_over_id,
        facts={"to": str(told.to_id), "from_on": told.from_on.isoformat()},
        now=now,
    )
    return HandedOver(id=hand_over_id, to=officers[told.to_id], from_on=told.from_on)


def _was_done(
    session: Session, actor: Actor, child_id: UUID, hand_over_id: UUID, print_of: bytes
) -> bool:
    """Whether this person did it before; whoever handed over may stand nowhere any more."""
    there = session.execute(
        select(HandOver.child_id, HandOver.by_id, HandOver.fingerprint).where(
            HandOver.id == hand_over_id
        )
    ).one_or_none()
    if there is None:
        return False
    if (there.child_id, there.by_id) != (child_id, actor.person_id):
        raise NotFound
    if there.fingerprint != print_of:
        raise HandedOverDifferently
    return True


def _check(
    session: Session, child_id: UUID, told: HandingOver, officers: dict[UUID, Who], now: datetime
) -> None:
    wrong: dict[str, list[str]] = {}
    on = today(now)
    before = child_queries.reviewing_officer(session, child_id=child_id, on=on)
    if told.to_id not in officers or (before is not None and before.person_id == told.to_id):
        wrong["to_id"] = ["not_an_officer"]
    if not on <= told.from_on <= on + FURTHEST:
        wrong["from_on"] = ["in_the_past" if told.from_on < on else "out_of_range"]
    if wrong:
        raise BadInput(fields=wrong)


def _introduce(
    session: Session,
    actor: Actor,
    child_id: UUID,
    hand_over_id: UUID,
    words: str | None,
    note: str | None,
    now: datetime,
) -> None:
    """The words become a message to the child, and the note stands beside the conversation."""
    place = queries.officers_place(
        session,
        actor=actor,
        child_id=child_id,
        person_id=child_id,
        permission=Permission.HAND_OVER,
        now=now,
    )
    place.known.update(whos(session, person_ids=[actor.person_id]))  # a manager is in no circle
    if words is not None:
        written = Written(
            words=words,
            start=None,
            language=place.language,
            tell_social_worker=False,
            waited=timedelta(),
        )
        write_as_officer(
            session,
            actor=actor,
            place=place,
            message_id=uuid5(hand_over_id, "words to the child"),
            written=written,
            overridden=None,
            now=now,
        )
    if note is not None:
        _keep_note(session, place, uuid5(hand_over_id, "note"), note, now)


def _keep_note(session: Session, place: Place, note_id: UUID, note: str, now: datetime) -> None:
    row = {
        "id": note_id,
        "child_id": place.child_id,
        "party_id": place.child_id,
        "author_id": place.person_id,
        "words": sealed_note(place.key, note_id, note),
        "fingerprint": fingerprint(place.key, "note", place.child_id, place.person_id, note),
        "written_at": now,
    }
    insert_unless_there(session, OfficerNote, row)
