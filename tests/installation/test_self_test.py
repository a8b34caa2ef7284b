"""The check of an installation: it says what is wrong, and a computer that lacks nothing passes."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.places import ROOT
from workbench.ground.processor import refuse_without_avx
from workbench.ground.resources import resource
from workbench.installation import checks
from workbench.installation.check import Check, Surroundings, document, outcomes
from workbench.messages.errors import KnownError


def said(check: str, where: Surroundings) -> str:
    """The sentence of one check; empty where nothing is wrong."""
    chosen = [each for each in checks.CHECKS if each.name == check]
    return str(document(outcomes(chosen, where))["checks"][0]["sentence"])


def test_every_library_that_is_asked_for_is_imported() -> None:
    wanted = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    names = {name.split(">")[0].split("=")[0].split("<")[0].strip() for name in wanted}
    assert names - {"tensorflow-cpu"} == set(checks.LIBRARIES)  # which is the same module, without NVIDIA's parts


def test_what_needs_no_engine_passes_here(tmp_path: Path) -> None:
    found = document(outcomes([each for each in checks.CHECKS if each.name in LIGHT], Surroundings(tmp_path)))
    assert [each["sentence"] for each in found["checks"]] == [""] * len(LIGHT) and found["passed"]


LIGHT = {"processor", "database", "process", "documents", "keyring", "model files"}


@pytest.fixture
def copied(tmp_path: Path) -> Surroundings:
    """The models and what they should answer, to be damaged; the weights, which are not looked into, are links."""
    for file in resource("models").rglob("*"):
        if file.is_file():
            copy = tmp_path / "resources" / "models" / file.relative_to(resource("models"))
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.symlink_to(file)
    shutil.copyfile(resource("expected.json"), tmp_path / "resources" / "expected.json")
    return Surroundings(tmp_path, tmp_path / "resources")


def test_a_file_of_a_model_that_is_gone_is_named(copied: Surroundings) -> None:
    assert said("model files", copied) == ""
    (copied.resources / "models" / "gpt-zh" / "tokenizer.json").unlink()
    assert said("model files", copied).endswith("missing or changed: gpt-zh/tokenizer.json")


def test_a_file_of_a_model_that_is_cut_off_is_named(copied: Surroundings) -> None:
    file = copied.resources / "models" / "lstm-en" / "config.json"
    content = file.read_bytes()
    file.unlink()
    file.write_bytes(content[:-1])
    assert "lstm-en/config.json" in said("model files", copied)


def test_a_check_that_fails_holds_up_none_of_the_others(tmp_path: Path) -> None:
    def broken(where: Surroundings) -> str:
        raise OSError("no such thing")

    every = (Check("one", "check.fonts", broken), Check("two", "check.fonts", lambda where: "all well"))
    found = document(outcomes(every, Surroundings(tmp_path)))
    assert not found["passed"]
    assert [(each["name"], each["passed"]) for each in found["checks"]] == [("one", False), ("two", True)]
    assert found["checks"][0]["sentence"] == "Letters cannot be drawn: OSError: no such thing"


def test_a_processor_that_is_too_old_is_refused_with_a_sentence() -> None:
    with pytest.raises(KnownError, match="AVX"):
        refuse_without_avx("flags\t\t: fpu sse sse2 sse4_2\n")
    assert refuse_without_avx("flags\t\t: fpu sse avx\n") and refuse_without_avx("Features : neon\n")


# What is set of a process that knows nothing of the tests' own folders.
KEPT = {
    "PATH", "PYTHONPATH", "LANG", "LD_LIBRARY_PATH", "QT_QPA_PLATFORM", "TF_CPP_MIN_LOG_LEVEL", "XLA_FLAGS",
    "TF_NUM_INTRAOP_THREADS", "OMP_NUM_THREADS",
}  # fmt: skip


@pytest.mark.engine
def test_the_program_checks_itself_in_one_process_and_writes_nothing_outside_its_folder(tmp_path: Path) -> None:
    """With TensorFlow, the one check of the engine and the window that all the others stand on. Keras and Qt write,
    too: where there is a folder for data, the home folder stays as it was."""
    home, data = tmp_path / "home", tmp_path / "on a stick"
    home.mkdir()
    environment = {name: value for name, value in os.environ.items() if name in KEPT}
    done = subprocess.run(
        [sys.executable, "-m", "workbench", "--data", str(data), "--self-test"], cwd=ROOT, capture_output=True,
        env=environment | {"HOME": str(home)}, text=True, check=False,
    )  # fmt: skip
    found = json.loads(done.stdout)
    assert [each["sentence"] for each in found["checks"]] == [""] * len(found["checks"])
    assert done.returncode == 0 and found["passed"] and done.stderr == ""
    assert list(home.rglob("*")) == [] and {each.name for each in tmp_path.iterdir()} == {"home", "on a stick"}
    assert (data / "cache").is_dir()
