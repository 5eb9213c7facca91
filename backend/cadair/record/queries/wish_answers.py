"""A child's wishes in their words, each with every answer to it and what the child said to that.

For the child and whoever reviews them alone; what was not shared yet, for the latter.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final, cast
from uuid import UUID

from sqlalchemy import Row, Table, and_, bindparam, select
from sqlalchemy.orm import Session

from cadair.contributions.models import Asks, Wish, WishClosed
from cadair.contributions.queries import topic_of
from cadair.contributions.queries.open_wishes import (
    ALL_WISHES,
    asked_of,
    choices_wished,
    words_wished,
)
from cadair.foundation.database import council_of
from cadair.messages.queries.beside import beside_words, words_beside
from cadair.messages.queries.who import Who
from cadair.record.models import WishAnswer, WishReply
from cadair.record.queries import outcomes_sealed as sealed
from cadair.record.rules.outcomes import AnswerKind, ReplyKind

AnyRow = Row[*tuple[Any, ...]]
NO_LONGER_MADE: Final = frozenset({WishClosed.REPLACED, WishClosed.TAKEN_BACK})


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What the child said to an answer."""

    id: UUID
    reply: ReplyKind
    words: str | None
    at: datetime
    seen_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One answer to a wish."""

    id: UUID
    review_id: UUID
    answer: AnswerKind
    why: str | None
    who_id: UUID | None
    who: Who | None
    who_words: str | None
    by_on: date | None
    said_by: Who
    said_at: datetime
    shared_at: datetime | None
    done_words: str | None
    replies: tuple[Reply, ...]  # the newest first

    @property
    def reply(self) -> Reply | None:
        """What the child said last."""
        return self.replies[0] if self.replies else None


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedWish:
    """Something that the child asks for, with the answers to it, the newest first."""

    id: UUID
    from_review_id: UUID
    words: str | None  # none where it was only ticked
    chosen: tuple[str, ...]
    asks: Asks
    source: str
    answer_id: UUID | None
    message_id: UUID | None
    question: str | None
    ask: str | None  # what was asked, where a question was
    wished_at: datetime
    closed_at: datetime | None
    closed_because: WishClosed | None
    answers: tuple[Answer, ...]

    @property
    def topic(self) -> str | None:
        """The topic of the question; none of a message."""
        return topic_of(self.question) if self.question else None

    @property
    def replies(self) -> tuple[Reply, ...]:
        """Whatever the child said to any of the answers, the newest first."""
        every = [reply for answer in self.answers for reply in answer.replies]
        return tuple(sorted(every, key=lambda reply: reply.at, reverse=True))

    @property
    def told(self) -> Answer | None:
        """The last answer that the child was told."""
        return next((each for each in self.answers if each.shared_at is not None), None)

    @property
    def untold(self) -> Answer | None:
        """An answer that waits to be shared, unless a later one took its place."""
        newest = self.answers[0] if self.answers else None
        return newest if newest is not None and newest.shared_at is None else None

    @property
    def is_made(self) -> bool:
        """Whether the child still makes it: neither taken back nor said anew."""
        return self.closed_because not in NO_LONGER_MADE


def wish_rows(session: Session, *, child_id: UUID) -> Sequence[AnyRow]:
    """Every wish of a child with its sealed words, oldest first; in one statement."""
    return _run(session, _WISHES, child_id)


def unanswered_wishes(session: Session, *, review_id: UUID) -> list[UUID]:
    """Those brought to one review that are still made and have no answer yet, oldest first."""
    return list(
        session.scalars(
            select(Wish.id)
            .where(
                Wish.review_id == review_id,
                Wish.closed_at.is_(None),
                ~select(WishAnswer.id).where(WishAnswer.wish_id == Wish.id).exists(),
            )
            .order_by(Wish.wished_at, Wish.id)
        )
    )


def answer_rows(session: Session, *, child_id: UUID) -> Sequence[AnyRow]:
    """Every answer to them with every reply, newest first; in one statement."""
    return _run(session, _ANSWERS, child_id)


def people_of(rows: Sequence[AnyRow]) -> set[UUID | None]:
    """Everybody whom rows of answers name."""
    return {person for row in rows for person in (row.who_id, row.said_by_id)}


def asked_wishes(
    wishes: Sequence[AnyRow], answers: Sequence[AnyRow], *, key: bytes, known: Mapping[UUID, Who]
) -> list[AskedWish]:
    """The wishes that the child still makes, with what came of each."""
    by_wish = _by_wish(answers, key, known)
    found = (_asked(row, by_wish.get(row.id, ()), key) for row in wishes)
    return [wish for wish in found if wish.is_made]


def _asked(row: AnyRow, answers: Sequence[Answer], key: bytes) -> AskedWish:
    is_message = row.message_id is not None
    return AskedWish(
        id=row.id,
        from_review_id=row.review_id,
        words=words_beside(row, message_id=row.message_id, key=key)
        if is_message
        else words_wished(row, key=key),
        chosen=choices_wished(row, key=key),
        asks=row.asks,
        source="message" if is_message else "answer",
        answer_id=row.answer_id,
        message_id=row.message_id,
        question=row.question,
        ask=asked_of(row),
        wished_at=row.wished_at,
        closed_at=row.closed_at,
        closed_because=row.closed_because,
        answers=tuple(answers),
    )


def _by_wish(
    rows: Sequence[AnyRow], key: bytes, known: Mapping[UUID, Who]
) -> dict[UUID, list[Answer]]:
    replies: dict[UUID, list[Reply]] = defaultdict(list)
    for row in rows:
        if row.reply_id is not None:
            replies[row.id].append(_reply(row, key))
    by_wish: dict[UUID, list[Answer]] = defaultdict(list)
    for id_, row in {row.id: row for row in rows}.items():
        by_wish[row.wish_id].append(_answer(row, replies[id_], key, known))
    return by_wish


def _reply(row: AnyRow, key: bytes) -> Reply:
    return Reply(
        id=row.reply_id,
        reply=row.reply,
        words=sealed.opened_maybe(key, row.reply_words, sealed.REPLY, row.reply_id),
        at=row.reply_at,
        seen_at=row.seen_at,
    )


def _answer(row: AnyRow, replies: Sequence[Reply], key: bytes, known: Mapping[UUID, Who]) -> Answer:
    return Answer(
        id=row.id,
        review_id=row.review_id,
        answer=row.answer,
        why=sealed.opened_maybe(key, row.why, sealed.WHY, row.id),
        who_id=row.who_id,
        who=known[row.who_id] if row.who_id else None,
        who_words=sealed.opened_maybe(key, row.who_words, sealed.ANSWER_WHO, row.id),
        by_on=row.by_on,
        said_by=known[row.said_by_id],
        said_at=row.said_at,
        shared_at=row.shared_at,
        done_words=sealed.opened_maybe(key, row.done_words, sealed.DONE, row.id),
        replies=tuple(replies),
    )


def _run(session: Session, statement: Any, child_id: UUID) -> Sequence[AnyRow]:
    rows: Sequence[AnyRow] = session.execute(
        statement,
        {"of_council": council_of(session), "of_child": child_id},
        execution_options={"names_its_council": True},
    ).all()
    return rows


_SAID: Final = cast("Table", WishAnswer.__table__)
_REPLY: Final = cast("Table", WishReply.__table__)
_WISHES: Final = beside_words(ALL_WISHES, ALL_WISHES.selected_columns.message_id)
_ANSWERS: Final = (
    select(
        *_SAID.c["id", "wish_id", "review_id", "answer", "why", "who_id", "who_words", "by_on"],
        *_SAID.c["said_by_id", "said_at", "shared_at", "done_words"],
        _REPLY.c.id.label("reply_id"),
        _REPLY.c.reply,
        _REPLY.c.words.label("reply_words"),
        _REPLY.c.at.label("reply_at"),
        _REPLY.c.seen_at,
    )
    .outerjoin(
        _REPLY,
        and_(
            _REPLY.c.wish_answer_id == _SAID.c.id,
            _REPLY.c.council_id == bindparam("of_council"),
        ),
    )
    .where(_SAID.c.council_id == bindparam("of_council"), _SAID.c.child_id == bindparam("of_child"))
    .order_by(_SAID.c.said_at.desc(), _SAID.c.id, _REPLY.c.at.desc(), _REPLY.c.id)
)
