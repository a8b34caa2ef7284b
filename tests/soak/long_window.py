"""A window that is open for long trains, predicts, takes notes and imports over and over, and its memory is read."""

from __future__ import annotations

import json
import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tests.soak.acts import Stage, enter_window, make_text, told_by_window, train_order
from tests.soak.ledger import Ledger
from tests.soak.memory import Memory, judged
from tests.soak.program import faults
from tests.soak.troubles import Trouble


@dataclass(frozen=True)
class LongWindow:
    """Its project, which nobody else disturbs, and what was seen of it."""

    stage: Stage
    memory: Memory | None


def keep_open(stage: Stage, folder: Path, text: Path, seconds: float, chosen: random.Random) -> LongWindow:
    """`folder` is where its project is made; the window is closed while it trains."""
    folder.mkdir()
    own = replace(stage, project=folder / "project", ledger=Ledger(folder / "ledger.json"))
    stage.programs.run("new", own.project)
    round_of = [train_order(stage.setups[0]), {"do": "predict", "text": "Anna lit"}, {"do": "note", "text": "seen"},
                {"do": "import", "file": str(make_text(stage, chosen))}]  # fmt: skip
    orders = [
        {"do": "import", "file": str(text)},
        {"do": "repeat", "orders": round_of, "seconds": seconds},
        train_order(stage.setups[0], until=80),
        {"do": "close"},
    ]
    outcome = stage.programs.module("window", own.project, json.dumps(orders)).end(seconds + 400)
    said = told_by_window(outcome)
    enter_window(own, said, Trouble.NONE)
    stage.found.faults += [f"long window: {fault}" for fault in faults(outcome)]
    closed = outcome.status == 0 and bool(said) and said[-1]["said"] == "closed"
    stage.found.check(closed, f"the long window ended with {outcome.status}: {outcome.last_line}")
    return LongWindow(own, _judge(stage, [line["bytes"] for line in said if line["said"] == "memory"]))


def _judge(stage: Stage, samples: Sequence[int]) -> Memory | None:
    memory = judged(samples)
    if memory is not None:
        stage.found.check(memory.is_flat, f"the memory of a window grew: {memory}")
    return memory
