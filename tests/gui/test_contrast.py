"""Every look can be read: the contrast of what is written and drawn, by the formula of WCAG 2.2."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import product

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from workbench.gui import theme as looks
from workbench.gui.theme import Look, Theme

TEXT, DRAWN = 4.5, 3.0  # WCAG 2.2, 1.4.3 and 1.4.11
MORE_TEXT, MORE_DRAWN = 7.0, 4.5  # in high contrast
GROUNDS = ("window", "base", "alternate", "button", "hover", "selected", "bad_ground", "info_ground")
INKS = ("text", "quiet", "accent", "good", "warn", "bad")  # each is text somewhere, links in the accent
CASES = {
    "light": (Look.LIGHT, False), "dark": (Look.DARK, False), "high contrast": (Look.CONTRAST, True),
}  # fmt: skip


def luminance(colour: QColor) -> float:
    """Relative luminance of sRGB (WCAG 2.2)."""
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.fixture(params=CASES)
def look(request: pytest.FixtureRequest, qapp: QApplication, theme: Theme) -> tuple[QPalette, bool]:
    """A palette as widgets have it, and whether it is of high contrast."""
    chosen, more = CASES[request.param]
    theme.choose(chosen)
    return qapp.palette(), more


def too_faint(pairs: Iterator[tuple[str, QColor, QColor]], least: float) -> list[str]:
    found = [(what, contrast(ink, ground)) for what, ink, ground in pairs]
    return [f"{what}: {ratio:.2f}" for what, ratio in found if ratio < least]


def named(palette: QPalette) -> Callable[[str], QColor]:
    return lambda name: looks.colour(palette, name)


def test_the_formula_is_that_of_the_guidelines() -> None:
    assert contrast(QColor("#000"), QColor("#fff")) == pytest.approx(21)
    assert contrast(QColor("#777"), QColor("#fff")) == pytest.approx(4.48, abs=0.01)


def test_text_can_be_read_on_every_ground(look: tuple[QPalette, bool]) -> None:
    palette, more = look
    of = named(palette)
    pairs = [(f"{ink} on {ground}", of(ink), of(ground)) for ink, ground in product(INKS, GROUNDS)]
    pairs += [("on accent", of("on_accent"), of("accent"))]
    pairs += [
        (f"{role.name} on base", palette.color(role), palette.color(QPalette.ColorRole.Base))
        for role in (QPalette.ColorRole.PlaceholderText, QPalette.ColorRole.Link, QPalette.ColorRole.Text)
    ]
    assert not too_faint(iter(pairs), MORE_TEXT if more else TEXT)


def test_text_can_be_read_on_the_grounds_that_say_something(look: tuple[QPalette, bool]) -> None:
    palette, _ = look
    text = looks.colour(palette, "text")
    pairs = [(f"band {number}", text, looks.band_colour(palette, number)) for number in range(4)]
    pairs += [(f"change {number}", text, looks.change_colour(palette, number)) for number in range(5)]
    pairs += [(f"kind {number}", text, looks.kind_colour(palette, number)) for number in range(6)]
    pairs += [(f"share {share}", text, looks.shade(palette, share)) for share in (0.0, 0.5, 1.0)]
    assert not too_faint(iter(pairs), TEXT)


def test_what_is_typed_into_ticked_or_drawn_stands_out(look: tuple[QPalette, bool]) -> None:
    palette, more = look
    of = named(palette)
    inks = [("edge", of("edge")), ("accent", of("accent"))]
    grounds = [(name, of(name)) for name in ("window", "base", "alternate", "selected")[: 4 if more else 3]]
    pairs = [(f"{ink} on {ground}", a, b) for (ink, a), (ground, b) in product(inks, grounds)]
    assert not too_faint(iter(pairs), MORE_DRAWN if more else DRAWN)


def test_curves_stand_out_from_the_ground_of_a_plot(look: tuple[QPalette, bool]) -> None:
    palette, _ = look
    ground = palette.color(QPalette.ColorRole.Base)
    pairs = [(f"series {number}", looks.series_colour(palette, number), ground) for number in range(6)]
    pairs += [("quiet line", palette.color(QPalette.ColorRole.PlaceholderText), ground)]
    assert not too_faint(iter(pairs), DRAWN)


def test_high_contrast_is_known_from_its_palette(theme: Theme, qapp: QApplication) -> None:
    for chosen, more in CASES.values():
        theme.choose(chosen)
        assert looks.is_high_contrast(qapp.palette()) == more
