"""Whether every word of documents that nobody here made is read, or counted as left out, beside what others find.

    python -m tests.benchmarks.fidelity FOLDER… [--least 0.99]

The reference is what lies beside a document as DOCUMENT.expected.txt; else pandoc, pdftotext, mutool, pdfminer or
LibreOffice, where they are on this machine. Where several read a kind, the next is asked where the one before finds
more, and the nearest of them counts: they, too, differ. They give what is left out here on purpose as well: the menus
of a web page, the columns of a table that are not its text. So two shares are printed, by kind: of the documents that
have so many of the reference's words, and of those that have them or lack no more letters than the import counts, in
characters, as left out. Each of the others is listed with what the import says of it; what needs a password is only
named. Documents of every kind are made and read as well; their words are known. Nothing is written.
"""

from __future__ import annotations

import argparse
import re
import tempfile
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from tests.benchmarks.reference_readers import references
from tests.made_documents import MAKERS, paragraphs, pdf
from workbench.corpora.reading.process import Wanted, read_apart
from workbench.corpora.reading.readers import file_on_disk, kind_of
from workbench.ground.generators import last
from workbench.messages.errors import KnownError
from workbench.messages.rendering import render
from workbench.values.importing import LabelsIn, Limits, Reading

Readers = Callable[[], Iterator[tuple[str, str]]]
"""Who read a document, and its text, one after the other."""

GOAL = 0.95  # of the documents
_IN_CHARACTERS = ("passed.around_article", "passed.other_columns", "passed.sheet_without_text")
_WORD = re.compile(r"[^\W\d_]\w*")  # a number may be one that a reader put before a note or an item
_LETTER = re.compile(r"[^\W\d_]")
_PARTED = re.compile(r"(?<=\w)[-\xad\u2010][ \t]*\r?\n\s*(?=\w)")


@dataclass(frozen=True)
class Compared:
    """One document beside its reference."""

    name: str
    kind: str
    share: float  # of the reference's words that were read
    letters: float  # of its letters: where these are all there, the two readers cut words at other places
    reader: str  # whose words they are
    reason: str = ""  # where it is too little: what the import says
    is_told: bool = False  # all that is missing is counted as left out
    is_refused: bool = False  # the file is passed over, with a sentence
    is_locked: bool = False  # with a password, which nobody has: there is nothing to compare


def main() -> None:
    assert __doc__ is not None
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folders", type=Path, nargs="*")
    parser.add_argument("--least", type=float, default=0.99, help="share of the reference's words (%(default)s)")
    options = parser.parse_args()
    found = [compared for folder in options.folders for compared in _in_folder(folder, options.least)]
    with tempfile.TemporaryDirectory() as folder:
        found += _made(Path(folder))
    _report(found, options.least)


def share_of(reference: str, read: str, unit: re.Pattern[str] = _WORD) -> float:
    """How many of the reference's words were read, each as often as it is there."""
    wanted, have = (Counter(unit.findall(_compared_as(text))) for text in (reference, read))
    return (wanted & have).total() / max(1, wanted.total())


def _compared_as(text: str) -> str:
    """One way to write what can be written in several: ligatures, accents apart, words that a line's end parts."""
    return unicodedata.normalize("NFKC", _PARTED.sub("", text).replace("\xad", "")).casefold()


def _in_folder(folder: Path, least: float) -> Iterator[Compared]:
    without: Counter[str] = Counter()
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        if file.name.endswith(".expected.txt"):
            continue
        compared = _compared(file, str(file.relative_to(folder)), partial(references, file), least)
        if compared is None:
            without[file.suffix.lower()] += 1
        else:
            yield compared
    if without:
        told = ", ".join(f"{suffix or 'no suffix'} {count}" for suffix, count in without.most_common())
        print(f"{folder}: no reference for {without.total()} files ({told})")


def _made(folder: Path) -> Iterator[Compared]:
    texts = paragraphs(100_000)
    for kind, make in MAKERS.items():
        if kind in (".zip", ".tar.gz", ".txt.gz"):
            continue
        file = folder / f"made{kind}"
        file.write_bytes(make(texts))
        words = "\n".join(texts)
        if make is pdf:  # which has no other letters
            words = "".join(character for character in words if character < "\x7f" and character not in "()\\")
        if compared := _compared(file, file.name, lambda words=words: iter((("what it was made of", words),)), 1.0):
            yield compared


def _compared(file: Path, name: str, readers: Readers, least: float) -> Compared | None:
    """Beside the first reader that finds no more, or the nearest one; None where there is none, or nothing to read."""
    kind, text, said, is_refused, is_locked, counted = file.suffix.lower(), "", "", False, False, 0
    try:
        on_disk = file_on_disk(file)
        kind = kind_of(on_disk)
        with closing(last(read_apart(Wanted(on_disk, kind, Reading(labels=LabelsIn.NONE)), Limits()))) as kept:
            text = "".join(kept.pieces())
        passed_over = on_disk.notes.report().passed_over
        counted = sum(passed.count for passed in passed_over if passed.reason.code in _IN_CHARACTERS)
        left_out = (f"{passed.count} × {render(passed.reason)}" for passed in passed_over)
        said = "; ".join(left_out) or "nothing was said to be left out"
    except (KnownError, KeyError) as error:
        said, is_refused, is_locked = str(error), True, getattr(error, "code", "") == "file.needs_password"
    best: Compared | None = None
    for reader, reference in readers():
        if not _WORD.search(reference):
            continue
        shares = share_of(reference, text), share_of(reference, text, _LETTER)
        missing = round((1 - shares[1]) * len(_LETTER.findall(_compared_as(reference))))
        is_told = 0 < missing <= counted
        if best is None or shares > (best.share, best.letters):
            best = Compared(name, kind, *shares, reader, said, is_told, is_refused, is_locked)
        if best.share >= least or is_locked:
            break
    return best


def _report(every: list[Compared], least: float) -> None:
    found = [each for each in every if not each.is_locked]
    if locked := [each.name for each in every if each.is_locked]:
        print(f"{len(locked)} need a password, and are not counted: {', '.join(locked)}")
    by_kind: dict[str, list[Compared]] = defaultdict(list)
    for each in found:
        by_kind[each.kind].append(each)
    print("Words of the nearest of the readers of a kind.\n")
    print(f"| kind | documents | {least:.0%} of the words there | there, or counted as left out | median | beside |")
    print("| --- | ---: | ---: | ---: | ---: | --- |")
    for kind, documents in sorted(by_kind.items()):
        median = sorted(each.share for each in documents)[len(documents) // 2]
        readers = Counter(each.reader for each in documents)
        beside = ", ".join(f"{reader} {count}" for reader, count in readers.most_common())
        there, told = (f"{count} ({count / len(documents):.0%})" for count in _right(documents, least))
        print(f"| {kind} | {len(documents)} | {there} | {told} | {median:.1%} | {beside} |")
    there, told = (
        f"{count} of {len(found)} documents ({count / max(1, len(found)):.1%})" for count in _right(found, least)
    )
    print(f"\nThere are {least:.0%} of the words: {there}.")
    print(f"There, or no more is missing than is counted as left out: {told}; the goal is {GOAL:.0%}.")
    if refused := sum(each.is_refused for each in found):
        print(f"Of the others {refused} are passed over, each with a sentence.")
    for each in sorted(found, key=lambda each: each.share):
        if each.share < least and not each.is_told:
            beside = f"{each.share:6.1%} ({each.letters:.0%} of the letters) of {each.reader}"
            print(f"  {beside}  {each.name}: {each.reason}")


def _right(documents: list[Compared], least: float) -> tuple[int, int]:
    """(how many have enough of the words, how many have them or lack only what is said to be left out)."""
    return (
        sum(each.share >= least for each in documents),
        sum(each.share >= least or each.is_told for each in documents),
    )


if __name__ == "__main__":
    main()
