"""A second step for staff, and passkeys for everybody

Revision: 0013, after 0012
"""

import sqlalchemy as sa
from alembic import op

from cadair.migrations.second_wall import raise_second_wall

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
OF_A_PERSON = ("authenticator", "recovery_code", "passkey", "sign_in_notice")


def upgrade() -> None:
    # Sessions of staff that are open now are half signed in from here on: they come in anew.
    op.add_column("sign_in_session", sa.Column("second_step", sa.String(length=40), nullable=True))
    op.create_table(
        "authenticator",
        *_of_a_person("authenticator"),
        sa.Column("seed", sa.LargeBinary(), nullable=False),
        sa.Column("begun_at", MOMENT, nullable=False),
        sa.Column("confirmed_at", MOMENT, nullable=True),
        sa.Column("last_code", sa.Integer(), nullable=False),
    )
    op.create_table(
        "recovery_code",
        *_of_a_person("recovery_code"),
        sa.Column("code_digest", sa.LargeBinary(), nullable=False),
        sa.Column("used_at", MOMENT, nullable=True),
    )
    op.create_table(
        "passkey",
        *_of_a_person("passkey"),
        sa.Column("credential", sa.LargeBinary(), nullable=False),
        sa.Column("public_key", sa.LargeBinary(), nullable=False),
        sa.Column("used_count", sa.Integer(), nullable=False),
        sa.Column("transports", sa.JSON(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("added_at", MOMENT, nullable=False),
        sa.Column("used_at", MOMENT, nullable=True),
        sa.UniqueConstraint("credential", name="uq_passkey_credential"),
    )
    op.create_table(
        "sign_in_notice",
        *_of_a_person("sign_in_notice"),
        sa.Column("what", sa.String(length=40), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=True),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("read_at", MOMENT, nullable=True),
    )
    for table in OF_A_PERSON:
        op.create_index(f"ix_{table}_person_id", table, ["person_id"])
    op.create_table(
        "passkey_challenge",
        sa.Column("challenge_digest", sa.LargeBinary(), nullable=False),
        sa.Column("purpose", sa.String(length=40), nullable=False),
        sa.Column("bound_to", sa.LargeBinary(), nullable=False),
        sa.Column("asked_from", sa.LargeBinary(), nullable=False),
        sa.Column("expires_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("challenge_digest", name="pk_passkey_challenge"),
    )
    op.create_index(
        "ix_passkey_challenge_asked_from", "passkey_challenge", ["asked_from", "expires_at"]
    )
    raise_second_wall(OF_A_PERSON)


def downgrade() -> None:
    op.drop_table("passkey_challenge")
    for table in OF_A_PERSON:
        op.drop_table(table)
    with op.batch_alter_table("sign_in_session") as batch_op:
        batch_op.drop_column("second_step")


def _of_a_person(table: str) -> tuple[sa.Column | sa.Constraint, ...]:
    return (
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("council_id", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=f"pk_{table}"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=f"fk_{table}_person_id"),
        sa.ForeignKeyConstraint(["council_id"], ["council.id"], name=f"fk_{table}_council_id"),
    )
