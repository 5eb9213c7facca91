"""Contributions as plain values, their words unsealed."""

import json
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row, Select, and_, select
from sqlalchemy.orm import aliased

from cadair.access.actor import Job
from cadair.contributions.models import AnswerException, Contribution, ContributionAnswer
from cadair.contributions.rules.answers import Face, GivenAnswer, Helper, Skip
from cadair.contributions.rules.forms import Audience
from cadair.foundation.sealing import seal, unseal

AnyRow = Row[*tuple[Any, ...]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Answer:
    """One answer, word for word, and who may hear it."""

    id: UUID
    question: str
    topic: str
    skip: Skip | None
    face: Face | None
    choices: tuple[str, ...]
    words: str | None
    helper_words: str | None
    audience: Audience
    not_people: tuple[UUID, ...]
    wish: bool


@dataclass(frozen=True, kw_only=True)
class SharedContribution:
    """What one person shared in one go; taken back, it has no answers any more."""

    id: UUID
    review_id: UUID
    child_id: UUID
    author_id: UUID
    author_job: Job
    form: str
    form_version: int
    language: str
    helper: Helper | None
    shared_at: datetime
    withdrawn_at: datetime | None
    replaces: UUID | None
    replaced_by: UUID | None
    answers: tuple[Answer, ...]

    @property
    def counts(self) -> bool:
        """Whether this is what its author says now: neither taken back nor said anew."""
        return self.withdrawn_at is None and self.replaced_by is None


def contribution_rows(*, counting_alone: bool = False) -> Select[*tuple[Any, ...]]:
    """Every contribution with what replaced it, a row for each answer; add the condition.

    `counting_alone`: the answers only of what its author says now, neither replaced nor taken back.
    """
    later = aliased(Contribution)
    answered = and_(
        ContributionAnswer.contribution_id == Contribution.id,
        ContributionAnswer.value.is_not(None),
    )
    if counting_alone:
        answered = and_(answered, Contribution.withdrawn_at.is_(None), later.id.is_(None))
    return (
        select(
            Contribution.id,
            Contribution.review_id,
            Contribution.child_id,
            Contribution.author_id,
            Contribution.author_job,
            Contribution.form,
            Contribution.form_version,
            Contribution.language,
            Contribution.helper,
            Contribution.shared_at,
            Contribution.withdrawn_at,
            Contribution.replaces_id,
            later.id.label("replaced_by"),
            ContributionAnswer.id.label("answer_id"),
            ContributionAnswer.place,
            ContributionAnswer.question,
            ContributionAnswer.value,
            ContributionAnswer.audience,
            ContributionAnswer.wish,
            AnswerException.person_id.label("left_out_id"),
        )
        .outerjoin(later, later.replaces_id == Contribution.id)
        .outerjoin(ContributionAnswer, answered)
        .outerjoin(AnswerException, AnswerException.answer_id == ContributionAnswer.id)
    )


def unsealed(*, rows: Sequence[AnyRow], keys: Mapping[UUID, bytes]) -> list[SharedContribution]:
    """The contributions of `rows` with their answers; `keys` holds every child's key."""
    rows_of: dict[UUID, list[AnyRow]] = defaultdict(list)
    for row in rows:
        rows_of[row.id].append(row)
    return [_unsealed(of_one, keys[of_one[0].child_id]) for of_one in rows_of.values()]


def _unsealed(rows: Sequence[AnyRow], key: bytes) -> SharedContribution:
    row = rows[0]
    left_out: dict[UUID, set[UUID]] = defaultdict(set)
    for each in rows:
        if each.left_out_id is not None:
            left_out[each.answer_id].add(each.left_out_id)
    answers = {each.answer_id: each for each in rows if each.answer_id is not None}
    in_order = sorted(answers.values(), key=lambda each: each.place)
    return SharedContribution(
        id=row.id,
        review_id=row.review_id,
        child_id=row.child_id,
        author_id=row.author_id,
        author_job=row.author_job,
        form=row.form,
        form_version=row.form_version,
        language=row.language,
        helper=opened_helper(key, row.id, row.helper) if row.helper else None,
        shared_at=row.shared_at,
        withdrawn_at=row.withdrawn_at,
        replaces=row.replaces_id,
        replaced_by=row.replaced_by,
        answers=tuple(_answer(each, key, left_out[each.answer_id]) for each in in_order),
    )


def _answer(row: AnyRow, key: bytes, left_out: Collection[UUID]) -> Answer:
    value = json.loads(unseal(key, row.value, place_of_value(row.answer_id)))
    return Answer(
        id=row.answer_id,
        question=row.question,
        topic=topic_of(row.question),
        skip=Skip(value["skip"]) if value["skip"] else None,
        face=Face(value["face"]) if value["face"] else None,
        choices=tuple(value["choices"]),
        words=value["words"],
        helper_words=value["helper_words"],
        audience=row.audience,
        not_people=tuple(sorted(left_out)),
        wish=row.wish,
    )


def topic_of(question: str) -> str:
    """The topic that a question belongs to: keys read `topic.question`."""
    return question.partition(".")[0]


def sealed_value(key: bytes, answer: GivenAnswer) -> bytes:
    """What an answer says, sealed into its row."""
    value = {
        "skip": answer.skip,
        "face": answer.face,
        "choices": answer.choices,
        "words": answer.words,
        "helper_words": answer.helper_words,
    }
    return seal(key, json.dumps(value), place_of_value(answer.id))


def sealed_helper(key: bytes, contribution_id: UUID, helper: Helper) -> bytes:
    """Who helped, sealed into the contribution's row."""
    said = json.dumps({"name": helper.name, "who": helper.who})
    return seal(key, said, place_of_helper(contribution_id))


def opened_helper(key: bytes, contribution_id: UUID, sealed: bytes) -> Helper:
    """Who helped, unsealed."""
    return Helper(**json.loads(unseal(key, sealed, place_of_helper(contribution_id))))


def place_of_value(answer_id: UUID) -> str:
    """What an answer is sealed to."""
    return f"contribution_answer|value|{answer_id}"


def place_of_helper(contribution_id: UUID) -> str:
    """What the helper's name is sealed to."""
    return f"contribution|helper|{contribution_id}"
