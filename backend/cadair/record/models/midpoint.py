"""The check, half way to the next review, of whether what was agreed is happening."""

from datetime import date
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from cadair.foundation.database import Base, CouncilRow, Moment


class MidpointCheck(CouncilRow, Base):
    """One review's promises, looked at once before the next; what was found is sealed as one."""

    __tablename__ = "midpoint_check"
    __table_args__ = (
        CheckConstraint("(done_at IS NULL) = (content IS NULL)", name="done_says_what"),
        Index("ix_midpoint_check_child", "child_id"),
    )

    review_id: Mapped[UUID] = mapped_column(ForeignKey("review.id"), primary_key=True)
    child_id: Mapped[UUID] = mapped_column(ForeignKey("child.person_id"))
    due_on: Mapped[date]  # as it stood when the child was asked, or when it was done
    asked_at: Mapped[Moment | None]  # that the child was asked how it goes
    done_at: Mapped[Moment | None]
    by_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"))
    content: Mapped[bytes | None]
    revision: Mapped[int]
