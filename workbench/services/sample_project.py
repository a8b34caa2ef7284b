"""The sample project: texts written for it, two of them labelled, and a bundled model, ready to fine-tune."""

from __future__ import annotations

import shutil
from collections.abc import Generator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from workbench.ground.places import documents_folder
from workbench.ground.resources import resource
from workbench.ground.speech import EN, ZH_HANS
from workbench.project.project import Project
from workbench.services.workbench import Workbench
from workbench.values.presets import PRESETS
from workbench.values.progress import Progress


@dataclass(frozen=True)
class Sample:
    """What a sample project has in one language."""

    folder: str  # its name
    texts: Mapping[str, str]  # files by the names of the texts; the first is the one to learn from
    model: str
    prompt: str
    is_lesson: bool = False  # it is led through, chapter by chapter

    @property
    def corpus(self) -> str:
        return next(iter(self.texts))


CORPUS = "Keeper's log"
MODEL = "starter-en"
LABELLED = "Visitors' book"
TAGGED = "Harbour book"
PROMPT = "The lamp was lit at"
ENGLISH_SAMPLE = Sample(
    "Lighthouse sample",
    {CORPUS: "keepers-log.txt", LABELLED: "visitors-book.csv", TAGGED: "harbour-book.conll"},
    MODEL,
    PROMPT,
)
SAMPLES = {
    EN: ENGLISH_SAMPLE,
    ZH_HANS: Sample(
        "灯塔示例", {"守灯日志": "keepers-log-zh.txt", "游客留言簿": "visitors-book-zh.csv"}, "gpt-zh", "今夜的灯"
    ),
}  # by the code of a language
LESSON, LESSON_LEFT = "lesson", "lesson.left"  # preferences of its project: the chapter, and whether it is put away
# Without the marks of a question, which not every system has in the name of a folder.
LESSON_FOLDERS = {EN: "What is a language model", ZH_HANS: "什么是语言模型"}


def lesson_sample(code: str) -> Sample:
    """The same text and model, led through; of a language."""
    sample = SAMPLES[code]
    texts = {sample.corpus: sample.texts[sample.corpus]}
    return replace(sample, folder=LESSON_FOLDERS[code], texts=texts, is_lesson=True)


def default_folder(sample: Sample = ENGLISH_SAMPLE) -> Path:
    """A folder in the person's documents that does not exist yet."""
    documents = documents_folder()
    number = 1
    while (folder := documents / f"{sample.folder}{f' {number}' if number > 1 else ''}").exists():
        number += 1
    return folder


def make_sample_project(folder: Path, sample: Sample = ENGLISH_SAMPLE) -> Generator[Progress, None, Path]:
    """Create the project in `folder`, import the sample texts and make the choices; returns the folder."""
    with Project.create(folder) as project:
        folder = project.folder
        try:
            for name, file in sample.texts.items():
                yield from Workbench(project).texts.import_corpus([resource(f"samples/{file}")], name)
            for key, value in (("corpus", sample.corpus), ("model", sample.model), ("train.prompts", [sample.prompt])):
                project.preferences.set(key, value)
            if sample.is_lesson:
                project.preferences.set(LESSON, 0)
                project.preferences.set("train.settings", PRESETS["quick"].to_json())  # a minute, as its chapter says
        except BaseException:  # a cancelled or failed attempt leaves nothing half-made
            project.close()
            shutil.rmtree(folder, ignore_errors=True)
            raise
    return folder
