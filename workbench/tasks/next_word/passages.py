"""Which passages of a text a step reads: a pure function of (seed, step)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from workbench.corpora.encoding import EncodedCorpus, Tokens
from workbench.corpora.shards import ShardedTokens
from workbench.tasks.length import check_length
from workbench.tasks.task import Batch, Share
from workbench.values.fine_tuning import FineTuning


@dataclass(frozen=True, eq=False)
class Passages:
    """The text as passages of one length, whose every token is to be predicted from those before it."""

    train: Tokens | ShardedTokens
    held_out: Tokens | ShardedTokens
    examples: int  # passages of a step
    length: int  # tokens
    is_repeating: bool = False  # whether each epoch cuts the text at the same places
    share: Share = Share()

    @classmethod
    def of(cls, text: EncodedCorpus, settings: FineTuning) -> Passages:
        """Raises KnownError: corpus.too_short, corpus.nothing_held_out."""
        check_length(text.name, len(text.train), len(text.validation), fewest_tokens(settings))
        examples = settings.batch_size * settings.accumulate
        return cls(text.train, text.validation, examples, settings.context_length)

    @property
    def steps_per_epoch(self) -> float:
        return steps_per_epoch(len(self.train), self.examples, self.length)

    @property
    def tokens_per_step(self) -> float:
        return self.examples * self.length

    def length_at(self, seed: int, step: int) -> int:
        return self.length

    def repeating(self) -> Passages:
        return replace(self, is_repeating=True)

    def shared(self, share: Share) -> Passages:
        return replace(self, share=share)

    def batch(self, seed: int, step: int) -> Batch:
        self._expect(seed, step)
        passages = passages_at(self.train, self._starts(seed, step), self.length)
        self._expect(seed, step + 1)  # brought while this one is learnt from
        return Batch(passages[:, :-1], passages[:, 1:])

    def _expect(self, seed: int, step: int) -> None:
        if isinstance(self.train, ShardedTokens):
            self.train.expect(self._starts(seed, step).tolist(), self.length + 1)

    def _starts(self, seed: int, step: int) -> np.ndarray:
        phases = not self.is_repeating
        return self.share.of(batch_offsets(seed, step, len(self.train), self.examples, self.length, phases=phases))


def fewest_tokens(settings: FineTuning) -> int:
    """Of a training text: one passage, with the token to predict after it."""
    return settings.context_length + 1


def batch(
    tokens: np.ndarray, seed: int, step: int, batch_size: int, context_length: int, *, phases: bool = True
) -> np.ndarray[tuple[int, int], np.dtype[np.int32]]:
    """The passages of `step` (counted from 1), each with the token to predict after it: [batch_size, length + 1]."""
    starts = batch_offsets(seed, step, len(tokens), batch_size, context_length, phases=phases)
    return passages_at(tokens, starts, context_length)


def passages_at(
    tokens: np.ndarray | ShardedTokens, starts: np.ndarray, length: int
) -> np.ndarray[tuple[int, int], np.dtype[np.int32]]:
    """Each with the token to predict after it: [starts, length + 1]."""
    return np.stack([tokens[start : start + length + 1] for start in starts]).astype(np.int32)


def batch_offsets(
    seed: int, step: int, tokens: int, batch_size: int, context_length: int, *, phases: bool = True
) -> np.ndarray:
    """Where the passages of `step` (counted from 1) begin: int32 [batch_size].

    Each epoch cuts the text into passages of `context_length` tokens plus the one to predict, from a random phase
    (without `phases`, from its beginning), and reads them in random order, each once. Needs `tokens` >
    `context_length`.
    """
    passages = _passages(tokens, context_length)
    first = (step - 1) * batch_size
    numbers = np.arange(first, first + batch_size)
    starts = (_epoch(seed, int(n // passages), tokens, context_length, phases)[n % passages] for n in numbers)
    return np.array(list(starts), np.int32)


def steps_per_epoch(tokens: int, batch_size: int, context_length: int) -> float:
    return _passages(tokens, context_length) / batch_size


def _passages(tokens: int, context_length: int) -> int:
    # One passage fewer than would fit leaves room for the phase; a text of one passage has no phase.
    return max(1, (tokens - 1) // context_length - 1)


@lru_cache(maxsize=4)
def _epoch(seed: int, epoch: int, tokens: int, context_length: int, phases: bool) -> np.ndarray:
    random = np.random.default_rng([seed, epoch])
    passages = _passages(tokens, context_length)
    spare = tokens - 1 - passages * context_length
    phase = random.integers(0, spare + 1) if phases else 0
    offsets = phase + context_length * random.permutation(passages)
    return offsets.astype(np.int64)
