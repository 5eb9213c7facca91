"""Councils' own single sign-on

Revision: 0014, after 0013
"""

import sqlalchemy as sa
from alembic import op

from cadair.migrations.second_wall import raise_second_wall

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "council_sign_on",
        sa.Column("council_id", sa.Uuid(), nullable=False),
        sa.Column("issuer", sa.String(), nullable=False),
        sa.Column("client_id", sa.String(), nullable=False),
        sa.Column("secret", sa.LargeBinary(), nullable=False),
        sa.Column("acr", sa.JSON(), nullable=False),
        sa.Column("amr", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("council_id", name="pk_council_sign_on"),
        sa.ForeignKeyConstraint(
            ["council_id"], ["council.id"], name="fk_council_sign_on_council_id"
        ),
    )
    op.create_table(
        "council_subject",
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("council_id", sa.Uuid(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("person_id", name="pk_council_subject"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_council_subject_person_id"),
        sa.ForeignKeyConstraint(
            ["council_id"], ["council.id"], name="fk_council_subject_council_id"
        ),
        sa.UniqueConstraint("council_id", "subject", name="uq_council_subject_council_id"),
    )
    op.create_table(
        "sign_on_try",
        sa.Column("state_digest", sa.LargeBinary(), nullable=False),
        sa.Column("of_council", sa.Uuid(), nullable=False),
        sa.Column("browser_digest", sa.LargeBinary(), nullable=False),
        sa.Column("nonce", sa.String(), nullable=False),
        sa.Column("verifier", sa.String(), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("state_digest", name="pk_sign_on_try"),
    )
    raise_second_wall(["council_sign_on", "council_subject"])


def downgrade() -> None:
    for table in ("sign_on_try", "council_subject", "council_sign_on"):
        op.drop_table(table)
