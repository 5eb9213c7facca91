"""One thing that is known of a review beside what the officer writes, and where it comes from.

Nothing here makes a sentence: `fact` says what sort of thing it is, and the client has the words.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from cadair.access.actor import Job
from cadair.contributions.rules.forms import Audience
from cadair.record.rules.lines import Chosen, Named


class Source(StrEnum):
    """Where a line comes from."""

    CONTRIBUTION = "contribution"
    MESSAGE = "message"
    NOTE = "note"  # of an officer, beside a conversation
    VISIT = "visit"
    MEETING = "meeting"  # how the child wanted it, and what happened there
    DECISION = "decision"
    ANSWER = "answer"  # to a wish
    DISPUTE = "dispute"  # and what was done well
    PLAN = "plan"  # when, where, who was asked, and the tries to reach them
    REQUEST = "request"
    UNSAFE = "unsafe"  # the child said that they were not safe
    CARE = "care"
    CODE = "code"  # of taking part
    RELEASE = "release"


class Fact(StrEnum):
    """What sort of thing a line tells."""

    SAID = "said"  # an answer, a message: word for word
    WISHED = "wished"
    WISHED_BEFORE = "wished_before"
    NOT_OPENLY = "not_openly"  # the child does not want it raised openly
    DIFFERS = "differs"  # several people answered about the same thing differently
    OBSERVED = "observed"
    SENT_VIEWS = "sent_views"
    ASKED = "asked"  # for their views, and how far that came
    TRIED = "tried"  # to reach somebody, in vain
    REACHED = "reached"
    PART = "part"
    LEGAL_STATUS = "legal_status"
    IN_CARE_SINCE = "in_care_since"
    LANGUAGE = "language"
    ADVOCATE = "advocate"  # there is one
    SPOKE_ALONE = "spoke_alone"
    WANTED_RECORDED = "wanted_recorded"
    ASKED_FOR = "asked_for"
    NOTED = "noted"
    NOT_SAFE = "not_safe"
    LEVEL = "level"  # how much the child chose to lead
    PLANNED = "planned"  # something that the plan of the meeting asked, and the answer
    ADDED = "added"  # to the agenda, by the officer
    CODE_CONFIRMED = "code_confirmed"
    CODE_PROPOSED = "code_proposed"
    DECIDED = "decided"
    PROGRESS = "progress"  # of a decision
    ANSWERED = "answered"  # a wish
    MANAGER_SAID = "manager_said"  # the team manager, to a decision
    REPLIED = "replied"  # the child, to an answer
    DISPUTED = "disputed"
    RESOLVED = "resolved"
    DONE_WELL = "done_well"
    ADJOURNED = "adjourned"
    LATE = "late"
    CAME = "came"
    LED = "led"
    LEVEL_CHANGED = "level_changed"
    READ_BACK = "read_back"
    COVERED = "covered"
    HOW_IT_WAS = "how_it_was"  # the child, of the meeting, for their officer to know
    WOULD_CHANGE = "would_change"
    REVIEW_BEFORE = "review_before"
    NEXT_REVIEW = "next_review"
    MIDPOINT = "midpoint"  # the check half way to it
    GIVEN = "given"


@dataclass(frozen=True, slots=True, kw_only=True)
class Whom:
    """Somebody whom a line names; no kind once they have left the circle."""

    person_id: UUID
    name: str
    called: str
    job: Job
    kind: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownLine:
    """One line, with its source; words are as they were said.

    `id` stays the same for as long as the thing does, such as `answer:<id>`.
    """

    id: str
    source: Source
    fact: Fact
    source_id: UUID | None = None  # the contribution, message, visit … that it stands in
    about: Whom | None = None
    who_words: str | None = None  # somebody without an account, whom it is about
    said_by: Whom | None = None
    at: datetime | None = None
    on: date | None = None
    value: str | None = None  # a code or a number, as the fact has it
    ask: str | None = None  # the question, as its author read it
    words: str | None = None
    helper: str | None = None  # by name, who helped
    helper_words: str | None = None
    face: str | None = None
    skip: str | None = None
    choices: tuple[Chosen, ...] = ()
    language: str | None = None
    topic: str | None = None
    topic_title: str | None = None
    matter: str | None = None  # of the law's list
    audience: Audience | None = None
    not_people: tuple[Named, ...] = ()
    wish_id: UUID | None = None
