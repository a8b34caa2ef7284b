"""Runs that wait in a queue or belong to a sweep, and tags, groups and an archive to keep many runs in order"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_NEW = ("tags", "group_name", "is_archived", "place", "sweep_id", "is_winner")


def upgrade() -> None:
    # As in 0002: all of this or none, and columns in place, since a rebuilt "runs" would take its measurements along.
    op.execute("BEGIN IMMEDIATE")
    op.create_table(
        "sweeps",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("plan", sa.JSON(), nullable=False),
        sa.Column("keeps_all", sa.Boolean(), nullable=False),
        sa.Column("created", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.add_column("runs", sa.Column("tags", sa.JSON(), nullable=False, server_default="[]"))
    op.add_column("runs", sa.Column("group_name", sa.String(), nullable=False, server_default=""))
    op.add_column("runs", sa.Column("is_archived", sa.Boolean(), nullable=False, server_default="0"))
    op.add_column("runs", sa.Column("place", sa.Integer(), nullable=True))
    # Alembic adds no column with a foreign key to a table of SQLite's, although SQLite does.
    op.execute("ALTER TABLE runs ADD COLUMN sweep_id INTEGER REFERENCES sweeps (id)")
    op.add_column("runs", sa.Column("is_winner", sa.Boolean(), nullable=False, server_default="0"))
    op.create_index("ix_runs_sweep_id", "runs", ["sweep_id"])


def downgrade() -> None:
    """Runs that wait were never begun, and the older program knows no such status."""
    op.execute("DELETE FROM runs WHERE status = 'queued'")
    op.drop_index("ix_runs_sweep_id", "runs")
    # SQLite does not drop a column that refers to another table.
    op.execute("PRAGMA foreign_keys = OFF")
    for column in _NEW:
        op.drop_column("runs", column)
    op.drop_table("sweeps")
