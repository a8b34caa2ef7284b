"""A corpus's contents as the JSON columns of its row, and back; what older versions did not store gets its default."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from cattrs import Converter
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

from workbench.ground import records
from workbench.messages.message import Message, fields_from_json, fields_to_json, from_json, to_json
from workbench.store.tables import CorpusRow
from workbench.values.corpus import CorpusContents, LeakReport, SkippedFile, SourceFile, Split, Statistics
from workbench.values.importing import Reading, SplitBy, StepSetting
from workbench.values.labels import Labels

# Of a text whose row cannot be read.
NO_CONTENTS = CorpusContents(
    (), (), {}, 0, Statistics(0, 0, 0, 0, 0, 0, 0, (), dict.fromkeys(Split, 0)), sha256="",
)  # fmt: skip


@dataclass(frozen=True)
class _Cleaning:
    removed: dict[str, int]
    recipe: tuple[StepSetting, ...] = ()
    split_by: SplitBy = SplitBy.BLOCKS
    leaks: LeakReport = LeakReport()
    without_labels: Message | None = None
    written_by: str = ""
    left_out: int = 0
    is_counted: bool = True


def values_of(contents: CorpusContents) -> dict[str, Any]:
    """The columns of a CorpusRow that come from its contents."""
    cleaning = _Cleaning(
        contents.cleaning, contents.recipe, contents.split_by, contents.leaks, contents.without_labels,
        contents.written_by, contents.left_out, contents.is_counted,
    )  # fmt: skip
    written = _converter().unstructure
    return {
        "sources": written(contents.sources),
        "skipped": written(contents.skipped),
        "cleaning": written(cleaning),
        "split_seed": contents.split_seed,
        "statistics": written(contents.statistics),
        "sha256": contents.sha256,
        "labels": None if contents.labels is None else written(contents.labels),
    }


def contents_of(row: CorpusRow) -> CorpusContents:
    """Raises ValueError."""
    # The first version stored only what was removed.
    cleaning = row.cleaning if "removed" in row.cleaning else {"removed": row.cleaning}
    cleaned = records.read(_Cleaning, cleaning, _converter())
    return CorpusContents(
        sources=records.read(tuple[SourceFile, ...], row.sources, _converter()),
        skipped=records.read(tuple[SkippedFile, ...], row.skipped, _converter()),
        cleaning=cleaned.removed,
        split_seed=row.split_seed,
        statistics=records.read(Statistics, row.statistics, _converter()),
        sha256=row.sha256,
        recipe=cleaned.recipe,
        split_by=cleaned.split_by,
        leaks=cleaned.leaks,
        without_labels=cleaned.without_labels,
        written_by=cleaned.written_by,
        left_out=cleaned.left_out,
        is_counted=cleaned.is_counted,
        labels=None if row.labels is None else records.read(Labels, row.labels, _converter()),
    )


@cache
def _converter() -> Converter:
    """Passwords are never stored, and the fields of what was said of a file left out are those of a message."""
    made = records.converter().copy()
    made.register_unstructure_hook(Reading, make_dict_unstructure_fn(Reading, made, password=override(omit=True)))
    fields = override(struct_hook=lambda stored, _: fields_from_json(stored), unstruct_hook=fields_to_json)
    made.register_unstructure_hook(SkippedFile, make_dict_unstructure_fn(SkippedFile, made, fields=fields))
    made.register_structure_hook(SkippedFile, make_dict_structure_fn(SkippedFile, made, fields=fields))
    # A place in a file is a name, or a message such as “row 7”.
    made.register_structure_hook(Message | str, lambda place, _: place if isinstance(place, str) else from_json(place))
    made.register_unstructure_hook(Message | str, lambda place: place if isinstance(place, str) else to_json(place))
    return made
