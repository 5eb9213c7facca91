"""The letter to a child after a review, and what the child says is not what they said."""

from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from cadair.foundation.database import Base, CouncilRow, Moment


class Letter(CouncilRow, Base):
    """One letter for each review: the reviewing officer's to write until it is given."""

    __tablename__ = "letter"
    __table_args__ = (
        Index("ix_letter_child", "child_id"),
        CheckConstraint("(given_at IS NULL) = (given_by_id IS NULL)", name="given_by_somebody"),
    )

    review_id: Mapped[UUID] = mapped_column(ForeignKey("review.id"), primary_key=True)
    child_id: Mapped[UUID] = mapped_column(ForeignKey("child.person_id"))
    revision: Mapped[int]
    content: Mapped[bytes]  # sealed JSON
    saved_at: Mapped[Moment]
    saved_by_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    given_at: Mapped[Moment | None]
    given_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"))


class LetterRemark(CouncilRow, Base):
    """What a child says of their letter: kept beside it, and never changed."""

    __tablename__ = "letter_remark"

    review_id: Mapped[UUID] = mapped_column(ForeignKey("review.id"), primary_key=True)
    id: Mapped[UUID] = mapped_column(primary_key=True)  # made on the device
    paragraph: Mapped[str | None]  # which one, by its key: no word of it
    words: Mapped[bytes]  # sealed
    at: Mapped[Moment]
    seen_at: Mapped[Moment | None]  # by the reviewing officer
    seen_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"))
