"""Sealing everything anew by another algorithm, a batch at a time, while Cadair serves."""

from collections.abc import Iterator
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, Table, and_, func, select, update
from sqlalchemy.orm import Session

from cadair.children import queries as children
from cadair.children.queries.glass import SEALED as IN_GLASS
from cadair.children.queries.sealed import SEALED as IN_CHILDREN
from cadair.contributions.queries.sealed import SEALED as IN_CONTRIBUTIONS
from cadair.foundation import council_keys
from cadair.foundation.database import Base, council_of
from cadair.foundation.sealing import SEALS_WITH, SealedColumn, seal, unseal_bytes
from cadair.meeting.queries.sealed import SEALED as IN_MEETING
from cadair.messages.queries.asking_sealed import SEALED as IN_ASKING
from cadair.messages.queries.sealed import SEALED as IN_MESSAGES
from cadair.notifications.queries.sealed import SEALED as IN_NOTIFICATIONS
from cadair.people.queries.second_step import SEALED as IN_PEOPLE
from cadair.people.queries.sign_on import SEALED as IN_SIGN_ON
from cadair.record.queries.sealed import SEALED as IN_RECORD
from cadair.reviews.queries.sealed import SEALED as IN_REVIEWS

SEALED: Final = (
    *IN_PEOPLE,
    *IN_SIGN_ON,
    *IN_CHILDREN,
    *IN_GLASS,
    *IN_NOTIFICATIONS,
    *IN_REVIEWS,
    *IN_CONTRIBUTIONS,
    *IN_MESSAGES,
    *IN_ASKING,
    *IN_MEETING,
    *IN_RECORD,
)
AT_MOST: Final = 200


def reseal(
    session: Session, *, algorithm: bytes = SEALS_WITH, at_most: int = AT_MOST
) -> Iterator[tuple[str, int]]:
    """Seal every value of the session's council by `algorithm`; yields each column and how many.

    Commits as it goes.  Cut short it goes on, since every value says how it is sealed, and both
    ways open.
    """
    for sealed in SEALED:
        total = 0
        while done := _reseal_some(session, sealed, algorithm, at_most):
            session.commit()
            total += done
        yield sealed.name, total


def _reseal_some(session: Session, sealed: SealedColumn, algorithm: bytes, at_most: int) -> int:
    table, column = named(sealed)
    otherwise = and_(column.is_not(None), func.substr(column, 1, 1) != algorithm)
    rows = rows_of(session, sealed, and_(otherwise), at_most=at_most)
    for row, key in rows:
        plain = unseal_bytes(key, row[column.key], sealed.place(row))
        anew = seal(key, plain, sealed.place(row), algorithm=algorithm)
        session.connection().execute(
            update(table)
            .where(
                *(each == row[each.key] for each in table.primary_key),
                table.c.council_id == council_of(session),
            )
            .values({column.key: anew})
        )
    return len(rows)


def rows_of(
    session: Session, sealed: SealedColumn, where: ColumnElement[bool], *, at_most: int
) -> list[tuple[dict[str, Any], bytes]]:
    """Rows of the council with a sealed value, each with the key that opens it."""
    rows = [
        dict(row)
        for row in session.execute(
            _rows(session, sealed).where(where).limit(at_most),
            execution_options={"names_its_council": True},
        ).mappings()
    ]
    if sealed.child is None:
        return [(row, council_keys.own_key(session)) for row in rows]
    keys = children.sealing_keys(session, child_ids={row["whose_key"] for row in rows})
    return [(row, keys[row["whose_key"]]) for row in rows]


def _rows(session: Session, sealed: SealedColumn) -> Select[*tuple[Any, ...]]:
    table, _ = named(sealed)
    own = table.c.council_id == council_of(session)
    if sealed.child is None:
        return select(*table.c).where(own).with_for_update()
    theirs = Base.metadata.tables[sealed.child.partition(".")[0]]
    whose = theirs.c[sealed.child.partition(".")[2]].label("whose_key")
    found = select(*table.c, whose).where(own)
    if sealed.through is not None:
        leads = next(iter(theirs.primary_key)) == table.c[sealed.through]
        found = found.join_from(table, theirs, leads)
    return found.with_for_update(of=table)


def named(sealed: SealedColumn) -> tuple[Table, Any]:
    """The table and the column of a sealed column."""
    table_name, _, column_name = sealed.name.partition(".")
    table = Base.metadata.tables[table_name]
    return table, table.c[column_name]
