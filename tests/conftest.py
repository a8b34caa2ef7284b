"""Fixtures for all tests: no display is needed, no file outside the test's own folder is touched."""

from __future__ import annotations

import atexit
import builtins
import gc
import os
import shutil
import sys
import tempfile
from contextlib import suppress
from functools import cache
from importlib import import_module
from pathlib import Path

import hypothesis
import psutil
import pytest
from hypothesis.internal.conjecture import providers

gc.disable()  # what reading the tests and TensorFlow makes stays; of what they make themselves see tests/garbage.py
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# The tests' tiny networks take longer to compile than to run: unoptimised, with each fusion emitted the older way, and
# in one piece rather than in one for each of many processors, a step compiles in less than half the time. Processes
# that a test starts inherit this.
os.environ.setdefault(
    "XLA_FLAGS",
    "--xla_backend_optimization_level=0 --xla_cpu_use_fusion_emitters=false --xla_cpu_parallel_codegen_split_count=1",
)
# Three processes take turns at the tests; with a thread each they do not get into each other's way.
os.environ.setdefault("TF_NUM_INTRAOP_THREADS", "1")
os.environ.setdefault("OMP_NUM_THREADS", "1")
# Nothing counts before it is on the disk, and a disk takes ten milliseconds each time; memory takes none.
DISK, MEMORY, ENOUGH_BYTES = tempfile.gettempdir(), Path("/dev/shm"), 8 << 30
if (
    "TMPDIR" not in os.environ
    and os.access(MEMORY, os.W_OK)
    and min(shutil.disk_usage(MEMORY).free, psutil.virtual_memory().available) > ENOUGH_BYTES
):
    os.environ["TMPDIR"] = str(MEMORY)
    tempfile.tempdir = None  # it was looked for already
# The same tiny programs are compiled again and again, by these processes and by those that they start: what one of them
# has compiled is there for all others, until the last test is over. Each is a megabyte, and nobody waits for them to be
# on the disk.
if "TF_XLA_FLAGS" not in os.environ:
    _COMPILED = tempfile.mkdtemp(prefix="nextword-tests-compiled-", dir=DISK)
    atexit.register(shutil.rmtree, _COMPILED, ignore_errors=True)
    os.environ["TF_XLA_FLAGS"] = f"--tf_xla_persistent_cache_directory={_COMPILED}"
# Neither the models, nor the settings, nor the tokens of whoever runs the tests.
TESTS = Path(__file__).parent
_NOWHERE = Path(tempfile.gettempdir()) / "nextword-tests-find-nothing-here"
os.environ["HF_HUB_CACHE"] = str(_NOWHERE / "models")
os.environ["OLLAMA_MODELS"] = str(_NOWHERE / "ollama")
os.environ["NEXTWORD_CONFIG_HOME"] = str(_NOWHERE / f"settings-{os.getpid()}")  # a window looks there for another
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
for _name in ("HF_ENDPOINT", "HF_TOKEN", "HF_HUB_OFFLINE"):
    os.environ.pop(_name, None)

# The tests start the program a hundred times; where nobody keeps what was compiled of its libraries, each of these
# processes compiles 3,800 modules again, which takes as long as the test.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

# What hypothesis draws is the same each time: a change is not refused for what it has nothing to do with. So it draws
# nothing from the numbers and words that stand somewhere in the program, all of which it would parse in each process.
# Forty examples that are always the same show what a hundred do: tests/fuzz looks for what nobody has thought of. How
# long one takes says something about the machine, not about the code.
hypothesis.settings.register_profile("the same each time", derandomize=True, deadline=None, max_examples=40)
hypothesis.settings.load_profile("the same each time")
providers.is_local_module_file = lambda path: False

# How fast the computer is takes seconds to find out, in each process that trains, and would decide which products a run
# is made of: to all tests it is the same one, known, and too slow for anything that takes seconds to begin by itself.
_KEPT = Path(tempfile.mkdtemp(prefix="nextword-tests-cache-"))
atexit.register(shutil.rmtree, _KEPT, ignore_errors=True)
os.environ["NEXTWORD_CACHE_HOME"] = str(_KEPT)
os.environ["NEXTWORD_LOG_HOME"] = str(_KEPT / "log")


def known_speed() -> bytes:
    """The file that says it. What is imported takes its settings from the environment, which is made above."""
    from workbench.costs.computer import memory_file, remember_speed
    from workbench.costs.fit import Speed

    remember_speed(Speed(float32=1e3, bfloat16=5e2, elements=1e3))
    return memory_file().read_bytes()


_SPEED = known_speed()


@pytest.fixture(autouse=True)
def known_computer(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of which nothing is known that an earlier test has found out."""
    folder = Path(tempfile.mkdtemp(dir=_KEPT))
    (folder / "computers.json").write_bytes(_SPEED)
    monkeypatch.setenv("NEXTWORD_CACHE_HOME", str(folder))


pytest_plugins = [
    "tests.garbage",
    "tests.left_behind",
    "tests.made_once",
    "tests.shared_networks",
    "tests.statements",
    "tests.tiny_models",
    "tests.labelled_runs",
    "tests.local_hub",
    "tests.system_keyring",
]

# Processes end together only if none begins its longest test last.
LONGEST_FIRST = (
    "test_a_run_that_was_killed_in_the_middle_of_everything",
    "test_the_whole_job_in_a_real_window",
    "test_nothing_is_cut_on_a_screen_of_any_scale",
    "test_the_program_checks_itself_in_one_process",
)


# TensorFlow takes seconds to load. What is in these rooms needs it, what asks for one of these fixtures, and the few
# tests beside them that say so themselves (pytest.mark.engine): `pytest -m "not engine"` never loads it.
ENGINE_ROOMS = (
    "bits", "experiments", "exporting", "gold", "measuring", "models", "packaging", "prediction", "services", "soak",
    "tasks", "training",
)  # fmt: skip
ENGINE_FIXTURES = {"tiny_gpt2"}  # and all that are made of it


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Reading the tests of these rooms would load it already."""
    return True if "not engine" in config.option.markexpr and is_in_engine_room(collection_path) else None


def pytest_collection(session: pytest.Session) -> None:
    """PySide, which is there by now, would read and keep the text of every module that is imported from here on: a
    second and 100 MB of each process, which the program passes by as well (workbench/gui/shell/app.py)."""
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
    if hasattr(session.config, "workerinput") and not session.config.option.markexpr:
        import_own_share(session.config)


def import_own_share(config: pytest.Config) -> None:
    """Each of several processes begins with other files, so that each file's asserts are rewritten by one of them:
    where nothing is compiled yet, that takes half of the time before the first test. What fails is told later, when all
    files are read."""
    number, processes = int(config.workerinput["workerid"].removeprefix("gw")), config.workerinput["workercount"]
    folders = [path for path in map(Path, config.args) if path.is_dir()]
    files = sorted({file.resolve() for folder in folders for file in folder.rglob("test_*.py")})
    for file in files[number::processes]:
        with suppress(Exception, pytest.skip.Exception):
            import_module(".".join(file.relative_to(TESTS.parent).with_suffix("").parts))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: not item.name.startswith(LONGEST_FIRST))
    for item in items:
        if needs_engine(item):
            item.add_marker("engine")


def needs_engine(item: pytest.Item) -> bool:
    return is_in_engine_room(item.path) or not ENGINE_FIXTURES.isdisjoint(getattr(item, "fixturenames", ()))


@cache
def is_in_engine_room(path: Path) -> bool:
    return any(path.is_relative_to(TESTS / room) for room in ENGINE_ROOMS)
