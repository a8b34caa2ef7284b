"""A model as a folder in the Hugging Face layout: what `transformers` opens, and this program as well."""

from __future__ import annotations

import json
from collections.abc import Generator, Mapping
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from workbench.exporting.card import ExportCard, write_card
from workbench.messages.errors import KnownError, failed_write
from workbench.messages.message import Count, message
from workbench.messages.rendering import render
from workbench.models.sources.hugging_face import WEIGHTS
from workbench.models.sources.source import CONFIG, TOKENIZER
from workbench.values.progress import Progress

if TYPE_CHECKING:
    from workbench.models.language_model import LanguageModel

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
    if model.family.in_transformers:
        write_json(folder / "generation_config.json", _generation(model))
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
    """tokenizer.json, what says how it is to be used, and the two files that older readers want instead of it."""
    (folder / TOKENIZER).write_text(model.tokenizer.definition, encoding="utf-8")
    end = end_of_text(model)
    special = {"bos_token": end, "eos_token": end, "unk_token": end} if end else {}
    write_json(
        folder / "tokenizer_config.json",
        {
            "tokenizer_class": "PreTrainedTokenizerFast",
            **special,
            "clean_up_tokenization_spaces": False,
            # GPT-2 would add to every token what older readers say of the sentence that it is in.
            "model_input_names": ["input_ids", "attention_mask"],
            "model_max_length": model.context_length,
            **(settings or {}),
        },
    )
    definition = json.loads(model.tokenizer.definition)
    pieces = definition["model"]
    if pieces.get("type") == "BPE":
        added = {token["content"]: token["id"] for token in definition.get("added_tokens", ())}
        write_json(folder / "vocab.json", pieces["vocab"] | added, indent=None)
        merges = [pair if isinstance(pair, str) else " ".join(pair) for pair in pieces["merges"]]
        (folder / "merges.txt").write_text("\n".join(["#version: 0.2", *merges, ""]), encoding="utf-8")


def _kind(numbers: Numbers) -> Any:
    if numbers is Numbers.BFLOAT16:
        import ml_dtypes

        return ml_dtypes.bfloat16
    return np.dtype(numbers.value)


def _save(file: Path, tensors: Mapping[str, np.ndarray]) -> None:
    from safetensors import SafetensorError
    from safetensors.numpy import save_file

    try:
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
    config = {**model.config, "vocab_size": model.config["vocab_size"], "torch_dtype": numbers.value}
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
    import tokenizers

    token = model.tokenizer.end_of_text
    if token is None:
        token = model.config.get("eos_token_id")
        token = token[0] if isinstance(token, list) else token
    if token is None:
        return None
    written: str | None = tokenizers.Tokenizer.from_str(model.tokenizer.definition).id_to_token(int(token))
    return written


def _is_token(model: LanguageModel, token: Any) -> bool:
    return isinstance(token, list) or 0 <= int(token) < model.tokenizer.vocabulary


def write_json(file: Path, content: Mapping[str, Any], indent: int | None = 2) -> None:
    file.write_text(json.dumps(content, ensure_ascii=False, indent=indent), encoding="utf-8")
