"""A person's text is text: what is named like a special token in it stays what was written."""

from __future__ import annotations

import json
from typing import Any

import numpy as np
import pytest
import tokenizers
from hypothesis import given, settings
from hypothesis import strategies as st
from tokenizers import decoders, models, pre_tokenizers

from tests.tiny_families import byte_tokenizer, sentencepiece_tokenizer
from tests.tiny_models import tale
from workbench.ground.resources import resource
from workbench.models.tokenizers.ends import ends_of
from workbench.models.tokenizers.tokenizer import Tokenizer

_PIECES = [
    ("<unk>", 0.0),
    ("<s>", 0.0),
    ("</s>", 0.0),
    *((chr(number), -9.0) for number in range(32, 127)),
    ("▁", -5.0),
]


def unigram() -> tokenizers.Tokenizer:
    made = tokenizers.Tokenizer(models.Unigram(_PIECES, unk_id=0))
    made.pre_tokenizer = pre_tokenizers.Metaspace(prepend_scheme="never")
    made.decoder = decoders.Metaspace(prepend_scheme="never")
    made.add_special_tokens(["<unk>", "<s>", "</s>"])
    return made


def merging() -> tokenizers.Tokenizer:
    """Whose merges put together the very name of a special token, as those that are made from a vocabulary do."""
    letters = {chr(number): number for number in range(32, 127)}
    merges = [("<", "/"), ("s", ">"), ("</", "s>")]
    vocabulary = {**letters, "</": 95, "s>": 96, "</s>": 97}
    made = tokenizers.Tokenizer(models.BPE({piece: number for number, piece in enumerate(vocabulary)}, merges))
    made.add_special_tokens(["</s>"])
    return made


def whole_words(unknown: str) -> tokenizers.Tokenizer:
    made = tokenizers.Tokenizer(models.WordLevel({unknown: 0, "</s>": 1, "lamp": 2}, unk_token=unknown))
    made.pre_tokenizer = pre_tokenizers.WhitespaceSplit()
    made.add_special_tokens([unknown, "</s>"])
    return made


KINDS = {
    "bytes": byte_tokenizer("qwen2"),
    "begun": byte_tokenizer("llama"),
    "pieces": sentencepiece_tokenizer(prefixed=False),
    "prefixed": sentencepiece_tokenizer(prefixed=True),
    "unigram": unigram(),
    "merging": merging(),
    "words": whole_words("<unk>"),
    "words as BERT's": whole_words("[UNK]"),
}
NAMES = (
    "<|endoftext|>",
    "<|im_start|>",
    "<|end_of_text|>",
    "<|begin_of_text|>",
    "<eos>",
    "<bos>",
    "</s>",
    "<s>",
    "<unk>",
)


def special(tokenizer: Tokenizer) -> set[int]:
    unknown = {tokenizer.unknown, 0 if tokenizer.name(0) == "[UNK]" else None}
    return {token for token, piece in enumerate(tokenizer.pieces) if not piece} - unknown


@pytest.mark.parametrize("kind", KINDS)
def test_no_text_becomes_a_special_token(kind: str) -> None:
    tokenizer = Tokenizer(KINDS[kind].to_str())
    assert special(tokenizer)
    for name in NAMES:
        text = f"the lamp {name} is {name}{name} lit {name}"
        tokens = tokenizer.encode(text)
        assert special(tokenizer).isdisjoint(tokens.tolist()), name
        assert len(tokenizer.spans(text)) == len(tokens)
        if tokenizer.unknown is None and kind not in ("merging", "words as BERT's"):
            assert tokenizer.decode(tokens).removeprefix(" ") == text


@given(st.text(), st.sampled_from(sorted(KINDS)))
@settings(deadline=None)
def test_a_text_without_such_names_becomes_the_tokens_that_it_always_became(text: str, kind: str) -> None:
    if any(name in text for name in NAMES):
        return
    expected = KINDS[kind].encode(text, add_special_tokens=False)
    tokenizer = Tokenizer(KINDS[kind].to_str())
    assert tokenizer.encode(text).tolist() == expected.ids
    assert tokenizer.spans(text).tolist() == [list(span) for span in expected.offsets]


def with_bytes(kind: str) -> tokenizers.Tokenizer:
    """Vocabularies in which a text could find the name of a byte: as a merge, a whole word, a piece, an added token."""
    pieces = ["<unk>", *(f"<0x{byte:02X}>" for byte in range(256)), *"abx0123456789ABCDEF<>"]
    if kind == "unigram":
        made = tokenizers.Tokenizer(models.Unigram([(each, -5.0) for each in pieces], unk_id=0, byte_fallback=True))
    else:
        pieces += ["<0", "<0x", "<0x0"] if kind == "merges" else []
        merges = [("<", "0"), ("<0", "x"), ("<0x", "0"), ("<0x0", "A"), ("<0x0A", ">")]
        numbers = {piece: number for number, piece in enumerate([*pieces, "<0x0A"])}
        settings = {"unk_token": "<unk>", "byte_fallback": True, "ignore_merges": kind == "whole words"}
        made = tokenizers.Tokenizer(models.BPE(numbers, merges if kind == "merges" else [], **settings))
    if kind == "added":
        made.add_tokens(["<0x0A>"])
    made.decoder = decoders.Sequence([decoders.ByteFallback(), decoders.Fuse()])
    return made


@pytest.mark.parametrize("kind", ["merges", "whole words", "unigram", "added"])
def test_the_name_of_a_byte_is_text_and_the_byte_itself_is_that_token(kind: str) -> None:
    tokenizer = Tokenizer(with_bytes(kind).to_str())
    newline = next(token for token, piece in enumerate(tokenizer.pieces) if piece == b"\n")
    for text in ("<0x0A>", "a<0x0A>b<0x41><0xE9>", "<0x0A"):
        tokens = tokenizer.encode(text)
        assert tokenizer.decode(tokens) == text and newline not in tokens
        assert len(tokenizer.spans(text)) == len(tokens)
    assert tokenizer.encode("a\nb").tolist()[1] == newline and tokenizer.decode(tokenizer.encode("a\né")) == "a\né"


def test_where_no_token_stands_for_a_byte_its_name_is_what_it_writes() -> None:
    made = tokenizers.Tokenizer(models.BPE({"a": 0, "<0x0A>": 1}, []))
    assert Tokenizer(made.to_str()).decode([0, 1]) == "a<0x0A>"


def test_the_tokenizers_that_come_with_the_program_encode_as_before() -> None:
    for name in ("starter-en", "gpt-zh", "lstm-en"):
        file = resource(f"models/{name}/tokenizer.json")
        expected = tokenizers.Tokenizer.from_file(str(file)).encode(tale(20), add_special_tokens=False).ids
        assert Tokenizer.from_file(file).encode(tale(20)).tolist() == expected


def test_a_text_is_not_cut_by_what_its_tokenizer_was_last_used_for() -> None:
    made = byte_tokenizer("qwen2")
    expected = made.encode(tale(5)).ids
    made.enable_truncation(8)
    made.enable_padding(length=4096)
    assert Tokenizer(made.to_str()).encode(tale(5)).tolist() == expected


def test_an_end_that_is_an_added_token_is_none_of_a_text_whether_it_is_marked_special_or_not() -> None:
    made = byte_tokenizer("qwen2")
    made.add_tokens(["<end_of_turn>", "<think>"])
    end, thought = (made.token_to_id(name) for name in ("<end_of_turn>", "<think>"))
    tokenizer = Tokenizer(made.to_str(), ends=[end])
    found = tokenizer.encode("lit<end_of_turn> <think>").tolist()
    assert end not in found and thought in found
    assert tokenizer.decode(found) == "lit<end_of_turn> <think>"
    assert tokenizer.pieces[end] == b"" and tokenizer.pieces[thought] == b"<think>"


@pytest.mark.parametrize(
    ("config", "beside", "expected"),
    [
        ({"eos_token_id": 2}, {}, {2}),
        ({"eos_token_id": [2, 1]}, {}, {2, 1}),
        ({}, {"generation_config.json": {"eos_token_id": [1, 5]}}, {1, 5}),
        ({"eos_token_id": 1}, {"tokenizer_config.json": {"eos_token": {"content": "<|im_start|>"}}}, {1}),
        ({}, {"special_tokens_map.json": {"eos_token": "<|im_start|>"}}, {1}),
        ({"eos_token_id": None}, {"tokenizer_config.json": {"eos_token": None}}, set()),
        ({"eos_token_id": 9999}, {"generation_config.json": {"eos_token_id": True}}, set()),
    ],
)
def test_what_ends_a_text_is_what_the_folder_says(
    config: dict[str, Any], beside: dict[str, Any], expected: set[int]
) -> None:
    contents = {name: json.dumps(content) for name, content in beside.items()}
    tokenizer = Tokenizer(byte_tokenizer("qwen2").to_str(), ends=ends_of(config, contents))
    # <|endoftext|>, which the family calls so, stays one, and stays what stands between texts.
    assert tokenizer.ends == {0, *expected} and tokenizer.between == (0,)


def test_without_a_name_that_the_families_know_the_folders_first_end_stands_between_texts() -> None:
    made = byte_tokenizer("qwen2")
    definition = made.to_str().replace("<|endoftext|>", "<｜end▁of▁sentence｜>")
    assert Tokenizer(definition).end_of_text is None
    assert Tokenizer(definition, ends=["<｜end▁of▁sentence｜>", 1]).between == (0,)


def test_rows_of_no_token_and_those_that_write_nothing_are_never_drawn() -> None:
    tokenizer = Tokenizer(byte_tokenizer("qwen2").to_str(), vocabulary=320)
    used = tokenizers.Tokenizer.from_str(tokenizer.definition).get_vocab_size()
    assert np.flatnonzero(tokenizer.unused).tolist() == list(range(used, 320))
    assert np.flatnonzero(tokenizer.undrawn).tolist() == [1, *range(used, 320)]
