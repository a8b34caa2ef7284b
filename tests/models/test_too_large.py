"""A model that the memory cannot hold is refused before anything is built, and what is held ready is bounded."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import psutil
import pytest

from workbench.ground.generators import last
from workbench.messages.errors import KnownError
from workbench.services import asking as prediction_services
from workbench.services.workbench import Workbench
from workbench.values.model_ref import Folder


def test_a_configuration_that_lies_is_refused_before_anything_is_built(
    tiny_services: Workbench, tiny_gpt2: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "liar"
    shutil.copytree(tiny_gpt2, folder)
    config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    (folder / "config.json").write_text(json.dumps({**config, "n_embd": 65_536, "n_layer": 96}), encoding="utf-8")
    before = psutil.Process().memory_info().rss
    for ask in (
        lambda: tiny_services.asking.predict(Folder(folder), "Anna"),
        lambda: last(tiny_services.asking.evaluate(Folder(folder), "tale")),
    ):
        with pytest.raises(KnownError) as refused:
            ask()
        assert refused.value.code == "model.does_not_fit" and "GB" in str(refused.value)
    assert psutil.Process().memory_info().rss - before < 500_000_000


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
