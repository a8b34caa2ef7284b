"""What to type for that which a message asks a person to do: the window has a button there, a terminal has none."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator

from workbench.cli.words import said, say
from workbench.costs.finding import Act, Finding
from workbench.messages.message import Message

_LABELS = ("--label {NAME}", "--labels-in …", "--label none")
_AGAIN_WITH_LABELS = ("import {PROJECT} --to {name} --label {NAME}", "import {PROJECT} --to {name} --labels-in …")
_RESUME = ("resume {PROJECT} {name}",)
_FORMAT = ("--format …",)
# Each a command or an option as it is typed. Small letters are fields of the message, large ones what only the person
# knows, in the words of the help.
TO_TYPE: dict[str, tuple[str, ...]] = {
    "project.missing": ("new {folder}",),
    "corpus.exists": ("--name {NAME}",),
    "file.needs_password": ("--password",),
    "file.no_label_column": ("--label {NAME}",),
    "labels.none": _LABELS,
    "labels.one_class": _LABELS,
    "labels.nearly_unique": _LABELS,
    "labels.column_left": ("--label {column}",),
    "labels.treebank_left": ("--labels-in tags",),
    "labels.columns_left": ("--labels-in tags",),
    "labels.in_folders": ("--labels-in folders",),
    "labels.beside_text": ("--labels-in …", "--label {NAME}"),
    "labels.unlabelled_corpus": _AGAIN_WITH_LABELS,
    "labels.other_classes": ("labels {PROJECT} {corpus} --rename …=…",),
    "corpus.no_labels": _AGAIN_WITH_LABELS,
    "corpus.no_tags": ("import {PROJECT} --to {name} --labels-in tags",),
    "corpus.no_turns": ("import {PROJECT} --to {name} --labels-in turns",),
    "remark.replaced": ("--encoding {NAME}",),
    "remark.guess_encoding": ("--encoding {NAME}",),
    "remark.guess_column": ("--column {NAME}",),
    "remark.guess_whole_rows": ("--column {NAME}",),
    "remark.guess_label": ("--label {NAME}", "--label none"),
    "remark.perhaps_several": ("--several {mark}",),
    "remark.many_classes": ("labels {PROJECT} {CORPUS} --rename …=…",),
    "remark.nobody_answers": ("labels {PROJECT} {CORPUS} --rename …={role}",),
    "remark.uneven_documents": ("--split blocks",),
    "advice.few_labels": ("--set method=head",),
    "advice.short_for_context": ("--set context_length=…",),
    "model.not_here": ("download {PROJECT} {name}",),
    "model.needs_training": ("train {PROJECT} --corpus {CORPUS} --model {MODEL}",),
    "model.tells_labels": ("classify", "tag"),
    "hub.gated": ("token set",),
    "hub.token_refused": ("token set", "token forget"),
    "hub.choose_file": ("--file {NAME}",),
    "run.other_task": ("classify", "tag"),
    "run.exists": ("--name {NAME}",),
    "run.cannot_extend": _RESUME,
    "run.nothing_to_repeat": _RESUME,
    "run.out_of_memory": ("resume {PROJECT} {RUN}",),
    "together.unfinished": _RESUME,
    "teacher.other_tokens": ("write {PROJECT} --model {MODEL} --corpus {CORPUS}",),
    "method.unsupported": ("--set method=…",),
    "method.needs_labels": ("--set method=…",),
    "labels.of_words": ("tag",),
    "labels.of_texts": ("classify",),
    "labels.no_predicate": ("--text {TEXT} --predicate {WORD}", "--corpus {CORPUS}"),
    "labels.no_text": ("--text {TEXT}", "--file {FILE}"),
    "labels.none_there": ("--split …",),
    "evaluation.no_base": ("--base {MODEL}",),
    "export.which_part": ("--part …",),
    "export.other_task": _FORMAT,
    "export.not_lora": _FORMAT,
    "export.gguf_family": _FORMAT,
    "export.gguf_network": _FORMAT,
    "export.gguf_tokenizer": _FORMAT,
    "export.not_converted": _FORMAT,
    "export.tokenizer": _FORMAT,
    "export.other_tokens": _FORMAT,
}  # fmt: skip
_PERSONS = {
    "CORPUS": "word.corpus",
    "FILE": "word.file",
    "MODEL": "word.model",
    "NAME": "word.name",
    "PROJECT": "word.project",
    "RUN": "word.run",
    "TEXT": "word.text",
    "WORD": "word.words",
}


def with_what_to_type(of: Message) -> str:
    """The sentence, followed by what is typed to do as it says, where that is known."""
    typed = tuple(_typed_for(of))
    return say("told.to_type", said=of, typed=typed) if typed else said(of)


def finding_with_what_to_type(found: Finding, run: str) -> str:
    """What there is to say of a run of that name, followed by what is typed to do what comes next."""
    typed = tuple(_typed_next(found, shlex.quote(run)))
    return say("told.to_type", said=found.said, typed=typed) if typed else said(found.said)


def _typed_next(found: Finding, run: str) -> Iterator[str]:
    resume = f"resume {say(_PERSONS['PROJECT'])} {run}"
    match found.act:
        case Act.TRAIN_ON:
            yield f"{resume} --more {found.steps}"
        case Act.CONTINUE:
            yield resume
        case Act.RETRY if found.settings:
            yield " ".join(f"--set {name}={_value(value)}" for name, value in found.settings.items())
        case _:
            pass


def _value(value: object) -> str:
    """A setting's value as `--set` takes it."""
    return str(value).lower() if isinstance(value, bool) else said(value)


def _typed_for(of: Message) -> Iterator[str]:
    """Of the message itself, or else of those that it holds."""
    if of.code in TO_TYPE:
        yield from (_filled(each, of) for each in TO_TYPE[of.code])
        return
    for field in of.fields.values():
        for part in field if isinstance(field, tuple) else (field,):
            if isinstance(part, Message):
                yield from _typed_for(part)


def _filled(typed: str, of: Message) -> str:
    def word(found: re.Match[str]) -> str:
        name = found[1]
        return say(_PERSONS[name]) if name in _PERSONS else shlex.quote(said(of.fields.get(name, "…")))

    return re.sub(r"{(\w+)}", word, typed)
