"""Bring the catalogues of translations up to date with the program, and say what of them is missing.

    uv run python packaging/update_translations.py

Write the translations that it names into resources/translations, by hand or with Qt Linguist (uv run pyside6-linguist),
and run it again.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "resources" / "translations"
# English is what the program is written in: its catalogue has the forms for one thing and for several alone.
CATALOGUES = {"workbench_zh_Hans.ts": ("zh_CN", ()), "workbench_en.ts": ("en_US", ("-pluralonly",))}


def update(folder: Path) -> None:
    """Write the catalogues there are in `folder` anew; raises CalledProcessError."""
    sources = sorted(str(file.relative_to(ROOT)) for file in (ROOT / "workbench").rglob("*.py"))
    run = "from PySide6.scripts.pyside_tool import lupdate; lupdate()"
    for name, (language, more) in CATALOGUES.items():
        options = ["-no-obsolete", "-locations", "none", "-source-language", "en", "-target-language", language, *more]
        command = [
            os.environ.get("QT_TOOLS_PYTHON", sys.executable),
            "-I",
            "-c",
            run,
            *options,
            *sources,
            "-ts",
            str(folder / name),
        ]
        subprocess.run(command, check=True, capture_output=True, cwd=ROOT)


def missing(file: Path) -> list[tuple[str, str]]:
    """What has no translation yet, as (context, text)."""
    return [
        (context.findtext("name") or "", message.findtext("source") or "")
        for context in ElementTree.parse(file).getroot().iter("context")
        for message in context.iter("message")
        if message.find("translation[@type]") is not None
    ]


if __name__ == "__main__":
    update(FOLDER)
    for name in CATALOGUES:
        left = missing(FOLDER / name)
        print(f"{name}: {len(left)} to be translated")
        for context, text in left:
            print(f"  {context}: {text}")
