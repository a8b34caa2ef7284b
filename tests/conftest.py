"""Fixtures for all tests: no display is needed, no file outside the test's own folder is touched."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# The tests' tiny networks take longer to compile than to run. Processes that a test starts inherit this.
os.environ.setdefault("XLA_FLAGS", "--xla_backend_optimization_level=0")
# Two processes take turns at the tests; with a thread each they do not get into each other's way.
os.environ.setdefault("TF_NUM_INTRAOP_THREADS", "1")
os.environ.setdefault("OMP_NUM_THREADS", "1")

pytest_plugins = ["tests.tiny_models"]
