"""Filing runs: names, tags, groups, notes and the archive, each of which can be undone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, replace

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QAction, QUndoCommand, QUndoStack
from PySide6.QtWidgets import QHBoxLayout, QInputDialog, QLineEdit, QMenu, QPushButton, QWidget

from workbench.gui.context import Context
from workbench.messages.errors import KnownError
from workbench.values.changes import Changes
from workbench.values.run import Filing, Run

_NOT_TYPED = -1  # as Qt calls a command that is a change of its own
AGAIN_MS = 1000  # after which what could not be written is tried again
MOST_OFFERED = 25  # tags or groups in a menu


class Filer(QObject):
    """Does and undoes. `filed` says in words what was just done."""

    filed = Signal(str)

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.stack = QUndoStack(self)
        self._unwritten: dict[int, Filing] = {}  # by run
        self._again = QTimer(self, interval=AGAIN_MS)
        self._again.timeout.connect(self.flush)

    def file(self, runs: Sequence[Run], change: Callable[[Filing], Filing], done: str) -> None:
        """Give each run another filing, unless it has that already; `done` is the sentence about it."""
        if self._change(runs, change, done):
            self.filed.emit(done)

    def _change(
        self, runs: Sequence[Run], change: Callable[[Filing], Filing], done: str, typed_into: int = _NOT_TYPED
    ) -> bool:
        """Whether there was anything to change."""
        wanted = {run.id for run in runs}
        # As they are now: the rows of a table may be older than what was filed last.
        stored = {run.id: Filing.of(run) for run in self._context.project.runs.every() if run.id in wanted}
        before = {run_id: self._unwritten.get(run_id, filing) for run_id, filing in stored.items()}
        after = {run_id: change(old) for run_id, old in before.items()}
        if after == before:
            return False
        self.stack.push(_Command(self._write, before, after, done, typed_into))
        return True

    def tag(self, runs: Sequence[Run], tag: str, wanted: bool) -> None:
        def change(old: Filing) -> Filing:
            others = tuple(found for found in old.tags if found != tag)
            return replace(old, tags=(*others, tag) if wanted else others) if (tag in old.tags) != wanted else old

        words = self.tr("Tagged {runs} “{tag}”.") if wanted else self.tr("Took the tag “{tag}” from {runs}.")
        self.file(runs, change, words.format(runs=self._runs(runs), tag=tag))

    def group(self, runs: Sequence[Run], group: str) -> None:
        words = self.tr("Put {runs} into the group “{group}”.") if group else self.tr("Took {runs} out of any group.")
        self.file(
            runs, lambda old: replace(old, group=group), words.format(runs=self._runs(runs), group=group)
        )  # fmt: skip

    def archive(self, runs: Sequence[Run], archived: bool) -> None:
        words = self.tr("Archived {runs}.") if archived else self.tr("Brought {runs} back from the archive.")
        self.file(runs, lambda old: replace(old, is_archived=archived), words.format(runs=self._runs(runs)))

    def rename(self, run: Run, name: str) -> None:
        """Raises KnownError("run.exists" or "run.name")."""
        self._context.tell(self._context.project.runs.rename(run, name), self)
        done = self.tr("Renamed “{old}” to “{name}”.").format(old=run.name, name=name)
        self.stack.push(_Renaming(self._name_again, run.id, run.name, name, done))
        self.filed.emit(done)

    def _name_again(self, run_id: int, name: str) -> None:
        runs = self._context.project.runs
        run = next((each for each in runs.every() if each.id == run_id), None)
        if run is not None:  # else it was deleted meanwhile
            with self._context.telling():
                self._context.tell(runs.rename(run, name), self)

    def note(self, run: Run, note: str) -> None:
        """Kept while it is typed: one change, taken back as one, of which nothing is said."""
        words = self.tr("Changed the note of {runs}.").format(runs=self._runs([run]))
        self._change([run], lambda old: replace(old, note=note), words, typed_into=run.id)

    def flush(self) -> None:
        """Write what is filed; while another program holds the project file, or its disk is full, again and again."""
        if not self._unwritten:
            return
        try:
            changes = self._context.project.runs.file(self._unwritten)
        except KnownError as error:
            if error.passes:
                if not self._again.isActive():
                    self._again.start()
                    self._context.failed.emit(KnownError("project.waits_to_write", folder=self._context.project.folder))
                return
            self._context.failed.emit(error)
            changes = Changes(runs=frozenset(self._unwritten))  # back to what is stored
        self._again.stop()
        self._unwritten = {}
        self._context.tell(changes, self)

    def as_filed(self, run: Run) -> Run:
        """With what could not be written of it yet."""
        filing = self._unwritten.get(run.id)
        return run if filing is None else replace(run, **asdict(filing))

    def _write(self, filings: dict[int, Filing]) -> None:
        self._unwritten |= filings
        self.flush()
        if self._unwritten:
            self._context.tell(Changes(runs=frozenset(filings)), self)  # it is seen as it will be

    def _runs(self, runs: Sequence[Run]) -> str:
        return f"“{runs[0].name}”" if len(runs) == 1 else self.tr("{count} runs").format(count=len(runs))


class _Command(QUndoCommand):
    def __init__(
        self,
        write: Callable[[dict[int, Filing]], None],
        before: dict[int, Filing],
        after: dict[int, Filing],
        text: str,
        typed_into: int,
    ) -> None:
        """`typed_into` is the run whose note was typed: what is typed on belongs to the same change."""
        super().__init__(text)
        self._typed_into = typed_into
        self._write = write
        self._before = before
        self._after = after

    def id(self) -> int:
        return self._typed_into

    def mergeWith(self, other: QUndoCommand) -> bool:
        assert isinstance(other, _Command)
        self._after = other._after
        return True

    def redo(self) -> None:
        self._write(self._after)

    def undo(self) -> None:
        self._write(self._before)


class _Renaming(QUndoCommand):
    """Of a run that has been renamed: doing it again is asked for at once, and does nothing then."""

    def __init__(self, rename: Callable[[int, str], None], run: int, before: str, after: str, text: str) -> None:
        super().__init__(text)
        self._rename, self._run, self._before, self._after = rename, run, before, after
        self._is_done = True

    def redo(self) -> None:
        if not self._is_done:
            self._rename(self._run, self._after)

    def undo(self) -> None:
        self._is_done = False
        self._rename(self._run, self._before)


class FilingBar(QWidget):
    """Tag, group and archive what is selected; the menus offer what other runs have."""

    def __init__(
        self, filer: Filer, selected: Callable[[], list[Run]], every: Callable[[], Sequence[Run]],
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._filer = filer
        self._selected = selected
        self._every = every
        self.tags = self._menu_button(self.tr("Tag"), self._offer_tags)
        self.groups = self._menu_button(self.tr("Group"), self._offer_groups)
        self.archive = QPushButton(self.tr("Archive"))
        self.archive.setToolTip(
            self.tr("Out of sight, with everything kept; “Archived too” among the filters shows it")
        )
        self.archive.clicked.connect(lambda: filer.archive(selected(), not self._are_archived()))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for button in (self.tags, self.groups, self.archive):
            layout.addWidget(button)

    def show_selected(self, runs: Sequence[Run]) -> None:
        for button in (self.tags, self.groups, self.archive):
            button.setEnabled(bool(runs))
        archived = bool(runs) and all(run.is_archived for run in runs)
        self.archive.setText(self.tr("Bring back") if archived else self.tr("Archive"))

    def new_tag(self, tag: str) -> None:
        if tag.strip():
            self._filer.tag(self._selected(), tag.strip(), True)

    def new_group(self, group: str) -> None:
        if group.strip():
            self._filer.group(self._selected(), group.strip())

    def _are_archived(self) -> bool:
        return all(run.is_archived for run in self._selected())

    def _offer_tags(self, menu: QMenu) -> None:
        """Those that all selected runs have are ticked."""
        runs = self._selected()
        for tag in sorted({tag for run in self._every() for tag in run.tags}, key=str.casefold)[:MOST_OFFERED]:
            action = QAction(tag, menu, checkable=True, checked=all(tag in run.tags for run in runs))
            action.toggled.connect(lambda wanted, tag=tag: self._filer.tag(runs, tag, wanted))
            menu.addAction(action)
        menu.addSeparator()
        menu.addAction(self.tr("New tag …"), self.ask_tag)

    def _offer_groups(self, menu: QMenu) -> None:
        runs = self._selected()
        for group in sorted({run.group for run in self._every()} - {""}, key=str.casefold)[:MOST_OFFERED]:
            action = QAction(group, menu, checkable=True, checked=all(run.group == group for run in runs))
            action.triggered.connect(lambda _, group=group: self._filer.group(runs, group))
            menu.addAction(action)
        menu.addSeparator()
        menu.addAction(self.tr("New group …"), self.ask_group)
        none = menu.addAction(self.tr("No group"), lambda: self._filer.group(runs, ""))
        none.setEnabled(any(run.group for run in runs))

    def ask_tag(self) -> None:
        tag, wanted = QInputDialog.getText(self, self.tr("New tag"), self.tr("A word that you will look for"))
        if wanted:
            self.new_tag(tag)

    def ask_group(self) -> None:
        group, wanted = QInputDialog.getText(
            self, self.tr("New group"), self.tr("What these runs have in common"), QLineEdit.EchoMode.Normal
        )
        if wanted:
            self.new_group(group)

    def _menu_button(self, text: str, offer: Callable[[QMenu], None]) -> QPushButton:
        button = QPushButton(f"{text} ▾")
        button.setAccessibleName(text)
        menu = QMenu(button)
        menu.aboutToShow.connect(menu.clear)
        menu.aboutToShow.connect(lambda: offer(menu))
        button.setMenu(menu)
        return button
