"""Another program holds the database, the disk is full, or the project can only be read: nothing is lost by it."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from tests.full_disk import SmallDisk, small_disk
from tests.places import ROOT
from tests.tiny_models import tale
from workbench.cli.main import main
from workbench.experiments.queue import Queue
from workbench.exporting.formats import Format, export_run
from workbench.exporting.hugging_face import Numbers
from workbench.ground.generators import last
from workbench.messages.errors import KnownError
from workbench.messages.rendering import written
from workbench.project.project import Project
from workbench.services.training import Training
from workbench.services.workbench import Workbench
from workbench.training.events import CheckpointSaved, Command, Event, Obstacle, StepMeasured, Waiting
from workbench.values.fine_tuning import FineTuning
from workbench.values.model_ref import Folder, from_text
from workbench.values.run import Filing, Run, RunStatus

SETTINGS = FineTuning(steps=6, batch_size=4, context_length=16, validate_every=3, seed=3, precision="float32")


@contextmanager
def held(project: Project) -> Iterator[None]:
    """Another program is writing to the project's database."""
    with closing(sqlite3.connect(project.folder / "project.sqlite", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


def losses(project: Project, run: Run) -> dict[str, list[float]]:
    return {name: list(curve.values) for name, curve in project.runs.curves(run, ["loss", "validation_loss"]).items()}


def until(training: Training, wanted: type[Event], command: Command | None = None) -> Event:
    event = training.send(command) if command else next(training)
    while not isinstance(event, wanted):
        event = next(training)
    return event


def test_a_training_waits_for_the_database_and_loses_nothing(tiny_services: Workbench, tiny_gpt2: Path) -> None:
    project = tiny_services.project
    whole = last(tiny_services.training.train("tale", Folder(tiny_gpt2), SETTINGS, "whole"))
    training = tiny_services.training.train("tale", Folder(tiny_gpt2), SETTINGS, "held")
    until(training, StepMeasured)
    with held(project):
        waiting = until(training, Waiting)
        assert isinstance(waiting, Waiting) and waiting.obstacle is Obstacle.DATABASE
        assert "goes on by itself" in str(waiting.reason) and "damaged" not in str(waiting.reason)
        assert isinstance(next(training), Waiting)
        # Its checkpoint is on disk, and the one before it is not gone before this one is in the database.
        saved = [checkpoint.step for checkpoint in project.checkpoints.of(project.runs.named("held"))]
        assert saved == [0]
    run = last(training)
    assert run.status is RunStatus.FINISHED and losses(project, run) == losses(project, whole)
    assert (run.kept_step, run.steps) == (whole.kept_step, whole.steps)


@pytest.mark.parametrize("command", Command)
def test_a_training_that_waits_for_the_database_can_be_ended(
    tiny_services: Workbench, tiny_gpt2: Path, command: Command
) -> None:
    project = tiny_services.project
    training = tiny_services.training.train("tale", Folder(tiny_gpt2), SETTINGS, "held")
    until(training, StepMeasured)
    with held(project):
        until(training, Waiting)
        if command is Command.LEAVE:  # a window closes, and waits for nobody
            with pytest.raises(StopIteration) as ended:
                training.send(command)
            assert ended.value.value.status is RunStatus.INTERRUPTED
        else:
            assert isinstance(training.send(command), Waiting)
    if command is Command.STOP:
        assert last(training).status is RunStatus.STOPPED
    project.close()
    with Project.open(project.folder) as again:
        left = again.runs.named("held")
        assert left.status is (RunStatus.STOPPED if command is Command.STOP else RunStatus.INTERRUPTED)
        services = Workbench(again)
        done = last(services.training.resume("held"))
        whole = last(services.training.train("tale", Folder(tiny_gpt2), SETTINGS, "whole"))
        assert losses(again, done) == losses(again, whole)


def test_a_turn_in_the_queue_waits_for_the_database(tiny_services: Workbench, tiny_gpt2: Path) -> None:
    queue = Queue(tiny_services)
    run = queue.add("tale", Folder(tiny_gpt2), SETTINGS.with_settings({"steps": 1}), "first")
    turn = queue.take_turn(run)
    with held(tiny_services.project):
        assert isinstance(next(turn), Waiting)
        assert tiny_services.project.runs.named("first").status is RunStatus.QUEUED
    assert last(turn).run.status is RunStatus.FINISHED


def check_noted(project: Project, run: Run) -> None:
    assert project.preferences.get("prompts") == ["The wind", "and the sea"]
    assert project.findings.find(run.id, "learnt", ()) == {"places": 3}
    assert project.costs.memory("a shape") == 5


def test_what_is_held_is_called_busy_and_a_window_hardly_waits(tale_project: Project) -> None:
    run = tale_project.runs.create(
        corpus="tale", base=from_text("tiny"), model_sha256="0", fine_tuning=SETTINGS, name="first"
    )
    tale_project.hurry()
    with held(tale_project):
        for change in (
            lambda: tale_project.runs.rename(run, "second"),
            lambda: tale_project.runs.delete(run),
            lambda: tale_project.runs.file({run.id: Filing(note="kept")}),
        ):
            with pytest.raises(KnownError) as refused:
                change()
            assert refused.value.code == "project.busy" and refused.value.passes
        assert tale_project.runs.named("first").name == "first", "what is there can be read meanwhile"
        tale_project.preferences.set("prompts", ["The wind", "and the sea"])
        tale_project.findings.keep(run.id, "learnt", (), {"places": 3})
        tale_project.costs.note_memory("a shape", 5)
        check_noted(tale_project, run)
    tale_project.close()
    with Project.open(tale_project.folder) as again:
        check_noted(again, run)  # kept in memory until it could be written
        assert again.runs.find("first") is not None and again.corpora.named("tale").folder.is_dir()


def test_opening_what_is_held_is_no_damage(tale_project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    make_run = tale_project.runs.create
    make_run(corpus="tale", base=from_text("tiny"), model_sha256="0", fine_tuning=SETTINGS)
    tale_project.close()
    monkeypatch.setattr("workbench.store.database.PATIENCE", 0.2)
    monkeypatch.setattr("workbench.store.schema.PATIENCE", 0.2)
    with held(tale_project):
        with pytest.raises(KnownError) as refused:
            Project.open(tale_project.folder)
        assert refused.value.code == "project.busy"
        with Project.look(tale_project.folder) as seen:
            assert [run.corpus for run in seen.runs.every()] == ["tale"]
    with Project.open(tale_project.folder):
        pass


def test_a_full_disk_pauses_a_training_which_goes_on_by_itself(tmp_path: Path, tiny_gpt2: Path) -> None:
    with small_disk(tmp_path / "small", megabytes=24) as disk:
        (tmp_path / "tale.txt").write_text(tale(120), encoding="utf-8")
        with Project.create(disk.folder / "project") as project:
            services = Workbench(project)
            last(services.texts.import_corpus([tmp_path / "tale.txt"], "tale"))
            whole = last(services.training.train("tale", Folder(tiny_gpt2), SETTINGS, "whole"))
            training = services.training.train("tale", Folder(tiny_gpt2), SETTINGS, "full")
            until(training, StepMeasured)
            disk.fill(leave=20_000)
            waiting = until(training, Waiting)
            assert isinstance(waiting, Waiting) and waiting.obstacle is Obstacle.DISK and waiting.missing
            assert "MB are missing" in str(waiting.reason)
            assert project.runs.named("full").status is RunStatus.RUNNING
            disk.empty()
            run = last(training)
            assert run.status is RunStatus.FINISHED and losses(project, run) == losses(project, whole)
            assert run.kept_step == whole.kept_step


@pytest.mark.parametrize("command", Command)
def test_a_training_that_waits_for_room_can_be_ended_and_goes_on_later(
    tmp_path: Path, tiny_gpt2: Path, command: Command
) -> None:
    with small_disk(tmp_path / "small", megabytes=24) as disk:
        (tmp_path / "tale.txt").write_text(tale(120), encoding="utf-8")
        with Project.create(disk.folder / "project") as project:
            services = Workbench(project)
            last(services.texts.import_corpus([tmp_path / "tale.txt"], "tale"))
            training = services.training.train("tale", Folder(tiny_gpt2), SETTINGS, "full")
            saved = until(training, CheckpointSaved)
            assert isinstance(saved, CheckpointSaved) and saved.step == 0
            disk.fill(leave=20_000)
            until(training, Waiting)
            training.send(command)
            training.close()
            disk.empty()
        with Project.open(disk.folder / "project") as project:
            services = Workbench(project)
            assert project.runs.named("full").kept_step == 0
            done = last(services.training.resume("full"))
            assert losses(project, done) == losses(
                project, last(services.training.train("tale", Folder(tiny_gpt2), SETTINGS, "whole"))
            )


def test_on_a_full_disk_nothing_is_called_damaged(
    tmp_path: Path, tiny_gpt2: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with small_disk(tmp_path / "small", megabytes=24) as disk:
        (tmp_path / "tale.txt").write_text(tale(120), encoding="utf-8")
        long = str(tmp_path / "long.txt")
        Path(long).write_text(tale(9000), encoding="utf-8")
        with Project.create(disk.folder / "project") as project:
            services = Workbench(project)
            last(services.texts.import_corpus([tmp_path / "tale.txt"], "tale"))
            last(services.training.train("tale", Folder(tiny_gpt2), SETTINGS, "run"))
            disk.fill()
            for work in (
                services.texts.import_corpus([Path(long)], "long"),
                export_run(services, "run", disk.folder / "exported", Format.HUGGING_FACE, Numbers.FLOAT32),
            ):
                with pytest.raises(KnownError) as refused:
                    last(work)
                assert refused.value.code == "disk.full"
            assert [corpus.name for corpus in project.corpora.every()] == ["tale"]
            assert not (disk.folder / "exported").exists()
        folder = str(disk.folder / "project")
        capsys.readouterr()
        assert [main(words) for words in (["corpora", folder], ["runs", folder], ["import", folder, long])] == [0, 0, 1]
        said = capsys.readouterr().err
        assert "damaged" not in said and "Traceback" not in said
        disk.empty()
        with Project.open(disk.folder / "project") as project:
            assert [corpus.name for corpus in project.corpora.every()] == ["tale"] and project.runs.named(
                "run"
            ).kept_step


def test_what_only_reads_works_beside_an_open_window(
    tiny_services: Workbench, tiny_gpt2: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = tiny_services.project
    training = tiny_services.training.train("tale", Folder(tiny_gpt2), SETTINGS, "runs now")
    until(training, StepMeasured)
    folder = str(project.folder)
    reading = [[command, folder] for command in ("corpora", "models", "compare", "queue", "strays")]
    predicting = ["predict", folder, "--model", str(tiny_gpt2), "--text", "The", "--json"]
    changing = ["file", folder, "runs now", "--note", "from outside"]
    capsys.readouterr()
    assert [main(words) for words in (*reading, predicting, ["runs", folder, "--json"])] == [0] * 7
    assert main(changing) == 2
    told = capsys.readouterr()
    assert '"word"' in told.out and "open in another window" in told.err
    assert '"status": "running"' in told.out, "it is not taken for one that was left behind"
    assert last(training).status is RunStatus.FINISHED


def made_read_only(folder: Path, disk: SmallDisk) -> Path:
    """A copy of a project on a disk that cannot be written to, without what a process leaves beside it."""
    shutil.copytree(folder, disk.folder / "project")
    for left in ("project.sqlite-shm", "project.lock"):
        (disk.folder / "project" / left).unlink(missing_ok=True)
    subprocess.run(["mount", "-o", "remount,ro", str(disk.folder)], check=True)
    return disk.folder / "project"


@pytest.fixture
def read_only(tiny_services: Workbench, tiny_gpt2: Path, tmp_path: Path) -> Iterator[Path]:
    """A project on a disk that cannot be written to; the last thing written to it lies in the write-ahead log."""
    last(tiny_services.training.train("tale", Folder(tiny_gpt2), SETTINGS, "run"))
    with small_disk(tmp_path / "disk", megabytes=60) as disk:
        project = tiny_services.project
        project.preferences.set("written", "last")
        folder = made_read_only(project.folder, disk)
        assert (folder / "project.sqlite-wal").stat().st_size
        yield folder


def test_a_read_only_project_can_be_looked_at_and_not_changed(
    read_only: Path, tiny_gpt2: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(KnownError, match="cannot be written to"):
        Project.open(read_only)
    with Project.look(read_only) as project:
        services = Workbench(project)
        assert project.is_view and project.preferences.get("written") == "last"
        run = project.runs.named("run")
        assert run.status is RunStatus.FINISHED and losses(project, run)["loss"]
        assert services.asking.predict(services.models.named("run"), "The")[0].probability > 0
        for change in (
            lambda: project.runs.rename(run, "other"),
            lambda: project.runs.delete(run),
            lambda: project.runs.file({run.id: Filing(note="never")}),
            lambda: last(services.texts.import_text("Some text of mine. " * 50, "mine")),
            lambda: last(services.training.train("tale", Folder(tiny_gpt2), SETTINGS)),
        ):
            with pytest.raises(KnownError) as refused:
                change()
            assert refused.value.code == "project.view_only"
        project.preferences.set("model", "starter-en")  # a choice of the window, for as long as it is open
        assert project.preferences.get("model") == "starter-en"
    capsys.readouterr()
    assert main(["runs", str(read_only)]) == 0
    assert capsys.readouterr().out.startswith("run  finished")


def test_a_read_only_project_of_an_older_version_can_be_looked_at(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", megabytes=8) as disk:
        shutil.copy(ROOT / "tests" / "store" / "schema_0004.sqlite", disk.folder / "project.sqlite")
        before = (disk.folder / "project.sqlite").read_bytes()
        subprocess.run(["mount", "-o", "remount,ro", str(disk.folder)], check=True)
        with Project.look(disk.folder) as project:
            assert project.runs.every() and not any(run.status is RunStatus.RUNNING for run in project.runs.every())
        assert (disk.folder / "project.sqlite").read_bytes() == before


def test_any_number_may_look_at_once(tale_project: Project) -> None:
    tale_project.close()
    folder = tale_project.folder
    with Project.look(folder) as one, Project.look(folder) as other, Project.open(folder) as changing:
        changing.runs.create(corpus="tale", base=from_text("tiny"), model_sha256="0", fine_tuning=SETTINGS, name="new")
        found: list[str] = []
        thread = threading.Thread(target=lambda: found.extend(run.name for run in other.runs.every()))
        thread.start()
        thread.join()
        assert found == ["new"] == [run.name for run in one.runs.every()]


def test_an_import_is_stored_as_soon_as_the_database_is_free(project: Project, tmp_path: Path) -> None:
    (tmp_path / "tale.txt").write_text(tale(60), encoding="utf-8")
    importing = Workbench(project).texts.import_corpus([tmp_path / "tale.txt"])
    with held(project):
        while "another program" not in written(next(importing).what):
            pass
        assert not project.corpora.every()
    assert last(importing).name == "tale" and len(list((project.folder / "corpora").glob("[!.]*"))) == 1
