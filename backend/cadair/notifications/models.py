"""Who is to be told, where they want to be told, and what was sent."""

from datetime import time
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from cadair.foundation.database import Base, CouncilRow, Moment
from cadair.notifications.rules import About, Channel, Kind, Outcome, Setting, What


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
    settled_at: Mapped[Moment | None]  # a delivery was made for it, or nothing was to be sent


class ContactPoint(CouncilRow, Base):
    """An address, a number or a browser that somebody gave; nothing goes to it unconfirmed."""

    __tablename__ = "contact_point"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    kind: Mapped[Kind]
    address: Mapped[bytes | None]  # sealed with the council's own key; None once it is forgotten
    made_at: Mapped[Moment]
    wrong_codes: Mapped[int] = mapped_column(default=0)
    confirmed_at: Mapped[Moment | None]
    left_at: Mapped[Moment | None]  # another took its place, or its owner took it away
    gone_at: Mapped[Moment | None]  # the push service knows it no more


class NoticeChoices(CouncilRow, Base):
    """How somebody wants to be told, and when not; no row: not at all."""

    __tablename__ = "notice_choices"
    __table_args__ = (
        CheckConstraint("(quiet_from IS NULL) = (quiet_until IS NULL)", name="quiet_has_an_end"),
    )

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), primary_key=True)
    channel: Mapped[Channel]
    quiet_from: Mapped[time | None]
    quiet_until: Mapped[time | None]
    chosen_at: Mapped[Moment]


class Delivery(CouncilRow, Base):
    """One notice to one address; its id is what the provider knows it by."""

    __tablename__ = "delivery"
    __table_args__ = (
        UniqueConstraint("setting", "subject_id"),
        Index("ix_delivery_waiting", "council_id", "settled_at", "next_at"),
        Index("ix_delivery_person", "person_id", "made_at"),
        CheckConstraint("(settled_at IS NULL) = (outcome IS NULL)", name="settled_somehow"),
        CheckConstraint("(person_id IS NULL) <> (setting IS NULL)", name="to_one_address"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    person_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"))
    setting: Mapped[Setting | None]  # or to the council itself
    subject_id: Mapped[UUID | None]  # what the council is told of, once
    contact_id: Mapped[UUID | None] = mapped_column(ForeignKey("contact_point.id"))
    what: Mapped[What]
    is_urgent: Mapped[bool]
    made_at: Mapped[Moment]
    next_at: Mapped[Moment]
    tries: Mapped[int]
    leased_until: Mapped[Moment | None]  # a worker has it; after that another may
    settled_at: Mapped[Moment | None]
    outcome: Mapped[Outcome | None]
