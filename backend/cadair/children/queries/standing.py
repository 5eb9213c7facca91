"""What the one who asks is to a child today: the facts that the access policy judges by."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Final, cast
from uuid import UUID

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Row,
    Select,
    Table,
    and_,
    bindparam,
    or_,
    select,
)
from sqlalchemy.orm import Session

from cadair.access.actor import Actor, Job
from cadair.access.policy import Standing
from cadair.children.models import Allocation, Child, ChildKey, Relationship
from cadair.children.queries.children import CHILD_COLUMNS, child_row
from cadair.children.queries.keys import open_keys
from cadair.children.rules.ages import Band
from cadair.foundation.database import council_of
from cadair.foundation.errors import NotFound

AnyRow = Row[*tuple[Any, ...]]


def standing(session: Session, *, actor: Actor, child_id: UUID, on: date) -> Standing:
    """What the actor is to the child on that day, in one statement; raises NotFound."""
    rows = session.execute(
        _STANDING,
        {
            "of_council": council_of(session),
            "of_child": child_id,
            "of_person": actor.person_id,
            "on": on,
        },
        execution_options={"names_its_council": True},
    ).all()
    return standing_of(rows, actor=actor)


def standing_of(rows: Sequence[AnyRow], *, actor: Actor) -> Standing:
    """The same, from the rows of a statement with `beside_standing`; raises NotFound."""
    if not rows:
        raise NotFound
    kinds = frozenset(row.related_as.value for row in rows if row.related_as is not None)
    child_id = rows[0].person_id
    return Standing(
        child_id=child_id,
        is_self=actor.person_id == child_id,
        is_in_circle=bool(kinds),
        relationship_kinds=kinds,
        is_reviewing_officer=any(row.allocated_id is not None for row in rows),
        is_manager=actor.job is Job.SERVICE_MANAGER,
    )


def band_and_key(session: Session, row: AnyRow, *, on: date) -> Band:
    """The child's band from such a row; their key is opened, and costs no statement any more."""
    open_keys(session, {row.person_id: (row.wrapped_by, row.wrapped)})
    return child_row(row, on).band


def beside_standing(
    statement: Select[*tuple[Any, ...]], child_id: ColumnElement[UUID]
) -> Select[*tuple[Any, ...]]:
    """Another room's statement about one child, with what the one who asks is to that child.

    It is given `of_council`, `of_person` and `on` besides its own; the child's key comes along.
    """
    return (
        statement.add_columns(
            *(_CHILD.c[column.key] for column in CHILD_COLUMNS),
            _KEY.c.wrapped,
            _KEY.c.wrapped_by,
            _RELATED.c.kind.label("related_as"),
            _ALLOCATED.c.officer_id.label("allocated_id"),
        )
        .join(_CHILD, and_(_CHILD.c.person_id == child_id, _of_council(_CHILD)))
        .join(_KEY, and_(_KEY.c.child_id == child_id, _of_council(_KEY)))
        .outerjoin(_RELATED, and_(_RELATED.c.person_id == _ACTOR, _holds(_RELATED, child_id)))
        .outerjoin(
            _ALLOCATED, and_(_ALLOCATED.c.officer_id == _ACTOR, _holds(_ALLOCATED, child_id))
        )
    )


def _holds(table: Table, child_id: ColumnElement[UUID]) -> ColumnElement[bool]:
    """That a relationship or an allocation is of this child, and holds on that day."""
    return and_(
        table.c.child_id == child_id,
        _of_council(table),
        table.c.from_on <= _ON,
        or_(table.c.until_on.is_(None), table.c.until_on >= _ON),
    )


def _of_council(table: Table) -> ColumnElement[bool]:
    return table.c.council_id == bindparam("of_council")


_CHILD: Final = cast("Table", Child.__table__)
_KEY: Final = cast("Table", ChildKey.__table__)
_RELATED: Final = cast("Table", Relationship.__table__)
_ALLOCATED: Final = cast("Table", Allocation.__table__)
_ACTOR: Final[BindParameter[UUID]] = bindparam("of_person")
_ON: Final[BindParameter[date]] = bindparam("on")
_CHILD_AGAIN: Final = _CHILD.alias("whose")
_STANDING: Final = beside_standing(
    select(_CHILD_AGAIN.c.person_id.label("child_id")).where(
        _CHILD_AGAIN.c.person_id == bindparam("of_child")
    ),
    _CHILD_AGAIN.c.person_id,
)
