"""What an adapter adds, against its equation, and what is refused of its tensors."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from workbench.messages.errors import ReasonError
from workbench.models.families.family import Family
from workbench.models.families.registry import known
from workbench.models.sources.adapter_settings import AdapterSettings, read_settings
from workbench.models.sources.adapter_tensors import added

PLACE = "base_model.model.model.layers.0.self_attn.q_proj"
BASE = {
    "model.layers.0.self_attn.q_proj.weight": np.ones((4, 3), np.float32),
    "model.embed_tokens.weight": np.ones((5, 3), np.float32),
}
EMBEDDING, HEAD = "base_model.model.model.embed_tokens.weight", "base_model.model.lm_head.weight"
PAIR = {f"{PLACE}.lora_A.weight": np.full((2, 3), 2.0), f"{PLACE}.lora_B.weight": np.full((4, 2), 3.0)}


@pytest.fixture
def llama() -> Family:
    return known()["llama"]


def settings(folder: Path, **said: object) -> AdapterSettings:
    wanted = {"peft_type": "LORA", "r": 2, "lora_alpha": 4, "target_modules": ["q_proj"], **said}
    (folder / "adapter_config.json").write_text(json.dumps(wanted))
    return read_settings(folder)


def test_the_product_is_added_scaled(tmp_path: Path, llama: Family) -> None:
    found = added(BASE, PAIR, settings(tmp_path), llama)
    np.testing.assert_array_equal(found["model.layers.0.self_attn.q_proj.weight"], np.full((4, 3), 1 + 2 * 12))
    np.testing.assert_array_equal(found["model.embed_tokens.weight"], BASE["model.embed_tokens.weight"])


def test_an_embedding_that_is_the_output_too_is_replaced_as_both(tmp_path: Path, llama: Family) -> None:
    learnt = np.arange(15, dtype=np.float32).reshape(5, 3)
    found = added(BASE, {**PAIR, EMBEDDING: learnt, HEAD: learnt}, settings(tmp_path), llama)
    np.testing.assert_array_equal(found["model.embed_tokens.weight"], learnt)
    assert found.keys() == BASE.keys()
    apart = {**BASE, "lm_head.weight": BASE["model.embed_tokens.weight"]}
    found = added(apart, {EMBEDDING: learnt, **PAIR}, settings(tmp_path), llama)
    assert not np.array_equal(found["lm_head.weight"], found["model.embed_tokens.weight"])


@pytest.mark.parametrize(
    ("tensors", "reason"),
    [
        ({f"{PLACE}.lora_A.weight": PAIR[f"{PLACE}.lora_A.weight"]}, "q_proj.lora_B"),
        ({**PAIR, f"{PLACE}.lora_magnitude_vector": np.ones(4)}, "lora_magnitude_vector"),
        ({**PAIR, f"{PLACE}.lora_B.weight": np.ones((5, 2))}, r"lora_A.weight"),
        ({**PAIR, f"{PLACE}.lora_B.weight": np.full((4, 2), np.nan)}, "lora_B.weight"),
        ({name.replace("q_proj", "v_proj"): value for name, value in PAIR.items()}, "target_modules leave out"),
        ({name.replace("layers.0", "layers.9"): value for name, value in PAIR.items()}, "its base has no"),
        ({HEAD: np.ones((5, 3))}, "for its input and its output at once"),
        ({EMBEDDING: np.ones((5, 3))}, "embed_tokens.weight, which its base uses for its input and its output at once"),
        ({EMBEDDING: np.ones((5, 3)), HEAD: np.zeros((5, 3))}, "for its input and its output at once"),
    ],
)
def test_what_does_not_belong_there_is_named(
    tmp_path: Path, llama: Family, tensors: dict[str, np.ndarray], reason: str
) -> None:
    with pytest.raises(ReasonError, match=reason):
        added(BASE, tensors, settings(tmp_path), llama)


def test_a_pattern_that_would_be_searched_for_a_year_is_given_up(tmp_path: Path, llama: Family) -> None:
    hostile = settings(tmp_path, target_modules="(m|o|d|e|l|.|.)*(m|o|d|e|l|.|.)*(a|aa)*!")
    with pytest.raises(ReasonError, match="target_modules"):
        added(BASE, PAIR, hostile, llama)
