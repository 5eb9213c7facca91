"""What people said, laid side by side: by topic, now and before, and where they differ.

Nothing here makes a sentence.  Answers are sorted, paired and compared by their structure alone,
and every one stays as it was given.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from cadair.contributions.rules.answers import Face
from cadair.contributions.rules.forms import Audience, Form, Kind, Topic
from cadair.record.rules.lines import Line, beside_topic, childs_topic

MEETING: Final = "meeting"
ANYTHING: Final = "anything"  # room for more, no matter of its own
NOT_OPENLY: Final = "meeting.not_openly"
TAKING_PART: Final = "taking_part"

# Questions that several people answer on the same scale; other choices ("I have not seen it",
# "none of it was mine") say nothing that another answer could differ from.
SCALES: Final[Mapping[str, frozenset[str]]] = {
    "plan.agree": frozenset({"agree", "part", "no"}),
    "last_time.done": frozenset({"all", "some", "none"}),
}


@dataclass(frozen=True, slots=True)
class TopicOfLines:
    """One topic, and what was said on it in the order in which it was said."""

    topic: str
    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class FacePair:
    """One question answered with a face, now and the last time; at least one is there."""

    now: Line | None
    before: Line | None

    @property
    def asked(self) -> Line:
        """The answer whose question is shown: this time's, if there is one."""
        said = self.now or self.before
        assert said is not None
        return said


@dataclass(frozen=True, slots=True)
class Saying:
    """One person's part in a difference, and what else they wrote on the same topic."""

    says: Line
    words: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Differing:
    """Several people's answers about the same thing, not all the same."""

    topic: str
    title: str
    sayings: tuple[Saying, ...]


def by_topic(
    lines: Iterable[Line], *, titles: Mapping[str, str] | None = None
) -> list[TopicOfLines]:
    """The lines under their topics, topics in the order in which they first come up.

    `titles` are the child's own names for topics, where they have any.
    """
    together: dict[str, list[Line]] = {}
    for line in lines:
        together.setdefault(beside_topic(line), []).append(line)
    return [
        TopicOfLines(topic, (titles or {}).get(topic, said[0].topic_title), tuple(said))
        for topic, said in together.items()
    ]


def not_spoken_of(form: Form, lines: Iterable[Line]) -> list[Topic]:
    """The matters of the law on the child's form that nobody has said or skipped anything on."""
    touched = {beside_topic(line) for line in lines}
    return [
        topic
        for topic in form.topics
        if topic.matter and topic.key != ANYTHING and childs_topic(topic.key) not in touched
    ]


def faces_beside(now: Iterable[Line], before: Iterable[Line]) -> list[FacePair]:
    """Each question that the child answered with a face, this time beside the last."""
    then = {line.question: line for line in before if line.face}
    pairs = [FacePair(line, then.pop(line.question, None)) for line in now if line.face]
    return pairs + [FacePair(None, line) for line in then.values()]


def not_to_be_raised(lines: Iterable[Line]) -> list[Line]:
    """What the child does not want raised openly: for the officer alone, or kept from somebody."""
    return [
        line
        for line in lines
        if line.question == NOT_OPENLY
        or line.not_people
        or (line.audience is Audience.ONLY_OFFICER and (line.is_said or line.helper_words))
    ]


def ways_of_taking_part(lines: Iterable[Line]) -> list[Line]:
    """How the authors want to take part in the review."""
    return [line for line in lines if line.topic in (MEETING, TAKING_PART)]


def differences(lines: Sequence[Line]) -> list[Differing]:
    """Where people answered about the same thing differently, each answer as it was given.

    The child's come first where the lines have them first.
    """
    found = []
    for topic in by_topic(lines):
        # Faces are compared within their topic, scales within their question.
        for comparing in (None, *SCALES):
            said = [line for line in topic.lines if _value(line, comparing)]
            if len({line.author_id for line in said}) < 2:
                continue
            if len({_value(line, comparing) for line in said}) > 1:
                sayings = tuple(_saying(line, topic.lines) for line in said)
                found.append(Differing(topic.topic, topic.title, sayings))
    return found


def _value(line: Line, scale: str | None) -> Face | str | None:
    if scale is None:
        return line.face if line.kind is Kind.FACE else None
    if line.question != scale:
        return None
    return next((each.key for each in line.choices if each.key in SCALES[scale]), None)


def _saying(line: Line, on_topic: Iterable[Line]) -> Saying:
    return Saying(
        says=line,
        words=tuple(
            other
            for other in on_topic
            if other.author_id == line.author_id
            and other.answer_id != line.answer_id
            and (other.words or other.helper_words)
        ),
    )


def by_author(lines: Iterable[Line]) -> dict[UUID, list[Line]]:
    """Each person's lines together, people in the order in which they first speak."""
    together: dict[UUID, list[Line]] = {}
    for line in lines:
        together.setdefault(line.author_id, []).append(line)
    return together
