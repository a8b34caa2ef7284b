"""The report of an import as JSON."""

from __future__ import annotations

from typing import Any

from workbench.messages.rendering import render, written
from workbench.values.corpus import SourceFile


def report_json(source: SourceFile) -> dict[str, Any]:
    """Of one source: what was read, what was left out and why, what was guessed and how surely."""
    report = source.report
    return {
        "file": str(source.path),
        "member": source.member,
        "unit": report.unit.value,
        "read": report.read,
        "left_out": [
            {
                "reason": render(passed.reason),
                "code": passed.reason.code,
                "count": passed.count,
                "meant": passed.is_meant,
                "places": [written(place) for place in passed.places],
            }
            for passed in report.passed_over
        ],
        "guessed": [
            {"what": guess.what.value, "value": guess.value, "sure": guess.sure.value} for guess in report.guesses
        ],
    }
