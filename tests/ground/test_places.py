"""Where the program keeps what is no project's, and that one folder can have all of it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.places import ROOT
from workbench.ground import places


@pytest.fixture
def usual(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A computer where nothing was set."""
    for name in (places.DATA, places.LAUNCHER, places.CONFIGURATION, places.CACHE, places.LOGS):
        monkeypatch.delenv(name, raising=False)


def test_all_places_have_one_name(usual: None) -> None:
    found = (places.settings_folder(), places.cache_folder(), places.log_folder())
    assert all("nextword-workbench" in str(each).casefold() for each in found)
    assert not any("Nextword Workbench" in str(each) or "Nextword/" in str(each) for each in found)


def test_a_folder_called_data_beside_the_launcher_has_everything(
    usual: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv(places.LAUNCHER, str(tmp_path))
    assert places.data_folder() is None
    (tmp_path / "data").mkdir()
    found = (places.window_settings(), places.cache_folder(), places.log_folder(), places.documents_folder())
    assert all(each.is_relative_to(tmp_path / "data") for each in found)


PORTABLE = """
import sys
from workbench.cli.main import main

if __name__ == "__main__":
    status = main(["--data", sys.argv[1], "new", sys.argv[2]])
    from workbench.costs.computer import memory_file
    from workbench.gui.shell.app import settings
    from workbench.ground.log import Log
    from workbench.ground.places import documents_folder, log_folder
    from workbench.models.hub.connection import cache_folder, save_endpoint
    from workbench.models.hub.token import kept_token
    import keyring, tempfile
    save_endpoint("https://hub.example")
    kept = settings()
    kept.setValue("scheme", "Dark")
    kept.sync()
    log = Log(log_folder())
    log.begin()
    log.end()
    assert kept_token("https://hub.example") is None
    print(cache_folder(), memory_file(), tempfile.gettempdir(), documents_folder(), sep="\\n")
    sys.exit(status)
"""


def test_with_a_folder_for_data_nothing_is_written_elsewhere(tmp_path: Path) -> None:
    """Qt writes, too: it is loaded. What Keras writes is looked for in tests/installation/test_self_test.py."""
    home, data = tmp_path / "home", tmp_path / "on a stick"
    home.mkdir()
    script = tmp_path / "portable.py"
    script.write_text(PORTABLE, encoding="utf-8")
    kept = {"PATH", "LANG", "TF_CPP_MIN_LOG_LEVEL", "QT_QPA_PLATFORM", "LD_LIBRARY_PATH"}
    environment = {name: value for name, value in os.environ.items() if name in kept}
    environment |= {"HOME": str(home), "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        [sys.executable, str(script), str(data), str(tmp_path / "project")], env=environment, capture_output=True,
        text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert all(Path(line).is_relative_to(data) for line in done.stdout.splitlines()[-4:])
    assert list(home.rglob("*")) == []
    assert {each.name for each in tmp_path.iterdir()} == {"home", "on a stick", "portable.py", "project"}
    assert (data / "settings" / "window.ini").is_file() and (data / "settings" / "hub.json").is_file()
    assert (data / "log" / "nextword-workbench.log").is_file()
