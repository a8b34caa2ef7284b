"""Makes what Qt reads of the translations, when a package is built or the program is installed from its source."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import PySide6
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class Translations(BuildHookInterface[Any]):
    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        tool = Path(PySide6.__file__).parent / ("lrelease.exe" if sys.platform == "win32" else "lrelease")
        for source in (Path(self.root) / "resources" / "translations").glob("*.ts"):
            subprocess.run([tool, "-silent", source, "-qm", source.with_suffix(".qm")], check=True)
