"""How surprising each word of a text is to a model, from what stands before it."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from typing import TYPE_CHECKING

import numpy as np

from workbench.ground.scripts import is_spaceless
from workbench.models.tokenizers.tokenizer import Tokenizer
from workbench.prediction.reading import TokenReader, Windows, context_within
from workbench.prediction.spelling import is_word_character
from workbench.values.prediction import ScoredWord, Surprise
from workbench.values.progress import Progress

if TYPE_CHECKING:
    from workbench.models.language_model import LanguageModel


def surprise_of(
    model: LanguageModel, reader: TokenReader, text: str, before: Sequence[int] = ()
) -> Generator[Progress, None, Surprise]:
    """Score every word of `text`; yields after each passage, and can be closed between them.

    It stands after the tokens `before`, if there are any, which are read and not scored. Every token but the first ones
    sees at least half of what the model can see at once.
    """
    tokenizer, context = model.tokenizer, context_within(model.context_length)
    begins = before or tokenizer.between[-1:]
    tokens = np.array([*begins, *tokenizer.encode(text)], np.int32)
    logs = np.zeros(len(tokens))
    ranks = np.zeros(len(tokens), np.int64)  # from 1; 0 where nothing was predicted
    yield Progress(0, len(tokens))
    for stretch in reader.read(tokens, Windows(context, context // 2)):
        here = slice(stretch.start, stretch.end)
        logs[here], ranks[here] = stretch.logs, 1 + stretch.ranks
        yield Progress(stretch.end, len(tokens))
    return _by_word(text, tokenizer, tokens[len(begins) :], logs[len(begins) :], ranks[len(begins) :])


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
