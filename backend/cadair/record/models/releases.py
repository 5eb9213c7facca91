"""What a reviewing officer gave to one person of a review, or asks another to agree to give."""

from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, ForeignKeyConstraint, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from cadair.foundation.database import Base, CouncilRow, Moment
from cadair.record.rules.distribution import ReleaseKind
from cadair.record.rules.releasing import State

OF_A_RECORD = "kind = 'record' AND state IN ('waiting', 'released')"


class Release(CouncilRow, Base):
    """One release to one person: the rendering is what they are given, and is never changed.

    Several add up.  One that waits for a second person, was sent back or taken back gave nobody
    anything, and is kept.
    """

    __tablename__ = "release"
    __table_args__ = (
        Index("ix_release_person", "person_id", "state"),
        Index("ix_release_waiting", "council_id", "state"),
        Index(
            "uq_release_record",
            "review_id",
            "person_id",
            "edition",
            unique=True,
            sqlite_where=text(OF_A_RECORD),
            postgresql_where=text(OF_A_RECORD),
        ),
        CheckConstraint(
            "(state = 'released') = (released_at IS NOT NULL)", name="released_at_a_time"
        ),
        CheckConstraint(
            "(decided_by_id IS NULL) = (decided_at IS NULL)", name="decided_by_somebody"
        ),
        CheckConstraint(
            "NOT needs_second OR state NOT IN ('released', 'sent_back')"
            " OR (decided_by_id IS NOT NULL AND decided_by_id <> made_by_id)",
            name="agreed_by_another",
        ),
    )

    review_id: Mapped[UUID] = mapped_column(ForeignKey("review.id"), primary_key=True)
    id: Mapped[UUID] = mapped_column(primary_key=True)  # made on the device: unique in its review
    child_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))  # who is given it
    kind: Mapped[ReleaseKind] = mapped_column(default=ReleaseKind.WORDS, server_default="words")
    edition: Mapped[int | None]  # of the record, which somebody is given once
    state: Mapped[State]
    needs_second: Mapped[bool]
    rendering: Mapped[bytes]  # sealed JSON
    picked: Mapped[bytes]  # sealed JSON: which lines, and whether with a name
    findings: Mapped[bytes | None]  # sealed JSON: what the guard found and the reason overrides
    reason: Mapped[bytes | None]  # sealed
    fingerprint: Mapped[str]  # of all that the preview showed and stood on
    made_by_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    made_at: Mapped[Moment]
    decided_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"))
    decided_at: Mapped[Moment | None]
    note: Mapped[bytes | None]  # sealed: why it was sent back
    released_at: Mapped[Moment | None]


class ReleaseViewing(CouncilRow, Base):
    """That somebody looked at what the recipient will see, before they agree or not."""

    __tablename__ = "release_viewing"
    __table_args__ = (
        ForeignKeyConstraint(
            ["review_id", "release_id"],
            ["release.review_id", "release.id"],
            name="fk_release_viewing_release",
        ),
    )

    review_id: Mapped[UUID] = mapped_column(primary_key=True)
    release_id: Mapped[UUID] = mapped_column(primary_key=True)
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), primary_key=True)
    viewed_at: Mapped[Moment]
