"""A corpus's contents as the JSON columns of its row, and back; what older versions did not store gets its default."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Any

from workbench.messages.message import Message, fields_from_json, fields_to_json, from_json, to_json
from workbench.store.tables import CorpusRow
from workbench.values.corpus import CorpusContents, Leak, LeakReport, SkippedFile, SourceFile, Split, Statistics
from workbench.values.import_report import FileReport, Guess, Guessed, PassedOver, Sureness, Unit
from workbench.values.importing import Reading, Scope, SplitBy, StepSetting

# Of a text whose row cannot be read.
NO_CONTENTS = CorpusContents(
    (), (), {}, 0, Statistics(0, 0, 0, 0, 0, 0, 0, (), dict.fromkeys(Split, 0)), sha256="",
)  # fmt: skip


def values_of(contents: CorpusContents) -> dict[str, Any]:
    """The columns of a CorpusRow that come from its contents."""
    return {
        "sources": [_source_json(source) for source in contents.sources],
        "skipped": [
            {"path": str(skipped.path), "code": skipped.code, "fields": fields_to_json(skipped.fields)}
            for skipped in contents.skipped
        ],
        "cleaning": {
            "removed": dict(contents.cleaning),
            "recipe": [dataclasses.asdict(setting) for setting in contents.recipe],
            "split_by": contents.split_by,
            "leaks": dataclasses.asdict(contents.leaks),
        },
        "split_seed": contents.split_seed,
        "statistics": dataclasses.asdict(contents.statistics),
        "sha256": contents.sha256,
    }


def contents_of(row: CorpusRow) -> CorpusContents:
    # The first version stored only what was removed.
    cleaning: dict[str, Any] = row.cleaning if "removed" in row.cleaning else {"removed": row.cleaning}
    return CorpusContents(
        sources=tuple(map(_source, row.sources)),
        skipped=tuple(map(_skipped, row.skipped)),
        cleaning=cleaning["removed"],
        split_seed=row.split_seed,
        statistics=_statistics(row.statistics),
        sha256=row.sha256,
        recipe=tuple(
            StepSetting(setting["name"], Scope(setting["when"]), setting["value"])
            for setting in cleaning.get("recipe", ())
        ),
        split_by=SplitBy(cleaning.get("split_by", SplitBy.BLOCKS)),
        leaks=_leaks(cleaning.get("leaks", {})),
    )


def _source_json(source: SourceFile) -> dict[str, Any]:
    values = {**dataclasses.asdict(source), "path": str(source.path), "report": _report_json(source.report)}
    values["reading"].pop("password")
    return values


def _source(values: dict[str, Any]) -> SourceFile:
    return SourceFile(
        **{
            **values,
            "path": Path(values["path"]),
            "columns": tuple(values.get("columns", ())),
            "labels": tuple((label, count) for label, count in values.get("labels", ())),
            "report": _report(values.get("report", {})),
            "reading": Reading(**values.get("reading", {})),
        }
    )


def _report_json(report: FileReport) -> dict[str, Any]:
    return {
        "unit": report.unit,
        "read": report.read,
        "passed_over": [
            {
                "reason": to_json(passed.reason),
                "count": passed.count,
                "is_meant": passed.is_meant,
                "places": [place if isinstance(place, str) else to_json(place) for place in passed.places],
            }
            for passed in report.passed_over
        ],
        "guesses": [dataclasses.asdict(guess) for guess in report.guesses],
    }


def _report(values: dict[str, Any]) -> FileReport:
    """Of a text that an older version has imported it is empty."""
    return FileReport(
        Unit(values.get("unit", Unit.PARAGRAPHS)),
        values.get("read", 0),
        tuple(
            PassedOver(
                from_json(passed["reason"]), passed["count"], tuple(map(_place, passed["places"])), passed["is_meant"]
            )
            for passed in values.get("passed_over", ())
        ),
        tuple(
            Guess(Guessed(guess["what"]), guess["value"], Sureness(guess["sure"]))
            for guess in values.get("guesses", ())
        ),
    )


def _place(stored: Any) -> Message | str:
    return stored if isinstance(stored, str) else from_json(stored)


def _skipped(values: dict[str, Any]) -> SkippedFile:
    return SkippedFile(Path(values["path"]), str(values["code"]), fields_from_json(values["fields"]))


def _leaks(values: dict[str, Any]) -> LeakReport:
    examples = tuple(Leak(**{**leak, "split": Split(leak["split"])}) for leak in values.get("examples", ()))
    return LeakReport(values.get("checked", 0), values.get("found", 0), examples)


def _statistics(values: dict[str, Any]) -> Statistics:
    return Statistics(
        **{
            **values,
            **{name: tuple(map(tuple, values.get(name, ()))) for name in _TABLES},
            "sentence_lengths": tuple(values.get("sentence_lengths", ())),
            "split_characters": {Split(split): size for split, size in values["split_characters"].items()},
        }
    )


_TABLES = ("frequent_words", "typical_words", "growth", "ranks", "languages")
