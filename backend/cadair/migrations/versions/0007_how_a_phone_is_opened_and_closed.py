"""How a phone is opened and closed

Revision: 0007, after 0006
"""

import sqlalchemy as sa
from alembic import op

from cadair.migrations.second_wall import raise_second_wall

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "picture_code",
        sa.Column("device_id", sa.Uuid(), nullable=False),
        sa.Column("hashed", sa.String(), nullable=False),
        sa.Column("wrong_tries", sa.Integer(), nullable=False),
        sa.Column("chosen_at", MOMENT, nullable=False),
        sa.Column("council_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["council_id"], ["council.id"], name=op.f("fk_picture_code_council_id")
        ),
        sa.ForeignKeyConstraint(
            ["device_id"], ["device.id"], name=op.f("fk_picture_code_device_id")
        ),
        sa.PrimaryKeyConstraint("device_id", name=op.f("pk_picture_code")),
    )
    op.create_table(
        "phone_choices",
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("leaves_no_trace", sa.Boolean(), nullable=False),
        sa.Column("not_safe_since", MOMENT, nullable=True),
        sa.Column("safe_again_since", MOMENT, nullable=True),
        sa.Column("council_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["council_id"], ["council.id"], name=op.f("fk_phone_choices_council_id")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_phone_choices_person_id")
        ),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_phone_choices")),
    )
    # Added without making the tables anew, which on SQLite would forget their checks.  Devices from
    # before are of no known kind, and nobody can have chosen pictures on them.
    op.add_column(
        "device",
        sa.Column("kind", sa.String(length=40), nullable=False, server_default="computer"),
    )
    op.add_column("device", sa.Column("joined_at", MOMENT, nullable=True))
    op.add_column(
        "card",
        sa.Column("offers_pictures", sa.Boolean(), nullable=False, server_default=sa.false()),
    )
    op.add_column("sign_in_session", sa.Column("locked_at", MOMENT, nullable=True))
    op.add_column("sign_in_session", sa.Column("page_secret", sa.LargeBinary(), nullable=True))
    raise_second_wall(["picture_code", "phone_choices"])


def downgrade() -> None:
    op.drop_column("sign_in_session", "page_secret")
    op.drop_column("sign_in_session", "locked_at")
    op.drop_column("card", "offers_pictures")
    op.drop_column("device", "joined_at")
    op.drop_column("device", "kind")
    op.drop_table("phone_choices")
    op.drop_table("picture_code")
