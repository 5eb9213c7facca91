"""What is given to whom, and who agreed to it

Revision: 0010, after 0009
"""

import sqlalchemy as sa
from alembic import op

from cadair.migrations.second_wall import raise_second_wall

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "release",
        sa.Column("review_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("child_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("needs_second", sa.Boolean(), nullable=False),
        sa.Column("rendering", sa.LargeBinary(), nullable=False),
        sa.Column("picked", sa.LargeBinary(), nullable=False),
        sa.Column("findings", sa.LargeBinary(), nullable=True),
        sa.Column("reason", sa.LargeBinary(), nullable=True),
        sa.Column("fingerprint", sa.String(), nullable=False),
        sa.Column("made_by_id", sa.Uuid(), nullable=False),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.Column("decided_by_id", sa.Uuid(), nullable=True),
        sa.Column("decided_at", MOMENT, nullable=True),
        sa.Column("note", sa.LargeBinary(), nullable=True),
        sa.Column("released_at", MOMENT, nullable=True),
        sa.Column("council_id", sa.Uuid(), nullable=False),
        sa.CheckConstraint(
            "(state = 'released') = (released_at IS NOT NULL)",
            name=op.f("ck_release_released_at_a_time"),
        ),
        sa.CheckConstraint(
            "(decided_by_id IS NULL) = (decided_at IS NULL)",
            name=op.f("ck_release_decided_by_somebody"),
        ),
        sa.CheckConstraint(
            "NOT needs_second OR state NOT IN ('released', 'sent_back')"
            " OR (decided_by_id IS NOT NULL AND decided_by_id <> made_by_id)",
            name=op.f("ck_release_agreed_by_another"),
        ),
        sa.ForeignKeyConstraint(["review_id"], ["review.id"], name=op.f("fk_release_review_id")),
        sa.ForeignKeyConstraint(["child_id"], ["person.id"], name=op.f("fk_release_child_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_release_person_id")),
        sa.ForeignKeyConstraint(["made_by_id"], ["person.id"], name=op.f("fk_release_made_by_id")),
        sa.ForeignKeyConstraint(
            ["decided_by_id"], ["person.id"], name=op.f("fk_release_decided_by_id")
        ),
        sa.ForeignKeyConstraint(["council_id"], ["council.id"], name=op.f("fk_release_council_id")),
        sa.PrimaryKeyConstraint("review_id", "id", name=op.f("pk_release")),
    )
    op.create_index("ix_release_person", "release", ["person_id", "state"])
    op.create_index("ix_release_waiting", "release", ["council_id", "state"])
    op.create_table(
        "release_viewing",
        sa.Column("review_id", sa.Uuid(), nullable=False),
        sa.Column("release_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("viewed_at", MOMENT, nullable=False),
        sa.Column("council_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["review_id", "release_id"],
            ["release.review_id", "release.id"],
            name=op.f("fk_release_viewing_release"),
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_release_viewing_person_id")
        ),
        sa.ForeignKeyConstraint(
            ["council_id"], ["council.id"], name=op.f("fk_release_viewing_council_id")
        ),
        sa.PrimaryKeyConstraint(
            "review_id", "release_id", "person_id", name=op.f("pk_release_viewing")
        ),
    )
    raise_second_wall(["release", "release_viewing"])


def downgrade() -> None:
    op.drop_table("release_viewing")
    op.drop_table("release")
