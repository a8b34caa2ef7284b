"""A project on a real disk: what it keeps, refuses, and cleans up."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import numpy as np
import pytest

from tests.places import ROOT
from tests.tiny_models import tale
from workbench.messages.errors import KnownError
from workbench.project.project import Project
from workbench.services.workbench import Workbench
from workbench.training.events import (
    CheckpointSaved,
    Event,
    Finished,
    SampleWritten,
    StepMeasured,
    StopReason,
    Validated,
)
from workbench.values.changes import Changes
from workbench.values.fine_tuning import FineTuning
from workbench.values.model_ref import from_text
from workbench.values.prediction import Prediction, Sample
from workbench.values.run import Filing, Run, RunStatus


def make_run(project: Project, name: str | None = None) -> Run:
    settings = FineTuning(seed=9)
    return project.runs.create(
        corpus="tale", base=from_text("starter-en"), model_sha256="0", fine_tuning=settings, name=name
    )


def step(number: int, loss: float = 2.0) -> StepMeasured:
    return StepMeasured(number, 10, loss, 1e-3, 0.5, 100.0 * number, float(number), None)


def in_process(script: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", script, *map(str, arguments)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT), os.environ.get("PYTHONPATH", "")))}
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)


def test_a_project_is_one_folder_that_can_be_moved(tale_project: Project, tmp_path: Path) -> None:
    run = make_run(tale_project)
    tale_project.close()
    moved = tale_project.folder.rename(tmp_path / "elsewhere")
    with Project.open(moved) as project:
        assert project.name == "elsewhere"
        assert project.corpora.named("tale").folder.is_dir() and moved in project.corpora.named("tale").folder.parents
        assert project.runs.named(run.name).folder.is_dir()


def test_nothing_is_made_in_a_folder_that_holds_something(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("dear")
    with pytest.raises(KnownError, match="already holds"):
        Project.create(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_opening_what_is_no_project_says_so(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="no project"):
        Project.open(tmp_path)
    (tmp_path / "project.sqlite").write_bytes(b"This is not a database, only a text of some length." * 40)
    with pytest.raises(KnownError) as refused:
        Project.open(tmp_path)
    assert refused.value.code == "project.damaged"


def test_a_second_process_that_would_change_an_open_project_is_told_so(project: Project) -> None:
    told = in_process(
        "import sys; from workbench.cli.main import main; sys.exit(main(['queue', sys.argv[1], 'clear']))",
        project.folder,
    )
    assert told.returncode == 2 and "open in another window" in told.stderr
    with pytest.raises(KnownError, match="open in another window"):
        Project.open(project.folder)


def test_a_closed_project_can_be_opened_again(project: Project) -> None:
    project.preferences.set("model", "starter-en")
    project.close()
    with Project.open(project.folder) as again:
        assert again.preferences.get("model") == "starter-en"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can become another user")
def test_a_read_only_project_is_refused_with_a_remedy(project: Project) -> None:
    project.close()
    for folder in (project.folder, *project.folder.parents):
        if folder.stat().st_uid == 0 and folder != Path("/") and folder != Path("/tmp"):
            folder.chmod(folder.stat().st_mode | 0o055)
    os.seteuid(65534)
    try:
        with pytest.raises(KnownError, match="cannot be written to"):
            Project.open(project.folder)
        with pytest.raises(KnownError, match="cannot be written to"):
            Project.create(project.folder.parent / "new" / "project")
    finally:
        os.seteuid(0)
    with Project.open(project.folder):
        pass


def test_a_draft_that_is_not_finished_leaves_nothing(project: Project) -> None:
    with pytest.raises(ZeroDivisionError), project.corpora.draft("half") as draft:
        (draft.folder / "train.txt").write_text("half")
        raise ZeroDivisionError
    assert not project.corpora.every() and not list((project.folder / "corpora").iterdir())


def test_a_cancelled_import_leaves_nothing(project: Project, tmp_path: Path) -> None:
    files = []
    for number in range(3):
        files.append(tmp_path / f"{number}.txt")
        files[-1].write_text(tale(20, number), encoding="utf-8")
    importing = Workbench(project).texts.import_corpus(files)
    next(importing)
    importing.close()
    assert not project.corpora.every() and not list((project.folder / "corpora").iterdir())


def test_names_are_unique_and_files_with_the_same_name_get_a_number(project: Project, tmp_path: Path) -> None:
    file = tmp_path / "tale.txt"
    file.write_text(tale(20), encoding="utf-8")
    services = Workbench(project)
    for _ in range(2):
        for _ in services.texts.import_corpus([file]):
            pass
    assert len({corpus.name for corpus in project.corpora.every()}) == 2
    taken = project.corpora.every()[0].name
    with pytest.raises(KnownError, match="already a corpus"):
        next(services.texts.import_corpus([file], taken))


def test_a_corpus_goes_with_its_folder_but_not_while_a_run_uses_it(tale_project: Project) -> None:
    corpus, run = tale_project.corpora.named("tale"), make_run(tale_project)
    with pytest.raises(KnownError, match="used by 1 run"):
        tale_project.corpora.delete("tale")
    assert corpus.folder.is_dir()
    tale_project.runs.delete(run)
    assert not run.folder.exists()
    tale_project.corpora.delete("tale")
    assert not tale_project.corpora.every() and not corpus.folder.exists()


def test_runs_are_named_renamed_and_annotated(tale_project: Project) -> None:
    first, second = make_run(tale_project), make_run(tale_project)
    assert first.name != second.name
    with pytest.raises(KnownError, match="already a run"):
        tale_project.runs.rename(second, first.name)
    tale_project.runs.file({second.id: Filing(note="a note")})
    assert tale_project.runs.rename(second, " better ") == Changes.of(second)
    renamed = tale_project.runs.named(str(second.id))
    assert (renamed.name, renamed.note) == ("better", "a note")
    with pytest.raises(KnownError, match="needs a name"):
        tale_project.runs.rename(first, "  ")
    for name in ("7", "starter-en", "Starter English", "scratch:lstm-words"):
        with pytest.raises(KnownError, match="no number and no model's"):
            tale_project.runs.rename(first, name)


def test_a_run_has_the_prompts_that_say_something_once_and_no_more_than_five(tale_project: Project) -> None:
    def make(*prompts: str) -> Run:
        return tale_project.runs.create(
            corpus="tale", base=from_text("starter-en"), model_sha256="0", fine_tuning=FineTuning(), prompts=prompts
        )

    assert tale_project.runs.prompts(make("Anna", "", "The lamp", "  ", "Anna")) == ("Anna", "The lamp")
    assert tale_project.runs.prompts(make()) == ()
    with pytest.raises(KnownError, match="6 prompts are too many"):
        make(*"abcdef")
    assert len(tale_project.runs.every()) == 2


def test_what_a_run_tells_is_kept(tale_project: Project) -> None:
    run = make_run(tale_project)
    saved = run.folder / "checkpoints" / "step-2"
    saved.mkdir(parents=True)
    sample = Sample(2, "Anna", " lit", (Prediction("lit", 0.5, " lit"),))
    told: list[Event] = [
        Validated(0, 3.0, False, 0.5),
        step(1, 2.5),
        step(2, 2.4),
        Validated(2, 2.0, True, 2.5),
        SampleWritten(sample),
        CheckpointSaved(2, saved, True),
        Finished(2, StopReason.BUDGET, 3.0, 2.0, 2, 2.0, 2.5),
    ]
    with tale_project.runs.recorder(run) as recorder:
        for event in told:
            recorder.record(event)
    kept = tale_project.runs.named(run.name)
    assert (kept.base_validation_loss, kept.best_validation_loss, kept.final_validation_loss) == (3.0, 2.0, 2.0)
    assert (kept.steps, kept.total_steps, kept.tokens_per_second, kept.seconds) == (2, 10, 150.0, 2.5)
    assert list(tale_project.runs.curves(run)["loss"].values) == [2.5, 2.4]
    assert tale_project.runs.samples(run) == (sample,)
    assert [(c.step, c.folder, c.is_best) for c in tale_project.checkpoints.of(run)] == [(2, saved, True)]


def test_rewinding_forgets_what_came_after(tale_project: Project) -> None:
    run = make_run(tale_project)
    with tale_project.runs.recorder(run) as recorder:
        recorder.record(Validated(0, 3.0, False, 0.0))
        for number in range(1, 9):
            recorder.record(step(number))
            if number % 4 == 0:
                saved = run.folder / "checkpoints" / f"step-{number}"
                saved.mkdir(parents=True)
                recorder.record(Validated(number, 3.0 - number, True, float(number)))
                recorder.record(CheckpointSaved(number, saved, True))
    whole = tale_project.runs.named(run.name)
    assert (whole.kept_step, whole.best_validation_loss, whole.final_validation_loss) == (8, -5.0, -5.0)
    rewound = tale_project.runs.rewind(run, 4)
    assert (rewound.status, rewound.steps, rewound.best_validation_loss) == (RunStatus.RUNNING, 4, -1.0)
    assert (rewound.kept_step, rewound.final_validation_loss) == (4, -1.0)
    assert list(tale_project.runs.curves(run)["loss"].steps) == [1, 2, 3, 4]


def test_what_was_measured_is_not_the_runs_until_its_checkpoint_is_on_disk(tale_project: Project) -> None:
    run = make_run(tale_project)
    folder = run.folder / "checkpoints" / "step-0"
    folder.mkdir(parents=True)
    with tale_project.runs.recorder(run) as recorder:
        recorder.record(Validated(0, 3.0, True, 0.0))
        recorder.record(CheckpointSaved(0, folder, True))
        recorder.record(Validated(4, 2.0, True, 1.0))  # and here the program was killed
    kept = tale_project.runs.named(run.name)
    assert (kept.kept_step, kept.best_validation_loss, kept.final_validation_loss) == (0, 3.0, 2.0)


def test_checkpoints_that_are_gone_from_disk_are_not_offered(tale_project: Project) -> None:
    run = make_run(tale_project)
    folders = [run.folder / "checkpoints" / f"step-{number}" for number in (1, 2)]
    with tale_project.runs.recorder(run) as recorder:
        for number, folder in enumerate(folders, start=1):
            folder.mkdir(parents=True)
            recorder.record(CheckpointSaved(number, folder, True))
        folders[0].rmdir()
    assert [(c.step, c.is_best) for c in tale_project.checkpoints.of(run)] == [(2, True)]
    assert tale_project.checkpoints.runs() == {run.id}


KILLED = """
import os, signal, sys
from pathlib import Path
from tests.project.test_project import make_run, step
from workbench.project.project import Project

project = Project.open(Path(sys.argv[1]))
recorder = project.runs.recorder(make_run(project, "killed"))
for number in range(1, 6):
    recorder.record(step(number))
recorder.flush()
(project.folder / "corpora" / ".12345678.draft").mkdir()
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_after_a_kill_the_project_opens_and_the_run_reads_interrupted(tale_project: Project) -> None:
    tale_project.close()
    victim = in_process(KILLED, tale_project.folder)
    assert victim.returncode == -signal.SIGKILL, victim.stderr
    with Project.open(tale_project.folder) as project:
        run = project.runs.named("killed")
        assert run.status is RunStatus.INTERRUPTED and run.steps == 5
        assert len(project.runs.curves(run)["loss"].steps) == 5
        assert not list((project.folder / "corpora").glob(".*"))


FULL = """
import resource, sys
from pathlib import Path
from workbench.messages.errors import KnownError
from workbench.project.project import Project
from workbench.services.workbench import Workbench

project = Project.open(Path(sys.argv[1]))
size = (project.folder / "project.sqlite").stat().st_size
resource.setrlimit(resource.RLIMIT_FSIZE, (size + 30_000, size + 30_000))
try:
    for _ in Workbench(project).texts.import_corpus([Path(sys.argv[2])], "large"):
        pass
except KnownError as error:
    print(error.code)
print([corpus.name for corpus in project.corpora.every()])
"""


def test_a_full_disk_while_importing_loses_nothing(tale_project: Project, tmp_path: Path) -> None:
    tale_project.close()
    large = tmp_path / "large.txt"
    large.write_text(tale(5000), encoding="utf-8")
    told = in_process(FULL, tale_project.folder, large)
    assert told.stdout.splitlines() == ["disk.full", "['tale']"], told.stderr
    with Project.open(tale_project.folder) as project:
        assert [corpus.name for corpus in project.corpora.every()] == ["tale"]
        assert len(list((project.folder / "corpora").iterdir())) == 1


def test_any_thread_may_read_and_write(tale_project: Project) -> None:
    runs = [make_run(tale_project) for _ in range(4)]
    failures: list[BaseException] = []

    def record(run: Run) -> None:
        try:
            with tale_project.runs.recorder(run) as recorder:
                for number in range(1, 200):
                    recorder.record(step(number, float(run.id)))
                    if number % 20 == 0:
                        recorder.flush()
                        tale_project.runs.every()
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=record, args=(run,)) for run in runs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failures
    for run in runs:
        values = tale_project.runs.curves(run)["loss"].values
        assert len(values) == 199 and np.all(values == run.id)


def test_the_database_checks_foreign_keys_and_keeps_a_write_ahead_log(project: Project) -> None:
    with sqlite3.connect(project.folder / "project.sqlite") as database:
        assert database.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    database.close()
    with pytest.raises(KnownError, match="FOREIGN KEY"):
        project.findings.keep(99, "of no run", (), {})


def test_opening_the_project_module_does_not_load_the_heavy_libraries() -> None:
    told = in_process("import sys, workbench.project.project; print({'sqlalchemy', 'tensorflow'} & set(sys.modules))")
    assert told.stdout.strip() == "set()", told.stderr


def test_a_pasted_text_moves_with_its_project_and_what_a_crash_left_is_not_deleted(tmp_path: Path) -> None:
    with Project.create(tmp_path / "one") as project:
        for _ in Workbench(project).texts.import_text("A text that was typed here. It has a few words.", "typed"):
            pass
        (project.folder / "sources" / "orphan.txt").write_text("left by a killed process")
    (tmp_path / "one").rename(tmp_path / "two")
    with Project.open(tmp_path / "two") as project:
        assert [path.name for path in project.strays()] == ["orphan.txt"]
        for _ in Workbench(project).texts.extend_corpus("typed"):
            pass
        assert project.corpora.named("typed").contents.statistics.words == 11
        assert not project.corpora.named("typed").contents.skipped


def test_a_cancelled_import_of_a_typed_text_leaves_nothing(project: Project) -> None:
    importing = Workbench(project).texts.import_text("A text that is cancelled. " * 40)
    next(importing)
    importing.close()
    assert not list((project.folder / "sources").iterdir()) and not list((project.folder / "corpora").iterdir())


def test_a_path_that_is_too_long_for_a_database_is_refused_with_the_true_reason(tmp_path: Path) -> None:
    deep = tmp_path.joinpath(*["a-long-name-of-a-folder"] * 22)
    with pytest.raises(KnownError) as refused:
        Project.create(deep)
    assert refused.value.code == "project.path_too_long" and list(tmp_path.iterdir()) == []
    long = tmp_path / ("x" * (480 - len(os.fsencode(tmp_path)) - 1 - 200)) / ("y" * 198)
    with Project.create(long) as project:
        project.preferences.set("model", "starter-en")
    assert len(os.fsencode(long)) > 470
