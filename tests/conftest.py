"""Fixtures for all tests: no display is needed, no file outside the test's own folder is touched."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

pytest_plugins = ["tests.tiny_models"]
