from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.places import ROOT
from workbench.ground.files import new_folder, write_atomically

FULL = """
import resource, sys
from pathlib import Path
from workbench.messages.errors import KnownError
from workbench.ground.files import write_atomically

resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
try:
    write_atomically(Path(sys.argv[1]), bytes(100_000))
except KnownError as error:
    print(error.code)
"""


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    file = tmp_path / "file"
    write_atomically(file, b"old")
    write_atomically(file, b"new")
    assert file.read_bytes() == b"new" and list(tmp_path.iterdir()) == [file]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on a process's files")
def test_without_room_the_old_content_stays_and_the_reason_is_known(tmp_path: Path) -> None:
    file = tmp_path / "file"
    write_atomically(file, b"old")
    told = subprocess.run([sys.executable, "-c", FULL, str(file)], cwd=ROOT, capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "disk.full"
    assert file.read_bytes() == b"old" and list(tmp_path.iterdir()) == [file]


def test_a_new_folder_appears_only_when_it_is_whole(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), new_folder(tmp_path / "made") as draft:
        (draft / "half").write_text("half")
        assert not (tmp_path / "made").exists()
        raise ZeroDivisionError
    assert not list(tmp_path.iterdir())
    with new_folder(tmp_path / "made") as draft:
        (draft / "whole").write_text("whole")
    assert (tmp_path / "made" / "whole").read_text() == "whole" and len(list(tmp_path.iterdir())) == 1
