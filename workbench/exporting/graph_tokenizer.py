"""A tokenizer as TensorFlow operations, so that a SavedModel takes text without any other library beside it.

It makes the tokens that `tokenizers` makes from the same tokenizer.json: words are told apart by regular expressions,
then put together from bytes by the merges of byte-pair encoding (Sennrich et al., 2016), the earliest learnt first, or
looked up in a vocabulary of words. TensorFlow's expressions know neither look-ahead nor differences of classes, so
what those would part is marked beforehand.
"""

from __future__ import annotations

import json
from functools import cache
from itertools import chain
from typing import Any

from workbench.ground.scripts import IN_WORD_VOCABULARY
from workbench.messages.errors import KnownError
from workbench.models.tokenizers.tokenizer import END_OF_TEXT, UNKNOWN, Tokenizer, byte_of_character

# Characters that no text has, as the Unicode standard keeps them out of texts (noncharacters).
CUT, ALONE = "\ufdd0", "\ufdd2"

_SPACE = r"\t-\r\x{85}\p{Z}"  # all that Unicode calls white space; here \s is ASCII alone
# All planes of Unicode in which characters have been given a meaning.
_CHARACTERS = (range(0xD800), range(0xE000, 0x40000), range(0xE0000, 0xE1000))


class GraphTokenizer:
    """Call it in a graph with one text; it returns the numbers of its tokens, int32 [tokens].

    It keeps lookup tables, which have to be attributes of whatever is saved. Raises KnownError("export.tokenizer")
    for a tokenizer that it could not imitate exactly.
    """

    def __init__(self, tokenizer: Tokenizer) -> None:
        definition = json.loads(tokenizer.definition)
        kind = definition["model"]["type"]
        self._has_words = kind == "WordLevel"
        self.tables: list[Any]
        if kind == "WordLevel" and _is_plain(definition, "Split"):
            self.tables = [_words_table(definition["model"]["vocab"])]
        elif kind == "BPE" and _is_plain(definition, "ByteLevel") and not _is_bent(definition["model"]):
            vocabulary: dict[str, int] = definition["model"]["vocab"]
            self._size = len(vocabulary)
            self._bytes = _byte_tokens(vocabulary)
            self._written = _bytes_written(definition)
            self.tables = [_merges_table(definition["model"]["merges"], vocabulary)]
        else:
            raise KnownError("export.tokenizer", kind=kind)

    def __call__(self, text: Any) -> Any:
        import tensorflow as tf

        words = self._parted(text)
        if self._has_words:
            return tf.cast(self.tables[0].lookup(words), tf.int32)
        return self._merged(words)

    def with_lengths(self, text: Any) -> tuple[Any, Any]:
        """The tokens, and how many bytes of the text each of them is: int32 [tokens] both."""
        import tensorflow as tf

        tokens = self(text)
        if not self._has_words:
            return tokens, tf.gather(tf.constant(self._written, tf.int32), tokens)
        return tokens, tf.strings.length(self._parted(text))

    def _parted(self, text: Any) -> Any:
        """The words of a text, [words]; what looks like a special token is text."""
        import tensorflow as tf

        def marked(text: Any, pattern: str, replacement: str) -> Any:
            return tf.strings.regex_replace(text, pattern, replacement)

        text = marked(text, f"[{CUT}{ALONE}]", "")
        if self._has_words:
            text = marked(text, f"([{_spelled(IN_WORD_VOCABULARY)}])", rf"{ALONE}\1")
            text = marked(marked(text, f"({_words()})", rf"\1{CUT}"), ALONE, "")
        else:
            text = marked(text, f"([{_SPACE}])([^{_SPACE}{CUT}])", rf"{CUT}\1\2")
            text = marked(text, f"({_pieces()})", rf"\1{CUT}")
        words = tf.strings.split(tf.reshape(text, [1]), CUT).values
        return tf.boolean_mask(words, words != "")

    def _merged(self, words: Any) -> Any:
        """The tokens of words: of each word's neighbours the pair that was learnt first becomes one, again and again.

        All words at once, one merge of each in a round; the leftmost of equal pairs first, as the library does.
        """
        import tensorflow as tf

        lengths = tf.strings.length(words)
        longest = tf.maximum(tf.reduce_max(tf.concat([lengths, [1]], 0)), 1)
        read = tf.io.decode_raw(words, tf.uint8, fixed_length=longest)
        inside = tf.sequence_mask(lengths, longest)
        rows = tf.where(inside, tf.gather(tf.constant(self._bytes, tf.int64), tf.cast(read, tf.int32)), -1)
        never = tf.int64.max

        def ranks(rows: Any) -> Any:
            left, right = rows[:, :-1], rows[:, 1:]
            found = self.tables[0].lookup(left * self._size + right)
            return tf.where((left >= 0) & (right >= 0), found, never)

        def merge(rows: Any, found: Any) -> Any:
            first = tf.argmin(found, 1, output_type=tf.int32)[:, None]
            best = tf.reduce_min(found, 1)[:, None]
            places = tf.broadcast_to(tf.range(tf.shape(rows)[1])[None], tf.shape(rows))
            behind = tf.pad(rows[:, 1:], [[0, 0], [0, 1]], constant_values=-1)
            closed = tf.where(places > first, behind, rows)
            closed = tf.where(places == first, best % self._size, closed)
            rows = tf.where(best < never, closed, rows)
            rows = rows[:, : tf.maximum(tf.reduce_max(tf.reduce_sum(tf.cast(rows >= 0, tf.int32), 1)), 1)]
            return rows, ranks(rows)

        rows, _ = tf.while_loop(
            lambda _, found: tf.reduce_any(found < never),
            merge,
            (rows, ranks(rows)),
            shape_invariants=(tf.TensorShape([None, None]), tf.TensorShape([None, None])),
        )
        return tf.cast(tf.boolean_mask(rows, rows >= 0), tf.int32)


def _pieces() -> str:
    """GPT-2's way to tell words apart; the last of several spaces belongs to the word behind and is marked before."""
    letters, numbers = _spelled(r"\p{L}"), _spelled(r"\p{N}")
    return rf"'s|'t|'re|'ve|'m|'ll|'d| ?[{letters}]+| ?[{numbers}]+| ?[^{_SPACE}{letters}{numbers}{CUT}]+|[{_SPACE}]+"


def _words() -> str:
    """As `Tokenizer.of_words` tells them apart; each character of a script without spaces has ALONE before it."""
    letters, numbers = _spelled(r"\p{L}\p{M}"), _spelled(r"\p{N}")
    return (
        rf"{ALONE}[{letters}{numbers}]| ?[{letters}]+(?:['’-](?:{ALONE}?[{letters}])+)*| ?[{numbers}]+"
        rf"| ?[^{_SPACE}{letters}{numbers}{CUT}{ALONE}]|{ALONE}?[{_SPACE}]"
    )


@cache
def _spelled(inside: str) -> str:
    """The inside of a class, with each character that `tokenizers` counts to it: TensorFlow's expressions know an older
    Unicode, and would take thousands of letters for marks."""
    import tokenizers

    characters = "".join(map(chr, chain(*_CHARACTERS)))
    found = tokenizers.normalizers.Replace(tokenizers.Regex(f"[^{inside}]"), "").normalize_str(characters)
    ranges: list[list[int]] = []
    for code in map(ord, found):
        if ranges and code == ranges[-1][1] + 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    return "".join(rf"\x{{{first:x}}}-\x{{{last:x}}}" for first, last in ranges)


def _is_plain(definition: dict[str, Any], cut: str) -> bool:
    """Whether nothing but one known way to tell words apart comes before the vocabulary."""
    before = definition.get("pre_tokenizer") or {}
    plain = before.get("type") == cut and not before.get("add_prefix_space") and before.get("use_regex", True)
    added = {token["content"] for token in definition.get("added_tokens", ())}
    return bool(plain) and definition.get("normalizer") is None and added <= {END_OF_TEXT, UNKNOWN}


def _is_bent(model: dict[str, Any]) -> bool:
    """Whether byte-pair encoding is used with one of its variations."""
    return any(
        model.get(name) for name in ("dropout", "continuing_subword_prefix", "end_of_word_suffix", "ignore_merges")
    )


def _byte_tokens(vocabulary: dict[str, int]) -> list[int]:
    """The token of each of the 256 bytes."""
    characters = {byte: character for character, byte in byte_of_character().items()}
    return [vocabulary[characters[byte]] for byte in range(256)]


def _bytes_written(definition: dict[str, Any]) -> list[int]:
    """How many bytes each token writes: a character of the vocabulary is one."""
    lengths = {number: len(piece) for piece, number in definition["model"]["vocab"].items()}
    lengths |= {token["id"]: len(token["content"].encode()) for token in definition.get("added_tokens", ())}
    return [lengths.get(number, 0) for number in range(max(lengths) + 1)]


def _merges_table(merges: list[Any], vocabulary: dict[str, int]) -> Any:
    """(left, right) as one number → how early it was learnt and what becomes of it, as one number."""
    import tensorflow as tf

    size = len(vocabulary)
    keys, values = [], []
    for rank, merge in enumerate(merges):
        left, right = merge.split(" ") if isinstance(merge, str) else merge
        keys.append(vocabulary[left] * size + vocabulary[right])
        values.append(rank * size + vocabulary[left + right])
    return tf.lookup.StaticHashTable(
        tf.lookup.KeyValueTensorInitializer(tf.constant(keys, tf.int64), tf.constant(values, tf.int64)),
        default_value=tf.int64.max,
    )


def _words_table(vocabulary: dict[str, int]) -> Any:
    import tensorflow as tf

    words = list(vocabulary)
    numbers = tf.constant([vocabulary[word] for word in words], tf.int64)
    return tf.lookup.StaticHashTable(
        tf.lookup.KeyValueTensorInitializer(tf.constant(words), numbers), default_value=vocabulary[UNKNOWN]
    )
