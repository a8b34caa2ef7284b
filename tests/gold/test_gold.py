"""What the program says of a small project, and what it is by the papers: computed without the program, and stored.

How closely two figures must agree is said at each group, with the reason. The program computes in float32, the
reference in float64; a float32 has seven digits.
"""

from __future__ import annotations

import importlib.util
import json
import math
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
import pytest
from safetensors.numpy import load_file

from tests.gold import material, reference
from tests.places import ROOT
from workbench.corpora.encoding import encode
from workbench.exporting.formats import Format, export_run
from workbench.ground.generators import last
from workbench.gui.words import quantities
from workbench.prediction.shaping import distribution
from workbench.prediction.words import next_words, prompt_tokens
from workbench.project.project import Project
from workbench.services.workbench import Workbench
from workbench.tasks.next_word.passages import batch
from workbench.training.schedule import learning_rate
from workbench.values.corpus import Split
from workbench.values.fine_tuning import FineTuning
from workbench.values.model_ref import Folder
from workbench.values.prediction import Shaping
from workbench.values.run import Run

STORED: dict[str, Any] = json.loads(reference.FILE.read_text(encoding="utf-8"))["figures"]
LEARNING: dict[str, Any] = STORED["learning"]
AGREES = [name for name in reference.PLANS if name != "unfrozen"]
MODEL = "gold-gpt2"

# Settings that the program has and a plan has not, or calls by another name.
SETTINGS: dict[str, dict[str, object]] = {
    "accumulated and smoothed": {"batch_size": 8, "accumulate": 2},
    "last layer, sgd with momentum": {"method": "last_layers", "layers": 1},
    "unfrozen": {"method": "gradual_unfreezing"},
}


@pytest.fixture(scope="module")
def services(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workbench]:
    made = material.make(tmp_path_factory.mktemp("gold"))
    with Project.create(made.text.parent / "project") as project:
        services = Workbench(project)
        last(services.texts.import_corpus([made.text], "lighthouse"))
        services.models.add_folder(made.model)
        yield services


def settings(name: str) -> FineTuning:
    plan = reference.PLANS[name]
    common = {
        "optimizer": plan.rule, "learning_rate": plan.peak, "steps": plan.steps, "schedule": plan.schedule,
        "warmup": plan.warmup, "batch_size": plan.passages, "context_length": material.CONTEXT,
        "weight_decay": plan.decay, "clip_norm": plan.clip, "label_smoothing": plan.smoothing, "pull": plan.pull,
        "layer_decay": plan.layer_decay, "unfreeze_over": plan.unfreeze_over or 0.0, "seed": plan.seed,
        "validate_every": reference.VALIDATED, "precision": "float32",
    }  # fmt: skip
    return FineTuning().with_settings(common | SETTINGS.get(name, {}))


def run_of(services: Workbench, name: str) -> Run:
    """The run with the settings of a plan, trained at the first call."""
    return services.project.runs.find(name) or last(
        services.training.train("lighthouse", Folder(services.project.models.folders()[0]), settings(name), name)
    )


def weights_of(services: Workbench, run: Run) -> dict[str, np.ndarray]:
    """The run's best weights, which are its last ones here, as anyone would get them: from its export."""
    folder = services.project.folder.parent / f"exported {run.name}"
    if not folder.is_dir():
        last(export_run(services, run.name, folder, Format.HUGGING_FACE))
    found = load_file(folder / "model.safetensors")
    return {name.removeprefix("transformer."): value.astype(np.float64) for name, value in found.items()}


def agree(found: Any, expected: Any, relative: float, name: str = "") -> None:
    """Every figure is the expected one: whole numbers and texts exactly, others up to a `relative` difference."""
    if isinstance(expected, Mapping):
        assert set(found) == set(expected), name
        for key in expected:
            agree(found[key], expected[key], relative, f"{name} / {key}")
    elif isinstance(expected, list | tuple):
        assert len(found) == len(expected), name
        for place, (one, other) in enumerate(zip(found, expected, strict=True), start=1):
            agree(one, other, relative, f"{name} / {place}")
    elif isinstance(expected, float | np.floating):
        assert math.isclose(found, expected, rel_tol=relative, abs_tol=1e-12), f"{name}: {found}, not {expected}"
    else:
        assert found == expected, name


# The figures themselves


def test_what_numpy_computes_is_what_is_stored() -> None:
    """Both in float64; only the order of sums may differ from computer to computer."""
    found = reference.rounded(reference.by_numpy())
    assert reference.differences(found, {name: STORED[name] for name in found}) == []


def test_what_pytorch_computes_is_what_is_stored() -> None:
    """In a process of its own, since TensorFlow and PyTorch in one end it."""
    python = os.environ.get("GOLD_PYTHON") or (sys.executable if importlib.util.find_spec("torch") else None)
    if python is None:
        pytest.skip("needs a Python with torch: uv sync --group peers, or GOLD_PYTHON=/path/to/its/python")
    root = ROOT
    command = [python, "-m", "tests.gold.reference", "--check"]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, timeout=240)
    assert (done.returncode, done.stdout.strip()) == (0, ""), done.stderr


# What is counted: exactly


def test_texts_have_the_tokens_bytes_and_words_that_are_in_them(services: Workbench) -> None:
    model = services.asking.loaded(services.models.named(MODEL)).model
    encoded = last(encode(services.project.corpora.named("lighthouse"), model.tokenizer))
    for split in Split:
        assert encoded[split].tolist() == reference.encoded(material.passages(split)).tolist()
        assert len(encoded[split]) == STORED["text"][split]["tokens"]
    for split in (Split.VALIDATION, Split.TEST):
        found = last(services.asking.evaluate(services.models.named(MODEL), "lighthouse", split))
        figures = {"tokens": found.tokens + 1, "bytes": found.bytes, "words": found.words}  # the first one is given
        assert figures == STORED["text"][split]


def test_a_step_reads_the_passages_that_its_seed_and_number_say() -> None:
    tokens = reference.encoded(material.passages("train"))
    found = [batch(tokens, 11, step, 16, material.CONTEXT).sum(1).tolist() for step in (1, 5)]
    assert found == STORED["batches"]


@pytest.mark.parametrize("schedule", reference.SCHEDULES)
def test_rates_follow_the_papers(schedule: str) -> None:
    """Both in float64."""
    wanted = {
        "schedule": schedule, "warmup": reference.SCHEDULE_WARMUP, "learning_rate": reference.SCHEDULE_PEAK
    }  # fmt: skip
    fine_tuning = FineTuning().with_settings(wanted)
    rates = [learning_rate(fine_tuning, step, reference.SCHEDULED_STEPS) for step in reference.SCHEDULED]
    agree(rates, STORED["schedules"][schedule], 1e-9)


# What a model predicts: one pass of float32 through two layers


def evaluations(services: Workbench, model: str) -> dict[str, dict[str, float]]:
    found = {}
    for split, context, stride in reference.PROTOCOLS:
        measuring = services.asking.measure(
            services.asking.loaded(services.models.named(model)), model, "lighthouse", Split(split), context, stride
        )
        evaluation = last(measuring).evaluation
        names = STORED["predictions"]["evaluation"][f"{split} {context} {stride}"]
        found[f"{split} {context} {stride}"] = {name: getattr(evaluation, name) for name in names}
    return found


def bendings(services: Workbench, model: str) -> dict[str, dict[str, float]]:
    loaded = services.asking.loaded(services.models.named(model))
    tokens = prompt_tokens(loaded.model.tokenizer, reference.SENTENCE)
    loaded.decoder.forget()
    logits = loaded.decoder.read_prompt(tokens)
    found = {}
    for name, how in reference.BENDINGS.items():
        left = distribution(logits, shaping(how), tokens)
        left = left[left > 0]
        found[name] = {"left": len(left), "top": left.max(), "entropy": -(left * np.log2(left)).sum()}
    return found


def surprises(services: Workbench, model: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, text in (("sentence", reference.SENTENCE), ("page", reference.PAGE)):
        read = last(services.asking.surprise(services.models.named(model), text))
        found[name] = {"bits": read.bits, "words": len(read.counted), "word perplexity": read.word_perplexity}
        if name == "sentence":
            found["word by word"] = [(text[word.start : word.end], word.bits) for word in read.words]
    return found


def shaping(how: reference.Bent) -> Shaping:
    return Shaping(how.temperature, how.top_k, how.top_p, how.penalty)


def predictions(services: Workbench, model: str) -> dict[str, Any]:
    return {
        "evaluation": evaluations(services, model),
        "bending": bendings(services, model),
        "surprise": surprises(services, model),
    }


def next_words_of(services: Workbench, model: str, expected: Mapping[str, Any]) -> dict[str, dict[str, float]]:
    """The probabilities of the expected words, from a search that leaves nothing open."""
    loaded = services.asking.loaded(services.models.named(model))
    loaded.decoder.forget()
    found = {}
    for name in expected:
        prompt, how = (reference.ASKED | reference.ASKED_BEFORE_APOSTROPHES)[name]
        words = next_words(loaded.decoder, loaded.model.tokenizer, prompt, 10_000, rounds=60, shaping=shaping(how))
        found[name] = {word.text: word.probability for word in words if word.text in expected[name]}
    return found


def writings(services: Workbench, model: str) -> dict[str, str]:
    ways = {
        "likeliest": (Shaping(temperature=0), 0),
        "likeliest, without repeating": (Shaping(temperature=0, repetition_penalty=3), 0),
        "drawn": (Shaping(temperature=0.8, top_p=0.9), 5),
    }
    return {
        name: last(
            services.asking.generate(
                services.models.named(model), reference.WRITTEN_AFTER, reference.WRITTEN_WORDS, how, seed
            )
        )
        for name, (how, seed) in ways.items()
    }


def test_the_model_predicts_what_its_weights_say(services: Workbench) -> None:
    """One part in 100,000: single logarithms are of that precision, sums over a text are better."""
    agree(predictions(services, MODEL), STORED["predictions"], 1e-5)


@pytest.fixture(scope="module")
def learnt(services: Workbench) -> dict[str, Any]:
    """What the run “full” predicts."""
    run_of(services, "full")
    words = next_words_of(services, "full", STORED["predictions of the learnt"]["next words"])
    return predictions(services, "full") | {"next words": words, "writing": writings(services, "full")}


def test_a_run_predicts_what_its_exported_weights_say(services: Workbench, learnt: dict[str, Any]) -> None:
    """As precisely, from what learning has made: computed here from the export, by NumPy."""
    weights = weights_of(services, run_of(services, "full"))
    agree(learnt, reference.predictions(weights) | reference.answers(weights), 1e-5)


def test_a_run_predicts_what_thirty_steps_of_another_engine_make_of_it(
    services: Workbench, learnt: dict[str, Any]
) -> None:
    """Learning in float32 and in float64 drift apart: five parts in 10,000 (measured: a tenth of that)."""
    agree(learnt, STORED["predictions of the learnt"], 5e-4)
    run, losses = run_of(services, "full"), LEARNING["full"]["validation_loss"]
    before, after = (math.exp(loss) for loss in (losses[0], losses[-1]))
    assert quantities.perplexity(run.base_validation_loss) == f"{before:.0f}"
    assert quantities.perplexity(run.best_validation_loss) == f"{after:.1f}"


def test_a_word_is_whole_only_where_no_apostrophe_and_letter_follow(services: Workbench) -> None:
    run_of(services, "full")
    stored = STORED["words before apostrophes"]
    agree(next_words_of(services, "full", stored), stored, 5e-4)


# How it learns


def run_figures(services: Workbench, name: str) -> dict[str, Any]:
    run = run_of(services, name)
    curves = services.project.runs.curves(run)
    assert list(curves["validation_loss"].steps) == reference.validated(run.total_steps)
    start = material.weights()
    return {
        **{kind: list(curves[kind].values) for kind in ("loss", "gradient_norm", "learning_rate", "validation_loss")},
        "weights": reference.norms(weights_of(services, run), start, reference.MATRICES),
    }


@pytest.mark.parametrize("name", AGREES)
def test_a_run_learns_step_by_step_as_the_formulas_say(services: Workbench, name: str) -> None:
    """AdamW: its correction for the moments' start is taken in float32, where 1 - 0.999 is wrong by 13 in a million,
    so every move is by 6 in a million; over thirty steps norms drift to 3 in 100,000. The others: float32 alone."""
    found, expected = run_figures(services, name), LEARNING[name]
    is_adam = reference.PLANS[name].rule == "adamw"
    agree(found["learning_rate"], expected["learning_rate"], 1e-9)
    for kind in ("loss", "validation_loss"):
        agree(found[kind], expected[kind], 1e-5 if is_adam else 1e-6, kind)
    agree(found["gradient_norm"], expected["gradient_norm"], 1e-4 if name == "full" else 1e-5, "gradient_norm")
    agree(found["weights"], expected["weights"], 1e-5, "weights")


def test_unfreezing_begins_with_the_topmost_layer(services: Workbench) -> None:
    """Steps 1 to 3: up to the first one at which a second layer learns."""
    found = run_figures(services, "unfrozen")
    agree(found["learning_rate"], LEARNING["unfrozen"]["learning_rate"], 1e-9)
    for kind in ("loss", "gradient_norm"):
        agree(found[kind][:3], LEARNING["unfrozen"][kind][:3], 1e-5, kind)


def test_a_layer_that_joins_later_begins_as_if_it_were_the_first_step(services: Workbench) -> None:
    agree(run_figures(services, "unfrozen"), LEARNING["unfrozen"], 1e-5)
