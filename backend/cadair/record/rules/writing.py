"""What a review's record holds, when it may be written, and what it must say before it is signed.

The headings are those of councils' own records of looked-after reviews.  That each matter of the
law's list was talked about, or why it was not, and whether officer and child spoke in private, must
be there before a record is signed (matters: meeting/rules/matters.py; the private word:
messages/rules/visits.py).
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final
from uuid import UUID

from cadair.foundation.errors import BadInput, Refusal

Content = dict[str, Any]  # as the schema lets it through; ids as text

LARGEST: Final = 512 * 1024  # bytes of one version
LONGEST_WORDS: Final = 20_000  # under one heading
MOST_ADDENDA: Final = 100


class Heading(StrEnum):
    """The parts of a record, in their order."""

    REVIEW = "review"
    ATTENDANCE = "attendance"
    PARTICIPATION = "participation"
    LAST_DECISIONS = "last_decisions"
    TOPICS = "topics"
    WISHES = "wishes"
    DECISIONS = "decisions"
    PLAN_AND_RIGHTS = "plan_and_rights"
    DISAGREEMENTS = "disagreements"
    NEXT = "next"
    DISTRIBUTION = "distribution"


class AtMeeting(StrEnum):
    """Whether somebody came to a part of a review."""

    WHOLE = "whole"
    PART = "part"
    NO = "no"
    NOT_ASKED = "not_asked"


class Matter(StrEnum):
    """What became of a matter of the law's list."""

    TALKED_ABOUT = "talked_about"
    NOT_NEEDED = "not_needed"  # says why
    LATER = "later"  # says why, and when


class Right(StrEnum):
    """What the child must be told that they may do."""

    ADVOCATE = "advocate"
    COMPLAINT = "complaint"
    COURT = "court"  # and be helped to legal advice


class SpokeAlone(StrEnum):
    """Whether officer and child spoke in private, where no visit says it."""

    YES = "yes"
    REFUSED = "refused"
    NOT_APPROPRIATE = "not_appropriate"
    NO = "no"  # says why


class CarePlan(StrEnum):
    """What the officer thinks of the care plan."""

    GOOD = "good"
    NEEDS_WORK = "needs_work"
    OUT_OF_DATE = "out_of_date"
    NOT_THERE = "not_there"


EMPTY: Final[Mapping[str, Any]] = {
    "written": {},
    "attendance": [],
    "covered": {},
    "rights": [],
    "monitoring": {
        "late_words": None,
        "spoke_alone": None,
        "spoke_alone_words": None,
        "care_plan_quality": None,
        "care_plan_words": None,
        "concerns": None,
        "good_practice": None,
    },
}


class RecordNotComplete(Refusal):
    """Something that a record must say is missing; `fields` names each thing."""

    code = "record_not_complete"
    status = 409


class RecordIsSigned(Refusal):
    """A signed record never changes; what comes later is an addendum."""

    code = "record_is_signed"
    status = 409


class RecordNotSigned(Refusal):
    """As long as it is not signed, what is missing is written into the record itself."""

    code = "record_not_signed"
    status = 409


class RecordTooLarge(Refusal):
    """The record is longer than the server keeps; the page still has it."""

    code = "too_large"
    status = 413


class AddedDifferently(Refusal):
    """Other words were added under this id before."""

    code = "added_differently"
    status = 409


@dataclass(frozen=True, slots=True, kw_only=True)
class ToSign:
    """What a signature asks of the review itself."""

    child_id: UUID
    is_held: bool
    is_late: bool
    late_is_explained: bool  # where the review was held
    code_is_confirmed: bool  # after the meeting
    spoke_alone: bool  # a visit before this review says so, or why not
    matters: Sequence[str]
    unanswered: Sequence[UUID]  # wishes


def missing(content: Mapping[str, Any], known: ToSign) -> tuple[str, ...]:
    """All that a record must say before it is signed and does not, each by its key."""
    monitoring, covered = content["monitoring"], content["covered"]
    came = {row["person_id"] for row in content["attendance"]}
    wanted = {
        "held": known.is_held,
        "late": not known.is_late or known.late_is_explained or monitoring["late_words"],
        "attendance.child": str(known.child_id) in came,
        "participation": known.code_is_confirmed,
        "spoke_alone": known.spoke_alone or monitoring["spoke_alone"],
        "spoke_alone.words": monitoring["spoke_alone"] in (None, SpokeAlone.YES)
        or monitoring["spoke_alone_words"],
        **{f"covered.{matter}": matter in covered for matter in known.matters},
        **{
            f"covered.{matter}.words": told["state"] == Matter.TALKED_ABOUT or told["words"]
            for matter, told in covered.items()
        },
        **{f"wish.{wish_id}": False for wish_id in known.unanswered},
        "written.plan_and_rights": content["written"].get(Heading.PLAN_AND_RIGHTS),
        "care_plan_quality": monitoring["care_plan_quality"],
    }
    return tuple(key for key, is_there in wanted.items() if not is_there)


def check_complete(lacking: Sequence[str]) -> None:
    """Refuse to sign while anything is missing; each thing is named."""
    if lacking:
        raise RecordNotComplete(fields={key: ["required"] for key in lacking})


def check_matters(content: Mapping[str, Any], matters: Collection[str]) -> None:
    """Refuse a matter that the nation's list does not have."""
    unknown = set(content["covered"]) - set(matters)
    if unknown:
        raise BadInput(fields={f"covered.{matter}": ["unknown"] for matter in sorted(unknown)})


def check_room_for_addendum(count: int) -> None:
    """Refuse one addendum more than a record takes: the device makes their ids."""
    if count >= MOST_ADDENDA:
        raise BadInput(fields={"words": ["too_many"]})


def check_content(
    content: Mapping[str, Any], *, people: Collection[str], parts: Collection[str]
) -> None:
    """Refuse what names a stranger, another review's part, or somebody twice.

    `people` and `parts` are the ids that may be named, as text.  What is only half said is kept:
    the officer is still writing.
    """
    wrong: dict[str, list[str]] = {}
    for row in content["attendance"]:
        if (row["person_id"] is None) == (row["who_words"] is None):
            wrong["attendance.who_words"] = ["one_of_both"]
        elif row["person_id"] is not None and row["person_id"] not in people:
            wrong["attendance.person_id"] = ["unknown"]
        if row["part_id"] is not None and row["part_id"] not in parts:
            wrong["attendance.part_id"] = ["unknown"]
    rows = content["attendance"]
    named = [(row["person_id"] or row["who_words"], row["part_id"]) for row in rows]
    if len(set(named)) < len(named):
        wrong["attendance.person_id"] = ["twice"]
    if wrong:
        raise BadInput(fields=wrong)
