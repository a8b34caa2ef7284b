"""In a language of other letters, every letter of a report has come from a catalogue, or from the person."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path

import pytest

from tests.pseudo import PseudoLanguage, leaks
from workbench.exporting.pages import page
from workbench.exporting.report import facts, report_html
from workbench.project.project import Project
from workbench.services.workbench import Workbench
from workbench.training.events import Event, SampleWritten, StepMeasured, Validated
from workbench.training.surroundings import hardware, versions
from workbench.values.fine_tuning import KNOBS, FineTuning
from workbench.values.knob import choices
from workbench.values.model_ref import from_text
from workbench.values.prediction import Prediction, Sample
from workbench.values.run import Provenance, Run, RunStatus

WORDS = tuple(Prediction(word, 0.1, f" {word}") for word in "абвгд")
# Of the page itself: how a run is called on the command line and what hashes are called.
SAME = re.compile(r"<style>.*?</style>|<pre>.*?</pre>|sha256 [0-9a-f]*…?", re.DOTALL)
CODES = ("starter-en", "ru", "XLA flags", "oneDNN")


class Dated(PseudoLanguage):
    """Its dates are numbers alone."""

    def date(self, day: object) -> str:
        return "1.2.2026"

    moment = date


def runs_of(project: Project, text: Path) -> Sequence[Run]:
    """Three runs that ended better, worse and without a look."""
    text.write_text("Анна зажгла лампу. Бертиль смотрел на море.\n\n" * 200, encoding="utf-8")
    for _ in Workbench(project).texts.import_corpus([text]):
        pass
    provenance = Provenance("", versions(), hardware("ЦП"))
    for name, losses in (("первый", (5.0, 4.0, 4.5)), ("второй", (5.0, 6.0)), ("третий", ())):
        run = project.runs.create(
            corpus="сказка", base=from_text("starter-en"), model_sha256="", fine_tuning=FineTuning(), name=name
        )
        told: list[Event] = [Validated(step, loss, loss == min(losses), 1.0) for step, loss in enumerate(losses)]
        told += [SampleWritten(Sample(0, "Анна", " зажгла", WORDS)), StepMeasured(3, 9, 4.5, 0.1, 1.0, 99.0, 6.0, 3.0)]
        with project.runs.recorder(run) as recorder:
            for event in told:
                recorder.record(event)
        project.runs.finish(run, RunStatus.STOPPED)
        project.runs.note_provenance(run, provenance)
    return project.runs.every()


@pytest.mark.parametrize("number", range(4))
def test_every_letter_of_a_report_is_from_a_catalogue(project: Project, tmp_path: Path, number: int) -> None:
    every = runs_of(project, tmp_path / "сказка.txt")
    runs = every if number == 3 else every[number : number + 1]
    chosen = [spec for spec in KNOBS.values() if isinstance(spec.default, StrEnum)]
    values = {str(choice) for spec in chosen for choice in choices(spec)}  # as the command line takes them
    of_computer = {word for run in runs if run.provenance for word in run.provenance.hardware.values()}
    libraries = {*versions(), *versions().values()}
    known = frozenset(
        {"starter-en", "Starter English", "ru", "XLA flags", "oneDNN", project.name, *values, *of_computer, *libraries}
        - {""}
    )
    language = Dated()
    for shown in (
        report_html(project, runs, language),
        page("print.html", **facts(project, runs, language), colours=["#000000"] * 8, picture_width=1),
    ):
        said = re.findall(r'(?:aria-label|alt|title)="([^"]*)"', shown)
        texts = re.split(r"<[^>]*>", SAME.sub("", shown))
        assert [text for text in [*said, *texts] if leaks(text, known)] == []
