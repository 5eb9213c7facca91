"""The reviewing officer's record of a review: every version, its signature, what was added."""

from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from cadair.foundation.database import Base, CouncilRow, Moment


class ReviewRecord(CouncilRow, Base):
    """What the officer writes of one review: one sealed document, and what was known when signed.

    Beside the officer's words a record shows what others said and what was done, each with its
    source.  That is read anew each time until it is signed; then `known` keeps it as it stood.
    """

    __tablename__ = "review_record"
    __table_args__ = (
        Index("ix_review_record_child", "child_id"),
        CheckConstraint(
            "(signed_at IS NULL) = (signed_by_id IS NULL)"
            " AND (signed_at IS NULL) = (known IS NULL)",
            name="signed_by_somebody",
        ),
    )

    review_id: Mapped[UUID] = mapped_column(ForeignKey("review.id"), primary_key=True)
    child_id: Mapped[UUID] = mapped_column(ForeignKey("child.person_id"))
    revision: Mapped[int]
    content: Mapped[bytes]  # sealed JSON
    saved_at: Mapped[Moment]
    saved_by_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    counted_from: Mapped[Moment]  # the hour in which its savings are counted began then
    saved_since: Mapped[int]
    signed_at: Mapped[Moment | None]
    signed_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"))
    known: Mapped[bytes | None]  # sealed JSON


class RecordVersion(CouncilRow, Base):
    """A record as it was saved once; never changed."""

    __tablename__ = "record_version"

    review_id: Mapped[UUID] = mapped_column(ForeignKey("review.id"), primary_key=True)
    revision: Mapped[int] = mapped_column(primary_key=True)
    content: Mapped[bytes]  # sealed JSON
    saved_at: Mapped[Moment]
    saved_by_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))


class RecordAddendum(CouncilRow, Base):
    """What was added to a record after it was signed; never changed, never taken back."""

    __tablename__ = "record_addendum"

    review_id: Mapped[UUID] = mapped_column(ForeignKey("review.id"), primary_key=True)
    id: Mapped[UUID] = mapped_column(primary_key=True)  # made on the device: unique in its review
    words: Mapped[bytes]  # sealed
    by_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    at: Mapped[Moment]
