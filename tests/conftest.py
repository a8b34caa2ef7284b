"""Fixtures for all tests: no display is needed, no file outside the test's own folder is touched."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# The tests' tiny networks take longer to compile than to run. Processes that a test starts inherit this.
os.environ.setdefault("XLA_FLAGS", "--xla_backend_optimization_level=0")
# Two processes take turns at the tests; with a thread each they do not get into each other's way.
os.environ.setdefault("TF_NUM_INTRAOP_THREADS", "1")
os.environ.setdefault("OMP_NUM_THREADS", "1")
# Neither the models, nor the settings, nor the tokens of whoever runs the tests.
_NOWHERE = Path(tempfile.gettempdir()) / "nextword-tests-find-nothing-here"
os.environ["HF_HUB_CACHE"] = str(_NOWHERE / "models")
os.environ["NEXTWORD_CONFIG_HOME"] = str(_NOWHERE / "settings")
os.environ["NEXTWORD_CACHE_HOME"] = str(Path(os.devnull) / "nothing is kept here")
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
for _name in ("HF_ENDPOINT", "HF_TOKEN", "HF_HUB_OFFLINE"):
    os.environ.pop(_name, None)

pytest_plugins = ["tests.left_behind", "tests.tiny_models", "tests.local_hub", "tests.system_keyring"]

# Two processes end together only if neither begins its longest test last.
LONGEST_FIRST = (
    "test_a_run_that_was_killed_in_the_middle_of_everything",
    "test_memory_is_within_a_quarter",
    "test_the_whole_job_in_a_real_window",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: not item.name.startswith(LONGEST_FIRST))
