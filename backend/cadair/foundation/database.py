"""The database: typed tables, one session per request, and the wall between councils."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from enum import StrEnum
from functools import cache
from typing import Annotated, Any, Final, cast
from uuid import UUID

from flask_sqlalchemy_lite import SQLAlchemy
from sqlalchemy import (
    DateTime,
    Dialect,
    Enum,
    ForeignKey,
    Insert,
    LargeBinary,
    MetaData,
    Table,
    TypeDecorator,
    event,
    insert,
    text,
)
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.orm import (
    DeclarativeBase,
    Mapped,
    ORMExecuteState,
    Session,
    declared_attr,
    mapped_column,
    with_loader_criteria,
)
from sqlalchemy.orm.session import SessionTransaction


class UtcMoment(TypeDecorator[datetime]):
    """A moment, always aware and always UTC; a naive one is refused."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment without a time zone")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


Moment = Annotated[datetime, mapped_column(UtcMoment())]


class Base(DeclarativeBase):
    """Every table of Cadair."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(column_0_label)s",
            "uq": "uq_%(table_name)s_%(column_0_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {  # noqa: RUF012 - SQLAlchemy reads it from the class
        bytes: LargeBinary,
        StrEnum: Enum(
            StrEnum,
            native_enum=False,
            length=40,
            values_callable=lambda kind: [member.value for member in kind],
        ),
    }


class CouncilRow:
    """A row that belongs to one council, and is never met by another."""

    @declared_attr
    def council_id(cls) -> Mapped[UUID]:  # noqa: N805 - SQLAlchemy calls it on the class
        return mapped_column(ForeignKey("council.id"))


db: Final = SQLAlchemy(session_options={"autoflush": True, "expire_on_commit": False})

_COUNCIL: Final = "council_id"
_BEYOND: Final = "*"


class Unscoped(Exception):
    """A statement was about to run without saying for which council."""


def scope_to(session: Session, council_id: UUID) -> None:
    """From here on the session meets only rows of this council."""
    session.info[_COUNCIL] = council_id
    _tell_database(session)


def council_of(session: Session) -> UUID:
    """The council that the session is scoped to; raises Unscoped."""
    council = session.info.get(_COUNCIL)
    if not isinstance(council, UUID):
        raise Unscoped("the session belongs to no council")
    return council


@contextmanager
def beyond_councils(session: Session) -> Iterator[None]:
    """Meet rows of every council: only for finding out who signs in, and for sweeps."""
    before = session.info.get(_COUNCIL)
    session.info[_COUNCIL] = _BEYOND
    _tell_database(session)
    try:
        yield
    finally:
        session.info[_COUNCIL] = before
        _tell_database(session)


def add_rows(session: Session, model: type[Base], rows: list[dict[str, Any]]) -> None:
    """Insert many rows in one statement, as the session's council: for hot paths and imports."""
    if rows:
        council_id = council_of(session)
        session.flush()
        # Straight to the connection: an insert over a bare table is nothing that the session knows.
        session.connection().execute(
            _insert(model), [{"council_id": council_id, **row} for row in rows]
        )


@cache
def _insert(model: type[Base]) -> Insert:
    return insert(cast("Table", model.__table__))


@event.listens_for(Session, "do_orm_execute")
def _scope_every_statement(state: ORMExecuteState) -> None:
    council = state.session.info.get(_COUNCIL)
    if council == _BEYOND or state.is_insert or state.is_column_load or state.is_relationship_load:
        return
    if council is None:
        raise Unscoped("a statement ran before the session was told its council")
    if not state.is_orm_statement:
        if state.execution_options.get("names_its_council"):
            return
        raise Unscoped("a statement over bare tables must name its council and say so")
    state.statement = state.statement.options(
        with_loader_criteria(
            CouncilRow,
            lambda model: model.council_id == council,
            include_aliases=True,
        )
    )


@event.listens_for(Session, "before_flush")
def _new_rows_belong_to_the_council(session: Session, _context: Any, _instances: Any) -> None:
    council = session.info.get(_COUNCIL)
    for row in session.new:
        if not isinstance(row, CouncilRow):
            continue
        if row.council_id is None:
            row.council_id = council_of(session)
        elif council not in (_BEYOND, row.council_id):
            raise Unscoped("a row of another council")


@event.listens_for(Session, "after_begin")
def _tell_new_transaction(
    session: Session, _transaction: SessionTransaction, connection: Connection
) -> None:
    if connection.dialect.name == "postgresql":
        _set_council(connection, session.info.get(_COUNCIL))


def _tell_database(session: Session) -> None:
    if session.in_transaction():
        connection = session.connection()
        if connection.dialect.name == "postgresql":
            _set_council(connection, session.info.get(_COUNCIL))


def _set_council(connection: Connection, council: UUID | str | None) -> None:
    # Row-level security reads this; it ends with the transaction, and unset means no rows at all.
    connection.execute(
        text("SELECT set_config('cadair.council', :council, true)"),
        {"council": str(council or "")},
    )


ONLY_READS: Final = "cadair_only_reads"  # an engine's option: its transactions write nothing
FIXED_WAL: Final = (3, 51, 3)  # earlier versions can corrupt a database in WAL mode


@event.listens_for(Engine, "connect")
def _settle_sqlite(connection: Any, _record: Any) -> None:
    """Settings under which an acknowledged write survives a power cut, read back and asserted."""
    if not isinstance(connection, sqlite3.Connection):
        return
    connection.isolation_level = None  # transactions are begun below, by us
    journal = "wal" if sqlite3.sqlite_version_info >= FIXED_WAL else "truncate"
    cursor = connection.cursor()
    # secure_delete goes first: it needs no lock
    for name, value, expected in (
        ("busy_timeout", 5000, 5000),
        ("secure_delete", "ON", 1),
        ("journal_mode", journal, journal),
        ("synchronous", "FULL", 2),
        ("foreign_keys", "ON", 1),
        ("recursive_triggers", "ON", 1),  # or INSERT OR REPLACE would write over the trail
        ("cache_size", -8000, -8000),  # 8 MB: a long list's pages stay, however many the children
        ("trusted_schema", "OFF", 0),
    ):
        cursor.execute(f"PRAGMA {name}={value}")
        got = cursor.execute(f"PRAGMA {name}").fetchone()[0]
        if got not in (expected, "memory"):  # a database in memory has no journal file
            raise sqlite3.OperationalError(f"SQLite did not accept {name}={value}: {got}")
    cursor.close()


@event.listens_for(Engine, "begin")
def _begin_at_once(connection: Connection) -> None:
    if connection.dialect.name == "sqlite":
        # Taking the write lock first means that no request fails half way for want of it.
        reads = connection.get_execution_options().get(ONLY_READS)
        connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")
