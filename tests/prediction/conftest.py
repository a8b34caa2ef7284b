"""The bundled model that several tests only ask."""

from __future__ import annotations

import pytest

from workbench.models.catalogue import find_model
from workbench.models.language_model import LanguageModel, load
from workbench.prediction.decoders import make_decoder
from workbench.prediction.decoding import Decoder


@pytest.fixture(scope="session")
def starter() -> LanguageModel:
    return load(find_model("starter-en"))


@pytest.fixture(scope="session")
def first_asked(starter: LanguageModel) -> Decoder:
    return make_decoder(starter)


@pytest.fixture
def decoder(first_asked: Decoder) -> Decoder:
    """Of the starter, for a text of its own."""
    return first_asked.another()
