"""How the window looks, light, dark and in high contrast: fonts, spacing, icons; its colours are in `palettes.py`.

No other module names a colour.
"""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QByteArray, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QWidget

from workbench.ground.resources import resource
from workbench.gui.palettes import BANDS, CHANGES, CONTRAST_DARK, CONTRAST_LIGHT, DARK, LIGHT, LOOKS, SERIES

_STYLE = """
QWidget#page, QScrollArea, QScrollArea > QWidget > QWidget#page {{ background: {window}; }}
QScrollArea {{ border: none; }}
QScrollArea[clear="true"], QScrollArea[clear="true"] > QWidget > QWidget {{ background: transparent; }}
Label[heading="true"] {{ font-size: {heading}pt; font-weight: 600; }}
Label[subheading="true"] {{ font-size: {subheading}pt; font-weight: 600; }}
Label[quiet="true"] {{ color: {quiet}; }}
Label[figure="true"] {{ font-size: {subheading}pt; font-weight: 600; }}
Label[tone="good"] {{ color: {good}; font-weight: 600; }}
Label[tone="warn"] {{ color: {warn}; font-weight: 600; }}
Label[tone="bad"] {{ color: {bad}; font-weight: 600; }}
QFrame[card="true"] {{ background: {base}; border: 1px solid {line}; border-radius: 8px; }}
QFrame[banner="error"] {{ background: {bad_ground}; border: 1px solid {bad}; border-radius: 8px; }}
QFrame[banner="info"] {{ background: {info_ground}; border: 1px solid {accent}; border-radius: 8px; }}
QPushButton {{ background: {button}; border: 1px solid {line}; border-radius: 6px; padding: 6px 14px; }}
QPushButton:hover {{ background: {hover}; }}
QPushButton:pressed {{ background: {selected}; }}
QPushButton:focus {{ border: 2px solid {accent}; padding: 5px 13px; }}
QPushButton:disabled {{ color: {quiet}; background: {window}; }}
QPushButton[primary="true"] {{ background: {accent}; color: {on_accent}; border: 1px solid {accent};
    font-weight: 600; padding: 9px 22px; }}
QPushButton[primary="true"]:disabled {{ background: {track}; color: {quiet}; border-color: {track}; }}
QPushButton[primary="true"]:focus {{ border: 2px solid {text}; padding: 8px 21px; }}
QPushButton[advised="true"] {{ border-color: {accent}; color: {accent}; }}
QPushButton[link="true"] {{ background: transparent; border: none; color: {accent}; padding: 5px 0; }}
QPushButton[link="true"]:disabled {{ color: {quiet}; }}
QPushButton[link="true"]:hover, QPushButton[link="true"]:focus {{ text-decoration: underline; }}
QPushButton::menu-indicator {{ image: none; width: 0; }}
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox {{ background: {base};
    border: 1px solid {edge}; border-radius: 6px; padding: 5px 8px; selection-background-color: {accent};
    selection-color: {on_accent}; }}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus {{ border: 1px solid {accent}; }}
QAbstractSpinBox {{ background: {base}; border: 1px solid {edge}; border-radius: 6px; padding: 0 18px 0 4px; }}
QAbstractSpinBox:focus {{ border: 1px solid {accent}; }}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ subcontrol-origin: border; width: 20px; border: none; }}
QAbstractSpinBox::up-button {{ subcontrol-position: top right; }}
QAbstractSpinBox::down-button {{ subcontrol-position: bottom right; }}
QAbstractSpinBox::up-arrow {{ image: url({chevron_up}); width: 10px; height: 10px; }}
QAbstractSpinBox::down-arrow {{ image: url({chevron}); width: 10px; height: 10px; }}
QInputDialog QLineEdit {{ min-width: 30em; }}
QAbstractSpinBox QLineEdit, QAbstractSpinBox QLineEdit:focus {{ border: none; padding: 3px 6px; }}
QAbstractSpinBox QLineEdit[tone="bad"] {{ color: {bad}; text-decoration: underline; font-weight: 600; }}
QComboBox::drop-down {{ border: none; width: 22px; }}
QComboBox::down-arrow {{ image: url({chevron}); width: 12px; height: 12px; }}
QCheckBox {{ padding: 5px 4px 5px 0; }}
QSlider:horizontal {{ min-height: 24px; }}
QSlider::groove:horizontal {{ height: 4px; background: {track}; border-radius: 2px; }}
QSlider::sub-page:horizontal {{ background: {accent}; border-radius: 2px; }}
QSlider::handle:horizontal {{ width: 10px; margin: -5px 0; border-radius: 7px; background: {button};
    border: 2px solid {accent}; }}
QSlider::handle:horizontal:focus {{ background: {accent}; }}
QCheckBox::indicator {{ width: 13px; height: 13px; border: 1px solid {edge}; border-radius: 3px; background: {base}; }}
QCheckBox::indicator:focus {{ border: 2px solid {accent}; width: 11px; height: 11px; }}
QCheckBox::indicator:checked {{ background: {accent}; border-color: {accent}; image: url({check}); }}
QTableView, QListView, QTreeView {{ background: {base}; alternate-background-color: {alternate};
    border: 1px solid {line}; border-radius: 8px; gridline-color: {line};
    selection-background-color: {selected}; selection-color: {text}; }}
QListView::indicator {{ width: 11px; height: 11px; border: 1px solid {edge}; border-radius: 3px; background: {base}; }}
QListView::indicator:checked {{ background: {accent}; border-color: {accent}; image: url({check}); }}
QListView::indicator:indeterminate {{ background: {selected}; border: 2px solid {accent}; width: 9px; height: 9px; }}
QHeaderView {{ background: {base}; border: none; }}
QHeaderView::section {{ background: {base}; color: {quiet}; border: none; border-bottom: 1px solid {line};
    padding: 6px 8px; font-weight: 600; }}
QHeaderView::up-arrow, QHeaderView::down-arrow {{ subcontrol-origin: border; subcontrol-position: top center;
    width: 12px; height: 6px; }}
QHeaderView::up-arrow {{ image: url({sort_up}); }}
QHeaderView::down-arrow {{ image: url({sort_down}); }}
QAbstractScrollArea::corner {{ background: transparent; border: none; }}
QTableCornerButton::section {{ background: {base}; border: none; }}
QTableView::item {{ padding: 4px 8px; }}
QTabWidget::pane {{ border: none; }}
QTabBar {{ background: transparent; }}
QTabBar::tab {{ background: transparent; color: {quiet}; border: none; border-bottom: 2px solid transparent;
    padding: 6px 4px; margin-right: 16px; }}
QTabBar::tab:hover {{ color: {text}; }}
QTabBar::tab:selected {{ color: {text}; border-bottom: 2px solid {accent}; }}
QTabBar::tab:focus {{ color: {accent}; }}
QScrollBar:vertical {{ background: transparent; width: 10px; margin: 2px; }}
QScrollBar:horizontal {{ background: transparent; height: 10px; margin: 2px; }}
QScrollBar::handle {{ background: {edge}; border-radius: 3px; min-height: 28px; min-width: 28px; }}
QScrollBar::handle:hover {{ background: {text}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QProgressBar {{ border: none; border-radius: 4px; background: {track}; max-height: 8px; text-align: center; }}
QProgressBar::chunk {{ background: {accent}; border-radius: 4px; }}
QSplitter::handle {{ background: transparent; }}
QToolTip {{ background: {base}; color: {text}; border: 1px solid {line}; padding: 4px 6px; }}
QStatusBar {{ background: {base}; border-top: 1px solid {line}; }}
QStatusBar::item {{ border: none; }}
QStatusBar Label {{ padding: 3px 10px; }}
QToolButton[place="true"] {{ border: none; border-radius: 8px; padding: 10px 6px; color: {quiet}; }}
QToolButton[place="true"]:hover {{ background: {hover}; color: {text}; }}
QToolButton[place="true"]:checked {{ background: {selected}; color: {text}; font-weight: 600; }}
QToolButton[place="true"]:focus {{ border: 2px solid {accent}; }}
QToolButton[why="true"] {{ border: 1px solid transparent; border-radius: 12px; color: {quiet}; padding: 0;
    min-width: 19px; min-height: 19px; }}
QToolButton[why="true"]:hover {{ color: {accent}; border-color: {accent}; }}
QWidget#rail {{ background: {base}; border-right: 1px solid {line}; }}
QMenu {{ background: {base}; border: 1px solid {line}; padding: 4px; }}
QMenu::item {{ padding: 6px 24px; border-radius: 4px; }}
QMenu::item:selected {{ background: {selected}; color: {text}; }}
"""
# Where nothing is grey enough to look as if it could not be used.
_MORE_CONTRAST = """
QPushButton:disabled, QLineEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled { border-style: dashed; }
"""


class Look(Enum):
    """What a person can choose; the values are how settings keep them."""

    SYSTEM = "Unknown"
    LIGHT = "Light"
    DARK = "Dark"
    CONTRAST = "HighContrast"  # as dark or light as the system

    @property
    def scheme(self) -> Qt.ColorScheme:
        """What the system is asked to draw its own parts in."""
        return {Look.LIGHT: Qt.ColorScheme.Light, Look.DARK: Qt.ColorScheme.Dark}.get(self, Qt.ColorScheme.Unknown)


class Theme(QObject):
    """Keeps the application in the look that a person has chosen, or in the system's."""

    _styled = Signal(str)  # the style sheet

    def __init__(self, application: QApplication, look: Look = Look.SYSTEM) -> None:
        super().__init__(application)
        if application.style().name() != "fusion":
            application.setStyle("Fusion")
        self._application = application
        self._style = ""
        self._points = application.font().pointSizeF()  # as the system has it
        self.percent = 100
        self._hints = QGuiApplication.styleHints()
        self._wanted = self._hints.accessibility()  # kept: PySide gives up the second object with the first
        self._hints.colorSchemeChanged.connect(self._apply)
        self._wanted.contrastPreferenceChanged.connect(self._apply)
        self.choose(look)

    def dress(self, window: QWidget) -> None:
        """Keep a window, and all that is in it, in this style.

        Were it the application's, each part would be dressed again whenever what holds it is put into something else,
        which takes four times as long as all the rest that there is to make of a page.
        """
        window.setStyleSheet(self._style)
        self._styled.connect(window.setStyleSheet)

    def choose(self, look: Look) -> None:
        """Follow the person's choice; the system draws its part (title bars, dialogs) accordingly, where it can."""
        self.look = look
        self._hints.setColorScheme(look.scheme)
        self._apply()

    def zoom(self, percent: int) -> None:
        """Write everything larger or smaller than the system does."""
        self.percent = percent
        font = self._application.font()
        font.setPointSizeF(self._points * percent / 100)
        self._application.setFont(font)
        self._apply()

    @property
    def is_dark(self) -> bool:
        if self.look.scheme is not Qt.ColorScheme.Unknown:
            return self.look.scheme is Qt.ColorScheme.Dark
        return self._hints.colorScheme() is Qt.ColorScheme.Dark

    @property
    def is_high_contrast(self) -> bool:
        wanted = self._wanted.contrastPreference()
        return self.look is Look.CONTRAST or (self.look is Look.SYSTEM and wanted is Qt.ContrastPreference.HighContrast)

    def _apply(self) -> None:
        of_light, of_dark = (CONTRAST_LIGHT, CONTRAST_DARK) if self.is_high_contrast else (LIGHT, DARK)
        colours = of_dark if self.is_dark else of_light
        points = self._application.font().pointSizeF()
        chevron = resource("icons/chevron-dark.svg" if self.is_dark else "icons/chevron.svg").as_posix()
        chevron_up = resource("icons/chevron-up-dark.svg" if self.is_dark else "icons/chevron-up.svg").as_posix()
        check = resource("icons/check-dark.svg" if self.is_dark else "icons/check.svg").as_posix()
        style = _STYLE.format(
            **colours, heading=round(points * 1.7), subheading=round(points * 1.25), chevron=chevron,
            chevron_up=chevron_up, check=check, sort_up=resource("icons/sort-up.svg").as_posix(),
            sort_down=resource("icons/sort-down.svg").as_posix(),
        )  # fmt: skip
        if self.is_high_contrast:
            style += _MORE_CONTRAST
        if style != self._style:  # every widget there is would be dressed anew
            self._application.setPalette(_palette(colours))
            self._style = style
            self._styled.emit(style)


def is_dark(palette: QPalette) -> bool:
    return palette.color(QPalette.ColorRole.Window).lightness() < 128


def is_high_contrast(palette: QPalette) -> bool:
    return _colours(palette) in (CONTRAST_LIGHT, CONTRAST_DARK)


def series_colour(palette: QPalette, number: int) -> QColor:
    """The colour of a line or bar on the ground that `palette` has."""
    return QColor(SERIES[number % len(SERIES)][is_dark(palette)])


def band_colour(palette: QPalette, number: int) -> QColor:
    """The ground behind a word of a band of surprise: 0 for the expected, 3 for the most surprising."""
    return QColor(BANDS[number][is_dark(palette)])


def change_colour(palette: QPalette, number: int) -> QColor:
    """The ground behind a word that became likelier (0, 1), stayed (2) or became less likely (3, 4)."""
    return QColor(CHANGES[number][is_dark(palette)])


def kind_colour(palette: QPalette, number: int) -> QColor:
    """The ground behind the words of a kind of span; the first ones come again after the sixth."""
    return mixed(palette.color(QPalette.ColorRole.Base), series_colour(palette, number), 0.24)


def shade(palette: QPalette, share: float) -> QColor:
    """The ground behind a number of a table, the stronger the larger its share; text stays legible on it."""
    most = 0.4 if is_dark(palette) else 0.5
    return mixed(palette.color(QPalette.ColorRole.Base), colour(palette, "accent"), most * share)


def colour(palette: QPalette, name: str) -> QColor:
    """A named colour of the theme, such as "good" or "quiet"."""
    return QColor(_colours(palette)[name])


def icon(name: str, palette: QPalette) -> QIcon:
    """An icon of resources/icons, drawn in the colour of text, crisp at any scale."""
    made = QIcon()
    for state, ink in ((QIcon.State.Off, colour(palette, "quiet")), (QIcon.State.On, colour(palette, "accent"))):
        drawing = resource(f"icons/{name}.svg").read_text(encoding="utf-8").replace("currentColor", ink.name())
        renderer = QSvgRenderer(QByteArray(drawing.encode()))
        for size in (24, 48, 96):
            pixmap = QPixmap(size, size)
            pixmap.fill(Qt.GlobalColor.transparent)
            painter = QPainter(pixmap)
            renderer.render(painter, QRectF(0, 0, size, size))
            painter.end()
            made.addPixmap(pixmap, QIcon.Mode.Normal, state)
    return made


def _colours(palette: QPalette) -> dict[str, str]:
    """Those of the look that has this palette's ground."""
    ground = palette.color(QPalette.ColorRole.Window).name()
    return next((each for each in LOOKS if each["window"] == ground), DARK if is_dark(palette) else LIGHT)


def mixed(ground: QColor, ink: QColor, share: float) -> QColor:
    parts = zip(ground.getRgb()[:3], ink.getRgb()[:3], strict=True)  # type: ignore[index, call-overload]
    return QColor(*(round(one + share * (other - one)) for one, other in parts))


def _palette(colours: dict[str, str]) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for target, name in (
        (role.Window, "window"), (role.WindowText, "text"), (role.Base, "base"), (role.AlternateBase, "alternate"),
        (role.Text, "text"), (role.Button, "button"), (role.ButtonText, "text"), (role.Highlight, "accent"),
        (role.HighlightedText, "on_accent"), (role.Link, "accent"), (role.Mid, "line"), (role.PlaceholderText, "quiet"),
        (role.ToolTipBase, "base"), (role.ToolTipText, "text"), (role.Accent, "accent"), (role.BrightText, "bad"),
    ):  # fmt: skip
        palette.setColor(target, QColor(colours[name]))
    for target in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, target, QColor(colours["quiet"]))
    return palette
