"""The report of an import as JSON."""

from __future__ import annotations

from typing import Any

from workbench.messages.rendering import render, written
from workbench.values.corpus import SourceFile
from workbench.values.import_report import PassedOver


def report_json(source: SourceFile) -> dict[str, Any]:
    """Of one source: what was read, what was left out and why, what was guessed; null what is not known."""
    report = source.report
    guessed = [{"what": guess.what.value, "value": guess.value, "sure": guess.sure.value} for guess in report.guesses]
    return {
        "file": str(source.path),
        "member": source.member,
        "unit": report.unit.value,
        "read": report.read if report.is_known else None,
        "left_out": [_left_out(passed) for passed in report.passed_over] if report.is_known else None,
        "guessed": guessed,
    }


def _left_out(passed: PassedOver) -> dict[str, Any]:
    return {
        "reason": render(passed.reason),
        "code": passed.reason.code,
        "count": passed.count,
        "meant": passed.is_meant,
        "places": [written(place) for place in passed.places],
    }
