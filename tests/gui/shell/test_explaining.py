"""What the words on screen mean: under the pointer, by keys, in a list that is searched."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QToolTip, QWhatsThis, QWidget

from tests.field_words import NAMES, WORD
from tests.gui.faces import faces
from tests.gui.hands import click, press, settle
from tests.gui.pseudo_walk import texts
from workbench.gui.parts.number_box import NumberBox
from workbench.gui.parts.term_marks import TermMarks
from workbench.gui.plain import Label
from workbench.gui.plots.plot_canvas import PlotCanvas
from workbench.gui.shell.files import FilesDialog
from workbench.gui.shell.window import MainWindow
from workbench.gui.steady import Slider
from workbench.gui.theme import Look, colour
from workbench.gui.words.pages import about_page
from workbench.gui.words.terms import glossary


def label(window: QWidget, words: str) -> Label:
    return next(each for each in window.findChildren(Label) if each.isVisible() and words in each.text())


def point_at(window: MainWindow, words: Label, at: QPoint) -> None:
    handle = window.windowHandle()
    assert handle is not None
    QTest.mouseMove(handle, QPoint(2, window.height() - 2))
    settle()
    QTest.mouseMove(handle, words.mapTo(window, at))
    settle()


def ask(widget: QWidget, at: QPoint) -> str:
    """As Qt asks once the pointer rests."""
    QToolTip.hideText()
    QApplication.sendEvent(widget, QHelpEvent(QEvent.Type.ToolTip, at, widget.mapToGlobal(at)))
    settle()
    return QToolTip.text() if QToolTip.isVisible() else ""


def test_a_term_is_marked_under_the_pointer_and_answers(full: MainWindow) -> None:
    assert full.workspace is not None
    full.workspace.go("train")
    settle()
    words = label(full, "Fine-tune Starter English")
    point_at(full, words, words.rect().center())
    marks = full.guidance.explaining.marks
    assert marks is not None and marks.parentWidget() is words
    (box,) = marks.boxes
    assert words.rect().contains(box) and box.left() <= 1
    assert "learn a little more" in ask(words, box.center())
    assert marks.term_at(QPoint(words.width() - 2, 2)) is None
    QApplication.sendEvent(words, QEvent(QEvent.Type.Leave))  # as Qt says once the pointer has left
    assert full.guidance.explaining.marks is None
    assert not any(each.isVisible() for each in words.findChildren(TermMarks))


def test_the_words_of_a_card_are_marked_and_a_click_on_them_is_one_on_the_card(full: MainWindow) -> None:
    assert full.workspace is not None
    full.workspace.go("train")
    settle()
    words = label(full, "without learning it by heart")
    point_at(full, words, words.rect().center())
    marks = full.guidance.explaining.marks
    assert marks is not None and "instead of what holds" in ask(words, marks.boxes[0].center())
    click(words)
    assert full.workspace.train.setup.presets.card("thorough").isChecked()


def test_tabs_answer_as_well(full: MainWindow) -> None:
    assert full.workspace is not None
    full.workspace.go("predict")
    settle()
    tabs = full.workspace.predict.views.tabBar()
    names = [tabs.tabText(number) for number in range(tabs.count())]
    assert "How little a word was expected" in ask(tabs, tabs.tabRect(names.index("Surprise")).center())


def test_the_name_of_an_axis_and_the_head_of_a_column_answer(full: MainWindow) -> None:
    assert full.workspace is not None
    full.workspace.go("history")
    settle()
    history = full.workspace.history
    canvas = next(each for each in full.findChildren(PlotCanvas) if each.isVisible())
    axis = canvas.getAxis("left").label
    at = canvas.mapFromScene(axis.mapToScene(axis.boundingRect().center()))
    assert "The number that learning makes smaller" in ask(canvas.viewport(), at)
    header = history.view.horizontalHeader()
    titles = [str(header.model().headerData(column, Qt.Orientation.Horizontal)) for column in range(header.count())]
    head = QPoint(header.sectionViewportPosition(titles.index("Steps")) + 5, header.height() // 2)
    assert "One small change of the weights" in ask(header.viewport(), head)


def test_f1_opens_the_entry_of_what_has_the_focus(full: MainWindow) -> None:
    assert full.workspace is not None
    full.workspace.go("train")
    setup = full.workspace.train.setup
    setup.advanced.setChecked(True)
    setup.form.editor("seed").setFocus()
    settle()
    full.activateWindow()
    press(full, Qt.Key.Key_F1)
    dialog = full.guidance.explaining.dialog
    assert dialog is not None and dialog.isVisible() and dialog.shown == "seed"
    assert "Your run “second”: This run drew from the seed 0." in dialog.answer.toPlainText()
    dialog.search.setText("overfit")
    assert dialog.shown == "overfitting" and "by heart" in dialog.answer.toPlainText()
    dialog.search.setText("zeppelin")
    assert dialog.nothing.isVisible() and dialog.terms.count() == 0
    dialog.close()
    settle()
    assert full.guidance.explaining.dialog is None


def test_shift_f1_says_beside_the_control_what_it_is(full: MainWindow) -> None:
    assert full.workspace is not None
    full.workspace.go("predict")
    settle()
    slider = next(each for each in full.findChildren(Slider) if each.isVisible())
    slider.setFocus()
    assert "Bolder and stranger" in full.guidance.explaining.answer_for(slider)  # why it would be another
    assert "Type the beginning of a sentence" in full.guidance.explaining.answer_for(full.workspace.rail)  # of the page
    press(full, Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    QWhatsThis.hideText()


def seen(window: MainWindow) -> Iterator[str]:
    for root in (window, *(top for top in QApplication.topLevelWidgets() if isinstance(top, QDialog))):
        for widget in root.findChildren(QWidget):
            for what, text in texts(widget):
                if what in ("text", "tab", "head", "choice", "title") and text:
                    yield text.replace("&", "")


def test_the_glossary_can_be_read_in_the_dark_that_comes_while_it_is_open(full: MainWindow) -> None:
    dialog = full.guidance.explaining.show_term("perplexity")
    for look in (Look.LIGHT, Look.DARK):
        full.choose_look(look)
        settle()
        assert colour(dialog.palette(), "accent").name() in dialog.answer.toHtml()
    dialog.close()


def unexplained(window: MainWindow) -> Iterator[QWidget]:
    """Numbers and sliders that are seen and of which no more is said than of their page."""
    assert window.workspace is not None
    about = about_page(window.workspace.place)
    for kind in (NumberBox, Slider):
        for each in window.findChildren(kind):
            if each.isVisible() and window.guidance.explaining.answer_for(each) == about:
                yield each


def test_every_term_of_the_field_on_every_face_has_an_answer(full: MainWindow) -> None:
    FilesDialog([], full).show()
    full.guidance.explaining.show_glossary()
    known, said, mute = glossary(), set(seen(full)), set()
    for _ in faces(full):
        said |= set(seen(full))
        mute |= {each.accessibleName() for each in unexplained(full)}
    assert mute == set(), "what is raised and lowered says why"
    missing, found = set(), set()
    for text in said:
        covered = [(place.start, place.end) for place in known.places(text)]
        for word in WORD.finditer(text):
            found.add(word[1].casefold())
            if not any(start <= word.start() and word.end() <= end for start, end in covered):
                missing.add((word[0], text[:60]))
    assert sorted(missing) == []
    assert len(found) > 50, "the walk has to see them"


def test_every_term_of_the_list_has_an_entry(english: None) -> None:
    assert [word for word in NAMES if not glossary().places(word)] == []
