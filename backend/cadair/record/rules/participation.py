"""The participation code that a child's part in a review speaks for.

Codes and their meanings: the Department for Education's guide to the SSDA903 return, which names
written and electronic views expressly (PN5, PN6).  The return's rules 440 and 441 decide by age: a
child under 4 has PN0, any other one of PN1 to PN7; on the fourth birthday neither rule fires, and
the child counts as 4.  The code is a judgement: this proposes, and a person confirms or changes it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Final
from uuid import UUID

from cadair.children.rules import age_on
from cadair.foundation.errors import BadInput
from cadair.record.rules.lines import Line

COUNTS_FROM_AGE: Final = 4


class Code(StrEnum):
    """How a child took part in a review, as the return has it."""

    UNDER_4 = "PN0"
    CAME_AND_SPOKE = "PN1"
    CAME_AND_WAS_SPOKEN_FOR = "PN2"
    CAME_AND_SHOWED = "PN3"  # without speech: symbols, pictures, signs
    CAME_ONLY = "PN4"
    SENT_SOMEBODY = "PN5"  # not there; an advocate or the officer was briefed to speak
    SENT_VIEWS = "PN6"  # not there; views came in writing, by phone, on video or in an app
    NOT_HEARD = "PN7"


class Came(StrEnum):
    """What a child who came to the meeting did there."""

    SPOKE = "spoke"
    SPOKEN_FOR = "spoken_for"
    SYMBOLS = "symbols"
    NOTHING = "nothing"


_OF_THOSE_WHO_CAME: Final = {
    Came.SPOKE: Code.CAME_AND_SPOKE,
    Came.SPOKEN_FOR: Code.CAME_AND_WAS_SPOKEN_FOR,
    Came.SYMBOLS: Code.CAME_AND_SHOWED,
    Came.NOTHING: Code.CAME_ONLY,
}


class EvidenceCode(StrEnum):
    """A fact that a proposal rests on, or that the officer should weigh beside it."""

    UNDER_4 = "under_4"
    SHARED_VIEWS = "shared_views"
    ONLY_SKIPPED = "only_skipped"  # "I don't know" and "I don't want to say" convey no view
    ONLY_HELPER_WORDS = "only_helper_words"
    NOTHING_SHARED = "nothing_shared"
    TAKEN_BACK = "taken_back"
    HAD_HELPER = "had_helper"
    OBSERVED = "observed"  # somebody else's form about the child
    SPEAKER_NAMED = "speaker_named"
    WORDS_READ_OUT = "words_read_out"
    WANTS_TO_COME = "wants_to_come"
    WANTS_PART = "wants_part"
    WANTS_VIDEO = "wants_video"
    WANTS_NEARBY = "wants_nearby"
    DOES_NOT_WANT_TO_COME = "does_not_want_to_come"
    CAME_TO_MEETING = "came_to_meeting"  # as it was noted while it ran
    LED_IN_MEETING = "led_in_meeting"
    REPLIED_IN_MEETING = "replied_in_meeting"  # to what was read back to them
    ATTENDANCE_NOT_KNOWN = "attendance_not_known"


_WANTS: Final = {
    "yes": EvidenceCode.WANTS_TO_COME,
    "walk": EvidenceCode.WANTS_TO_COME,  # "a walk or a coffee": still meeting in person
    "part": EvidenceCode.WANTS_PART,
    "video": EvidenceCode.WANTS_VIDEO,
    "nearby": EvidenceCode.WANTS_NEARBY,
    "no": EvidenceCode.DOES_NOT_WANT_TO_COME,
}
NOBODY_SPEAKS: Final = "break"  # "No one. We take a break"
READ_OUT: Final = "level_0"  # "I'm not there. Someone I pick reads out my words."


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One fact, when it was so, and the answer that says it."""

    code: EvidenceCode
    at: datetime | None = None
    contribution_id: UUID | None = None
    answer_id: UUID | None = None
    choice: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class InMeeting:
    """What was noted of a child while their meeting ran."""

    came_at: datetime
    led: bool  # one thing of it or more
    replied: bool  # to what was read back to them


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildsPart:
    """All that is known of a child's part in one review."""

    born_on: date
    on: date  # the day of the review: held, else planned, else due
    lines: Sequence[Line] = ()  # the child's own, as they stand now
    helped: Sequence[tuple[UUID, datetime]] = ()  # the child's contributions that had a helper
    observed: Sequence[tuple[UUID, datetime]] = ()
    taken_back: Sequence[tuple[UUID, datetime]] = ()
    came: Came | None = None  # None: the officer has not said that the child came
    in_meeting: InMeeting | None = None  # None: it was not noted that they were there


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A code, and everything it rests on."""

    code: Code
    if_not: bool  # it holds if the child does not come, which is not known yet
    evidence: tuple[Evidence, ...]


class CodeNotAtThisAge(BadInput):
    """The return refuses this code for a child of this age."""

    def __init__(self) -> None:
        super().__init__(fields={"code": ["not_at_this_age"]})


class ReasonMissing(BadInput):
    """The code is another than the proposed one, and nobody said why."""

    def __init__(self) -> None:
        super().__init__(fields={"reason": ["required"]})


class NotHeldYet(BadInput):
    """Nobody can have come to a meeting whose day has not come."""

    def __init__(self) -> None:
        super().__init__(fields={"came": ["not_yet"]})


def codes_at(*, born_on: date, on: date) -> tuple[Code, ...]:
    """The codes that the return accepts for this child on this day."""
    if age_on(born_on, on) < COUNTS_FROM_AGE:
        return (Code.UNDER_4,)
    return tuple(code for code in Code if code is not Code.UNDER_4)


def propose(part: ChildsPart) -> Proposal:
    """The code that the evidence speaks for.

    Until it is known that the child came, it is the one that holds if they do not come.  Whoever
    led or answered in their meeting gave their views there; of one who was noted as there and no
    more, the officer says how.
    """
    evidence = _evidence(part)
    if age_on(part.born_on, part.on) < COUNTS_FROM_AGE:
        young = Evidence(code=EvidenceCode.UNDER_4)
        return Proposal(code=Code.UNDER_4, if_not=False, evidence=(young, *evidence))
    if part.came is not None:
        return Proposal(code=_OF_THOSE_WHO_CAME[part.came], if_not=False, evidence=tuple(evidence))
    if part.in_meeting is not None:
        gave_views = part.in_meeting.led or part.in_meeting.replied
        did = Came.SPOKE if gave_views else Came.NOTHING
        return Proposal(code=_OF_THOSE_WHO_CAME[did], if_not=False, evidence=tuple(evidence))
    unknown = Evidence(code=EvidenceCode.ATTENDANCE_NOT_KNOWN)
    return Proposal(code=_if_they_do_not_come(evidence), if_not=True, evidence=(*evidence, unknown))


def if_they_come(part: ChildsPart) -> dict[Came, Code]:
    """What each way of being there would make of the code; nothing under the age of 4."""
    if age_on(part.born_on, part.on) < COUNTS_FROM_AGE:
        return {}
    return dict(_OF_THOSE_WHO_CAME)


def check_confirmation(part: ChildsPart, *, code: Code, proposed: Code, reason: str | None) -> None:
    """Refuse a code that the return would refuse, or a change that says no reason."""
    if code not in codes_at(born_on=part.born_on, on=part.on):
        raise CodeNotAtThisAge
    if code is not proposed and not (reason and reason.strip()):
        raise ReasonMissing


def _if_they_do_not_come(evidence: Sequence[Evidence]) -> Code:
    codes = {fact.code for fact in evidence}
    if EvidenceCode.SHARED_VIEWS not in codes:
        return Code.NOT_HEARD
    if codes & {EvidenceCode.SPEAKER_NAMED, EvidenceCode.WORDS_READ_OUT}:
        return Code.SENT_SOMEBODY
    return Code.SENT_VIEWS


def _evidence(part: ChildsPart) -> list[Evidence]:
    facts = [_what_was_shared(part.lines)]
    facts += [fact for line in part.lines for fact in _of_the_meeting(line)]
    last_taken_back = sorted(part.taken_back, key=lambda source: source[1])[-1:]
    for code, sources in (
        (EvidenceCode.HAD_HELPER, part.helped),
        (EvidenceCode.TAKEN_BACK, last_taken_back),
        (EvidenceCode.OBSERVED, part.observed),
    ):
        facts += [Evidence(code=code, at=at, contribution_id=id_) for id_, at in sources]
    return facts + _noted(part.in_meeting)


def _noted(there: InMeeting | None) -> list[Evidence]:
    if there is None:
        return []
    facts = [Evidence(code=EvidenceCode.CAME_TO_MEETING, at=there.came_at)]
    for code, did in (
        (EvidenceCode.LED_IN_MEETING, there.led),
        (EvidenceCode.REPLIED_IN_MEETING, there.replied),
    ):
        facts += [Evidence(code=code)] if did else []
    return facts


def _what_was_shared(lines: Sequence[Line]) -> Evidence:
    for code, said in (
        (EvidenceCode.SHARED_VIEWS, [line for line in lines if line.is_said]),
        (EvidenceCode.ONLY_HELPER_WORDS, [line for line in lines if line.helper_words]),
        (EvidenceCode.ONLY_SKIPPED, list(lines)),
    ):
        if said:
            return Evidence(
                code=code, at=said[0].shared_at, contribution_id=said[0].contribution_id
            )
    return Evidence(code=EvidenceCode.NOTHING_SHARED)


def _of_the_meeting(line: Line) -> list[Evidence]:
    found = []
    for chosen in line.choices:
        code = None
        if line.question == "meeting.come":
            code = _WANTS.get(chosen.key)
        elif line.question == "meeting.speaks" and chosen.key != NOBODY_SPEAKS:
            code = EvidenceCode.SPEAKER_NAMED
        elif line.question == "meeting.lead" and chosen.key == READ_OUT:
            code = EvidenceCode.WORDS_READ_OUT
        if code is not None:
            found.append(
                Evidence(
                    code=code,
                    at=line.shared_at,
                    contribution_id=line.contribution_id,
                    answer_id=line.answer_id,
                    choice=chosen.key,
                )
            )
    return found
