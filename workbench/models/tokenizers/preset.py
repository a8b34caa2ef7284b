"""The tokenizer of a Keras preset folder, said as a tokenizer.json says it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import tokenizers
from tokenizers import decoders, models, normalizers, pre_tokenizers, processors

from workbench.models.tokenizers.tokenizer import SPACE, Tokenizer

ASSETS = "assets/tokenizer"


def preset_tokenizer(folder: Path, vocabulary_size: int, words: str | None, begin: str | None) -> Tokenizer:
    """Of a preset. Raises OSError, ValueError or KeyError where its vocabulary is not there.

    `words` is an expression that tells them apart, where that is not done as GPT-2 does; `begin`, the token before
    every text.
    """
    proto = folder / ASSETS / "vocabulary.spm"
    if proto.is_file():
        return of_sentencepiece(proto.read_bytes(), vocabulary_size)
    vocabulary = json.loads((folder / ASSETS / "vocabulary.json").read_text(encoding="utf-8"))
    merges = (folder / ASSETS / "merges.txt").read_text(encoding="utf-8").splitlines()
    pairs = [(left, right) for left, _, right in (line.partition(" ") for line in merges if line[:8] != "#version")]
    made = tokenizers.Tokenizer(models.BPE(vocab=vocabulary, merges=pairs))
    bytes_of = pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=words is None)
    made.pre_tokenizer = (
        pre_tokenizers.Sequence([pre_tokenizers.Split(tokenizers.Regex(words), "isolated"), bytes_of])
        if words
        else bytes_of
    )
    made.decoder = decoders.ByteLevel()
    made.add_special_tokens([token for token in vocabulary if token.startswith("<|") and token.endswith("|>")])
    if begin in vocabulary:
        made.post_processor = processors.TemplateProcessing(
            single=f"{begin} $A", special_tokens=[(begin, vocabulary[begin])]
        )
    return Tokenizer(made.to_str(), vocabulary_size)


def of_sentencepiece(proto: bytes, vocabulary: int) -> Tokenizer:
    """A SentencePiece model of the byte-pair kind (Kudo & Richardson, 2018), as a tokenizer.json says it.

    Its file keeps no merges: two pieces merge where their joining is a piece, the most probable first.
    """
    from sentencepiece import sentencepiece_model_pb2 as formats  # noqa: PLC0415 - few models need it

    model: Any = formats.ModelProto.FromString(proto)  # type: ignore[attr-defined]
    numbers = {piece.piece: number for number, piece in enumerate(model.pieces)}
    normal = {piece.piece: piece.score for piece in model.pieces if piece.type == piece.NORMAL}
    made = of_scores(numbers, normal, prefixed=model.normalizer_spec.add_dummy_prefix)
    made.add_special_tokens(
        [piece.piece for piece in model.pieces if piece.type in (piece.CONTROL, piece.UNKNOWN, piece.USER_DEFINED)]
    )
    begin = next((token for token in ("<bos>", "<s>") if token in numbers), None)
    if begin:
        made.post_processor = processors.TemplateProcessing(
            single=f"{begin} $A", special_tokens=[(begin, numbers[begin])]
        )
    return Tokenizer(made.to_str(), vocabulary)


def of_scores(numbers: dict[str, int], normal: dict[str, float], *, prefixed: bool) -> tokenizers.Tokenizer:
    """Of all pieces by their numbers, and those that others are joined to with their scores; `prefixed`: whether a
    space is put before a text. Special tokens are still to be added."""
    merges = []
    for whole, score in normal.items():
        cuts = ((whole[:place], whole[place:]) for place in range(1, len(whole)))
        found = [(left, right) for left, right in cuts if left in normal and right in normal]
        merges += [(-score, numbers[left], numbers[right], left, right) for left, right in found]
    pairs = [(left, right) for _, _, _, left, right in sorted(merges)]
    made = tokenizers.Tokenizer(
        models.BPE(vocab=numbers, merges=pairs, unk_token="<unk>", fuse_unk=True, byte_fallback=True)
    )
    spaces = normalizers.Replace(" ", SPACE)
    made.normalizer = normalizers.Sequence([normalizers.Prepend(SPACE), spaces]) if prefixed else spaces
    steps = [decoders.Replace(SPACE, " "), decoders.ByteFallback(), decoders.Fuse()]
    made.decoder = decoders.Sequence([*steps, decoders.Strip(" ", 1, 0)] if prefixed else steps)
    return made
