"""What an adapter's configuration says: PEFT's adapter_config.json, read as PEFT does, or refused with a reason."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from workbench.messages.errors import KnownError, ReasonError, reason_of
from workbench.messages.message import message
from workbench.models.small_files import read_json
from workbench.models.sources.others import ADAPTER, BASE

ALL_LINEAR = "all-linear"
_BEGINS, _TARGETS = "init_lora_weights", "target_modules"
# Settings that decide nothing about what a trained addition computes, or are read below.
_READ = frozenset(
    {
        "peft_type", "task_type", "auto_mapping", "peft_version", BASE, "revision", "inference_mode", "r", "lora_alpha",
        "lora_dropout", "fan_in_fan_out", "use_rslora", "rank_pattern", "alpha_pattern", "target_modules",
        "exclude_modules", "modules_to_save", "bias", "init_lora_weights", "layers_to_transform", "layers_pattern",
        "megatron_config", "megatron_core", "loftq_config", "eva_config", "corda_config", "lora_ga_config",
        "qalora_group_size", "runtime_config", "ensure_weight_tying",
    }
)  # fmt: skip
# Ways to begin that leave the base as it was; the others take something out of it, which the base does not tell.
_BEGINNINGS = (None, True, False, "gaussian", "eva", "orthogonal")
_PATIENCE_SECONDS = 1.0  # with one pattern and one name, which takes a millionth of that
_CAUSAL = (None, "CAUSAL_LM")


@dataclass(frozen=True)
class AdapterSettings:
    """Of pairs of thin matrices beside those of a base."""

    base: str  # how its authors called it, or where they had it
    revision: str  # of the Hub; empty where that is not said
    rank: int
    alpha: float
    by_root: bool  # whether alpha is divided by the root of the rank (rsLoRA, Kalajdzievski, 2023)
    ranks: Mapping[str, int]  # of some modules, by a pattern of their names
    alphas: Mapping[str, float]
    targets: str | Sequence[str]  # names of modules, or one pattern for all of them
    saved: Sequence[str]  # modules that learnt whole

    def targeted(self, module: str) -> bool:
        """Whether pairs stand beside a module, by its name in the network of transformers."""
        if isinstance(self.targets, str):
            return self.targets == ALL_LINEAR or _is_match(self.targets, module)
        return any(module == target or module.endswith(f".{target}") for target in self.targets)

    def rank_of(self, module: str) -> int:
        return int(_matching(self.ranks, module, self.rank))

    def scale_of(self, module: str) -> float:
        """By what the product of the two matrices is multiplied."""
        rank, alpha = self.rank_of(module), float(_matching(self.alphas, module, self.alpha))
        return alpha / (math.sqrt(rank) if self.by_root else rank)


def read_settings(folder: Path) -> AdapterSettings:
    """Raises KnownError("model.adapter_other", "model.damaged", "model.pointer")."""
    said = read_json(folder / ADAPTER)
    try:
        _refuse_others(said)
        return _settings(said)
    except ReasonError as error:
        raise KnownError("model.adapter_other", folder=folder, setting=error.message) from error
    except (TypeError, ValueError, AttributeError, KeyError, re.error) as error:
        detail = message("damage.in_config", file=ADAPTER, detail=reason_of(error))
        raise KnownError("model.damaged", folder=folder, detail=detail) from error


def _settings(said: Mapping[str, Any]) -> AdapterSettings:
    targets = said.get(_TARGETS) or ()
    found = AdapterSettings(
        base=said.get(BASE) or "",
        revision=said.get("revision") or "",
        rank=int(said.get("r", 8)),
        alpha=float(said.get("lora_alpha", 8)),
        by_root=bool(said.get("use_rslora")),
        ranks={str(key): int(value) for key, value in (said.get("rank_pattern") or {}).items()},
        alphas={str(key): float(value) for key, value in (said.get("alpha_pattern") or {}).items()},
        targets=targets if isinstance(targets, str) else tuple(map(str, targets)),
        saved=tuple(map(str, said.get("modules_to_save") or ())),
    )
    if min([found.rank, *found.ranks.values()]) < 1:
        raise ValueError("r")
    for pattern in (*found.ranks, *found.alphas, *([found.targets] if isinstance(found.targets, str) else [])):
        re.compile(pattern)
    return found


def _refuse_others(said: Mapping[str, Any]) -> None:
    """Raises ReasonError for what is another method than LoRA, or LoRA with more than pairs of matrices."""
    if said.get("peft_type") != "LORA":
        raise ReasonError(message("adapter.method", method=str(said.get("peft_type"))))
    if said.get("task_type") not in _CAUSAL:
        raise ReasonError(message("adapter.task", task=str(said["task_type"])))
    if said.get("use_dora"):
        raise ReasonError(message("adapter.dora"))
    begins = said.get(_BEGINS, True)
    if not isinstance(begins, (str, bool, type(None))) or begins not in _BEGINNINGS:
        raise ReasonError(message("adapter.setting", key=_BEGINS, value=str(begins)))
    others = next((key for key, value in sorted(said.items()) if key not in _READ and value), None)
    if others is not None:
        raise ReasonError(message("adapter.setting", key=others, value=str(said[others])[:100]))


def _matching(patterns: Mapping[str, Any], module: str, otherwise: Any) -> Any:
    """As PEFT looks up a module: the first pattern that its name ends with."""
    return next((value for key, value in patterns.items() if _is_match(rf"(.*\.)?({key})", module)), otherwise)


def _is_match(pattern: str, module: str) -> bool:
    """A stranger's pattern may be made to be searched for a year. Raises ReasonError."""
    import regex

    try:
        return regex.fullmatch(pattern, module, timeout=_PATIENCE_SECONDS) is not None
    except (TimeoutError, regex.error) as error:
        raise ReasonError(message("adapter.setting", key=_TARGETS, value=pattern[:100])) from error
