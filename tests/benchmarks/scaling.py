"""What several devices would make of a run: efficiency and goodput, from what a step and its exchange cost here.

    uv run python -m tests.benchmarks.scaling [--steps 40] [--tokens-per-second N --parameters N]

Measured here: how long steps of the bundled model take, from which follow the cost of a weight and a token and how
unequal steps are, and how long adding two gradients takes for each byte. Each device makes a batch of 8 × 256 tokens,
then all exchange their gradients in a ring (each sends 2 (N - 1) / N times their size, Patarasuk & Yuan, 2009), and
nothing of that happens at the same time. `--tokens-per-second` and `--parameters` take another measurement instead of
training here.

*Efficiency* is what N devices do in a second, as a share of N times what one does: every step waits for the slowest, so
the times that were measured are drawn for each device and each step. *Goodput* is what is left of that where a device
fails once in 30 days on average, all wait for it, and the run goes on from its last checkpoint; checkpoints are as far
apart as loses least (Young, 1974), and are written at one gigabyte a second.
"""

from __future__ import annotations

import argparse
import math
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from workbench.ground.generators import last
from workbench.models.catalogue import find_model
from workbench.project.project import Project
from workbench.services.sample_project import CORPUS, MODEL, make_sample_project
from workbench.services.workbench import Workbench
from workbench.training.events import StepMeasured
from workbench.values.fine_tuning import FineTuning

TOKENS = 8 * 256  # of a step on each device
DEVICES = (2, 8, 64)
WEIGHTS = {"17 M": 17e6, "135 M": 135e6, "1 B": 1e9}
GIGABITS = (1, 10, 100)
LATENCY = 50e-6  # seconds that a message takes beside its bytes
FAILURE = 30 * 86_400.0  # seconds between two of one device
RESTART = 120.0  # seconds until all go on after one
DISK = 1e9  # bytes a second
STATE_BYTES = 12  # of a weight in a checkpoint: itself, and AdamW's two
STEPS = 2000  # that are replayed
DAYS = 30  # of failures that are replayed


@dataclass(frozen=True)
class Costs:
    """Seconds, measured."""

    weight_and_token: float  # of a step: forwards, backwards and the update
    added_byte: float  # of two gradients
    unequal: np.ndarray  # how long steps took, as shares of their median


@dataclass(frozen=True)
class Run:
    """`devices` of them, over a network of so many bits a second; `bytes_each` are those of a weight that are sent."""

    devices: int
    weights: float
    bits: float
    accumulate: int = 1  # batches between two exchanges
    bytes_each: float = 4.0


def exchange_seconds(run: Run, costs: Costs) -> float:
    """Of all gradients, in a ring."""
    if run.devices == 1:
        return 0.0
    size = run.bytes_each * run.weights
    sent, rounds = 2 * (run.devices - 1) / run.devices * size, 2 * (run.devices - 1)
    return sent * 8 / run.bits + rounds * LATENCY + sent / 2 * costs.added_byte


def efficiency(run: Run, costs: Costs, seed: int = 0) -> float:
    """As a share of as many devices that need not wait for each other."""
    compute = costs.weight_and_token * run.weights * TOKENS
    drawn = np.random.default_rng(seed).choice(costs.unequal, (STEPS, run.accumulate, run.devices))
    slowest = drawn.sum(axis=1).max(axis=1) * compute
    alone = run.accumulate * compute * costs.unequal.mean()
    return float(alone / (slowest.mean() + exchange_seconds(run, costs)))


def kept_share(run: Run, seed: int = 0) -> float:
    """Of the time that is worked, what is not lost to checkpoints and failures, which are replayed."""
    write = STATE_BYTES * run.weights / DISK
    between_failures = FAILURE / run.devices
    interval = math.sqrt(2 * write * between_failures)
    draw, now, kept = np.random.default_rng(seed), 0.0, 0.0
    end = DAYS * 86_400.0
    while now < end:
        lasts = draw.exponential(between_failures)
        whole = math.floor(min(lasts, end - now) / (interval + write))
        kept += whole * interval
        now += lasts + RESTART
    return kept / end


def measure(steps: int) -> tuple[Costs, float]:
    """By training the bundled model here; with its tokens a second."""
    with tempfile.TemporaryDirectory() as folder:
        speeds = speeds_in(last(make_sample_project(Path(folder) / "sample")), steps)[5:]
    return costs_of(speeds, find_model(MODEL).parameters), float(np.median(speeds))


def speeds_in(project: Path, steps: int) -> list[float]:
    """Tokens a second of each step."""
    with Project.open(project) as opened:
        services = Workbench(opened)
        settings = FineTuning(steps=steps, validate_every=10_000)
        training = services.training.train(CORPUS, services.models.named(MODEL), settings)
        return [event.tokens_per_second for event in training if isinstance(event, StepMeasured)]


def costs_of(speeds: Sequence[float], parameters: float) -> Costs:
    """From the tokens a second of some steps."""
    seconds = 1 / np.array(speeds)
    return Costs(float(np.median(seconds)) / parameters, added_byte(), seconds / np.median(seconds))


def added_byte() -> float:
    """Seconds that adding takes for each byte of a gradient that is added to another, which lie in memory."""
    one, other = np.ones(1 << 24, np.float32), np.ones(1 << 24, np.float32)
    taken = []
    for _ in range(5):
        clock = time.perf_counter()
        one += other
        taken.append(time.perf_counter() - clock)
    return min(taken) / one.nbytes


def table(costs: Costs) -> None:
    print(f"{'weights':>8} {'Gbit/s':>7}", *(f"{devices:>16} devices" for devices in DEVICES))
    for name, weights in WEIGHTS.items():
        for gigabits in GIGABITS:
            cells = []
            for devices in DEVICES:
                run = Run(devices, weights, 1e9 * gigabits)
                share = efficiency(run, costs)
                cells.append(f"{share:9.1%} goodput {share * kept_share(run):5.1%}")
            print(f"{name:>8} {gigabits:>7}", *cells)
    print("\nwhat accumulation and halved numbers (bfloat16) bring, 8 devices over 1 Gbit/s:")
    for name, weights in WEIGHTS.items():
        ways = {"as it is": (1, 4.0), "4 batches": (4, 4.0), "halved": (1, 2.0), "both": (4, 2.0)}
        found = (f"{way} {efficiency(Run(8, weights, 1e9, *how), costs):.1%}" for way, how in ways.items())
        print(f"{name:>8}:", ", ".join(found))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--steps", type=int, default=40)
    parser.add_argument("--tokens-per-second", type=float)
    parser.add_argument("--parameters", type=float, default=8.4e6)
    parser.add_argument("--unequal", type=float, default=0.05, help="how unequal steps are, where nothing is measured")
    options = parser.parse_args()
    if options.tokens_per_second:
        drawn = np.random.default_rng(0).normal(0, options.unequal, 500)
        costs = costs_of(options.tokens_per_second * np.exp(drawn), options.parameters)
        speed = options.tokens_per_second
    else:
        costs, speed = measure(options.steps)
    print(f"{speed:,.0f} tokens/s here: {costs.weight_and_token:.2e} s for each weight and token;")
    print(f"steps differ by {costs.unequal.std():.1%}; adding takes {costs.added_byte:.1e} s a byte\n")
    table(costs)


if __name__ == "__main__":
    main()
