"""What the bundled models answer where everything is as it should be, kept in resources/expected.json.

`measured` computes it; packaging/make_expected.py writes it down after a bundled model has changed.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import numpy as np

from workbench.corpora.encoding import EncodedCorpus
from workbench.models.card import Origin, PretrainedModel
from workbench.models.catalogue import from_scratch, read_card
from workbench.models.language_model import LanguageModel, load
from workbench.prediction.decoders import make_decoder
from workbench.prediction.words import next_words
from workbench.tasks.registry import find_task
from workbench.training.learner import Learner
from workbench.values.fine_tuning import FineTuning
from workbench.values.methods import Method, Precision
from workbench.values.run import NEXT_WORD

FILE = "expected.json"  # among the resources
TOLD = ("README.md", "card.json")  # of a model: nothing is computed from them
TASKED = "starter-en"  # the model that predicts and makes a step
PROMPT = "The lamp was lit at"
PROMPTS = {"zh": "天上的月亮"}
TEXT = "The keeper climbed the stairs and lit the lamp. The ships saw the light and kept away from the rocks. " * 12
SETTINGS = FineTuning(
    method=Method.LAST_LAYERS, layers=1, steps=1, batch_size=2, context_length=32, learning_rate=1e-3, seed=5,
    precision=Precision.FLOAT32, dropout=0.0,
)  # fmt: skip
TOLERANCE = 2e-3  # relative: other processors add up in another order


def folders(models: Path) -> list[Path]:
    return sorted(folder for folder in models.iterdir() if folder.is_dir())


def hashes(models: Path) -> dict[str, str]:
    """Of every file that decides what a model answers, by its path below `models`."""
    files = (file for file in sorted(models.rglob("*")) if file.is_file() and file.name not in TOLD)
    return {file.relative_to(models).as_posix(): _hash(file) for file in files}


def opened(folder: Path) -> LanguageModel:
    """With its weights, or with random ones where it has none and learns its words from a text. Raises KnownError."""
    card = read_card(folder, Origin.BUNDLED)
    return load(card if not card.from_scratch else from_scratch(card), training_text=[TEXT])


def answer(folder: Path, model: LanguageModel) -> float:
    """The highest probability of a next token that the `model` of a folder gives to a text of its language."""
    prompt = _prompt(read_card(folder, Origin.BUNDLED))
    tokens = np.array([model.tokenizer.encode(prompt)], dtype="int32")
    logits = np.asarray(model.network({"token_ids": tokens, "padding_mask": np.ones_like(tokens)}))[0, -1]
    return float(np.exp(logits.max() - np.logaddexp.reduce(logits.astype("float64"))))


def predicted(model: LanguageModel) -> tuple[str, float]:
    """The most probable next word, and how probable it is."""
    best = next_words(make_decoder(model), model.tokenizer, PROMPT, top=1)[0]
    return best.word, best.probability


def stepped(model: LanguageModel) -> float:
    """The loss of one step of learning, which changes the model."""
    tokens = np.asarray(model.tokenizer.encode(TEXT), dtype="uint16")
    learner = Learner(model, SETTINGS, find_task(NEXT_WORD))
    dataset = learner.dataset(EncodedCorpus(tokens, tokens[:64], tokens[:64], "check"))
    return float(learner.learn(dataset, 1, 1)[0])


def measured(resources: Path) -> dict[str, Any]:
    models = resources / "models"
    tasked = opened(models / TASKED)
    word, probability = predicted(tasked)
    trained = [each for each in folders(models) if not read_card(each, Origin.BUNDLED).from_scratch]
    return {
        "files": hashes(models),
        "models": {each.name: answer(each, opened(each)) for each in trained},
        "word": word,
        "probability": probability,
        "loss": stepped(tasked),
    }


def expected(resources: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((resources / FILE).read_text(encoding="utf-8"))
    return found


def is_near(value: float, wanted: float) -> bool:
    return abs(value - wanted) <= TOLERANCE * abs(wanted)


def _prompt(card: PretrainedModel) -> str:
    return next((PROMPTS[language] for language in card.languages if language in PROMPTS), PROMPT)


def _hash(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
