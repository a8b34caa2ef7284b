"""Text to token numbers and back: subword tokenizers from model folders, word vocabularies made from a text."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import Path

import numpy as np
import tokenizers

from workbench.errors import KnownError

END_OF_TEXT = "<|endoftext|>"
UNKNOWN = "<unk>"
LONGEST_PIECE = 32  # bytes; longer ones would be phrases learnt by heart
LEARNT_FROM = 8_000_000  # characters; pieces from more text are no better, and in Chinese take minutes to find

# A token of a word vocabulary keeps the space before it, so that joining tokens gives the text back. Scripts
# written without spaces count character by character; an inner apostrophe or hyphen belongs to its word.
_WORD = (
    r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}]"
    r"| ?[\p{L}\p{M}&&[^\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}]]+(?:['’-][\p{L}\p{M}]+)*"
    r"| ?\p{N}+| ?[^\s\p{L}\p{M}\p{N}]|\s"
)


class Tokenizer:
    """A Hugging Face tokenizer (tokenizer.json) with what training and prediction ask of it."""

    def __init__(self, definition: str) -> None:
        self.definition = definition
        self._tokenizer = tokenizers.Tokenizer.from_str(definition)
        self.vocabulary: int = self._tokenizer.get_vocab_size(with_added_tokens=True)
        self.end_of_text: int | None = self._tokenizer.token_to_id(END_OF_TEXT)

    @classmethod
    def from_file(cls, file: Path) -> Tokenizer:
        """Raises KnownError("model.damaged") where the file is no tokenizer."""
        try:
            return cls(file.read_text(encoding="utf-8"))
        except Exception as error:  # the library raises bare Exception
            raise KnownError("model.damaged", folder=file.parent, detail=error) from error

    @classmethod
    def of_words(cls, texts: Iterable[str], vocabulary: int) -> Tokenizer:
        """A word vocabulary: the `vocabulary` most frequent words of `texts` that occur at least twice."""
        words = tokenizers.Tokenizer(tokenizers.models.WordLevel({UNKNOWN: 0}, unk_token=UNKNOWN))
        words.pre_tokenizer = tokenizers.pre_tokenizers.Split(tokenizers.Regex(_WORD), "isolated")
        words.decoder = tokenizers.decoders.Fuse()
        trainer = tokenizers.trainers.WordLevelTrainer(
            vocab_size=vocabulary, min_frequency=2, special_tokens=[END_OF_TEXT, UNKNOWN], show_progress=False
        )
        words.train_from_iterator(texts, trainer)
        return cls(words.to_str())

    @classmethod
    def of_pieces(cls, texts: Iterable[str], vocabulary: int) -> Tokenizer:
        """A byte-level vocabulary of the `vocabulary` most useful pieces of words, which can write every text.

        Byte-pair encoding (Sennrich et al., 2016) over bytes, with GPT-2's way to tell words apart (Radford et al.,
        2019). In scripts without spaces what stands between two marks counts as a word, so pieces may be words too.
        """
        pieces = tokenizers.Tokenizer(tokenizers.models.BPE())
        pieces.pre_tokenizer = tokenizers.pre_tokenizers.ByteLevel(add_prefix_space=False)
        pieces.decoder = tokenizers.decoders.ByteLevel()
        trainer = tokenizers.trainers.BpeTrainer(
            vocab_size=vocabulary,
            min_frequency=2,
            special_tokens=[END_OF_TEXT],
            initial_alphabet=tokenizers.pre_tokenizers.ByteLevel.alphabet(),
            max_token_length=LONGEST_PIECE,
            show_progress=False,
        )
        pieces.train_from_iterator(_sampled(list(texts), LEARNT_FROM), trainer)
        return cls(pieces.to_str())

    @cached_property
    def sha256(self) -> str:
        return hashlib.sha256(self.definition.encode()).hexdigest()

    @cached_property
    def is_byte_level(self) -> bool:
        return '"ByteLevel"' in json.dumps(json.loads(self.definition).get("decoder"))

    @cached_property
    def unknown(self) -> int | None:
        """The token that stands for any word outside the vocabulary; None where every text can be written."""
        token: int | None = self._tokenizer.token_to_id(UNKNOWN)
        return token

    @cached_property
    def pieces(self) -> tuple[bytes, ...]:
        """What each token writes, as UTF-8 (a byte-level token may be a part of a character); special tokens b""."""
        special = {token for token in (self.end_of_text, self.unknown) if token is not None}
        characters = byte_of_character() if self.is_byte_level else {}

        def written(token: int) -> bytes:
            text: str = self._tokenizer.id_to_token(token) or ""
            if token in special:
                return b""
            if self.is_byte_level and all(character in characters for character in text):
                return bytes(characters[character] for character in text)
            return text.encode()

        return tuple(written(token) for token in range(self.vocabulary))

    def name(self, token: int) -> str:
        """What the vocabulary calls a token: of a special one, such as the end of a text, all that there is of it."""
        found: str | None = self._tokenizer.id_to_token(token)
        return found or ""

    def encode(self, text: str) -> np.ndarray:
        """Token numbers, int32, without special tokens added."""
        return np.asarray(self._tokenizer.encode(text, add_special_tokens=False).ids, dtype=np.int32)

    def spans(self, text: str) -> np.ndarray:
        """Where each token of `encode(text)` begins and ends in it, in characters: int32 [tokens, 2]."""
        offsets = self._tokenizer.encode(text, add_special_tokens=False).offsets
        return np.asarray(offsets, dtype=np.int32).reshape(-1, 2)

    def decode(self, tokens: Sequence[int] | np.ndarray) -> str:
        """The text; an incomplete character at either end becomes U+FFFD."""
        return b"".join(self.pieces[token] for token in tokens).decode("utf-8", errors="replace")


def _sampled(texts: Sequence[str], most: int) -> Iterator[str]:
    """Every n-th line of all texts, so that they are about `most` characters."""
    every = -(-sum(map(len, texts)) // most)
    for text in texts:
        yield "\n".join(text.split("\n")[:: max(1, every)])


def byte_of_character() -> dict[str, int]:
    """The inverse of GPT-2's alphabet: printable characters stand for themselves, other bytes follow from U+0100."""
    printable = [*range(ord("!"), ord("~") + 1), *range(ord("¡"), ord("¬") + 1), *range(ord("®"), ord("ÿ") + 1)]
    others = [byte for byte in range(256) if byte not in printable]
    return {chr(byte): byte for byte in printable} | {chr(256 + index): byte for index, byte in enumerate(others)}
