"""Which cluster runs can learn at: its address and token, whether it answers, and what is there."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from workbench.gui.context import Context
from workbench.gui.jobs import Job
from workbench.gui.lanes import Kind
from workbench.gui.parts.number_box import NumberBox
from workbench.gui.parts.page_head import PageHead
from workbench.gui.plain import Label
from workbench.gui.words import quantities
from workbench.gui.words.counts import Counts
from workbench.gui.words.sentences import sentence, told
from workbench.gui.words.why import Turned, answer
from workbench.messages.why.learning import LEARNING
from workbench.services.places import look_at
from workbench.training.places import cluster_settings
from workbench.values.place import MOST_WORKERS, PlaceKind, Where
from workbench.values.run import RunStatus

if TYPE_CHECKING:
    from workbench.training.places.cluster_terms import Cluster, Node

LOCAL = Where(PlaceKind.LOCAL_CLUSTER)


class ClusterSetup(QWidget):
    """Nothing is asked of any address before somebody clicks; the keyring is never asked on the window's thread."""

    back_requested = Signal()
    changed = Signal()  # where runs can learn

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._job: Job | None = None
        about = self.tr("A Ray cluster that is there already, or one that this program starts on this computer.")
        self._head = PageHead(self.tr("Where runs can learn"), about)
        self.address = QLineEdit()
        self.address.setPlaceholderText("ray://127.0.0.1:10001")
        self.address.setAccessibleName(self.tr("Address of the cluster"))
        self.address.returnPressed.connect(self.set_address)
        self.set_button = self._button(self.tr("Set"), self.set_address, self.tr("Set the address of the cluster"))
        self.test_button = self._button(self.tr("Test"), self.test, self.tr("Test whether the cluster answers"))
        self.token = QLineEdit()
        self.token.setEchoMode(QLineEdit.EchoMode.Password)
        self.token.setAccessibleName(self.tr("Token of the cluster"))
        self.token.returnPressed.connect(self.keep_token)
        self.keep_button = self._button(
            self.tr("Keep"), self.keep_token, self.tr("Keep the cluster's token in the keyring")
        )
        self.forget_button = self._button(self.tr("Forget"), self.forget_token, self.tr("Forget the cluster's token"))
        self.cores = NumberBox(0, cluster_settings.MOST_CORES, whole=True, zero=self.tr("half of this computer's"))
        self.cores.setAccessibleName(self.tr("Cores of each run"))
        self.cores.changed.connect(self._keep_shares)
        self.workers = NumberBox(1, MOST_WORKERS, whole=True)
        self.workers.setAccessibleName(self.tr("Workers of each run"))
        self.workers.setToolTip(
            self.tr("How many make the steps of one run together, each with so many cores: its batch is shared out")
        )
        self.workers.changed.connect(self._keep_shares)
        self.disk = NumberBox(1, cluster_settings.MOST_DISK, whole=True)
        self.disk.setAccessibleName(self.tr("Gigabytes of text on each worker's disk"))
        self.disk.setToolTip(
            self.tr("Each worker has those parts of the text on its disk that it reads; for new ones the oldest go")
        )
        self.disk.changed.connect(self._keep_shares)
        self.local_button = self._button(
            self.tr("Try one on this computer"),
            self.test_local,
            self.tr("Start a cluster on this computer for a moment"),
        )
        self.found = Label()
        self.found.setWordWrap(True)
        self.found.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.found.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._safety = Label(
            self.tr(
                "Ray lets in whoever reaches its ports unless it was started with a token, and several workers of one"
                " run whoever reaches theirs; who is let in can run anything there. Keep them on this computer or in a"
                " network of your own."
            )
        )
        self._safety.setWordWrap(True)
        self._safety.setProperty("quiet", True)
        self.back = self._button(self.tr("Back"), self.back_requested.emit)
        self._lay_out()

    def explain(self, part: QWidget) -> str:
        """Why a run would have more of them."""
        for name, box in (("cores", self.cores), ("workers", self.workers), ("disk", self.disk)):
            if box is part or box.isAncestorOf(part):
                return answer(box.accessibleName(), LEARNING[name], Turned.NUMBER, self.palette())
        return ""

    def begin(self) -> None:
        """Show what is set, and what learns where."""
        settings = cluster_settings.settings()
        self.address.setText(settings.address)
        self.cores.setValue(settings.cores)
        self.workers.setValue(settings.workers)
        self.disk.setValue(settings.disk)
        self._show_state()

    @property
    def words(self) -> str:
        return self.found.text()

    def set_address(self) -> None:
        with self._context.telling():
            cluster_settings.save(self.address.text(), *self._shares)
            self._show_state()
            self.changed.emit()

    def keep_token(self) -> None:
        """In the keyring, under the cluster's address; the field is emptied, so that nobody reads it there."""
        token = self.token.text()
        self.token.clear()
        self._ask_keyring(lambda where: cluster_settings.keep_token_of(where, token))

    def forget_token(self) -> None:
        self._ask_keyring(lambda where: cluster_settings.keep_token_of(where, ""))

    def test(self) -> None:
        """Who answers at the address that is typed; it is not kept by that."""
        with self._context.telling():
            settings = cluster_settings.checked(self.address.text(), int(self.cores.number()))
            if settings.where is not None:
                self._look(settings.where)

    def test_local(self) -> None:
        self._look(LOCAL)

    def _look(self, where: Where) -> None:
        if self._job is not None:
            self._job.cancel()
        self.found.setText(self.tr("Asking {place} …").format(place=told(where.called)))
        self._job = job = self._context.jobs.start_job(
            self.tr("Asking {place}").format(place=told(where.called)), lambda: look_at(where), lane="network"
        )
        job.finished.connect(lambda cluster: self.found.setText(_in_words(cluster)))
        job.failed.connect(lambda error: self.found.setText(sentence(error)))
        job.ended.connect(lambda: self._forget(job))

    def _forget(self, job: Job) -> None:
        if self._job is job:
            self._job = None

    def _show_state(self) -> None:
        is_set = bool(cluster_settings.settings().address)
        for each in (self.token, self.keep_button, self.forget_button):
            each.setEnabled(is_set)
        lines = [
            self.tr("No cluster is set.")
            if not is_set
            else self.tr("Click Test to see who answers, and what is there.")
        ]
        running = [run for run in self._context.project.runs.every() if run.status is RunStatus.RUNNING]
        lines += [
            self.tr("“{run}” learns at: {place}.").format(run=run.name, place=told(run.where.called)) for run in running
        ]
        self.found.setText("\n".join(lines))

    @property
    def _shares(self) -> tuple[int, int, int]:
        """Cores, workers and gigabytes of text."""
        return int(self.cores.number()), int(self.workers.number()), int(self.disk.number())

    def _keep_shares(self) -> None:
        if not (self.cores.refusal or self.workers.refusal or self.disk.refusal):
            cluster_settings.save(cluster_settings.settings().address, *self._shares)
            self.changed.emit()

    def _ask_keyring(self, do: Callable[[Where], None]) -> None:
        where = cluster_settings.settings().where
        if where is None:
            return

        def work() -> bool:
            do(where)
            return cluster_settings.token_of(where) is not None

        job = self._context.jobs.start_job(self.tr("Asking the keyring"), work, lane="network", kind=Kind.SHORT)
        job.finished.connect(self._show_token)
        job.failed.connect(self._context.failed)

    def _show_token(self, has_token: bool) -> None:
        kept = self.tr("The token is kept in this computer's keyring, for this address alone.")
        self.found.setText(kept if has_token else self.tr("No token is kept for this address."))

    def _button(self, text: str, do: Callable[[], object], name: str = "") -> QPushButton:
        button = QPushButton(text)
        if name:
            button.setAccessibleName(name)
            button.setToolTip(name)
        button.clicked.connect(lambda: do())
        return button

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setColumnStretch(1, 1)
        rows: tuple[tuple[str, QWidget, tuple[QPushButton, ...]], ...] = (
            (self.tr("Address"), self.address, (self.set_button, self.test_button)),
            (self.tr("Token"), self.token, (self.keep_button, self.forget_button)),
            (self.tr("Cores of each run"), self.cores, (self.local_button,)),
            (self.tr("Workers of each run"), self.workers, ()),
            (self.tr("Text on each worker's disk (GB)"), self.disk, ()),
        )
        for row, (title, field, buttons) in enumerate(rows):
            caption = Label(title)
            caption.setBuddy(field)
            grid.addWidget(caption, row, 0)
            grid.addWidget(field, row, 1)
            for column, button in enumerate(buttons, start=2):
                grid.addWidget(button, row, column, 1, 1 if len(buttons) > 1 else 2)
        bottom = QHBoxLayout()
        bottom.addStretch()
        bottom.addWidget(self.back)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self._head)
        layout.addLayout(grid)
        layout.addWidget(self.found, 1)
        layout.addWidget(self._safety)
        layout.addLayout(bottom)


def _in_words(cluster: Cluster) -> str:
    """Who answers, and what is there."""
    cores = QLocale().toString(round(cluster.cores))
    first = Counts.tr("Ray {version} answers, with {cores} cores on %Ln computers.", "", len(cluster.nodes))
    return "\n".join([first.format(version=cluster.version, cores=cores), *map(_node_in_words, cluster.nodes)])


def _node_in_words(node: Node) -> str:
    words = Counts.tr("{name}: %Ln cores, {memory} of memory", "", round(node.cores))
    words = words.format(name=node.name, memory=quantities.memory(node.memory))
    if node.gpus:
        words = quantities.listing([words, Counts.tr("%Ln GPUs", "", round(node.gpus))])
    return f"• {words}"
