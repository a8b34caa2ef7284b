"""One question has one answer, wherever it is asked: while a model learns, in Predict, in a terminal, in a report."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.gui.predicting import shown_page, wait_for_words
from tests.gui.train_pages import open_train_page
from workbench.cli.main import main
from workbench.exporting.report import report_html
from workbench.exporting.report_prompts import BARS
from workbench.gui.context import Context
from workbench.gui.jobs import Jobs
from workbench.gui.predict.predict_page import PredictPage, as_shown
from workbench.project.project import Project
from workbench.services.workbench import Workbench
from workbench.values.fine_tuning import FineTuning
from workbench.values.model_ref import Folder
from workbench.values.prediction import Prediction

PATIENCE = 240_000  # milliseconds, at most: the first step waits for TensorFlow to load, and a computer may be busy
PROMPT = "Anna lit"
SHORT = FineTuning(steps=1, batch_size=4, context_length=16, validate_every=1, precision="float32")


@pytest.fixture
def untaught(tale_project: Project, tiny_gpt2: Path) -> Iterator[Context]:
    """A project with a text, and a model that is chosen."""
    jobs = Jobs()
    context = Context(tale_project, jobs)
    context.services.models.add_folder(tiny_gpt2)
    context.choose_model(Folder(tiny_gpt2))
    yield context
    jobs.shutdown()


def probabilities(words: tuple[Prediction, ...]) -> dict[str, float]:
    return {word.text: word.probability for word in words}


@pytest.mark.engine
def test_a_prompt_has_the_same_next_words_everywhere(
    qtbot: QtBot, untaught: Context, capsys: pytest.CaptureFixture[str]
) -> None:
    model = str(untaught.model)
    train = open_train_page(qtbot, untaught)
    train.setup.form.show_settings(SHORT)
    train.setup.prompts.edits[0].setText(PROMPT)
    qtbot.mouseClick(train.setup.start, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not train.is_running and bool(untaught.project.runs.every()), timeout=PATIENCE)
    (run,) = untaught.project.runs.every()
    before = train.live.view.samples.before.predictions
    assert len(before) == 10

    filled = shown_page(qtbot, untaught)
    filled.show_run(run)
    wait_for_words(qtbot, filled)
    typed = shown_page(qtbot, untaught)
    qtbot.keyClicks(typed.text, PROMPT)
    wait_for_words(qtbot, typed)
    for page in (filled, typed):
        assert (str(page.base.ref), page.text.toPlainText()) == (model, PROMPT)
        words = page.views.view("next_words").base.predictions
        assert probabilities(words) == pytest.approx(probabilities(before), rel=1e-4)
        assert page.views.view("next_words").hint.text() == "Click a word to go on with it."

    page_of_report = report_html(untaught.project, [run])
    shares = re.findall(r"<span>([\d.]+)%</span>", page_of_report)[:BARS]
    assert shares == [f"{100 * word.probability:.1f}" for word in before[:BARS]]

    untaught.project.close()
    capsys.readouterr()
    arguments = ["predict", str(untaught.project.folder), "--model", model, "--text", PROMPT, "--json"]
    assert main(arguments) == 0
    told = json.loads(capsys.readouterr().out)["predictions"]
    assert [word["word"] for word in told] == [word.word for word in before]
    assert [word["probability"] for word in told] == pytest.approx([word.probability for word in before], rel=1e-4)


def test_a_word_that_is_being_typed_is_said_to_count_as_unfinished(qtbot: QtBot, page: PredictPage) -> None:
    hint = page.views.view("next_words").hint
    qtbot.keyClicks(page.text, "Anna lit")  # the prompt of the run
    wait_for_words(qtbot, page)
    assert not page.question().typing and "unfinished" not in hint.text()
    whole = page.views.view("next_words").base.predictions
    qtbot.keyClicks(page.text, " the")
    wait_for_words(qtbot, page)
    assert page.question().typing and hint.text().startswith("“the” may go on") and "unfinished" in hint.text()
    qtbot.keyClicks(page.text, " ")
    wait_for_words(qtbot, page)
    assert "unfinished" not in hint.text()
    page.text.setPlainText("Anna lit")
    wait_for_words(qtbot, page)
    words = page.views.view("next_words").base.predictions
    assert probabilities(words) == pytest.approx(probabilities(whole), rel=1e-4)


def test_a_word_vocabulary_takes_what_is_typed_as_whole(birds: Workbench) -> None:
    number = {run.name: str(run.id) for run in birds.project.runs.every()}
    assert birds.asking.unfinished(birds.models.named(number["words"]), "Anna li") == ""
    assert (
        birds.asking.unfinished(birds.models.named(number["pieces"]), "Anna li") == "li"
        and birds.asking.unfinished(birds.models.named("starter-en"), "Anna li") == "li"
    )
    assert birds.asking.unfinished(birds.models.named(number["pieces"]), "Anna lit.") == ""


@pytest.mark.parametrize("prompt", ["Bonjour\xa0!", "one\r\ntwo", "one\u2028two\u2029three", "plain"])
def test_a_prompt_is_recognised_in_the_box(
    qtbot: QtBot, taught: Context, prompt: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(taught.project.runs), "prompts", lambda _runs, _run: (prompt,))
    page = shown_page(qtbot, taught)
    page.text.setPlainText(prompt)
    assert page.text.toPlainText() == as_shown(prompt)
    assert page.question().text == prompt and not page.question().typing
