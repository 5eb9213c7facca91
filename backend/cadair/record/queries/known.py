"""All that is known of a review beside what its officer writes, as it is shown and as it is kept.

It is read anew each time, from where it stands, until the record is signed; then it is kept with
the signature exactly as it stood, so that a record never changes afterwards.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from cadair.access.actor import Actor, Job
from cadair.contributions.rules.forms import Audience
from cadair.meeting.rules.matters import MATTERS
from cadair.record.queries.attendance import Expected, expected_at
from cadair.record.queries.heard import Heard
from cadair.record.queries.known_meeting import of_meeting
from cadair.record.queries.known_outcomes import with_outcomes
from cadair.record.queries.known_passed import passed, passed_in
from cadair.record.queries.known_review import of_plan, of_review
from cadair.record.queries.known_said import said_in
from cadair.record.queries.summary import summary_of
from cadair.record.rules import Chosen, Named
from cadair.record.rules.known import Fact, KnownLine, Source, Whom
from cadair.record.rules.writing import Heading
from cadair.reviews.queries.parts import parts_of


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordPart:
    """One meeting of the review."""

    id: UUID
    title: str
    how: str
    starts_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LawMatter:
    """A matter of the law's list, and whether its paragraph was read or is remembered."""

    key: str
    source: str
    confirmed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownOfReview:
    """What is shown beside the officer's words, and what must be there before they sign."""

    held_on: date | None
    due_by: date | None
    parts: tuple[RecordPart, ...]
    matters: tuple[LawMatter, ...]
    expected: tuple[Expected, ...]
    lines: Mapping[Heading, tuple[KnownLine, ...]]

    @property
    def on_time(self) -> bool | None:
        """Whether it was held by its last lawful day; None where that cannot be said."""
        if self.held_on is None or self.due_by is None:
            return None
        return self.held_on <= self.due_by


def known_of(session: Session, heard: Heard, *, actor: Actor, key: bytes) -> KnownOfReview:
    """All that is known now, in a number of statements that no number of answers changes."""
    summary = summary_of(session, heard)
    parts = parts_of(session, review_id=heard.review.id, key=key)
    said = [
        *of_review(session, heard, summary, parts),
        *of_plan(session, heard, actor=actor),
        *of_meeting(session, heard, summary.met, parts, key=key),
        *said_in(heard, summary),
        *passed_in(heard, passed(session, heard, key)),
    ]
    placed = with_outcomes(session, heard, said)
    return KnownOfReview(
        held_on=heard.review.held_on,
        due_by=heard.review.due_by,
        parts=tuple(
            RecordPart(id=part.id, title=part.title, how=part.how, starts_at=part.starts_at)
            for part in parts
        ),
        matters=tuple(
            LawMatter(key=each.key, source=each.source, confirmed=each.confirmed)
            for each in MATTERS[heard.child.nation]
        ),
        expected=expected_at(heard, summary, parts),
        lines={
            heading: tuple(line for under, line in placed if under is heading)
            for heading in Heading
        },
    )


def as_kept(known: KnownOfReview) -> str:
    """The same, as it is kept with a signature."""
    return json.dumps(asdict(known), default=_plain, ensure_ascii=False, separators=(",", ":"))


def from_kept(kept: str) -> KnownOfReview:
    """What was kept with a signature."""
    found = json.loads(kept)
    return KnownOfReview(
        held_on=_day(found["held_on"]),
        due_by=_day(found["due_by"]),
        parts=tuple(
            RecordPart(**{**each, "id": UUID(each["id"]), "starts_at": _moment(each["starts_at"])})
            for each in found["parts"]
        ),
        matters=tuple(LawMatter(**each) for each in found["matters"]),
        expected=tuple(
            Expected(
                person=_whom(each["person"]),
                part_id=_id(each["part_id"]),
                sent_views=each["sent_views"],
            )
            for each in found["expected"]
        ),
        lines={
            heading: tuple(_line(each) for each in found["lines"].get(heading, ()))
            for heading in Heading
        },
    )


def _plain(value: Any) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)


def _id(kept: str | None) -> UUID | None:
    return UUID(kept) if kept is not None else None


def _day(kept: str | None) -> date | None:
    return date.fromisoformat(kept) if kept is not None else None


def _moment(kept: str | None) -> datetime | None:
    return datetime.fromisoformat(kept) if kept is not None else None


def _whom(kept: dict[str, Any]) -> Whom:
    return Whom(**{**kept, "person_id": UUID(kept["person_id"]), "job": Job(kept["job"])})


def _line(kept: dict[str, Any]) -> KnownLine:
    about, said_by, audience = kept["about"], kept["said_by"], kept["audience"]
    made = {
        "source": Source(kept["source"]),
        "fact": Fact(kept["fact"]),
        "source_id": _id(kept["source_id"]),
        "about": _whom(about) if about else None,
        "said_by": _whom(said_by) if said_by else None,
        "at": _moment(kept["at"]),
        "on": _day(kept["on"]),
        "choices": tuple(Chosen(**each) for each in kept["choices"]),
        "audience": Audience(audience) if audience else None,
        "not_people": tuple(
            Named(UUID(each["person_id"]), each["name"]) for each in kept["not_people"]
        ),
        "wish_id": _id(kept["wish_id"]),
    }
    return KnownLine(**{**kept, **made})
