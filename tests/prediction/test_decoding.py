"""A decoder that remembers gives what the network gives when it reads everything again."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from tests.tiny_models import CONTEXT, tale
from workbench.models.catalogue import find_model
from workbench.models.language_model import LanguageModel, load
from workbench.prediction.cached_decoding import CachedDecoder
from workbench.prediction.decoders import make_decoder
from workbench.prediction.decoding import Decoder

TOKENS = [int(token) for token in np.random.default_rng(0).integers(2, 17, 10)]


@pytest.fixture(scope="module", params=["transformer", "lstm"])
def model(request: pytest.FixtureRequest, tiny_gpt2: Path) -> LanguageModel:
    if request.param == "lstm":
        return load(find_model("scratch:lstm-words"), training_text=[tale(20)])
    return load(find_model(str(tiny_gpt2)))


@pytest.fixture(scope="module")
def first(model: LanguageModel) -> Decoder:
    return make_decoder(model)


@pytest.fixture
def decoder(first: Decoder) -> Decoder:
    return first.another()


def logits_after(model: LanguageModel, tokens: list[int]) -> np.ndarray:
    batch = np.array([tokens], np.int32)
    logits = model.network({"token_ids": batch, "padding_mask": np.ones_like(batch)}, training=False)
    return np.asarray(logits)[0, -1]


def agree(first: np.ndarray, second: np.ndarray) -> None:
    np.testing.assert_allclose(first, second, atol=2e-4)


def test_start_and_append_equal_reading_it_all(model: LanguageModel, decoder: Decoder) -> None:
    agree(decoder.read_prompt(TOKENS[:5]), logits_after(model, TOKENS[:5]))
    for end in range(6, len(TOKENS) + 1):
        agree(decoder.append(TOKENS[end - 1]), logits_after(model, TOKENS[:end]))


def test_two_follow_a_text_each_by_one_program(model: LanguageModel, decoder: Decoder) -> None:
    decoder.read_prompt(TOKENS)
    told = decoder.after([[3], [4, 5]])
    other = decoder.another()
    agree(other.read_prompt([9, 8]), logits_after(model, [9, 8]))
    agree(other.after([[3]])[0], logits_after(model, [9, 8, 3]))
    np.testing.assert_array_equal(decoder.after([[3], [4, 5]]), told)
    agree(decoder.append(7), logits_after(model, [*TOKENS, 7]))
    agree(other.append(4), logits_after(model, [9, 8, 4]))


def test_continuations_of_different_lengths_leave_the_text_as_it_was(model: LanguageModel, decoder: Decoder) -> None:
    decoder.read_prompt(TOKENS)
    paths = [[3], [4, 5, 6], [7, 8], [3, 4], [5], [6, 7]]
    for path, row in zip(paths, decoder.after(paths), strict=True):
        agree(row, logits_after(model, TOKENS + path))
    agree(decoder.append(9), logits_after(model, [*TOKENS, 9]))


def test_what_is_written_follows_from_all_of_it_and_leaves_the_text_as_it_was(
    model: LanguageModel, decoder: Decoder
) -> None:
    decoder.read_prompt(TOKENS[:3])
    write = decoder.writer()
    for end in range(4, len(TOKENS) + 1):
        agree(write(TOKENS[end - 1]), logits_after(model, TOKENS[:end]))
    decoder.read_prompt(TOKENS[:3])
    agree(decoder.after([[4, 5]])[0], logits_after(model, [*TOKENS[:3], 4, 5]))


def test_what_is_written_may_be_longer_than_the_context(tiny_gpt2: Path) -> None:
    quick = make_decoder(load(find_model(str(tiny_gpt2))))
    slow = quick.another()
    quick.read_prompt(TOKENS)
    slow.read_prompt(TOKENS)
    write = quick.writer()
    for token in TOKENS * (2 * CONTEXT // len(TOKENS)):
        agree(write(token), slow.append(token))


def test_what_is_written_is_by_the_weights_it_began_with(tiny_gpt2: Path) -> None:
    model = load(find_model(str(tiny_gpt2)))
    decoder = make_decoder(model)
    decoder.read_prompt(TOKENS[:5])
    expected = logits_after(model, TOKENS[:6])
    write = decoder.writer()
    for variable in model.network.weights:
        variable.assign_add(0.5 * np.ones(variable.shape, np.float32))
    agree(write(TOKENS[5]), expected)


def test_a_text_longer_than_the_context_goes_on(tiny_gpt2: Path) -> None:
    decoder = make_decoder(load(find_model(str(tiny_gpt2))))
    decoder.read_prompt(TOKENS * 20)
    for token in TOKENS * (2 * CONTEXT // len(TOKENS)):
        assert np.isfinite(decoder.append(token)).all()


def test_what_two_texts_share_is_not_read_again_and_makes_no_difference(model: LanguageModel, decoder: Decoder) -> None:
    for text in (TOKENS, TOKENS[:6], [*TOKENS[:6], 5, 5], TOKENS[:6], [3, *TOKENS]):
        agree(decoder.read_prompt(text), logits_after(model, text))
        agree(decoder.after([[4]])[0], logits_after(model, [*text, 4]))
    decoder.forget()
    agree(decoder.read_prompt(TOKENS), logits_after(model, TOKENS))


def test_the_general_decoder_agrees_with_the_fast_one(tiny_gpt2: Path) -> None:
    model = load(find_model(str(tiny_gpt2)))
    general, fast = CachedDecoder(model), make_decoder(model)
    assert type(general) is not type(fast)
    for text in (TOKENS, TOKENS[:4], TOKENS * 5):
        agree(general.read_prompt(text), fast.read_prompt(text))
        agree(general.after([[3], [4, 5]]), fast.after([[3], [4, 5]]))


def test_what_was_asked_of_a_text_is_told_again_to_the_bit_until_the_weights_are_others(tiny_gpt2: Path) -> None:
    model = load(find_model(str(tiny_gpt2)))
    decoder = make_decoder(model)
    decoder.read_prompt(TOKENS)
    told = decoder.after([[3], [4, 5]])
    for variable in model.network.weights:
        variable.assign_add(0.5 * np.ones(variable.shape, np.float32))
    again = decoder.after([[4, 5], [6, 7, 8]])
    np.testing.assert_array_equal(again[0], told[1])
    decoder.forget()
    decoder.read_prompt(TOKENS)
    agree(decoder.after([[4, 5]])[0], logits_after(model, [*TOKENS, 4, 5]))
    decoder.read_prompt(TOKENS[:6])
    agree(decoder.after([[4, 5]])[0], logits_after(model, [*TOKENS[:6], 4, 5]))
