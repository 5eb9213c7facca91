"""That the council's archive has a review's record: which bundle, by its digest."""

from uuid import UUID

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from cadair.foundation.database import Base, CouncilRow, Moment


class ArchiveReceipt(CouncilRow, Base):
    """Somebody said that the archive has this very bundle; a later bundle has another digest."""

    __tablename__ = "archive_receipt"

    review_id: Mapped[UUID] = mapped_column(ForeignKey("review.id"), primary_key=True)
    sha256: Mapped[str] = mapped_column(String(64), primary_key=True)
    at: Mapped[Moment]
    by_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
