"""The surprise of a text, word by word, against an independent computation in NumPy."""

from __future__ import annotations

import math
from collections.abc import Generator
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.models.test_network import gpt2_logits
from tests.tiny_models import CONTEXT, tale
from workbench.models.catalogue import find_model
from workbench.models.language_model import LanguageModel, load
from workbench.prediction.reading import TokenReader
from workbench.prediction.surprise import surprise_of, words_in
from workbench.values.prediction import Surprise
from workbench.values.progress import Progress


def read(model: LanguageModel, text: str) -> Surprise:
    reading: Generator[Progress, None, Surprise] = surprise_of(model, TokenReader(model), text)
    while True:
        try:
            progress = next(reading)
            assert 0 <= progress.done <= progress.total
        except StopIteration as stop:
            return stop.value


@pytest.fixture(scope="module")
def model(tiny_gpt2: Path) -> LanguageModel:
    return load(find_model(str(tiny_gpt2)))


def test_a_words_probability_is_the_product_of_its_tokens(model: LanguageModel, tiny_gpt2: Path) -> None:
    from safetensors.numpy import load_file

    text = "Anna lit the strangest lamp."
    found = read(model, text)
    tokens = [0, *model.tokenizer.encode(text)]
    logits = gpt2_logits(load_file(tiny_gpt2 / "model.safetensors"), np.array(tokens[:-1]))
    logs = logits - np.log(np.exp(logits).sum(-1, keepdims=True))
    losses = [-float(row[token]) for row, token in zip(logs, tokens[1:], strict=True)]
    assert [text[word.start : word.end] for word in found.words] == ["Anna", " lit", " the", " strangest", " lamp", "."]
    assert found.loss == pytest.approx(np.mean(losses), abs=1e-5)
    assert found.bits == pytest.approx(sum(losses) / math.log(2), rel=1e-5)
    last = found.words[-1]
    assert last.bits == pytest.approx(losses[-1] / math.log(2), abs=1e-4)
    assert last.rank == 1 + int((logits[-1] > logits[-1][tokens[-1]]).sum())


def test_a_long_text_is_read_once_with_at_least_half_the_context(model: LanguageModel) -> None:
    text = tale(8)
    tokens = model.tokenizer.encode(text)
    assert len(tokens) > 4 * CONTEXT
    found = read(model, text)
    assert found.tokens == len(tokens) and len(found.counted) == len(found.words)
    start = read(model, text[:60])
    for one, other in zip(found.words[:8], start.words[:8], strict=True):
        assert one.bits == pytest.approx(other.bits, abs=1e-3), "the beginning does not depend on what follows"


def test_words_outside_a_vocabulary_are_not_counted() -> None:
    model = load(find_model("scratch:lstm-words"), training_text=["the lamp was lit. the lamp was out.\n" * 20])
    found = read(model, "the gannet was lit.")
    assert [word.counted for word in found.words] == [True, False, True, True, True]


@given(st.text(alphabet="ab .'\n灯é1🙂", max_size=30))
def test_words_cover_the_text_without_a_gap(text: str) -> None:
    places = words_in(text)
    assert "".join(text[start:end] for start, end in places) == text
    assert all(start < end for start, end in places)
