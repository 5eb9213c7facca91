"""What was shared with a review, every answer with its question and its author's name."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from cadair.access.actor import Job
from cadair.contributions.queries import Answer, SharedContribution, form
from cadair.contributions.rules.answers import Helper
from cadair.contributions.rules.forms import Form, WrittenBy
from cadair.record.rules import Chosen, Line, Named


@dataclass(frozen=True, slots=True, kw_only=True)
class Someone:
    """A person, and what they are to the child; no kind once they have left the circle."""

    person_id: UUID
    name: str
    called: str
    job: Job
    kind: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One contribution, whole, with its answers in their author's order."""

    id: UUID
    review_id: UUID
    person: Someone
    form: str
    form_version: int
    language: str
    is_observation: bool
    helper: Helper | None
    shared_at: datetime
    withdrawn_at: datetime | None
    replaced_by: UUID | None
    lines: tuple[Line, ...]

    @property
    def counts(self) -> bool:
        """Whether this is what its author says now: neither taken back nor said anew."""
        return self.withdrawn_at is None and self.replaced_by is None


def people_in(shared: Iterable[SharedContribution]) -> set[UUID]:
    """Everybody who wrote one of the contributions, or is named in it."""
    return {
        person_id
        for each in shared
        for person_id in (
            each.author_id,
            *(person for answer in each.answers for person in answer.not_people),
        )
    }


def said(shared: SharedContribution, people: Mapping[UUID, Someone]) -> Said:
    """One contribution with its questions and names."""
    asked_by = form(shared.form, shared.form_version)
    assert asked_by is not None  # a question set is never taken away once it was answered
    titles = {topic.key: topic.title for topic in asked_by.topics}
    return Said(
        id=shared.id,
        review_id=shared.review_id,
        person=people[shared.author_id],
        form=shared.form,
        form_version=shared.form_version,
        language=shared.language,
        is_observation=asked_by.written_by is WrittenBy.OBSERVATION,
        helper=shared.helper,
        shared_at=shared.shared_at,
        withdrawn_at=shared.withdrawn_at,
        replaced_by=shared.replaced_by,
        lines=tuple(_line(shared, answer, asked_by, titles, people) for answer in shared.answers),
    )


def _line(
    shared: SharedContribution,
    answer: Answer,
    asked_by: Form,
    titles: Mapping[str, str],
    people: Mapping[UUID, Someone],
) -> Line:
    question = asked_by.questions[answer.question]
    return Line(
        contribution_id=shared.id,
        answer_id=answer.id,
        author_id=shared.author_id,
        shared_at=shared.shared_at,
        language=shared.language,
        form=shared.form,
        form_version=shared.form_version,
        written_by=asked_by.written_by,
        topic=question.topic,
        topic_title=titles[question.topic],
        question=question.key,
        kind=question.kind,
        ask=question.ask,
        skip=answer.skip,
        face=answer.face,
        choices=tuple(Chosen(key, question.choices[key]) for key in answer.choices),
        words=answer.words,
        helper_words=answer.helper_words,
        audience=answer.audience,
        not_people=tuple(Named(each, people[each].name) for each in answer.not_people),
        wish=answer.wish,
    )
