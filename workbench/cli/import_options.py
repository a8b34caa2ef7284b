"""The options of the `import` command: what they are, what they ask for, and what there is to say about the result."""

from __future__ import annotations

import argparse
import getpass
import sys
from collections.abc import Generator, Iterator
from pathlib import Path

from workbench.corpora import remarks as import_remarks
from workbench.corpora.cleaning.recipe import STEPS, default_recipe, parsed_steps
from workbench.corpora.reading.web import is_address
from workbench.corpora.trial import Trial
from workbench.messages.errors import KnownError
from workbench.messages.message import message
from workbench.messages.rendering import render
from workbench.services.workbench import Workbench
from workbench.values.corpus import Corpus
from workbench.values.importing import ImportOptions, Limits, Reading, Scope, SplitBy, StepSetting
from workbench.values.progress import Progress

_SHOWN = 3  # examples of a step, leaks


def add_import_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="*", metavar="FILE", help="a file, a folder, an archive, or a web address")
    parser.add_argument("--name", help="the corpus's name; default: that of the file or folder")
    parser.add_argument("--text", help="a text instead of files")
    parser.add_argument("--to", metavar="CORPUS", help="read a corpus again, with its recipe and with more files")
    parser.add_argument("--try", action="store_true", dest="only_try", help="show what would be read and removed")
    parser.add_argument(
        "--clean",
        action="append",
        default=[],
        metavar="STEP=on|off|pages|VALUE",
        help="change a cleaning step; the steps are: " + ", ".join(map(_described, default_recipe())),
    )
    parser.add_argument("--order", metavar="STEP,STEP,…", help="the order of the cleaning steps; the others follow")
    parser.add_argument("--encoding", default="", help="of all files, such as gb18030; default: recognised")
    parser.add_argument("--column", default="", help="the text column of a table; several: “title + body”")
    parser.add_argument("--label", default="", help="the column that labels a table's rows")
    parser.add_argument(
        "--password", nargs="?", const=None, default="", help="of a PDF; without a value it is asked for"
    )
    parser.add_argument(
        "--split", default=SplitBy.AUTO.value, choices=[by.value for by in SplitBy if by is not SplitBy.GIVEN],
        help="what is never divided between training and validation",
    )  # fmt: skip
    limits = Limits()
    parser.add_argument(
        "--most-memory", type=_positive, default=limits.memory_bytes >> 20, metavar="MB",
        help="that reading one file may take; what takes more is passed over (%(default)s)",
    )  # fmt: skip
    parser.add_argument(
        "--most-seconds", type=_positive, default=round(limits.seconds), metavar="SECONDS",
        help="in which nothing of a file's text may come before it is passed over (%(default)s)",
    )  # fmt: skip
    parser.add_argument("--split-seed", type=int, default=0)
    parser.add_argument("--json", action="store_true", help="print one JSON document")


def requested(services: Workbench, options: argparse.Namespace) -> Generator[Progress, None, Corpus]:
    """The import that was asked for."""
    asked = _import_options(options)
    if options.to is not None:
        changed = options.clean or options.order or options.encoding or options.column or options.label
        return (yield from services.texts.extend_corpus(options.to, _paths(options), asked if changed else None))
    if options.text is not None:
        return (yield from services.texts.import_text(options.text, options.name, asked))
    if len(options.files) == 1 and is_address(options.files[0]):
        return (yield from services.texts.import_address(options.files[0], options.name, asked))
    return (yield from services.texts.import_corpus(_paths(options), options.name, asked))


def trial(services: Workbench, options: argparse.Namespace) -> Generator[Progress, None, Trial]:
    return (yield from services.texts.try_import(_paths(options), _import_options(options)))


def remarks(corpus: Corpus) -> Iterator[str]:
    """What a person should know about an import: what was passed over, guessed, lost, or is in two splits."""
    contents = corpus.contents
    for remark in import_remarks.remarks(contents):
        said = render(remark.said)
        yield f"Skipped: {said}" if remark.kind is import_remarks.Kind.PASSED_OVER else said


def show_trial(found: Trial) -> None:
    for file in found.files:
        if file.error is not None:
            print(f"Skipped: {file.error}")
            continue
        facts = file.facts
        about = ", ".join(filter(None, (facts.encoding, facts.column and f"text in “{facts.column}”")))
        print(f"{file.name}{f' ({about})' if about else ''}: {' '.join(file.cleaned[:120].split())}")
    for effect in found.effects:
        if effect.changes and effect.step in STEPS:
            print(f"\n{effect.step}: {effect.changes:,} changes, {effect.removed:,} characters removed")
            for example in effect.examples[:_SHOWN]:
                print(f"  - {example.before!r}\n  + {example.after!r}")


def _import_options(options: argparse.Namespace) -> ImportOptions:
    changes = dict(_assignment(text) for text in options.clean)
    recipe = parsed_steps(changes)
    if options.order:
        recipe = _ordered(recipe, [name.strip() for name in options.order.split(",")])
    password = options.password
    if password is None:
        password = getpass.getpass("Password: ") if sys.stdin.isatty() else sys.stdin.readline().rstrip("\n")
    reading = Reading(options.encoding, options.column, options.label, password)
    limits = Limits(options.most_memory << 20, float(options.most_seconds))
    return ImportOptions(recipe, reading, split_by=SplitBy(options.split), split_seed=options.split_seed, limits=limits)


def _positive(text: str) -> int:
    """Raises ValueError, of which argparse makes a sentence."""
    number = int(text)
    if number < 1:
        raise ValueError
    return number


def _ordered(recipe: tuple[StepSetting, ...], names: list[str]) -> tuple[StepSetting, ...]:
    settings = {setting.name: setting for setting in recipe}
    for name in names:
        if name not in settings:
            reason = message("step.known", known=tuple(STEPS))
            raise KnownError("recipe.invalid", name=name, value=message("value.placed"), reason=reason)
    first = [settings.pop(name) for name in dict.fromkeys(names)]
    return (*first, *settings.values())


def _paths(options: argparse.Namespace) -> list[Path]:
    if not options.files and options.to is None:
        reason = message("value.name_files")
        raise KnownError("setting.invalid", name="FILE", value=message("value.missing"), reason=reason)
    return [Path(file) for file in options.files]


def _assignment(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    return name.strip(), value.strip() if equals else "on"


def _described(setting: StepSetting) -> str:
    state = {Scope.ALWAYS: "on", Scope.NEVER: "off", Scope.PAGES: "pages"}[setting.when]
    return f"{setting.name} ({state}{f', {setting.value}' if setting.value else ''})".replace("%", "%%")
