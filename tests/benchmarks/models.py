"""Each model that comes with the program, and the strong one beside it: how well it predicts, how fast, and what it
takes to train it, beside `transformers` on the same computer.

    uv run python -m tests.benchmarks.models TEXT… [--model NAME]… [--bytes 100000] [--peer PYTHON]

Of each text so many bytes from its beginning are read, in windows of 256 tokens that do not overlap: bits per byte, and
of 64 next words how many were the likeliest. “first bars” is the median from a key to the first answer, “writing” the
tokens a second that are written, one after the other; “evaluate” how many tokens a second are read to be measured, and
how long one whole next word takes that is looked for on the way; training is at 4 × 128 tokens a step, its memory the
most that the process held, and in the precision that a run would have here. Each figure of speed is measured in a
process of its own. `--peer` (or NEXTWORD_PEERS) is an interpreter with torch and transformers; its network has the same
shape and random weights, on which speed does not depend, and float32.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np

from tests.benchmarks.computer import computer
from tests.benchmarks.prediction import CHINESE, TEXT, keys, tokens_per_second
from tests.places import ROOT
from workbench.corpora.encoding import EncodedCorpus
from workbench.ground.generators import last
from workbench.measuring.evaluation import Text, measure
from workbench.models.catalogue import catalogue, find_model
from workbench.models.language_model import load
from workbench.prediction.reading import Windows
from workbench.services.asking import LoadedModel
from workbench.tasks.next_word.task import TASK as NEXT_WORD
from workbench.training.products import suited_precision
from workbench.values.corpus import Split
from workbench.values.fine_tuning import FineTuning
from workbench.values.methods import Method
from workbench.values.network_kind import NetworkKind

BATCH, LENGTH, WINDOW = 4, 128, 256
STEPS, WARM_UP = 6, 2
QUESTIONS = 16  # for whole words
PEER = """
import json, resource, sys, time, torch
from transformers import AutoConfig, AutoModelForCausalLM
what, config, batch, length, steps = json.loads(sys.argv[1])
model = AutoModelForCausalLM.from_config(AutoConfig.for_model(**config)).float()  # whatever its file was stored in
seconds = []
if what == "writing":
    model.eval()
    prompt = torch.randint(3, config["vocab_size"], (1, 80))
    for _ in range(4):
        start = time.perf_counter()
        with torch.inference_mode():
            model.generate(prompt, attention_mask=torch.ones_like(prompt), max_new_tokens=65, min_new_tokens=65,
                           do_sample=False, pad_token_id=0)
        seconds.append((time.perf_counter() - start) / 65)
elif what == "reading":
    model.eval()
    rows = torch.randint(3, config["vocab_size"], (8, 256))
    for _ in range(4):
        start = time.perf_counter()
        with torch.inference_mode():
            model(rows).logits.log_softmax(-1).max()
        seconds.append((time.perf_counter() - start) / rows.numel())
else:
    optimizer = torch.optim.AdamW(model.parameters())
    rows = torch.randint(3, config["vocab_size"], (batch, length))
    for _ in range(steps):
        start = time.perf_counter()
        model(rows, labels=rows).loss.backward()
        optimizer.step()
        optimizer.zero_grad()
        seconds.append((time.perf_counter() - start) / (batch * length))
held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
print(json.dumps({"rate": 1 / sorted(seconds[1:])[len(seconds[1:]) // 2], "bytes": held}))
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("texts", nargs="*", type=Path)
    parser.add_argument("--model", action="append", help="default: all that come with the program, or lie beside it")
    parser.add_argument("--bytes", type=int, default=100_000)
    parser.add_argument("--peer", default=os.environ.get("NEXTWORD_PEERS"), help="a Python with torch and transformers")
    parser.add_argument("--only", choices=FIGURES, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.only:
        print(json.dumps(FIGURES[options.only](options.model[0], options.texts, options.bytes)))
        return
    print(computer())
    trained = [str(each.ref) for each in catalogue() if not each.from_scratch and each.origin.value == "bundled"]
    for name in options.model or trained:
        report(name, options.texts, options.bytes, options.peer)


def report(name: str, texts: list[Path], most: int, python: str | None) -> None:
    print(f"{name}: {find_model(name).parameters / 1e6:.1f} M weights", flush=True)
    for text in texts:
        found = measured("prediction", name, [text], most)
        if found:
            words = f"{found['words']} of {found['asked']} next words"
            print(f"  {text.name}: {found['bits']:.3f} bits per byte, {words}", flush=True)
    if found := measured("speed", name, [], most):
        beside = peer(python, "writing", found["config"])
        print(
            f"  first bars {found['first']:.0f} ms, writing {found['writing']:.0f} tokens/s{told(beside)}", flush=True
        )
        if read := measured("reading", name, [], most):
            beside = peer(python, "reading", found["config"])
            question = f"{read['question']:.2f} s a question, {read['worked']:.2f} s of work"
            print(f"  evaluate {read['rate']:,.0f} tokens/s{told(beside)}, {question}", flush=True)
        is_recurrent = find_model(name).kind is NetworkKind.LSTM
        for method in (Method.FULL,) if is_recurrent else (Method.FULL, Method.LORA):
            if trained := measured(method, name, [], most):
                beside = peer(python, "training", found["config"]) if method is Method.FULL else None
                rate, held = trained["rate"], trained["bytes"] / 1e9
                print(f"  training, {method}: {rate:,.0f} tokens/s, {held:.1f} GB{told(beside)}", flush=True)


def told(beside: dict[str, float] | None) -> str:
    if beside is None:
        return ""
    return f" (transformers {beside['rate']:,.0f}, {beside['bytes'] / 1e9:.1f} GB)"


def measured(what: str, name: str, texts: list[Path], most: int) -> dict[str, Any]:
    command = [sys.executable, "-m", "tests.benchmarks.models", "--only", what, "--model", name, "--bytes", str(most)]
    done = subprocess.run([*command, *map(str, texts)], cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        print(f"  {what}: not measured ({done.stderr.strip().splitlines()[-1][:120]})")
        return {}
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def peer(python: str | None, what: str, config: dict[str, Any]) -> dict[str, float] | None:
    """None without a peer, or where it does not know such a network."""
    if python is None:
        return None
    asked = json.dumps([what, config, BATCH, LENGTH, STEPS])
    done = subprocess.run([python, "-c", PEER, asked], capture_output=True, text=True, check=False)
    found: dict[str, float] | None = json.loads(done.stdout.splitlines()[-1]) if done.returncode == 0 else None
    return found


def prediction(name: str, texts: list[Path], most: int) -> dict[str, Any]:
    loaded = LoadedModel.of(load(find_model(name)))
    content = texts[0].read_bytes()[:most].decode("utf-8", "ignore")
    tokenizer = loaded.model.tokenizer
    on = Text(texts[0].name, Split.TEST, "", tokenizer.encode(content), lambda: [content])
    found = last(measure(loaded.token_reader, loaded.decoder, tokenizer, name, on, Windows(WINDOW, WINDOW))).evaluation
    right = round((found.word_accuracy or 0.0) * found.words_asked)
    return {"bits": found.bits_per_byte, "words": right, "asked": found.words_asked}


def speed(name: str, texts: list[Path], most: int) -> dict[str, Any]:
    card = find_model(name)
    model = load(card)
    (first, _), (writing, _) = keys(model, CHINESE if "zh" in card.languages else TEXT), tokens_per_second(model)
    return {"first": median(first), "writing": writing, "config": model.config}


def reading(name: str, texts: list[Path], most: int) -> dict[str, Any]:
    """Tokens a second without questions, and the seconds that each of these takes, by the clock and of work."""
    loaded = LoadedModel.of(load(find_model(name)))
    content, tokenizer = " ".join([TEXT] * 30), loaded.model.tokenizer
    on = Text("text", Split.TEST, "", tokenizer.encode(content), lambda: [content])
    found = {}
    for asked in (0, QUESTIONS):
        for _ in range(2):  # the first time its programs are traced
            clock, work = time.perf_counter(), time.process_time()
            last(measure(loaded.token_reader, loaded.decoder, tokenizer, name, on, Windows(WINDOW, WINDOW), asked))
            found[asked] = np.array([time.perf_counter() - clock, time.process_time() - work])
    question, worked = ((found[QUESTIONS] - found[0]) / QUESTIONS).tolist()
    return {"rate": len(on.tokens) / float(found[0][0]), "question": question, "worked": worked}


def training(method: Method) -> Callable[[str, list[Path], int], dict[str, Any]]:
    def trained(name: str, texts: list[Path], most: int) -> dict[str, Any]:
        from workbench.training.learner import Learner

        card = find_model(name)
        settings = FineTuning(method=method, batch_size=BATCH, context_length=LENGTH)
        settings = settings.with_settings({"precision": suited_precision(settings.precision, card.kind)})
        model = load(card)
        tokens = np.random.default_rng(0).integers(3, model.tokenizer.vocabulary, 20_000).astype(np.int32)
        learner = Learner(model, settings, NEXT_WORD)
        dataset = learner.dataset(EncodedCorpus(tokens, tokens, tokens))
        seconds = []
        for step in range(1, STEPS + 1):
            start = time.perf_counter()
            learner.learn(dataset, step, STEPS)
            seconds.append(time.perf_counter() - start)
        held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
        return {"rate": BATCH * LENGTH / median(seconds[WARM_UP:]), "bytes": held}

    return trained


FIGURES: dict[str, Callable[[str, list[Path], int], dict[str, Any]]] = {
    "prediction": prediction,
    "speed": speed,
    "reading": reading,
    Method.FULL: training(Method.FULL),
    Method.LORA: training(Method.LORA),
}

if __name__ == "__main__":
    main()
