"""Drafts, what was shared on purpose, who has read it, and what the child wishes for."""

from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from cadair.access.actor import Job
from cadair.contributions.rules.forms import Audience
from cadair.foundation.database import Base, CouncilRow, Moment


class Draft(CouncilRow, Base):
    """What somebody is writing for one review: theirs alone, whole, and sealed.

    Whoever cares for a child may write their own form and an observation beside each other.
    A draft that was shared or thrown away leaves its row empty, so that its revisions go on
    counting and a device that was away cannot write over what came after.
    """

    __tablename__ = "draft"

    review_id: Mapped[UUID] = mapped_column(ForeignKey("review.id"), primary_key=True)
    author_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), primary_key=True)
    is_observation: Mapped[bool] = mapped_column(primary_key=True)
    content: Mapped[bytes | None]  # sealed JSON
    revision: Mapped[int]
    saved_at: Mapped[Moment]
    counted_from: Mapped[Moment | None]  # the hour in which its savings are counted began then
    saved_since: Mapped[int] = mapped_column(server_default="0")


class Contribution(CouncilRow, Base):
    """What one person chose to share with one review, in one go.

    Every row here was shared on purpose and is never edited.  A change of mind is a new row that
    replaces this one, or a taking back, which keeps the row and empties its answers.
    """

    __tablename__ = "contribution"
    __table_args__ = (
        UniqueConstraint("replaces_id"),
        CheckConstraint("withdrawn_at IS NULL OR helper IS NULL", name="withdrawn_is_empty"),
        Index("ix_contribution_author", "author_id", "shared_at"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)  # chosen on the device
    review_id: Mapped[UUID] = mapped_column(ForeignKey("review.id"), index=True)
    child_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    author_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    author_job: Mapped[Job]  # what they were when they shared it
    form: Mapped[str]
    form_version: Mapped[int]
    language: Mapped[str]
    helper: Mapped[bytes | None]  # sealed: who helped, by name
    fingerprint: Mapped[bytes]  # keyed digest: tells the same words again from other words
    replaces_id: Mapped[UUID | None] = mapped_column(ForeignKey("contribution.id"))
    shared_at: Mapped[Moment]
    withdrawn_at: Mapped[Moment | None]


class ContributionAnswer(CouncilRow, Base):
    """One answer of a contribution, sealed, and who may hear it."""

    __tablename__ = "contribution_answer"
    __table_args__ = (UniqueConstraint("contribution_id", "question"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)  # chosen on the device
    contribution_id: Mapped[UUID] = mapped_column(ForeignKey("contribution.id"))
    place: Mapped[int]  # in the order in which the author answered
    question: Mapped[str]
    value: Mapped[bytes | None]  # sealed JSON; empty once taken back
    audience: Mapped[Audience]
    wish: Mapped[bool]


class AnswerException(CouncilRow, Base):
    """Somebody who is not to be told one answer, although its audience would include them."""

    __tablename__ = "answer_exception"

    answer_id: Mapped[UUID] = mapped_column(ForeignKey("contribution_answer.id"), primary_key=True)
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), primary_key=True)


class WishClosed(StrEnum):
    """Why a wish no longer waits for an answer."""

    REPLACED = "replaced"  # the child said it anew
    TAKEN_BACK = "taken_back"
    ANSWERED = "answered"  # with a no, which the child was told with its reason
    DONE = "done"  # what was promised for it has happened


class Asks(StrEnum):
    """What a child asks for with a wish."""

    WISH = "wish"
    AGENDA = "agenda"  # that it is spoken of at the review


class Wish(CouncilRow, Base):
    """Something the child asks for: it waits for an answer until it is closed.

    It comes from an answer, or from a message that the child brought to a review: its words stand
    there, and only there.
    """

    __tablename__ = "wish"
    __table_args__ = (
        CheckConstraint("(closed_at IS NULL) = (closed_because IS NULL)", name="closed_says_why"),
        CheckConstraint(
            "(contribution_id IS NULL) = (answer_id IS NULL)"
            " AND (contribution_id IS NULL) = (message_id IS NOT NULL)",
            name="from_an_answer_or_a_message",
        ),
        UniqueConstraint("message_id"),
        Index("ix_wish_child", "child_id", "closed_at"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    child_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    review_id: Mapped[UUID] = mapped_column(ForeignKey("review.id"), index=True)
    contribution_id: Mapped[UUID | None] = mapped_column(ForeignKey("contribution.id"), index=True)
    answer_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("contribution_answer.id"), unique=True
    )
    message_id: Mapped[UUID | None] = mapped_column(ForeignKey("message.id"))
    asks: Mapped[Asks] = mapped_column(server_default=Asks.WISH.value)
    wished_at: Mapped[Moment]
    closed_at: Mapped[Moment | None]
    closed_because: Mapped[WishClosed | None]


class ContributionRead(CouncilRow, Base):
    """That somebody has read a contribution, by name: its author is told."""

    __tablename__ = "contribution_read"

    contribution_id: Mapped[UUID] = mapped_column(ForeignKey("contribution.id"), primary_key=True)
    reader_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), primary_key=True)
    first_read_at: Mapped[Moment]
