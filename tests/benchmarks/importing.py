"""How fast a large text is imported and in how much memory, beside `tokenizers` alone on the same text.

    python -m tests.benchmarks.importing TEXT... [--megabytes 10 200 2000]
    python -m tests.benchmarks.importing [--megabytes 1 10 100] [--kinds .docx .html]

Without a text, documents of every kind are made and imported; twice the size has to take about twice the time.

The texts are repeated, with every copy's words changed, until they make a file of each size. Each import runs in a
process of its own, whose memory is compared with that of a process that has only imported the same modules. The
result is read from a new project; the cancelled one must leave nothing behind.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import Any

import psutil

from tests.made_documents import MAKERS, paragraphs, pdf
from workbench.corpora.importing import read_corpus
from workbench.corpora.reading.process import end_idle
from workbench.messages.errors import KnownError

MEGABYTE = 1_000_000
TOKENIZER = Path(__file__).parents[2] / "resources" / "models" / "starter-en" / "tokenizer.json"
_PICTURE_BYTES = 7_500  # as many as three pages of text have
TOKENIZED_BYTES = 50 * MEGABYTE  # at most; its speed does not depend on the size


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("texts", type=Path, nargs="*")
    parser.add_argument("--megabytes", type=int, nargs="+", help="default: 10 200 2000, and 1 10 100 of every kind")
    parser.add_argument("--kinds", nargs="+", default=list(MAKERS), metavar="SUFFIX", help=" ".join(MAKERS))
    parser.add_argument("--pictures", action="store_true", help="a fourth of the PDF's pages, and half of its bytes")
    parser.add_argument("--process", choices=["empty", "import", "tokenize", "document"], help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.process:
        print(json.dumps(measured(options.process, options.texts[0])))
        return
    print(f"{os.cpu_count()} cores")
    if not options.texts:
        by_kind(options.kinds, options.megabytes or [1, 10, 100], has_pictures=options.pictures)
        small_files()
        return
    with tempfile.TemporaryDirectory() as folder:
        for megabytes in options.megabytes or [10, 200, 2000]:
            text = Path(folder) / f"{megabytes}.txt"
            make_text(options.texts, text, megabytes * MEGABYTE)
            report(text)
            text.unlink()


def by_kind(kinds: list[str], sizes: list[int], *, has_pictures: bool) -> None:
    """Of texts with about so many megabytes, from the file to the stored splits: seconds, those that processors worked
    (which grow little where the computer has much else to do), and memory at most."""
    print("| kind | " + " | ".join(f"{size} MB" for size in sizes) + " |\n| --- |" + " ---: |" * len(sizes))
    for kind in kinds:
        print(f"| {kind} | " + " | ".join(cost_of(kind, size, has_pictures) for size in sizes) + " |", flush=True)


def small_files(count: int = 20_000) -> None:
    """Also how long such an import goes without a step, in which it could not be cancelled."""
    with tempfile.TemporaryDirectory() as folder:
        letters, draft = Path(folder) / "letters", Path(folder) / "corpus"
        letters.mkdir()
        draft.mkdir()
        for number, text in enumerate(paragraphs(250 * count)[:count]):
            (letters / f"{number}.txt").write_text(text, encoding="utf-8")
        start = last = time.perf_counter()
        silence = 0.0
        for _ in read_corpus([letters], draft):
            silence, last = max(silence, time.perf_counter() - last), time.perf_counter()
        print(f"{count:,} small files: {last - start:.1f} s, longest silence {silence:.2f} s")


def cost_of(kind: str, megabytes: int, has_pictures: bool) -> str:
    """The file is read in a process of its own: what making it took is not counted."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / f"a{kind}"
        if kind == ".pdf" and has_pictures:
            file.write_bytes(pdf(paragraphs(megabytes * MEGABYTE // 2), picture_bytes=_PICTURE_BYTES))
        else:
            file.write_bytes(MAKERS[kind](paragraphs(megabytes * MEGABYTE)))
        cost = in_process("document", file)
    refusal = f" ({cost['refusal']})" if cost["refusal"] else ""
    seconds = f"{cost['seconds']:.1f} s ({cost['worked_seconds']:.1f} s)"
    return f"{seconds}, {cost['peak_bytes'] / MEGABYTE:,.0f} MB{refusal}"


def document_cost(file: Path) -> dict[str, Any]:
    draft = file.parent / "corpus"
    draft.mkdir()
    refusal = ""
    with Peak() as peak:
        start, worked = time.perf_counter(), _worked()
        try:
            for _ in read_corpus([file], draft):
                pass
        except KnownError as error:
            refusal = str(error)
        seconds = time.perf_counter() - start
        end_idle()  # a process counts when it has ended
        worked = _worked() - worked
    return {"seconds": seconds, "worked_seconds": worked, "peak_bytes": peak.bytes, "refusal": refusal}


def _worked() -> float:
    """Seconds that this process and those that it has ended had a processor."""
    return sum(os.times()[:4])


def make_text(sources: list[Path], target: Path, size_bytes: int) -> None:
    """Different text all the way: a copy's number is put to some of its words, as new names come in new books."""
    files = [file for source in sources for file in (sorted(source.rglob("*.txt")) if source.is_dir() else [source])]
    written, copy = 0, 0
    with target.open("wb") as stream:
        while written < size_bytes:
            for file in files:
                content = file.read_bytes()
                if copy:
                    content = content.replace(b" the old ", f" the old{copy} ".encode()).replace(b"\n\n", b".\n\n")
                content = content[: size_bytes - written]
                stream.write(content)
                written += len(content)
            copy += 1


def report(text: Path) -> None:
    empty, imported, tokenized = (in_process(kind, text) for kind in ("empty", "import", "tokenize"))
    megabytes = text.stat().st_size / MEGABYTE
    speed = megabytes / imported["seconds"]
    alone = tokenized["megabytes_per_second"]
    above = (imported["peak_bytes"] - empty["peak_bytes"]) / MEGABYTE
    print(
        f"{megabytes:,.0f} MB: {imported['seconds']:.1f} s, {speed:.1f} MB/s, {above:,.0f} MB above the empty program; "
        f"tokenizers alone {alone:.1f} MB/s ({speed / alone:.2f} of it); "
        f"cancelled at a third: {imported['left_by_cancelling']} files left",
        flush=True,
    )


def in_process(kind: str, text: Path) -> dict[str, Any]:
    command = [sys.executable, "-m", "tests.benchmarks.importing", str(text), "--process", kind]
    output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    result: dict[str, Any] = json.loads(output)
    return result


def measured(kind: str, text: Path) -> dict[str, Any]:
    from workbench.project.project import Project
    from workbench.services.workbench import Workbench

    if kind == "document":
        return document_cost(text)
    if kind == "tokenize":
        return {"megabytes_per_second": tokenizing(text)}
    with tempfile.TemporaryDirectory(dir=text.parent) as folder, Peak() as peak:
        with Project.create(Path(folder) / "project") as project:
            if kind == "empty":
                return {"peak_bytes": peak.bytes}
            start = time.perf_counter()
            for _ in Workbench(project).texts.import_corpus([text]):
                pass
            seconds = time.perf_counter() - start
            before = set(project.folder.rglob("*"))
            cancelled = Workbench(project).texts.import_corpus([text])
            for progress in cancelled:
                if progress.total and progress.done > progress.total / 3:
                    break
            cancelled.close()
            left = len(set(project.folder.rglob("*")) - before)
        return {"seconds": seconds, "peak_bytes": peak.bytes, "left_by_cancelling": left}


def tokenizing(text: Path) -> float:
    """Megabytes a second of the library itself, given whole documents on all cores."""
    import tokenizers

    tokenizer = tokenizers.Tokenizer.from_file(str(TOKENIZER))
    with text.open("rb") as stream:
        content = stream.read(TOKENIZED_BYTES)
    chunks = [content[at : at + 100_000].decode(errors="replace") for at in range(0, len(content), 100_000)]
    fastest = 0.0
    for _ in range(3):
        start = time.perf_counter()
        for at in range(0, len(chunks), 100):
            tokenizer.encode_batch_fast(chunks[at : at + 100])
        fastest = max(fastest, len(content) / MEGABYTE / (time.perf_counter() - start))
    return fastest


class Peak:
    """The most memory that this process and the one that reads files for it have, looked at a hundred times a second.

    A process is opened once and its children are looked for now and then: either takes longer than a look.
    """

    def __init__(self) -> None:
        self.bytes = 0
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self) -> Peak:
        self.bytes = psutil.Process().memory_info().rss
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        self._thread.join()

    def _watch(self) -> None:
        this = psutil.Process()
        looks = 0
        children: list[psutil.Process] = []
        while not self._ended.wait(0.01):
            if looks % 20 == 0:
                children = this.children(recursive=True)
            looks += 1
            self.bytes = max(self.bytes, sum(map(_resident, [this, *children])))


def _resident(process: psutil.Process) -> int:
    try:
        return int(process.memory_info().rss)
    except psutil.Error:  # it has ended
        return 0


if __name__ == "__main__":
    main()
