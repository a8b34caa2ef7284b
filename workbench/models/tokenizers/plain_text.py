"""Cutting a person's text, in which nothing is a special token: what looks like one's name was written by a person.

A tokenizer looks for the names of its special tokens in a text before anything else, and some vocabularies hold them
as pieces besides. Special tokens are put in by the program alone, by their numbers.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection
from typing import Any

import tokenizers
from tokenizers import Regex, pre_tokenizers

_NEVER = "\ufdd0"  # a noncharacter of Unicode, which no text has
BYTE = re.compile(r"<0x([0-9A-F]{2})>")  # a token that writes a part of a character
_FIRST_OF_BYTE = "<(?=0x[0-9A-F]{2}>)"  # the beginning of its name


def text_tokenizer(
    full: tokenizers.Tokenizer, special: Collection[int], unknown: str, *, has_bytes: bool
) -> tokenizers.Tokenizer:
    """One that makes of every text the tokens that `full` makes of it, but none that is `special`, nor, where the
    vocabulary `has_bytes`, any that writes a byte for the name of that. The token called `unknown` still stands for
    what cannot be written."""
    content = json.loads(full.to_str())  # in which all is there that a file may leave out
    added = content["added_tokens"]
    bytes_added = {token["id"] for token in added if has_bytes and BYTE.fullmatch(token["content"])}
    changed = _marked(added, {*special, *bytes_added}) | _hidden(content["model"], special, unknown)
    made = tokenizers.Tokenizer.from_str(json.dumps(content)) if changed else full
    made.encode_special_tokens = True
    if has_bytes:  # which the model looks up by their names, so that they keep them: no text has one in one piece
        apart = pre_tokenizers.Split(Regex(_FIRST_OF_BYTE), "merged_with_previous")
        before = made.pre_tokenizer
        made.pre_tokenizer = apart if before is None else pre_tokenizers.Sequence([before, apart])
    return made


def _marked(added: list[dict[str, Any]], special: Collection[int]) -> bool:
    """Whether a token that is special is not marked so; now it is."""
    unmarked = [token for token in added if token["id"] in special and not token["special"]]
    for token in unmarked:
        token["special"] = True
    return bool(unmarked)


def _hidden(model: dict[str, Any], special: Collection[int], unknown: str) -> bool:
    """Whether pieces of a vocabulary that are special could be found in a text; now they have names that none has."""
    if model["type"] == "Unigram":
        for number in special:
            if number < len(model["vocab"]):
                piece, score = model["vocab"][number]
                model["vocab"][number] = [_NEVER + piece, score]
        return True
    vocabulary: dict[str, int] = model["vocab"]
    # The model looks up the one that stands for what cannot be written.
    kept = {unknown, model.get("unk_token")}
    names = {piece for piece, number in vocabulary.items() if number in special} - kept
    if model["type"] == "BPE":
        pairs = [tuple(pair.split(" ", 1)) if isinstance(pair, str) else tuple(pair) for pair in model["merges"]]
        found = [pair for pair in pairs if names.isdisjoint(pair) and pair[0] + pair[1] not in names | kept]
        if len(found) == len(pairs) and not model.get("ignore_merges"):
            return False
        model["merges"] = found
    model["vocab"] = {_NEVER + piece if piece in names else piece: number for piece, number in vocabulary.items()}
    return bool(names)
