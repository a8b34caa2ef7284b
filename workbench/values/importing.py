"""How files are to be read, cleaned and split."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

WHOLE_ROWS = "*"  # asked for and found instead of a column: a row of a table is a line of all its cells


class Scope(StrEnum):
    """Where a cleaning step applies."""

    NEVER = "never"
    PAGES = "pages"  # in documents that come in pages, whose line ends are the printer's and not the author's
    ALWAYS = "always"


class SplitBy(StrEnum):
    """What is never divided between two splits."""

    AUTO = "auto"  # documents where there are many, else blocks
    DOCUMENTS = "documents"
    BLOCKS = "blocks"  # of neighbouring paragraphs
    GIVEN = "given"  # the files said themselves which split they are


class LabelsIn(StrEnum):
    """Where in a source its labels are."""

    AUTO = "auto"  # wherever they are found; where none are, the source is text alone
    NONE = "none"  # nowhere: the source is text alone
    COLUMN = "column"  # of a table
    FASTTEXT = "fasttext"  # `__label__` before the text of each line
    FOLDERS = "folders"  # a folder is named for the class of the files in it
    FILES = "files"  # a file is named for the class of the texts in it, one a line
    TAGS = "tags"  # columns of words, the last one their tags
    ROLES = "roles"  # columns of words, one of predicates and one of roles for each of these
    TURNS = "turns"  # conversations: who says each turn


@dataclass(frozen=True)
class StepSetting:
    """One step of a cleaning recipe as a person set it; `value` is what the step asks for, such as a length."""

    name: str
    when: Scope
    value: str = ""


@dataclass(frozen=True)
class Reading:
    """How a person wants a file to be read; empty means: find out."""

    encoding: str = ""
    column: str = ""  # of a table, its text; several are joined: "title + body", or WHOLE_ROWS
    label: str = ""  # of a table, what its rows are labelled with
    password: str = field(default="", repr=False)  # used and forgotten, never stored
    labels: LabelsIn = LabelsIn.AUTO
    several: str = ""  # what stands between the labels of one text; empty where a text has one


@dataclass(frozen=True)
class Limits:
    """What reading one file may take; what takes more is passed over."""

    # Beyond what the process that reads takes anyway, a tenth of a gigabyte: it stays below one in all.
    memory_bytes: int = 850 << 20
    seconds: float = 60.0  # in which nothing of its text comes; large files may take longer


@dataclass(frozen=True)
class ImportOptions:
    """Everything that decides what files become, so that an import can be repeated."""

    recipe: tuple[StepSetting, ...] = ()  # empty: the default recipe
    reading: Reading = Reading()
    readings: Mapping[Path, Reading] = field(default_factory=dict)  # for one file, instead of `reading`
    split_by: SplitBy = SplitBy.AUTO
    split_seed: int = 0
    limits: Limits = Limits()
    renamed: Mapping[str, str] = field(default_factory=dict)  # labels to merge, to rename or, to "", to leave out
    as_it_is: bool = False  # the files are parts of a text that was cleaned before, in UTF-8
