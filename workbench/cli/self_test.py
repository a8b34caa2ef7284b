"""The check of an installation: JSON on standard output, 0 as the exit status where all is well."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Sequence
from pathlib import Path

from workbench.cli.documents import print_document
from workbench.cli.words import spoken
from workbench.gui.shell.qt_checks import QT_CHECKS
from workbench.installation.check import Check, Surroundings, document, outcomes
from workbench.installation.checks import CHECKS

# What is checked here is compiled for once: quickly, rather than to be quick.
QUICKLY = "--xla_backend_optimization_level=0"


def check_installation(checks: Sequence[Check] = (*QT_CHECKS, *CHECKS)) -> int:
    """The exit status: 0, or 1 where something is wrong."""
    os.environ["XLA_FLAGS"] = f"{os.environ.get('XLA_FLAGS', '')} {QUICKLY}".strip()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as scratch:
        found = document(outcomes(checks, Surroundings(Path(scratch))), spoken())
    print_document(found)
    return 0 if found["passed"] else 1
