"""What a run learnt decides the figure that is told of it: a loss that is no loss of tokens has no perplexity."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.tasks.char_class import CharClass
from workbench.cli.learning import ShownTraining
from workbench.cli.main import main
from workbench.project.project import Project
from workbench.tasks.registry import registered
from workbench.tasks.task import Headline
from workbench.training.events import CheckpointSaved, StepMeasured, Validated
from workbench.values.fine_tuning import FineTuning
from workbench.values.model_ref import from_text
from workbench.values.run import RunStatus


@pytest.fixture(autouse=True)
def char_class() -> Iterator[CharClass]:
    with registered(CharClass()) as task:
        yield task


@pytest.fixture
def folder(tale_project: Project) -> Path:
    """With a run of either task, each of which ended worse than what is kept."""
    for name, task in (("words", "next_word"), ("classes", "char_class")):
        run = tale_project.runs.create(
            corpus="tale", base=from_text("starter-en"), model_sha256="", fine_tuning=FineTuning(), name=name, task=task
        )
        with tale_project.runs.recorder(run) as recorder:
            for step, loss in enumerate((1.5, 0.25, 0.75)):
                saved = run.folder / "checkpoints" / f"step-{step}"
                saved.mkdir(parents=True)
                figures = {"char_class/accuracy": 0.5 + 0.25 * step} if task == "char_class" else {}
                recorder.record(Validated(step, loss, step < 2, 1.0, figures))
                recorder.record(CheckpointSaved(step, saved, step < 2))
            recorder.record(StepMeasured(3, 3, 0.5, 0.1, 1.0, 99.0, 6.0, 3.0))
        tale_project.runs.finish(run, RunStatus.FINISHED)
    tale_project.close()
    return tale_project.folder


def told(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    capsys.readouterr()
    assert main(words) == 0
    return capsys.readouterr().out


def test_lists_and_tables_tell_the_loss_of_a_task_as_it_is(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words, classes = sorted(told(capsys, "runs", str(folder)).splitlines(), key=lambda line: "classes" in line)
    assert "validation loss 1.500 → 0.250 nats per token" in words
    assert "validation loss 1.500 → 0.250 (" in classes and "token" not in classes
    assert "kept loss/token" in told(capsys, "compare", str(folder), "words")
    for runs in (["classes"], ["words", "classes"]):
        table = told(capsys, "compare", str(folder), *runs)
        assert "kept loss  " in table and "loss/token" not in table
        assert "Right classes" in table and "75.0%" in table and "bits/byte" not in table


@pytest.mark.parametrize("runs", [["classes"], ["words", "classes"]])
def test_a_report_with_such_a_run_has_no_perplexity_and_a_command_that_makes_it_again(
    folder: Path, runs: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    file = folder.parent / "page.html"
    told(capsys, "report", str(folder), *runs, "--to", str(file))
    page = file.read_text(encoding="utf-8")
    assert "erplexit" not in page and "0.250" in page and "loss, nats<" in page
    assert "--task char_class" in page and page.count("--task") == 1


def test_a_report_of_next_words_has_its_perplexity(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = folder.parent / "page.html"
    told(capsys, "report", str(folder), "words", "--to", str(file))
    page = file.read_text(encoding="utf-8")
    assert "perplexity <b>4.5 → 1.3</b>" in page and "--task" not in page


@pytest.mark.parametrize("headline", list(Headline))
def test_what_is_told_while_it_learns_has_the_figure_of_its_task(
    headline: Headline, capsys: pytest.CaptureFixture[str]
) -> None:
    show = ShownTraining(headline=headline)
    for step, loss in enumerate((1.0, 2.0, 3.0, 4.0)):
        show(Validated(5 * step, loss, not step, 1.0))
    lines = capsys.readouterr().err.splitlines()
    first, worse = lines[0], next(line for line in lines if "worse" in line)
    if headline is Headline.LOSS:
        assert first == "step 0: loss 1.000 on unseen text (best)" and "loss 1.000 → 3.000" in worse
        assert "perplexity" not in "".join(lines)
    else:
        assert first == "step 0: perplexity 2.7 a token on unseen text (best)" and "perplexity 2.7 → 20.1" in worse
