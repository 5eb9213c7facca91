"""What a child asks for with one tap, and their word that they are not safe."""

from datetime import date
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from cadair.foundation.database import Base, CouncilRow, Moment
from cadair.messages.rules.asking import Answer, RequestKind


class ChildRequest(CouncilRow, Base):
    """That a child asks for a visit or for an advocate, and their officer's answer.

    A review sooner is asked for in the reviews room, whose clock follows from it.
    """

    __tablename__ = "child_request"
    __table_args__ = (
        CheckConstraint("kind <> 'sooner'", name="sooner_is_with_reviews"),
        CheckConstraint(
            "(answer IS NULL) = (answered_at IS NULL)"
            " AND (answer IS NULL) = (answered_by_id IS NULL)",
            name="answered_by_somebody",
        ),
        CheckConstraint("answer <> 'no' OR reason IS NOT NULL", name="a_no_has_its_reason"),
        CheckConstraint("taken_back_at IS NULL OR answer IS NULL", name="answered_or_taken_back"),
        Index("ix_child_request_child", "child_id", "asked_at"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)  # chosen on the device
    child_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    kind: Mapped[RequestKind]
    words: Mapped[bytes | None]  # sealed
    asked_at: Mapped[Moment]
    taken_back_at: Mapped[Moment | None]
    answer: Mapped[Answer | None]
    answered_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"))
    answered_at: Mapped[Moment | None]
    reason: Mapped[bytes | None]  # sealed
    on_day: Mapped[date | None]  # of a yes: when it will be


class UnsafeReport(CouncilRow, Base):
    """That a child said that they are not safe; it stays open until a person closes it.

    Whoever reviews or covers, the managers and the council's duty desk are told, and nobody else.
    """

    __tablename__ = "unsafe_report"
    __table_args__ = (
        CheckConstraint(
            "(acknowledged_at IS NULL) = (acknowledged_by_id IS NULL)", name="taken_on_by_name"
        ),
        CheckConstraint(
            "(closed_at IS NULL) = (closed_by_id IS NULL)"
            " AND (closed_at IS NULL) = (what_was_done IS NULL)",
            name="closed_by_somebody",
        ),
        CheckConstraint(
            "closed_at IS NULL OR acknowledged_at IS NOT NULL", name="taken_on_before_closed"
        ),
        Index("ix_unsafe_report_child", "child_id", "said_at"),
        Index("ix_unsafe_report_open", "council_id", "closed_at"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)  # chosen on the device
    child_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    words: Mapped[bytes | None]  # sealed
    said_at: Mapped[Moment]  # on a phone without signal it may have waited
    received_at: Mapped[Moment]
    acknowledged_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"))
    acknowledged_at: Mapped[Moment | None]
    closed_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"))
    closed_at: Mapped[Moment | None]
    what_was_done: Mapped[bytes | None]  # sealed
