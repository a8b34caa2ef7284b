"""What a run learns: tasks on corpora, each with its weight, where one corpus was all that there was"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_REFERRING = {"sweep_id": "sweeps", "base_run_id": "runs"}


def upgrade() -> None:
    # SQLite drops no column that refers to another table, so "runs" is built anew. With the foreign keys switched on,
    # dropping the old one would delete the measurements and checkpoints of every run; that cannot be done later on,
    # in the transaction. Whoever has a migration made gets connections of his own afterwards.
    op.execute("PRAGMA foreign_keys = OFF")
    op.execute("BEGIN IMMEDIATE")
    op.create_table(
        "run_inputs",
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("corpus_id", sa.Integer(), nullable=False),
        sa.Column("task", sa.String(), nullable=False),
        sa.Column("weight", sa.Double(), nullable=False),
        sa.ForeignKeyConstraint(["run_id"], ["runs.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["corpus_id"], ["corpora.id"], ondelete="RESTRICT"),
        sa.PrimaryKeyConstraint("run_id", "position"),
    )
    op.create_index("ix_run_inputs_corpus_id", "run_inputs", ["corpus_id"])
    op.execute("INSERT INTO run_inputs SELECT id, 0, corpus_id, 'next_word', 1.0 FROM runs")
    op.drop_index("ix_runs_corpus_id", "runs")
    with op.batch_alter_table("runs", recreate="always") as runs:
        runs.drop_column("corpus_id")


def downgrade() -> None:
    """The older program knows one task and one text for each run."""
    op.execute("DELETE FROM runs WHERE id IN (SELECT run_id FROM run_inputs WHERE position > 0 OR task != 'next_word')")
    op.add_column("runs", sa.Column("corpus_id", sa.Integer(), nullable=True))
    op.execute("UPDATE runs SET corpus_id = (SELECT corpus_id FROM run_inputs WHERE run_id = runs.id)")
    op.drop_table("run_inputs")
    for column in _REFERRING:
        op.add_column("runs", sa.Column(f"{column}_kept", sa.Integer(), nullable=True))
        op.execute(f"UPDATE runs SET {column}_kept = {column}")
        op.drop_index(f"ix_runs_{column}", "runs")
    op.execute("COMMIT")
    op.execute("PRAGMA foreign_keys = OFF")
    op.execute("BEGIN IMMEDIATE")
    with op.batch_alter_table("runs", recreate="always") as runs:
        runs.alter_column("corpus_id", nullable=False)
        runs.create_foreign_key("fk_runs_corpus_id", "corpora", ["corpus_id"], ["id"], ondelete="RESTRICT")
        for column in _REFERRING:
            runs.drop_column(column)
    op.create_index("ix_runs_corpus_id", "runs", ["corpus_id"])
    # A table that was built anew names what its columns refer to after them all, and then SQLite drops none of these.
    for column, table in _REFERRING.items():
        op.execute(f"ALTER TABLE runs ADD COLUMN {column} INTEGER REFERENCES {table} (id)")
        op.execute(f"UPDATE runs SET {column} = {column}_kept")
        op.drop_column("runs", f"{column}_kept")
        op.create_index(f"ix_runs_{column}", "runs", [column])
