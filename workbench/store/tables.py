"""The tables of project.sqlite, which a new project is made of. A change here needs a migration in migrations/versions/
for all others; what one of them sets in older rows is a `server_default` here."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    type_annotation_map = {dict[str, Any]: JSON, list[Any]: JSON}  # noqa: RUF012 - read by SQLAlchemy


class CorpusRow(Base):
    __tablename__ = "corpora"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    folder: Mapped[str] = mapped_column(unique=True)  # below the project's folder, with forward slashes
    sources: Mapped[list[Any]]
    skipped: Mapped[list[Any]]
    cleaning: Mapped[dict[str, Any]]
    split_seed: Mapped[int]
    statistics: Mapped[dict[str, Any]]
    sha256: Mapped[str]
    labels: Mapped[dict[str, Any] | None]
    created: Mapped[datetime]


class RunRow(Base):
    __tablename__ = "runs"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    folder: Mapped[str] = mapped_column(unique=True)
    status: Mapped[str]
    model: Mapped[str]
    model_sha256: Mapped[str]
    fine_tuning: Mapped[dict[str, Any]]
    prompts: Mapped[list[Any]] = mapped_column(server_default="[]")
    created: Mapped[datetime]
    steps: Mapped[int] = mapped_column(default=0)
    total_steps: Mapped[int] = mapped_column(default=0)
    base_validation_loss: Mapped[float | None]
    best_validation_loss: Mapped[float | None]
    final_validation_loss: Mapped[float | None]
    tokens_per_second: Mapped[float | None]
    seconds: Mapped[float] = mapped_column(default=0.0)
    note: Mapped[str] = mapped_column(default="")
    error: Mapped[str] = mapped_column(default="")
    tags: Mapped[list[Any]] = mapped_column(default=list, server_default="[]")
    group: Mapped[str] = mapped_column("group_name", default="", server_default="")
    is_archived: Mapped[bool] = mapped_column(default=False, server_default="0")
    place: Mapped[int | None]  # in the queue, as long as the run waits there
    sweep_id: Mapped[int | None] = mapped_column(ForeignKey("sweeps.id"), index=True)
    is_winner: Mapped[bool] = mapped_column(default=False, server_default="0")
    provenance: Mapped[dict[str, Any] | None]
    kept_step: Mapped[int | None]  # of the checkpoint that is the run's model
    began_from_run: Mapped[bool] = mapped_column(default=False, server_default="0")
    base_run_id: Mapped[int | None] = mapped_column(ForeignKey("runs.id"), index=True)
    base_step: Mapped[int | None]  # no foreign key: that checkpoint goes when its run has a better one
    bytes_per_token: Mapped[float | None]  # of the validation text
    spelled_share: Mapped[float] = mapped_column(default=0.0, server_default="0")
    # Of what cut the validation text into those tokens.
    tokenizer_sha256: Mapped[str] = mapped_column(default="", server_default="")
    # [step, total] each time that it went on beyond its end.
    extensions: Mapped[list[Any]] = mapped_column(default=list, server_default="[]")
    begun: Mapped[datetime | None]
    ended: Mapped[datetime | None]
    # Where it learns, or learnt last.
    runs_on: Mapped[str] = mapped_column(default="here", server_default="here")


class InputRow(Base):
    """What a run learns; nearly all have one."""

    __tablename__ = "run_inputs"

    run_id: Mapped[int] = mapped_column(ForeignKey("runs.id", ondelete="CASCADE"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    corpus_id: Mapped[int] = mapped_column(ForeignKey("corpora.id", ondelete="RESTRICT"), index=True)
    task: Mapped[str]
    weight: Mapped[float]


class TeacherRow(Base):
    """Who a run learns from; most have none."""

    __tablename__ = "run_teachers"

    run_id: Mapped[int] = mapped_column(ForeignKey("runs.id", ondelete="CASCADE"), primary_key=True)
    model: Mapped[str]  # or what the run is called that teaches, or was when it was deleted
    sha256: Mapped[str]  # of its weights and tokenizer; empty as long as the run waits for its turn
    is_run: Mapped[bool]
    teacher_run_id: Mapped[int | None] = mapped_column(ForeignKey("runs.id", ondelete="SET NULL"), index=True)
    step: Mapped[int | None]


class SweepRow(Base):
    """Its runs name it; `plan` is how their settings were chosen."""

    __tablename__ = "sweeps"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    plan: Mapped[dict[str, Any]]
    keeps_all: Mapped[bool]
    created: Mapped[datetime]


class MeasurementRow(Base):
    """By far the most rows, so the key is the table: a run's curve is read in one sweep."""

    __tablename__ = "measurements"
    __table_args__ = {"sqlite_with_rowid": False}  # noqa: RUF012

    run_id: Mapped[int] = mapped_column(ForeignKey("runs.id", ondelete="CASCADE"), primary_key=True)
    name: Mapped[str] = mapped_column(primary_key=True)
    step: Mapped[int] = mapped_column(primary_key=True)
    value: Mapped[float]
    seconds: Mapped[float]


class CheckpointRow(Base):
    __tablename__ = "checkpoints"

    run_id: Mapped[int] = mapped_column(ForeignKey("runs.id", ondelete="CASCADE"), primary_key=True)
    step: Mapped[int] = mapped_column(primary_key=True)
    folder: Mapped[str]
    is_best: Mapped[bool]


class SampleRow(Base):
    __tablename__ = "samples"

    run_id: Mapped[int] = mapped_column(ForeignKey("runs.id", ondelete="CASCADE"), primary_key=True)
    step: Mapped[int] = mapped_column(primary_key=True)
    prompt: Mapped[str] = mapped_column(primary_key=True)
    text: Mapped[str]
    predictions: Mapped[list[Any]]


class ModelFolderRow(Base):
    """Model folders of the person's own, anywhere on the computer."""

    __tablename__ = "model_folders"

    folder: Mapped[str] = mapped_column(primary_key=True)


class PreferenceRow(Base):
    """Small choices of the window, such as the chosen corpus."""

    __tablename__ = "preferences"

    key: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[dict[str, Any]]  # {"value": …}, so that any JSON value fits


class DividendRow(Base):
    """A comparison with and without pretraining, as it was planned."""

    __tablename__ = "dividends"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    corpus: Mapped[str]
    model: Mapped[str]
    fine_tuning: Mapped[dict[str, Any]]
    shares: Mapped[list[Any]]  # of the training text
    task: Mapped[str] = mapped_column(server_default="next_word")


class DividendRunRow(Base):
    """Which run was made for what; where that was deleted, it is to be made again."""

    __tablename__ = "dividend_runs"

    dividend_id: Mapped[int] = mapped_column(ForeignKey("dividends.id", ondelete="CASCADE"), primary_key=True)
    is_pretrained: Mapped[bool] = mapped_column(primary_key=True)
    share: Mapped[float] = mapped_column(primary_key=True)
    run_id: Mapped[int] = mapped_column(ForeignKey("runs.id", ondelete="CASCADE"), index=True)


class FindingRow(Base):
    """What was found out about a run; `checkpoints` names those that it had then."""

    __tablename__ = "findings"

    run_id: Mapped[int] = mapped_column(ForeignKey("runs.id", ondelete="CASCADE"), primary_key=True)
    name: Mapped[str] = mapped_column(primary_key=True)
    checkpoints: Mapped[list[Any]]
    content: Mapped[dict[str, Any]]


class MemoryRow(Base):
    """What runs of a shape were seen to take on this computer."""

    __tablename__ = "measured_memory"

    shape: Mapped[str] = mapped_column(primary_key=True)
    bytes: Mapped[int]


class TokenCountRow(Base):
    """How many tokens a text is; both are named by the beginnings of their hashes."""

    __tablename__ = "token_counts"

    corpus: Mapped[str] = mapped_column(primary_key=True)
    tokenizer: Mapped[str] = mapped_column(primary_key=True)
    train: Mapped[int]
    validation: Mapped[int]
