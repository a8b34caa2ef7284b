"""A report tells about a run, or about several, in one file that needs nothing else and runs nothing."""

from __future__ import annotations

import re
import shlex
import xml.etree.ElementTree as ElementTree
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from tests.findings import comparisons, everything_learnt
from workbench.cli.main import main
from workbench.experiments.comparing import smoothed
from workbench.experiments.kept import EVALUATION, LEARNT, keep, name_of
from workbench.exporting.card import card_of
from workbench.exporting.pages import page
from workbench.exporting.report import facts, report_html
from workbench.exporting.report_charts import SMOOTHED
from workbench.exporting.svg import Line, alike, chart, ticks
from workbench.messages.errors import KnownError
from workbench.project.project import Project
from workbench.services.workbench import Workbench
from workbench.training.events import CheckpointSaved, SampleWritten, StepMeasured, Validated
from workbench.values.corpus import Split
from workbench.values.fine_tuning import FineTuning
from workbench.values.model_ref import from_text
from workbench.values.prediction import Prediction, Sample
from workbench.values.run import NEXT_WORD, Filing, Input, Run, RunStatus


def recorded(project: Project, name: str, task: str = NEXT_WORD, **settings: object) -> Run:
    run = project.runs.create(
        corpus="tale", base=from_text("starter-en"), model_sha256="ab" * 32, fine_tuning=FineTuning(**settings),
        name=name, prompts=["Anna <lit>"], task=task,
    )  # fmt: skip
    with project.runs.recorder(run) as recorder:
        for step, loss, word in ((0, 5.0, "before"), (20, 4.0, "after")):
            saved = run.folder / "checkpoints" / f"step-{step}"
            saved.mkdir(parents=True)
            recorder.record(Validated(step, loss, True, float(step)))
            recorder.record(CheckpointSaved(step, saved, True))
            samples = (Prediction(word, 0.5, f" {word}"), Prediction("&", 0.25, " &"))
            recorder.record(SampleWritten(Sample(step, "Anna <lit>", f" went on {word}", samples)))
        for step in range(1, 21):
            recorder.record(StepMeasured(step, 20, 5.0 - step / 20, 1e-4 * step, 1.0, 100.0, float(step), 1.0))
    project.runs.file({run.id: Filing(note="<script>alert(1)</script>")})
    return project.runs.finish(run, RunStatus.FINISHED)


def test_a_report_of_a_run_has_all_that_a_listener_asks_for(tale_project: Project) -> None:
    run = tale_project.runs.named(recorded(tale_project, "first", seed=7, learning_rate=0.002).name)
    page = report_html(tale_project, [run])
    corpus = tale_project.corpora.named("tale")
    for fact in (
        "What came of it, and what now:", "On new text it is much better than before.",
        "perplexity <b>148 → 55</b>", "Anna &lt;lit&gt;", "before", "after", "50.0%", "Learning rate", "0.002",
        f"{corpus.contents.statistics.words:,}", corpus.contents.sha256, run.model_sha256, "tensorflow", "<td>7</td>",
    ):  # fmt: skip
        assert fact in page, fact
    assert page.count("<svg viewBox") == 2 and "prefers-color-scheme: dark" in page and "@media print" in page


@pytest.mark.parametrize("template", ["report.html", "print.html"])
def test_what_is_answered_is_told_apart_from_what_goes_on(tale_project: Project, template: str) -> None:
    runs = [recorded(tale_project, "tells on"), recorded(tale_project, "replies", "answers")]
    shown = page(template, **facts(tale_project, runs), colours=["#000000"] * 2, picture_width=100)
    going_on, answering = shown.split("What “replies” answers, and how it would begin")
    assert "What “tells on” expects next" in going_on and "After “Anna &lt;lit&gt;”" in going_on
    assert '<span class="quiet">Anna &lt;lit&gt;</span> went on after' in going_on
    assert "To “Anna &lt;lit&gt;”" in answering and ">Anna &lt;lit&gt;</span> went on" not in answering


def test_what_several_things_learnt_at_once_measured_alike_is_told_apart(tale_project: Project) -> None:
    inputs = (Input("tale", "next_word"), Input("tale", "answers"))
    losses = {"next_word/loss": 3.0, "answers/loss": 1.0}
    run = replace(recorded(tale_project, "first"), inputs=inputs, base_figures={}, best_figures=losses)
    told = [what for what, _, _ in facts(tale_project, [run])["runs"][0].figures]
    assert told == ["Validation loss: next words", "Validation loss: answers"]


def test_a_report_tells_what_was_found_out_of_how_well_it_does_and_what_it_learnt(tale_project: Project) -> None:
    run = tale_project.runs.named(recorded(tale_project, "first").name)
    assert "How well it does" not in report_html(tale_project, [run])
    found = list(comparisons())[-1]
    keep(tale_project, run, name_of(EVALUATION, Split.TEST), found)
    keep(tale_project, run, name_of(LEARNT, Split.VALIDATION), list(everything_learnt(Split.VALIDATION))[-1])
    for template in ("report.html", "print.html"):
        shown = page(template, **facts(tale_project, [run]), colours=["#000000"], picture_width=100)
        for told in (
            "How well it does", "On the test text", "cannot tell a difference: -0.100 bits per byte",
            "between -0.200 and", "Perplexity a token", "Next token right at once", "What it learnt",
            "Words it now expects more", "слово", "10.0%", "20.0%", "Forgetting:",
        ):  # fmt: skip
            assert told in shown, (template, told)
        assert "<script" not in shown
    other = tale_project.runs.named(recorded(tale_project, "second").name)
    assert "What “first” learnt" in report_html(tale_project, [run, other])


def test_a_report_loads_nothing_and_runs_nothing(tale_project: Project) -> None:
    page = report_html(tale_project, [tale_project.runs.named(recorded(tale_project, "first").name)])
    assert "<script" not in page and "&lt;script&gt;" in page
    assert not re.search(r"""(src|href|url)\s*[=(]\s*["']?(https?:|//|file:)""", page)
    for drawing in re.findall(r"<svg viewBox.*?</svg>", page, re.DOTALL):
        ElementTree.fromstring(drawing)  # well-formed


def test_a_comparison_says_where_the_runs_differ(tale_project: Project) -> None:
    runs = [recorded(tale_project, "slow", learning_rate=0.001), recorded(tale_project, "fast", learning_rate=0.01)]
    page = report_html(tale_project, runs)
    assert re.findall(r'<tr class="differs"><td>(.*?)</td>', page) == ["Learning rate"]
    assert "2 runs compared" in page and "slow" in page and "fast" in page
    with pytest.raises(KnownError) as refused:
        report_html(tale_project, runs * 5)
    assert refused.value.code == "report.too_many"


def test_a_report_and_a_card_say_bits_per_byte_and_how_they_were_measured(birds: Workbench) -> None:
    run = birds.project.runs.named("pieces")
    change = f"{run.base_bits_per_byte:.3f} → {run.best_bits_per_byte:.3f}"
    assert change in report_html(birds.project, [run])
    facts = dict(card_of(birds, run).facts)
    assert f"{run.best_bits_per_byte:.4f} bits per byte" in facts["On the validation text, of these weights"]
    for told in (report_html(birds.project, [run]), facts["How that was measured"]):
        assert "passages of 16 tokens" in told and "at most 32,768 tokens" in told


def test_a_report_compares_other_tokenizers_in_bits_per_byte_and_other_texts_not_at_all(birds: Workbench) -> None:
    runs = [birds.project.runs.named(name) for name in ("pieces", "words")]
    page = report_html(birds.project, runs)
    assert "bits per byte can be compared" in page and "loss, bits per byte" in page
    assert all(f"{run.best_bits_per_byte:.3f}" in page for run in runs)
    other = replace(runs[0], name="elsewhere", corpus_sha256="another text")
    page = report_html(birds.project, [runs[0], other])
    assert "measured on different texts, so none is the best" in page and "loss, nats per token" in page


def test_the_command_in_a_report_trains_with_the_same_settings(tale_project: Project) -> None:
    run = recorded(tale_project, "first", seed=7, learning_rate=0.002, minutes=3.0, steps=None)
    (command,) = re.findall(r"<pre>(.*?)</pre>", report_html(tale_project, [run]))
    words = shlex.split(command.replace("&#39;", "'").replace("&lt;", "<").replace("&gt;", ">"))
    settings = dict(word.split("=", 1) for before, word in pairwise(words) if before == "--set")
    assert FineTuning().with_settings(settings) == run.fine_tuning
    assert words[words.index("--prompt") + 1] == "Anna <lit>"


@pytest.mark.parametrize("ending", ["html", "pdf"])
def test_reports_are_written_from_the_command_line(tale_project: Project, tmp_path: Path, ending: str) -> None:
    recorded(tale_project, "first")
    recorded(tale_project, "second")
    folder = str(tale_project.folder)
    tale_project.close()
    file = tmp_path / f"talk.{ending}"
    assert main(["report", folder, "first", "second", "--to", str(file)]) == 0
    assert file.read_bytes().startswith(b"%PDF" if ending == "pdf" else b"<!doctype html>")
    if ending == "pdf":
        import pypdfium2

        document = pypdfium2.PdfDocument(file)
        text = "".join(document[number].get_textpage().get_text_bounded() for number in range(len(document)))
        document.close()
        assert "2 runs compared" in text and "148" in text and "Seed" in text


@pytest.mark.parametrize(("low", "high"), [(0, 25), (3.3, 5.1), (1e-5, 1e-3), (4, 4), (-2, 1e6)])
def test_ticks_are_round_and_reach_around(low: float, high: float) -> None:
    found = ticks(low, high)
    assert 2 <= len(found) <= 9 and found[0] <= low and found[-1] >= high
    assert np.allclose(np.diff(found), found[1] - found[0])


def test_the_numbers_of_an_axis_have_the_same_decimals() -> None:
    assert alike([0.8, 1.0, 1.2]) == ["0.8", "1.0", "1.2"] and alike([0.0, 500.0, 1000.0]) == ["0", "500", "1,000"]
    assert alike([0.0, 2e-7]) == ["0", "2e-07"]


def test_a_long_curve_keeps_its_highest_and_lowest_points() -> None:
    values = np.sin(np.arange(100_000) / 50)
    values[54_321] = 9.0
    drawn = chart("c", [Line("c", np.arange(100_000.0), values, "s0")], "step", "loss")
    assert len(drawn) < 20_000
    heights = [float(point.split(",")[1]) for point in re.findall(r"[\d.]+,[\d.]+", drawn)]
    assert min(heights) < 40 < np.median(heights)
    assert smoothed(np.full(5, 3.0), SMOOTHED).tolist() == pytest.approx([3.0] * 5)
