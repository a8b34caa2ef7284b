"""Rows of a network that are of no token, and tokens that write nothing: never drawn, never a part of a word."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from tests.tiny_families import byte_tokenizer
from workbench.experiments.memorising import likeliest
from workbench.models.tokenizers.tokenizer import Tokenizer
from workbench.prediction.decoding import Writer
from workbench.prediction.generation import continuation
from workbench.prediction.words import next_words
from workbench.values.prediction import Shaping

ROWS = 671  # of a network whose tokenizer knows 301 tokens
made = byte_tokenizer("qwen2")
made.add_special_tokens(["<|im_end|>"])
END = made.token_to_id("<|im_end|>")
TOKENIZER = Tokenizer(made.to_str(), ROWS, ends=[END])


class Padded:
    """Gives most of the probability to rows of no token and to a mark of turns, the rest to words of the tale."""

    def __init__(self, script: Sequence[int] = ()) -> None:
        self.read = len(script)
        self._script = list(script)  # tokens that are likeliest in turn, before the words

    def _logits(self) -> np.ndarray:
        logits = np.full(ROWS, -20.0, np.float32)
        logits[TOKENIZER.encode(" lamp")[0]] = 2.0
        logits[TOKENIZER.encode(" glass")[0]] = 1.0
        logits[made.get_vocab_size() :] = 5.0
        logits[made.token_to_id("<|im_start|>")] = 6.0
        if self._script:
            logits[self._script.pop(0)] = 9.0
        return logits

    def read_prompt(self, tokens: Sequence[int]) -> np.ndarray:
        return self._logits()

    def append(self, token: int) -> np.ndarray:
        return self._logits()

    def writer(self) -> Writer:
        return self.append

    def after(self, continuations: Sequence[Sequence[int]]) -> np.ndarray:
        return np.stack([self._logits() for _ in continuations])

    def forget(self) -> None: ...


@pytest.mark.parametrize("temperature", [0.0, 1.0, 2.0])
def test_writing_on_draws_only_what_writes_something(temperature: float) -> None:
    written = "".join(continuation(Padded(), TOKENIZER, "Anna lit the", words=12, shaping=Shaping(temperature), seed=3))
    assert len(written.split()) == 12 and {*written.split()} <= {"lamp", "glass"}


def test_writing_on_ends_at_each_end_that_the_folder_names() -> None:
    word = int(TOKENIZER.encode(" lamp")[0])
    for end in (END, TOKENIZER.end_of_text):
        assert end is not None
        decoder = Padded([word, word, end, word])
        written = "".join(continuation(decoder, TOKENIZER, "the", words=9, shaping=Shaping(0.0), seed=0))
        assert written == " lamp lamp"
        assert likeliest(Padded([word, end, word]), TOKENIZER, [5], 8).tolist() == [word]


def test_next_words_have_the_probability_that_is_left_without_rows_of_no_token() -> None:
    class Ending(Padded):
        """After a word, a letter that goes on with it is as likely as what ends it; a row of no token, likelier."""

        def after(self, continuations: Sequence[Sequence[int]]) -> np.ndarray:
            logits = np.full((len(continuations), ROWS), -20.0, np.float32)
            logits[:, TOKENIZER.encode("s")[0]] = logits[:, TOKENIZER.encode(".")[0]] = 1.0
            logits[:, -1] = 8.0
            return logits

    words = {word.text: word.probability for word in next_words(Ending(), TOKENIZER, "Anna lit the", 5)}
    shares = np.exp([2.0, 1.0]) / np.exp([2.0, 1.0]).sum()
    assert words[" lamp"] == pytest.approx(shares[0] / 2, rel=1e-3)
    assert words[" glass"] == pytest.approx(shares[1] / 2, rel=1e-3)
