"""A change of the program's structure leaves its results as they were (see `recorded`)."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.bits.recorded import FILE, answers, machine, made, of_kept

KEPT = json.loads(FILE.read_text(encoding="utf-8"))


@pytest.mark.parametrize("run", ["gpt2 gradual_unfreezing", "lstm full", "llama lora"])
def test_a_run_ends_with_the_same_bits(run: str, tmp_path: Path) -> None:
    found, kept = made(run, tmp_path / "run"), KEPT["runs"][run]
    if machine() == KEPT["machine"]:
        assert found == kept
    for name in ("loss", "validation_loss"):
        values = [[float.fromhex(value) for value in each[name]] for each in (found, kept)]
        assert values[0] == pytest.approx(values[1], rel=1e-4)


def test_the_commands_answer_the_same_about_projects_of_every_schema(tmp_path: Path) -> None:
    assert of_kept(answers(tmp_path), KEPT["answers"]) == KEPT["answers"]


def test_an_answer_may_have_new_keys_and_nothing_else_new() -> None:
    kept = {"runs": [{"loss": 1.0}]}
    assert of_kept({"runs": [{"loss": 1.0, "task": "x"}], "more": 1}, kept) == kept
    for other in ({"runs": [{"loss": 2.0}]}, {"runs": [{}]}, {"runs": []}, {}):
        assert of_kept(other, kept) != kept
