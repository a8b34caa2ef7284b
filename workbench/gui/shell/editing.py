"""What the Edit menu does: in the text that is typed in, or else to what was done on the page."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit

Editor = QLineEdit | QPlainTextEdit | QTextEdit


class Editing(QObject):
    """`stack` gives what was done on the page that is seen, where that can be taken back."""

    def __init__(self, stack: Callable[[], QUndoStack | None], parent: QObject) -> None:
        super().__init__(parent)
        self._stack = stack

    @property
    def does(self) -> dict[str, Callable[[], object]]:
        """By the names of the menu's items."""
        return {
            "undo": self.undo,
            "redo": self.redo,
            "cut": lambda: self._in_editor(lambda editor: editor.cut()),
            "copy": lambda: self._in_editor(lambda editor: editor.copy()),
            "paste": lambda: self._in_editor(lambda editor: editor.paste()),
            "select_all": lambda: self._in_editor(lambda editor: editor.selectAll()),
        }

    @property
    def can(self) -> dict[str, bool]:
        """Which of them have something to do."""
        editor, stack = self._editor(), self._stack()
        writes = editor is not None and not editor.isReadOnly()
        marked = _has_selection(editor)
        return {
            "undo": _can(editor, "Undo") or (stack is not None and stack.canUndo()),
            "redo": _can(editor, "Redo") or (stack is not None and stack.canRedo()),
            "cut": writes and marked,
            "copy": marked,
            "paste": writes and bool(QApplication.clipboard().text()),
            "select_all": editor is not None,
        }

    def undo(self) -> None:
        editor, stack = self._editor(), self._stack()
        if editor is not None and _can(editor, "Undo"):
            editor.undo()
        elif stack is not None:
            stack.undo()

    def redo(self) -> None:
        editor, stack = self._editor(), self._stack()
        if editor is not None and _can(editor, "Redo"):
            editor.redo()
        elif stack is not None:
            stack.redo()

    def _in_editor(self, act: Callable[[Editor], object]) -> None:
        editor = self._editor()
        if editor is not None:
            act(editor)

    @staticmethod
    def _editor() -> Editor | None:
        focused = QApplication.focusWidget()
        return focused if isinstance(focused, QLineEdit | QPlainTextEdit | QTextEdit) else None


def _can(editor: Editor | None, what: str) -> bool:
    """Whether there is something to undo or to redo in what was typed."""
    if editor is None or editor.isReadOnly():
        return False
    asked = editor if isinstance(editor, QLineEdit) else editor.document()
    return bool(getattr(asked, f"is{what}Available")())


def _has_selection(editor: Editor | None) -> bool:
    if isinstance(editor, QLineEdit):
        return editor.hasSelectedText()
    return editor is not None and editor.textCursor().hasSelection()
