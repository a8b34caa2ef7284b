"""What Windows does otherwise, played here: what was opened to be read cannot be synced.

What is written to disk goes through `ground.files`, so that its rules hold for checkpoints, exports and encoded texts.
"""

from __future__ import annotations

import errno
import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from workbench.cli.main import main
from workbench.exporting.formats import Format, export_run
from workbench.ground.files import new_file, new_folder, write_atomically
from workbench.ground.generators import last
from workbench.models.language_model import stderr_silenced
from workbench.services.workbench import Workbench
from workbench.values.fine_tuning import FineTuning
from workbench.values.model_ref import Folder
from workbench.values.run import RunStatus

SETTINGS = FineTuning(steps=1, batch_size=4, context_length=16, learning_rate=1e-2, precision="float32", seed=3)

fcntl = pytest.importorskip("fcntl")


@pytest.fixture(autouse=True)
def synced(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """How each descriptor that was synced was opened; syncing one as Windows would not fails as it would there."""
    seen: list[str] = []

    def fsync(descriptor: int) -> None:
        reads = fcntl.fcntl(descriptor, fcntl.F_GETFL) & os.O_ACCMODE == os.O_RDONLY
        is_folder = stat.S_ISDIR(os.fstat(descriptor).st_mode)
        seen.append("folder" if is_folder else "read" if reads else "written")
        if reads and not is_folder:
            raise OSError(errno.EBADF, "Bad file descriptor")

    monkeypatch.setattr(os, "fsync", fsync)
    yield seen
    assert "written" in seen


def test_files_and_folders_are_written(tmp_path: Path) -> None:
    write_atomically(tmp_path / "file", b"one")
    with new_file(tmp_path / "other") as draft:
        draft.write_bytes(b"two")
    with new_folder(tmp_path / "folder") as made:
        (made / "inside").write_bytes(b"three")
    assert (tmp_path / "folder" / "inside").read_bytes() == b"three"


def test_a_text_is_encoded_a_run_kept_gone_on_with_and_exported(
    tiny_services: Workbench, tiny_gpt2: Path, tmp_path: Path
) -> None:
    run = last(tiny_services.training.train("tale", Folder(tiny_gpt2), SETTINGS, "run"))
    assert run.status is RunStatus.FINISHED and last(tiny_services.training.extend("run", 1)).steps == 2
    folder = last(export_run(tiny_services, "run", tmp_path / "exported", Format.HUGGING_FACE))
    assert (folder / "model.safetensors").is_file()


def test_a_program_without_a_terminal_says_nothing_and_ends_well(
    tiny_services: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As under pythonw, where there is neither standard output nor standard error."""
    write_atomically(tiny_services.project.folder / "beside", b"")
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    with stderr_silenced():
        pass
    assert main(["runs", str(tiny_services.project.folder)]) == 0
    assert main(["runs", str(tiny_services.project.folder / "nowhere")]) == 2
