"""What a LoRA run added is written alone, and is with its base what the run is."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from safetensors.numpy import load_file

from tests.adapters import write_case
from tests.tiny_families import write_any
from workbench.cli.main import main
from workbench.exporting.adapter import adapter_bytes
from workbench.exporting.formats import Format, export_run
from workbench.exporting.project_archive import pack_project, unpack_project
from workbench.ground.generators import last
from workbench.messages.errors import KnownError
from workbench.models.catalogue import find_model
from workbench.models.language_model import load
from workbench.project.project import Project
from workbench.services.workbench import Workbench
from workbench.training import checkpoint
from workbench.training.events import CheckpointSaved
from workbench.training.kept_pairs import kept_pairs
from workbench.training.lora import Lora
from workbench.values.fine_tuning import FineTuning
from workbench.values.methods import LoraTargets, Method
from workbench.values.model_ref import Folder, ModelRef
from workbench.values.run import Run, RunStatus

LORA = FineTuning(
    method=Method.LORA, steps=2, lora_rank=2, lora_alpha=3, lora_targets=LoraTargets.ALL, lora_biases=True
)


class Value:
    """What a checkpoint is made of: an array with a path."""

    def __init__(self, path: str, value: np.ndarray) -> None:
        self.path, self.value = path, value

    def __array__(self, dtype: Any = None, copy: Any = None) -> np.ndarray:
        return self.value


def keep(services: Workbench, base: Path, settings: FineTuning, learn: Callable[[Any, FineTuning], list[Any]]) -> Run:
    """A run as training leaves it, but for the training: `learn` moves what learns and returns what is kept beside."""
    import keras

    model = load(find_model(str(base)))
    run = services.project.runs.create(
        corpus="tale", base=Folder(base), model_sha256=services.models.identity(Folder(base)), fine_tuning=settings,
        name="added",
    )  # fmt: skip
    model.save_architecture(run.folder / "model")
    beside = learn(model, settings)
    folder = checkpoint.checkpoint_folder(run.folder, 2)
    state = checkpoint.TrainingState(2, 2, 5.0, 4.5, 2, 4.5, 0, 1.0)
    checkpoint.save(folder, model.network, keras.optimizers.SGD(), state, beside)
    with services.project.runs.recorder(run) as recorder:
        recorder.record(CheckpointSaved(2, folder, is_best=True))
    services.project.runs.finish(run, RunStatus.FINISHED)
    return services.project.runs.named("added")


def learn_pairs(model: Any, settings: FineTuning) -> list[Any]:
    lora, draw = Lora(model.network, model.family, settings), np.random.default_rng(3)
    for variable in lora.variables:
        variable.assign(draw.normal(0, 0.3, variable.shape))
    lora.merge()
    return lora.state


def learn_heads(model: Any, settings: FineTuning) -> list[Any]:
    """As Keras did it in older runs: A for each head, B for all of them, and the biases beside them."""
    draw, beside = np.random.default_rng(3), []
    for variable in model.network.trainable_variables:
        place = variable.path.rpartition("/")[0]
        if variable.path.endswith(("/query/bias", "/value/bias")):
            variable.assign_add(draw.normal(0, 0.3, variable.shape))
        if variable.path.endswith(("/query/kernel", "/value/kernel")):
            a = draw.normal(0, 0.3, (*variable.shape[:-1], settings.lora_rank)).astype(np.float32)
            b = draw.normal(0, 0.3, (settings.lora_rank, variable.shape[-1])).astype(np.float32)
            variable.assign_add(settings.lora_alpha / settings.lora_rank * (a @ b))
            beside += [Value(f"{place}/lora_kernel_a", a), Value(f"{place}/lora_kernel_b", b)]
    return beside


def told_by(services: Workbench, model: ModelRef) -> np.ndarray:
    """The probabilities of what follows, by its network alone: to ask for words, it would be compiled."""
    opened = services.models.start_weights(model, 0, [])
    tokens = np.array([opened.tokenizer.encode("Anna lit the")])
    logits = np.asarray(opened.network({"token_ids": tokens, "padding_mask": np.ones_like(tokens)}), np.float64)[0, -1]
    return np.exp(logits - np.logaddexp.reduce(logits))


@pytest.mark.parametrize(
    ("older", "family"),  # older ones differ by where the heads lie, which is the same in qwen2 as in gpt2
    [(False, "gpt2"), (False, "qwen2"), (False, "gemma3"), (True, "gpt2"), (True, "gemma3")],
)
def test_with_its_base_it_is_what_the_run_is(tale_project: Any, tmp_path: Path, family: str, older: bool) -> None:
    services, base = Workbench(tale_project), write_any(tmp_path / "base", family, blocks=1)
    by_head = {"method": Method.LORA_BY_HEAD, "lora_targets": LoraTargets.QUERY_VALUE}
    settings = LORA.with_settings(by_head) if older else LORA
    run = keep(services, base, settings, learn_heads if older else learn_pairs)
    folder = last(export_run(services, "added", tmp_path / "adapter", Format.ADAPTER))
    told, size = adapter_bytes(run), (folder / "adapter_model.safetensors").stat().st_size
    assert told is not None and size - 5000 < told <= size
    opened, expected, before = (
        told_by(services, each) for each in (Folder(folder), services.models.named("added"), Folder(base))
    )
    np.testing.assert_allclose(opened, expected, atol=1e-5)
    assert np.abs(opened - before).max() > 1e-3
    said = json.loads((folder / "adapter_config.json").read_text())
    assert said["base_model_name_or_path"] == str(base) and said["bias"] in ("lora_only", "none")
    assert "PeftModel" in (folder / "README.md").read_text()


def test_the_matrices_are_their_equation(tale_project: Any, tmp_path: Path) -> None:
    """W + alpha / r · B · A by NumPy, from the files alone."""
    services, base = Workbench(tale_project), write_any(tmp_path / "base", "smollm2")
    run = keep(services, base, LORA, learn_pairs)
    folder = last(export_run(services, "added", tmp_path / "adapter", Format.ADAPTER))
    whole = last(export_run(services, "added", tmp_path / "whole", Format.HUGGING_FACE))
    before, added, after = (
        load_file(base / "model.safetensors"),
        load_file(folder / "adapter_model.safetensors"),
        load_file(whole / "model.safetensors"),
    )
    for name in ("self_attn.q_proj", "self_attn.o_proj", "mlp.down_proj"):
        place = f"model.layers.1.{name}"
        a, b = (added[f"base_model.model.{place}.lora_{each}.weight"] for each in "AB")
        expected = before[f"{place}.weight"] + 1.5 * b @ a
        np.testing.assert_allclose(after[f"{place}.weight"], expected, atol=1e-6)
    assert len(kept_pairs(services.project.checkpoints.kept(run).folder, find_family(base))) == 14


def find_family(base: Path) -> Any:
    return load(find_model(str(base))).family


def test_a_changed_base_and_a_closed_export_leave_nothing(tale_project: Any, tmp_path: Path) -> None:
    services, base = Workbench(tale_project), write_any(tmp_path / "base", "gpt2")
    keep(services, base, LORA, learn_pairs)
    writing = export_run(services, "added", tmp_path / "adapter", Format.ADAPTER)
    next(writing), next(writing)
    writing.close()
    other = load_file(base / "model.safetensors")
    from safetensors.numpy import save_file

    save_file({**other, "wte.weight": other["wte.weight"] + 1}, base / "model.safetensors")
    with pytest.raises(KnownError) as refused:
        last(export_run(services, "added", tmp_path / "adapter", Format.ADAPTER))
    assert refused.value.code == "export.disagrees"
    assert not (tmp_path / "adapter").exists()


def test_a_run_that_changed_its_base_has_no_addition(
    learnt: Workbench, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["export", str(learnt.project.folder), "subwords", str(tmp_path / "adapter"), "--format", "adapter"]
    assert main(command) == 2
    assert "there is no addition to write alone" in capsys.readouterr().err
    assert not (tmp_path / "adapter").exists()


def test_an_archive_takes_the_base_of_an_adapter_along(project: Any, tmp_path: Path) -> None:
    folder = write_case(tmp_path / "models", "plain")
    Workbench(project).models.add_folder(folder)
    last(pack_project(project, tmp_path / "all.zip"))
    shutil.rmtree(tmp_path / "models")
    last(unpack_project(tmp_path / "all.zip", tmp_path / "elsewhere"))
    with Project.open(tmp_path / "elsewhere") as opened:
        (found,) = (model for model in Workbench(opened).models.every() if model.addition is not None)
        assert found.name == "adapter" and found.folder is not None
        assert found.folder.is_relative_to(tmp_path / "elsewhere")
