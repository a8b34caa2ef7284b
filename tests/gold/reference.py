"""The gold figures, computed without the program: `python -m tests.gold.reference` writes them to figures.json.

Wants PyTorch, NumPy, tokenizers and safetensors, and no TensorFlow beside them. With `--check` nothing is written, and
the status is 1 where a figure is other than the stored one. What NumPy alone can compute is in `by_numpy`, and
computed again whenever the tests run.
"""

from __future__ import annotations

import argparse
import importlib.metadata
import json
import math
import platform
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

from tests.gold import material
from tests.gold.learning import Learnt, Lora, Plan, batch, learn, loss_and_gradients, norms, rate_of
from tests.gold.predicting import (
    Bent,
    NextWords,
    bent,
    count_bytes,
    count_words,
    encoded,
    evaluation,
    logits,
    predicted,
    surprise,
    written_on,
)

FILE = Path(__file__).with_name("figures.json")
DIGITS = 10  # that are stored; more would differ between computers
SAME = 1e-8  # relative: what the order of sums may change in float64

Figures = dict[str, Any]
Weights = Mapping[str, np.ndarray]

# (split, context, stride)
PROTOCOLS = (("validation", 64, 64), ("validation", 64, 16), ("test", 50, 20))
SCHEDULES = ("cosine", "linear", "constant", "slanted_triangular", "warmup_stable_decay", "inverse_square_root")
SCHEDULED_STEPS, SCHEDULE_WARMUP, SCHEDULE_PEAK = 20, 0.2, 3e-4
SCHEDULED = (1, 4, 5, 6, 13, 17, 18, 20)

SENTENCE = "“It’s late,” said Anna, and cleaned the well-kept boat in 1897."
# Longer than the context, so that it is read in several windows.
PAGE = " ".join(material.passages("test")[0].split("\n\n"))
# Whole words are asked for from distributions that leave little, so that every way to spell them can be followed.
ASKED = {
    "after a word": ("Then at night Anna lit the", Bent(temperature=0.7, top_k=40, top_p=0.95, penalty=1.2)),
    "after a space": ("Old Bertil watched the well-kept boat. Then ", Bent(temperature=0.6, top_p=0.8)),
}
ASKED_BEFORE_APOSTROPHES = {"after a mark": ("“It’s late,” said The keeper,", Bent(temperature=0.8, top_k=12))}
WORDS = ("sea", "well", "lamp", "glass", "boat", "Zoë", "Anna", "and", "watched", "the")
BENDINGS = {
    "temperature": Bent(temperature=0.5),
    "top-k": Bent(top_k=7),
    "top-p": Bent(top_p=0.6),
    "penalty": Bent(penalty=1.5),
    "all": Bent(temperature=1.4, top_k=60, top_p=0.9, penalty=1.3),
}
WRITTEN_WORDS, WRITTEN_AFTER = 8, "Then again Zoë"

PLANS = {
    "full": Plan(steps=30, warmup=0.1, peak=0.02),
    "accumulated and smoothed": Plan(passages=16, smoothing=0.2),  # more than an epoch; the program reads it in halves
    "decayed and clipped": Plan(decay=2.0, clip=0.3),
    "graded and pulled": Plan(layer_decay=2.6, pull=0.05),
    "lion": Plan(rule="lion", peak=2e-3, decay=0.5),
    "last layer, sgd with momentum": Plan(lowest=material.LAYERS, rule="sgd_momentum", peak=0.2, decay=0.1, clip=0.9),
    "unfrozen": Plan(steps=8, unfreeze_over=0.5),
}
VALIDATED = 3  # steps between two validations
LORA = Lora.drawn(rank=4, alpha=8.0, seed=3, scale_of_b=0.1)
MATRICES = (
    "wte.weight", "wpe.weight", "h.0.attn.c_attn.weight", "h.0.mlp.c_fc.weight", "h.1.attn.c_proj.weight",
    "h.1.mlp.c_proj.bias", "ln_f.weight",
)  # fmt: skip


def by_numpy() -> Figures:
    """All that needs no gradient."""
    weights = material.weights()
    return {
        "text": text_figures(),
        "predictions": predictions(weights),
        "schedules": {
            name: [rate_of(name, step, SCHEDULED_STEPS, SCHEDULE_WARMUP, SCHEDULE_PEAK) for step in SCHEDULED]
            for name in SCHEDULES
        },
        "batches": [batch(encoded(material.passages("train")), 11, step, 16).sum(1).tolist() for step in (1, 5)],
        "lora merged": loss_of(LORA.merged(weights)),
    }


def by_torch() -> Figures:
    """Whatever is learnt."""
    weights, tokens = material.weights(), encoded(material.passages("train"))
    runs = {name: learn(weights, tokens, plan) for name, plan in PLANS.items()}
    learnt = runs["full"].weights[-1]
    loss, of_merged = loss_and_gradients(LORA.merged(weights), batch(tokens, 11, 1, 4))
    return {
        "learning": {name: run_figures(run) for name, run in runs.items()},
        "predictions of the learnt": predictions(learnt) | answers(learnt),
        "words before apostrophes": next_words(learnt, ASKED_BEFORE_APOSTROPHES),
        "lora": {
            "loss": loss,
            "gradients": {name: float(np.linalg.norm(each)) for name, each in LORA.gradients(of_merged).items()},
        },
    }


def predictions(weights: Weights) -> Figures:
    return {
        "evaluation": evaluations(weights),
        "bending": bendings(weights),
        "surprise": surprises(weights),
    }


def answers(weights: Weights) -> Figures:
    """What takes a model that has learnt something."""
    return {"next words": next_words(weights, ASKED), "writing": writings(weights)}


def text_figures() -> Figures:
    found = {}
    for split in material.SPLITS:
        passages = material.passages(split)
        found[split] = {
            "tokens": len(encoded(passages)), "bytes": count_bytes(passages), "words": count_words(passages)
        }  # fmt: skip
    return found


def evaluations(weights: Weights) -> Figures:
    return {
        f"{split} {context} {stride}": evaluation(weights, material.passages(split), context, stride)
        for split, context, stride in PROTOCOLS
    }


def next_words(weights: Weights, asked_for: Mapping[str, tuple[str, Bent]]) -> Figures:
    """The probabilities of whole words after each prompt; what the distribution leaves no room for has none."""
    found = {}
    for name, (prompt, how) in asked_for.items():
        asked, space = NextWords(weights, prompt, how), "" if prompt.endswith(" ") else " "
        every = {space + word: asked.probability(space + word) for word in WORDS}
        found[name] = {word: probability for word, probability in every.items() if probability > 1e-4}
    return found


def bendings(weights: Weights) -> Figures:
    """Of a bent distribution: how many tokens are left, the likeliest one's probability, and the entropy in bits."""
    tokens = material.tokenizer().encode(SENTENCE).ids
    scores = logits(weights, np.array([tokens]))[0, -1]
    found = {}
    for name, how in BENDINGS.items():
        left = bent(scores, how, tokens)
        left = left[left > 0]
        found[name] = {"left": len(left), "top": left.max(), "entropy": -(left * np.log2(left)).sum()}
    return found


def surprises(weights: Weights) -> Figures:
    found = {}
    for name, text in (("sentence", SENTENCE), ("page", PAGE)):
        words = surprise(weights, text)
        bits = sum(each for _, each in words)
        found[name] = {"bits": bits, "words": len(words), "word perplexity": 2 ** (bits / len(words))}
    found["word by word"] = surprise(weights, SENTENCE)
    return found


def writings(weights: Weights) -> Figures:
    ways = {
        "likeliest": (Bent(temperature=0), None),
        "likeliest, without repeating": (Bent(temperature=0, penalty=3), None),
        "drawn": (Bent(temperature=0.8, top_p=0.9), 5),
    }
    return {name: written_on(weights, WRITTEN_AFTER, WRITTEN_WORDS, how, seed) for name, (how, seed) in ways.items()}


def run_figures(run: Learnt) -> Figures:
    return {
        "loss": run.losses,
        "gradient_norm": run.norms,
        "learning_rate": run.rates,
        "validation_loss": [loss_of(run.weights[step]) for step in validated(len(run.losses))],
        "weights": norms(run.weights[-1], run.weights[0], MATRICES),
    }


def validated(steps: int) -> list[int]:
    """The steps after which a run is validated: 0 is before the first."""
    return sorted({*range(0, steps + 1, VALIDATED), steps})


def loss_of(weights: Weights) -> float:
    """As a run is validated."""
    tokens = encoded(material.passages("validation"))
    return predicted(weights, tokens, material.CONTEXT, material.CONTEXT).loss


def rounded(value: Any) -> Any:
    """What is stored of a figure, or of many."""
    if isinstance(value, Mapping):
        return {name: rounded(inner) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        return [rounded(inner) for inner in value]
    if isinstance(value, float | np.floating):
        return float(f"{float(value):.{DIGITS}g}")
    return value.item() if isinstance(value, np.generic) else value


def differences(found: Any, stored: Any, name: str = "") -> list[str]:
    """The figures that are not the stored ones."""
    if isinstance(stored, dict) and isinstance(found, dict) and stored.keys() == found.keys():
        return [line for key in stored for line in differences(found[key], stored[key], f"{name}/{key}")]
    if isinstance(stored, list) and isinstance(found, list) and len(stored) == len(found):
        pairs = enumerate(zip(found, stored, strict=True))
        return [line for place, (one, other) in pairs for line in differences(one, other, f"{name}/{place}")]
    if isinstance(stored, float) and isinstance(found, float) and math.isclose(found, stored, rel_tol=SAME):
        return []
    return [] if found == stored else [f"{name}: {found} instead of {stored}"]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="compare with figures.json instead of writing it")
    arguments = parser.parse_args()
    assert "tensorflow" not in sys.modules and "workbench" not in sys.modules
    figures = rounded({**by_numpy(), **by_torch()})
    if arguments.check:
        lines = differences(figures, json.loads(FILE.read_text(encoding="utf-8"))["figures"])
        print("\n".join(lines))
        return 1 if lines else 0
    versions = {name: importlib.metadata.version(name) for name in ("numpy", "torch", "tokenizers", "safetensors")}
    content = {"computed_with": {"python": platform.python_version(), **versions}, "figures": figures}
    FILE.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
