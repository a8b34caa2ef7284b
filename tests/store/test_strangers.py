"""Projects that strangers send: whatever their rows say, nothing outside of the project is touched."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import psutil
import pytest

from workbench.exporting.project_archive import pack_project, unpack_project
from workbench.ground.generators import last
from workbench.messages.errors import KnownError
from workbench.messages.message import message
from workbench.project.project import Project
from workbench.services.workbench import Workbench
from workbench.values.fine_tuning import FineTuning
from workbench.values.model_ref import from_text
from workbench.values.run import RunStatus

Act = Callable[[Workbench], object]


@pytest.fixture
def victim(tmp_path: Path) -> Path:
    folder = tmp_path / "victim"
    (folder / "checkpoints").mkdir(parents=True)
    for place in (folder / "letter.txt", folder / "checkpoints" / "letter.txt"):
        place.write_text("dear")
    return folder


ACTS: dict[str, Act] = {
    "delete a run": lambda services: services.project.runs.delete(services.project.runs.named("a run")),
    "prune a run": lambda services: services.project.checkpoints.prune(services.project.runs.named("a run")),
    "delete a text": lambda services: services.project.corpora.delete("pasted"),
    "replace a text": lambda services: last(services.texts.extend_corpus("pasted")),
}


NAMES = ("../../victim", "runs/../../../victim", "{victim}", "..\\..\\victim", "runs", ".", "")


@pytest.mark.parametrize(
    ("act", "name"),
    [*(("delete a run", name) for name in NAMES), *((act, name) for act in list(ACTS)[1:] for name in NAMES[1:3])],
)
def test_a_mailed_project_deletes_nothing_outside_of_its_parts(
    tale_project: Project, tmp_path: Path, victim: Path, act: str, name: str
) -> None:
    services = Workbench(tale_project)
    last(services.texts.import_text("Anna lit the lamp. " * 200, "pasted"))
    tale_project.runs.create(
        corpus="tale", base=from_text("starter-en"), model_sha256="0", fine_tuning=FineTuning(), name="a run"
    )
    last(pack_project(tale_project, tmp_path / "mailed.zip"))
    there = last(unpack_project(tmp_path / "mailed.zip", tmp_path / "there" / "project"))
    with closing(sqlite3.connect(there / "project.sqlite")) as database:
        path = name.format(victim=victim)
        table, column = ("runs", "a run") if "run" in act else ("corpora", "pasted")
        database.execute(f"UPDATE {table} SET folder = ? WHERE name = ?", (path, column))
        database.commit()
    before = {path: path.read_bytes() for path in (*victim.rglob("*.txt"), *(there / "corpora").rglob("train.txt"))}
    with Project.open(there) as project:
        try:
            ACTS[act](Workbench(project))
        except Exception as error:
            assert "victim" not in repr(error)  # it may be refused, but says nothing that it looked there
        assert project.corpora.named("tale").folder.is_dir()
    assert {path: path.read_bytes() for path in before if path.exists()} == before or act == "replace a text"
    assert all(path.read_bytes() == b"dear" for path in victim.rglob("*.txt")) and len(list(victim.rglob("*.txt"))) == 2


@pytest.mark.parametrize("name", ["a?b", "a%20b", "a#b", "[a]", "a b&c", "ä“”", "日本語" * 20])
def test_a_project_may_be_called_whatever_a_folder_may(tmp_path: Path, name: str) -> None:
    with Project.create(tmp_path / name / "project") as project:
        project.preferences.set("model", "starter-en")
        last(Workbench(project).texts.import_text("Anna lit the lamp. " * 200, "日本語の長い名前" * 30))
    assert (tmp_path / name / "project" / "project.sqlite").is_file()
    assert [path.name for path in tmp_path.iterdir()] == [name]
    with Project.open(tmp_path / name / "project") as project:
        assert project.preferences.get("model") == "starter-en" and len(project.corpora.every()) == 1


DAMAGE = {
    "an unknown status": ("status", "levitating"),
    "settings that are a list": ("fine_tuning", "[1, 2]"),
    "settings that are no JSON": ("fine_tuning", "{"),
    "a knob of a newer program": ("fine_tuning", '{"steps": 5, "mood": "calm"}'),
    "a date that is none": ("created", "yesterday"),
    "tags that are a number": ("tags", "5"),
    "provenance of another shape": ("provenance", '{"corpus": 1}'),
    "extensions of another shape": ("extensions", "[1]"),
}


@pytest.mark.parametrize("kind", DAMAGE)
def test_a_row_that_cannot_be_read_hides_no_other(tale_project: Project, kind: str) -> None:
    def make(name: str) -> None:
        run = tale_project.runs.create(
            corpus="tale", base=from_text("starter-en"), model_sha256="0", fine_tuning=FineTuning(seed=4), name=name
        )
        tale_project.runs.finish(run, RunStatus.FINISHED)

    make("whole")
    make("spoilt")
    whole, folder = tale_project.runs.named("whole"), tale_project.folder
    tale_project.close()
    column, value = DAMAGE[kind]
    with closing(sqlite3.connect(folder / "project.sqlite")) as database:
        database.execute(f"UPDATE runs SET {column} = ? WHERE name = 'spoilt'", (value,))
        database.commit()
    with Project.open(folder) as project:
        assert [run.name for run in project.runs.every()] == ["spoilt", "whole"] and project.runs.named(
            "whole"
        ) == whole
        spoilt = project.runs.named("spoilt")
        assert spoilt.status is RunStatus.FAILED and spoilt.error == message("run.unreadable", name=spoilt.name)
        project.runs.delete(spoilt)
        assert project.runs.every() == (whole,)


@pytest.mark.parametrize(
    ("column", "value"), [("statistics", "[]"), ("cleaning", "7"), ("created", "never"), ("sources", "{")]
)
def test_a_text_that_cannot_be_read_hides_no_other(tale_project: Project, column: str, value: str) -> None:
    last(Workbench(tale_project).texts.import_text("Anna lit the lamp. " * 200, "pasted"))
    whole, folder = tale_project.corpora.named("tale"), tale_project.folder
    tale_project.close()
    with closing(sqlite3.connect(folder / "project.sqlite")) as database:
        database.execute(f"UPDATE corpora SET {column} = ? WHERE name = 'pasted'", (value,))
        database.commit()
    with Project.open(folder) as project:
        assert [corpus.name for corpus in project.corpora.every()] == ["pasted", "tale"] and project.corpora.named(
            "tale"
        ) == whole
        project.corpora.delete("pasted")
        assert project.corpora.every() == (whole,)


@pytest.mark.parametrize("table", ["samples", "runs", "preferences"])
def test_a_missing_table_is_said_in_one_sentence(tale_project: Project, table: str) -> None:
    run = tale_project.runs.create(
        corpus="tale", base=from_text("starter-en"), model_sha256="0", fine_tuning=FineTuning(), name="run"
    )
    folder = tale_project.folder
    tale_project.close()
    with closing(sqlite3.connect(folder / "project.sqlite")) as database:
        database.execute("PRAGMA foreign_keys=OFF")
        database.execute(f"DROP TABLE {table}")
        database.commit()
    with pytest.raises(KnownError) as refused, Project.open(folder) as project:
        project.runs.every()
        project.runs.samples(run)
    assert refused.value.code == "project.damaged" and table in str(refused.value)
    held = {Path(file.path).name for file in psutil.Process().open_files() if folder in Path(file.path).parents}
    assert "project.sqlite" not in held  # while whoever caught it looks at it: elsewhere it could not be moved
    with pytest.raises(KnownError), Project.open(folder) as project:  # and what went wrong holds no lock
        project.runs.every()
        project.runs.samples(run)


def spoil(project: Project, name: str) -> Path:
    """Close a project and overwrite the page where a table or an index of its database begins."""
    folder = project.folder
    project.close()
    with closing(sqlite3.connect(folder / "project.sqlite")) as database:
        (root,) = database.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (name,)).fetchone()
        (size,) = database.execute("PRAGMA page_size").fetchone()
    with (folder / "project.sqlite").open("r+b") as file:
        file.seek((root - 1) * size)
        file.write(b"\xff" * 40)
    return folder


def test_a_database_that_is_damaged_in_places_is_found_out(tale_project: Project) -> None:
    assert not tale_project.unsound()
    with Project.open_or_look(spoil(tale_project, "samples")) as project:
        assert project.unsound()
        assert [corpus.name for corpus in project.corpora.every()] == ["tale"], "the rest can still be read"
