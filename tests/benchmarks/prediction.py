"""How soon next words follow a key, and how fast text is written, beside `transformers` and the memory's speed.

    uv run python -m tests.benchmarks.prediction [--model starter-en|lstm-words|gpt2-small]... [--peer PYTHON]

A text of 64 words is typed key by key: "first" is when the bars can first be drawn, "last" when nothing changes any
more; "ms per next word" asks anew after each whole word. GPT-2 small has random weights: speed does not depend on
them. `--peer` (or NEXTWORD_PEERS) is an interpreter that has torch and transformers; without one it is left out. It
is asked in processes of its own, before TensorFlow is loaded here, with each number of threads and both ways for them
to wait, of which the fastest counts; the clock runs from the first token written to the last, here as there. The
bound on tokens/s is how often all weights can be read from memory in a second, measured with a matrix-vector product.
Where the computer has much else to do, the milliseconds that the processors worked for a token say more than the clock.
With `--writing`, nothing but that is measured; with `--window`, keys are pressed in a real window.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import tempfile
import time
from collections.abc import Callable, Sequence
from itertools import product
from pathlib import Path
from typing import Any

import numpy as np

from tests.benchmarks.computer import computer
from workbench.ground.resources import resource
from workbench.models.catalogue import find_model
from workbench.models.language_model import LanguageModel, load
from workbench.models.tokenizers.tokenizer import Tokenizer
from workbench.prediction.decoders import make_decoder
from workbench.prediction.decoding import Decoder, Writer
from workbench.prediction.generation import continuation
from workbench.prediction.spelling import spelling_of
from workbench.prediction.words import next_words, search_words
from workbench.values.prediction import Shaping

WRITTEN = 64  # tokens that are written
ROUNDS = 5  # after one to warm up
GPT2_SMALL = {
    "model_type": "gpt2",
    "vocab_size": 50257,
    "n_positions": 1024,
    "n_embd": 768,
    "n_layer": 12,
    "n_head": 12,
}
TEXT = (
    "The old keeper climbed the stairs slowly, for the lamp had to be lit before the night came down over the grey "
    "sea, and the ships that were still out there would need its light to find their way home to the harbour again "
    "before the storm broke over them all and drove them on the rocks below the cliff, where many a good ship had "
    "been lost in the winters before this one, with all the men aboard"
)
CHINESE = (
    "老看守慢慢地爬上楼梯，因为在夜色笼罩灰色的海面之前，灯必须点亮。还在外面的船需要它的光，才能在暴风雨到来以前找到回港口的路，"
    "不至于被风浪推到悬崖下的礁石上去。前些年的冬天，许多好船就是在那里沉没的，船上的人一个也没有回来。他擦干净玻璃，添好油，"
    "看了看钟，在日志里写下时间和风向，然后坐到窗前，听着海浪的声音，等待第一艘船的灯光从雾里慢慢地出现，像一颗很小的星星。"
)
PEER = """
import json, sys, time, torch
from transformers import GPT2Config, GPT2LMHeadModel, StoppingCriteria
torch.manual_seed(0)
folder, shape, tokens, written, threads = json.loads(sys.argv[1])
torch.set_num_threads(threads)
model = GPT2LMHeadModel.from_pretrained(folder) if folder else GPT2LMHeadModel(GPT2Config(**shape))
model.eval()
prompt = torch.tensor([tokens])

class Clock(StoppingCriteria):
    def __call__(self, ids, scores, **more):
        self.times.append((time.perf_counter(), time.process_time()))
        return torch.zeros(len(ids), dtype=torch.bool)

speeds, clock = [], Clock()
with torch.inference_mode():
    for _ in range(ROUNDS):
        clock.times = []
        model.generate(
            prompt, attention_mask=torch.ones_like(prompt), max_new_tokens=written + 1, min_new_tokens=written + 1,
            do_sample=False, use_cache=True, pad_token_id=0, stopping_criteria=[clock],
        )
        speeds.append([written / (end - begin) for begin, end in zip(clock.times[0], clock.times[-1])])
    reads = []
    for _ in range(10):
        start = time.perf_counter(); model(prompt); reads.append(time.perf_counter() - start)
middle = sorted(speeds[1:])[len(speeds[1:]) // 2]
print(json.dumps({"tokens_per_second": middle[0], "tokens_per_cpu_second": middle[1], "read": sorted(reads)[5]}))
"""
PEERED = ("starter-en", "gpt2-small")  # of an architecture that the peer has
WAITING = ("active", "passive")  # how threads wait for each other: spinning is faster, unless a core is busy


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--model", action="append", choices=MODELS, help="default: all of them")
    parser.add_argument("--peer", default=os.environ.get("NEXTWORD_PEERS"), help="a Python with torch and transformers")
    parser.add_argument("--window", action="store_true", help="press the keys in a real window (starter-en)")
    parser.add_argument("--writing", action="store_true", help="measure that alone")
    options = parser.parse_args()
    print(computer())
    if options.window:
        report("keys pressed in the window", keys_in_the_window())
        return
    names = options.model or list(MODELS)
    # Before anything else is loaded here, whose threads might get into the peer's way.
    peers = {name: peer(name, options.peer) for name in names if options.peer and name in PEERED}
    for name in names:
        measure(name, MODELS[name](), peers.get(name), options.writing)


def peer(name: str, python: str) -> dict[str, Any]:
    """`transformers` on the same network and tokens, with as many threads as it is fastest with, and its own cache."""
    folder = resource("models/starter-en")
    tokens = Tokenizer.from_file(Path(str(folder)) / "tokenizer.json").encode(TEXT).tolist()
    shape = {key: value for key, value in GPT2_SMALL.items() if key != "model_type"}
    found = []
    for threads, waiting in product(range(1, cores() + 1), WAITING):
        asked = json.dumps([str(folder) if name == "starter-en" else "", shape, tokens, WRITTEN, threads])
        environment = {**os.environ, "OMP_NUM_THREADS": str(threads), "OMP_WAIT_POLICY": waiting}
        program = PEER.replace("ROUNDS", str(1 + ROUNDS))
        command = [python, "-c", program, asked]
        told = subprocess.run(command, capture_output=True, text=True, check=True, env=environment).stdout
        found.append({**json.loads(told.splitlines()[-1]), "how": f"{threads} threads, waiting {waiting}"})
    return max(found, key=lambda each: float(each["tokens_per_second"]))


def cores() -> int:
    """That this process may use, and any that it starts."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def measure(name: str, model: LanguageModel, found: dict[str, Any] | None, only_writing: bool) -> None:
    size = sum(int(np.prod(variable.shape)) for variable in model.network.trainable_variables)
    print(f"{name}: {size / 1e6:.1f} M parameters, {len(model.tokenizer.encode(TEXT))} tokens of context")
    if not only_writing:
        first, last = keys(model)
        report("  key to first bars", first)
        report("  key to last bars", last)
        report("  ms per next word", words(model))
    speed, of_work = tokens_per_second(model)
    bound = bandwidth() / (4 * size)
    print(
        f"  writing: {speed:.0f} tokens/s, {speed / bound:.0%} of the memory's {bound:.0f} tokens/s; "
        f"{1000 / of_work:.1f} ms of work a token"
    )
    if found is None:
        print("  transformers: not measured; --peer names a Python that has it" if name in PEERED else "")
        return
    faster, lighter = speed / found["tokens_per_second"], of_work / found["tokens_per_cpu_second"]
    print(
        f"  transformers: {found['tokens_per_second']:.0f} tokens/s ({found['how']}), the context "
        f"{1000 * found['read']:.0f} ms, {1000 / found['tokens_per_cpu_second']:.1f} ms of work a token; ours writes "
        f"{faster:.2f} times as fast with 1 / {lighter:.2f} of the work"
    )


def keys(model: LanguageModel, text: str = TEXT) -> tuple[list[float], list[float]]:
    """Milliseconds from each of the last 120 keys to the first and to the last answer."""
    decoder = make_decoder(model)
    next_words(decoder, model.tokenizer, text[:-121], typing=True)
    first, last = [], []
    for end in range(len(text) - 120, len(text)):
        start = time.perf_counter()
        answered = None
        for _ in search_words(decoder, model.tokenizer, text[:end], typing=True):
            answered = answered or time.perf_counter()
        last.append(1000 * (time.perf_counter() - start))
        first.append(1000 * ((answered or time.perf_counter()) - start))
    return first, last


def words(model: LanguageModel) -> list[float]:
    decoder = make_decoder(model)
    pieces = TEXT.split()
    next_words(decoder, model.tokenizer, " ".join(pieces[:30]))
    spent = []
    for end in range(31, len(pieces)):
        start = time.perf_counter()
        next_words(decoder, model.tokenizer, " ".join(pieces[:end]))
        spent.append(1000 * (time.perf_counter() - start))
    return spent


def tokens_per_second(model: LanguageModel) -> tuple[float, float]:
    """Greedily, after the context was read and a first token written, by the clock and by what the processors worked;
    the median of several rounds."""
    speeds = []
    decoder = make_decoder(model)
    for _ in range(1 + ROUNDS):
        clock = _Clock(decoder)
        for _ in continuation(
            clock, model.tokenizer, TEXT, words=10 * WRITTEN, shaping=Shaping(temperature=0), seed=0
        ):  # fmt: skip
            if len(clock.times) > WRITTEN:
                break
        begins, ends = clock.times[0], clock.times[-1]
        speeds.append([(len(clock.times) - 1) / (end - begin) for begin, end in zip(begins, ends, strict=True)])
    clocked, worked = np.median(speeds[1:], axis=0).tolist()
    return clocked, worked


class _Clock:
    """A decoder that notes when each token was written."""

    def __init__(self, decoder: Decoder) -> None:
        self._decoder = decoder
        self.times: list[tuple[float, float]] = []

    def read_prompt(self, tokens: Sequence[int]) -> np.ndarray:
        return self._decoder.read_prompt(tokens)

    def append(self, token: int) -> np.ndarray:
        return self._decoder.append(token)

    def writer(self) -> Writer:
        write = self._decoder.writer()

        def clocked(token: int) -> np.ndarray:
            logits = write(token)
            self.times.append((time.perf_counter(), time.process_time()))
            return logits

        return clocked

    def after(self, continuations: Sequence[Sequence[int]]) -> np.ndarray:
        return self._decoder.after(continuations)

    def forget(self) -> None:
        self._decoder.forget()


def bandwidth() -> float:
    """Bytes per second that a product of a matrix larger than the caches with a vector reads."""
    import tensorflow as tf

    matrix, vector = tf.ones([16_384, 16_384]), tf.ones([16_384, 1])
    tf.matmul(matrix, vector)
    spent = []
    for _ in range(5):
        start = time.perf_counter()
        tf.matmul(matrix, vector).numpy()
        spent.append(time.perf_counter() - start)
    return 4 * 16_384**2 / float(np.median(spent))


def keys_in_the_window() -> list[float]:
    """Milliseconds from pressing a key to the bars of the fine-tuned side being set."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QEventLoop, QTimer
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from workbench.gui.context import Context
    from workbench.gui.jobs import Jobs
    from workbench.gui.predict.predict_page import PredictPage
    from workbench.project.project import Project

    application = QApplication([])
    spent: list[float] = []
    with tempfile.TemporaryDirectory() as folder, Project.create(Path(folder) / "project") as project:
        jobs = Jobs()
        page = PredictPage(Context(project, jobs))
        page.refresh()
        page.show()
        page.text.setPlainText(TEXT[:-121])
        loop = QEventLoop()
        page.views.view("next_words").base.model().modelReset.connect(loop.quit)
        for key in TEXT[-120:]:
            # The pause between two keys of a fast typist; what is still under way is dropped by the next key.
            QTimer.singleShot(100, loop.quit)
            while jobs.running:
                loop.exec()
            start = time.perf_counter()
            QTest.keyClicks(page.text, key)
            loop.exec()
            spent.append(1000 * (time.perf_counter() - start))
        jobs.shutdown()
        page.deleteLater()
    application.processEvents()
    return spent[5:]


def report(name: str, milliseconds: list[float]) -> None:
    middle, late = np.percentile(milliseconds, [50, 95])
    print(f"{name}: median {middle:.0f} ms, 95th percentile {late:.0f} ms  ({len(milliseconds)} times)")


def _starter() -> LanguageModel:
    return load(find_model("starter-en"))


def _lstm() -> LanguageModel:
    text = resource("samples/keepers-log.txt").read_text(encoding="utf-8")
    return load(find_model("scratch:lstm-words"), training_text=[text, TEXT, TEXT])


def _gpt2_small() -> LanguageModel:
    """Random weights of GPT-2's size, and the bundled tokenizer filled up to its vocabulary."""
    import keras_hub

    definition = json.loads(resource("models/starter-en/tokenizer.json").read_text(encoding="utf-8"))
    vocabulary = definition["model"]["vocab"]
    for number in range(len(vocabulary), int(GPT2_SMALL["vocab_size"])):
        vocabulary[f"Ġw{number}"] = number
    backbone = keras_hub.models.GPT2Backbone(
        vocabulary_size=50257, num_layers=12, num_heads=12, hidden_dim=768, intermediate_dim=3072
    )
    network = keras_hub.models.GPT2CausalLM(backbone=backbone, preprocessor=None)
    model = LanguageModel(network, Tokenizer(json.dumps(definition)), dict(GPT2_SMALL))
    spelling_of(model.tokenizer)
    return model


MODELS: dict[str, Callable[[], LanguageModel]] = {
    "starter-en": _starter,
    "lstm-words": _lstm,
    "gpt2-small": _gpt2_small,
}

if __name__ == "__main__":
    main()
