"""How much of documents that nobody here made is read: their words, beside those that another reader finds.

    python -m tests.benchmarks.fidelity FOLDER… [--least 0.99]

The reference is what lies beside a document as DOCUMENT.expected.txt; else pandoc, pdftotext or LibreOffice, where
they are on this machine. Documents of every kind are made and read as well; their words are known. Printed are, by
kind, how many documents have at least that share of the reference's words, and each that has less, with what the
import says of it; what needs a password is only named. Nothing is written.
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from tests.made_documents import MAKERS, paragraphs, pdf
from workbench.corpora.reading.process import Wanted, read_apart
from workbench.corpora.reading.readers import file_on_disk, kind_of
from workbench.ground.generators import last
from workbench.messages.errors import KnownError
from workbench.messages.rendering import render
from workbench.values.importing import Limits, Reading

GOAL = 0.95  # of the documents of a kind
_WORD = re.compile(r"[^\W\d_]\w*")  # a number may be one that a reader put before a note or an item
_LETTER = re.compile(r"[^\W\d_]")
_NO_PICTURES = "function Image() return {} end"  # pandoc writes what they show
_PANDOC = {
    ".docx": "docx", ".odt": "odt", ".epub": "epub", ".html": "html", ".htm": "html", ".xhtml": "html", ".fb2": "fb2",
    ".rtf": "rtf", ".ipynb": "ipynb", ".md": "markdown", ".markdown": "markdown", ".org": "org", ".rst": "rst",
    ".dbk": "docbook", ".docbook": "docbook", ".jats": "jats",
}  # fmt: skip
_LIBREOFFICE = frozenset((".docx", ".odt", ".rtf", ".pptx", ".xlsx", ".ods", ".doc"))
_SECONDS = 120


@dataclass(frozen=True)
class Compared:
    """One document beside its reference."""

    name: str
    kind: str
    share: float  # of the reference's words that were read
    letters: float  # of its letters: where these are all there, the two readers cut words at other places
    reason: str = ""  # where it is too little: what the import says
    is_locked: bool = False  # with a password, which nobody has: there is nothing to compare


def main() -> None:
    assert __doc__ is not None
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folders", type=Path, nargs="*")
    parser.add_argument("--least", type=float, default=0.99, help="share of the reference's words (%(default)s)")
    options = parser.parse_args()
    found = [compared for folder in options.folders for compared in _in_folder(folder)]
    with tempfile.TemporaryDirectory() as folder:
        found += _made(Path(folder))
    _report(found, options.least)


def share_of(reference: str, read: str, unit: re.Pattern[str] = _WORD) -> float:
    """How many of the reference's words were read, each as often as it is there."""
    wanted, have = (Counter(word.casefold() for word in unit.findall(text)) for text in (reference, read))
    return (wanted & have).total() / max(1, wanted.total())


def _in_folder(folder: Path) -> Iterator[Compared]:
    without: Counter[str] = Counter()
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        if file.name.endswith(".expected.txt"):
            continue
        reference = _reference(file)
        if reference is None or not _WORD.search(reference):
            without[file.suffix.lower()] += 1
        else:
            yield _compared(file, str(file.relative_to(folder)), reference)
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
        yield _compared(file, file.name, words)


def _compared(file: Path, name: str, reference: str) -> Compared:
    kind = file.suffix.lower()
    try:
        on_disk = file_on_disk(file)
        kind = kind_of(on_disk)
        with closing(last(read_apart(Wanted(on_disk, kind, Reading()), Limits()))) as kept:
            text = "".join(kept.pieces())
    except (KnownError, KeyError) as error:
        return Compared(name, kind, 0.0, 0.0, str(error), is_locked=getattr(error, "code", "") == "file.needs_password")
    left_out = (f"{passed.count} × {render(passed.reason)}" for passed in on_disk.notes.report().passed_over)
    share, letters = share_of(reference, text), share_of(reference, text, _LETTER)
    return Compared(name, kind, share, letters, "; ".join(left_out) or "nothing was said to be left out")


def _reference(file: Path) -> str | None:
    beside = file.with_name(f"{file.name}.expected.txt")
    if beside.exists():
        return beside.read_text(encoding="utf-8")
    suffix = file.suffix.lower()
    readers: list[tuple[bool, str, Callable[[Path, str], str | None]]] = [
        (suffix == ".pdf", "pdftotext", lambda path, program: _output([program, "-q", str(path), "-"])),
        (
            suffix in _PANDOC,
            "pandoc",
            _by_pandoc,
        ),
        (suffix in _LIBREOFFICE, "soffice", _by_libreoffice),
    ]
    for fits, name, read in readers:
        program = shutil.which(name)
        if fits and program is not None:
            return read(file, program)
    return None


def _by_pandoc(file: Path, program: str) -> str | None:
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as filter_file:
        filter_file.write(_NO_PICTURES)
        filter_file.flush()
        how = ["-f", _PANDOC[file.suffix.lower()], "-t", "plain", "--wrap=none", f"--lua-filter={filter_file.name}"]
        return _output([program, *how, str(file)])


def _by_libreoffice(file: Path, program: str) -> str | None:
    with tempfile.TemporaryDirectory() as folder:
        command = [program, "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", folder, str(file)]
        _output(command)
        written = list(Path(folder).glob("*.txt"))
        return written[0].read_text(encoding="utf-8", errors="replace") if written else None


def _output(command: list[str]) -> str | None:
    try:
        ended = subprocess.run(command, capture_output=True, timeout=_SECONDS, check=True)
    except (subprocess.SubprocessError, OSError):
        return None
    return ended.stdout.decode(errors="replace")


def _report(every: list[Compared], least: float) -> None:
    found = [each for each in every if not each.is_locked]
    if locked := [each.name for each in every if each.is_locked]:
        print(f"{len(locked)} need a password, and are not counted: {', '.join(locked)}")
    by_kind: dict[str, list[Compared]] = defaultdict(list)
    for each in found:
        by_kind[each.kind].append(each)
    print(f"| kind | documents | with {least:.0%} of the words | median |\n| --- | ---: | ---: | ---: |")
    for kind, documents in sorted(by_kind.items()):
        good = sum(each.share >= least for each in documents)
        median = sorted(each.share for each in documents)[len(documents) // 2]
        print(f"| {kind} | {len(documents)} | {good} ({good / len(documents):.0%}) | {median:.1%} |")
    good = sum(each.share >= least for each in found)
    print(f"\n{good} of {len(found)} documents ({good / max(1, len(found)):.1%}; the goal is {GOAL:.0%})")
    for each in sorted(found, key=lambda each: each.share):
        if each.share < least:
            print(f"  {each.share:6.1%} ({each.letters:.0%} of the letters)  {each.name}: {each.reason}")


if __name__ == "__main__":
    main()
