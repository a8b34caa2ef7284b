"""What an adapter adds to the tensors of its base: pairs of matrices, biases and modules that learnt whole.

The names are PEFT's: `base_model.model.`, the module in the network of transformers, `lora_A` and `lora_B`. A matrix W
becomes W + scale · B · A, [outputs, inputs]; GPT-2 keeps its own the other way round.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from workbench.messages.errors import ReasonError
from workbench.messages.message import message
from workbench.models.families.tensors import EMBEDDINGS, OUTPUT, PREFIXES, check_finite, same_bits
from workbench.models.sources.adapter_settings import AdapterSettings

if TYPE_CHECKING:
    from workbench.models.families.family import Family

BEFORE = "base_model.model."
_PAIR = re.compile(r"(.+)\.lora_(embedding_)?([AB])(?:\.default)?(?:\.weight)?")
_WHOLE = re.compile(r"(.+?)(?:\.base_layer|\.modules_to_save(?:\.default)?|\.original_module)?\.(weight|bias)")


@dataclass
class Additions:
    """By the module's name in the network of transformers."""

    pairs: dict[str, dict[str, str]] = field(default_factory=lambda: defaultdict(dict))  # “A” and “B” to their tensor
    embeddings: set[str] = field(default_factory=set)  # those of the pairs that stand beside an embedding
    whole: dict[str, str] = field(default_factory=dict)  # a tensor of the base to the one that replaces it


def sorted_out(names: Mapping[str, object] | list[str]) -> Additions:
    """Which tensor is what. Raises ReasonError for one that is of no known kind, and where there is none."""
    found = Additions()
    for name in names:
        rest = name.removeprefix(BEFORE)
        if pair := _PAIR.fullmatch(rest):
            found.pairs[pair[1]][pair[3]] = name
            if pair[2]:
                found.embeddings.add(pair[1])
        elif "lora_" not in rest and rest != name and (whole := _WHOLE.fullmatch(rest)):
            if ".original_module." not in rest:
                found.whole[f"{whole[1]}.{whole[2]}"] = name
        else:
            raise ReasonError(message("adapter.tensor", tensor=name))
    if not found.pairs and not found.whole:
        raise ReasonError(message("adapter.empty"))
    return found


def check_tokens(shapes: Mapping[str, Sequence[int]], vocabulary: int) -> None:
    """Of the adapter's tensors. Raises ReasonError where it learnt with other tokens than its base's `vocabulary`."""
    for place, tensor in sorted_out(shapes).whole.items():
        rows = shapes[tensor][:1]
        if place.endswith((*EMBEDDINGS, OUTPUT)) and rows and rows[0] != vocabulary:
            raise ReasonError(message("adapter.tokens", own=rows[0], base=vocabulary))


def added(
    base: Mapping[str, np.ndarray], adapter: Mapping[str, np.ndarray], settings: AdapterSettings, family: Family
) -> dict[str, np.ndarray]:
    """The tensors of `base` with what `adapter` adds to them.

    Raises ReasonError where it is of another network, or of a kind that cannot be added.
    """
    result, additions = dict(base), sorted_out(list(adapter))
    for module, pair in additions.pairs.items():
        if not settings.targeted(module):
            raise ReasonError(message("adapter.not_targeted", module=module))
        if pair.keys() != {"A", "B"}:
            lacking = ".lora_B" if "A" in pair else ".lora_A"
            raise ReasonError(message("damage.tensor_lacks", tensor=module + lacking))
        name = _name_in(result, f"{module}.weight")
        _refuse_shared(name, result)
        a, b = (check_finite(pair[each], adapter[pair[each]].astype(np.float32)) for each in "AB")
        turned = family.inputs_first or module in additions.embeddings
        if len(a) != settings.rank_of(module):
            raise ReasonError(message("damage.tensor_shape", tensor=pair["A"], shape=str(a.shape)))
        result[name] = result[name] + _product(a, b, settings.scale_of(module), result[name].shape, pair["A"], turned)
    for place, tensor in _without_second_output(additions.whole, adapter, base).items():
        name, value = _name_in(result, place), check_finite(tensor, adapter[tensor].astype(np.float32))
        if value.shape != result[name].shape:
            raise ReasonError(message("damage.tensor_shape", tensor=tensor, shape=str(value.shape)))
        result[name] = value
    return result


def _without_second_output(
    whole: Mapping[str, str], adapter: Mapping[str, np.ndarray], base: Mapping[str, np.ndarray]
) -> Mapping[str, str]:
    """Where one matrix is both embedding and output, PEFT replaces the embedding alone, which is another network then;
    or both with the same numbers. Raises ReasonError for the former."""
    embedding = next((place for place in whole if place.endswith(EMBEDDINGS)), None)
    if OUTPUT in base or embedding is None:
        return whole
    output = next((place for place in whole if place.endswith(OUTPUT)), None)
    if output is None or not same_bits(adapter[whole[output]], adapter[whole[embedding]]):
        raise ReasonError(message("adapter.shared", module=embedding))
    return {place: tensor for place, tensor in whole.items() if place != output}


def _product(
    a: np.ndarray, b: np.ndarray, scale: float, shape: tuple[int, ...], name: str, turned: bool
) -> np.ndarray:  # fmt: skip
    try:
        change: np.ndarray = np.float32(scale) * (b @ a)
    except ValueError as error:
        raise ReasonError(message("damage.tensor_shape", tensor=name, shape=str(a.shape))) from error
    change = change.T if turned else change
    if change.shape != shape:
        raise ReasonError(message("damage.tensor_shape", tensor=name, shape=str(a.shape)))
    return change


def _name_in(tensors: Mapping[str, np.ndarray], place: str) -> str:
    """What the base calls a tensor, whichever class of transformers stands around it."""
    bare = next(place.removeprefix(each) for each in sorted(PREFIXES, key=len, reverse=True) if place.startswith(each))
    name = next((prefix + bare for prefix in PREFIXES if prefix + bare in tensors), None)
    if name is None and bare == OUTPUT:
        raise ReasonError(message("adapter.shared", module=place))
    if name is None:
        raise ReasonError(message("adapter.nowhere", module=place))
    return name


def _refuse_shared(name: str, tensors: Mapping[str, np.ndarray]) -> None:
    """A pair beside an embedding changes the output too, where one matrix is both, and PEFT lets it change one only."""
    if name.endswith(EMBEDDINGS) and OUTPUT not in tensors:
        raise ReasonError(message("adapter.shared", module=name))
