"""Configurations that are drawn: a real or a tiny one with keys taken out, changed and put in from other families.

`meant` says what `transformers` computes with, in numbers: the class's own values where a config.json is silent. It is
written after the classes' documentation, not after the program, and is what the program's own reading is compared with.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from hypothesis import strategies as st

from tests.models.oddities import TOKENS, followed
from tests.models.peer_oddities import FAMILIES, FILE, logs_of
from tests.tiny_families import CONFIGS, write_any

PEER = json.loads(FILE.read_text(encoding="utf-8"))
KEYS: Mapping[str, Mapping[str, Any]] = PEER["keys"]
REAL: Mapping[str, dict[str, Any]] = json.loads(FILE.with_name("real_configs.json").read_text(encoding="utf-8"))

_NUMBERS = (0, 1, 2, 3, 4, 8, 12, 64, -1, 0.0, 0.1, 0.5, 1.0, 1e-5, 1e-6, 1e-3, 8.0, 10_000.0, 500_000.0)
_OTHERS = (None, True, False, "", "silu", "gelu", "gelu_new", "relu", [], {}, [1, 0], ["full_attention"], "default")
_POSITIONS = (
    {"rope_type": "default"}, {"rope_type": "linear", "factor": 4.0}, {"type": "linear", "factor": 2.0},
    {"rope_type": "yarn", "factor": 4.0}, {"rope_type": "dynamic", "factor": 2.0}, {"rope_theta": 77.0},
    {"rope_type": "default", "partial_rotary_factor": 0.5},
    {
        "rope_type": "llama3", "factor": 8.0, "low_freq_factor": 1.0, "high_freq_factor": 4.0,
        "original_max_position_embeddings": 16,
    },
)  # fmt: skip
_FROM_ELSEWHERE = (
    "partial_rotary_factor", "embedding_multiplier", "logit_scale", "logits_scaling", "attention_bias", "mlp_bias",
    "is_causal", "sliding_window", "use_sliding_window", "layer_types", "no_rope_layers", "rope_scaling",
    "rope_parameters", "rope_theta", "n_ctx", "torch_dtype", "my_own_note", "quantization_config", "num_experts",
    "hidden_size", "final_logit_softcapping",
)  # fmt: skip


def kind_of(config: Mapping[str, Any]) -> str:
    return str(config["model_type"])


@st.composite
def changed(draw: st.DrawFn, config: Mapping[str, Any]) -> dict[str, Any]:
    """A configuration with up to two keys taken out and up to two set to something else."""
    made = dict(config)
    keys = sorted({*KEYS[kind_of(config)], *config} - {"model_type"})
    for key in draw(st.lists(st.sampled_from(sorted({*config} - {"model_type"})), max_size=2)):
        made.pop(key, None)
    for key in draw(st.lists(st.sampled_from(keys) | st.sampled_from(_FROM_ELSEWHERE), max_size=2)):
        values = _POSITIONS if key in ("rope_scaling", "rope_parameters") else (*_NUMBERS, *_OTHERS)
        made[key] = draw(st.sampled_from(values))
    return made


def meant(config: Mapping[str, Any]) -> dict[str, Any]:
    """The numbers that a class of transformers 5 computes with."""
    usual = KEYS[kind_of(config)]
    said = {**usual, **config}
    if kind_of(config) == "gpt2":
        names = {"hidden_size": "n_embd", "num_hidden_layers": "n_layer", "num_attention_heads": "n_head"}
        said |= {name: config[key] for key, name in names.items() if key in config}
        inner = said["n_inner"] if said["n_inner"] is not None else 4 * said["n_embd"]
        return {
            "width": said["n_embd"], "blocks": said["n_layer"], "heads": said["n_head"], "inner": inner,
            "epsilon": said["layer_norm_epsilon"], "activation": said["activation_function"],
            "tied": said["tie_word_embeddings"], "scaled": said["scale_attn_weights"],
            "by layer": said["scale_attn_by_inverse_layer_idx"], "crossed": said["add_cross_attention"],
        }  # fmt: skip
    heads, blocks = said["num_attention_heads"], said["num_hidden_layers"]
    key_heads = said["num_key_value_heads"]
    head = said.get("head_dim")
    head = said["hidden_size"] // heads if head is None else head
    return {
        "width": said["hidden_size"], "blocks": blocks, "heads": heads, "inner": said["intermediate_size"],
        "key heads": heads if key_heads is None else key_heads, "head": head, "epsilon": said["rms_norm_eps"],
        "tied": said["tie_word_embeddings"], "activation": _first(said, usual, "hidden_act", "hidden_activation"),
        "biases": bool(said.get("attention_bias") or said.get("mlp_bias")), **_positions(said, config),
        **_of_kind(said, blocks),
    }  # fmt: skip


def _first(said: Mapping[str, Any], usual: Mapping[str, Any], *keys: str) -> Any:
    """Under the one of `keys` that the class has; null is taken for silence here, where the class would refuse it."""
    key = next(key for key in keys if key in usual)
    return usual[key] if said[key] is None else said[key]


def _positions(said: Mapping[str, Any], config: Mapping[str, Any]) -> dict[str, Any]:
    if kind_of(said) == "gemma3_text":
        nested = dict(config.get("rope_parameters") or {})
        far, near = dict(nested.get("full_attention") or {}), dict(nested.get("sliding_attention") or {})
        far |= config.get("rope_scaling") or {}
        return {
            "wavelength": far.pop("rope_theta", config.get("rope_theta", 1e6)),
            "near": near.pop("rope_theta", config.get("rope_local_base_freq", 1e4)),
            "positions": _scaled(far),
        }  # fmt: skip
    rope = dict(config.get("rope_scaling") or config.get("rope_parameters") or {})
    usual = 2e6 if kind_of(said) == "smollm3" else 1e4
    return {"wavelength": rope.pop("rope_theta", config.get("rope_theta", usual)), "positions": _scaled(rope)}


def _scaled(rope: Mapping[str, Any]) -> dict[str, Any] | None:
    kind = rope.get("rope_type") or rope.get("type") or "default"
    part = rope.get("partial_rotary_factor", 1)
    if kind == "default" and part == 1:
        return None
    return {**{key: value for key, value in rope.items() if key not in ("type", "rope_type")}, "kind": kind}


def _of_kind(said: Mapping[str, Any], blocks: int) -> dict[str, Any]:
    """What only some families have."""
    match kind_of(said):
        case "mistral":
            return {"window": said["sliding_window"]}
        case "gemma3_text":
            every = said.get("sliding_window_pattern", 6)
            kinds = said["layer_types"] or [
                "sliding_attention" if (number + 1) % every else "full_attention" for number in range(blocks)
            ]
            return {
                "window": said["sliding_window"], "kinds": kinds[:blocks], "scale": said["query_pre_attn_scalar"],
                "bounded": said["final_logit_softcapping"],
            }  # fmt: skip
        case "smollm3":
            every = said["no_rope_layer_interval"]
            given = said["no_rope_layers"]
            kept = [int((number + 1) % every != 0) for number in range(blocks)] if given is None else given
            return {"turned": [bool(each) for each in kept[:blocks]]}
    return {}


def taken(config: Mapping[str, Any]) -> dict[str, Any]:
    """The same of a configuration that the program has completed."""
    if kind_of(config) == "gpt2":
        return {
            "width": config["n_embd"], "blocks": config["n_layer"], "heads": config["n_head"],
            "inner": config["n_inner"], "epsilon": 1e-5, "activation": config.get("activation_function", "gelu_new"),
            "tied": True, "scaled": True, "by layer": False, "crossed": False,
        }  # fmt: skip
    kind, rope = kind_of(config), config["rope_scaling"]
    activation = "gelu_pytorch_tanh" if kind == "gemma3_text" else "silu"
    found = {
        "width": config["hidden_size"], "blocks": config["num_hidden_layers"],
        "heads": config["num_attention_heads"], "inner": config["intermediate_size"],
        "key heads": config["num_key_value_heads"], "head": config["head_dim"], "epsilon": config["rms_norm_eps"],
        "tied": config["tie_word_embeddings"], "activation": activation, "biases": False,
        "wavelength": config["rope_theta"],
        "positions": rope and {("kind" if key == "rope_type" else key): value for key, value in rope.items()},
    }  # fmt: skip
    if kind == "mistral":
        found["window"] = config["sliding_window"]
    if kind == "gemma3_text":
        found |= {
            "near": config["rope_local_base_freq"], "window": config["sliding_window"],
            "kinds": config["layer_types"][: config["num_hidden_layers"]], "scale": config["query_pre_attn_scalar"],
            "bounded": config["final_logit_softcapping"],
        }  # fmt: skip
    if kind == "smollm3":
        found["turned"] = [bool(each) for each in config["no_rope_layers"][: config["num_hidden_layers"]]]
    return found


def compare(python: str, count: int, place: Path) -> int:
    """Draw `count` changes of the tiny families' configurations; what is opened must compute what transformers does.

    What is refused here and opened there is only counted. Prints each that differs; returns 1 where one does.
    """
    from hypothesis import HealthCheck, Phase, given, settings

    drawn: list[tuple[str, dict[str, Any]]] = []
    families = {
        family: json.loads((write_any(place / f"of {family}", family) / "config.json").read_text())
        for family in FAMILIES
    }

    @settings(max_examples=count, database=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
    @given(st.sampled_from(FAMILIES).flatmap(lambda family: st.tuples(st.just(family), changed(families[family]))))
    def draw(found: tuple[str, dict[str, Any]]) -> None:
        drawn.append(found)

    draw()
    folders = []
    for number, (family, config) in enumerate(drawn):
        folder = write_any(place / str(number), family)
        (folder / "config.json").write_text(json.dumps(config))
        folders.append(folder)
    return _told(drawn, folders, logs_of(python, folders))


def _told(drawn: list[tuple[str, dict[str, Any]]], folders: list[Path], theirs: list[Any]) -> int:
    from workbench.messages.errors import KnownError
    from workbench.models.catalogue import find_model
    from workbench.models.language_model import load

    counts = dict.fromkeys(("the same", "refused by both", "refused here alone", "opened here alone", "different"), 0)
    for (family, config), folder, expected in zip(drawn, folders, theirs, strict=True):
        original = CONFIGS.get(family, {})
        told = {key: value for key, value in config.items() if original.get(key, "nothing") != value}
        odd = f"{family} {told} without {sorted({*original} - {*config})}"
        try:
            model = load(find_model(str(folder)))
        except KnownError as error:
            verdict = "refused here alone" if isinstance(expected, list) else "refused by both"
            odd += f" → {str(error).partition('” ')[2]}"
        else:
            tokens = TOKENS[: model.context_length]
            batch = np.array([tokens], np.int32)
            logits = model.network({"token_ids": batch, "padding_mask": np.ones_like(batch)}, training=False)
            found = followed(np.asarray(logits)[0], tokens)
            same = isinstance(expected, list) and np.allclose(found, expected[: len(found)], atol=2e-4)
            verdict = "the same" if same else "different" if isinstance(expected, list) else "opened here alone"
            odd += "" if isinstance(expected, list) else f" → {expected}"
        counts[verdict] += 1
        if verdict in ("refused here alone", "opened here alone", "different"):
            print(f"{verdict}: {odd}", flush=True)
    print(counts)
    return 1 if counts["different"] else 0
