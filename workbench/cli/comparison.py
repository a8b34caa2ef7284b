"""Runs beside each other as a table."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.cli.terminal import follow, show_progress
from workbench.cli.words import marked, say, spoken
from workbench.experiments.comparing import UNKNOWN_BYTES, comparable, differences, result_of, results_of, value_of
from workbench.exporting.figures import figure_in_words, figure_title
from workbench.services.text_written import count_bytes
from workbench.services.workbench import Workbench
from workbench.tasks.registry import figure_of, headline_of
from workbench.tasks.task import Headline
from workbench.values.run import Run


def counted(services: Workbench, runs: Sequence[Run]) -> list[Run]:
    """With the bits per byte of those that an older version made, where only these can be compared."""
    if comparable(runs).why == UNKNOWN_BYTES:
        follow(count_bytes(services.project, runs), show_progress)
    return [services.project.runs.named(str(run.id)) for run in runs]


def print_table(runs: Sequence[Run]) -> None:
    """A column for each setting that differs, then the results; the best first where there is a best.

    What the runs' tasks measure stands there as well, and bits per byte where some runs have them.
    """
    ranking, differ = comparable(runs), [difference.name for difference in differences(runs)]
    measured = [name for name in results_of(runs) if "/" in name or name == "best_bits_per_byte"]
    loss = "table.loss_a_token" if headline_of(runs) is Headline.PERPLEXITY else "table.loss"
    head = [
        say("table.run"), *differ, say(loss), *map(_title, measured), say("table.kept_step"), say("table.steps"),
        say("table.seconds"), say("table.speed"),
    ]  # fmt: skip
    rows = [_row(run, differ, measured) for run in ranking.best_first(runs)]
    widths = [max(map(len, column)) for column in zip(head, *rows, strict=True)]
    for line in (head, *rows):
        print("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip())
    if ranking.why:
        print(marked("Comparing", ranking.why))


def _title(result: str) -> str:
    """Of a figure of a task's, else of bits per byte."""
    figure = figure_of(result)
    if figure is None:
        return say("table.bits")
    return figure_title(result, figure, spoken())


def _row(run: Run, differ: Sequence[str], measured: Sequence[str]) -> list[str]:
    speed = run.tokens_per_second
    return [
        ("★ " if run.is_winner else "") + run.name,
        *(_cell(value_of(run, name)) for name in differ),
        _cell(run.best_validation_loss),
        *(_measured(run, name) for name in measured),
        _cell(run.kept_step),
        _cell(run.steps),
        _cell(round(run.seconds)),
        _cell(speed and round(speed)),
    ]


def _measured(run: Run, name: str) -> str:
    figure, value = figure_of(name), result_of(run, name)
    return _cell(value) if figure is None else figure_in_words(figure, value)


def _cell(value: object) -> str:
    if value is None:
        return "–"
    return f"{value:.5g}" if isinstance(value, float) else str(value)
