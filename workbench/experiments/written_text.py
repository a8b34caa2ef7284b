"""A text that a teacher writes, for a student that has other tokens: it is learnt from like any text.

Kim & Rush, Sequence-Level Knowledge Distillation, 2016, section 3.2. What the teacher goes on from are beginnings of
paragraphs of a person's own text, of the part that is learnt from; what is measured on stays the person's own.
"""

from __future__ import annotations

import tempfile
from collections.abc import Generator, Iterator
from pathlib import Path

import numpy as np

from workbench.corpora.chunks import chunks
from workbench.ground.names import free_name
from workbench.messages.errors import KnownError
from workbench.messages.message import message
from workbench.messages.rendering import ENGLISH, Language, render
from workbench.models.naming import short_name
from workbench.services.workbench import Workbench
from workbench.values.corpus import Corpus, Split
from workbench.values.model_ref import ModelRef
from workbench.values.prediction import Shaping
from workbench.values.progress import Progress

PROMPT_WORDS = 6  # with which each passage begins, from the person's own text
PASSAGE_WORDS = 120
# Likely words alone: what is written is to be what the teacher would say, not what it might.
WRITING = Shaping(temperature=0.8, top_k=40, top_p=0.95)


def write_text(
    services: Workbench, teacher: ModelRef, corpus: str, words: int, name: str | None = None, seed: int = 0,
    language: Language = ENGLISH,
) -> Generator[Progress, None, Corpus]:  # fmt: skip
    """A new text of so many words (about), whose training part the teacher wrote, and whose other parts are those of
    `corpus`. Without a name it gets one in `language`.

    Raises KnownError: teacher.no_prompts, corpus.exists, and those of asking and importing.
    """
    services.project.check_changeable()
    names = set(services.project.corpora.names())
    if name in names:  # before anything is written
        raise KnownError("corpus.exists", name=name)
    text = services.project.corpora.named(corpus)
    called = short_name(services.models.called(teacher))
    beginnings = list(_beginnings(text))
    if not beginnings:
        raise KnownError("teacher.no_prompts", corpus=corpus)
    name = name or free_name(render(message("name.written", corpus=corpus, teacher=called), language), names, " {}")
    what = message("progress.writes", teacher=called)
    with tempfile.TemporaryDirectory() as folder:
        written, order = 0, np.random.default_rng(seed).permutation(len(beginnings))
        with (Path(folder) / f"{Split.TRAIN}.txt").open("w", encoding="utf-8") as file:
            for number in _again_and_again(order):
                yield Progress(written, words, what)
                if written >= words:
                    break
                prompt, said = beginnings[number], ""
                for piece in services.asking.generate(teacher, prompt, PASSAGE_WORDS, WRITING, seed + written):
                    said += piece
                    yield Progress(min(words, written + _words(prompt, said)), words, what)  # may be cancelled here
                file.write(f"{prompt}{said}\n\n")
                written += _words(prompt, said)
        for split in (Split.VALIDATION, Split.TEST):
            with (Path(folder) / f"{split}.txt").open("w", encoding="utf-8", newline="") as file:
                file.writelines(chunks(text, split))
        files = [Path(folder) / f"{split}.txt" for split in Split]
        return (yield from services.texts.import_written(files, name, called))


def _beginnings(text: Corpus) -> Iterator[str]:
    """Of the paragraphs of the training part that are longer than what is given of them."""
    held = ""
    for chunk in chunks(text, Split.TRAIN):
        *whole, held = f"{held}{chunk}".split("\n")
        for paragraph in whole:
            yield from _beginning(paragraph)
    yield from _beginning(held)


def _beginning(paragraph: str) -> Iterator[str]:
    words = paragraph.split()
    if len(words) > PROMPT_WORDS:
        yield " ".join(words[:PROMPT_WORDS])
    elif len(words) == 1 and len(paragraph) > 4 * PROMPT_WORDS:  # of a script without spaces
        yield paragraph.strip()[: 2 * PROMPT_WORDS]


def _words(prompt: str, said: str) -> int:
    return max(1, len(f"{prompt}{said}".split()))


def _again_and_again(order: np.ndarray) -> Iterator[int]:
    while True:
        yield from order.tolist()
