"""What a LoRA run has added to its base, alone: a folder that `peft` loads beside that base, and this program as well.

A run that tells labels is not written so: its layer for these reads the network in ways that no class of transformers
has (see exporting/labels), which an adapter cannot say.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from workbench.exporting.agreement import TEXTS, check, logits, prompt
from workbench.exporting.card import ExportCard, write_card
from workbench.exporting.hugging_face import write_json
from workbench.ground.files import usual_rights
from workbench.messages.errors import KnownError, failed_write
from workbench.messages.message import message
from workbench.messages.rendering import render
from workbench.models.catalogue import read_config
from workbench.models.families.registry import family_of
from workbench.models.families.shapes import TransformerShape
from workbench.models.families.tensors import PARTS
from workbench.models.families.transformer import Transformer
from workbench.models.small_files import read_json
from workbench.models.sources.adapter import BASE_SHA256, WEIGHTS, add, read_tensors
from workbench.models.sources.adapter_settings import read_settings
from workbench.models.sources.adapter_tensors import BEFORE
from workbench.models.sources.others import ADAPTER, BASE
from workbench.models.sources.source import CONFIG
from workbench.models.tokenizers.chat_template import OLDER, TEMPLATE
from workbench.services.workbench import Workbench
from workbench.training.checkpoint import WEIGHTS as STORED
from workbench.training.checkpoint import saved_arrays
from workbench.training.kept_pairs import KeptPair, kept_pairs
from workbench.values.fine_tuning import FineTuning
from workbench.values.methods import LoraTargets, Method
from workbench.values.model_ref import Bundled, Hub, OfRun
from workbench.values.progress import Progress
from workbench.values.run import Run

METHODS = (Method.LORA, Method.LORA_BY_HEAD)
PEFT = """\
```python
from peft import PeftModel
from transformers import AutoModelForCausalLM, AutoTokenizer

base = AutoModelForCausalLM.from_pretrained(BASE, dtype="float32")
model, tokenizer = PeftModel.from_pretrained(base, FOLDER), AutoTokenizer.from_pretrained(BASE)
text = tokenizer("Once", return_tensors="pt")
print(tokenizer.decode(model.generate(**text, max_new_tokens=40)[0]))
```"""


@dataclass
class _Module:
    """What stands beside one tensor of the base, of which several of the network's matrices may be parts."""

    pairs: dict[int, KeptPair] = field(default_factory=dict)  # by the part that they stand beside
    parts: int = 1

    @property
    def rank(self) -> int:
        return sum(pair.a.shape[1] for pair in self.pairs.values())

    def a(self) -> np.ndarray:
        """[rank, inputs]"""
        return np.concatenate([pair.a.T for _, pair in sorted(self.pairs.items())])

    def b(self) -> np.ndarray:
        """[outputs, rank]: where a tensor has several parts, each pair changes the rows of its own."""
        outputs, begin = next(iter(self.pairs.values())).b.shape[1], 0
        found = np.zeros((self.parts * outputs, self.rank), np.float32)
        for part, pair in sorted(self.pairs.items()):
            found[part * outputs : (part + 1) * outputs, begin : begin + len(pair.b)] = pair.b.T
            begin += len(pair.b)
        return found


def check_added(run: Run) -> None:
    """Raises KnownError("export.not_lora") for a run that changed its base itself."""
    if run.fine_tuning.method not in METHODS:
        raise KnownError("export.not_lora", name=run.name)


def adapter_bytes(run: Run) -> int | None:
    """About how large an adapter of it will be; None where there is none to write, or nothing is known of its network.

    GPT-2 keeps queries, keys and values in one matrix, in which the rows beside which nothing learns are zeros.
    """
    if run.fine_tuning.method not in METHODS or not (run.folder / "model").is_dir():
        return None
    try:
        config = read_config(run.folder / "model")
    except KnownError:
        return None
    return 4 * _numbers(config, run.fine_tuning)


def _numbers(config: dict[str, Any], settings: FineTuning) -> int:
    family, shape = family_of(config), family_of(config).shape(config)
    if not isinstance(shape, TransformerShape):
        return 0
    by_head = settings.method is Method.LORA_BY_HEAD
    targets = LoraTargets.QUERY_VALUE if by_head else settings.lora_targets
    heads = {"query": shape.heads, "value": shape.key_heads} if by_head else {}
    found, learns_biases = 0, by_head or settings.lora_biases
    for name, matrix in family.matrices(config).items():
        if name in targets.matrices:
            rank = settings.lora_rank * heads.get(name, 1)
            high = PARTS if family.inputs_first and name in ("query", "key", "value") else 1
            found += rank * (matrix.inputs + high * matrix.outputs) + (matrix.biases if learns_biases else 0)
    return shape.blocks * found


def write_adapter(services: Workbench, run: Run, folder: Path, card: ExportCard) -> Generator[Progress, None, None]:
    """Write what `run` added into `folder`, which exists and is empty, and compare what the two say together.

    Raises KnownError: export.not_lora, export.nothing_added, export.disagrees, checkpoint.…, and those of its base.
    """
    check_added(run)
    yield Progress(0, 3, WEIGHTS)
    base = services.project.runs.base_of(run)
    checkpoint = services.project.checkpoints.kept(run).folder
    config = read_config(run.folder / "model")
    family = family_of(config)
    assert isinstance(family, Transformer)
    pairs = kept_pairs(checkpoint, family)
    if not pairs:
        raise KnownError("export.nothing_added", name=run.name)
    learns_biases = run.fine_tuning.lora_biases or run.fine_tuning.method is Method.LORA_BY_HEAD
    modules = _modules(family, pairs)
    biases = _biases(family, pairs, checkpoint) if learns_biases else {}
    prefix = BEFORE + _prefix(services, run, family)
    metadata = {"format": "pt"} | ({} if isinstance(base, OfRun) else {BASE_SHA256: run.model_sha256})
    _save(folder / WEIGHTS, _tensors(prefix, modules, biases), metadata)
    for name in (TEMPLATE, OLDER):  # how a conversation is put down, where the base does not say so itself
        if (run.folder / "model" / name).is_file():
            (folder / name).write_bytes((run.folder / "model" / name).read_bytes())
    write_json(folder / ADAPTER, _settings(services, run, family, modules, bool(biases)))
    write_card(folder, card, _how_to_open(services, run))
    yield Progress(1, 3)
    yield from _check(services, run, folder)
    yield Progress(3, 3)


def _modules(family: Transformer, pairs: Sequence[KeptPair]) -> dict[str, _Module]:
    """By their names in the base, as a checkpoint of it would have them."""
    found: dict[str, _Module] = defaultdict(_Module)
    for pair in pairs:
        tensor = family.tensor_at(pair.path)
        module = found[tensor.name.removesuffix(".weight")]
        module.pairs[tensor.part or 0] = pair
        module.parts = 1 if tensor.part is None else PARTS
    return dict(found)


def _biases(family: Transformer, pairs: Sequence[KeptPair], checkpoint: Path) -> dict[str, np.ndarray]:
    """Those beside the pairs, whole, by the names of their modules: also the parts beside which nothing learns."""
    paths: dict[str, dict[int, str]] = defaultdict(dict)
    for pair in pairs:
        block, _, rest = pair.path.partition("/")
        own = family.inside.get(f"{rest.rpartition('/')[0]}/bias")
        for place, tensor in family.inside.items():
            if own is not None and tensor.name == own.name:
                whole = family.tensor_at(f"{block}/{place}").name.removesuffix(".bias")
                paths[whole][tensor.part or 0] = f"{block}/{place}"
    wanted = {path for parts in paths.values() for path in parts.values()}
    found = saved_arrays(checkpoint, STORED, wanted.__contains__)
    return {
        name: np.concatenate([found[path].reshape(-1) for _, path in sorted(parts.items())])
        for name, parts in paths.items()
        if all(path in found for path in parts.values())
    }


def _tensors(
    prefix: str, modules: Mapping[str, _Module], biases: Mapping[str, np.ndarray]
) -> dict[str, np.ndarray]:  # fmt: skip
    found = {}
    for name, module in modules.items():
        found[f"{prefix}{name}.lora_A.weight"] = np.ascontiguousarray(module.a(), np.float32)
        found[f"{prefix}{name}.lora_B.weight"] = np.ascontiguousarray(module.b(), np.float32)
    # Under the name that they have within a network that was added to: PEFT passes over all others.
    return found | {f"{prefix}{name}.base_layer.bias": value for name, value in biases.items()}


def _prefix(services: Workbench, run: Run, family: Transformer) -> str:
    """Before the names of modules, as the class of transformers has them that opens the base."""
    try:
        folder = services.models.find(run.base).folder
        said = read_json(folder / CONFIG) if folder and (folder / CONFIG).is_file() else {}
    except KnownError:
        said = {}
    is_part = family.part_of is not None and said.get("model_type") == family.part_of
    return "model.language_model." if is_part else family.prefix


def _settings(
    services: Workbench, run: Run, family: Transformer, modules: Mapping[str, _Module], learns_biases: bool
) -> dict[str, Any]:
    """As `peft` writes it. A rank that is another than the run's stands beside the name of its modules."""
    settings, base = run.fine_tuning, services.project.runs.base_of(run)
    scale = settings.lora_alpha / settings.lora_rank
    short = {_short(name): module for name, module in modules.items()}
    others = {name: module.rank for name, module in short.items() if module.rank != settings.lora_rank}
    return {
        "peft_type": "LORA",
        "task_type": "CAUSAL_LM",
        BASE: base_name(services, run),
        "revision": base.commit or None if isinstance(base, Hub) else None,
        "inference_mode": True,
        "r": settings.lora_rank,
        "lora_alpha": settings.lora_alpha,
        "lora_dropout": 0.0,
        "target_modules": sorted(short),
        "rank_pattern": others,
        "alpha_pattern": {name: scale * rank for name, rank in others.items()},
        "bias": "lora_only" if learns_biases else "none",
        "fan_in_fan_out": family.inputs_first,
        "init_lora_weights": True,
        "modules_to_save": None,
        "use_rslora": False,
        "use_dora": False,
    }


def _short(name: str) -> str:
    """A module's name without its block: “self_attn.q_proj”."""
    return re.sub(r"^.*?\.\d+\.", "", name)


def base_name(services: Workbench, run: Run) -> str:
    """What an adapter calls the model that it is an addition to: of the Hub by its name there, one that comes with the
    program by that of its folder, a folder by its path, a run by its name."""
    return str(services.models.called(services.project.runs.base_of(run)))


def _how_to_open(services: Workbench, run: Run) -> str:
    base = services.project.runs.base_of(run)
    name = base_name(services, run)
    where = {
        Hub: message("card.base_of_hub", base=name),
        Bundled: message("card.base_bundled", base=name),
        OfRun: message("card.base_of_run", base=name),
    }.get(type(base), message("card.base_folder", base=name))
    said = [message("card.addition", base=name), where, message("card.open_with_peft")]
    return "\n\n".join((*map(render, said), PEFT, render(message("card.open_here"))))


def _check(services: Workbench, run: Run, folder: Path) -> Generator[Progress, None, None]:
    """Whether the base with what was written says what the run does. Raises KnownError("export.disagrees")."""
    expected_model = services.models.open(OfRun(run.id))
    expected = [logits(expected_model, prompt(expected_model, text)) for text in TEXTS if text]
    del expected_model
    yield Progress(2, 3)
    model = services.models.open(services.project.runs.base_of(run))
    tensors, _ = read_tensors(folder / WEIGHTS)
    add(model.network, tensors, read_settings(folder), model.family)
    for text, wanted in zip(filter(None, TEXTS), expected, strict=True):
        check(wanted, logits(model, prompt(model, text)), "PEFT")


def _save(file: Path, tensors: Mapping[str, np.ndarray], metadata: Mapping[str, str]) -> None:
    from safetensors import SafetensorError
    from safetensors.numpy import save_file

    try:
        with usual_rights(file):
            save_file(dict(tensors), file, metadata=dict(metadata))
    except SafetensorError as error:
        raise failed_write(error, file.parent) from error
