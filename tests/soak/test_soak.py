"""The soak itself: a few acts of it, and that it sees what is lost. `python -m tests.soak` is the long one."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.soak.__main__ import main
from tests.soak.acts import finished_run
from tests.soak.checking import Found, check_on_disk
from tests.soak.ledger import KeptNote, KeptStep, KeptText, Ledger
from tests.soak.memory import judged
from tests.soak.program import Outcome, faults
from tests.soak.reading import records, text_sha256
from workbench.ground.generators import last
from workbench.project.project import Project
from workbench.services.workbench import Workbench
from workbench.values.fine_tuning import FineTuning
from workbench.values.model_ref import Folder

pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals are sent otherwise there")


def test_texts_are_there_after_kills_and_a_lock(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "soak"
    status = main(["--folder", str(folder), "--seed", "1815", "--acts", "2", "--only", "import"])
    told = capsys.readouterr().out
    assert status == 0 and not folder.exists(), told
    assert "with kill      1" in told and "with lock      1" in told, told


@pytest.fixture
def soaked(tiny_services: Workbench, tiny_gpt2: Path, tmp_path: Path) -> tuple[Path, Ledger]:
    """A project with a finished run and a stopped one, and a ledger of it."""
    project = tiny_services.project
    settings = FineTuning(steps=4, batch_size=4, context_length=16, validate_every=2, precision="float32")
    last(tiny_services.training.train("tale", Folder(tiny_gpt2), settings, "done"))
    with records(project.folder) as read:
        ledger = Ledger(tmp_path / "ledger.json")
        ledger.run(finished_run(read, read.runs()["done"]))
        ledger.text(KeptText("tale", text_sha256(read.corpora()["tale"])))
    ledger.step(KeptStep("done", 4))
    return project.folder, ledger


def missed(project: Path, ledger: Ledger) -> list[str]:
    found = Found()
    check_on_disk(project, ledger, found)
    return found.faults


def test_the_soak_sees_what_is_lost(soaked: tuple[Path, Ledger], tale_project: Project) -> None:
    project, ledger = soaked
    assert missed(project, ledger) == []
    run = tale_project.runs.named("done")
    weights = tale_project.checkpoints.kept(run).folder / "weights.safetensors"
    data = weights.read_bytes()
    weights.write_bytes(data[:-1] + bytes([data[-1] ^ 1]))
    assert missed(project, ledger) == ["run “done” is not as it was kept: weights"]
    weights.write_bytes(data)
    tale_project.runs.rewind(run, 3)
    assert missed(project, ledger) == ["run “done” was finished and is running"]
    ledger.runs.clear()
    ledger.note(KeptNote("done", "remember"))
    text = tale_project.corpora.named("tale").folder / "test.txt"
    text.write_text("Nothing of this was there.")
    assert missed(project, ledger) == ["text “tale” is not as it was kept", "the note of “done” is not as it was kept"]
    text.unlink()
    ledger.step(KeptStep("other", 4))
    assert "text “tale” is half there" in missed(project, ledger)
    assert "run “other” told of step 4 and has whole checkpoints of []" in missed(project, ledger)


@pytest.mark.parametrize(
    ("status", "err", "ours", "fault"),
    [
        (1, "nextword-workbench: The disk is full.", False, None),
        (-9, "", True, None),
        (-9, "", False, "ended by SIGKILL, which nobody sent"),
        (1, "Traceback (most recent call last):\nKeyError: 1", False, "a traceback: KeyError: 1"),
        (1, "The project is damaged.", False, "called damaged: The project is damaged."),
    ],
)
def test_what_no_process_may_do_is_a_fault(status: int, err: str, ours: bool, fault: str | None) -> None:
    assert faults(Outcome("train", status, "", err, ours, 1.0)) == ([] if fault is None else [fault])


def test_memory_that_grows_is_told_from_memory_that_is_used() -> None:
    warming = [200_000_000, 500_000_000, *[700_000_000] * 6]
    flat, growing = (
        judged([*warming, *[800_000_000] * 20]),
        judged([*warming, *range(800_000_000, 1_200_000_000, 10**7)]),
    )
    assert flat is not None and flat.is_flat
    assert growing is not None and not growing.is_flat
    assert judged(warming) is None
