"""Writing down what was shared: the contribution, its answers, their exceptions and wishes."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from cadair.contributions import queries
from cadair.contributions.models import (
    AnswerException,
    Asks,
    Contribution,
    ContributionAnswer,
    Wish,
)
from cadair.contributions.queries import Answer, Seat, SharedContribution, topic_of
from cadair.contributions.rules.answers import GivenAnswer
from cadair.contributions.rules.sharing import AlreadyReplaced, AnswerIdTaken, Said
from cadair.foundation.database import add_rows
from cadair.foundation.inserting import insert_unless_there


@dataclass(frozen=True, kw_only=True)
class Sharing:
    """Everything that is shared in one go."""

    id: UUID
    place: Seat
    said: Said
    answers: tuple[GivenAnswer, ...]  # those that say something
    key: bytes
    fingerprint: bytes
    at: datetime


def write(session: Session, sharing: Sharing) -> bool:
    """Write it all down; False, and nothing written, when its id is there already."""
    try:
        if not insert_unless_there(session, Contribution, _contribution(sharing)):
            return False
    except IntegrityError as conflict:  # two replaced the same at once
        raise AlreadyReplaced from conflict
    try:
        add_rows(session, ContributionAnswer, _answers(sharing))
    except IntegrityError as conflict:
        raise AnswerIdTaken from conflict
    add_rows(session, AnswerException, _exceptions(sharing))
    add_rows(session, Wish, _wishes(sharing))
    return True


def _contribution(sharing: Sharing) -> dict[str, Any]:
    place, said = sharing.place, sharing.said
    helper = said.helper
    return {
        "id": sharing.id,
        "review_id": place.review_id,
        "child_id": place.child_id,
        "author_id": place.author_id,
        "author_job": place.author_job,
        "form": said.form,
        "form_version": said.form_version,
        "language": said.language,
        "helper": queries.sealed_helper(sharing.key, sharing.id, helper) if helper else None,
        "fingerprint": sharing.fingerprint,
        "replaces_id": said.replaces,
        "shared_at": sharing.at,
        "withdrawn_at": None,
    }


def _answers(sharing: Sharing) -> list[dict[str, Any]]:
    return [
        {
            "id": answer.id,
            "contribution_id": sharing.id,
            "place": place,
            "question": answer.question,
            "value": queries.sealed_value(sharing.key, answer),
            "audience": answer.audience,
            "wish": answer.wish,
        }
        for place, answer in enumerate(sharing.answers)
    ]


def _exceptions(sharing: Sharing) -> list[dict[str, Any]]:
    return [
        {"answer_id": answer.id, "person_id": person_id}
        for answer in sharing.answers
        for person_id in sorted(set(answer.not_people))
    ]


def _wishes(sharing: Sharing) -> list[dict[str, Any]]:
    return [
        {
            "id": uuid4(),
            "child_id": sharing.place.child_id,
            "review_id": sharing.place.review_id,
            "contribution_id": sharing.id,
            "answer_id": answer.id,
            "message_id": None,
            "asks": Asks.WISH,
            "wished_at": sharing.at,
            "closed_at": None,
            "closed_because": None,
        }
        for answer in sharing.answers
        if answer.wish
    ]


def as_shared(sharing: Sharing) -> SharedContribution:
    """What was just written, without reading it back."""
    place, said = sharing.place, sharing.said
    return SharedContribution(
        id=sharing.id,
        review_id=place.review_id,
        child_id=place.child_id,
        author_id=place.author_id,
        author_job=place.author_job,
        form=said.form,
        form_version=said.form_version,
        language=said.language,
        helper=said.helper,
        shared_at=sharing.at,
        withdrawn_at=None,
        replaces=said.replaces,
        replaced_by=None,
        answers=tuple(_as_answer(answer) for answer in sharing.answers),
    )


def _as_answer(answer: GivenAnswer) -> Answer:
    return Answer(
        id=answer.id,
        question=answer.question,
        topic=topic_of(answer.question),
        skip=answer.skip,
        face=answer.face,
        choices=answer.choices,
        words=answer.words,
        helper_words=answer.helper_words,
        audience=answer.audience,
        not_people=tuple(sorted(set(answer.not_people))),
        wish=answer.wish,
    )
