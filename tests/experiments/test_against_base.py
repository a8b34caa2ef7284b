"""A run and what it started from on the same text; the command that tells of it."""

from __future__ import annotations

import json
import math
import shutil
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from workbench.cli.main import main
from workbench.experiments.against_base import bits_per_byte, compare
from workbench.ground.generators import last
from workbench.measuring.bootstrap import difference
from workbench.measuring.evaluation import Passages
from workbench.messages.errors import KnownError
from workbench.messages.rendering import render
from workbench.project.project import Project
from workbench.services.workbench import Workbench
from workbench.values.corpus import Split
from workbench.values.model_ref import Folder


def test_a_run_is_compared_with_what_it_started_from(learnt_tale: Workbench, tiny_gpt2: Path) -> None:
    found = last(compare(learnt_tale, learnt_tale.models.named("first"), "tale", Split.TEST))
    assert (found.before.model, found.after.model) == (str(tiny_gpt2), "first")
    assert found.before.split == Split.TEST and found.before.protocol == found.after.protocol
    assert found.loss is not None and found.is_better
    assert found.loss.value == pytest.approx(found.after.loss - found.before.loss)
    assert found.bits_per_byte.value == pytest.approx(found.after.bits_per_byte - found.before.bits_per_byte, rel=1e-6)
    assert found.loss.low < found.loss.value < found.loss.high < 0


def test_models_of_other_tokenizers_are_compared_by_bytes(
    learnt_tale: Workbench, tiny_gpt2: Path, tmp_path: Path
) -> None:
    other = shutil.copytree(tiny_gpt2, tmp_path / "other")
    definition = json.loads((other / "tokenizer.json").read_text(encoding="utf-8"))
    (other / "tokenizer.json").write_text(json.dumps(definition), encoding="utf-8")  # the same in other letters
    found = last(compare(learnt_tale, learnt_tale.models.named("first"), "tale", base=Folder(other)))
    same = last(compare(learnt_tale, learnt_tale.models.named("first"), "tale"))
    assert found.loss is None and same.loss is not None
    assert found.bits_per_byte == same.bits_per_byte  # the same places are drawn for both, whatever their tokens are


def test_the_same_places_are_compared_where_tokens_are_different_ones() -> None:
    draw = np.random.default_rng(0)
    words = draw.integers(2, 9, 6000).astype(float)  # bytes
    hardness = 2 + np.repeat(draw.normal(size=60), 100) + draw.normal(size=6000)

    def read(every: int, gain: float) -> Passages:
        """By a model whose passages are of so many words, within documents of a hundred."""
        starts = np.union1d(np.arange(0, 6000, every), np.arange(0, 6000, 100))
        sums = [np.add.reduceat(each, starts) for each in (words * (hardness - gain), np.ones(6000), words)]
        return Passages(*sums, documents=(starts // 100).astype(float))

    before, after = read(17, 0.0), read(64, 0.05)
    expected = -0.05 / math.log(2)
    for first, second, sign in ((before, after, 1), (after, before, -1)):
        rates = bits_per_byte(first, second)
        found = difference(*rates, paired=True)
        assert found.value == pytest.approx(sign * expected, rel=1e-6) and found.is_clear
        assert render(found.drawn.said) == "60 documents drawn"
        assert [len(rate.amounts) for rate in rates] == [len(after.bytes)] * 2
        apart = difference(*rates, paired=False)
        assert not apart.is_clear  # what is hard for both would hide it


def test_a_model_that_no_run_is_has_nothing_to_be_compared_with(learnt_tale: Workbench, tiny_gpt2: Path) -> None:
    with pytest.raises(KnownError, match="nothing that it started from"):
        last(compare(learnt_tale, Folder(tiny_gpt2), "tale"))


def test_evaluating_can_be_cancelled_at_every_step(learnt_tale: Workbench) -> None:
    work = learnt_tale.asking.evaluate(learnt_tale.models.named("first"), "tale")
    next(work)
    work.close()


def test_the_command_tells_protocol_figures_and_difference(
    learnt_tale: Workbench, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = learnt_tale.project.folder
    learnt_tale.project.close()
    try:
        found = document(capsys, "evaluate", str(folder), "--model", "first", "--corpus", "tale", "--split", "test",
                         "--base", "--context", "31", "--stride", "8")  # fmt: skip
        assert found["split"] == "test" and (found["context"], found["stride"]) == (31, 8)
        assert found["difference"]["loss"]["high"] < 0 and found["difference"]["confidence"] == 0.95
        assert "passages drawn" in found["difference"]["loss"]["drawn"]
        assert found["difference"]["loss"]["units"] > 8
        low, high = found["word_accuracy_between"]
        assert 0 <= low < found["word_accuracy"] < high <= 1 and found["calibration_error_by_chance"] > 0
        assert found["base"]["loss"] > found["loss"]
        assert sum(each["tokens"] for each in found["calibration"]) == found["tokens"]
        assert "from 23 to 31 tokens before it" in found["protocol"]
        assert main(["evaluate", str(folder), "--model", "first", "--corpus", "tale", "--base"]) == 0
        told = capsys.readouterr().out
        assert "95 % between" in told and "passages drawn" in told and "by chance alone" in told
    finally:
        learnt_tale.project = Project.open(folder)


def document(capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:
    capsys.readouterr()
    assert main([*arguments, "--json"]) == 0
    return json.loads(capsys.readouterr().out)
