"""What lies in a project and no record names: kept, said, taken up again or thrown away, as a person wants."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.tiny_models import tale
from workbench.cli.main import main
from workbench.ground.generators import last
from workbench.project.project import Project
from workbench.services.workbench import Workbench
from workbench.values.fine_tuning import FineTuning
from workbench.values.model_ref import from_text
from workbench.values.run import RunStatus


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project with a text from a file and one that was pasted, and a copy of its database from before the second."""
    (tmp_path / "tale.txt").write_text(tale(60), encoding="utf-8")
    with Project.create(tmp_path / "project") as project:
        services = Workbench(project)
        last(services.texts.import_corpus([tmp_path / "tale.txt"], "tale"))
    shutil.copy(tmp_path / "project" / "project.sqlite", tmp_path / "yesterday.sqlite")
    with Project.open(tmp_path / "project") as project:
        last(Workbench(project).texts.import_text("A text that was typed. " * 50, "typed"))
        run = project.runs.create(
            corpus="tale", base=from_text("starter-en"), model_sha256="0", fine_tuning=FineTuning(), name="a run"
        )
        project.runs.finish(run, RunStatus.FINISHED)
    return tmp_path / "project"


def all_files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and not path.name.startswith("project.")
    }


@pytest.mark.parametrize("spoilt", ["emptied", "put back", "gone and made anew"])
def test_opening_with_another_database_deletes_nothing_of_a_persons(folder: Path, tmp_path: Path, spoilt: str) -> None:
    before = all_files(folder)
    database = folder / "project.sqlite"
    for file in folder.glob("project.sqlite*"):
        file.unlink()
    if spoilt == "put back":
        shutil.copy(tmp_path / "yesterday.sqlite", database)
    else:
        database.write_bytes(b"")
    with Project.open(folder) as project:
        names = {path.parent.name for path in project.strays()}
        assert names == {"sources", "corpora", "runs"}
        assert len(project.strays()) == (3 if spoilt == "put back" else 4)
    assert all_files(folder) == before


def test_what_no_record_names_is_taken_up_again(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with Project.open(folder) as project:
        texts = {corpus.name: corpus.contents.sha256 for corpus in project.corpora.every()}
    for file in folder.glob("project.sqlite*"):
        file.unlink()
    (folder / "project.sqlite").write_bytes(b"")
    assert main(["strays", str(folder), "--json"]) == 0
    listed = [row["stray"] for row in json.loads(capsys.readouterr().out)]
    assert len(listed) == 4 and "runs/a-run" in listed
    assert main(["strays", str(folder), "--take-up"]) == 0
    assert "its settings are not known" in capsys.readouterr().err
    with Project.open(folder) as project:
        # The same three parts as before; the pasted text also as it was typed.
        assert set(texts.values()) <= {corpus.contents.sha256 for corpus in project.corpora.every()}
        assert [path.name for path in project.strays()] == ["a-run"]
    assert main(["strays", str(folder), "--throw-away"]) == 0
    with Project.open(folder) as project:
        assert project.strays() == () and not list((folder / "runs").iterdir())


def test_deleting_a_text_takes_along_what_it_alone_was_made_from(folder: Path) -> None:
    with Project.open(folder) as project:
        assert project.strays() == ()
        project.corpora.delete("typed")
        assert project.strays() == () and not list((folder / "sources").iterdir())
        assert project.corpora.named("tale").folder.is_dir()
