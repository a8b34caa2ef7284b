"""Damage the files of small models and open them: whatever is in one is a model that answers, or a sentence.

    python -m tests.fuzz.models --inputs 5000 [--seed N] [--keep FOLDER]

Headers of safetensors, tokenizer.json, config.json and the index of parts are changed, byte by byte and value by value.
They are opened in a process of its own, so that one that is ended is seen. What ends in anything but an answer or a
KnownError, takes more than a gigabyte, or more than ten seconds of work is kept in --keep and listed; the exit status
is then 1.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import subprocess
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path
from queue import Empty, Queue
from threading import Thread
from typing import Any

import psutil

from tests.fuzz.imports import damage

MOST_BYTES = 1 << 30  # of the process, beyond what it takes before
MOST_SECONDS = 10.0  # that it works for one input
GIVEN_UP_SECONDS = 120.0  # of waiting for it, while others may have the computer
TOKENIZER = "tokenizer.json"
INPUTS_A_PROCESS = 500  # networks that were built are not all forgotten
TEXT = "Anna lit the lamp. 你好 <|endoftext|>\n"
VALUES = (
    None, True, False, 0, 1, -1, 2, 3, 7, 64, 1e9, 1 << 31, 1 << 40, 10**30, -0.5, 0.1, 1e308, float("nan"),
    float("inf"), "", "a", "<|endoftext|>", "\ud800", [], [0], [None], {}, {"a": 1}, [[[]]], 300 * "x",
)  # fmt: skip


@dataclass
class Found:
    """What has happened so far."""

    inputs: int = 0
    outcomes: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)
    slowest: float = 0.0  # seconds of work
    peak_bytes: int = 0


class Opener:
    """The process that opens folders, one after the other."""

    def __init__(self) -> None:
        command = [sys.executable, "-m", "tests.fuzz.models", "--opener"]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self._answers: Queue[str] = Queue()
        Thread(target=self._listen, daemon=True).start()
        self._seen = psutil.Process(self._process.pid)
        self._answers.get()  # it is ready
        self.opened = 0

    def open(self, folder: Path, damaged: str) -> tuple[str, float, int]:
        """What came of opening a folder in which a file is `damaged` (an empty text where the process was ended),
        seconds of work, bytes beyond those before."""
        self.opened += 1
        base, worked, peak = self._seen.memory_info().rss, sum(self._seen.cpu_times()[:2]), 0
        assert self._process.stdin is not None
        self._process.stdin.write(f"{folder}\t{damaged}\n")
        self._process.stdin.flush()
        end = time.monotonic() + GIVEN_UP_SECONDS
        while time.monotonic() < end:
            try:
                answer = self._answers.get(timeout=0.02)
            except Empty:
                if self._process.poll() is not None:
                    return "", 0.0, peak
                peak = max(peak, self._seen.memory_info().rss - base)
                continue
            return answer, sum(self._seen.cpu_times()[:2]) - worked, max(peak, self._seen.memory_info().rss - base)
        return "", GIVEN_UP_SECONDS, peak

    def close(self) -> None:
        self._process.kill()
        self._process.wait()

    def _listen(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self._answers.put(line.strip())


def main(arguments: Sequence[str] | None = None) -> int:
    assert __doc__ is not None
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz.models", description=__doc__.split("\n")[0])
    parser.add_argument("--inputs", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=int(time.time()) % 100_000, help="chooses what is damaged and how")
    parser.add_argument("--keep", type=Path, default=Path("artifacts/fuzz"), help="where folders that do harm are put")
    parser.add_argument("--opener", action="store_true", help="be the process that opens folders named on its input")
    options = parser.parse_args(arguments)
    if options.opener:
        return _be_opener()
    with tempfile.TemporaryDirectory() as place:
        found = _fuzz(Path(place), options.inputs, random.Random(options.seed), options.keep, options.seed)
    return 1 if found.faults else 0


def _fuzz(place: Path, inputs: int, chooser: random.Random, keep: Path, seed: int) -> Found:
    seeds = _seeds(place)
    print(f"seed {seed}, {len(seeds)} folders to damage", flush=True)
    found, opener, told = Found(), Opener(), time.monotonic()
    for number in range(inputs):
        folder = place / "damaged"
        shutil.copytree(chooser.choice(seeds), folder)
        answer, seconds, peak = opener.open(folder, _damage_folder(folder, chooser))
        fault = _judge(answer, seconds, peak, found)
        if fault:
            kept = keep / f"model-{seed}-{number}"
            shutil.copytree(folder, kept, dirs_exist_ok=True)
            found.faults.append(f"{kept}: {fault}")
            print(found.faults[-1], flush=True)
        shutil.rmtree(folder)
        if not answer or opener.opened >= INPUTS_A_PROCESS:
            opener.close()
            opener = Opener()
        if time.monotonic() - told > 60:
            told = time.monotonic()
            print(_summary(found), flush=True)
    opener.close()
    print(_summary(found))
    return found


def _judge(answer: str, seconds: float, peak: int, found: Found) -> str:
    """What went wrong, or an empty string."""
    found.inputs += 1
    found.slowest, found.peak_bytes = max(found.slowest, seconds), max(found.peak_bytes, peak)
    if not answer:
        found.outcomes["ended"] += 1
        return f"the process ended or said nothing for {seconds:.0f} s"
    told = json.loads(answer)
    found.outcomes[told["outcome"]] += 1
    if told["fault"]:
        return str(told["fault"])
    if peak > MOST_BYTES:
        return f"{peak / 1e6:.0f} MB"
    return f"{seconds:.0f} s" if seconds > MOST_SECONDS else ""


def _be_opener() -> int:
    """Answers a line of JSON for each folder that is named on a line."""
    from workbench.models.language_model import import_libraries

    import_libraries()
    import keras

    print("ready", flush=True)
    for number, line in enumerate(sys.stdin):
        if number % 50 == 0:
            keras.backend.clear_session()
        outcome, fault = "traceback", ""
        try:
            folder, _, damaged = line.strip().partition("\t")
            outcome = _opened(Path(folder), only_text=damaged == TOKENIZER)
        except BaseException:
            fault = traceback.format_exc()
        print(json.dumps({"outcome": outcome, "fault": fault}), flush=True)
    return 0


def _opened(folder: Path, *, only_text: bool) -> str:
    """By which name what came of it is counted; with `only_text` no network is built."""
    import numpy as np

    from workbench.messages.errors import KnownError
    from workbench.models.card import Origin
    from workbench.models.catalogue import read_card
    from workbench.models.language_model import load, read_tokenizer

    try:
        card = read_card(folder, Origin.FOLDER)
        tokenizer = read_tokenizer(folder)
        tokens = tokenizer.encode(TEXT)[: card.context_length]
        tokenizer.decode(tokens)
        if only_text or not len(tokens):
            return "read"
        batch = tokens[None]
        load(card).network({"token_ids": batch, "padding_mask": np.ones_like(batch)}, training=False)
    except KnownError as error:
        str(error).encode()
        detail = error.fields.get("detail")
        code = str(getattr(detail, "code", ""))
        assert code != "run.unforeseen", str(error)
        return code or error.code
    return "opened"


def _seeds(place: Path) -> list[Path]:
    from tests.tiny_families import EVERY, write, write_any

    parts = [write(place / f"parts-{family}", family, shards=2) for family in ("llama", "gemma3")]
    return [*(write_any(place / family, family) for family in EVERY), *parts]


def _damage_folder(folder: Path, chooser: random.Random) -> str:
    """The name of the file that was damaged."""
    file = chooser.choice(sorted(file for file in folder.iterdir() if file.is_file()))
    if chooser.random() < 0.5 and file.suffix == ".safetensors":  # else it is mostly numbers that are damaged
        file.write_bytes(_with_header(file.read_bytes(), chooser))
    elif chooser.random() < 0.75 and file.suffix == ".json":
        content = json.loads(file.read_text(encoding="utf-8"))
        for _ in range(chooser.choice((1, 1, 1, 2, 5))):
            _change_value(content, chooser)
        file.write_text(json.dumps(content), encoding="utf-8")
    else:
        file.write_bytes(damage(file.name, file.read_bytes(), chooser, [(file.name, b"{}")]))
    return file.name


def _with_header(content: bytes, chooser: random.Random) -> bytes:
    """A safetensors file whose header says something else; mostly its length is right."""
    length = int.from_bytes(content[:8], "little")
    header, rest = content[8 : 8 + length], content[8 + length :]
    if chooser.random() < 0.5:
        said = json.loads(header)
        for _ in range(chooser.choice((1, 1, 3))):
            _change_value(said, chooser)
        header = json.dumps(said).encode()
    else:
        header = damage("header", header, chooser, [("header", b"{}")])
    told = len(header) if chooser.random() < 0.8 else chooser.choice((0, 1, 1 << 20, 1 << 40, (1 << 64) - 1))
    return told.to_bytes(8, "little") + header + rest


def _change_value(content: Any, chooser: random.Random) -> None:
    """Take something out of it, or put something else in its place, at any depth."""
    inside: Any = content
    while True:
        keys = list(inside) if isinstance(inside, dict) else range(len(inside)) if isinstance(inside, list) else ()
        if not keys:
            return
        key = chooser.choice(keys)
        deeper = inside[key]
        if isinstance(deeper, (dict, list)) and deeper and chooser.random() < 0.8:
            inside = deeper
            continue
        if chooser.random() < 0.3:
            del inside[key]
        elif isinstance(deeper, int) and chooser.random() < 0.5:
            inside[key] = deeper + chooser.choice((-1, 1, 2, deeper))
        else:
            inside[key] = deepcopy(chooser.choice(VALUES))
        return


def _summary(found: Found) -> str:
    outcomes = ", ".join(f"{name} {count}" for name, count in found.outcomes.most_common())
    return (
        f"{found.inputs} inputs ({outcomes}); slowest {found.slowest:.1f} s, "
        f"largest {found.peak_bytes / 1e6:.0f} MB, {len(found.faults)} faults"
    )


if __name__ == "__main__":
    sys.exit(main())
