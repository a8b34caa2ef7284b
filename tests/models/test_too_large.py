"""A model that the memory cannot hold is refused before anything is built, and what is held ready is bounded."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import psutil
import pytest
from safetensors.numpy import load_file, save_file

from tests.odd_models import change, enlarge
from workbench.ground.generators import last
from workbench.messages.errors import KnownError
from workbench.services import asking as prediction_services
from workbench.services.workbench import Workbench
from workbench.values.model_ref import Folder, Scratch


def test_a_configuration_that_lies_is_refused_before_anything_is_built(
    tiny_services: Workbench, tiny_gpt2: Path, tmp_path: Path
) -> None:
    folder, corpus = tmp_path / "liar", tiny_services.project.corpora.named("tale")
    shutil.copytree(tiny_gpt2, folder)
    change(folder, n_embd=65_536, n_layer=96)
    before = psutil.Process().memory_info().rss
    with pytest.raises(KnownError, match=r"describes 4,9.* weights, and the files hold 8,"):
        tiny_services.asking.predict(Folder(folder), "Anna")
    change(folder, n_embd=16_384)
    enlarge(folder, 1_200_000_000_000)
    for ask in (
        lambda: tiny_services.asking.predict(Folder(folder), "Anna"),
        lambda: last(tiny_services.asking.evaluate(Folder(folder), "tale")),
        lambda: tiny_services.models.start_weights(Folder(folder), 0, corpus),
        lambda: tiny_services.models.start_weights(Scratch(Folder(folder)), 0, corpus),
    ):
        with pytest.raises(KnownError) as refused:
            ask()
        assert refused.value.code == "model.does_not_fit" and "GB" in str(refused.value)
    assert psutil.Process().memory_info().rss - before < 500_000_000


def test_a_folder_that_was_changed_answers_as_what_lies_there_now(
    tiny_services: Workbench, tiny_gpt2: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "model"
    shutil.copytree(tiny_gpt2, folder)
    file = folder / "model.safetensors"
    before, time = tiny_services.asking.predict(Folder(folder), "Anna"), file.stat().st_mtime_ns
    assert tiny_services.asking.predict(Folder(folder), "Anna") == before
    weights = load_file(file)
    save_file({name: value[::-1].copy() for name, value in weights.items()}, file)
    os.utime(file, ns=(time, time))  # as copying with times does
    identity = tiny_services.models.identity(Folder(folder))
    assert tiny_services.asking.predict(Folder(folder), "Anna") != before
    assert identity != tiny_services.models.identity(Folder(tiny_gpt2))


def test_models_that_are_held_ready_are_bounded_by_their_bytes(
    tiny_services: Workbench, tiny_gpt2: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folders = [tiny_gpt2, *(tmp_path / str(number) for number in range(2))]
    for folder in folders[1:]:
        shutil.copytree(tiny_gpt2, folder)
    loaded = tiny_services.asking.loaded
    held = [loaded(Folder(folder)) for folder in folders]
    assert [loaded(Folder(folder)) for folder in folders] == held
    monkeypatch.setattr(prediction_services, "LOADED_SHARE", 0.0)
    assert loaded(Folder(folders[1])) is held[1]
    assert loaded(Folder(folders[0])) is not held[0]
