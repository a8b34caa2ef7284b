"""The database's schema through the versions: made, migrated with a copy kept, or refused untouched."""

from __future__ import annotations

import json
import re
import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, create_engine

from tests.places import ROOT
from workbench.experiments import trials
from workbench.experiments.kept import kept
from workbench.messages.errors import KnownError
from workbench.project.project import Project
from workbench.store import schema
from workbench.store.contents import NO_CONTENTS
from workbench.store.schema import open_database
from workbench.store.store import Store
from workbench.store.tables import Base
from workbench.values.dividend import Plan
from workbench.values.fine_tuning import FineTuning
from workbench.values.model_ref import Bundled, Folder, OfRun
from workbench.values.prediction import Prediction, Sample
from workbench.values.run import Input, RunStatus

STORED = Path(__file__).parent / "schema_0001.sqlite"
STORED_0002 = STORED.with_name("schema_0002.sqlite")
STORED_0003 = STORED.with_name("schema_0003.sqlite")
STORED_0004 = STORED.with_name("schema_0004.sqlite")
STORED_0005 = STORED.with_name("schema_0005.sqlite")
STORED_0007 = STORED.with_name("schema_0007.sqlite")
KEPT = ("runs", "measurements", "checkpoints", "samples", "sweeps")

NEXT = '''
"""A later schema."""
import sqlalchemy as sa
from alembic import op

revision = "9998"
down_revision = "NEWEST"
branch_labels = None
depends_on = None


def upgrade():
    op.add_column("runs", sa.Column("mood", sa.String(), nullable=False, server_default="calm"))


def downgrade():
    op.drop_column("runs", "mood")
'''


def told_of(connection: Connection) -> dict[str, object]:
    """All that SQLite says of each table but for the order of its columns: types, defaults, keys, indexes, references,
    and at which revision the file is."""
    tables = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'").scalars().all()
    found: dict[str, object] = {"revisions": connection.exec_driver_sql("SELECT * FROM alembic_version").all()}
    for table in tables:
        ask = lambda what, name=table: connection.exec_driver_sql(f"PRAGMA {what}('{name}')").all()  # noqa: E731
        indexes = [
            (unique, origin, partial, tuple(column for _, _, column in ask("index_info", index)))
            for _, index, unique, origin, partial in ask("index_list")
        ]
        named = {index for _, index, _, origin, _ in ask("index_list") if origin == "c"}
        columns, references = {row[1:] for row in ask("table_info")}, {row[1:] for row in ask("foreign_key_list")}
        found[table] = (columns, references, sorted(indexes), named)
    return found


def test_a_new_project_has_the_tables_that_the_migrations_lead_to(tmp_path: Path) -> None:
    made, migrated = open_database(tmp_path / "project.sqlite"), create_engine(f"sqlite:///{tmp_path / 'older.sqlite'}")
    command.upgrade(schema.alembic_config(migrated, tmp_path), "head")
    with made.connect() as new, migrated.connect() as old:
        assert told_of(new) == told_of(old) and len(told_of(new)) > 10
        assert compare_metadata(MigrationContext.configure(old), Base.metadata) == []
    made.dispose()
    migrated.dispose()


def test_a_project_of_the_first_schema_opens(tmp_path: Path) -> None:
    shutil.copy(STORED, tmp_path / "project.sqlite")
    with Project.open(tmp_path) as project:
        assert project.preferences.get("model") == "starter-en"
        assert [run.name for run in project.runs.every()] == ["an early run"]
        assert project.runs.named("an early run").fine_tuning.seed == 7


def test_a_project_with_one_pinned_prompt_keeps_its_samples_and_all_that_its_runs_measured(tmp_path: Path) -> None:
    file = tmp_path / "project.sqlite"
    shutil.copy(STORED, file)
    database = sqlite3.connect(file)
    database.execute("UPDATE runs SET prompt = 'The “lamp”'")
    predictions = '[{"word": "was", "probability": 0.5, "text": " was"}]'
    for step in (0, 25):
        database.execute("INSERT INTO samples VALUES (1, ?, 'The “lamp”', ' was lit', ?)", (step, predictions))
    database.execute("INSERT INTO measurements VALUES (1, 'loss', 1, 4.5, 0.5)")
    database.execute("""INSERT INTO preferences VALUES ('train.prompt', '{"value": "The sea"}')""")
    database.commit()
    database.close()
    was = (Prediction("was", 0.5, " was"),)
    with Project.open(tmp_path) as project:
        run = project.runs.named("an early run")
        assert project.runs.prompts(run) == ("The “lamp”",)
        assert project.runs.samples(run) == tuple(Sample(step, "The “lamp”", " was lit", was) for step in (0, 25))
        assert project.runs.curves(run)["loss"].values.tolist() == [4.5]
        assert (
            project.preferences.get("train.prompts") == ["The sea"] and project.preferences.get("train.prompt") is None
        )


def test_a_project_of_the_second_schema_opens_with_a_sample_for_each_prompt(tmp_path: Path) -> None:
    shutil.copy(STORED_0002, tmp_path / "project.sqlite")
    with Project.open(tmp_path) as project:
        run = project.runs.named("an early run")
        assert run.provenance is None
        assert project.runs.prompts(run) == ("The lamp", "Anna")
        samples = [(sample.step, sample.prompt) for sample in project.runs.samples(run)]
        assert samples == [(0, "The lamp"), (0, "Anna"), (25, "The lamp"), (25, "Anna")]


def test_a_project_of_the_second_schema_keeps_what_its_runs_measured_and_has_no_queue(tmp_path: Path) -> None:
    shutil.copy(STORED_0002, tmp_path / "project.sqlite")
    database = sqlite3.connect(tmp_path / "project.sqlite")
    database.execute("INSERT INTO measurements VALUES (1, 'loss', 1, 4.5, 0.5)")
    database.commit()
    database.close()
    with Project.open(tmp_path) as project:
        (run,) = project.runs.every()
        assert project.runs.curves(run)["loss"].values.tolist() == [4.5]
        assert (run.tags, run.group, run.is_archived, run.sweep_id, run.is_winner) == ((), "", False, None, False)
        assert project.queue.waiting() == ()


def test_a_project_of_the_third_schema_opens_with_its_queue_its_sweep_and_what_was_filed(tmp_path: Path) -> None:
    shutil.copy(STORED_0003, tmp_path / "project.sqlite")
    with Project.open(tmp_path) as project:
        first, second = project.runs.named("seed 1"), project.runs.named("seed 2")
        assert (first.tags, first.group, first.is_archived, first.is_winner) == (("lecture",), "seeds", True, True)
        assert project.queue.waiting() == (second,) and second.status is RunStatus.QUEUED
        assert first.sweep_id is not None
        assert project.sweeps.get(first.sweep_id).plan["varied"][0]["values"] == [1, 2]


def test_a_project_of_the_fourth_schema_says_of_each_run_what_was_really_kept(tmp_path: Path) -> None:
    shutil.copy(STORED_0004, tmp_path / "project.sqlite")
    with Project.open(tmp_path) as project:
        # It had counted the beginning as its best, and kept the last checkpoint.
        ruined = project.runs.named("ruined")
        assert (ruined.base_validation_loss, ruined.best_validation_loss, ruined.kept_step) == (5.3, 7.9, 150)
        assert ruined.got_better is False
        renamed = project.runs.named("renamed")
        assert (renamed.best_validation_loss, renamed.final_validation_loss, renamed.kept_step) == (2.8, 2.9, 75)


def test_a_project_of_the_fourth_schema_finds_the_run_that_each_run_began_from_whatever_it_is_called(
    tmp_path: Path,
) -> None:
    shutil.copy(STORED_0004, tmp_path / "project.sqlite")
    with Project.open(tmp_path) as project:
        # “child” began from a run that was called “middle” then; the run that is called so now is another one.
        assert isinstance(project.runs.named("child").base, OfRun) and project.runs.named("child").base.run is None
        with pytest.raises(KnownError) as refused:
            project.runs.base_of(project.runs.named("child"))
        assert refused.value.code == "run.base_gone"
        for name, base in (("grandchild", "child"), ("by number", "renamed"), ("waiting", "child")):
            found = project.runs.of(project.runs.base_of(project.runs.named(name)))
            assert found is not None and found.name == base == project.runs.named(name).model
        assert project.runs.base_of(project.runs.named("ruined")) == Bundled("starter-en")
        assert project.runs.root_of(project.runs.base_of(project.runs.named("by number"))) == Bundled("starter-en")


def test_runs_of_older_schemas_have_learnt_next_words_of_one_text_and_lose_nothing(tmp_path: Path) -> None:
    shutil.copy(STORED_0004, tmp_path / "project.sqlite")
    with closing(sqlite3.connect(STORED_0004)) as database:
        counts = [database.execute(f"SELECT count(*) FROM {table}").fetchone() for table in KEPT]
        corpora = dict(database.execute("SELECT r.name, c.name FROM runs r JOIN corpora c ON c.id = corpus_id"))
    with Project.open(tmp_path) as project:
        assert {run.name: run.inputs for run in project.runs.every()} == {
            name: (Input(corpus, "next_word", 1.0),) for name, corpus in corpora.items()
        }
    with closing(sqlite3.connect(tmp_path / "project.sqlite")) as database:
        assert [database.execute(f"SELECT count(*) FROM {table}").fetchone() for table in KEPT] == counts
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []


@pytest.mark.parametrize("stored", sorted(STORED.parent.glob("schema_*.sqlite")), ids=lambda file: file.stem)
def test_what_is_known_of_a_text_is_read_whichever_version_wrote_it(tmp_path: Path, stored: Path) -> None:
    shutil.copy(stored, tmp_path / "project.sqlite")
    with Project.open(tmp_path) as project:
        assert project.corpora.every() and project.runs.every()
        assert all(corpus.contents != NO_CONTENTS for corpus in project.corpora.every())
        assert not any(run.error and run.error.code == "run.unreadable" for run in project.runs.every())


def test_after_the_migration_runs_still_take_what_is_theirs_along(tmp_path: Path) -> None:
    shutil.copy(STORED_0004, tmp_path / "project.sqlite")
    engine = open_database(tmp_path / "project.sqlite")
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE runs SET base_run_id = NULL")
        connection.exec_driver_sql("DELETE FROM runs")
        for table in ("run_inputs", "measurements", "checkpoints", "samples"):
            assert connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar() == 0
    engine.dispose()


def test_a_run_of_several_inputs_is_read_back_as_it_was_written(tale_project: Project) -> None:
    inputs = (Input("tale", "next_word", 3.0), Input("tale", "something else", 0.5))
    with closing(Store(tale_project.folder)) as store:
        run = store.runs.add(
            name="both", folder=tale_project.folder / "runs" / "both", inputs=inputs,
            base=Bundled("starter-en"), model="starter-en", model_sha256="", fine_tuning=FineTuning(), prompts=(),
        )  # fmt: skip
    assert run.inputs == inputs == tale_project.runs.named("both").inputs
    assert (run.corpus, run.task) == ("tale", "together")
    with pytest.raises(KnownError) as refused:
        tale_project.corpora.delete("tale")
    assert refused.value.code == "corpus.in_use" and refused.value.fields["count"] == 1


def test_going_back_to_the_fourth_schema_keeps_the_runs(tmp_path: Path) -> None:
    file = tmp_path / "project.sqlite"
    shutil.copy(STORED_0004, file)
    engine = open_database(file)
    command.downgrade(schema.alembic_config(engine, tmp_path), "0004")
    engine.dispose()
    database = sqlite3.connect(file)
    assert database.execute("SELECT count(*) FROM runs").fetchall() == [(7,)]
    assert database.execute("SELECT count(*) FROM checkpoints").fetchall() == [(8,)]
    database.close()


def test_going_back_to_the_second_schema_forgets_the_queue_and_keeps_the_runs(tmp_path: Path) -> None:
    file = tmp_path / "project.sqlite"
    shutil.copy(STORED_0003, file)
    engine = open_database(file)
    command.downgrade(schema.alembic_config(engine, tmp_path), "0002")
    engine.dispose()
    database = sqlite3.connect(file)
    assert database.execute("SELECT name FROM runs").fetchall() == [("seed 1",)]
    assert database.execute("SELECT count(*) FROM measurements").fetchall() == [(1,)]
    assert "sweeps" not in {name for (name,) in database.execute("SELECT name FROM sqlite_master")}
    database.close()


@pytest.mark.parametrize("number", ["0002", "0007", "0008"])
def test_a_migration_that_breaks_off_leaves_the_file_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: str
) -> None:
    file = tmp_path / "project.sqlite"
    shutil.copy(STORED, file)
    broken = shutil.copytree(schema.MIGRATIONS, tmp_path / "migrations")
    (migration,) = (broken / "versions").glob(f"{number}_*.py")
    migration.write_text(migration.read_text().replace("\n\n\ndef downgrade", "\n    1 / 0\n\n\ndef downgrade"))
    monkeypatch.setattr(schema, "MIGRATIONS", broken)
    with pytest.raises(ZeroDivisionError):
        open_database(file)
    monkeypatch.undo()
    with Project.open(tmp_path) as project:
        assert [run.name for run in project.runs.every()] == ["an early run"]


def test_going_back_to_the_first_schema_keeps_the_first_prompt(tmp_path: Path) -> None:
    file = tmp_path / "project.sqlite"
    shutil.copy(STORED_0002, file)
    engine = open_database(file)
    command.downgrade(schema.alembic_config(engine, tmp_path), "0001")
    engine.dispose()
    database = sqlite3.connect(file)
    assert database.execute("SELECT prompt FROM runs").fetchall() == [("The lamp",)]
    assert database.execute("SELECT step, prompt FROM samples").fetchall() == [(0, "The lamp"), (25, "The lamp")]
    database.close()


def test_an_older_file_is_migrated_and_a_copy_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copy(STORED, tmp_path / "project.sqlite")
    later = shutil.copytree(schema.MIGRATIONS, tmp_path / "migrations")
    newest = sorted(path.name[:4] for path in (later / "versions").glob("0*.py"))[-1]
    (later / "versions" / "9998_later.py").write_text(NEXT.replace("NEWEST", newest))
    monkeypatch.setattr(schema, "MIGRATIONS", later)
    open_database(tmp_path / "project.sqlite").dispose()
    for name, moods in (("project.sqlite", [("calm",)]), ("project.sqlite.before-0001", None)):
        database = sqlite3.connect(tmp_path / name)
        columns = [row[1] for row in database.execute("PRAGMA table_info(runs)")]
        assert ("mood" in columns) == (moods is not None)
        if moods is not None:
            assert database.execute("SELECT mood FROM runs").fetchall() == moods
        assert database.execute("SELECT name FROM runs").fetchall() == [("an early run",)]
        database.close()


def test_a_newer_file_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "project.sqlite"
    shutil.copy(STORED, file)
    database = sqlite3.connect(file)
    database.execute("UPDATE alembic_version SET version_num = '9999'")
    database.commit()
    database.close()
    before = file.read_bytes()
    with pytest.raises(KnownError) as refused:
        Project.open(tmp_path)
    assert refused.value.code == "project.newer" and "update the program" in str(refused.value)
    assert file.read_bytes() == before


def test_of_an_older_run_the_step_that_it_began_from_is_read_out_of_its_hash(tmp_path: Path) -> None:
    shutil.copy(STORED_0005, tmp_path / "project.sqlite")
    with Project.open(tmp_path) as project:
        assert {run.name: (run.base, run.model) for run in project.runs.every()} == {
            "first": (Folder(Path("/models/tiny")), "/models/tiny"),
            "child": (OfRun(1, 4), "first"),
            "orphan": (OfRun(None, 4), "gone"),
            "waits": (OfRun(1), "first"),
        }


def older(folder: Path) -> Path:
    """A project of the seventh schema, which kept what was found out in files beside its runs."""
    shutil.copy(STORED_0007, folder / "project.sqlite")
    for name, checkpoint in (("alone", "step-00000004"), ("called-otherwise", "step-00000003")):
        (folder / "runs" / name / "checkpoints" / "step-00000004").mkdir(parents=True)
        findings = folder / "runs" / name / "findings"
        findings.mkdir()
        (findings / "kind.json").write_text(json.dumps({"checkpoint": [checkpoint], "finding": {"amount": 3}}))
        (findings / "spoilt.json").write_text("{")
    return folder


@dataclass(frozen=True)
class Found:
    amount: int


def check_all_is_there(project: Project) -> None:
    """What the older project held."""
    second, first = project.dividends.every()
    assert (first.name, second.name) == ("dividend 1", "lighthouse")
    assert first.plan == Plan("tale", Folder(Path("/models/tiny")), FineTuning(steps=4), (0.3, 1.0))
    assert first.runs == {(True, 0.3): 1, (False, 0.3): 2} and second.runs == {}
    assert [trial.run for trial in trials.read(project, "dividend 1").trials] == [
        "dividend 1 · pretrained 30%", "called otherwise", "", "",
    ]  # fmt: skip
    assert project.costs.memory("/models/tiny/full/adamw/4/16") == 123456789
    assert project.costs.tokens("0123456789abcdef", "fedcba9876543210") == (1000, 90)
    assert kept(project, project.runs.named("alone"), "kind", Found) == Found(3)
    assert kept(project, project.runs.named("called otherwise"), "kind", Found) is None, "of another checkpoint"
    assert project.preferences.get("model") == "starter-en"
    for key in ("dividends", "memory./models/tiny/full/adamw/4/16", "tokens.0123456789abcdef/fedcba9876543210"):
        assert project.preferences.get(key) is None


def test_what_was_among_the_preferences_and_in_files_has_tables_of_its_own(tmp_path: Path) -> None:
    older(tmp_path)
    for _ in ("migrated", "opened again"):
        with Project.open(tmp_path) as project:
            check_all_is_there(project)
    assert {file.name for file in tmp_path.rglob("*.json")} == {"spoilt.json"}, "what cannot be read stays"


def test_an_older_project_that_is_only_looked_at_shows_the_same_and_stays_as_it_is(tmp_path: Path) -> None:
    before = {path: path.read_bytes() for path in older(tmp_path).rglob("*") if path.is_file()}
    with Project(tmp_path, is_view=True) as project:
        check_all_is_there(project)
        project.copy_records(tmp_path.parent / "copy.sqlite", {"/models/tiny": "models/tiny"})
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before
    with closing(sqlite3.connect(tmp_path.parent / "copy.sqlite")) as copy:
        assert copy.execute("SELECT DISTINCT model FROM dividends").fetchall() == [("@project/models/tiny",)]
        assert copy.execute("SELECT * FROM measured_memory").fetchall() == [], "measured on this computer"
        assert sorted(copy.execute("SELECT run_id, name FROM findings")) == [(2, "kind"), (3, "kind")]


def test_going_back_to_the_seventh_schema_keeps_what_was_found_out(tmp_path: Path) -> None:
    engine = open_database(older(tmp_path) / "project.sqlite")
    command.downgrade(schema.alembic_config(engine, tmp_path), "0007")
    engine.dispose()
    with Project.open(tmp_path) as project:
        check_all_is_there(project)


def test_what_cannot_be_read_or_held_stays_where_it_is_and_is_in_nobodys_way(tmp_path: Path) -> None:
    with closing(sqlite3.connect(older(tmp_path) / "project.sqlite")) as database:
        (stored,) = database.execute("SELECT value FROM preferences WHERE key = 'dividends'").fetchone()
        plans = json.loads(stored)["value"]
        newer = plans["lighthouse"] | {"fine_tuning": {"steps": 4, "mood": "calm"}}
        odd = {"odd": {"corpus": 5}, "\ud800": plans["lighthouse"]}
        for key, value in {"dividends": plans | odd | {"newer": newer}, "memory.large": 2**63}.items():
            row = (key, json.dumps({"value": value}))
            database.execute("INSERT OR REPLACE INTO preferences VALUES (?, ?)", row)
        database.commit()
    with Project.open(tmp_path) as project:
        assert [record.name for record in project.dividends.every()] == ["lighthouse", "dividend 1"]
        assert trials.groups(project) == ("newer", "lighthouse", "dividend 1"), "its name is taken"
        assert project.preferences.get("dividends") == odd and project.preferences.get("memory.large") == 2**63


def test_a_run_of_a_dividend_that_is_deleted_is_to_be_made_again_and_what_was_found_out_goes_with_it(
    tmp_path: Path,
) -> None:
    with Project.open(older(tmp_path)) as project:
        project.runs.delete(project.runs.named("called otherwise"))
        project.runs.delete(project.runs.named("alone"))
        (trial,) = (each for each in trials.read(project, "dividend 1").trials if each.run)
        assert trial.is_pretrained and trial.share == 0.3
        made = project.runs.create(
            corpus="tale", base=Bundled("starter-en"), model_sha256="", fine_tuning=FineTuning(), name="again"
        )
        project.dividends.note_run("dividend 1", False, 0.3, made)
        assert [each.run for each in trials.read(project, "dividend 1").trials][1] == "again"
        assert project.findings.find(3, "kind", ["step-00000004"]) is None


def test_a_project_is_told_from_other_databases_by_its_header_as_desktops_do(tmp_path: Path) -> None:
    Project.create(tmp_path / "birds").close()
    kinds = (ROOT / "packaging" / "linux" / "nextword-workbench.xml").read_text(encoding="utf-8")
    (magic,) = re.findall(r'offset="68" value="0x([0-9a-f]+)"', kinds)
    assert (tmp_path / "birds" / "project.sqlite").read_bytes()[68:72].hex() == magic
