"""Contributions as plain values, their words unsealed."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row, Select, select
from sqlalchemy.orm import Session, aliased

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


def contribution_rows() -> Select[*tuple[Any, ...]]:
    """The columns of every contribution, and of what replaced it; add the condition."""
    later = aliased(Contribution)
    return select(
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
    ).outerjoin(later, later.replaces_id == Contribution.id)


def unsealed(
    session: Session, *, rows: Sequence[AnyRow], keys: Mapping[UUID, bytes]
) -> list[SharedContribution]:
    """The contributions of `rows` with their answers; `keys` holds every child's key."""
    key_of = {row.id: keys[row.child_id] for row in rows if row.withdrawn_at is None}
    answers = _answers(session, key_of)
    return [
        SharedContribution(
            id=row.id,
            review_id=row.review_id,
            child_id=row.child_id,
            author_id=row.author_id,
            author_job=row.author_job,
            form=row.form,
            form_version=row.form_version,
            language=row.language,
            helper=opened_helper(keys[row.child_id], row.id, row.helper) if row.helper else None,
            shared_at=row.shared_at,
            withdrawn_at=row.withdrawn_at,
            replaces=row.replaces_id,
            replaced_by=row.replaced_by,
            answers=tuple(answers[row.id]),
        )
        for row in rows
    ]


def _answers(session: Session, key_of: Mapping[UUID, bytes]) -> dict[UUID, list[Answer]]:
    found: dict[UUID, list[Answer]] = defaultdict(list)
    if not key_of:
        return found
    rows = session.execute(
        select(
            ContributionAnswer.id,
            ContributionAnswer.contribution_id,
            ContributionAnswer.question,
            ContributionAnswer.value,
            ContributionAnswer.audience,
            ContributionAnswer.wish,
        )
        .where(ContributionAnswer.contribution_id.in_(key_of))
        .order_by(ContributionAnswer.place)
    ).all()
    left_out = _left_out(session, key_of)
    for row in rows:
        if row.value is not None:
            found[row.contribution_id].append(
                _answer(row, key_of[row.contribution_id], left_out[row.id])
            )
    return found


def _left_out(session: Session, contribution_ids: Iterable[UUID]) -> dict[UUID, list[UUID]]:
    found: dict[UUID, list[UUID]] = defaultdict(list)
    rows = session.execute(
        select(AnswerException.answer_id, AnswerException.person_id)
        .join(ContributionAnswer, ContributionAnswer.id == AnswerException.answer_id)
        .where(ContributionAnswer.contribution_id.in_(contribution_ids))
    )
    for answer_id, person_id in rows:
        found[answer_id].append(person_id)
    return found


def _answer(row: AnyRow, key: bytes, left_out: list[UUID]) -> Answer:
    value = json.loads(unseal(key, row.value, place_of_value(row.id)))
    return Answer(
        id=row.id,
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
