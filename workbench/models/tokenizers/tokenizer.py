"""Text to token numbers and back: subword tokenizers from model folders, word vocabularies made from a text."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from pathlib import Path

import numpy as np
import tokenizers

from workbench.ground.scripts import IN_WORD_VOCABULARY
from workbench.messages.errors import KnownError, ReasonError, reason_of
from workbench.messages.message import message
from workbench.models.small_files import MOST_VOCABULARY_BYTES, read_text
from workbench.models.tokenizers.chat_template import Chat, chat_of
from workbench.models.tokenizers.panics import panic_told
from workbench.models.tokenizers.plain_text import BYTE, text_tokenizer
from workbench.models.tokenizers.word_patterns import LLAMA3_WORDS, QWEN_WORDS

END_OF_TEXT = "<|endoftext|>"
ENDS_OF_TEXT = (END_OF_TEXT, "<|end_of_text|>", "<eos>", "</s>")  # what the families call it
UNKNOWN = "<unk>"
SPACE = "▁"  # what SentencePiece writes for one
_EXPRESSION = re.compile(r'"Regex"\s*:\s*("(?:[^"\\]|\\.)*")')  # in a definition
LONGEST_PIECE = 32  # bytes; longer ones would be phrases learnt by heart
LEARNT_FROM = 8_000_000  # characters; pieces from more text are no better, and in Chinese take minutes to find

# A token of a word vocabulary keeps the space before it, so that joining tokens gives the text back. Scripts
# written without spaces count character by character; an inner apostrophe or hyphen belongs to its word.
_WORD = (
    rf"[{IN_WORD_VOCABULARY}]"
    rf"| ?[\p{{L}}\p{{M}}&&[^{IN_WORD_VOCABULARY}]]+(?:['’-][\p{{L}}\p{{M}}]+)*"
    r"| ?\p{N}+| ?[^\s\p{L}\p{M}\p{N}]|\s"
)


class Tokenizer:
    """A Hugging Face tokenizer (tokenizer.json) with what training and prediction ask of it."""

    def __init__(self, definition: str, vocabulary: int | None = None, ends: Iterable[int | str] = ()) -> None:
        """`vocabulary` is the network's, which may have room for more tokens than are used; `ends`, the numbers or
        names of tokens that end what a model writes, beside those that the families call so.

        Raises ReasonError where it has tokens beyond the `vocabulary` of a network, or the library's own error.
        """
        self.definition = definition
        with panic_told():
            self._tokenizer = tokenizers.Tokenizer.from_str(definition)
        # What a folder says of batches is nothing for a text, which is read whole.
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        numbers = self._tokenizer.get_vocab(with_added_tokens=True).values()
        self.vocabulary: int = vocabulary or len(numbers)
        beyond = sum(number >= self.vocabulary for number in numbers)
        if beyond:
            raise ReasonError(message("damage.more_words", count=beyond))
        named = (self._tokenizer.token_to_id(each) if isinstance(each, str) else each for each in ends)
        found = [token for token in named if token is not None and self._tokenizer.id_to_token(token) is not None]
        known = (self._tokenizer.token_to_id(name) for name in ENDS_OF_TEXT)
        # What stands between texts stays what the family calls so, whatever a model was taught to end its answers with.
        self.end_of_text: int | None = next((token for token in (*known, *found) if token is not None), None)
        self.ends: frozenset[int] = frozenset(found if self.end_of_text is None else [*found, self.end_of_text])

    @classmethod
    def from_file(cls, file: Path, vocabulary: int | None = None, ends: Iterable[int | str] = ()) -> Tokenizer:
        """Raises KnownError("model.damaged") where the file is no tokenizer."""
        try:
            return cls(read_text(file, MOST_VOCABULARY_BYTES), vocabulary, ends)
        except KnownError:
            raise
        except Exception as error:  # the library raises bare Exception
            detail = message("damage.in_config", file=file.name, detail=reason_of(error))
            raise KnownError("model.damaged", folder=file.parent, detail=detail) from error

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
    def begin(self) -> int | None:
        """The token that this family puts before every text; None for most."""
        plain, full = (self._encoded("a", special=added).ids for added in (False, True))
        begins = len(full) > len(plain) and full[0] in self._special
        return int(full[0]) if begins else None

    @cached_property
    def _may_panic(self) -> bool:
        """Whether it has rules of a stranger's that the library may give up on. Watching for that takes longer than
        reading a word."""
        stated = (json.loads(each) for each in _EXPRESSION.findall(self.definition))
        return '"Precompiled"' in self.definition or not {*stated} <= {_WORD, LLAMA3_WORDS, QWEN_WORDS}

    @property
    def between(self) -> tuple[int, ...]:
        """What stands between texts that do not follow on each other."""
        return tuple(token for token in (self.end_of_text, self.begin) if token is not None)

    @cached_property
    def is_byte_level(self) -> bool:
        return '"ByteLevel"' in json.dumps(json.loads(self.definition).get("decoder"))

    @cached_property
    def has_pieces(self) -> bool:
        """Whether a word may be several tokens; in a word vocabulary each is one."""
        return not isinstance(self._tokenizer.model, tokenizers.models.WordLevel)

    @cached_property
    def begins_with_space(self) -> bool:
        """Whether a text is read as if a space stood before it, as SentencePiece may do."""
        first = self._encoded("a").tokens[:1]
        return bool(first) and self.has_pieces and first[0][:1] in (SPACE, "Ġ")

    @cached_property
    def unknown(self) -> int | None:
        """The token that stands for any word outside the vocabulary; None where every text can be written."""
        if self.is_byte_level or json.loads(self.definition)["model"].get("byte_fallback"):
            return None
        token: int | None = self._tokenizer.token_to_id(UNKNOWN)
        return token

    @cached_property
    def pieces(self) -> tuple[bytes, ...]:
        """What each token writes, as UTF-8 (a byte-level token may be a part of a character); special tokens b""."""
        return tuple(self._written(token) for token in range(self.vocabulary))

    def _written(self, token: int) -> bytes:
        text: str = self._tokenizer.id_to_token(token) or ""
        if token in self._special:
            return b""
        characters = byte_of_character()
        if self.is_byte_level and all(character in characters for character in text):
            return bytes(characters[character] for character in text)
        byte = BYTE.fullmatch(text)
        if byte and self._has_bytes:
            return bytes([int(byte[1], 16)])
        return (text.replace(SPACE, " ") if self.has_pieces and not self.is_byte_level else text).encode()

    @cached_property
    def _has_bytes(self) -> bool:
        """Whether what has no token of its own is written by tokens of bytes, called <0x00> to <0xFF>."""
        said = json.loads(self.definition)
        return bool(said["model"].get("byte_fallback")) or '"ByteFallback"' in json.dumps(said.get("decoder"))

    @cached_property
    def _special(self) -> frozenset[int]:
        """Tokens that write nothing: marks of a conversation's turns among them."""
        added = self._tokenizer.get_added_tokens_decoder()
        marks = {token for token, content in added.items() if content.special or token in self.ends}
        return frozenset(
            {*marks, *(t for t in (self.end_of_text, self._tokenizer.token_to_id(UNKNOWN)) if t is not None)}
        )

    @property
    def whole(self) -> Tokenizer:
        """The one that knows the vocabulary, where this is a view of it."""
        return self

    @cached_property
    def special_names(self) -> dict[str, int]:
        """What the vocabulary calls the tokens that write nothing, such as the marks of a conversation's turns."""
        return {name: token for token in self._special if (name := self.name(token)) and name != UNKNOWN}

    @cached_property
    def chat(self) -> Chat:
        """How conversations are put down for its model: plainly, unless whoever opened it has said otherwise."""
        return chat_of({}, "" if self.end_of_text is None else self.name(self.end_of_text))

    @cached_property
    def unused(self) -> np.ndarray:
        """Which rows of the network's vocabulary are of no token: bool [vocabulary]."""
        return np.array([self._tokenizer.id_to_token(token) is None for token in range(self.vocabulary)])

    @cached_property
    def undrawn(self) -> np.ndarray:
        """Which tokens are never drawn, since they neither write anything nor end a text: bool [vocabulary]."""
        return np.array([not piece and token not in self.ends for token, piece in enumerate(self.pieces)])

    @cached_property
    def _of_text(self) -> tokenizers.Tokenizer:
        return text_tokenizer(self._tokenizer, self._special, UNKNOWN, has_bytes=self._has_bytes)

    def name(self, token: int) -> str:
        """What the vocabulary calls a token: of a special one, such as the end of a text, all that there is of it."""
        found: str | None = self._tokenizer.id_to_token(token)
        return found or ""

    def encode(self, text: str) -> np.ndarray:
        """Token numbers, int32, none of them of a special token: their names in a text are text."""
        return np.asarray(self._encoded(text).ids, dtype=np.int32)

    def spans(self, text: str) -> np.ndarray:
        """Where each token of `encode(text)` begins and ends in it, in characters: int32 [tokens, 2]."""
        offsets = self._encoded(text).offsets
        return np.asarray(offsets, dtype=np.int32).reshape(-1, 2)

    def _encoded(self, text: str, *, special: bool = False) -> tokenizers.Encoding:
        with panic_told(may_panic=self._may_panic):
            return (self._tokenizer if special else self._of_text).encode(text, add_special_tokens=special)

    def decode(self, tokens: Sequence[int] | np.ndarray) -> str:
        """The text; an incomplete character at either end becomes U+FFFD."""
        return b"".join(self.pieces[token] for token in tokens).decode("utf-8", errors="replace")


def _sampled(texts: Sequence[str], most: int) -> Iterator[str]:
    """Every n-th line of all texts, so that they are about `most` characters."""
    every = -(-sum(map(len, texts)) // most)
    for text in texts:
        yield "\n".join(text.split("\n")[:: max(1, every)])


@lru_cache(maxsize=1)
def byte_of_character() -> dict[str, int]:
    """The inverse of GPT-2's alphabet: printable characters stand for themselves, other bytes follow from U+0100."""
    printable = [*range(ord("!"), ord("~") + 1), *range(ord("¡"), ord("¬") + 1), *range(ord("®"), ord("ÿ") + 1)]
    others = [byte for byte in range(256) if byte not in printable]
    return {chr(byte): byte for byte in printable} | {chr(256 + index): byte for index, byte in enumerate(others)}
