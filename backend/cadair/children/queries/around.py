"""A child and the people around them together, for the pages that show both.

One statement, over bare tables and built once; it names its council itself.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final, cast
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    String,
    Table,
    and_,
    bindparam,
    case,
    false,
    literal,
    or_,
    select,
    type_coerce,
    union_all,
)
from sqlalchemy.orm import Session

from cadair.access.actor import Actor, Job
from cadair.access.policy import Permission, Standing, check
from cadair.children.models import Allocation, Child, ChildKey, Relationship
from cadair.children.queries.children import (
    CHILD_COLUMNS,
    ChildFacts,
    ChildRow,
    child_row,
    with_name,
)
from cadair.children.queries.circle import (
    COVERS,
    REVIEWING_OFFICER,
    CircleMember,
    Place,
    seated,
)
from cadair.children.queries.keys import open_keys
from cadair.foundation.database import council_of
from cadair.foundation.errors import NotFound
from cadair.people import queries as people

OFFICER_KINDS: Final = frozenset({REVIEWING_OFFICER, COVERS})


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """A child by name, and their circle: the reviewing officer first, then by name."""

    child: ChildRow
    facts: ChildFacts
    name: str
    called: str
    chair: dict[str, str] | None
    language: str
    nation: str
    not_safe_since: datetime | None  # the child's own mark: somebody else may read their phone
    circle: tuple[CircleMember, ...]

    def standing_of(self, actor: Actor) -> Standing:
        """What the actor is to the child, read off the circle that is needed anyway."""
        mine = [member for member in self.circle if member.person_id == actor.person_id]
        return Standing(
            child_id=self.child.child_id,
            is_self=actor.person_id == self.child.child_id,
            is_in_circle=any(member.kind not in OFFICER_KINDS for member in mine),
            relationship_kinds=frozenset(member.kind for member in mine) - OFFICER_KINDS,
            is_reviewing_officer=any(member.kind in OFFICER_KINDS for member in mine),
            is_manager=actor.job is Job.SERVICE_MANAGER,
        )


def around(session: Session, *, child_ids: Iterable[UUID], on: date) -> dict[UUID, Around]:
    """Many children with their circles on that day, in one statement.

    Their keys come along, so that opening what was sealed for them costs no statement more.
    """
    rows = session.execute(
        _AROUND,
        {"of_council": council_of(session), "of_children": list(child_ids), "on": on},
        execution_options={"names_its_council": True},
    ).all()
    selves = {row.person_id: row for row in rows if row.kind == _SELF}
    open_keys(session, {id_: (row.wrapped_by, row.wrapped) for id_, row in selves.items()})
    circles = seated(
        [
            Place(row.person_id, row.them_id, row.kind, row.parental_responsibility)
            for row in rows
            if row.kind != _SELF
        ],
        {row.them_id: people.person_facts(row) for row in rows},
    )
    found = {}
    for child_id, row in selves.items():
        me, own = people.person_facts(row), child_row(row, on)
        found[child_id] = Around(
            child=own,
            facts=with_name(own, me, row.nation.value),
            name=me.name,
            called=me.called,
            chair=me.chair,
            language=me.language,
            nation=row.nation.value,
            not_safe_since=row.not_safe_since,
            circle=tuple(circles.get(child_id, ())),
        )
    return found


def around_for(
    session: Session, *, actor: Actor, permission: Permission, child_id: UUID, on: date
) -> Around:
    """One child with their circle on that day, for whoever has `permission` about them.

    Raises NotFound where there is no such child, and what `check` raises for everybody else.
    """
    found = around(session, child_ids=[child_id], on=on).get(child_id)
    if found is None:
        raise NotFound
    check(permission, actor, found.standing_of(actor))
    return found


_SELF: Final = "the child"
_CHILD: Final = cast("Table", Child.__table__)
_KEY: Final = cast("Table", ChildKey.__table__)
_ALLOCATED: Final = cast("Table", Allocation.__table__)
_RELATED: Final = cast("Table", Relationship.__table__)


def _of_these(child_id: ColumnElement[UUID], table: Table) -> ColumnElement[bool]:
    return and_(
        table.c.council_id == bindparam("of_council"),
        child_id.in_(bindparam("of_children", expanding=True)),
    )


def _holds(table: Table) -> ColumnElement[bool]:
    return and_(
        _of_these(table.c.child_id, table),
        table.c.from_on <= bindparam("on"),
        or_(table.c.until_on.is_(None), table.c.until_on >= bindparam("on")),
    )


# Each place around a child, and the child's own.
_PLACES: Final = union_all(
    select(
        _CHILD.c.person_id.label("child_id"),
        _CHILD.c.person_id.label("who_id"),
        literal(_SELF, String()).label("kind"),
        false().label("parental_responsibility"),
    ).where(_of_these(_CHILD.c.person_id, _CHILD)),
    select(
        _ALLOCATED.c.child_id,
        _ALLOCATED.c.officer_id,
        case((_ALLOCATED.c.covers, COVERS), else_=REVIEWING_OFFICER),
        false(),
    ).where(_holds(_ALLOCATED)),
    select(
        _RELATED.c.child_id,
        _RELATED.c.person_id,
        type_coerce(_RELATED.c.kind, String()),
        _RELATED.c.parental_responsibility,
    ).where(_holds(_RELATED)),
).subquery("places")

_AROUND: Final = (
    select(
        *(_CHILD.c[column.key] for column in CHILD_COLUMNS),
        _KEY.c.wrapped,
        _KEY.c.wrapped_by,
        _PLACES.c.kind,
        _PLACES.c.parental_responsibility,
        people.PHONE.c.not_safe_since,
        *people.PERSON_COLUMNS,
        people.NATION,
    )
    .select_from(_PLACES)
    .join(_CHILD, _CHILD.c.person_id == _PLACES.c.child_id)
    .join(_KEY, _KEY.c.child_id == _PLACES.c.child_id)
    .outerjoin(people.PHONE, people.PHONE.c.person_id == _PLACES.c.child_id)
    .join(people.BESIDE_PERSON, people.BESIDE_PERSON.c.id == _PLACES.c.who_id)
)
