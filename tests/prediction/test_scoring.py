"""Losses and accuracies against an independent computation in NumPy."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import pytest

import workbench.prediction.scoring as scoring
from tests.pretrained.test_network import gpt2_logits
from tests.tiny_models import tale
from workbench.prediction.evaluation import evaluate
from workbench.prediction.scoring import Scorer
from workbench.pretrained.catalogue import find_model
from workbench.pretrained.language_model import LanguageModel, load
from workbench.records import Evaluation, Split


@pytest.fixture(scope="module")
def model(tiny_gpt2: Path) -> LanguageModel:
    return load(find_model(str(tiny_gpt2)))


@pytest.fixture(scope="module")
def expected(tiny_gpt2: Path, model: LanguageModel) -> tuple[np.ndarray, list[float], list[int]]:
    """Tokens of a text, and the loss and rank of each predicted one in passages of 16."""
    from safetensors.numpy import load_file

    weights = load_file(tiny_gpt2 / "model.safetensors")
    tokens = model.tokenizer.encode(tale(6, seed=5))
    losses, ranks = [], []
    for start in range(0, len(tokens) - 1, 16):
        piece = tokens[start : start + 17]
        logits = gpt2_logits(weights, piece[:-1])
        logged = logits - np.log(np.exp(logits).sum(-1, keepdims=True))
        for row, target in zip(logged, piece[1:], strict=True):
            losses.append(-row[target])
            ranks.append(int((row > row[target]).sum()))
    return tokens, losses, ranks


def test_every_token_is_scored_once_whatever_the_batch(
    model: LanguageModel, expected: tuple[np.ndarray, list[float], list[int]], monkeypatch: pytest.MonkeyPatch
) -> None:
    tokens, losses, ranks = expected
    for batch in (1, 3, 8):
        monkeypatch.setattr(scoring, "BATCH", batch)
        score = Scorer(model.network, 16).score(tokens)
        assert score.tokens == len(tokens) - 1 == len(losses)
        assert score.loss == pytest.approx(np.mean(losses), abs=1e-5)
        assert (score.first, score.top5) == (sum(rank < 1 for rank in ranks), sum(rank < 5 for rank in ranks))


def test_a_limit_scores_whole_passages_spread_over_the_text(model: LanguageModel) -> None:
    tokens = model.tokenizer.encode(tale(40))[: 16 * 50 + 1]
    scorer = Scorer(model.network, 16)
    assert scorer.score(tokens, limit=160).tokens == 160
    assert scorer.score(tokens, limit=160).loss != scorer.score(tokens[:161]).loss


def test_evaluation_reports_what_the_field_reports(
    model: LanguageModel, expected: tuple[np.ndarray, list[float], list[int]]
) -> None:
    _, losses, _ = expected
    text = tale(6, seed=5)
    tokens = model.tokenizer.encode(text)
    context = 32
    steps = evaluate(model, tokens, text, model="m", corpus="c", split=Split.TEST)
    progress = []
    try:
        while True:
            progress.append(next(steps))
    except StopIteration as stop:
        found = stop.value
    assert progress[-1].done == progress[-1].total == len(tokens) - 1
    assert found.perplexity == pytest.approx(math.exp(found.loss))
    assert found.bits_per_byte == pytest.approx(found.loss * found.tokens / math.log(2) / len(text.encode()))
    assert found.word_perplexity == pytest.approx(math.exp(found.loss * found.tokens / found.words))
    assert f"{context} tokens" in found.protocol and "test" in found.protocol
    assert len(losses) == found.tokens


def test_words_outside_the_vocabulary_cost_their_spelling() -> None:
    known = "the lamp was lit. the lamp was out.\n" * 40
    model = load(find_model("scratch:lstm-words"), training_text=[known])

    def measured(text: str) -> Evaluation:
        steps = evaluate(model, model.tokenizer.encode(text), text, model="m", corpus="c", split=Split.TEST)
        try:
            while True:
                next(steps)
        except StopIteration as stop:
            return stop.value

    plain, strange = measured(known), measured(known.replace("lamp", "gannet"))
    assert plain.bits_per_byte == pytest.approx(plain.loss * plain.tokens / math.log(2) / plain.bytes)
    assert "outside the vocabulary" not in plain.protocol
    spelled = 80 * len(" gannet") * 8 / strange.bytes
    assert strange.bits_per_byte - spelled == pytest.approx(strange.loss * strange.tokens / math.log(2) / strange.bytes)
    assert "outside the vocabulary" in strange.protocol
