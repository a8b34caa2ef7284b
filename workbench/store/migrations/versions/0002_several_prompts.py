"""Several pinned prompts for a run, with a sample for each of them at a step"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_ALL = "run_id, step, prompt, text, predictions"


def upgrade() -> None:
    # Python's driver begins no transaction before a change of the schema; all of this happens or none of it.
    op.execute("BEGIN IMMEDIATE")
    # Columns are added and dropped in place: rebuilding "runs", as Alembic's batch mode would, drops the old table,
    # and with the foreign keys switched on that deletes the measurements and checkpoints of every run.
    op.add_column("runs", sa.Column("prompts", sa.JSON(), nullable=False, server_default="[]"))
    runs = sa.table("runs", sa.column("id", sa.Integer), sa.column("prompt", sa.String), sa.column("prompts", sa.JSON))
    connection = op.get_bind()
    for found in connection.execute(sa.select(runs.c.id, runs.c.prompt).where(runs.c.prompt != "")).all():
        connection.execute(runs.update().where(runs.c.id == found.id).values(prompts=[found.prompt]))
    op.drop_column("runs", "prompt")

    op.rename_table("samples", "samples_of_one")
    _create_samples("run_id", "step", "prompt")
    op.execute(f"INSERT INTO samples ({_ALL}) SELECT {_ALL} FROM samples_of_one ORDER BY run_id, step")
    op.drop_table("samples_of_one")

    # What the window remembers for the next run.
    preferences = sa.table("preferences", sa.column("key", sa.String), sa.column("value", sa.JSON))
    kept = connection.execute(sa.select(preferences.c.value).where(preferences.c.key == "train.prompt")).scalar()
    if kept is not None:
        connection.execute(preferences.insert().values(key="train.prompts", value={"value": [kept["value"]]}))
        connection.execute(preferences.delete().where(preferences.c.key == "train.prompt"))


def downgrade() -> None:
    """Each run keeps its first prompt and the samples of it."""
    op.add_column("runs", sa.Column("prompt", sa.String(), nullable=False, server_default=""))
    op.execute("UPDATE runs SET prompt = coalesce(json_extract(prompts, '$[0]'), '')")
    op.drop_column("runs", "prompts")

    op.rename_table("samples", "samples_of_several")
    _create_samples("run_id", "step")
    op.execute(
        f"INSERT INTO samples ({_ALL}) SELECT {_ALL} FROM samples_of_several"
        " WHERE prompt = (SELECT prompt FROM runs WHERE runs.id = run_id)"
    )
    op.drop_table("samples_of_several")

    op.execute(
        "UPDATE preferences SET key = 'train.prompt', value = json_object('value', json_extract(value, '$.value[0]'))"
        " WHERE key = 'train.prompts'"
    )


def _create_samples(*key: str) -> None:
    op.create_table(
        "samples",
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("prompt", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("predictions", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["run_id"], ["runs.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint(*key),
    )
