"""How well a model predicts a whole text, in the numbers the field reports, with how they were measured."""

from __future__ import annotations

import math
from collections.abc import Generator
from typing import TYPE_CHECKING

import numpy as np

from workbench.corpora.words import words as words_of
from workbench.errors import KnownError
from workbench.prediction.scoring import BATCH, Score, Scorer
from workbench.records import Evaluation, Progress, Split

if TYPE_CHECKING:
    from workbench.pretrained.language_model import LanguageModel
    from workbench.pretrained.tokenizer import Tokenizer

CONTEXT = 256  # tokens; a longer one costs memory and changes little for the models that run here


def evaluate(
    language_model: LanguageModel, tokens: np.ndarray, text: str, *, model: str, corpus: str, split: Split
) -> Generator[Progress, None, Evaluation]:
    """Score `tokens`, the encoding of `text`; `model`, `corpus` and `split` name them in the result."""
    if len(tokens) < 2:
        raise KnownError("corpus.too_short", name=corpus, needed=2, tokens=len(tokens))
    context = min(CONTEXT, language_model.context_length)
    scorer = Scorer(language_model.network, context)
    total = Score()
    for score in scorer.scores(tokens):
        total += score
        yield Progress(min(total.tokens, len(tokens) - 1), len(tokens) - 1, "")
    words, size = len(words_of(text)), len(text.encode())
    spelling = _unknown_bytes(language_model.tokenizer, tokens, size) * 8 * math.log(2)
    whole_loss = total.total_loss + spelling
    protocol = f"{split} split of “{corpus}”, {scorer.protocol}; batches of {BATCH} do not change it"
    if spelling:
        protocol += "; bits per byte and word perplexity count 8 bits for each byte of a word outside the vocabulary"
    return Evaluation(
        model=model,
        corpus=corpus,
        split=split,
        tokens=total.tokens,
        words=words,
        bytes=size,
        loss=total.loss,
        perplexity=_exp(total.loss),
        word_perplexity=_exp(whole_loss / max(1, words)),
        bits_per_byte=whole_loss / math.log(2) / size,
        accuracy=total.first / total.tokens,
        top5_accuracy=total.top5 / total.tokens,
        protocol=protocol,
    )


def _unknown_bytes(tokenizer: Tokenizer, tokens: np.ndarray, size: int) -> int:
    """How much of a text of `size` bytes its tokens cannot write.

    One token for every word outside the vocabulary is easy to predict; without the cost of spelling them, a model
    that knows few words would seem better than one that can write everything.
    """
    if tokenizer.unknown is None:
        return 0
    written = np.array([len(piece) for piece in tokenizer.pieces])[tokens].sum()
    return max(0, size - int(written))


def _exp(loss: float) -> float:
    return math.exp(loss) if loss < 700 else math.inf
