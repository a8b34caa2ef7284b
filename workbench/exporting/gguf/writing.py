"""Writing the file, one tensor after the other, and reading it again as somebody else would."""

from __future__ import annotations

import json
from collections.abc import Generator, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from workbench.exporting.gguf.quantisations import FILE_TYPES, Quantisation, kind_for
from workbench.exporting.gguf.vocabulary import settings_of as vocabulary_of
from workbench.exporting.hugging_face import end_token
from workbench.messages.errors import KnownError, ReasonError
from workbench.models.gguf.architectures import ARCHITECTURES, FACTORS, Architecture
from workbench.models.gguf.kinds import Kind
from workbench.models.gguf.rope import factors
from workbench.models.gguf.settings import rows_of_heads, settings_of
from workbench.models.tokenizers.ends import SETTINGS
from workbench.values.progress import Progress

if TYPE_CHECKING:
    from workbench.models.language_model import LanguageModel

TEMPLATE = "chat_template.jinja"
_VERSION = 2  # of how numbers are quantised


def all_settings(model: LanguageModel, name: str, licence: str, wanted: Quantisation) -> dict[str, Any]:
    """What the file says before its weights, by its keys; nothing is computed.

    Raises KnownError("export.gguf_network" or "export.gguf_tokenizer") where GGUF has no place for it.
    """
    architecture = ARCHITECTURES.get(model.family.model_type)
    if architecture is None:
        raise KnownError("export.gguf_family", family=model.family.title)
    config = model.family.completed(model.config)
    try:
        network = settings_of(config, architecture)
    except ReasonError as error:
        raise KnownError("export.gguf_network", reason=error.message) from error
    general: dict[str, Any] = {"general.name": name, "general.file_type": FILE_TYPES[wanted]}
    if licence:
        general["general.license"] = licence.lower()
    if wanted not in (Quantisation.F32, Quantisation.F16, Quantisation.BF16):
        general["general.quantization_version"] = _VERSION
    template = template_of(model)
    said = {"tokenizer.chat_template": template} if template else {}
    return {**general, **network, **vocabulary_of(model, end_token(model)), **said}


def template_of(model: LanguageModel) -> str:
    """How the model puts down a conversation; empty where it does not say."""
    if TEMPLATE in model.beside:
        return model.beside[TEMPLATE]
    said = json.loads(model.beside.get(SETTINGS, "{}")).get("chat_template")
    return said if isinstance(said, str) else ""


def write_file(
    model: LanguageModel, file: Path, settings: Mapping[str, Any], wanted: Quantisation
) -> Generator[Progress, None, None]:
    """Each tensor is laid out and rounded when it is written, so that there is never a second copy of all."""
    from gguf import GGUFWriter

    architecture = ARCHITECTURES[model.family.model_type]
    config = model.family.completed(model.config)
    tensors = {architecture.name_in_file(name): value for name, value in model.family.tensors(model.network).items()}
    if (scaling := config.get("rope_scaling")) and scaling["rope_type"] == "llama3":
        tensors = {FACTORS: factors(scaling, float(config["rope_theta"]), config["head_dim"]), **tensors}
    kinds = {name: kind_for(name, _shape(architecture, name, value), wanted) for name, value in tensors.items()}
    writer = GGUFWriter(file, architecture.name)
    for key, value in settings.items():
        _add(writer, key, value)
    for name, value in tensors.items():
        shape, kind = _shape(architecture, name, value), kinds[name]
        writer.add_tensor_info(name, shape, np.dtype(np.float32), kind.bytes_of(value.size), _named(kind))
    try:
        writer.write_header_to_file()
        writer.write_kv_data_to_file()
        writer.write_ti_data_to_file()
        for number, (name, value) in enumerate(tensors.items()):
            yield Progress(number, len(tensors), file.name)
            writer.write_tensor_data(_rounded(architecture.write(name, value, *rows_of_heads(config)), kinds[name]))
    finally:
        writer.close()


def each_read_again(file: Path) -> Iterator[tuple[str, np.ndarray]]:
    """The tensors of a file as the library reads it, which has a reader of its own: float32."""
    from gguf import GGUFReader, dequantize

    for tensor in GGUFReader(file).tensors:
        shape = tuple(int(length) for length in reversed(tensor.shape))
        yield tensor.name, np.asarray(dequantize(tensor.data, tensor.tensor_type), np.float32).reshape(shape)


def _shape(architecture: Architecture, name: str, value: np.ndarray) -> tuple[int, ...]:
    kind = name.rpartition(".")[0].rpartition(".")[2]
    return value.shape[::-1] if kind in architecture.turned else value.shape


def _rounded(value: np.ndarray, kind: Kind) -> np.ndarray:
    from gguf import quantize

    found: np.ndarray = quantize(np.ascontiguousarray(value, np.float32), _named(kind))
    return found


def _named(kind: Kind) -> Any:
    from gguf import GGMLQuantizationType

    return GGMLQuantizationType(kind.number)


def _add(writer: Any, key: str, value: Any) -> None:
    if isinstance(value, bool):
        writer.add_bool(key, value)
    elif isinstance(value, str):
        writer.add_string(key, value)
    elif isinstance(value, float):
        writer.add_float32(key, value)
    elif isinstance(value, list):
        writer.add_array(key, value)
    else:
        writer.add_uint32(key, int(value))
