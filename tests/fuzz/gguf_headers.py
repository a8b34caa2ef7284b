"""Damage the headers of small GGUF files and look at them: whatever one says, it is a card or a sentence.

    python -m tests.fuzz.gguf_headers --inputs 10000 [--seed N] [--keep FOLDER]

Bytes, lengths, counts, kinds and offsets are changed, texts cut and repeated. What ends in anything but a model or a
KnownError is kept in --keep and listed; the exit status is then 1. The most memory that was taken is told.
"""

from __future__ import annotations

import argparse
import random
import resource
import struct
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from tests.gguf_files import write_gguf
from tests.tiny_families import CONFIGS, write
from workbench.messages.errors import KnownError
from workbench.models.card import Origin, UnreadableModel
from workbench.models.catalogue import look_at
from workbench.models.language_model import read_tokenizer

HEADER = 12_000  # bytes, about: what is damaged
NUMBERS = (0, 1, 2, 8, 9, 12, 13, 255, 1 << 15, (1 << 31) - 1, 1 << 31, (1 << 32) - 1, 1 << 40, 1 << 62, (1 << 64) - 1)
FOUND_ANYWHERE = "model.damaged"


def damaged(content: bytes, choose: random.Random) -> bytes:
    """The same file with one to four things in its header changed."""
    changed = bytearray(content)
    for _ in range(choose.randint(1, 4)):
        place = choose.randrange(min(HEADER, len(changed) - 9)) if choose.random() < 0.8 else choose.randrange(4, 40)
        act = choose.randrange(6)
        if act == 0:
            changed[place] ^= 1 << choose.randrange(8)
        elif act == 1:
            changed[place : place + 8] = struct.pack("<Q", choose.choice(NUMBERS))
        elif act == 2:
            changed[place : place + 4] = struct.pack("<I", choose.choice(NUMBERS) & 0xFFFFFFFF)
        elif act == 3:
            del changed[place : place + choose.choice((1, 4, 8, 100))]
        elif act == 4:
            changed[place:place] = changed[place : place + choose.choice((1, 8, 64, 1000))]
        else:
            del changed[choose.randrange(8, len(changed)) :]
        if len(changed) < 60:
            break
    return bytes(changed)


def outcome(file: Path) -> str:
    """The code of what was said, “opened”, or “fault” for what nobody foresaw."""
    found = look_at(file, Origin.FOLDER)
    if isinstance(found, UnreadableModel):
        detail = found.reason.fields.get("detail")
        return "fault" if getattr(detail, "code", "") == "run.unforeseen" else found.reason.code
    try:
        read_tokenizer(file)
    except KnownError as error:
        return error.code
    return "opened"


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--inputs", type=int, default=10_000)
    asked.add_argument("--seed", type=int, default=0)
    asked.add_argument("--keep", type=Path, default=Path("gguf-faults"))
    options = asked.parse_args()
    choose, found, slowest = random.Random(options.seed), Counter[str](), 0.0
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        families = [family for family in CONFIGS if family != "smollm3"]
        contents = [
            write_gguf(folder / f"{family}.gguf", write(folder / family, family)).read_bytes() for family in families
        ]
        begun_bytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        for number in range(options.inputs):
            content = damaged(choose.choice(contents), choose)
            file = folder / "odd.gguf"
            file.write_bytes(content)
            begun = time.perf_counter()
            told = outcome(file)
            slowest = max(slowest, time.perf_counter() - begun)
            found[told] += 1
            if told == "fault":
                options.keep.mkdir(exist_ok=True)
                (options.keep / f"{number}.gguf").write_bytes(content)
    taken = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - begun_bytes) / 1024
    print(f"seed {options.seed}: {dict(found)}; slowest {slowest:.2f} s, {taken:.0f} MB more than before")
    return 1 if found["fault"] else 0


if __name__ == "__main__":
    sys.exit(main())
