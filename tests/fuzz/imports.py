"""Damage files of every kind and import them: whatever is in a file costs that file, and a sentence.

    python -m tests.fuzz.imports --minutes 60 [--seed N] [--keep FOLDER] [FOLDER…] [--kinds ENDING…]

Seeds are made documents, and the files of the folders that are named; with --kinds only those whose names end so.
What ends in anything but an import or a KnownError, takes more than a gigabyte, more than 60 seconds of a processor a
megabyte, or has whoever waits for its next step, or another thread such as the window's, wait for more than a second of
work is kept in --keep and listed; the exit status is then 1. The file that took longest for its size is kept there,
too, and each that ended the process which read it. What the clock said is printed beside: it also tells what else the
computer had to do.
"""

from __future__ import annotations

import argparse
import io
import random
import sys
import tempfile
import time
import traceback
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import psutil

from tests.fuzz.odd_documents import ODD
from tests.fuzz.watching import Taken, Watch
from tests.made_documents import MAKERS, paragraphs
from workbench.corpora.importing import read_corpus
from workbench.corpora.reading.process import end_idle
from workbench.messages.errors import KnownError

MOST_BYTES = 1 << 30  # of the process that reads; of this one, beyond what it takes before
SECONDS_A_MEGABYTE = 60.0
LONGEST_SEED = 4 << 20
LONGEST_SILENCE = 1.0  # seconds between two steps of an import, so that cancelling it takes no longer
LONGEST_STALL = 1.0  # seconds in which another thread, as the window's, cannot go on


@dataclass
class Found:
    """What has happened so far."""

    imports: int = 0
    outcomes: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)
    most: Taken = field(default_factory=Taken)
    slowest: float = 0.0  # seconds of a processor a megabyte, of files beyond a tenth of one
    slowest_by_clock: float = 0.0
    peak_bytes: int = 0


def main(arguments: Sequence[str] | None = None) -> int:
    assert __doc__ is not None
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz.imports", description=__doc__.split("\n")[0])
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--seed", type=int, default=int(time.time()) % 100_000, help="chooses what is damaged and how")
    parser.add_argument("--keep", type=Path, default=Path("artifacts/fuzz"), help="where files that do harm are put")
    parser.add_argument("--kinds", nargs="*", help="endings of the names of what is damaged, as .xls comments.ods")
    parser.add_argument("folders", type=Path, nargs="*", help="with files to damage")
    options = parser.parse_args(arguments)
    chooser = random.Random(options.seed)
    seeds = [seed for seed in _seeds(options.folders) if seed[0].endswith(tuple(options.kinds or [""]))]
    print(f"seed {options.seed}, {len(seeds)} files to damage", flush=True)
    found = Found()
    end = time.monotonic() + 60 * options.minutes
    told = time.monotonic()
    while time.monotonic() < end:
        name, content = chooser.choice(seeds)
        damaged = damage(name, content, chooser, seeds)
        slowest, ended = found.slowest, found.outcomes["file.ends_reader"]
        fault = try_import(name, damaged, found)
        if found.slowest > max(slowest, SECONDS_A_MEGABYTE / 4):
            _keep(options.keep / f"slowest-{name}", damaged)
        if found.outcomes["file.ends_reader"] > ended:
            _keep(options.keep / f"ended-{found.imports}-{name}", damaged)
        if fault:
            kept = _keep(options.keep / f"{len(found.faults)}-{name}", damaged)
            found.faults.append(f"{kept}: {fault}")
            print(found.faults[-1], flush=True)
        if time.monotonic() - told > 60:
            told = time.monotonic()
            print(_summary(found), flush=True)
    end_idle()
    print(_summary(found))
    return 1 if found.faults else 0


def _keep(path: Path, content: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def damage(name: str, content: bytes, chooser: random.Random, seeds: Sequence[tuple[str, bytes]]) -> bytes:
    """A few changes; in a ZIP file half of the time in one of its members, so that more than its list is tried."""
    if content.startswith(b"PK") and chooser.random() < 0.6:
        repacked = _damaged_member(content, chooser)
        if repacked is not None:
            return repacked
    for _ in range(chooser.choice((1, 1, 1, 2, 4, 16))):
        content = chooser.choice(_CHANGES)(content, chooser)
    if chooser.random() < 0.03:
        content += chooser.choice(seeds)[1][:100_000]
    return content


def try_import(name: str, content: bytes, found: Found) -> str:
    """What went wrong, or an empty string."""
    this = psutil.Process()
    base = this.memory_info().rss
    found.imports += 1
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / f"a{_ending(name)}"
        file.write_bytes(content)
        draft = Path(folder) / "corpus"
        draft.mkdir()
        watch = Watch()
        try:
            for _ in read_corpus([file], draft):
                watch.step()
            found.outcomes["read"] += 1
        except KnownError as error:
            code = _code_in(str(error.fields.get("reasons", ""))) or error.code
            found.outcomes[code] += 1
        except Exception:
            found.outcomes["traceback"] += 1
            return traceback.format_exc()
        finally:
            taken = watch.end()
    peak = max(taken.child_bytes, this.memory_info().rss - base)
    found.peak_bytes = max(found.peak_bytes, peak)
    found.most.raise_to(taken)
    megabytes = max(0.1, len(content) / 1e6)
    found.slowest = max(found.slowest, taken.worked / megabytes)
    found.slowest_by_clock = max(found.slowest_by_clock, taken.clock / megabytes)
    return _fault(taken, peak, len(content))


def _fault(taken: Taken, peak: int, size: int) -> str:
    if peak > MOST_BYTES:
        return f"{peak / 1e6:.0f} MB"
    if taken.worked > max(SECONDS_A_MEGABYTE * size / 1e6, 60.0) + 10:
        return f"{taken.worked:.0f} s of a processor ({taken.clock:.0f} s by the clock) for {size / 1e6:.2f} MB"
    if taken.silence > LONGEST_SILENCE:
        return f"{taken.silence:.1f} s without a step ({taken.silence_by_clock:.1f} s by the clock)"
    if taken.stall > LONGEST_STALL:
        return f"{taken.stall:.1f} s in which no other thread ran ({taken.stall_by_clock:.1f} s by the clock)"
    return ""


def _code_in(reason: str) -> str:
    return reason.partition("code='")[2].partition("'")[0]


def _seeds(folders: Sequence[Path]) -> Iterator[tuple[str, bytes]]:
    made = {f"made{ending}": make for ending, make in MAKERS.items()} | ODD
    for number, (name, make) in enumerate(made.items()):
        for size in (2_000, 60_000):
            yield name, make(paragraphs(size, seed=number))
    for folder in folders:
        for file in sorted(folder.rglob("*")):
            if file.is_file() and 0 < file.stat().st_size <= LONGEST_SEED:
                yield file.name, file.read_bytes()


def _ending(name: str) -> str:
    suffixes = Path(name).suffixes[-2:]
    return "".join(suffixes) if suffixes[-1:] in ([".gz"], [".xz"], [".bz2"]) else "".join(suffixes[-1:])


def _damaged_member(content: bytes, chooser: random.Random) -> bytes | None:
    file = io.BytesIO()
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
            names = old.namelist()
            chosen = chooser.choice(names)
            for name in names:
                part = old.read(name)
                if name == chosen:
                    for _ in range(chooser.choice((1, 1, 2, 8))):
                        part = chooser.choice(_CHANGES)(part, chooser)
                new.writestr(name, part)
    except (zipfile.BadZipFile, zlib.error, RuntimeError, ValueError, IndexError, EOFError, OSError, OverflowError):
        return None
    return file.getvalue()


def _cut(content: bytes, chooser: random.Random) -> bytes:
    return content[: chooser.randint(1, max(1, len(content)))]


def _flip(content: bytes, chooser: random.Random) -> bytes:
    changed = bytearray(content or b"x")
    for _ in range(chooser.choice((1, 3, 10, 100))):
        changed[chooser.randrange(len(changed))] = chooser.randrange(256)
    return bytes(changed)


def _drop(content: bytes, chooser: random.Random) -> bytes:
    start = chooser.randrange(len(content) + 1)
    return content[:start] + content[start + chooser.choice((1, 10, 1_000)) :]


def _repeat(content: bytes, chooser: random.Random) -> bytes:
    start = chooser.randrange(len(content) + 1)
    piece = content[start : start + chooser.choice((1, 20, 500))]
    return (
        content[:start]
        + piece * min(chooser.choice((2, 50, 5_000)), 1 + 2_000_000 // (len(piece) + 1))
        + content[start:]
    )


def _number(content: bytes, chooser: random.Random) -> bytes:
    """A number that a reader may believe."""
    width = chooser.choice((2, 4, 8))
    number = chooser.choice((0, 1, 0x7F, 0xFF, 0x7FFF, 0xFFFF, 0x7FFFFFFF, 0xFFFFFFFF, 1 << 40)) & (
        (1 << 8 * width) - 1
    )
    start = chooser.randrange(len(content) + 1)
    return content[:start] + number.to_bytes(width, chooser.choice(("little", "big"))) + content[start + width :]


def _digits(content: bytes, chooser: random.Random) -> bytes:
    """The same in a text."""
    places = [at for at in range(len(content)) if content[at : at + 1].isdigit()] if len(content) < 200_000 else []
    if not places:
        return _number(content, chooser)
    at = chooser.choice(places)
    return content[:at] + chooser.choice((b"0", b"-1", b"1048576", b"99999999999", b"1e999")) + content[at + 1 :]


def _mark(content: bytes, chooser: random.Random) -> bytes:
    start = chooser.randrange(len(content) + 1)
    marks = (b"<", b">", b"&x;", b'"', b"\0", b"\n", b"{", b"\\", b"]]>", b"<!--", b"\xff\xfe", b"{{", b"\t" * 3_000)
    return content[:start] + chooser.choice(marks) * chooser.choice((1, 1, 1_000)) + content[start:]


_CHANGES = (_cut, _flip, _flip, _drop, _repeat, _number, _digits, _mark)


def _summary(found: Found) -> str:
    outcomes = ", ".join(f"{name} {count}" for name, count in found.outcomes.most_common())
    most = found.most
    return (
        f"{found.imports} imports ({outcomes}); by the processor (by the clock): slowest {found.slowest:.1f} "
        f"({found.slowest_by_clock:.1f}) s/MB, longest silence {most.silence:.1f} ({most.silence_by_clock:.1f}) s, "
        f"longest stall of another thread {most.stall:.1f} ({most.stall_by_clock:.1f}) s; "
        f"largest process {found.peak_bytes / 1e6:.0f} MB, {len(found.faults)} faults"
    )


if __name__ == "__main__":
    sys.exit(main())
