"""What reading one file may take: asked for in a dialog, kept with the project."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QVBoxLayout, QWidget

from workbench.gui.context import Context
from workbench.gui.parts.number_box import NumberBox
from workbench.gui.plain import Label
from workbench.values.importing import Limits

LIMITS = "import.limits"  # preference of the project: megabytes and seconds
MEGABYTE = 1 << 20
MOST_MEGABYTES, MOST_SECONDS = 1_000_000, 86_400


def kept_limits(context: Context) -> Limits:
    megabytes, seconds = context.project.preferences.get(LIMITS, _in_numbers(Limits()))
    return Limits(int(megabytes) * MEGABYTE, float(seconds))


def ask_limits(context: Context, parent: QWidget) -> None:
    """Have the person change them; they hold for what is read from then on."""
    dialog = LimitsDialog(kept_limits(context), parent)
    if dialog.exec() == QDialog.DialogCode.Accepted:
        context.tell(context.project.preferences.set(LIMITS, _in_numbers(dialog.limits)))


class LimitsDialog(QDialog):
    def __init__(self, limits: Limits, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Limits of reading"))
        words = Label(
            self.tr(
                "A damaged file can ask for more memory than there is, or never end. What takes more than this is"
                " passed over, and the import goes on with the next file."
            )
        )
        words.setWordWrap(True)
        megabytes, seconds = _in_numbers(limits)
        self.megabytes = NumberBox(64, MOST_MEGABYTES, whole=True)
        self.megabytes.setAccessibleName(self.tr("Memory for one file, in megabytes"))
        self.megabytes.setValue(megabytes)
        self.seconds = NumberBox(1, MOST_SECONDS, whole=True)
        self.seconds.setAccessibleName(self.tr("Seconds in which nothing of its text comes"))
        self.seconds.setValue(seconds)
        form = QFormLayout()
        for box in (self.megabytes, self.seconds):
            form.addRow(box.accessibleName(), box)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(words)
        layout.addLayout(form)
        layout.addWidget(buttons)

    @property
    def limits(self) -> Limits:
        return Limits(int(self.megabytes.value()) * MEGABYTE, self.seconds.value())


def _in_numbers(limits: Limits) -> tuple[int, int]:
    return limits.memory_bytes // MEGABYTE, round(limits.seconds)
