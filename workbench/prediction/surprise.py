"""How surprising each word of a text is to a model, from what stands before it."""

from __future__ import annotations

from collections.abc import Generator
from typing import TYPE_CHECKING, Any

import numpy as np

from workbench.prediction.spelling import is_spaceless, is_word_character
from workbench.pretrained.tokenizer import Tokenizer
from workbench.records import Progress, ScoredWord, Surprise

if TYPE_CHECKING:
    from workbench.pretrained.language_model import LanguageModel

CONTEXT = 256  # tokens; every token but the first ones sees at least half of them
LOGITS = 2**23  # numbers that are held at once


class Reader:
    """Finds the probability and the rank of each token of a text."""

    def __init__(self, model: LanguageModel) -> None:
        import tensorflow as tf

        network = model.network
        self._tokenizer = model.tokenizer
        self._length = min(CONTEXT, model.context_length)

        @tf.function(autograph=False, input_signature=[tf.TensorSpec([None, None], tf.int32)] * 2)
        def read(inputs: Any, targets: Any) -> Any:
            logits = network({"token_ids": inputs, "padding_mask": tf.ones_like(inputs)}, training=False)
            logits = tf.cast(logits, tf.float32)
            target = tf.gather(logits, targets, batch_dims=2)
            rank = 1 + tf.reduce_sum(tf.cast(logits > target[..., None], tf.int32), -1)
            return target - tf.reduce_logsumexp(logits, -1), rank

        self._read = read

    def read(self, text: str) -> Generator[Progress, None, Surprise]:
        """Score every word of `text`; yields after each few passages, and can be closed between them."""
        tokenizer = self._tokenizer
        begins = tokenizer.between[-1:]
        tokens = np.array([*begins, *tokenizer.encode(text)], np.int32)
        logs = np.zeros(len(tokens))
        ranks = np.zeros(len(tokens), np.int64)
        yield Progress(0, len(tokens))
        for passages in self._passages(len(tokens)):
            inputs = np.zeros((len(passages), self._length), np.int32)
            targets = np.zeros_like(inputs)
            for row, start in enumerate(passages):
                piece = tokens[start : start + self._length + 1]
                inputs[row, : len(piece) - 1], targets[row, : len(piece) - 1] = piece[:-1], piece[1:]
            found, ranked = (np.asarray(part) for part in self._read(inputs, targets))
            for row, start in enumerate(passages):
                new = 0 if start == 0 else self._length - self._length // 2
                end = min(self._length, len(tokens) - 1 - start)
                logs[start + 1 + new : start + 1 + end] = found[row, new:end]
                ranks[start + 1 + new : start + 1 + end] = ranked[row, new:end]
            yield Progress(min(passages[-1] + self._length + 1, len(tokens)), len(tokens))
        return _by_word(text, tokenizer, tokens[len(begins) :], logs[len(begins) :], ranks[len(begins) :])

    def _passages(self, tokens: int) -> Generator[list[int], None, None]:
        """Where passages begin, as many at once as may be held; each is half new to the model."""
        starts = [0]
        while starts[-1] + self._length < tokens - 1:
            starts.append(starts[-1] + self._length // 2)
        if tokens < 2:
            return
        at_once = max(1, LOGITS // (self._length * self._tokenizer.vocabulary))
        for place in range(0, len(starts), at_once):
            yield starts[place : place + at_once]


def words_in(text: str) -> list[tuple[int, int]]:
    """Where each word of `text` begins and ends, with the space before it; punctuation marks are words of their own.

    In scripts without spaces every character is one, since a model's tokens may cut such words anywhere.
    """
    places = []
    place = 0
    while place < len(text):
        start = place
        if text[place] == " " and place + 1 < len(text) and not text[place + 1].isspace():
            place += 1
        first = text[place]
        place += 1
        if is_word_character(first) and not is_spaceless(first):
            while place < len(text) and _goes_on(text, place):
                place += 1
        elif first == " ":
            while place < len(text) and text[place] == " " and text[place + 1 : place + 2].isspace():
                place += 1
        places.append((start, place))
    return places


def _goes_on(text: str, place: int) -> bool:
    character = text[place]
    if is_word_character(character):
        return not is_spaceless(character)
    return character in "'’" and text[place + 1 : place + 2].isalpha()


def _by_word(text: str, tokenizer: Tokenizer, tokens: np.ndarray, logs: np.ndarray, ranks: np.ndarray) -> Surprise:
    """Give each token to the word that its first character lies in, and multiply."""
    places = words_in(text)
    ends = np.array([end for _, end in places], np.int64)
    sizes = tokenizer.spans(text)[:, 0]
    owner = np.searchsorted(ends, sizes, side="right")
    counted = ranks > 0
    known = counted & (tokens != (-1 if tokenizer.unknown is None else tokenizer.unknown))
    words = []
    order = np.searchsorted(owner, np.arange(len(places) + 1))
    for number, (start, end) in enumerate(places):
        mine = slice(order[number], order[number + 1])
        if mine.start == mine.stop:
            # Written by a token that began in an earlier word: its surprise is counted there.
            words.append(ScoredWord(start, end, 1.0, 1, False))
            continue
        words.append(
            ScoredWord(start, end, float(np.exp(logs[mine].sum())), int(ranks[mine].max()), bool(known[mine].all()))
        )
    total = int(counted.sum())
    return Surprise(text, tuple(words), total, float(-logs[counted].mean()) if total else float("nan"))
