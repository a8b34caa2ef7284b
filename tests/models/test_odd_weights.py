"""What lies in a folder beside or in place of a network's weights: used for what it is, or refused by its name."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from safetensors.numpy import load_file, save_file

from tests.local_hub import LocalHub, Repository, keras_preset
from tests.tiny_families import CONFIGS, EVERY, weights_of, write, write_any
from workbench.ground.generators import last
from workbench.messages.errors import KnownError
from workbench.models.card import Origin
from workbench.models.catalogue import find_model, read_card, read_config
from workbench.models.hub.connection import Connection
from workbench.models.hub.plan import look_up
from workbench.models.hub.search import search
from workbench.models.language_model import load
from workbench.models.sources.safetensors_header import stored_tensors

PROJECTION = "model.layers.0.mlp.up_proj.weight"

# What each program writes beside a weight in place of it, and what it says in config.json; by what people call it.
QUANTISED: Mapping[str, tuple[dict[str, Any], dict[str, tuple[str, tuple[int, ...]]]]] = {
    "compressed-tensors": (
        {"quantization_config": {"quant_method": "compressed-tensors", "format": "int-quantized"}},
        {"weight": ("int8", (96, 64)), "weight_scale": ("float32", (96, 1))},
    ),
    "bitsandbytes": (
        {"quantization_config": {"load_in_8bit": True, "llm_int8_threshold": 6.0}},
        {"weight": ("int8", (96, 64)), "SCB": ("float32", (96,))},
    ),
    "GPTQ": (
        {"quantization_config": {"quant_method": "gptq", "bits": 4}},
        {
            "qweight": ("int32", (8, 96)), "qzeros": ("int32", (1, 12)), "scales": ("float16", (1, 96)),
            "g_idx": ("int32", (64,)),
        },
    ),
    "AWQ": (
        {"quantization_config": {"quant_method": "awq", "bits": 4}},
        {"qweight": ("int32", (64, 12)), "qzeros": ("int32", (1, 12)), "scales": ("float16", (1, 96))},
    ),
    "MLX": (
        {"quantization": {"group_size": 64, "bits": 4}},
        {"weight": ("uint32", (96, 8)), "scales": ("float16", (96, 1)), "biases": ("float16", (96, 1))},
    ),
    "FP8": (
        {"quantization_config": {"quant_method": "fp8", "weight_block_size": [128, 128]}},
        {"weight": ("float8_e4m3fn", (96, 64)), "weight_scale_inv": ("float32", (1, 1))},
    ),
}  # fmt: skip


def write_quantised(folder: Path, kind: str, *, says_so: bool) -> Path:
    """A Llama with one weight that was quantised, of which its config.json says so or is silent."""
    import ml_dtypes

    write(folder, "smollm2")
    said, parts = QUANTISED[kind]
    weights = load_file(folder / "model.safetensors")
    del weights[PROJECTION]
    for part, (dtype, shape) in parts.items():
        made = np.ones(shape, ml_dtypes.float8_e4m3fn if dtype == "float8_e4m3fn" else dtype)
        weights[f"{PROJECTION.removesuffix('weight')}{part}"] = made
    save_file(weights, folder / "model.safetensors")
    if says_so:
        (folder / "config.json").write_text(json.dumps({**CONFIGS["smollm2"], **said}))
    return folder


@pytest.mark.parametrize("kind", QUANTISED)
def test_what_config_json_says_was_quantised_is_refused_by_its_name(kind: str, tmp_path: Path) -> None:
    folder = write_quantised(tmp_path / "folder", kind, says_so=True)
    with pytest.raises(KnownError, match=rf"were quantised \({kind}\)") as refused:
        read_card(folder, Origin.FOLDER)
    assert refused.value.code == "model.quantised"


@pytest.mark.parametrize("kind", QUANTISED)
def test_what_was_quantised_is_told_by_its_tensors_where_nothing_says_so(kind: str, tmp_path: Path) -> None:
    folder = write_quantised(tmp_path / "folder", kind, says_so=False)
    named = "GPTQ, AWQ" if kind == "AWQ" else kind
    with pytest.raises(KnownError, match=rf"were quantised \({named}\)"):
        read_card(folder, Origin.FOLDER)


@pytest.mark.parametrize(("dtype", "named"), [("int8", "int8"), ("int32", "I32"), ("uint8", "uint8")])
def test_whole_numbers_in_place_of_weights_are_refused_without_any_word_of_them(
    dtype: str, named: str, tmp_path: Path
) -> None:
    write(tmp_path / "folder", "smollm2")
    weights = load_file(tmp_path / "folder" / "model.safetensors")
    save_file({**weights, PROJECTION: np.ones((96, 64), dtype)}, tmp_path / "folder" / "model.safetensors")
    with pytest.raises(KnownError, match=rf"were quantised \({named}\)"):
        read_card(tmp_path / "folder", Origin.FOLDER)


def test_the_part_for_text_and_a_file_beside_it_may_say_so_as_well(tmp_path: Path) -> None:
    said = {"quant_method": "awq"}
    write(tmp_path / "inside", "gemma3")
    inside = {**CONFIGS["gemma3"], "quantization_config": said}
    (tmp_path / "inside" / "config.json").write_text(json.dumps({"model_type": "gemma3", "text_config": inside}))
    write(tmp_path / "beside", "smollm2")
    (tmp_path / "beside" / "quant_config.json").write_text(json.dumps(said))
    for name in ("inside", "beside"):
        with pytest.raises(KnownError, match=r"were quantised \(AWQ\)"):
            read_card(tmp_path / name, Origin.FOLDER)


@pytest.mark.parametrize("inside", [False, True])
def test_a_keras_preset_says_itself_how_its_layers_were_quantised(inside: bool, tmp_path: Path) -> None:
    for name, content in keras_preset().items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(content)
    plain = {"module": "keras", "class_name": "DTypePolicy", "config": {"name": "float32"}}
    config = json.loads((tmp_path / "config.json").read_text())
    config["config"]["dtype"] = plain
    (tmp_path / "config.json").write_text(json.dumps(config))
    assert read_config(tmp_path)["n_layer"] == 2
    policy = {"class_name": "QuantizedDTypePolicy", "config": {"mode": "int8", "source_name": "float32"}}
    mapped = {"class_name": "DTypePolicyMap", "config": {"default_policy": plain, "policy_map": {"block/0": policy}}}
    config["config"]["dtype"] = mapped if inside else policy
    (tmp_path / "config.json").write_text(json.dumps(config))
    with pytest.raises(KnownError, match=r"were quantised \(int8\)"):
        read_config(tmp_path)


@pytest.mark.parametrize("says_so", [True, False])
def test_a_hub_result_and_the_plan_of_a_download_refuse_it_as_a_folder_does(
    says_so: bool, hub: LocalHub, connection: Connection, tmp_path: Path
) -> None:
    folder = write_quantised(tmp_path / "folder", "FP8", says_so=says_so)
    counted: dict[str, int] = {}
    for stored in stored_tensors([folder / "model.safetensors"]).values():
        counted[stored.kind] = counted.get(stored.kind, 0) + int(np.prod(stored.shape))
    hub.repositories["acme/small"] = Repository.of_folder(folder, parameters=counted)
    (found,) = last(search(connection, "small"))
    assert found.problem is not None and found.problem.code == "model.quantised"
    with pytest.raises(KnownError, match="“acme/small” were quantised") as refused:
        look_up(connection, "acme/small")
    assert refused.value.fields["kind"] == ("FP8" if says_so else "float8")


def test_whole_numbers_that_are_no_weights_are_no_reason_to_refuse_a_model(tmp_path: Path) -> None:
    folder = write_any(tmp_path / "gpt2", "gpt2")
    weights = load_file(folder / "model.safetensors")
    masks = {f"h.{layer}.attn.bias": np.ones((1, 1, 32, 32), np.uint8) for layer in range(2)}
    masks |= {f"h.{layer}.attn.masked_bias": np.full((), -1e4, np.float32) for layer in range(2)}
    save_file({**weights, **masks}, folder / "model.safetensors")
    assert load(find_model(str(folder))).config["n_layer"] == 2


@pytest.mark.parametrize("family", ["gpt2", "smollm2", "qwen2", "gemma3"])
def test_an_output_matrix_beside_the_embedding_is_the_embedding_or_refused(family: str, tmp_path: Path) -> None:
    folder = write_any(tmp_path / family, family)
    weights = load_file(folder / "model.safetensors")
    embedding = weights["wte.weight" if family == "gpt2" else "model.embed_tokens.weight"]
    save_file({**weights, "lm_head.weight": embedding.copy()}, folder / "model.safetensors")
    if family == "qwen2":
        load(find_model(str(folder)))
    save_file({**weights, "lm_head.weight": embedding + np.float32(1e-3)}, folder / "model.safetensors")
    with pytest.raises(KnownError, match=r"an output matrix of its own \(“lm_head\.weight”\), although") as refused:
        load(find_model(str(folder)))
    assert refused.value.code == "model.other_settings"


@pytest.mark.parametrize(
    ("family", "name"),
    [
        ("qwen3", "model.layers.0.self_attn.q_proj.bias"),
        ("smollm2", "model.layers.2.mlp.up_proj.weight"),
        ("gpt2", "transformer.wte.weight"),
        ("word-lstm", "lstm_1/kernel"),
    ],
)
def test_a_tensor_that_is_left_over_is_refused_by_its_name(family: str, name: str, tmp_path: Path) -> None:
    folder = write_any(tmp_path / family, family)
    weights = load_file(folder / "model.safetensors")
    save_file({**weights, name: np.ones(48, np.float32)}, folder / "model.safetensors")
    with pytest.raises(KnownError, match=rf"the weights “{name}”, for which its network has no place"):
        load(find_model(str(folder)))


def test_the_part_for_pictures_and_what_follows_from_the_configuration_is_left_over_for_a_reason(
    tmp_path: Path,
) -> None:
    write(tmp_path, "gemma3")
    config = {"model_type": "gemma3", "text_config": CONFIGS["gemma3"], "vision_config": {"hidden_size": 8}}
    (tmp_path / "config.json").write_text(json.dumps(config))
    named = {name.replace("model.", "language_model.model.", 1): value for name, value in weights_of("gemma3").items()}
    named["vision_tower.vision_model.embeddings.position_embedding.weight"] = np.ones((4, 8), np.float32)
    named["multi_modal_projector.mm_input_projection_weight"] = np.ones((8, 64), np.float32)
    named["language_model.model.layers.0.self_attn.rotary_emb.inv_freq"] = np.ones(24, np.float32)
    save_file(named, tmp_path / "model.safetensors")
    load(find_model(str(tmp_path)))


@pytest.mark.parametrize("family", [name for name in EVERY if name in ("gpt2", "qwen3", "word-lstm")])
@pytest.mark.parametrize("number", [np.nan, np.inf])
def test_numbers_that_are_none_are_refused_with_the_tensors_name(family: str, number: float, tmp_path: Path) -> None:
    folder = write_any(tmp_path / family, family)
    weights = load_file(folder / "model.safetensors")
    name = sorted(weights)[-1]
    weights[name].flat[3] = number
    save_file(weights, folder / "model.safetensors")
    with pytest.raises(KnownError, match=rf"cannot be read \({name} has numbers that are none, or infinite\)"):
        load(find_model(str(folder)))
