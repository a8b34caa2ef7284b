"""The figures of an evaluation, against `transformers`, against NumPy, and by what they mean."""

from __future__ import annotations

import math
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.models.test_network import gpt2_logits
from tests.tiny_models import tale
from workbench.measuring.calibration import Calibration, error_by_chance
from workbench.measuring.evaluation import Measured, Text, measure
from workbench.messages.rendering import render
from workbench.models.catalogue import find_model
from workbench.models.language_model import load
from workbench.prediction.reading import Windows
from workbench.services.asking import LoadedModel
from workbench.values.corpus import Split
from workbench.values.measurement import CalibrationBin

# The loss of the tiny GPT-2 on `NUMBERS` by `transformers` 5.24 with PyTorch 2.13: the loop of “Perplexity of
# fixed-length models” in its documentation (GPT2LMHeadModel(piece, labels=labels).loss, where labels are -100 but for
# the tokens that no earlier window had), each window weighted by the tokens it predicts; by (max_length, stride).
TRANSFORMERS = {(32, 8): 6.0467324544436964, (32, 16): 6.049789656346767, (20, 19): 5.9451791653082}
NUMBERS = np.random.default_rng(7).integers(1, 300, 200)


@pytest.fixture(scope="module")
def loaded(two_layers: Path) -> LoadedModel:
    return LoadedModel.of(load(find_model(str(two_layers))))


def to_end(work: Any) -> Any:
    while True:
        try:
            next(work)
        except StopIteration as stop:
            return stop.value


def measured(loaded: LoadedModel, text: str, windows: Windows, asked: int = 0) -> Measured:
    tokenizer = loaded.model.tokenizer
    on = Text("c", Split.TEST, "0123456789", tokenizer.encode(text), lambda: [text])
    return to_end(measure(loaded.token_reader, loaded.decoder, tokenizer, "m", on, windows, asked))


def test_it_says_how_far_it_is_and_how_long_it_takes_yet_questions_and_all(loaded: LoadedModel) -> None:
    tokenizer, asked = loaded.model.tokenizer, []

    class Asked:
        def __getattr__(self, name: str) -> Any:
            return getattr(loaded.decoder, name)

        def read_prompt(self, tokens: list[int]) -> np.ndarray:
            asked.append(tokens)
            return loaded.decoder.read_prompt(tokens)

    text = tale(60)
    on = Text("c", Split.TEST, "0123456789", tokenizer.encode(text), lambda: [text])
    events = []
    for event in measure(loaded.token_reader, Asked(), tokenizer, "m", on, Windows(16, 16), 4):
        events.append((event, len(asked)))
    shares = [event.done / event.total for event, _ in events]
    assert shares == sorted(shares) and shares[-1] == 1 and len({event.total for event, _ in events}) == 1
    assert all(so_far >= 4 * share for share, (_, so_far) in zip(shares, events, strict=True))
    assert events[0][1] < events[-1][1] == 4, "they are not asked all at the end, nor at the beginning"
    assert all(event.seconds_left is not None for event, _ in events[1:]) and events[-1][0].seconds_left == 0


@pytest.mark.parametrize("protocol", TRANSFORMERS)
def test_strided_perplexity_is_that_of_transformers(loaded: LoadedModel, protocol: tuple[int, int]) -> None:
    max_length, stride = protocol
    read = list(loaded.token_reader.read(NUMBERS, Windows(max_length - 1, stride)))
    assert [place for part in read for place in range(part.start, part.end)] == list(range(1, 200))
    loss = -sum(part.logs.sum() for part in read) / 199
    assert math.exp(loss) == pytest.approx(math.exp(TRANSFORMERS[protocol]), rel=1e-4 / 400)  # 1e-4 of a perplexity


def test_every_token_sees_what_the_protocol_says(loaded: LoadedModel, two_layers: Path) -> None:
    from safetensors.numpy import load_file

    weights = load_file(two_layers / "model.safetensors")
    expected = np.zeros(len(NUMBERS))
    for start, first, end in ((0, 1, 25), (10, 25, 35), (20, 35, 45)):
        logits = gpt2_logits(weights, NUMBERS[start : end - 1])
        logged = logits - np.log(np.exp(logits).sum(-1, keepdims=True))
        for place in range(first, end):
            expected[place] = logged[place - start - 1, NUMBERS[place]]
    windows = Windows(24, 10)
    assert windows.spans(45) == [(0, 1, 25), (10, 25, 35), (20, 35, 45)]
    for part in loaded.token_reader.read(NUMBERS[:45], windows):
        assert part.logs == pytest.approx(expected[part.start : part.end], abs=1e-4)
        assert (part.confidence >= np.exp(part.logs) - 1e-6).all()
        assert (part.ranks == 0).tolist() == np.isclose(part.confidence, np.exp(part.logs), rtol=1e-5).tolist()


def test_a_limit_reads_whole_windows_spread_over_the_text(loaded: LoadedModel) -> None:
    read = list(loaded.token_reader.read(NUMBERS, Windows(16, 16), limit=48))
    assert [(part.start, part.end) for part in read] == [(1, 17), (97, 113), (193, 200)]


def test_an_evaluation_reports_what_the_field_reports(loaded: LoadedModel) -> None:
    text = tale(6, seed=5)
    found = measured(loaded, text, Windows(32, 32), asked=8)
    evaluation, passages = found.evaluation, found.passages
    assert evaluation.tokens == len(loaded.model.tokenizer.encode(text)) - 1 == passages.tokens.sum()
    assert evaluation.loss == pytest.approx(passages.losses.sum() / passages.tokens.sum())
    assert evaluation.perplexity == pytest.approx(math.exp(evaluation.loss))
    bits = evaluation.loss * evaluation.tokens / math.log(2)
    assert evaluation.bytes == len(text.encode()) and evaluation.bits_per_byte == pytest.approx(bits / evaluation.bytes)
    assert evaluation.word_perplexity == pytest.approx(2 ** (bits / evaluation.words))
    assert sum(each.tokens for each in evaluation.calibration) == evaluation.tokens
    right = sum(each.tokens * each.accuracy for each in evaluation.calibration)
    assert right == pytest.approx(evaluation.accuracy * evaluation.tokens)
    assert evaluation.words_asked == 8 and evaluation.word_accuracy is not None
    assert evaluation.word_accuracy <= evaluation.top5_word_accuracy
    for part in ("test split of “c” (text 01234567)", "windows of 32 tokens, each 32", "tokenizer of 300 tokens"):
        assert part in render(evaluation.protocol)


def test_the_sums_are_kept_by_document(loaded: LoadedModel) -> None:
    tokenizer = loaded.model.tokenizer
    documents = [tale(1, seed=seed) for seed in range(4)]
    tokens = np.concatenate([[tokenizer.end_of_text, *tokenizer.encode(each)] for each in documents])
    on = Text("c", Split.TEST, "0123456789", tokens, lambda: documents)
    passages = to_end(
        measure(loaded.token_reader, loaded.decoder, tokenizer, "m", on, Windows(32, 32), 0)
    ).passages  # fmt: skip
    sizes = [passages.bytes[passages.documents == number].sum() for number in range(4)]
    assert sizes == [len(each.encode()) for each in documents] and passages.documents.max() == 3
    logs = np.concatenate([part.logs for part in loaded.token_reader.read(tokens, Windows(32, 32))])
    starts = np.flatnonzero(tokens[1:] == tokenizer.end_of_text)
    losses = [-part.sum() for part in np.split(logs, starts)]
    assert [passages.losses[passages.documents == number].sum() for number in range(4)] == pytest.approx(losses)


def test_words_outside_the_vocabulary_cost_their_spelling() -> None:
    known = "the lamp was lit. the lamp was out.\n" * 40
    recurrent = LoadedModel.of(load(find_model("scratch:lstm-words"), training_text=[known]))
    windows = Windows(64, 64)
    plain = measured(recurrent, known, windows).evaluation
    strange = measured(recurrent, known.replace("lamp", "gannet"), windows)
    assert plain.bits_per_byte == pytest.approx(plain.loss * plain.tokens / math.log(2) / plain.bytes)
    assert "outside the vocabulary" not in render(plain.protocol)
    found = strange.evaluation
    spelled = 80 * len(" gannet") * 8 / found.bytes
    assert found.bits_per_byte - spelled == pytest.approx(found.loss * found.tokens / math.log(2) / found.bytes)
    assert "outside the vocabulary" in render(found.protocol)
    # The passages, from which chance is judged, add up to the same.
    assert strange.passages.losses.sum() / math.log(2) / found.bytes == pytest.approx(found.bits_per_byte)
    assert strange.passages.bytes.sum() == pytest.approx(found.bytes - len("the"))  # the first word is given


def test_text_is_read_as_it_is_needed(loaded: LoadedModel) -> None:
    class Watched(np.ndarray):
        most = 0

        def __getitem__(self, key: Any) -> Any:
            found = super().__getitem__(key)
            Watched.most = max(Watched.most, np.size(found))
            return found

    def chunks() -> Iterator[str]:
        yield from ("Anna lit the lamp. " * 50 for _ in range(20))

    tokens = loaded.model.tokenizer.encode("".join(chunks())).view(Watched)
    tokenizer = loaded.model.tokenizer
    on = Text("c", Split.TEST, "0", tokens, chunks)
    to_end(measure(loaded.token_reader, loaded.decoder, tokenizer, "m", on, Windows(32, 32), 0))
    assert 0 < Watched.most <= 33 < len(tokens) / 100


def test_calibration_compares_sureness_with_success() -> None:
    calibration = Calibration()
    calibration.add(np.array([0.05, 0.95, 0.95, 0.95, 1.0]), np.array([False, True, True, False, True]))
    assert calibration.bins == (
        CalibrationBin(1, pytest.approx(0.05), 0.0),
        CalibrationBin(4, pytest.approx(0.9625), 0.75),
    )
    assert calibration.error == pytest.approx((0.05 + 4 * 0.2125) / 5)


def test_a_calibration_error_is_told_beside_what_chance_alone_would_make_of_it() -> None:
    draw = np.random.default_rng(0)
    for tokens in (60, 2000):
        errors, expected = [], []
        for _ in range(200):
            confidence = draw.random(tokens)
            calibration = Calibration()
            calibration.add(confidence, draw.random(tokens) < confidence)  # exactly as often right as it is sure
            errors.append(calibration.error)
            expected.append(error_by_chance(calibration.bins))
        assert np.mean(errors) == pytest.approx(np.mean(expected), rel=0.1)
    assert error_by_chance(()) == 0
