"""Which PostgreSQL role may serve Cadair: one to which the database can still say no.

A superuser, or a role with BYPASSRLS, is not held by the second wall between councils; whoever
owns a table can take away its wall and the guards of the trail (ASVS 5.0, 13.2.2).
"""

from typing import Final

from sqlalchemy import text
from sqlalchemy.engine import Connection

from cadair.foundation.settings import SettingsRefused

# Of the role that signed in, and of every role that it may put on.
_TOO_MUCH: Final = text(
    """
    SELECT bool_or(role.rolsuper) AS "is a superuser",
           bool_or(role.rolbypassrls) AS "may pass by row-level security (BYPASSRLS)",
           EXISTS (SELECT FROM pg_class AS it
                   WHERE it.relnamespace = current_schema()::regnamespace AND it.relkind = 'r'
                     AND pg_has_role(session_user, it.relowner, 'MEMBER')) AS "owns tables",
           EXISTS (SELECT FROM pg_class AS it
                   WHERE it.relnamespace = current_schema()::regnamespace AND it.relkind = 'r'
                     AND has_table_privilege(session_user, it.oid, 'TRUNCATE'))
             AS "may empty tables (TRUNCATE)"
    FROM pg_roles AS role WHERE pg_has_role(session_user, role.oid, 'MEMBER')
    """
)


def check_role(connection: Connection) -> None:
    """Raise SettingsRefused when the connection's role could pass by what the database guards."""
    if connection.dialect.name != "postgresql":
        return
    found = connection.execute(_TOO_MUCH).mappings().one()
    too_much = [what for what, is_so in found.items() if is_so]
    if too_much:
        raise SettingsRefused(
            f"the role in CADAIR_DATABASE_URL {', '.join(too_much)}.  Serve with a role that may "
            'only read and write rows (SECURITY.md, "What you must do"); `cadair migrate` keeps '
            "the one that owns the tables."
        )
