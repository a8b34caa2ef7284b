"""A run's losses as bits per byte: the same that an evaluation in the same passages finds, whatever the tokenizer."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

import pytest

from tests.tiny_models import forget_bytes
from workbench.cli.main import main
from workbench.corpora.chunks import chunks
from workbench.corpora.encoding import encode
from workbench.ground.generators import last
from workbench.measuring.scoring import Scorer, scored_passages
from workbench.measuring.validation import text_written
from workbench.models.catalogue import find_model
from workbench.models.language_model import load
from workbench.project.project import Project
from workbench.services.text_written import count_bytes
from workbench.services.workbench import Workbench
from workbench.values.corpus import Split
from workbench.values.run import Run


@pytest.fixture(params=["pieces", "words"])
def run(request: pytest.FixtureRequest, birds: Workbench) -> Run:
    return birds.project.runs.named(request.param)


def test_the_bits_per_byte_of_a_run_are_those_that_evaluate_prints(
    birds: Workbench, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = birds.project.folder
    birds.project.close()
    try:
        arguments = ["--corpus", "birds", "--context", "16", "--stride", "16", "--json"]
        assert main(["evaluate", str(folder), "--model", run.name, "--base", *arguments]) == 0
        after = json.loads(capsys.readouterr().out)
    finally:
        birds.project = Project.open(folder)
    before = after["base"]
    assert run.spelled_share == 0 if run.name == "pieces" else run.spelled_share > 0.01
    for found in (before, after):
        assert run.bits_per_byte(found["loss"]) == pytest.approx(found["bits_per_byte"], rel=1e-9)
        assert (run.tokenizer_sha256, run.corpus_sha256) == (found["tokenizer"], found["text"])
    # The losses themselves come from two compiled programs, which add up float32 in their own order.
    assert run.base_bits_per_byte == pytest.approx(before["bits_per_byte"], rel=1e-6)
    assert run.best_bits_per_byte == pytest.approx(after["bits_per_byte"], rel=1e-6)
    assert run.final_validation_loss is not None
    assert run.final_bits_per_byte == run.bits_per_byte(run.final_validation_loss)


def test_every_list_of_runs_tells_bits_per_byte_and_of_what(
    birds: Workbench, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = birds.project.folder
    birds.project.close()
    try:
        documents = {}
        for command in ("runs", "compare"):
            assert main([command, str(folder), "--json"]) == 0
            documents[command] = json.loads(capsys.readouterr().out)
        assert main(["compare", str(folder)]) == 0
        head, best, _, why = capsys.readouterr().out.splitlines()
    finally:
        birds.project = Project.open(folder)
    assert documents["compare"]["ranked_by"] == "bits_per_byte" and documents["compare"]["why"] == why
    assert "bits/byte" in head and "bits per byte can be compared" in why
    lowest = min(documents["compare"]["runs"], key=lambda row: row["best_bits_per_byte"])
    assert best.startswith(lowest["run"])
    (listed,) = (row for row in documents["runs"] if row["run"] == run.name)
    (compared,) = (row for row in documents["compare"]["runs"] if row["run"] == run.name)
    for row in (listed, compared):
        for name in ("base_bits_per_byte", "best_bits_per_byte", "final_bits_per_byte"):
            assert row[name] == getattr(run, name) > 0
        assert (row["tokenizer"], row["text"]) == (run.tokenizer_sha256, run.corpus_sha256)
        assert "passages of 16 tokens" in row["validation_protocol"] and "32,768" in row["validation_protocol"]


def test_a_run_of_an_older_version_is_counted_when_it_is_asked_for(birds: Workbench, run: Run) -> None:
    project = birds.project
    forget_bytes(project, run)
    older = project.runs.named(run.name)
    assert older.best_bits_per_byte is None
    last(count_bytes(birds.project, [older]))
    assert project.runs.named(run.name) == run


def indifferent(vocabulary: int) -> Any:
    """A network to which all tokens are the same."""
    import keras

    class Indifferent(keras.Layer):  # type: ignore[misc]
        def call(self, inputs: dict[str, Any]) -> Any:
            return keras.ops.zeros((*inputs["token_ids"].shape, vocabulary))

    network = Indifferent()
    network.build(None)
    return network


@pytest.mark.parametrize("model", ["tiny", "scratch:lstm-words"])
def test_of_a_long_text_the_bytes_of_the_scored_passages_are_counted(
    birds: Workbench, tiny_gpt2: Path, model: str
) -> None:
    corpus = birds.project.corpora.named("birds")
    text = "\n".join(chunks(corpus, Split.TRAIN))
    made = load(find_model(str(tiny_gpt2) if model == "tiny" else model), training_text=[text])
    tokenizer = made.tokenizer
    tokens = last(encode(corpus, tokenizer)).validation
    scorer = Scorer(indifferent(tokenizer.vocabulary), 16)
    count = scorer.score(tokens, 160).tokens
    passages = scored_passages(len(tokens), 16, 160)
    scored = [token for passage in passages for token in tokens[16 * passage + 1 : 16 * passage + 17].tolist()]
    found = text_written(tokens, tokenizer, 16, 160, lambda: chunks(corpus, Split.VALIDATION))
    assert count == len(scored) <= 160 < len(tokens)
    known = sum(len(tokenizer.pieces[token]) for token in scored)
    unknown = sum(token == tokenizer.unknown for token in scored)
    spelled = found.spelled_share * found.bytes_per_token * count
    assert found.bytes_per_token * count - spelled == pytest.approx(known, rel=1e-12)
    if model == "tiny":
        assert unknown == 0 == spelled
    else:
        assert unknown > 0 and 5 < spelled / unknown < 10, "a bird and the space before it"
    assert math.isfinite(found.bytes_per_token)
