"""How soon a large text is searched, beside `grep -c` on the same file in the same run.

    python -m tests.benchmarks.searching [TEXT] [--megabytes 200]

The text is repeated until it has that size; without one, the sample log is. Every search is made once before it is
timed, since the file has to be in memory for both; each goes to the end of the text, or to as many places as are
listed. Seconds are those of the processor, beside which others may be at work. Leaving a document out and taking it
back are timed as well, and what is counted in the background after that.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from workbench.corpora.importing import content_hash, split_file
from workbench.corpora.leaving_out import with_left_out
from workbench.corpora.recounting import counted_anew
from workbench.corpora.searching import in_order, search
from workbench.ground.generators import last
from workbench.ground.resources import resource
from workbench.store.contents import NO_CONTENTS
from workbench.values.corpus import Corpus, Split
from workbench.values.search import Order, Query, Way

T = TypeVar("T")
SEARCHES = (
    ("rare letters", Query("nowhere to be seen"), ("-F", "-i", "nowhere to be seen")),
    ("rare letters, case", Query("Nowhere to be", case=True), ("-F", "Nowhere to be")),
    ("rare letters, accented", Query("événement"), ("-F", "-i", "événement")),
    ("frequent letters", Query("lamp"), ("-F", "-i", "lamp")),
    ("whole word", Query("gannets", Way.WORD), ("-w", "-i", "gannets")),
    ("expression", Query(r"\bkeepers?\s+of\s+\w+less\b", Way.EXPRESSION), ("-E", "-i", r"\bkeepers?\s+of\s+\w+less\b")),
    ("expression, look-behind", Query(r"(?<=the )lampp\w+", Way.EXPRESSION), ("-P", "-i", r"(?<=the )lampp\w+")),
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("text", type=Path, nargs="?", default=resource("samples/keepers-log.txt"))
    parser.add_argument("--megabytes", type=int, default=200)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        corpus = repeated(options.text, Path(folder), options.megabytes * 1_000_000)
        print(f"{options.megabytes} MB: seconds, and those of grep -c")
        for name, query, grep in SEARCHES:
            last(search(corpus, query))
            seconds, found = timed(lambda query=query: last(search(corpus, query)))
            ours = f"{len(found.lines)} places{'' if found.is_whole else ', the first'}"
            theirs, counted = timed(lambda grep=grep: grep_count(corpus, grep))
            print(f"{name:>24} {seconds:6.2f} s ({ours})   {theirs:6.2f} s ({counted} lines)")
        many = last(search(corpus, Query("the"))).lines
        for order in (Order.FOLLOWING, Order.PRECEDING):
            seconds, _ = timed(lambda order=order: in_order(many, order))
            print(f"{f'{len(many)} lines by {order}':>24} {seconds:6.2f} s")
        without, whole = Path(folder) / "without", Path(folder) / "whole"
        for place in (without, whole):
            place.mkdir()
        seconds, contents = timed(lambda: last(with_left_out(corpus, [(Split.TRAIN, 2)], without)))
        print(f"{'a document left out':>24} {seconds:6.2f} s")
        less = replace(corpus, folder=without, contents=contents)
        seconds, contents = timed(lambda: last(with_left_out(less, [], whole)))
        same = "the same text" if contents.sha256 == corpus.contents.sha256 else "ANOTHER TEXT"
        print(f"{'and taken back':>24} {seconds:6.2f} s ({same})")
        seconds, _ = timed(lambda: last(counted_anew(less)))
        print(f"{'counted anew, meanwhile':>24} {seconds:6.2f} s")


def repeated(text: Path, folder: Path, size: int) -> Corpus:
    """All in the training part, with a separator between two copies."""
    content = text.read_bytes().strip(b"\n")
    copies = max(3, size // len(content))
    split_file(folder, Split.TRAIN).write_bytes(b"\n\f\n".join([content] * copies) + b"\n")
    for split in (Split.VALIDATION, Split.TEST):
        shutil.copyfile(text, split_file(folder, split))
    return Corpus(1, "text", folder, replace(NO_CONTENTS, sha256=content_hash(folder)), datetime.now(UTC))


def timed(work: Callable[[], T]) -> tuple[float, T]:
    before = os.times()
    found = work()
    after = os.times()
    return sum(after[:4]) - sum(before[:4]), found


def grep_count(corpus: Corpus, arguments: tuple[str, ...]) -> str:
    if shutil.which("grep") is None:
        return "no grep"
    command = ["grep", "-c", *arguments, str(split_file(corpus.folder, Split.TRAIN))]
    return subprocess.run(command, capture_output=True, text=True, env={"LC_ALL": "C.UTF-8"}).stdout.strip()


if __name__ == "__main__":
    main()
