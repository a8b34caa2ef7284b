"""Dividends, findings, measured memory and token counts in tables, where they were preferences and files"""

import json
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

FINDINGS = "findings"  # the folder of a run that they were kept in, each as NAME.json

_preferences = sa.table("preferences", sa.column("key", sa.String), sa.column("value", sa.JSON))
_runs = sa.table("runs", sa.column("id", sa.Integer), sa.column("folder", sa.String))
_dividends = sa.table(
    "dividends", *(sa.column(name) for name in ("id", "name", "corpus", "model")),
    sa.column("fine_tuning", sa.JSON), sa.column("shares", sa.JSON),
)  # fmt: skip
_dividend_runs = sa.table(
    "dividend_runs", *(sa.column(name) for name in ("dividend_id", "is_pretrained", "share", "run_id"))
)
_findings = sa.table(
    "findings", sa.column("run_id"), sa.column("name"), sa.column("checkpoints", sa.JSON), sa.column("content", sa.JSON)
)
_memory = sa.table("measured_memory", sa.column("shape"), sa.column("bytes"))
_tokens = sa.table("token_counts", *(sa.column(name) for name in ("corpus", "tokenizer", "train", "validation")))


def upgrade() -> None:
    op.execute("BEGIN IMMEDIATE")
    _create_tables()
    connection = op.get_bind()
    runs = {run.folder: run.id for run in connection.execute(sa.select(_runs))}
    for key, stored in connection.execute(sa.select(_preferences.c.key, _preferences.c.value)).all():
        kind, _, rest = key.partition(".")
        value = stored.get("value") if isinstance(stored, dict) else None
        match kind, value:
            case "dividends", dict() if not rest:
                left = {name: plan for name, plan in value.items() if not _moved_dividend(name, plan, runs)}
                if left:  # what this program cannot read stays as it is
                    connection.execute(
                        _preferences.update().where(_preferences.c.key == key).values(value={"value": left})
                    )
                    continue
            case "memory", int() if rest and _fits(rest, value):
                connection.execute(_memory.insert().values(shape=rest, bytes=value))
            case "tokens", {"train": int(train), "validation": int(held_out)} if _fits(rest, train, held_out):
                corpus, _, tokenizer = rest.partition("/")
                connection.execute(_tokens.insert().values((corpus, tokenizer, train, held_out)))
            case _:
                continue
        connection.execute(_preferences.delete().where(_preferences.c.key == key))
    _move_findings(runs)


def downgrade() -> None:
    """What has no place among preferences and files is as good as it was there before."""
    connection = op.get_bind()
    made: dict[int, dict[str, int]] = {}
    for dividend_id, is_pretrained, share, run_id in connection.execute(sa.select(_dividend_runs)):
        made.setdefault(dividend_id, {})[f"{'pretrained' if is_pretrained else 'scratch'} {share:g}"] = run_id
    kept: dict[str, object] = {f"memory.{shape}": size for shape, size in connection.execute(sa.select(_memory))}
    for corpus, tokenizer, train, validation in connection.execute(sa.select(_tokens)):
        kept[f"tokens.{corpus}/{tokenizer}"] = {"train": train, "validation": validation}
    kept["dividends"] = {
        row.name: {
            "corpus": row.corpus, "model": row.model, "fine_tuning": row.fine_tuning, "shares": row.shares,
            "runs": made.get(row.id, {}),
        }
        for row in connection.execute(sa.select(_dividends).order_by(_dividends.c.id))
    }  # fmt: skip
    for key, value in kept.items():
        connection.execute(_preferences.delete().where(_preferences.c.key == key))
        connection.execute(_preferences.insert().values(key=key, value={"value": value}))
    places = {run.id: run.folder for run in connection.execute(sa.select(_runs))}
    for run_id, name, checkpoints, content in connection.execute(sa.select(_findings)):
        folder = _attributes()["folder"] / "runs" / Path(places[run_id]).name / FINDINGS
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{Path(name).name}.json").write_text(json.dumps({"checkpoint": checkpoints, "finding": content}))
    for table in ("dividend_runs", "dividends", "findings", "measured_memory", "token_counts"):
        op.drop_table(table)


def _create_tables() -> None:
    op.create_table(
        "dividends",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("name", sa.String(), nullable=False, unique=True),
        sa.Column("corpus", sa.String(), nullable=False),
        sa.Column("model", sa.String(), nullable=False),
        sa.Column("fine_tuning", sa.JSON(), nullable=False),
        sa.Column("shares", sa.JSON(), nullable=False),
    )
    op.create_table(
        "dividend_runs",
        sa.Column("dividend_id", sa.Integer(), nullable=False),
        sa.Column("is_pretrained", sa.Boolean(), nullable=False),
        sa.Column("share", sa.Double(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["dividend_id"], ["dividends.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["run_id"], ["runs.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("dividend_id", "is_pretrained", "share"),
    )
    op.create_index("ix_dividend_runs_run_id", "dividend_runs", ["run_id"])
    op.create_table(
        "findings",
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("checkpoints", sa.JSON(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["run_id"], ["runs.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("run_id", "name"),
    )
    op.create_table(
        "measured_memory",
        sa.Column("shape", sa.String(), primary_key=True),
        sa.Column("bytes", sa.Integer(), nullable=False),
    )
    op.create_table(
        "token_counts",
        sa.Column("corpus", sa.String(), nullable=False),
        sa.Column("tokenizer", sa.String(), nullable=False),
        sa.Column("train", sa.Integer(), nullable=False),
        sa.Column("validation", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("corpus", "tokenizer"),
    )


def _fits(*values: str | int) -> bool:
    """Whether SQLite can hold them; what a stranger wrote as JSON may be anything."""
    return all(
        -(2**63) <= value < 2**63 if isinstance(value, int) else value == value.encode(errors="replace").decode()
        for value in values
    )


def _moved_dividend(name: str, plan: object, runs: dict[str, int]) -> bool:
    """Whether it was one; runs that were deleted since are to be made again."""
    match plan:
        case {
            "corpus": str(corpus), "model": str(model), "fine_tuning": dict(settings), "shares": list(shares),
            "runs": dict(made),
        } if all(isinstance(share, float | int) for share in shares) and _fits(name, corpus, model):  # fmt: skip
            values = {"name": name, "corpus": corpus, "model": model, "fine_tuning": settings, "shares": shares}
            connection = op.get_bind()
            (dividend_id,) = connection.execute(_dividends.insert().values(values).returning(_dividends.c.id)).one()
            for key, run_id in made.items():
                of_share = next((share for share in shares if key.endswith(f" {share:g}")), None)
                if of_share is not None and run_id in runs.values():
                    row = (dividend_id, key.startswith("pretrained"), float(of_share), run_id)
                    connection.execute(_dividend_runs.insert().values(row))
            return True
    return False


def _move_findings(runs: dict[str, int]) -> None:
    """Files that cannot be read stay where they are. The others go when all of this is written: see `schema.py`."""
    attributes = _attributes()
    for file in sorted(attributes["folder"].glob(f"runs/*/{FINDINGS}/*.json")):
        run_id = runs.get(f"runs/{file.parent.parent.name}")
        try:
            content = json.loads(file.read_bytes())
            values = (run_id, file.stem, list(content["checkpoint"]), dict(content["finding"]))
        except (OSError, ValueError, KeyError, TypeError):
            continue
        if run_id is not None and _fits(file.stem):
            op.get_bind().execute(_findings.insert().values(values))
            attributes["moved"].append(file)


def _attributes() -> dict[str, Any]:
    """Of the configuration; see `alembic_config`."""
    config = op.get_context().config
    assert config is not None
    return config.attributes
