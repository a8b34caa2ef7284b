"""Networks that were built once serve later tests: those that a run began from, and those that were opened to be asked.

To build a tiny network, and to trace what asks it, takes longer than all that a test asks of it. What one has is
written over before it serves again; whoever changes more than weights keeps the network for himself.
"""

from __future__ import annotations

import json
import random
import weakref
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from workbench.models import language_model
from workbench.models.families.registry import family_of
from workbench.models.language_model import LanguageModel
from workbench.models.sources.registry import source_of
from workbench.services.asking import LoadedModel

if TYPE_CHECKING:
    import keras

    from workbench.prediction.reading import TokenReader

MOST = 16
LARGEST = 1_000_000  # weights; a bundled model is let go


@dataclass(eq=False)
class Kept:
    model: LanguageModel
    loaded: LoadedModel | None = None  # with what was traced to ask it


_idle: list[Kept] = []  # what was used last is the last
_given_back: list[Kept] = []  # in this test: somebody in it may still ask what belonged to them
_out: dict[int, Kept] = {}  # by their networks


@dataclass
class Lent(LoadedModel):
    """Until nobody holds it any more."""

    kept: LoadedModel = field(kw_only=True)

    @property
    def token_reader(self) -> TokenReader:  # type: ignore[override]
        return self.kept.token_reader


def taken(config: dict[str, Any]) -> keras.Model | None:
    """A network of that configuration that nobody uses, with any weights."""
    wanted = json.dumps(config, sort_keys=True)
    found = next((each for each in reversed(_idle) if json.dumps(each.model.config, sort_keys=True) == wanted), None)
    if found is None:
        return None
    random.seed(0)  # as whoever builds one does
    _idle.remove(found)
    _out[id(found.model.network)] = found
    return found.model.network


def give_back(model: LanguageModel) -> None:
    """From the next test on others may have its network, which is as it was built but for its weights."""
    if model.network.count_params() <= LARGEST:
        _given_back.append(_out.pop(id(model.network), Kept(model)))


def lend(kind: type[LoadedModel], model: LanguageModel) -> LoadedModel:
    if model.network.count_params() > LARGEST:
        return _made(kind, model)  # type: ignore[no-any-return]
    kept = _out.pop(id(model.network), None) or Kept(model)
    if kept.loaded is None or not _is_alike(kept.loaded.model, model):
        kept.loaded = _made(kind, model)
    kept.model = model
    kept.loaded.decoder.forget()
    lent = Lent(kept.loaded.model, kept.loaded.decoder, kept=kept.loaded)
    weakref.finalize(lent, _given_back.append, kept)
    return lent


def _is_alike(one: LanguageModel, other: LanguageModel) -> bool:
    return one.tokenizer.definition == other.tokenizer.definition and one.beside == other.beside


_made = LoadedModel.of.__func__  # type: ignore[attr-defined]
_pretrained, _empty = language_model.pretrained_network, language_model.empty_network


def pretrained(config: dict[str, Any], folder: Path) -> keras.Model:
    network = taken(config)
    if network is None:
        return _pretrained(config, folder)
    source_of(folder).fill(network, folder, family_of(config))
    return network


def empty(config: dict[str, Any]) -> keras.Model:
    network = taken(config)
    return _empty(config) if network is None else network


@pytest.fixture(autouse=True, scope="session")
def shared_networks() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(LoadedModel, "of", classmethod(lend))
        patch.setattr(language_model, "pretrained_network", pretrained)
        patch.setattr(language_model, "empty_network", empty)
        yield


@pytest.fixture(autouse=True)
def whoever_had_one_is_gone() -> Iterator[None]:
    yield
    _out.clear()
    known = {id(each.model.network) for each in _idle}
    _idle.extend({id(each.model.network): each for each in _given_back if id(each.model.network) not in known}.values())
    _given_back.clear()
    del _idle[:-MOST]
