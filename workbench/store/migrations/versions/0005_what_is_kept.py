"""Which checkpoint is kept as a run's model, which run it began from, and when it began, went on and ended"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_NEW = (
    "kept_step",
    "began_from_run",
    "base_run_id",
    "bytes_per_token",
    "spelled_share",
    "extensions",
    "begun",
    "ended",
)

# Until now a run's best loss could be that of its beginning, which had no checkpoint: the model was another one.
_KEPT = """
    UPDATE runs SET kept_step = coalesce(
        (SELECT step FROM checkpoints WHERE run_id = runs.id AND is_best ORDER BY step DESC LIMIT 1),
        (SELECT max(step) FROM checkpoints WHERE run_id = runs.id),
        (SELECT step FROM measurements WHERE run_id = runs.id AND name = 'validation_loss' AND step > 0
            ORDER BY value, step LIMIT 1))
"""
_KEPT_LOSS = """
    UPDATE runs SET best_validation_loss = coalesce(
        (SELECT value FROM measurements
            WHERE run_id = runs.id AND name = 'validation_loss' AND step = runs.kept_step), best_validation_loss)
"""
_KEPT_CHECKPOINT = """
    UPDATE checkpoints SET is_best = (step = (SELECT kept_step FROM runs WHERE runs.id = checkpoints.run_id))
"""
# The hash of a run that began from another one ends in that one's checkpoint. Names may have changed hands since, so
# that only a run with the same beginning of the hash is the one.
_FROM_RUN = "UPDATE runs SET began_from_run = 1 WHERE instr(model_sha256, '+')"
_BASE = """
    UPDATE runs SET base_run_id = (
        SELECT base.id FROM runs AS base
        WHERE base.id < runs.id AND (base.name = runs.model OR CAST(base.id AS TEXT) = runs.model)
            AND substr(runs.model_sha256, 1, length(base.model_sha256) + 1) = base.model_sha256 || '+'
            AND instr(substr(runs.model_sha256, length(base.model_sha256) + 2), '+') = 0)
    WHERE began_from_run
"""
_WAITING = """
    UPDATE runs SET began_from_run = 1, base_run_id = (
        SELECT base.id FROM runs AS base
        WHERE base.id < runs.id AND (base.name = runs.model OR CAST(base.id AS TEXT) = runs.model))
    WHERE model_sha256 = '' AND model IN (SELECT name FROM runs UNION SELECT CAST(id AS TEXT) FROM runs)
"""


def upgrade() -> None:
    # As in 0002: in place, since a rebuilt "runs" would take its measurements along.
    op.execute("BEGIN IMMEDIATE")
    op.add_column("runs", sa.Column("kept_step", sa.Integer(), nullable=True))
    op.add_column("runs", sa.Column("began_from_run", sa.Boolean(), nullable=False, server_default="0"))
    # Alembic adds no column with a foreign key to a table of SQLite's, although SQLite does.
    op.execute("ALTER TABLE runs ADD COLUMN base_run_id INTEGER REFERENCES runs (id)")
    op.create_index("ix_runs_base_run_id", "runs", ["base_run_id"])
    op.add_column("runs", sa.Column("bytes_per_token", sa.Double(), nullable=True))
    op.add_column("runs", sa.Column("spelled_share", sa.Double(), nullable=False, server_default="0"))
    op.add_column("runs", sa.Column("tokenizer_sha256", sa.String(), nullable=False, server_default=""))
    op.add_column("runs", sa.Column("extensions", sa.JSON(), nullable=False, server_default="[]"))
    op.add_column("runs", sa.Column("begun", sa.DateTime(), nullable=True))
    op.add_column("runs", sa.Column("ended", sa.DateTime(), nullable=True))
    for statement in (_KEPT, _KEPT_LOSS, _KEPT_CHECKPOINT, _FROM_RUN, _BASE, _WAITING):
        op.execute(statement)


def downgrade() -> None:
    op.drop_index("ix_runs_base_run_id", "runs")
    # SQLite does not drop a column that refers to another table.
    op.execute("PRAGMA foreign_keys = OFF")
    for column in _NEW:
        op.drop_column("runs", column)
