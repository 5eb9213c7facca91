"""That a child was handed over from one reviewing officer to another, so that it is done once."""

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from cadair.foundation.database import Base, CouncilRow, Moment


class HandOver(CouncilRow, Base):
    """One hand-over.  The words to the child are a message, and the note stands beside it."""

    __tablename__ = "hand_over"
    __table_args__ = (Index("ix_hand_over_child", "child_id"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)  # chosen on the device
    child_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    to_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    from_on: Mapped[date]  # the new officer's first day
    by_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    made_at: Mapped[Moment]
    fingerprint: Mapped[bytes]  # keyed digest: tells the same again from something else
