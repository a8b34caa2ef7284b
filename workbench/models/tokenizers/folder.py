"""The tokenizer of a folder in the Hugging Face layout: a tokenizer.json, or one of the forms that came before it.

These are the vocabulary and the merges of a byte-level tokenizer, and the model of SentencePiece's byte-pair kind. What
`transformers` would read of another way is refused by its name.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import tokenizers
from tokenizers import AddedToken, decoders, models, normalizers, pre_tokenizers

from workbench.ground.answers import dictionary
from workbench.messages.errors import KnownError, ReasonError, reason_of
from workbench.messages.message import message
from workbench.models.small_files import MOST_VOCABULARY_BYTES, read_json, read_text, refuse_pointer
from workbench.models.tokenizers.preset import of_sentencepiece
from workbench.models.tokenizers.tokenizer import END_OF_TEXT, Tokenizer
from workbench.models.tokenizers.word_patterns import QWEN_WORDS

WHOLE, VOCABULARY, MERGES, SENTENCEPIECE = "tokenizer.json", "vocab.json", "merges.txt", "tokenizer.model"
SETTINGS, ADDED = "tokenizer_config.json", "added_tokens.json"
FORMS = ((WHOLE,), (VOCABULARY, MERGES), (SENTENCEPIECE,))  # that are read, each the files that are all needed
# Those that are not, and are named.
OLDER = (SENTENCEPIECE, VOCABULARY, "vocab.txt", "spiece.model", "sentencepiece.bpe.model", "tekken.json")
GPT2, QWEN2 = "GPT2Tokenizer", "Qwen2Tokenizer"  # classes of transformers
_OF_BYTE_PAIRS, _AS_WRITTEN = 2, "identity"  # in the model of SentencePiece
_NAMED = ("bos_token", "eos_token", "unk_token", "pad_token")
_FLAGS = ("lstrip", "rstrip", "single_word", "normalized", "special")


def files_of_tokenizer(folder: Path) -> list[Path]:
    """Those that decide it, as far as they are there; none where it has none that can be read."""
    for names in FORMS:
        if all((folder / name).is_file() for name in names):
            return [folder / name for name in names]
    return []


def older_form(folder: Path) -> str | None:
    """A file that says that there is a tokenizer, although none can be read."""
    return next((name for name in OLDER if (folder / name).is_file()), None)


def folder_tokenizer(folder: Path, vocabulary: int, of_family: str | None, ends: Sequence[int | str]) -> Tokenizer:
    """With as many tokens as its network; `of_family` is the class that is meant where the folder names none, and
    `ends` are as Tokenizer takes them.

    Raises KnownError: model.damaged, model.pointer, model.old_tokenizer.
    """
    first = next(iter(files_of_tokenizer(folder)), folder / WHOLE)
    if first.name == WHOLE:
        return Tokenizer.from_file(first, vocabulary, ends)
    try:
        if first.name == SENTENCEPIECE:
            return Tokenizer(_of_sentencepiece(first, vocabulary).definition, vocabulary, ends)
        return Tokenizer(_of_merges(folder, vocabulary, of_family).definition, vocabulary, ends)
    except (OSError, ValueError) as error:
        detail = message("damage.in_config", file=first.name, detail=reason_of(error))
        raise KnownError("model.damaged", folder=folder, detail=detail) from error


def _of_merges(folder: Path, vocabulary: int, of_family: str | None) -> Tokenizer:
    settings = read_json(folder / SETTINGS) if (folder / SETTINGS).is_file() else {}
    kind = str(settings.get("tokenizer_class") or of_family).removesuffix("Fast")
    if kind not in (GPT2, QWEN2):
        raise KnownError("model.old_tokenizer", folder=folder, file=VOCABULARY)
    numbers = json.loads(read_text(folder / VOCABULARY, MOST_VOCABULARY_BYTES))
    lines = read_text(folder / MERGES, MOST_VOCABULARY_BYTES).replace("\r\n", "\n").split("\n")
    pairs = [(left, right) for left, _, right in (line.partition(" ") for line in lines if line[:8] != "#version")]
    try:
        made = tokenizers.Tokenizer(models.BPE(vocab=numbers, merges=[pair for pair in pairs if all(pair)]))
    except Exception as error:  # the library raises bare Exception
        raise ReasonError(message("damage.vocabulary")) from error
    by_bytes = pre_tokenizers.ByteLevel(add_prefix_space=bool(settings.get("add_prefix_space")), use_regex=kind == GPT2)
    if kind == QWEN2:
        made.normalizer = normalizers.NFC()
        words = pre_tokenizers.Split(tokenizers.Regex(QWEN_WORDS), "isolated")
        made.pre_tokenizer = pre_tokenizers.Sequence([words, by_bytes])
    else:
        made.pre_tokenizer = by_bytes
    made.decoder = decoders.ByteLevel()
    _add(made, dict(_added(folder, settings)))
    made.add_special_tokens([name for name in _marks(settings) if made.token_to_id(name) is not None])
    return Tokenizer(made.to_str(), vocabulary)


def _added(folder: Path, settings: dict[str, Any]) -> Iterator[tuple[int, AddedToken]]:
    """Tokens besides the vocabulary, by their numbers."""
    older = read_json(folder / ADDED) if (folder / ADDED).is_file() else {}
    for name, given in older.items():
        if isinstance(given, int):
            yield given, AddedToken(name, special=True, normalized=False)
    for number, stored in dictionary(settings.get("added_tokens_decoder")).items():
        said = dictionary(stored)
        content = said.get("content")
        if isinstance(content, str) and number.isdecimal():
            flags = {flag: said[flag] for flag in _FLAGS if isinstance(said.get(flag), bool)}
            yield int(number), AddedToken(content, **flags)


def _marks(settings: dict[str, Any]) -> Iterator[str]:
    """Tokens that write nothing, whichever the vocabulary has of them."""
    yield END_OF_TEXT
    further = settings.get("additional_special_tokens")
    said = [settings.get(name) for name in _NAMED] + (further if isinstance(further, list) else [])
    for each in said:
        named = each if isinstance(each, str) else dictionary(each).get("content")
        if isinstance(named, str):
            yield named


def _add(made: tokenizers.Tokenizer, added: dict[int, AddedToken]) -> None:
    """Raises ReasonError where one would not get the number that it has in the network."""
    for number, token in sorted(added.items()):
        made.add_special_tokens([token]) if token.special else made.add_tokens([token])
        if made.token_to_id(token.content) != number:
            raise ReasonError(message("damage.added_token", token=token.content, number=number))


def _of_sentencepiece(file: Path, vocabulary: int) -> Tokenizer:
    """Raises KnownError("model.old_tokenizer") for one of another kind, such as Llama 3's own form."""
    from sentencepiece import sentencepiece_model_pb2 as formats  # noqa: PLC0415 - few models need it

    refuse_pointer(file)
    proto = file.read_bytes()
    try:
        model: Any = formats.ModelProto.FromString(proto)  # type: ignore[attr-defined]
        known = model.trainer_spec.model_type == _OF_BYTE_PAIRS and model.normalizer_spec.name == _AS_WRITTEN
    except Exception:  # protobuf's own kind, of which no types are known
        known = False
    if not known:
        raise KnownError("model.old_tokenizer", folder=file.parent, file=file.name)
    return of_sentencepiece(proto, vocabulary)
