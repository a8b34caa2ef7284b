"""What the `import` command was asked for, and what there is to say about the result."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from workbench.cli.terminal import secret, tell
from workbench.cli.to_type import with_what_to_type
from workbench.cli.words import said, say
from workbench.corpora import remarks as import_remarks
from workbench.corpora.cleaning.recipe import STEPS, parsed_steps
from workbench.corpora.reading.web import is_address
from workbench.corpora.trial import Trial, TriedFile
from workbench.messages.errors import KnownError
from workbench.messages.message import Count, Message, message
from workbench.services.workbench import Workbench
from workbench.values.corpus import Corpus
from workbench.values.importing import WHOLE_ROWS, ImportOptions, LabelsIn, Limits, Reading, Scope, SplitBy, StepSetting
from workbench.values.progress import Progress

ASK = "\0"  # the password that stands for asking; nobody can type it
STATES = {Scope.ALWAYS: "on", Scope.NEVER: "off", Scope.PAGES: "pages"}  # as they are typed
_SHOWN = 3  # examples of a step


@dataclass(frozen=True)
class Asked:
    """An import, as it was typed."""

    files: tuple[str, ...]
    name: str | None
    text: str | None
    to: str | None
    clean: tuple[str, ...]
    order: str | None
    encoding: str
    column: str
    label: str
    labels_in: LabelsIn
    several: str
    password: str
    split: SplitBy
    split_seed: int
    limits: Limits

    @property
    def changes_recipe(self) -> bool:
        return bool(self.clean or self.order or self.encoding or self.column or self.changes_labels)

    @property
    def changes_labels(self) -> bool:
        return bool(self.label or self.several or self.labels_in is not LabelsIn.AUTO)

    @property
    def paths(self) -> list[Path]:
        """Raises KnownError where none was given."""
        if not self.files and self.to is None:
            missing, reason = message("value.missing"), message("value.name_files")
            raise KnownError("setting.invalid", name=said(message("word.file")), value=missing, reason=reason)
        return [Path(file) for file in self.files]

    def options(self) -> ImportOptions:
        """Raises KnownError("recipe.invalid")."""
        recipe = parsed_steps(dict(map(_assignment, self.clean)))
        if self.order:
            recipe = _ordered(recipe, [name.strip() for name in self.order.split(",")])
        password = secret(say("told.ask_password")).rstrip("\n") if self.password == ASK else self.password
        is_none = self.label == LabelsIn.NONE
        labels = LabelsIn.NONE if is_none else self.labels_in
        reading = Reading(
            self.encoding, self.column, "" if is_none else self.label, password, labels=labels, several=self.several
        )
        return ImportOptions(recipe, reading, split_by=self.split, split_seed=self.split_seed, limits=self.limits)


def requested(services: Workbench, asked: Asked) -> Generator[Progress, None, Corpus]:
    """The import that was asked for."""
    options, texts = asked.options(), services.texts
    if asked.to is not None:
        return (yield from texts.extend_corpus(asked.to, asked.paths, options if asked.changes_recipe else None))
    if asked.text is not None:
        return (yield from texts.import_text(asked.text, asked.name, options))
    if len(asked.files) == 1 and is_address(asked.files[0]):
        return (yield from texts.import_address(asked.files[0], asked.name, options))
    return (yield from texts.import_corpus(asked.paths, asked.name, options))


def trial(services: Workbench, asked: Asked) -> Generator[Progress, None, Trial]:
    return (yield from services.texts.try_import(asked.paths, asked.options()))


def remarks(corpus: Corpus) -> Iterator[str]:
    """What a person should know about an import: what was passed over, guessed, lost, or is in two splits."""
    for remark in import_remarks.remarks(corpus.contents):
        is_file = remark.kind is import_remarks.Kind.PASSED_OVER
        yield with_what_to_type(message("told.skipped", reason=remark.said) if is_file else remark.said)


def show_trial(found: Trial) -> None:
    for file in found.files:
        _show_file(file)
    for effect in found.effects:
        if effect.changes and effect.step in STEPS:
            print()
            tell("told.step_did", step=effect.step, changes=Count(effect.changes), removed=Count(effect.removed))
            for example in effect.examples[:_SHOWN]:
                print(f"  - {example.before!r}\n  + {example.after!r}")


def described(setting: StepSetting) -> Message | str:
    """A cleaning step and how it stands where nothing else is asked for, as it is typed."""
    state = STATES[setting.when]
    return f"{setting.name} ({state}{f', {setting.value}' if setting.value else ''})"


def _show_file(file: TriedFile) -> None:
    if file.error is not None:
        tell("told.skipped", reason=file.error.message)
        return
    about = said(tuple(filter(None, (file.facts.encoding, _text_in(file.facts.column)))))
    print(f"{file.name}{f' ({about})' if about else ''}: {' '.join(file.cleaned[:120].split())}")


def _text_in(column: str) -> Message | str:
    if column == WHOLE_ROWS:
        return message("told.whole_rows")
    return message("told.text_in", column=column) if column else ""


def _ordered(recipe: Sequence[StepSetting], names: list[str]) -> tuple[StepSetting, ...]:
    settings = {setting.name: setting for setting in recipe}
    for name in names:
        if name not in settings:
            reason = message("step.known", known=tuple(STEPS))
            raise KnownError("recipe.invalid", name=name, value=message("value.placed"), reason=reason)
    first = [settings.pop(name) for name in dict.fromkeys(names)]
    return (*first, *settings.values())


def _assignment(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    return name.strip(), value.strip() if equals else "on"
