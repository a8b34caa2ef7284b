"""Losses and accuracies against an independent computation in NumPy."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

import workbench.measuring.scoring as scoring
from tests.models.test_network import gpt2_logits
from tests.tiny_models import tale
from workbench.measuring.scoring import Scorer
from workbench.models.catalogue import find_model
from workbench.models.language_model import LanguageModel, load


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
