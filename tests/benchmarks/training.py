"""Speed of training: ours beside eager PyTorch, compiled PyTorch in bfloat16, and Keras fit, on the same shapes.

    uv run python -m tests.benchmarks.training [--rounds 3] [--peer PYTHON] [--shapes NAME …] [--heads | --laptop]

Every measurement is a process of its own, and the contestants take turns, so that a slow minute hits all of them. The
peers are the dependency group `peers` (uv sync --group peers), or whatever `--peer` can import; without them
only ours and Keras are measured. Tokens per second are the median over the rounds of each process's median step; the
peaks are those of a large matrix product in the same rounds, in float32 by TensorFlow and in bfloat16 by PyTorch (both
oneDNN's). With --laptop nobody uses more of the processor than AVX2, as on a computer without matrix units, and all
is float32: PyTorch has bfloat16 emulated there, and XLA's flag does not bind the library of its bfloat16 products.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median
from typing import Any

from tests.places import ROOT

STEPS, WARM_UP = 12, 2


@dataclass(frozen=True)
class Shape:
    """A GPT-2 and the batch it learns from."""

    name: str
    vocabulary: int
    width: int
    layers: int
    heads: int
    batch: int
    length: int
    classes: int = 0  # of each passage, in place of its next tokens

    @property
    def tokens(self) -> int:
        return self.batch * self.length

    @property
    def operations(self) -> float:
        """Of all matrix products in a step: three for each forward one, attention without what causality spares."""
        matrices = 12 * self.layers * self.width**2 + (0 if self.classes else self.vocabulary * self.width)
        attention = 2 * self.layers * self.length * self.width
        return 6.0 * self.tokens * (matrices + attention)


SHAPES = (
    Shape("8.4 M, 8 × 256", 8192, 288, 6, 6, 8, 256),  # Starter English's
    Shape("13.8 M, 8 × 128", 8192, 384, 6, 6, 8, 128),
    Shape("13.8 M, 4 × 512", 8192, 384, 6, 6, 4, 512),
    Shape("124 M, 4 × 128", 50257, 768, 12, 12, 4, 128),
    Shape("13.8 M, 32 × 64, a head of 3 classes", 8192, 384, 6, 6, 32, 64, classes=3),
    Shape("124 M, 8 × 64, a head of 3 classes", 50257, 768, 12, 12, 8, 64, classes=3),
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument(
        "--peer", default=sys.executable, metavar="PYTHON", help="an interpreter with torch and transformers"
    )
    parser.add_argument("--shapes", nargs="+", metavar="NAME", help="those alone whose names begin so")
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--heads", action="store_true", help="of the shapes with a head of classes alone")
    which.add_argument("--laptop", action="store_true", help="with AVX2 and float32 alone, of next tokens")
    parser.add_argument("--only", choices=CONTESTANTS, help=argparse.SUPPRESS)
    parser.add_argument("--shape", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.only:
        print(json.dumps(CONTESTANTS[options.only](SHAPES[options.shape])))
        return
    from tests.benchmarks.computer import computer  # the peers, who import this file, lack what that needs

    if options.laptop:
        os.environ.update(AS_ON_A_LAPTOP)
    peaks = {}
    for name in PRODUCTS[:1] if options.laptop else PRODUCTS:
        results = [measured(name, 0, options.peer) for _ in range(options.rounds)]
        if all(results):
            peaks[name] = median(result["operations"] for result in results)
    print(f"{computer()}; {', '.join(f'{name}s {peak / 1e9:,.0f} GFLOP/s' for name, peak in peaks.items())}")
    contestants = ON_A_LAPTOP if options.laptop else STEPPING
    for number, shape in enumerate(SHAPES):
        if bool(shape.classes) != options.heads or not shape.name.startswith(tuple(options.shapes or [""])):
            continue
        found: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for turn in range(options.rounds):
            for name in contestants if turn % 2 == 0 else reversed(contestants):
                if result := measured(name, number, options.peer):
                    found[name].append(result)
        print_table(shape, found, peaks)


def measured(name: str, shape: int, peer: str) -> dict[str, Any]:
    python = peer if name.startswith("PyTorch") else sys.executable
    command = [python, "-m", "tests.benchmarks.training", "--only", name, "--shape", str(shape)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        print(f"{name}: not measured ({done.stderr.strip().splitlines()[-1][:120]})", file=sys.stderr)
        return {}
    result: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return result


def print_table(shape: Shape, found: dict[str, list[dict[str, Any]]], peaks: dict[str, float]) -> None:
    rates = {name: median(shape.tokens / result["seconds"] for result in results) for name, results in found.items()}
    eager = rates.get("PyTorch eager float32")
    print(f"\n{shape.name} tokens a step")
    print(f"{'':30} {'tokens/s':>9} {'× eager':>8} {'of its peak':>12} {'memory':>8} {'first step':>11}")
    for name, results in found.items():
        peak = peaks.get(PRODUCTS["bfloat16" in name])
        share = f"{rates[name] * shape.operations / shape.tokens / peak:12.0%}" if peak else f"{'–':>12}"
        memory = median(result["memory"] for result in results) / 1e9
        first = median(result["first"] for result in results)
        times = f"{rates[name] / eager:8.2f}" if eager else f"{'–':>8}"
        print(f"{name:30} {rates[name]:9,.0f} {times} {share} {memory:5.1f} GB {first:9.1f} s")


def timed(step: Callable[[int], Any]) -> dict[str, float]:
    """Seconds of the median step and of the first one, and the peak of the process's memory in bytes."""
    import resource
    import time

    seconds = []
    for number in range(1, WARM_UP + STEPS + 1):
        start = time.perf_counter()
        step(number)
        seconds.append(time.perf_counter() - start)
    memory = 1024 * resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return {"seconds": median(seconds[WARM_UP:]), "first": seconds[0], "memory": memory}


def product(library: str, kind: str) -> Callable[[Shape], dict[str, float]]:
    """Of a large matrix with another, both of numbers of `kind`."""

    def measure(_: Shape) -> dict[str, float]:
        import time

        side, seconds = 2048, []
        multiply = _product_of_torch(side, kind) if library == "torch" else _product_of_tensorflow(side)
        for _ in range(20):
            start = time.perf_counter()
            multiply()
            seconds.append(time.perf_counter() - start)
        return {"operations": 2 * side**3 / median(seconds)}

    return measure


def _product_of_tensorflow(side: int) -> Callable[[], Any]:
    from workbench.models.language_model import import_libraries

    import_libraries()
    import tensorflow as tf

    factors = tf.random.stateless_normal((2, side, side), [1, 2])
    return lambda: tf.matmul(factors[0], factors[1]).numpy()


def _product_of_torch(side: int, kind: str) -> Callable[[], Any]:
    torch = _torch()
    factors = torch.randn(2, side, side).to(getattr(torch, kind))
    return lambda: factors[0] @ factors[1]


def ours(precision: str) -> Callable[[Shape], dict[str, float]]:
    def measure(shape: Shape) -> dict[str, float]:
        from workbench.models.language_model import LanguageModel
        from workbench.training.learner import Learner
        from workbench.values.fine_tuning import FineTuning

        model = LanguageModel(_network(shape), None, {"n_positions": 1024, "model_type": "gpt2"})  # type: ignore[arg-type]
        settings = FineTuning(
            batch_size=shape.batch, context_length=shape.length, learning_rate=3e-4, precision=precision
        )
        task, text = _task_and_text(shape)
        learner = Learner(model, settings, task)
        dataset = learner.dataset(text)
        return timed(lambda number: learner.learn(dataset, number, 1000))

    return measure


def _task_and_text(shape: Shape) -> tuple[Any, Any]:
    """What is learnt, and random tokens to learn it from."""
    import numpy as np

    from workbench.corpora.encoded_examples import Encoded, EncodedExamples
    from workbench.corpora.encoding import EncodedCorpus
    from workbench.tasks.registry import find_task
    from workbench.values.labels import LabelKind, LabelSet

    tokens = _tokens(shape)
    if not shape.classes:
        return find_task("next_word"), EncodedCorpus(tokens, tokens, tokens)
    passages = tokens[: len(tokens) // shape.length * shape.length].reshape(-1, shape.length).astype(np.int32)
    examples = tuple(
        Encoded(passage, np.array(number % shape.classes, np.int32), np.empty(0, np.int32))
        for number, passage in enumerate(passages)
    )
    labels = LabelSet(LabelKind.CLASSES, tuple(map(str, range(shape.classes))), (1,) * shape.classes, len(examples))
    return find_task("labels").with_labels(labels), EncodedExamples(examples, examples, ())


def keras_fit(shape: Shape) -> dict[str, float]:
    """`fit` over a tf.data pipeline, compiled by XLA, with the same optimizer; of next tokens alone."""
    import time

    if shape.classes:
        raise SystemExit("keras_hub has no head for classes on a GPT-2 without its preprocessor")

    network, tokens = _network(shape), _tokens(shape)
    import keras
    import numpy as np
    import tensorflow as tf

    count = shape.batch * (WARM_UP + STEPS)
    starts = np.arange(count) * 37
    passages = np.stack([tokens[start : start + shape.length + 1] for start in starts]).astype(np.int32)
    inputs = {"token_ids": passages[:, :-1], "padding_mask": np.ones_like(passages[:, :-1])}
    data = tf.data.Dataset.from_tensor_slices((inputs, passages[:, 1:])).batch(shape.batch, drop_remainder=True)
    ends: list[float] = []

    class Watch(keras.callbacks.Callback):  # type: ignore[misc]
        def on_train_batch_end(self, batch: int, logs: Any = None) -> None:
            ends.append(time.perf_counter())

    network.compile(
        optimizer=keras.optimizers.AdamW(3e-4, weight_decay=0.01, global_clipnorm=1.0),
        loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        jit_compile=True,
    )
    begin = time.perf_counter()
    network.fit(data, verbose=0, callbacks=[Watch()])
    import resource

    gaps = np.diff([begin, *ends])
    memory = 1024 * resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return {"seconds": float(np.median(gaps[WARM_UP:])), "first": float(gaps[0]), "memory": memory}


def pytorch(*, compiled: bool, autocast: bool) -> Callable[[Shape], dict[str, float]]:
    """The loop of transformers' Trainer without its bookkeeping."""

    def measure(shape: Shape) -> dict[str, float]:
        from transformers import GPT2Config, GPT2ForSequenceClassification, GPT2LMHeadModel

        torch = _torch()
        config = GPT2Config(
            vocab_size=shape.vocabulary, n_positions=1024, n_embd=shape.width, n_layer=shape.layers,
            n_head=shape.heads, resid_pdrop=0.0, embd_pdrop=0.0, attn_pdrop=0.0, num_labels=shape.classes or 2,
            pad_token_id=shape.vocabulary - 1,
        )  # fmt: skip
        network = (GPT2ForSequenceClassification if shape.classes else GPT2LMHeadModel)(config).train()
        forward = torch.compile(network) if compiled else network
        optimizer = torch.optim.AdamW(network.parameters(), lr=3e-4, weight_decay=0.01)
        tokens = torch.randint(shape.vocabulary - 1, (shape.batch * 50, shape.length))

        def step(number: int) -> None:
            batch = tokens[shape.batch * number : shape.batch * (number + 1)]
            targets = torch.arange(shape.batch) % shape.classes if shape.classes else batch
            with torch.autocast("cpu", dtype=torch.bfloat16, enabled=autocast):
                loss = forward(input_ids=batch, labels=targets).loss
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            optimizer.zero_grad()
            loss.item()

        return timed(step)

    return measure


def _torch() -> Any:
    import torch

    torch.set_num_threads(len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1)
    return torch


def _network(shape: Shape) -> Any:
    from workbench.models.language_model import import_libraries
    from workbench.models.networks import random_network

    import_libraries()
    config = {
        "model_type": "gpt2", "vocab_size": shape.vocabulary, "n_positions": 1024, "n_embd": shape.width,
        "n_layer": shape.layers, "n_head": shape.heads,
    }  # fmt: skip
    return random_network(config, seed=0)


def _tokens(shape: Shape) -> Any:
    import numpy as np

    return np.random.default_rng(0).integers(0, shape.vocabulary, 100_000).astype(np.uint16)


CONTESTANTS: dict[str, Callable[[Shape], dict[str, float]]] = {
    "float32 product": product("tensorflow", "float32"),
    "PyTorch bfloat16 product": product("torch", "bfloat16"),
    "ours, bfloat16 products": ours("bfloat16"),
    "ours, float32": ours("float32"),
    "Keras fit, float32": keras_fit,
    "PyTorch eager float32": pytorch(compiled=False, autocast=False),
    "PyTorch eager bfloat16": pytorch(compiled=False, autocast=True),
    "PyTorch compiled float32": pytorch(compiled=True, autocast=False),
    "PyTorch compiled bfloat16": pytorch(compiled=True, autocast=True),
}
PRODUCTS = ("float32 product", "PyTorch bfloat16 product")
ON_A_LAPTOP = ("ours, float32", "PyTorch eager float32", "PyTorch compiled float32")
STEPPING = tuple(name for name in CONTESTANTS if name not in PRODUCTS and name != "PyTorch compiled float32")
AS_ON_A_LAPTOP = {
    "XLA_FLAGS": "--xla_cpu_max_isa=AVX2",
    "ONEDNN_MAX_CPU_ISA": "AVX2",
    "MKL_ENABLE_INSTRUCTIONS": "AVX2",
    "ATEN_CPU_CAPABILITY": "avx2",
}


if __name__ == "__main__":
    main()
