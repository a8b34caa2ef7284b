"""A model as a folder in the Hugging Face layout: what `transformers` opens, and this program as well."""

from __future__ import annotations

import json
from collections.abc import Generator, Mapping
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from workbench.exporting.card import ExportCard, write_card
from workbench.ground.files import usual_rights
from workbench.messages.errors import KnownError, failed_write
from workbench.messages.message import Count, message
from workbench.messages.rendering import render
from workbench.models.sources.hugging_face import WEIGHTS
from workbench.models.sources.source import CONFIG, TOKENIZER
from workbench.models.tokenizers.ends import GENERATION, SETTINGS
from workbench.models.tokenizers.tokenizer import UNKNOWN
from workbench.values.progress import Progress

if TYPE_CHECKING:
    from workbench.models.language_model import LanguageModel

PROGRAMS = "auto_map"  # names programs that lay beside a model, which are neither run nor taken along
TRANSFORMERS = """\
```python
from transformers import AutoModelForCausalLM, AutoTokenizer

model, tokenizer = AutoModelForCausalLM.from_pretrained(FOLDER), AutoTokenizer.from_pretrained(FOLDER)
text = tokenizer("Once", return_tensors="pt")
print(tokenizer.decode(model.generate(**text, max_new_tokens=40)[0]))
```"""


class Numbers(StrEnum):
    """In what kind of numbers the weights are written."""

    FLOAT32 = "float32"  # exactly what the model computes with
    BFLOAT16 = "bfloat16"  # half the size, three significant digits
    FLOAT16 = "float16"  # half the size, four significant digits, nothing above 65,504


def write_hugging_face(
    model: LanguageModel, folder: Path, card: ExportCard, numbers: Numbers = Numbers.FLOAT32
) -> Generator[Progress, None, None]:
    """Write `model` into `folder`, which exists and is empty."""
    yield Progress(0, 2, WEIGHTS)
    write_tensors(folder, model.family.tensors(model.network), numbers)
    yield Progress(1, 2, TOKENIZER)
    write_json(folder / CONFIG, config_of(model, numbers))
    write_tokenizer(model, folder)
    if model.family.in_transformers and GENERATION not in model.beside:
        write_json(folder / GENERATION, _generation(model))
    write_card(folder, card, how_to_open(model))
    yield Progress(2, 2)


def write_tensors(folder: Path, tensors: Mapping[str, np.ndarray], numbers: Numbers) -> None:
    """Raises KnownError("export.too_large") for numbers that cannot hold them."""
    kind = _kind(numbers)
    largest = max(float(np.abs(value).max(initial=0)) for value in tensors.values())
    if numbers is Numbers.FLOAT16 and largest > np.finfo(np.float16).max:
        raise KnownError("export.too_large", largest=Count(round(largest)))
    _save(folder / WEIGHTS, {name: value.astype(kind) for name, value in tensors.items()})


def write_tokenizer(model: LanguageModel, folder: Path, settings: Mapping[str, Any] | None = None) -> None:
    """tokenizer.json, what says how it is to be used, and the two files that older readers want instead of it.

    What was beside it where it was opened (its special tokens, how a conversation is put down) is written as it was.
    """
    (folder / TOKENIZER).write_text(model.tokenizer.definition, encoding="utf-8")
    for name, content in model.beside.items():
        (folder / name).write_text(content, encoding="utf-8", newline="")
    said = json.loads(model.beside[SETTINGS]) if SETTINGS in model.beside else _settings(model)
    if SETTINGS not in model.beside or settings or PROGRAMS in said:
        kept = {key: value for key, value in said.items() if key != PROGRAMS}
        write_json(folder / SETTINGS, {**kept, **(settings or {})})
    definition = json.loads(model.tokenizer.definition)
    pieces = definition["model"]
    if pieces.get("type") == "BPE":
        added = {token["content"]: token["id"] for token in definition.get("added_tokens", ())}
        write_json(folder / "vocab.json", pieces["vocab"] | added, indent=None)
        merges = [pair if isinstance(pair, str) else " ".join(pair) for pair in pieces["merges"]]
        (folder / "merges.txt").write_text("\n".join(["#version: 0.2", *merges, ""]), encoding="utf-8")


def _settings(model: LanguageModel) -> dict[str, Any]:
    """What a tokenizer_config.json says of a tokenizer that came without one."""
    config = config_of(model, Numbers.FLOAT32)
    end = end_of_text(model)
    begin = model.tokenizer.name(begin) if (begin := _first(config.get("bos_token_id"))) is not None else end
    special = {"bos_token": begin, "eos_token": end, "unk_token": UNKNOWN if _has_unknown(model) else end}
    return {
        "tokenizer_class": "PreTrainedTokenizerFast",
        **{name: token for name, token in special.items() if token},
        "clean_up_tokenization_spaces": False,
        # GPT-2 would add to every token what older readers say of the sentence that it is in.
        "model_input_names": ["input_ids", "attention_mask"],
        "model_max_length": model.context_length,
    }


def _kind(numbers: Numbers) -> Any:
    if numbers is Numbers.BFLOAT16:
        import ml_dtypes

        return ml_dtypes.bfloat16
    return np.dtype(numbers.value)


def _save(file: Path, tensors: Mapping[str, np.ndarray]) -> None:
    from safetensors import SafetensorError
    from safetensors.numpy import save_file

    try:
        with usual_rights(file):
            save_file(dict(tensors), file, metadata={"format": "pt"})  # without which transformers refuses the file
    except SafetensorError as error:
        raise failed_write(error, file.parent) from error


def how_to_open(model: LanguageModel) -> str:
    here = render(message("card.open_here"))
    if not model.family.in_transformers:
        return here
    return "\n\n".join((render(message("card.open_with_transformers")), TRANSFORMERS, here))


def config_of(model: LanguageModel, numbers: Numbers) -> dict[str, Any]:
    """The model's own configuration, with the facts that a text can have changed.

    GPT-2's end of the text is 50256 wherever it is not said, which is the number of no token in a small vocabulary.
    """
    config = {**model.config, "torch_dtype": numbers.value}
    config.pop("dtype", None)  # as transformers 5 calls it, and still reads the other
    if model.tokenizer.end_of_text is not None:
        for name in ("bos_token_id", "eos_token_id"):
            if config.get(name) is None or not _is_token(model, config[name]):
                config[name] = model.tokenizer.end_of_text
    return model.family.exported(config)


def _generation(model: LanguageModel) -> dict[str, Any]:
    config = config_of(model, Numbers.FLOAT32)
    ends = {name: config[name] for name in ("bos_token_id", "eos_token_id") if config.get(name) is not None}
    return {**ends, "do_sample": True, "temperature": 0.8, "top_p": 0.95}


def end_of_text(model: LanguageModel) -> str | None:
    """How the token is written that ends a text; None where the model has none."""
    token = end_token(model)
    return None if token is None else model.tokenizer.name(token) or None


def end_token(model: LanguageModel) -> int | None:
    """As its config.json says, of several the first."""
    return _first(config_of(model, Numbers.FLOAT32).get("eos_token_id"))


def _first(tokens: Any) -> int | None:
    token = tokens[0] if isinstance(tokens, list) and tokens else tokens
    return token if isinstance(token, int) else None


def _has_unknown(model: LanguageModel) -> bool:
    return any(model.tokenizer.name(token) == UNKNOWN for token in range(model.tokenizer.vocabulary))


def _is_token(model: LanguageModel, token: Any) -> bool:
    return isinstance(token, list) or 0 <= int(token) < model.tokenizer.vocabulary


def write_json(file: Path, content: Mapping[str, Any], indent: int | None = 2) -> None:
    file.write_text(json.dumps(content, ensure_ascii=False, indent=indent), encoding="utf-8")
