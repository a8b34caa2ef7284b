"""An odd folder gives the network that `transformers` makes of it, or a sentence that says what is odd."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from tests.models.oddities import OPENED, REFUSED, TOKENS, followed, write_oddity
from tests.models.peer_oddities import FILE
from workbench.messages.errors import KnownError
from workbench.models.catalogue import find_model, read_config
from workbench.models.families import registry
from workbench.models.families.config_keys import ALWAYS, IDLE
from workbench.models.language_model import load

PEER = json.loads(FILE.read_text(encoding="utf-8"))  # see peer_oddities


@pytest.mark.parametrize("name", OPENED)
def test_the_probabilities_are_those_of_transformers_all_along_a_text(name: str, tmp_path: Path) -> None:
    model = load(find_model(str(write_oddity(tmp_path / "odd", name))))
    tokens = TOKENS[: model.context_length]
    batch = np.array([tokens], np.int32)
    logits = model.network({"token_ids": batch, "padding_mask": np.ones_like(batch)}, training=False)
    found = followed(np.asarray(logits)[0], tokens)
    assert len(found) > 6  # a window bounds what can be read at once
    np.testing.assert_allclose(found, PEER["logs"][name][: len(found)], atol=1e-4)


@pytest.mark.parametrize("name", REFUSED)
def test_what_would_be_another_network_is_refused_with_what_is_odd(name: str, tmp_path: Path) -> None:
    odd = REFUSED[name]
    folder = write_oddity(tmp_path / "odd", name)
    assert odd.refused is not None
    with pytest.raises(KnownError) as refused:
        load(find_model(str(folder))) if odd.weights else read_config(folder)
    assert refused.value.code == "model.other_settings" and odd.refused in str(refused.value)


@pytest.mark.parametrize("kind", PEER["keys"])
def test_every_key_that_transformers_has_for_a_family_is_used_of_no_matter_or_fixed(kind: str) -> None:
    family = registry.known()[kind]
    assert {*PEER["keys"][kind]} <= {*family.used, *family.fixed, *ALWAYS, *IDLE}
    for key, usual in family.fixed.items():
        assert usual == PEER["keys"][kind][key]  # what keras_hub's network has is what transformers takes


@pytest.mark.parametrize("kind", PEER["matters"])
def test_no_key_that_changes_what_transformers_computes_is_held_to_be_of_no_matter(kind: str) -> None:
    family = registry.known()[kind]
    unread = {*PEER["matters"][kind]} - {*family.used, *family.fixed, *ALWAYS}
    assert not unread and IDLE.isdisjoint(PEER["matters"][kind])
