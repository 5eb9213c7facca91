"""What is to be sent: written with what it tells of, in one transaction."""

from uuid import UUID

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from cadair.foundation.database import Base, CouncilRow, Moment
from cadair.notifications.rules import About


class OutboxItem(CouncilRow, Base):
    """That somebody is to be told that something waits for them, once for each matter.

    The table is the truth: whoever sends reads it, and what was lost on the way stands here still.
    """

    __tablename__ = "outbox_item"
    __table_args__ = (
        UniqueConstraint("person_id", "about", "subject_id"),
        Index("ix_outbox_item_waiting", "council_id", "settled_at", "not_before"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    about: Mapped[About]
    subject_id: Mapped[UUID]  # the message, the review, …: telling of it twice is telling once
    made_at: Mapped[Moment]
    not_before: Mapped[Moment]
    settled_at: Mapped[Moment | None]  # sent, or given up, or nothing was to be sent
