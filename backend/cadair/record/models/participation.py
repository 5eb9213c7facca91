"""How a child took part in a review, as a person confirmed it."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from cadair.foundation.database import Base, CouncilRow, Moment
from cadair.record.rules import Came, Code


class ParticipationCode(CouncilRow, Base):
    """One review's participation code: what was proposed, what a person made of it, and why.

    The proposal and its evidence are kept as they stood when the person decided.  A code that was
    confirmed before the review was held waits to be confirmed again: nobody knew then who came.
    """

    __tablename__ = "participation_code"

    review_id: Mapped[UUID] = mapped_column(ForeignKey("review.id"), primary_key=True)
    proposed: Mapped[Code]
    code: Mapped[Code]
    came: Mapped[Came | None]  # what the officer saw; None: did not come, or not known
    reason: Mapped[bytes | None]  # sealed; there where the code is another than the proposed one
    evidence: Mapped[list[dict[str, Any]]] = mapped_column(JSON)  # codes, ids and moments only
    confirmed_by_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    confirmed_at: Mapped[Moment]
    held_on: Mapped[date | None]  # the day it was held, if it was when the code was confirmed
