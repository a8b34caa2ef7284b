"""A report or a hand-out as PDF, with Qt's rich text and its drawing of SVG."""

from __future__ import annotations

import os
import sys
from collections.abc import Generator, Mapping, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMarginsF, QSizeF, QUrl
from PySide6.QtGui import QFont, QGuiApplication, QImage, QPageLayout, QPageSize, QPainter, QPdfWriter, QTextDocument
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from workbench.exporting.lesson import lesson_html, lesson_title
from workbench.exporting.pages import page
from workbench.exporting.report import DASHES, facts
from workbench.exporting.svg import HEIGHT, WIDTH
from workbench.ground.files import new_file
from workbench.gui.fonts import suited
from workbench.messages.rendering import ENGLISH, Language
from workbench.project.project import Project
from workbench.values.progress import Progress

MARGIN_MM = 18
DOTS_PER_INCH = 96  # of the layout; a PDF itself knows none
PICTURE_WIDTH = 640  # of the layout's dots
SCALE = 4  # of a chart, so that it is sharp on paper
COLOURS = ("#0a6ebd", "#c8500a", "#2b8a4b", "#8a4bb8", "#b03060", "#7a6400", "#00808a", "#555f70")


def write_report_pdf(
    project: Project, runs: Sequence[str], file: Path, language: Language = ENGLISH
) -> Generator[Progress, None, Path]:
    """Write the report of a run, or of several compared, as a PDF on A4; returns where.

    Raises KnownError: run.missing, report.too_many, disk.….
    """
    file = file.expanduser().resolve()
    yield Progress(0, 2, file.name)
    application = _application()
    shown = facts(project, [project.runs.named(name) for name in runs], language)
    yield Progress(1, 2, file.name)
    print_report(shown, file)
    del application
    return file


def print_report(shown: Mapping[str, Any], file: Path) -> None:
    """Lay out what `report.facts` found; a fraction of a second. Raises KnownError("disk.…")."""
    document = _document(shown["code"])
    for name in ("loss", "rate"):
        if shown[f"{name}_chart"]:
            picture = _drawn(shown[f"{name}_chart"])
            document.addResource(QTextDocument.ResourceType.ImageResource.value, QUrl(name), picture)
    document.setHtml(page("print.html", **shown, colours=COLOURS, picture_width=PICTURE_WIDTH))
    _print(document, shown["title"], file)


def write_lesson_pdf(file: Path, language: Language = ENGLISH) -> Path:
    """Write the hand-out of the lesson on two pages of A4; returns where. Raises KnownError("disk.…")."""
    file = file.expanduser().resolve()
    application = _application()
    document = _document(language.code)
    document.setHtml(lesson_html(language))
    _print(document, lesson_title(language), file)
    del application
    return file


def _document(code: str) -> QTextDocument:
    document = QTextDocument()
    document.setDefaultFont(suited(QFont("sans-serif", 10), code))
    return document


def _print(document: QTextDocument, title: str, file: Path) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    with new_file(file) as draft:
        writer = QPdfWriter(str(draft))
        writer.setTitle(title)
        writer.setResolution(DOTS_PER_INCH)
        writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        writer.setPageMargins(QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM), QPageLayout.Unit.Millimeter)
        document.setPageSize(QSizeF(writer.pageLayout().paintRectPixels(DOTS_PER_INCH).size()))
        document.print_(writer)
        del writer  # the file is complete when it is gone


def _application() -> QGuiApplication:
    """The window's, or, on the command line, one that needs no display."""
    running = QGuiApplication.instance()
    if isinstance(running, QGuiApplication):
        return running
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return QApplication(sys.argv[:1])


def _drawn(chart: str) -> QImage:
    """A chart in the colours of paper. In a page they come from its style sheet, of which Qt's SVG knows too little."""
    content = chart.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)
    for number, colour in enumerate(COLOURS):
        content = content.replace(
            f'class="curve s{number} quiet"', f'fill="none" stroke="{colour}" stroke-opacity="0.5"'
        )
        content = content.replace(
            f'class="curve s{number}"',
            f'fill="none" stroke="{colour}" stroke-width="2.2" stroke-dasharray="{DASHES[number]}"',
        )
        content = content.replace(f'class="point s{number}"', f'fill="{colour}"')
    for name, style in (
        ("grid", 'stroke="#d9dde4"'),
        ("axis", 'stroke="#5a6372"'),
        ("tick", 'fill="#5a6372" font-size="12" font-family="sans-serif"'),
        ("name", 'fill="#5a6372" font-size="12" font-family="sans-serif"'),
    ):
        content = content.replace(f'class="{name}"', style)
    picture = QImage(WIDTH * SCALE, HEIGHT * SCALE, QImage.Format.Format_ARGB32)
    picture.fill(0xFFFFFFFF)
    painter = QPainter(picture)
    QSvgRenderer(content.encode()).render(painter)
    painter.end()
    return picture
