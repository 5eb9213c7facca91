"""A review's participation code: proposed, what it rests on, and what a person made of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy.orm import Session

from cadair.meeting import queries as meetings
from cadair.meeting.queries import MeetingFacts
from cadair.record.queries.codes import opened_reason
from cadair.record.queries.heard import Heard
from cadair.record.queries.said import Someone
from cadair.record.rules import Came, Code, Evidence, InMeeting, codes_at, if_they_come, propose

COUNTRY_OF_THE_RETURN: Final = "england"
CHILD: Final = "child"  # whoever led something, where it was the child


@dataclass(frozen=True, slots=True, kw_only=True)
class IfTheyCome:
    """What one way of being at the meeting would make of the code."""

    did: Came
    code: Code


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmed:
    """What a person made of it."""

    code: Code
    proposed: Code
    came: Came | None
    reason: str | None
    by: Someone
    at: datetime
    before_meeting: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Participation:
    """How the child took part: a proposal with its evidence, and the person's decision."""

    in_return: bool  # in Wales the codes are the council's own measure
    proposed: Code
    if_not: bool  # it holds if the child does not come
    evidence: Sequence[Evidence]
    if_they_come: Sequence[IfTheyCome]
    may_be: Sequence[Code]
    can_say_came: bool  # the meeting's day has come
    confirmed: Confirmed | None


def met_at(session: Session, heard: Heard, *, key: bytes) -> MeetingFacts:
    """What was kept of the review's meetings; nothing is asked for before one began."""
    if heard.review.begun_at is None:
        return MeetingFacts(parts=())
    return meetings.facts_of(session, review_id=heard.review.id, key=key)


def in_meeting(heard: Heard, met: MeetingFacts) -> InMeeting | None:
    """What the meeting noted of the child; None where it did not note that they were there."""
    child_id = heard.child.child_id
    came = [
        each.came_at for part in met.parts for each in part.attended if each.person_id == child_id
    ]
    if not came:
        return None
    led = any(each.by == CHILD for part in met.parts for each in part.led)
    replied = any(each.reply for part in met.parts for each in part.read_back)
    return InMeeting(came_at=min(came), led=led, replied=replied)


def participation_of(heard: Heard, *, key: bytes, met: MeetingFacts) -> Participation:
    """The proposal as things stand now, beside what was confirmed."""
    part = heard.childs_part(in_meeting=in_meeting(heard, met))
    proposal = propose(part)
    return Participation(
        in_return=heard.child.nation == COUNTRY_OF_THE_RETURN,
        proposed=proposal.code,
        if_not=proposal.if_not,
        evidence=proposal.evidence,
        if_they_come=[IfTheyCome(did=did, code=code) for did, code in if_they_come(part).items()],
        may_be=codes_at(born_on=part.born_on, on=part.on),
        can_say_came=heard.may_have_been_held,
        confirmed=_confirmed(heard, key),
    )


def _confirmed(heard: Heard, key: bytes) -> Confirmed | None:
    kept = heard.codes.get(heard.review.id)
    if kept is None:
        return None
    return Confirmed(
        code=kept.code,
        proposed=kept.proposed,
        came=kept.came,
        reason=opened_reason(key, heard.review.id, kept.reason),
        by=heard.people[kept.by_id],
        at=kept.at,
        before_meeting=kept.before_meeting,
    )
