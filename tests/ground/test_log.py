"""What the window writes down of itself, and what is left when it ends by force."""

from __future__ import annotations

import logging
import subprocess
import sys
from pathlib import Path

import pytest

from tests.places import ROOT
from workbench.ground import log as logs
from workbench.ground.log import CRASH, LOG, LOGGER, Log, log_error, without_home

ENDING = """
import os, sys
from pathlib import Path
from workbench.ground.log import Log

Log(Path(sys.argv[1])).begin()
os.abort()
"""


def test_what_ended_the_program_by_force_is_there_at_the_next_start_and_only_then(tmp_path: Path) -> None:
    ended = subprocess.run([sys.executable, "-c", ENDING, str(tmp_path)], cwd=ROOT, capture_output=True, check=False)
    assert ended.returncode != 0
    log = Log(tmp_path)
    left = log.begin()
    log.end()
    assert "Fatal Python error: Aborted" in left
    assert (tmp_path / "crash-1.log").read_text(encoding="utf-8") == left
    again = Log(tmp_path)
    assert again.begin() == ""
    again.end()
    assert not (tmp_path / CRASH).exists()


def test_an_error_that_nobody_caught_is_kept_with_the_version(tmp_path: Path) -> None:
    log = Log(tmp_path)
    log.begin()
    try:
        raise ZeroDivisionError("by nothing")
    except ZeroDivisionError as error:
        log.keep(type(error), error, error.__traceback__)
        log_error(error)
    log.end()
    again = Log(tmp_path)
    assert "ZeroDivisionError: by nothing" in again.begin()
    again.end()
    assert (tmp_path / LOG).read_text(encoding="utf-8").count("ZeroDivisionError: by nothing") == 2


def test_the_last_few_ends_by_force_are_kept(tmp_path: Path) -> None:
    for number in range(8):
        (tmp_path / CRASH).write_text(f"end {number}", encoding="utf-8")
        log = Log(tmp_path)
        log.begin()
        log.end()
    kept = sorted(file.read_text(encoding="utf-8") for file in tmp_path.glob("crash-*.log"))
    assert kept == [f"end {number}" for number in range(3, 8)]


def test_a_log_does_not_grow_without_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(logs, "MOST_BYTES", 2000)
    log = Log(tmp_path)
    log.begin()
    for number in range(500):
        logging.getLogger(LOGGER).info("line %d", number)
    log.end()
    files = list(tmp_path.glob(f"{LOG}*"))
    assert len(files) == logs.MOST_FILES and all(file.stat().st_size <= 2100 for file in files)


def test_where_nothing_can_be_written_nothing_fails(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    log = Log(tmp_path / "file" / "log")
    assert log.begin() == ""
    log.end()


def test_whose_computer_it_was_stays_out_of_what_is_copied() -> None:
    assert without_home(f'File "{Path.home()}/x.py"') == 'File "~/x.py"'
