"""Answers to what a child wished for, and what the child says to them."""

from datetime import date
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from cadair.foundation.database import Base, CouncilRow, Moment
from cadair.record.rules.outcomes import AnswerKind, ReplyKind


class WishAnswer(CouncilRow, Base):
    """One answer to one wish; never edited: a later one replaces it, and both are kept.

    The child is told nothing until it is shared.  `done_words` are what the officer says when the
    wish is closed because it came true.
    """

    __tablename__ = "wish_answer"
    __table_args__ = (
        CheckConstraint("answer = 'agreed' OR why IS NOT NULL", name="says_why"),
        CheckConstraint("who_id IS NULL OR who_words IS NULL", name="one_who"),
        Index("ix_wish_answer_child", "child_id", "said_at"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)  # chosen on the device
    child_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    wish_id: Mapped[UUID] = mapped_column(ForeignKey("wish.id"))
    review_id: Mapped[UUID] = mapped_column(ForeignKey("review.id"))  # where it was answered
    answer: Mapped[AnswerKind]
    why: Mapped[bytes | None]  # sealed
    who_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"))
    who_words: Mapped[bytes | None]  # sealed: somebody without an account
    by_on: Mapped[date | None]
    said_by_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    said_at: Mapped[Moment]
    replaces_id: Mapped[UUID | None] = mapped_column(ForeignKey("wish_answer.id"))
    shared_at: Mapped[Moment | None]
    done_words: Mapped[bytes | None]  # sealed


class WishReply(CouncilRow, Base):
    """What the child says to an answer; one that was not understood waits to be read."""

    __tablename__ = "wish_reply"
    __table_args__ = (
        CheckConstraint("(seen_at IS NULL) = (seen_by_id IS NULL)", name="seen_by_somebody"),
        Index("ix_wish_reply_child", "child_id", "seen_at"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)  # chosen on the device
    child_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    wish_answer_id: Mapped[UUID] = mapped_column(ForeignKey("wish_answer.id"), index=True)
    reply: Mapped[ReplyKind]
    words: Mapped[bytes | None]  # sealed
    at: Mapped[Moment]
    seen_at: Mapped[Moment | None]
    seen_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"))
