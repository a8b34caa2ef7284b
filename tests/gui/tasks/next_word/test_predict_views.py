"""Surprise, writing on, the word tree and the game on the Predict page, with the real engine."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage, QTextCursor
from pytestqt.qtbot import QtBot

from tests.gui.predicting import PATIENCE, wait_for_words
from workbench.corpora.chunks import chunks
from workbench.gui.context import Context
from workbench.gui.parts.saving import SaveButton
from workbench.gui.predict.predict_page import PredictPage
from workbench.gui.tasks.next_word.generation_bar import Sampling
from workbench.gui.tasks.next_word.surprise_view import DIFFERENCE
from workbench.gui.tasks.question import AskedModel, Question
from workbench.prediction.guessing import play
from workbench.values.corpus import Split
from workbench.values.model_ref import Folder, OfRun
from workbench.values.prediction import Prediction, Shaping
from workbench.values.run import Run


def read(qtbot: QtBot, page: PredictPage, text: str) -> None:
    surprise = page.views.view("surprise")
    page.text.setPlainText(text)
    page.views.setCurrentWidget(surprise)
    qtbot.waitUntil(lambda: surprise.found is not None and surprise.found.text == text, timeout=PATIENCE)
    wait_for_words(qtbot, page)  # those of the other side


def test_every_word_is_coloured_and_underlined_by_how_surprising_it_was(qtbot: QtBot, page: PredictPage) -> None:
    surprise = page.views.view("surprise")
    page.views.setCurrentWidget(surprise)
    page.text.setPlainText("Anna lit")
    qtbot.waitUntil(lambda: bool(surprise.totals.text()), timeout=PATIENCE)
    assert surprise.text.toPlainText() == "Anna lit", "what is being read is seen meanwhile"
    read(qtbot, page, "Anna lit the lamp. 🙂 Zebra")
    document = surprise.text.document()
    grounds = set()
    found = surprise.found
    assert found is not None
    for word in (word for word in found.words if word.counted):
        cursor = QTextCursor(document)
        units = len(found.text[: word.end].encode("utf-16-le")) // 2
        cursor.setPosition(units)
        grounds.add((cursor.charFormat().background().color().name(), cursor.charFormat().underlineStyle()))
    assert len(grounds) >= 3, "the emoji before it must not shift the colours"
    assert len({ground for ground, _ in grounds}) == len({line for _, line in grounds})
    assert "perplexity" in surprise.totals.text() and "Before" in surprise.totals.text()


def test_a_clicked_word_shows_what_was_expected_there(qtbot: QtBot, run: Run, page: PredictPage) -> None:
    surprise = page.views.view("surprise")
    read(qtbot, page, "Anna lit the lamp.")
    surprise.text.put_cursor_on(3)
    qtbot.keyClick(surprise.text, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(surprise.expected.predictions), timeout=PATIENCE)
    wait_for_words(qtbot, page)
    shown = surprise.expected.predictions
    asked = page.context.services.asking.predict(OfRun(run.id), "Anna lit the")
    assert [word.text for word in shown] == [word.text for word in asked]
    assert "lamp" in surprise.about.text() and "bits" in surprise.about.text()
    place = surprise.text.cursorRect(surprise.text.textCursor()).center()
    surprise.text.moveCursor(QTextCursor.MoveOperation.Start)
    qtbot.mouseClick(surprise.text.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert "lamp" in surprise.about.text()


def test_the_difference_compares_both_models(qtbot: QtBot, page: PredictPage) -> None:
    surprise = page.views.view("surprise")
    read(qtbot, page, "Anna lit the lamp. Bertil watched the sea.")
    before = surprise.text.document().toHtml()
    surprise.side.setCurrentIndex(surprise.side.findData(DIFFERENCE))
    assert surprise.text.document().toHtml() != before
    assert not surprise.colouring.isEnabled()
    assert "less surprising" in surprise.legend.accessibleDescription()


def write(qtbot: QtBot, page: PredictPage, sampling: Sampling, text: str = "Anna lit") -> list[str]:
    writing = page.views.view("writing")
    page.text.setPlainText(text)
    page.views.setCurrentWidget(writing)
    page.ask()
    writing.write_on(sampling)
    qtbot.waitUntil(writing.bar.generate.isEnabled, timeout=PATIENCE)
    return [cell.written for cell in writing.cells]


def test_samples_stand_side_by_side_and_the_same_seed_writes_the_same(qtbot: QtBot, page: PredictPage) -> None:
    first = write(qtbot, page, Sampling(words=8, seed=3, samples=2))
    assert len(set(first)) == 4 and all(text.startswith("Anna lit") and len(text) > 10 for text in first)
    assert write(qtbot, page, Sampling(words=8, seed=3, samples=2)) == first
    assert write(qtbot, page, Sampling(words=8, seed=4))[1] == first[3]


def test_writing_can_be_stopped_and_what_is_written_stays(qtbot: QtBot, page: PredictPage) -> None:
    writing = page.views.view("writing")
    page.text.setPlainText("Anna lit")
    page.views.setCurrentWidget(writing)
    page.ask()
    writing.write_on(Sampling(words=100_000, seed=0, shaping=Shaping()))
    cell = writing.cells[1]
    qtbot.waitUntil(lambda: len(cell.written) > 20, timeout=PATIENCE)
    qtbot.mouseClick(writing.bar.stop, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(writing.bar.generate.isEnabled, timeout=PATIENCE)
    assert len(cell.written) > 20


def test_it_stops_at_the_end_of_the_sentence(qtbot: QtBot, page: PredictPage) -> None:
    written = write(qtbot, page, Sampling(words=200, seed=1, to_sentence_end=True))[1]
    assert written.endswith(".") and written.count(".") == 1


def test_another_word_can_be_chosen_and_it_goes_on_from_there(qtbot: QtBot, page: PredictPage) -> None:
    write(qtbot, page, Sampling(words=8, seed=1))
    cell = page.views.view("writing").cells[1]
    before = cell.written
    cell.text.put_cursor_on(3)
    qtbot.keyClick(cell.text, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(cell.alternatives.bars.predictions), timeout=PATIENCE)
    wait_for_words(qtbot, page)
    start = cell.alternatives.start
    other = next(word for word in cell.alternatives.bars.predictions if not before[start:].startswith(word.text))
    cell.alternatives.bars.word_chosen.emit(other)
    qtbot.waitUntil(lambda: not cell.is_writing, timeout=PATIENCE)
    assert cell.written.startswith(before[:start] + other.text) and len(cell.written) > start + len(other.text)
    assert not cell.alternatives.isVisible()


def test_the_words_of_the_prompt_itself_have_no_alternatives(qtbot: QtBot, page: PredictPage) -> None:
    writing = page.views.view("writing")
    write(qtbot, page, Sampling(words=4, seed=1))
    writing.cells[0].show_alternatives(0)
    assert not writing.cells[0].alternatives.isVisible()


def test_a_path_through_the_tree_becomes_the_text(qtbot: QtBot, page: PredictPage) -> None:
    view = page.views.view("tree")
    page.text.setPlainText("Anna")
    page.views.setCurrentWidget(view)
    tree = view.tree
    qtbot.waitUntil(lambda: tree.topLevelItemCount() > 0, timeout=PATIENCE)
    wait_for_words(qtbot, page)
    root = tree.topLevelItem(0)
    assert root is not None
    root.setExpanded(True)
    qtbot.waitUntil(lambda: root.childCount() > 0, timeout=PATIENCE)
    wait_for_words(qtbot, page)
    tree.setCurrentItem(root.child(0))
    path = "".join(word.text for word in view.path(root.child(0)))
    shares = [word.probability for word in view.path(root.child(0))]
    assert (path, shares[1], pytest.approx(shares[0] * shares[1])) in view.as_rows()
    qtbot.keyClick(tree, Qt.Key.Key_Return)
    assert page.text.toPlainText() == "Anna" + path


def test_two_branches_opened_at_once_both_unfold(qtbot: QtBot, page: PredictPage) -> None:
    view = page.views.view("tree")
    page.text.setPlainText("Bertil")
    page.views.setCurrentWidget(view)
    tree = view.tree
    qtbot.waitUntil(lambda: tree.topLevelItemCount() > 1, timeout=PATIENCE)
    wait_for_words(qtbot, page)
    first, second = tree.topLevelItem(0), tree.topLevelItem(1)
    assert first is not None and second is not None
    first.setExpanded(True)
    second.setExpanded(True)
    qtbot.waitUntil(lambda: first.childCount() > 0 and second.childCount() > 0, timeout=PATIENCE)


def test_the_game_reveals_the_text_and_keeps_the_score_in_bits(
    qtbot: QtBot, page: PredictPage, taught: Context
) -> None:
    game = page.views.view("game")
    page.views.setCurrentWidget(game)
    passage = "".join(chunks(taught.project.corpora.named("tale"), Split.TEST))  # the first one is from its beginning
    qtbot.mouseClick(game.begin, Qt.MouseButton.LeftButton)
    for number in range(3):  # words; the marks between them stand there by themselves
        qtbot.waitUntil(game.go.isEnabled, timeout=PATIENCE)
        if number != 1:  # once somebody is quicker than the model
            wait_for_words(qtbot, page)
        before = game.revealed.toPlainText().removesuffix(" …")
        assert passage.startswith(before) and passage[len(before) :].lstrip()[0].isalpha()
        word = passage[len(before) :].split()[0].strip(".,")
        qtbot.keyClicks(game.guess, word)
        qtbot.keyClick(game.guess, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: len(game.turns) > number, timeout=PATIENCE)  # noqa: B023
        assert game.revealed.toPlainText().startswith(f"{before} {word}")
    assert [turn.is_right for turn in game.turns] == [True] * 3 and all(turn.model_guess for turn in game.turns)
    assert sum(turn.person_bits for turn in game.turns) == pytest.approx(3.0), "half sure costs a bit"
    assert "3 right" in game.score.text() and game.as_rows()[3][0] == game.turns[2].word


def test_a_game_goes_on_with_the_model_it_began_with(qtbot: QtBot, page: PredictPage, taught: Context) -> None:
    game = page.views.view("game")
    page.views.setCurrentWidget(game)
    qtbot.mouseClick(game.begin, Qt.MouseButton.LeftButton)
    assert game.revealed.toPlainText() == "", "the text is read beside the window"
    qtbot.waitUntil(game.go.isEnabled, timeout=PATIENCE)
    wait_for_words(qtbot, page)
    began_with = game.model
    question = page.question()
    game.ask(Question(question.text, False, question.base, None))
    assert game.model != began_with
    shown = game.revealed.toPlainText().removesuffix(" …")
    qtbot.keyClick(game.guess, Qt.Key.Key_Return)
    wait_for_words(qtbot, page)
    qtbot.keyClick(game.guess, Qt.Key.Key_Return)
    wait_for_words(qtbot, page)
    before = game.revealed.toPlainText().removesuffix(" …").removeprefix(shown).split()[0]
    asked = taught.services.asking.predict(began_with.ref, f"{shown} {before}")
    assert game.turns[1].model_guess == asked[0].word
    page.ask()


def test_a_text_that_was_emptied_gets_no_late_answer(qtbot: QtBot, page: PredictPage) -> None:
    surprise = page.views.view("surprise")
    page.views.setCurrentWidget(surprise)
    with qtbot.waitSignal(page.context.jobs.started, timeout=PATIENCE):
        page.text.setPlainText("Anna lit the lamp.")
    page.text.clear()
    wait_for_words(qtbot, page)
    assert surprise.found is None and surprise.totals.text() == "" and surprise.text.toPlainText() == ""
    tree = page.views.view("tree")
    page.views.setCurrentWidget(tree)
    with qtbot.waitSignal(page.context.jobs.started, timeout=PATIENCE):
        page.text.setPlainText("Anna lit")
    page.text.clear()
    wait_for_words(qtbot, page)
    assert tree.tree.topLevelItemCount() == 0


def test_a_branch_that_could_not_be_opened_opens_later(
    qtbot: QtBot, page: PredictPage, taught: Context, tiny_gpt2: Path, tmp_path: Path
) -> None:
    tree = page.views.view("tree")
    page.views.setCurrentWidget(tree)
    model = shutil.copytree(tiny_gpt2, tmp_path / "model")
    tree.ask(Question("Anna lit", False, AskedModel(Folder(model), "a model"), None))
    wait_for_words(qtbot, page)
    first = tree.tree.topLevelItem(0)
    away = model.rename(tmp_path / "away")
    first.setExpanded(True)
    wait_for_words(qtbot, page)
    assert tree.tree.topLevelItem(0) is not None, "what was found stays"
    assert not first.isExpanded() and first.childCount() == 0
    away.rename(model)
    tree.tree.topLevelItem(0).setExpanded(True)
    wait_for_words(qtbot, page)
    assert tree.tree.topLevelItem(0).childCount() > 0
    page.ask()


def test_the_score_is_proper() -> None:
    """Whatever a person believes, saying so costs least on average."""
    predictions = [Prediction("sea", 0.5, " sea"), Prediction("lamp", 0.25, " lamp")]
    belief = {"sea": 0.3, "lamp": 0.7 * 0.25 / 0.5, "glass": 0.7 * 0.25 / 0.5}
    model = {"sea": 0.5, "lamp": 0.25, "glass": 0.25}

    def cost(sureness: float) -> float:
        return sum(
            share * play(word, model[word], predictions, "sea", sureness).person_bits for word, share in belief.items()
        )

    assert min((cost(sureness / 100), sureness) for sureness in range(1, 100))[1] == 30
    silent = play("lamp", 0.25, predictions, "", 0.9)
    assert silent.person_bits == silent.model_bits == 2.0


def test_what_is_shown_can_be_copied_and_saved(qtbot: QtBot, page: PredictPage, tmp_path: Path) -> None:
    page.text.setPlainText("Anna lit")
    wait_for_words(qtbot, page)
    view = page.views.view("next_words")
    save = view.save
    save.copy_text.trigger()
    assert QGuiApplication.clipboard().text().startswith("Anna lit")
    save.copy_rows.trigger()
    assert len(QGuiApplication.clipboard().text().splitlines()) == 21
    for ending in ("txt", "csv", "png", "svg"):
        save.save_to(tmp_path / f"words.{ending}")
    assert (tmp_path / "words.csv").read_text(encoding="utf-8-sig").startswith("rank,side,word,probability")
    assert QImage(str(tmp_path / "words.png")).width() == 2 * view.base.parentWidget().width()
    assert "<svg" in (tmp_path / "words.svg").read_text(encoding="utf-8")


def test_every_view_can_be_saved(page: PredictPage, taught: Context, tmp_path: Path) -> None:
    buttons = page.findChildren(SaveButton)
    assert len(buttons) == page.views.count()
    for number, button in enumerate(buttons):
        for ending in ("txt", "csv", "png", "svg"):
            button.save_to(tmp_path / f"{number}.{ending}")
            assert (tmp_path / f"{number}.{ending}").exists()
