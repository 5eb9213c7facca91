"""An officer's visits to a child: planned, done, and whether they spoke in private."""

from datetime import date
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from cadair.foundation.database import Base, CouncilRow, Moment
from cadair.messages.rules.visits import How, SpokeAlone


class Visit(CouncilRow, Base):
    """One visit; spoken in private before a review, it ends the duty to do so."""

    __tablename__ = "visit"
    __table_args__ = (
        CheckConstraint("planned_at IS NOT NULL OR done_on IS NOT NULL", name="planned_or_done"),
        CheckConstraint("spoke_alone IS NULL OR done_on IS NOT NULL", name="spoke_when_done"),
        Index("ix_visit_child", "child_id", "review_id"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)  # chosen on the device
    child_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    officer_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    revision: Mapped[int]
    planned_at: Mapped[Moment | None]
    how: Mapped[How]
    done_on: Mapped[date | None]
    spoke_alone: Mapped[SpokeAlone | None]
    why: Mapped[bytes | None]  # sealed
    wants_recorded: Mapped[bytes | None]  # sealed
    review_id: Mapped[UUID | None] = mapped_column(ForeignKey("review.id"))
    request_id: Mapped[UUID | None] = mapped_column(ForeignKey("child_request.id"))
