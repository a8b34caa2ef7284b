"""Writing on: draw one token after the other from the model's distribution, bent as a person wants it."""

from __future__ import annotations

import codecs
from collections.abc import Generator

import numpy as np

from workbench.prediction.decoding import Decoder
from workbench.prediction.shaping import distribution
from workbench.prediction.words import prompt_tokens
from workbench.pretrained.tokenizer import Tokenizer
from workbench.records import Shaping

TOKENS_PER_WORD = 6  # more than any text needs: the bound on a model that never ends a word
SENTENCE_ENDS = ".!?…。！？"
CLOSING = "\"'”’)]」』）"  # belong to the sentence that ended before them


def continuation(
    decoder: Decoder,
    tokenizer: Tokenizer,
    text: str,
    *,
    words: int,
    shaping: Shaping,
    seed: int,
    to_sentence_end: bool = False,
) -> Generator[str, None, str]:
    """Yield the text that follows piece by piece, whole characters only; returns all of it.

    Ends after `words` words, with a sentence if that is wanted, or at the model's end of text.
    """
    random = np.random.default_rng(seed)
    decode = codecs.getincrementaldecoder("utf-8")("replace").decode
    tokens = prompt_tokens(tokenizer, text.rstrip(" "))
    logits = decoder.start(tokens)
    spaced = not text or text.endswith(" ")
    written = ""
    for _ in range(TOKENS_PER_WORD * words):
        if tokenizer.unknown is not None:
            logits = _without(logits, tokenizer.unknown)
        token = choose(logits, shaping, random, tokens)
        if token == tokenizer.end_of_text:
            break
        piece = decode(tokenizer.pieces[token])
        if spaced and not written:
            piece = piece.removeprefix(" ")
        # The word after the last one begins here, so the last one is whole.
        if len(written.split()) >= words and piece[:1] and not piece[0].isalnum():
            break
        if to_sentence_end and _sentence_ended(written, piece):
            break
        written += piece
        if piece:
            yield piece
        tokens.append(token)
        logits = decoder.append(token)
    return written


def choose(
    logits: np.ndarray, shaping: Shaping, random: np.random.Generator, written: list[int] | tuple[int, ...] = ()
) -> int:
    """Draw one token from the logits [vocabulary]; at temperature 0 the most probable one."""
    if shaping.temperature <= 0 and shaping.repetition_penalty == 1:
        return int(np.argmax(logits))
    probabilities = distribution(logits, shaping, written)
    return int(random.choice(len(probabilities), p=probabilities))


def _sentence_ended(written: str, piece: str) -> bool:
    """Whether a sentence ended before `piece`, which is neither more of its end nor a digit after a point."""
    ended = written.rstrip(CLOSING)
    if not ended or ended[-1] not in SENTENCE_ENDS or not piece:
        return False
    return not (piece[0].isalnum() and ended[-1] == ".") and piece[0] not in SENTENCE_ENDS + CLOSING


def _without(logits: np.ndarray, token: int) -> np.ndarray:
    logits = logits.copy()
    logits[token] = -np.inf
    return logits
