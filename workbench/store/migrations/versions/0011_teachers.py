"""What a run learns from beside its texts: another model"""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("BEGIN IMMEDIATE")
    op.create_table(
        "run_teachers",
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("model", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("is_run", sa.Boolean(), nullable=False),
        sa.Column("teacher_run_id", sa.Integer(), nullable=True),
        sa.Column("step", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["run_id"], ["runs.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["teacher_run_id"], ["runs.id"], ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("run_id"),
    )
    op.create_index("ix_run_teachers_teacher_run_id", "run_teachers", ["teacher_run_id"])


def downgrade() -> None:
    op.drop_table("run_teachers")
