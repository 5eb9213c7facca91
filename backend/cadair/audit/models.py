"""The trail's two tables: what happened, and the chain that shows that nobody changed it."""

from typing import Any
from uuid import UUID

from sqlalchemy import JSON, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from cadair.foundation.database import Base, CouncilRow, Moment


class AuditEvent(CouncilRow, Base):
    """One thing that one person read or wrote, without a word of its content.

    The ids are not foreign keys: the trail outlives what it describes.
    """

    __tablename__ = "audit_event"
    __table_args__ = (
        Index("ix_audit_event_child", "child_id", "at"),
        # By the time alone: with the council before it, SQLite would find a child's events by it.
        Index("ix_audit_event_at", "at"),
        # Lists of many children name none: who read them is found by the one who did.
        Index(
            "ix_audit_event_lists",
            "actor_id",
            "at",
            sqlite_where=text("child_id IS NULL"),
            postgresql_where=text("child_id IS NULL"),
        ),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    at: Mapped[Moment]
    event: Mapped[str]  # room.verb, such as contribution.shared
    actor_id: Mapped[UUID | None]  # None: the service itself
    actor_job: Mapped[str | None]
    child_id: Mapped[UUID | None]
    subject_id: Mapped[UUID | None]
    facts: Mapped[dict[str, Any]] = mapped_column(JSON)  # codes, counts and ids; never free text


class AuditLink(CouncilRow, Base):
    """One link of a council's chain: the hash of an event and of the link before it."""

    __tablename__ = "audit_link"

    council_id: Mapped[UUID] = mapped_column(primary_key=True)  # part of the key here
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    event_id: Mapped[UUID] = mapped_column(unique=True)
    digest: Mapped[bytes]
