"""Runs a recipe over a text as it comes, a block of whole paragraphs at a time, and tells what each step removed."""

from __future__ import annotations

import re
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence

from workbench.corpora.cleaning.recipe import STEPS, full_recipe
from workbench.corpora.cleaning.remembering import Remembering
from workbench.corpora.cleaning.steps import Apply, end_lines_alike, end_pages, with_single_blank_lines
from workbench.corpora.reading.formats.base import no_facts
from workbench.messages.errors import KnownError
from workbench.values.importing import Scope, StepSetting

BLOCK = 128_000  # characters; a step sees at least so many at a time where a text is longer
LONGEST_BLOCK = 8 * BLOCK  # of a text without blank lines
LINE_ENDS, BLANK_LINES = "line_ends", "blank_lines"  # done to every text, first and last

Watch = Callable[[str, str, str], None]  # a step's name, a block before and after it


class Cleaner:
    """A recipe at work on one corpus; steps that look for repetitions remember what they saw."""

    def __init__(self, recipe: Sequence[StepSetting] = (), watch: Watch | None = None) -> None:
        self.recipe = full_recipe(recipe)
        self.removed: dict[str, int] = dict.fromkeys(
            (LINE_ENDS, *(s.name for s in self.recipe if s.when is not Scope.NEVER), BLANK_LINES), 0
        )
        self._steps: list[tuple[StepSetting, Apply]] = [
            (setting, STEPS[setting.name].make(setting.value))
            for setting in self.recipe
            if setting.when is not Scope.NEVER
        ]
        self._watch = watch
        self._memories = [apply for _, apply in self._steps if isinstance(apply, Remembering)]
        self._removed_before = dict(self.removed)

    def begin_document(self) -> None:
        """What is cleaned from here on can be taken back."""
        self._removed_before = dict(self.removed)
        for memory in self._memories:
            memory.begin_document()

    def take_back(self) -> None:
        """As if nothing had been cleaned since the document began: it could not be read to its end."""
        self.removed.update(self._removed_before)
        for memory in self._memories:
            memory.take_back()

    def why_empty(self, name: str, *, has_text: bool) -> KnownError:
        """Nothing was in a document, or nothing was left of it by the step that removed most since it began."""
        step = self.most_removing(self._removed_before)
        if not has_text or not step:
            return KnownError("file.empty", file=name)
        return KnownError("file.cleaned_away", file=name, step=step)

    def most_removing(self, before: Mapping[str, int]) -> str:
        """The step that has removed most since `removed` was as it was `before`; empty where none has."""
        removed = {step: self.removed[step] - before[step] for step in STEPS if step in self.removed}
        step = max(removed, key=lambda each: removed[each], default="")
        return step if step and removed[step] else ""

    def clean(self, pieces: Iterable[str], *, paged: bool = False) -> Iterator[tuple[str, str]]:
        """(joiner, cleaned block): put together they are the cleaned document. What is empty is left out.

        A document in pages is cleaned as a whole, since its headers are only told from its text by all of them.
        """
        for memory in self._memories:
            memory.begin_text()
        longest = None if paged else LONGEST_BLOCK
        is_first = True
        joiner = ""
        for block, following in blocks(self._counted_line_ends(pieces, paged), longest):
            cleaned = self._cleaned(block, paged)
            if cleaned:
                yield "" if is_first else joiner, cleaned
                is_first, joiner = False, following
            elif following == "\n\n":
                joiner = following

    def _counted_line_ends(self, pieces: Iterable[str], paged: bool) -> Iterator[str]:
        """The pieces with one kind of line end; a “\\r” at the end of one waits for its “\\n”."""
        rest = ""
        for piece in pieces:
            piece = rest + piece
            rest = "\r" if piece.endswith("\r") else ""
            piece = piece.removesuffix(rest) if rest else piece
            yield self._count(LINE_ENDS, piece, end_lines_alike(piece, paged=paged))
        if rest:
            yield "\n"

    def _cleaned(self, block: str, paged: bool) -> str:
        for setting, apply in self._steps:
            if paged or setting.when is Scope.ALWAYS:
                block = self._count(setting.name, block, apply(block))
        return self._count(BLANK_LINES, block, with_single_blank_lines(end_pages(block) if paged else block))

    def _count(self, name: str, before: str, after: str) -> str:
        if before is not after and before != after:
            self.removed[name] += max(0, len(before) - len(after))  # a few composed characters grow in NFC
            if self._watch is not None:
                self._watch(name, before, after)
        return after


def clean(text: str, recipe: Sequence[StepSetting] = (), *, paged: bool = False) -> tuple[str, dict[str, int]]:
    """The cleaned text, and by how many characters each step made it shorter."""
    cleaner = Cleaner(recipe)
    cleaned = "".join(joiner + block for joiner, block in cleaner.clean(no_facts(text), paged=paged))
    return cleaned, cleaner.removed


_BLANK = re.compile(r"\n(?:[^\S\n]*\n)+")
_ENDS = ((_BLANK, "\n\n"), (re.compile(r"\n"), "\n"), (re.compile(r"[^\S\n]+"), " "))


def blocks(pieces: Iterable[str], longest: int | None) -> Generator[tuple[str, str], None, None]:
    """(block, what stood between it and the next): cut at blank lines, or where there are none for long at less."""
    held: list[str] = []
    size, enough = 0, 2 * BLOCK  # what was looked through without finding a place is looked through again in a while
    for piece in pieces:
        held.append(piece)
        size += len(piece)
        while longest is not None and size >= min(enough, longest):
            text = "".join(held)
            place = cut(text, longest)
            if place is None:
                held, enough = [text], size + BLOCK
                break
            end, start, joiner = place
            yield text[:end], joiner
            held, size = [text[start:]], len(text) - start
            enough = 2 * BLOCK if joiner == "\n\n" else size + BLOCK
    yield "".join(held), ""


def cut(text: str, longest: int) -> tuple[int, int, str] | None:
    """(end of the block, start of the next, what stood between them), or None where more has to be read first."""
    for boundary, joiner in _ENDS:
        # One that ends with the text may go on in the next piece.
        found = boundary.search(text, BLOCK)
        if found and found.end() < len(text):
            return found.start(), found.end(), joiner
        if len(text) < longest:
            return None
    return longest, longest, ""
