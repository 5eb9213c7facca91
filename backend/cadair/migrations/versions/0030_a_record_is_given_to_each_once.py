"""A signed record is given to each person once

Revision: 0030, after 0028
"""

import sqlalchemy as sa
from alembic import op

revision = "0030"
down_revision = "0028"
branch_labels = None
depends_on = None

OF_A_RECORD = "kind = 'record' AND state IN ('waiting', 'released')"


def upgrade() -> None:
    kind = sa.Column("kind", sa.String(length=40), nullable=False, server_default="words")
    op.add_column("release", kind)
    op.add_column("release", sa.Column("edition", sa.Integer(), nullable=True))
    op.create_index(
        "uq_release_record",
        "release",
        ["review_id", "person_id", "edition"],
        unique=True,
        sqlite_where=sa.text(OF_A_RECORD),
        postgresql_where=sa.text(OF_A_RECORD),
    )


def downgrade() -> None:
    op.drop_index("uq_release_record", "release")
    op.execute("DELETE FROM release_viewing WHERE EXISTS (SELECT 1 FROM release AS r"
               " WHERE r.review_id = release_viewing.review_id AND r.id = release_viewing.release_id"
               " AND r.kind = 'record')")  # fmt: skip
    op.execute("DELETE FROM release WHERE kind = 'record'")
    op.drop_column("release", "edition")
    op.drop_column("release", "kind")
