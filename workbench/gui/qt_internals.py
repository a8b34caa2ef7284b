"""What the window needs of PySide beside what it offers, in one place; a test asks whether it is still there."""

from __future__ import annotations

import sys

FEATURES, USES_PYSIDE = "shibokensupport.feature", "_mod_uses_pyside"


def read_no_sources() -> None:
    """Of each module that anybody imports, PySide reads the source, to see whether it may choose one of PySide's
    features, and Python keeps the lines: of the engine's half a second's and 90 MB. Here no module chooses any."""
    if hasattr(feature := sys.modules.get(FEATURES), USES_PYSIDE):
        setattr(feature, USES_PYSIDE, lambda module: False)
