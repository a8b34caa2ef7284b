"""Writing on: draw one token after the other from the model's distribution, bent as a person wants it."""

from __future__ import annotations

import codecs
from collections.abc import Generator

import numpy as np

from workbench.models.tokenizers.tokenizer import Tokenizer
from workbench.prediction.decoding import Decoder
from workbench.prediction.shaping import distribution, without
from workbench.prediction.spelling import spelling_of
from workbench.prediction.word_count import WordCount, count_words
from workbench.prediction.words import prompt_tokens
from workbench.values.prediction import Shaping

STALLED = 256  # tokens without a word: a model that writes nothing but marks and line ends is stopped
SENTENCE_ENDS = ".!?…。！？"
LOOKED_BACK = 32  # characters in which a sentence's end is looked for
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
    since: int | None = None,
) -> Generator[str, None, str]:
    """Yield the text that follows in whole words, as Predict shows them; returns all of it.

    Ends with the last of `words` words (marks are none), with a sentence if that is wanted, or where the model ends it
    with one of its tokens for that. `since` is where in `text` the words begin that count as written already.
    """
    if since is not None:
        words = max(1, words - count_words(tokenizer, text[since:]))
    count, silent = WordCount(spelling_of(tokenizer), words), 0
    random = np.random.default_rng(seed)
    # Bytes wait until they are a character; those that never become one are none of the text.
    decode = codecs.getincrementaldecoder("utf-8")("ignore").decode
    tokens = prompt_tokens(tokenizer, text.rstrip(" "))
    logits = decoder.read_prompt(tokens)
    write = decoder.writer()
    spaced = not text or text.endswith(" ")
    written, seen = "", ""  # what was yielded, and the end of what was drawn
    while not count.is_done and silent < STALLED:
        token = choose(without(logits, tokenizer.undrawn), shaping, random, tokens)
        if token in tokenizer.ends:
            break
        piece = decode(tokenizer.pieces[token])
        if spaced and not seen:
            piece = piece.removeprefix(" ")
        if to_sentence_end and _sentence_ended(seen, piece):
            break
        seen = (seen + piece)[-LOOKED_BACK:]
        before = count.whole
        if whole := count.add(piece):
            written += whole
            yield whole
        silent = 0 if count.whole > before else silent + 1
        if not count.is_done:
            tokens.append(token)
            logits = write(token)
    if rest := count.end():
        written += rest
        yield rest
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
