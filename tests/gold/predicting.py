"""What a GPT-2 predicts, in NumPy and float64: losses, evaluations, next words, surprise, writing on.

Written from the papers and from what the program says of its protocols, not from its code; slow and short.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from tests.gold import material

Weights = Mapping[str, np.ndarray]

EPSILON = 1e-5  # of GPT-2's norms
BINS = 10  # of the calibration
NEGLIGIBLE = 2e-6  # what is less probable is not followed
LETTERS = r"[^\W\d_]+"


def logits(weights: Weights, tokens: np.ndarray) -> np.ndarray:
    """GPT-2 (Radford et al., 2019): [batch, length] tokens to [batch, length, vocabulary]."""

    def norm(x: np.ndarray, name: str) -> np.ndarray:
        centred = x - x.mean(-1, keepdims=True)
        scaled = centred / np.sqrt((centred**2).mean(-1, keepdims=True) + EPSILON)
        return scaled * weights[f"{name}.weight"] + weights[f"{name}.bias"]

    def dense(x: np.ndarray, name: str) -> np.ndarray:
        return x @ weights[f"{name}.weight"] + weights[f"{name}.bias"]

    batch, length = tokens.shape
    future = np.triu(np.full((length, length), -np.inf), 1)
    x = weights["wte.weight"][tokens] + weights["wpe.weight"][:length]
    for block in (f"h.{layer}" for layer in range(material.LAYERS)):
        thirds = np.split(dense(norm(x, f"{block}.ln_1"), f"{block}.attn.c_attn"), 3, axis=-1)
        query, key, value = (third.reshape(batch, length, material.HEADS, -1).transpose(0, 2, 1, 3) for third in thirds)
        attention = softmax(query @ key.transpose(0, 1, 3, 2) / math.sqrt(query.shape[-1]) + future)
        mixed = (attention @ value).transpose(0, 2, 1, 3).reshape(batch, length, -1)
        x = x + dense(mixed, f"{block}.attn.c_proj")
        x = x + dense(gelu(dense(norm(x, f"{block}.ln_2"), f"{block}.mlp.c_fc")), f"{block}.mlp.c_proj")
    return norm(x, "ln_f") @ weights["wte.weight"].T


def gelu(x: np.ndarray) -> np.ndarray:
    """The approximation that GPT-2 was trained with (Hendrycks & Gimpel, 2016)."""
    return 0.5 * x * (1 + np.tanh(math.sqrt(2 / math.pi) * (x + 0.044715 * x * x * x)))


def softmax(x: np.ndarray) -> np.ndarray:
    raised = np.exp(x - x.max(-1, keepdims=True))
    return raised / raised.sum(-1, keepdims=True)


def encoded(passages: Sequence[str]) -> np.ndarray:
    """The tokens of a text: each passage by itself, after an end of text."""
    tokenizer = material.tokenizer()
    end = tokenizer.token_to_id(material.END)
    return np.concatenate([[end, *tokenizer.encode(passage).ids] for passage in passages])


@dataclass(frozen=True, eq=False)
class Predicted:
    """What was thought of every token but the first."""

    logs: np.ndarray  # natural logarithm of its probability
    ranks: np.ndarray  # how many others were likelier
    sureness: np.ndarray  # probability of the likeliest

    @property
    def loss(self) -> float:
        return float(-self.logs.mean())


def predicted(weights: Weights, tokens: np.ndarray, context: int, stride: int) -> Predicted:
    """Each token from the tokens before it in the first window of `context` tokens that it comes after or lies in.

    Windows begin at the multiples of `stride`. With a stride as long as the context they are the passages without
    overlap by which a run is validated.
    """
    places = np.arange(1, len(tokens))
    starts = stride * np.ceil(np.maximum(0, places - context) / stride).astype(int)
    logs, ranks, sureness = (np.zeros(len(places)) for _ in range(3))
    for start in np.unique(starts):
        window = logits(weights, tokens[None, start : start + context])[0]
        probabilities = softmax(window)
        for place in places[starts == start]:
            row = probabilities[place - start - 1]
            logs[place - 1] = math.log(row[tokens[place]])
            ranks[place - 1] = (row > row[tokens[place]]).sum()
            sureness[place - 1] = row.max()
    return Predicted(logs, ranks, sureness)


def evaluation(weights: Weights, passages: Sequence[str], context: int, stride: int) -> dict[str, float]:
    """The figures that the field reports."""
    found = predicted(weights, encoded(passages), context, stride)
    nats, right = -found.logs.sum(), found.ranks == 0
    return {
        "loss": found.loss,
        "perplexity": math.exp(found.loss),
        "word_perplexity": math.exp(nats / count_words(passages)),
        "bits_per_byte": nats / math.log(2) / count_bytes(passages),
        "accuracy": right.mean(),
        "top5_accuracy": (found.ranks < 5).mean(),
        "calibration_error": calibration_error(found.sureness, right),
    }


def count_bytes(passages: Sequence[str]) -> int:
    return sum(len(passage.encode()) for passage in passages)


def count_words(passages: Sequence[str]) -> int:
    """Letters, with apostrophes and hyphens between them; numbers are not words."""
    return sum(len(re.findall(rf"{LETTERS}(?:['’-]{LETTERS})*", passage)) for passage in passages)


def calibration_error(sureness: np.ndarray, right: np.ndarray) -> float:
    """Expected calibration error (Guo et al., 2017, equation 3)."""
    bins = [np.minimum(np.floor(BINS * sureness), BINS - 1) == number for number in range(BINS)]
    gaps = [inside.sum() * abs(right[inside].mean() - sureness[inside].mean()) for inside in bins if inside.any()]
    return sum(gaps) / len(right)


@dataclass(frozen=True)
class Bent:
    """How a distribution is bent; as it is here, not at all."""

    temperature: float = 1.0
    top_k: int = 0
    top_p: float = 1.0
    penalty: float = 1.0


def bent(scores: np.ndarray, how: Bent, written: Sequence[int]) -> np.ndarray:
    """Probabilities from logits [vocabulary]: penalty (Keskar et al., 2019), temperature, top-k, top-p in turn."""
    scores = scores.copy()
    for token in set(written):
        scores[token] *= how.penalty if scores[token] < 0 else 1 / how.penalty
    if how.temperature == 0:
        return np.eye(len(scores))[np.argmax(scores)]
    likeliest = np.argsort(-scores, kind="stable")
    probabilities = softmax(scores[likeliest] / how.temperature)
    if how.top_k:
        probabilities[how.top_k :] = 0
        probabilities /= probabilities.sum()
    # The smallest set that reaches p (Holtzman et al., 2020): what comes after it is left out.
    reached = np.cumsum(probabilities) - probabilities
    probabilities[reached >= how.top_p] = 0
    result = np.zeros_like(probabilities)
    result[likeliest] = probabilities / probabilities.sum()
    return result


class Vocabulary:
    """The tokens by what they write."""

    def __init__(self) -> None:
        self.tokenizer = material.tokenizer()
        bytes_of = {character: byte for byte, character in enumerate(material.byte_characters())}
        names = [self.tokenizer.id_to_token(token) for token in range(self.tokenizer.get_vocab_size())]
        self.pieces = [b"" if name == material.END else bytes(bytes_of[c] for c in name) for name in names]
        self.writes = np.array([bool(piece) for piece in self.pieces])
        # Bytes from 0x80 to 0xBF only go on with a character that an earlier byte began.
        self.inside = np.array([0x80 <= (piece or b"x")[0] < 0xC0 for piece in self.pieces])
        self.goes_on = np.array([goes_on(piece) is True for piece in self.pieces])


def goes_on(following: bytes) -> bool | None:
    """Whether a word goes on with what follows it: a letter or digit, or an apostrophe before a letter.

    None while that depends on what comes next.
    """
    text = following.decode("utf-8", errors="ignore")
    if text in ("", "'", "’"):
        return None if following else False
    return text[0].isalnum() or (text[0] in "'’" and text[1].isalpha())


class NextWords:
    """The probability of whole next words after a prompt, by following every way to spell them.

    A word is a run of letters and digits, with its inner apostrophes and the space before it; it is one when nothing
    follows that goes on with it. After a trailing space only what begins after it counts.
    """

    def __init__(self, weights: Weights, prompt: str, how: Bent | None = None) -> None:
        self._weights, self._how = weights, how or Bent()
        self._vocabulary = Vocabulary()
        self._after_space = prompt.endswith(" ")
        self._prompt = self._vocabulary.tokenizer.encode(prompt.rstrip(" ")).ids
        self._ends_in_word = prompt[-1:].isalnum()
        self._known: dict[tuple[int, ...], np.ndarray] = {}

    def probability(self, word: str) -> float:
        if self._after_space:
            spaces = np.array([piece[:1] == b" " for piece in self._vocabulary.pieces])
            return self._spelled((), b" " + word.encode(), b"", 1.0) / float(self._next((), b"") @ spaces)
        whole = 1 - self._goes_on((), b"", 1.0) if self._ends_in_word else 1.0
        return self._spelled((), word.encode(), b"", 1.0) / whole

    def _spelled(self, path: tuple[int, ...], missing: bytes, written: bytes, so_far: float) -> float:
        """The probability of `missing` after `path`, times `so_far`."""
        if not missing:
            is_word = written.decode()[-1:].isalnum()  # what is no word, such as a full stop, has ended with itself
            return so_far * (1 - self._goes_on(path, b"", so_far) if is_word else 1.0)
        following = self._next(path, written)
        return sum(
            self._spelled((*path, token), missing[len(piece) :], written + piece, so_far * following[token])
            for token, piece in enumerate(self._vocabulary.pieces)
            if piece and following[token] and missing.startswith(piece)
        )

    def _goes_on(self, path: tuple[int, ...], seen: bytes, so_far: float) -> float:
        """The probability that a word goes on that was followed by `seen` so far."""
        following = self._next(path, seen)
        total = 0.0
        for token, piece in enumerate(self._vocabulary.pieces):
            verdict = goes_on(seen + piece) if piece else False
            if verdict is None and so_far * following[token] > NEGLIGIBLE:
                verdict = self._goes_on((*path, token), seen + piece, so_far * following[token])
            total += following[token] * float(verdict or 0)
        return total

    def _next(self, path: tuple[int, ...], written: bytes) -> np.ndarray:
        """Of the next token. A word must begin, and a character that has begun must end."""
        if path not in self._known:
            tokens = np.array([*self._prompt, *path])
            scores = logits(self._weights, tokens[None])[0, -1]
            if not path and self._ends_in_word and not self._after_space:
                scores[self._vocabulary.goes_on] = -np.inf  # the last word of the prompt is whole
            self._known[path] = bent(scores, self._how, tokens)
        vocabulary = self._vocabulary
        following = self._known[path]
        if not path and self._after_space:
            following = following * vocabulary.writes
        elif not written.strip(b" ") and (written or not path):
            following = following * (vocabulary.writes & ~vocabulary.inside)
        elif _is_cut(written):
            following = following * vocabulary.inside
        else:
            return following * vocabulary.writes  # what writes nothing ends the word
        return following / (following.sum() or 1.0)


def _is_cut(written: bytes) -> bool:
    """Whether it ends inside a character."""
    try:
        written.decode()
    except UnicodeDecodeError:
        return True
    return False


def surprise(weights: Weights, text: str) -> list[tuple[str, float]]:
    """Each word or mark of `text`, with the space before it, and how many bits it surprises by.

    A token belongs to the word that its first character lies in. Windows see what the model can, at most, and at
    least half of it.
    """
    end, tokenizer = 0, material.tokenizer()
    found = tokenizer.encode(text)
    window = material.CONTEXT
    bits = -predicted(weights, np.array([end, *found.ids]), window, window // 2).logs / math.log(2)
    words = list(re.finditer(rf" ?(?:[^\W_]+(?:['’]{LETTERS})*|\S)|\s", text))
    return [
        (word[0], sum(b for b, (at, _) in zip(bits, found.offsets, strict=True) if word.start() <= at < word.end()))
        for word in words
    ]


def written_on(weights: Weights, prompt: str, words: int, how: Bent, seed: int | None = None) -> str:
    """The next `words` words after `prompt`, which ends without a space; drawn from `seed`, or the likeliest tokens.

    Text and prompt together must fit the context.
    """
    vocabulary, draw = Vocabulary(), np.random.default_rng(seed)
    tokens = list(vocabulary.tokenizer.encode(prompt).ids)
    written = b""
    while True:
        # A word is over when something follows that is no more of it; marks are no words.
        text = written.decode("utf-8", errors="ignore")
        found = list(re.finditer(rf"[^\W_]+(?:['’]{LETTERS})*", text))
        if len(found) > words or (len(found) == words and text[found[-1].end() :] not in ("", "'", "’")):
            return text[: found[words - 1].end()]
        probabilities = bent(logits(weights, np.array([tokens]))[0, -1], how, tokens)
        token = int(np.argmax(probabilities) if seed is None else draw.choice(len(probabilities), p=probabilities))
        piece = vocabulary.pieces[token]
        if not piece:
            return text
        written += piece
        tokens.append(token)
