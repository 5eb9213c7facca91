"""Runs migrations on the connection that it is handed; see commands/serving.py."""

from typing import Any

from alembic import context
from sqlalchemy import Enum

from cadair.foundation.database import Base, UtcMoment

connection = context.config.attributes["connection"]


def render_item(kind: str, item: Any, _context: Any) -> str | bool:
    """Our own types as the plain ones that the database has, so that a migration never changes."""
    if kind == "type" and isinstance(item, UtcMoment):
        return "sa.DateTime(timezone=True)"
    if kind == "type" and isinstance(item, Enum):
        return f"sa.String(length={item.length})"
    return False


context.configure(
    connection=connection,
    target_metadata=Base.metadata,
    render_as_batch=connection.dialect.name == "sqlite",
    render_item=render_item,
    compare_type=True,
)
with context.begin_transaction():
    context.run_migrations()
