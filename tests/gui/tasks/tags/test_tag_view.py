"""The text that is typed gets its tags: spans with a ground, a line and their names; with the real engine."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.gui.predicting import PATIENCE, shown_page
from workbench.gui.context import Context
from workbench.gui.tasks.labels.label_view import LabelView
from workbench.gui.tasks.many_rows import TaggedRows
from workbench.gui.tasks.many_texts import ManyTexts
from workbench.gui.tasks.question import AskedModel
from workbench.gui.tasks.tags.tag_view import TagView
from workbench.gui.tasks.tags.tagged_text import LINES, TaggedText
from workbench.measuring.spans import spans
from workbench.values.labelling import TaggedText as Tagged
from workbench.values.labelling import TaggedWord
from workbench.values.model_ref import OfRun


@pytest.fixture
def text(qtbot: QtBot) -> TaggedText:
    made = TaggedText("text")
    qtbot.addWidget(made)
    made.show_kinds(("NP", "VP"))
    return made


WORDS = (
    TaggedWord("The", "B-NP", 0.9), TaggedWord("dog", "I-NP", 0.8), TaggedWord("sleeps", "B-VP", 0.7),
    TaggedWord(".", "O", 0.99),
)  # fmt: skip


def test_words_get_the_tags_of_the_run(qtbot: QtBot, context: Context) -> None:
    page = shown_page(qtbot, context)
    run = OfRun(context.project.runs.named("words").id)
    page.tuned.choose(run)
    page.tuned.chosen.emit()
    view = page.views.view("tags")
    assert isinstance(view, TagView) and page.views.currentWidget() is view
    page.text.setPlainText("The dog sleeps.")
    qtbot.waitUntil(lambda: bool(view.as_rows()[1:]) and not context.jobs.running, timeout=PATIENCE)
    asked = context.services.labelling.tag(run, "The dog sleeps.")
    assert [row[:2] for row in view.as_rows()[1:]] == [(each.word, each.tag) for each in asked]
    assert page.heading == "Label texts"
    page.text.clear()
    qtbot.waitUntil(lambda: not view.tuned.words.toPlainText(), timeout=PATIENCE)


def test_many_texts_are_tagged_in_one_go_and_saved(qtbot: QtBot, context: Context, tmp_path: Path) -> None:
    run = context.project.runs.named("words")
    dialog = ManyTexts(context, AskedModel(OfRun(run.id), run.name))
    qtbot.addWidget(dialog)
    (tmp_path / "texts.txt").write_text("The dog sleeps.\n\nThe cat sleeps.\n", encoding="utf-8")
    dialog.label_file(tmp_path / "texts.txt")
    qtbot.waitUntil(lambda: not context.jobs.running, timeout=PATIENCE)
    asked = context.services.labelling.tag(OfRun(run.id), "The cat sleeps.")
    said = dialog.table.data(dialog.table.index(1, 1))
    assert all(f"{span.kind}: " in str(said) for span in spans([word.tag for word in asked]))
    dialog.save_to(tmp_path / "out.csv")
    rows = list(csv.reader(io.StringIO((tmp_path / "out.csv").read_text("utf-8-sig"))))
    assert rows[0] == ["number", "word", "tag", "probability"]
    assert [row[:3] for row in rows[5:]] == [["2", word.word, word.tag] for word in asked]


def test_a_span_has_a_line_and_its_name_behind_it(text: TaggedText) -> None:
    text.show_tags("The dog sleeps.", WORDS)
    assert text.words.toPlainText() == "The dog\u2009NP sleeps\u2009VP."
    assert [(span.kind, span.start, span.end) for span in text.spans] == [("NP", 0, 2), ("VP", 2, 3)]
    assert text.legend.accessibleDescription() == "NP, VP"


def test_thirty_kinds_look_different(text: TaggedText) -> None:
    kinds = [f"K{number}" for number in range(30)]
    text.show_kinds(kinds)
    looks = {
        (text.format_of(kind).background().color().name(), text.format_of(kind).underlineStyle()) for kind in kinds
    }
    assert len(looks) == 30 and len({line for _, line in looks}) == len(LINES)


def test_a_word_says_how_sure_it_is_and_a_name_of_a_kind_is_no_word(qtbot: QtBot, text: TaggedText) -> None:
    text.show_tags("The dog sleeps.", WORDS)
    with qtbot.waitSignal(text.word_chosen) as chosen:
        text.words.put_cursor_on(1)
        qtbot.keyClick(text.words, Qt.Key.Key_Return)
    assert chosen.args == [1] and "I-NP" in text.about.text() and "80.0 %" in text.about.text()
    with qtbot.assertNotEmitted(text.word_chosen):
        text.words.put_cursor_on(2)  # the first “NP”
        qtbot.keyClick(text.words, Qt.Key.Key_Return)


def test_of_roles_a_word_is_chosen_first(qtbot: QtBot, text: TaggedText) -> None:
    text.show_plain("The dog sleeps.", "Click the word")
    with qtbot.waitSignal(text.word_chosen) as chosen:
        text.words.put_cursor_on(2)
        qtbot.keyClick(text.words, Qt.Key.Key_Return)
    assert chosen.args == [2] and text.about.text() == "Click the word"


def test_a_view_that_was_left_takes_no_answer_from_the_next_one(qtbot: QtBot, context: Context) -> None:
    page = shown_page(qtbot, context)
    for name in ("words", "classes"):  # before the first has asked, since it waits for more keys
        page.tuned.choose(OfRun(context.project.runs.named(name).id))
        page.tuned.chosen.emit()
    page.text.setPlainText("The day was warm")
    page.ask()
    view = page.views.view("labels")
    qtbot.waitUntil(lambda: not context.jobs.running and not page.is_waiting, timeout=PATIENCE)
    assert isinstance(view, LabelView) and len(view.tuned.predictions) == 2


def test_a_table_of_roles_says_as_seen_from_which_word() -> None:
    rows = TaggedRows()
    tagged = (TaggedWord("She", "B-A0", 0.9), TaggedWord("sang", "B-V", 0.8), TaggedWord("songs", "B-A1", 0.7))
    rows.show([Tagged("She sang songs", tagged, 1)])
    assert rows.data(rows.index(0, 1)) == "[sang] · A0: She · V: sang · A1: songs"
    head, *body = rows.rows()
    assert head[-1] == "predicate" and [row[-1] for row in body] == [0, 1, 0]
