"""Tabs with the views of a task, each made when it is first wanted."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from workbench.gui.context import Context
from workbench.gui.faces import Tabs

V = TypeVar("V", bound=QWidget)


class ViewTabs(Tabs, Generic[V]):
    view_made = Signal(QWidget)

    def __init__(self, context: Context, known: Callable[[], Mapping[str, tuple[str, Callable[[Context], V]]]]) -> None:
        """`known` gives the views that there are by name, each with its title, marked in “Views”."""
        super().__init__()
        self._context = context
        self._known = known
        self._made: dict[str, V] = {}
        self._names: tuple[str, ...] = ()
        self.setDocumentMode(True)
        self.tabBar().setDrawBase(False)

    def show_views(self, names: Sequence[str]) -> None:
        """Have these as tabs; the one that is looked at stays, if it is among them. Unknown names are passed over."""
        known = self._known()
        wanted = tuple(name for name in names if name in known)
        if wanted == self._names:
            return
        made = {name: self.view(name) for name in wanted}
        current = self.currentWidget()
        were_blocked = self.blockSignals(True)
        self.clear()
        for name, view in made.items():
            self.addTab(view, QCoreApplication.translate("Views", known[name][0]))
        if self.indexOf(current) >= 0:
            self.setCurrentWidget(current)
        self.blockSignals(were_blocked)
        self._names = wanted

    def prepare(self, name: str) -> None:
        """Make the view, where there is one of that name, so that showing it takes no longer than it must."""
        if name in self._known():
            self.view(name)

    @property
    def shown(self) -> list[V]:
        return [self._made[name] for name in self._names]

    def view(self, name: str) -> V:
        """Raises KeyError where there is none of that name."""
        if name not in self._made:
            self._made[name] = self._known()[name][1](self._context)
            self.view_made.emit(self._made[name])
        return self._made[name]
