"""What the database itself refuses: other councils' rows on PostgreSQL, and a changed trail."""

from collections.abc import Iterable
from typing import Final

from alembic import op

APPEND_ONLY: Final = ("audit_event", "audit_link")


def raise_second_wall(tables: Iterable[str]) -> None:
    """Keep councils apart by row-level security, on PostgreSQL, for every table named.

    The setting is made by the session for each transaction (foundation/database.py); unset, it
    matches no row at all.
    """
    if op.get_bind().dialect.name != "postgresql":
        return
    own = "current_setting('cadair.council', true) IN ('*', council_id::text)"
    for table in tables:
        op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
        op.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")
        op.execute(f"CREATE POLICY own_council ON {table} USING ({own}) WITH CHECK ({own})")


def make_append_only(tables: Iterable[str] = APPEND_ONLY) -> None:
    """Refuse to change or delete a row of the trail, whoever asks."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            "CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS "
            "$$ BEGIN RAISE EXCEPTION 'the trail is never changed'; END $$"
        )
        for table in tables:
            op.execute(
                f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table} "
                "FOR EACH ROW EXECUTE FUNCTION refuse_change()"
            )
        return
    for table in tables:
        for verb in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
                "BEGIN SELECT RAISE(ABORT, 'the trail is never changed'); END"
            )
