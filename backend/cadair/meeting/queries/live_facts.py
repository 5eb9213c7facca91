"""What of a meeting goes to the record: who came, who led what, what was read back and answered."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from cadair.foundation.database import council_of
from cadair.foundation.sealing import unseal
from cadair.meeting.queries.live import LIVE
from cadair.meeting.queries.own_words import Rated
from cadair.meeting.queries.sealed import place_of_state
from cadair.meeting.rules.live import State
from cadair.meeting.rules.live_told import covered_in


@dataclass(frozen=True, slots=True, kw_only=True)
class Attended:
    """Somebody who was in one part: a person, or a guest by the name they gave."""

    person_id: UUID | None
    called: str | None  # of a guest
    came_at: datetime
    left_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Led:
    """One thing of the agenda that was gone through, and who led it."""

    item: str  # welcome, rules, goodbye, or its id
    words: str | None
    matter: str | None  # where it is one of the law's list
    by: str  # child, officer, or a person's id


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelChange:
    """How much the child led from a moment on."""

    level: int
    at: datetime
    by: str | None  # the role of who chose it; None: as it was planned


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadBack:
    """What was read back to the child, and what they said to it, word for word."""

    id: UUID
    of: str  # decision or answer
    words: str
    reply: str | None
    reply_words: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """What the officer noted beside one thing, or beside none."""

    item: str | None
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PartFacts:
    """One part of a meeting, as it was held."""

    part_id: UUID
    opened_at: datetime
    ended_at: datetime | None
    adjourned: bool
    attended: tuple[Attended, ...]
    led: tuple[Led, ...]
    levels: tuple[LevelChange, ...]
    read_back: tuple[ReadBack, ...]
    covered: tuple[str, ...]  # keys of the law's matters
    notes: tuple[Note, ...]  # the officer's own
    breaks: int
    words_asked: int  # how often somebody asked what a word means


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingFacts:
    """All parts of a review that were opened, in the order in which they were."""

    parts: tuple[PartFacts, ...]
    how_it_was: Rated | None = None  # as the child said it last, where their officer may know


def facts_of(session: Session, *, review_id: UUID, key: bytes) -> MeetingFacts:
    """What was kept of a review's meetings, in one statement; for its reviewing officer alone.

    Whoever asks has checked that; `key` is the child's.  Parts that nobody opened are absent.
    """
    rows = session.execute(
        _OF_REVIEW,
        {"of_council": council_of(session), "of_review": review_id},
        execution_options={"names_its_council": True},
    )
    return MeetingFacts(parts=tuple(_part(row, key) for row in rows))


def _part(row: Any, key: bytes) -> PartFacts:
    state: State = json.loads(unseal(key, row.state, place_of_state(row.review_id, row.part_id)))
    return PartFacts(
        part_id=row.part_id,
        opened_at=row.opened_at,
        ended_at=row.ended_at,
        adjourned=state["phase"] == "adjourned",
        attended=tuple(_attended(state["here"].items())),
        led=tuple(_led(state)),
        levels=tuple(
            LevelChange(level=each["level"], at=datetime.fromisoformat(each["at"]), by=each["by"])
            for each in state["levels"]
        ),
        read_back=tuple(
            ReadBack(**{**each, "id": UUID(each["id"])}) for each in state["read_back"]
        ),
        covered=tuple(covered_in(state)),
        notes=tuple(Note(item=item or None, words=it) for item, it in state["notes"].items()),
        breaks=state["breaks"],
        words_asked=state["words_asked"],
    )


def _attended(here: Iterable[tuple[str, Mapping[str, Any]]]) -> Iterable[Attended]:
    for who, each in here:
        if each["is"] == "screen":
            continue
        left = each["left_at"]
        is_guest = each["is"] == "guest"
        yield Attended(
            person_id=None if is_guest else UUID(who),
            called=each["called"] if is_guest else None,
            came_at=datetime.fromisoformat(each["came_at"]),
            left_at=datetime.fromisoformat(left) if left else None,
        )


def _led(state: State) -> Iterable[Led]:
    items = {each["id"]: each for each in state["plan"].get("items", ())}
    for item in state["visited"]:
        there = items.get(item)
        is_matter = there is not None and there["from"] == "must"
        yield Led(
            item=item,
            words=there["words"] if there else None,
            matter=there["of"] if there and is_matter else None,
            by=state["led"][item],
        )


_OF_REVIEW: Final = (
    select(*LIVE.c["review_id", "part_id", "opened_at", "ended_at", "state"])
    .where(LIVE.c.council_id == bindparam("of_council"), LIVE.c.review_id == bindparam("of_review"))
    .order_by(LIVE.c.opened_at, LIVE.c.part_id)
)
