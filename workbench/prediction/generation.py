"""Writing on: sample one token after the other, sharpened by temperature and limited to the likely ones by top-p."""

from __future__ import annotations

import codecs
from collections.abc import Generator

import numpy as np

from workbench.prediction.decoding import Decoder
from workbench.prediction.words import prompt_tokens
from workbench.pretrained.tokenizer import Tokenizer

TOKENS_PER_WORD = 6  # more than any text needs: the bound on a model that never ends a word


def continuation(
    decoder: Decoder, tokenizer: Tokenizer, text: str, *, words: int, temperature: float, top_p: float, seed: int
) -> Generator[str, None, str]:
    """Yield the text that follows piece by piece, whole characters only; returns all of it.

    Ends after `words` words or at the model's end of text. Temperature 0 always takes the most probable token.
    """
    random = np.random.default_rng(seed)
    decode = codecs.getincrementaldecoder("utf-8")("replace").decode
    logits = decoder.start(prompt_tokens(tokenizer, text.rstrip(" ")))
    spaced = text.endswith(" ")
    written = ""
    for _ in range(TOKENS_PER_WORD * words):
        if tokenizer.unknown is not None:
            logits = _without(logits, tokenizer.unknown)
        token = choose(logits, temperature, top_p, random)
        if token == tokenizer.end_of_text:
            break
        piece = decode(tokenizer.pieces[token])
        if spaced and not written:
            piece = piece.removeprefix(" ")
        # The word after the last one begins here, so the last one is whole.
        if len(written.split()) >= words and piece[:1] and not piece[0].isalnum():
            break
        written += piece
        if piece:
            yield piece
        logits = decoder.append(token)
    return written


def choose(logits: np.ndarray, temperature: float, top_p: float, random: np.random.Generator) -> int:
    """One token from the smallest set whose probability reaches `top_p` (Holtzman et al., The Curious Case of Neural
    Text Degeneration, 2020), after dividing the logits [vocabulary] by `temperature`."""
    if temperature <= 0:
        return int(np.argmax(logits))
    scaled = logits.astype(np.float64) / temperature
    probabilities = np.exp(scaled - scaled.max())
    probabilities /= probabilities.sum()
    order = np.argsort(probabilities)[::-1]
    kept = order[: int(np.searchsorted(np.cumsum(probabilities[order]), top_p)) + 1]
    return int(random.choice(kept, p=probabilities[kept] / probabilities[kept].sum()))


def _without(logits: np.ndarray, token: int) -> np.ndarray:
    logits = logits.copy()
    logits[token] = -np.inf
    return logits
