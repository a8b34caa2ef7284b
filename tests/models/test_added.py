"""A family, and a way that models lie on disk, are added as a file each: nothing else has to know of them."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from textwrap import dedent
from types import ModuleType
from typing import Any

import numpy as np
import pytest

from tests.models.test_families_contract import exported
from tests.tiny_families import CONFIGS, weights_of, write
from workbench.corpora.encoding import EncodedCorpus
from workbench.costs.fit import estimate
from workbench.costs.settling import settle
from workbench.messages.errors import KnownError
from workbench.models import families, sources
from workbench.models.card import Origin
from workbench.models.catalogue import find_model, read_card
from workbench.models.families import registry as known_families
from workbench.models.hub.plan import is_known_family
from workbench.models.language_model import load, model_sha256
from workbench.models.sources import registry as known_sources
from workbench.prediction.decoders import make_decoder
from workbench.tasks.next_word.task import TASK as NEXT_WORD
from workbench.training.learner import Learner
from workbench.values.fine_tuning import FineTuning
from workbench.values.methods import Method

Add = Callable[[ModuleType, str], None]
TOKENS = np.random.default_rng(3).integers(3, 300, 200).astype(np.int32)
FAMILY = """
from workbench.models.families.llama_like import LlamaLike

class Alpaca(LlamaLike):
    model_type = "alpaca"
    title = "Alpaca"
    backbone = "Llama3Backbone"
    task = "Llama3CausalLM"

FAMILY = Alpaca()
"""
SOURCE = """
import json
import numpy as np
from workbench.models.tokenizers.tokenizer import Tokenizer

class OneFile:
    def recognises(self, folder):
        return (folder / "everything.npz").is_file()

    def _said(self, folder, name):
        return str(np.load(folder / "everything.npz")[name])

    def config(self, folder):
        return json.loads(self._said(folder, "config"))

    def tokenizer_files(self, folder):
        return [folder / "everything.npz"]

    def weight_files(self, folder):
        return [folder / "everything.npz"]

    def tokenizer(self, folder, config, family):
        return Tokenizer(self._said(folder, "tokenizer"), config["vocab_size"])

    def said(self, folder):
        return {}

    def beside(self, folder):
        return {}

    def held(self, folder, family):
        return 10**9

    def fill(self, network, folder, family):
        found = dict(np.load(folder / "everything.npz"))
        family.fill(network, {name: value for name, value in found.items() if name not in ("config", "tokenizer")})

SOURCE = OneFile()
"""


@pytest.fixture
def add(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Add]:
    """Put a module into a package, for one test, as a file of the program would be there."""
    caches: dict[ModuleType, Any] = {families: known_families.known, sources: known_sources.known}

    def added(package: ModuleType, content: str) -> None:
        place = tmp_path / package.__name__
        place.mkdir()
        (place / "added.py").write_text(dedent(content))
        monkeypatch.setattr(package, "__path__", [*package.__path__, str(place)])
        caches[package].cache_clear()

    yield added
    for package, known in caches.items():
        known.cache_clear()
        sys.modules.pop(f"{package.__name__}.added", None)


@pytest.fixture
def alpaca(tmp_path: Path) -> Path:
    folder = write(tmp_path / "alpaca", "smollm2")
    (folder / "config.json").write_text(json.dumps({**CONFIGS["smollm2"], "model_type": "alpaca"}))
    return folder


@pytest.mark.parametrize("method", [Method.FULL, Method.LORA])
def test_a_family_that_is_added_as_a_file_is_opened_sized_asked_trained_and_exported(
    add: Add, alpaca: Path, tmp_path: Path, method: Method
) -> None:
    with pytest.raises(KnownError, match="is a alpaca model"):
        read_card(alpaca, Origin.FOLDER)
    add(families, FAMILY)
    (alpaca / "README.md").touch()  # a folder is looked at again where something in it has changed
    card = find_model(str(alpaca))
    settings = FineTuning(method=method, steps=2, batch_size=4, context_length=16, precision="float32")
    settled = settle(settings, card)
    assert "Alpaca" in known_families.titles() and is_known_family("alpaca")
    model = load(card)
    assert model.network.count_params() == card.parameters
    learner = Learner(model, settled, NEXT_WORD)
    dataset = learner.dataset(EncodedCorpus(TOKENS, TOKENS, TOKENS))
    assert estimate(card, settled, 2).learning == sum(int(np.prod(each.shape)) for each in learner.variables)
    before = {variable.path: np.asarray(variable).copy() for variable in model.network.weights}
    assert np.isfinite(learner.learn(dataset, 1, 2)[0]) and make_decoder(model).read_prompt([3, 4]).shape == (320,)
    assert any(not np.array_equal(before[variable.path], variable) for variable in model.network.weights)
    again = load(find_model(str(exported(model, tmp_path / "exported"))))
    assert again.family.title == "Alpaca"
    assert all(map(np.array_equal, again.network.weights, model.network.weights))


def test_a_source_that_is_added_as_a_file_is_found_read_and_told_from_another(add: Add, tmp_path: Path) -> None:
    plain, folder = write(tmp_path / "plain", "llama"), tmp_path / "one"
    folder.mkdir()
    said = {"config": (plain / "config.json").read_text(), "tokenizer": (plain / "tokenizer.json").read_text()}
    np.savez(folder / "everything.npz", **said, **weights_of("llama"))
    with pytest.raises(KnownError, match="in the format of NumPy"):
        find_model(str(folder))
    add(sources, SOURCE)
    (folder / "README.md").touch()  # a folder is looked at again where something in it has changed
    found, expected = load(find_model(str(folder))), load(find_model(str(plain)))
    assert all(map(np.array_equal, found.network.weights, expected.network.weights))
    assert found.tokenizer.sha256 == expected.tokenizer.sha256 and found.config == expected.config
    assert model_sha256(find_model(str(folder))) != model_sha256(find_model(str(plain)))
