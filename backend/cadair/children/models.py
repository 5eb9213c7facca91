"""The child, their time in care, the people around them, and what is kept from all but a few."""

from datetime import date
from uuid import UUID

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from cadair.access.actor import Job
from cadair.children.rules.ages import Band
from cadair.children.rules.kinds import ProtectedKind, RelationshipKind
from cadair.children.rules.knowing import Knowable
from cadair.children.rules.out_of_area import OutOfAreaBy
from cadair.children.rules.walls import Outcome
from cadair.foundation.database import Base, CouncilRow, Moment

WAITS = "outcome IS NULL"


class Child(CouncilRow, Base):
    """A child in care, or who has left it; their name stands with the person.

    What the caseload lists (care started and ended, legal status, out of area) always follows from
    the episodes, and is written with them.
    """

    __tablename__ = "child"
    __table_args__ = (
        UniqueConstraint("council_id", "case_number"),
        CheckConstraint("care_ended_on IS NULL OR care_started_on IS NOT NULL", name="care_began"),
    )

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), primary_key=True)
    case_number: Mapped[str]  # CHILD in the statutory return
    born_on: Mapped[date]
    sex: Mapped[str]  # as the return has it
    band_override: Mapped[Band | None]  # age is not ability
    wants_support_to_25: Mapped[bool] = mapped_column(default=False)
    care_started_on: Mapped[date | None]
    care_ended_on: Mapped[date | None]
    legal_status: Mapped[str | None]
    out_of_area: Mapped[bool | None]  # None: not known
    out_of_area_by: Mapped[OutOfAreaBy] = mapped_column(default=OutOfAreaBy.NOTHING)


class Episode(CouncilRow, Base):
    """One stretch of care with one legal status in one place, as the case system has it.

    Periods of care, short breaks and adoption are read from these by `rules.time_in_care`.
    """

    __tablename__ = "episode"
    __table_args__ = (
        Index("ix_episode_child", "child_id", "began_on"),
        CheckConstraint("ended_on IS NULL OR ended_on >= began_on", name="ends_after_it_begins"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    child_id: Mapped[UUID] = mapped_column(ForeignKey("child.person_id"))
    began_on: Mapped[date]
    reason_began: Mapped[str]
    legal_status: Mapped[str]
    place: Mapped[str]  # the kind of place; never where it is
    provider: Mapped[str]
    ended_on: Mapped[date | None]
    reason_ended: Mapped[str]
    out_of_area: Mapped[bool | None]
    out_of_area_by: Mapped[OutOfAreaBy]
    withdrawn_at: Mapped[Moment | None]  # the case system has put it right since


class AdoptionDecision(CouncilRow, Base):
    """The council's decision that a child should be placed for adoption; not the placement."""

    __tablename__ = "adoption_decision"
    __table_args__ = (UniqueConstraint("child_id", "decided_on"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    child_id: Mapped[UUID] = mapped_column(ForeignKey("child.person_id"))
    decided_on: Mapped[date]
    reversed_on: Mapped[date | None]
    reason_reversed: Mapped[str]


class Relationship(CouncilRow, Base):
    """What a person is to a child, from one day until another; the circle is made of these."""

    __tablename__ = "relationship"
    __table_args__ = (
        UniqueConstraint("child_id", "person_id", "kind", "from_on"),
        Index("ix_relationship_person", "person_id"),
        CheckConstraint("until_on IS NULL OR until_on >= from_on", name="ends_after_it_begins"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    child_id: Mapped[UUID] = mapped_column(ForeignKey("child.person_id"))
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    kind: Mapped[RelationshipKind]
    parental_responsibility: Mapped[bool]
    from_on: Mapped[date]
    until_on: Mapped[date | None]  # the last day


class OpenedWall(CouncilRow, Base):
    """Two people of a child's circle between whom something may pass.

    A wall stands between any two unless a row here says that it was opened, so that somebody who
    joins the circle is walled from everybody until a person decides otherwise.
    """

    __tablename__ = "opened_wall"
    __table_args__ = (
        UniqueConstraint("child_id", "one_id", "other_id"),
        CheckConstraint("one_id < other_id", name="pair_is_ordered"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    child_id: Mapped[UUID] = mapped_column(ForeignKey("child.person_id"))
    one_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    other_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    opened_at: Mapped[Moment]
    opened_by_id: Mapped[UUID | None]


class WallProposal(CouncilRow, Base):
    """That somebody would lower a wall, and why: it takes another person to agree.

    Refused, taken back or overtaken, the row is kept.
    """

    __tablename__ = "wall_proposal"
    __table_args__ = (
        CheckConstraint("one_id < other_id", name="pair_is_ordered"),
        CheckConstraint(
            "(outcome IS NULL) = (decided_at IS NULL)"
            " AND (outcome IS NULL) = (decided_by_id IS NULL)",
            name="decided_by_somebody",
        ),
        CheckConstraint(
            "outcome <> 'agreed' OR decided_by_id <> proposed_by_id", name="agreed_by_another"
        ),
        Index(
            "uq_wall_proposal_waiting",
            "child_id",
            "one_id",
            "other_id",
            unique=True,
            sqlite_where=text(WAITS),
            postgresql_where=text(WAITS),
        ),
        Index("ix_wall_proposal_waiting", "council_id", "outcome"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)  # chosen on the device
    child_id: Mapped[UUID] = mapped_column(ForeignKey("child.person_id"))
    one_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    other_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    reason: Mapped[bytes]  # sealed
    proposed_by_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    proposed_by_job: Mapped[Job]
    proposed_at: Mapped[Moment]
    outcome: Mapped[Outcome | None]  # None: it waits for an answer
    decided_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"))
    decided_at: Mapped[Moment | None]


class Told(CouncilRow, Base):
    """That somebody may know one of the things which are kept from all but a few."""

    __tablename__ = "told"
    __table_args__ = (Index("ix_told_person", "person_id"),)

    child_id: Mapped[UUID] = mapped_column(ForeignKey("child.person_id"), primary_key=True)
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), primary_key=True)
    what: Mapped[Knowable] = mapped_column(primary_key=True)
    told_at: Mapped[Moment]
    told_by_id: Mapped[UUID | None]


class Allocation(CouncilRow, Base):
    """Whose child it is to review: the child's reviewing officer, or one who covers for them."""

    __tablename__ = "allocation"
    __table_args__ = (
        UniqueConstraint("child_id", "officer_id", "from_on", "covers"),
        Index("ix_allocation_officer", "officer_id"),
        CheckConstraint("until_on IS NULL OR until_on >= from_on", name="ends_after_it_begins"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    child_id: Mapped[UUID] = mapped_column(ForeignKey("child.person_id"))
    officer_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    from_on: Mapped[date]
    until_on: Mapped[date | None]  # the last day
    covers: Mapped[bool]
    # The absence that a cover is for; no foreign key, which SQLite could only add by a new table.
    absence_id: Mapped[UUID | None]


class Absence(CouncilRow, Base):
    """The days on which a reviewing officer is away, and who covers; the note is sealed.

    The covering itself stands in allocations, one for each child, made with it.
    """

    __tablename__ = "absence"
    __table_args__ = (
        Index("ix_absence_officer", "officer_id", "until_on"),
        CheckConstraint("until_on >= from_on", name="ends_after_it_begins"),
        CheckConstraint("cover_id <> officer_id", name="covered_by_another"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)  # chosen on the device
    officer_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    from_on: Mapped[date]
    until_on: Mapped[date]  # the last day
    cover_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    note: Mapped[bytes | None]  # sealed with the council's own key
    ended_on: Mapped[date | None]  # the last day after all; the day before the first: it never was


class OfficerPractice(CouncilRow, Base):
    """On which days of the week an officer works, and who usually covers for them."""

    __tablename__ = "officer_practice"
    __table_args__ = (CheckConstraint("usual_cover_id <> officer_id", name="covered_by_another"),)

    officer_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), primary_key=True)
    works_on: Mapped[list[int]] = mapped_column(JSON)  # 0 is Monday
    usual_cover_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"))


class ChildKey(CouncilRow, Base):
    """The key that seals a child's words, itself wrapped by the council's key."""

    __tablename__ = "child_key"
    __table_args__ = (Index("ix_child_key_wrapped_by", "council_id", "wrapped_by"),)

    child_id: Mapped[UUID] = mapped_column(ForeignKey("child.person_id"), primary_key=True)
    wrapped: Mapped[bytes]
    wrapped_by: Mapped[int]  # the number of the council key that wrapped it


class ProtectedFact(CouncilRow, Base):
    """The vault: where a child lives or lived.  Only `queries.vault` reads it."""

    __tablename__ = "protected_fact"
    __table_args__ = (UniqueConstraint("child_id", "kind", "since_on"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    child_id: Mapped[UUID] = mapped_column(ForeignKey("child.person_id"))
    kind: Mapped[ProtectedKind]
    since_on: Mapped[date]
    sealed: Mapped[bytes]


class BrokenGlass(CouncilRow, Base):
    """A service manager's reading of what one child said, for a reason, for one hour.

    The child's officer is told of every row, and the child unless that would not be safe.
    """

    __tablename__ = "broken_glass"
    __table_args__ = (
        Index("ix_broken_glass_child", "child_id", "broken_at"),
        CheckConstraint("ends_at > broken_at", name="ends_after_it_begins"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)  # chosen on the device that asks for it
    child_id: Mapped[UUID] = mapped_column(ForeignKey("child.person_id"))
    manager_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    reason: Mapped[bytes]  # sealed
    unsafe_to_tell: Mapped[bool]  # the child is not shown it until an officer says so
    broken_at: Mapped[Moment]
    ends_at: Mapped[Moment]
    seen_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"))  # the officer
    seen_at: Mapped[Moment | None]
