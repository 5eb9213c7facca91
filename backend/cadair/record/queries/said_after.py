"""What a child said of what came of their reviews: in the meeting, and afterwards.

What they asked for and took back is gone, and what they said to its answers with it.
"""

from collections.abc import Iterator
from typing import Final
from uuid import UUID

from sqlalchemy.orm import Session

from cadair.contributions.rules.answers import Face
from cadair.meeting.queries.own_words import ratings_of, read_back_to
from cadair.messages.queries.who import whos
from cadair.record.queries.letters import given_whole, remarks_by_letter
from cadair.record.queries.own_words import OwnWords
from cadair.record.queries.wish_answers import answer_rows, asked_wishes, people_of, wish_rows
from cadair.record.rules.everything import Source

# How a meeting felt is kept under names of its own.
FACES: Final = {"good": Face.HAPPY, "ok": Face.OK, "not_good": Face.SAD}


def said_after(session: Session, *, child_id: UUID, key: bytes) -> Iterator[OwnWords]:
    """All of it, in no order."""
    yield from _in_meetings(session, child_id, key)
    yield from _of_meetings(session, child_id, key)
    yield from _to_answers(session, child_id, key)
    yield from _of_letters(session, child_id, key)


def _in_meetings(session: Session, child_id: UUID, key: bytes) -> Iterator[OwnWords]:
    for each in read_back_to(session, child_id=child_id, key=key):
        yield OwnWords(
            id=each.id,
            source=Source.READ_BACK,
            review_id=each.review_id,
            at=each.at,
            kind=each.reply,
            about=each.words,
            words=each.reply_words,
        )


def _of_meetings(session: Session, child_id: UUID, key: bytes) -> Iterator[OwnWords]:
    for each in ratings_of(session, child_id=child_id, key=key):
        face = FACES[each.face] if each.face else None
        for kind, shown, words in (("felt", face, each.words), ("change", None, each.change)):
            if shown or words:
                yield OwnWords(
                    id=None,
                    source=Source.RATING,
                    review_id=each.review_id,
                    at=each.at,
                    kind=kind,
                    face=shown,
                    words=words,
                )


def _to_answers(session: Session, child_id: UUID, key: bytes) -> Iterator[OwnWords]:
    wishes = wish_rows(session, child_id=child_id)
    answers = answer_rows(session, child_id=child_id)
    known = whos(session, person_ids=people_of(answers))
    for wish in asked_wishes(wishes, answers, key=key, known=known):
        for answer in wish.answers:
            for reply in answer.replies:
                yield OwnWords(
                    id=reply.id,
                    source=Source.ANSWER,
                    review_id=answer.review_id,
                    at=reply.at,
                    kind=reply.reply.value,
                    about=wish.words,
                    words=reply.words,
                )


def _of_letters(session: Session, child_id: UUID, key: bytes) -> Iterator[OwnWords]:
    given = {each.review_id: each for each in given_whole(session, child_id=child_id, key=key)}
    said = remarks_by_letter(session, review_ids=given, key=key)
    for review_id, remarks in said.items():
        paragraphs = {each.key: each.words for each in given[review_id].paragraphs}
        for remark in remarks:
            yield OwnWords(
                id=remark.id,
                source=Source.LETTER,
                review_id=review_id,
                at=remark.at,
                about=paragraphs.get(remark.paragraph or ""),
                words=remark.words,
            )
