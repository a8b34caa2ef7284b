"""The names of classes that a Parquet file keeps as numbers, as the library “datasets” of Hugging Face writes them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from workbench.corpora.reading.formats.flattening import Row

_KEY, _DEEPEST = b"huggingface", 5


def class_names(metadata: Mapping[bytes, bytes] | None) -> dict[str, tuple[str, ...]]:
    """Of each column of numbers the names that these stand for; {} where the file says of none."""
    try:
        features = json.loads((metadata or {})[_KEY])["info"]["features"]
    except (KeyError, TypeError, ValueError, RecursionError):
        return {}
    return dict(_named("", features, 0))


def with_names(row: Row, names: Mapping[str, tuple[str, ...]]) -> Row:
    """The names in place of the numbers, in lists too; what stands for none, as -1 does, is no label."""
    known = names.keys() & row.keys()
    return {**row, **{column: _in_names(row[column], names[column]) for column in known}} if known else row


def _named(name: str, feature: Any, depth: int) -> Iterator[tuple[str, tuple[str, ...]]]:
    if isinstance(feature, list) and len(feature) == 1:  # a list of what stands in it
        yield from _named(name, feature[0], depth + 1)
    elif isinstance(feature, Mapping) and depth < _DEEPEST:
        names = feature.get("names")
        if feature.get("_type") == "ClassLabel" and isinstance(names, list):
            yield name, tuple(map(str, names))
        elif isinstance(feature.get("_type"), str):
            yield from _named(name, feature.get("feature"), depth + 1)
        else:
            for key, inner in feature.items():
                yield from _named(f"{name}.{key}".lstrip("."), inner, depth + 1)


def _in_names(cell: str, names: tuple[str, ...]) -> str:
    numbers = cell.split("\n")
    return "\n".join(names[int(each)] if each.isdecimal() and int(each) < len(names) else "" for each in numbers)
