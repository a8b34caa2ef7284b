"""Where things lie on the disk, for tests that read files."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).parents[1]  # of the repository
SHARED = ROOT.parent / "shared"  # texts and odd files that are no part of it; where they are missing, tests are skipped
