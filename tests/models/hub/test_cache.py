"""What the cache on this computer offers without a network, whoever has put it there."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from workbench.messages.errors import KnownError
from workbench.models.card import Origin
from workbench.models.hub.cache import cached_models, unfinished
from workbench.project.project import Project
from workbench.services.workbench import Workbench
from workbench.values.model_ref import from_text


@pytest.fixture
def cache(tmp_path: Path, tiny_gpt2: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """As huggingface_hub has left it: one model that can be opened, a half one, one of another kind, and a data set."""
    cache = tmp_path / "hub"
    for name, commit in (("models--org--tiny", "a" * 40), ("models--org--half", "b" * 40)):
        snapshot = cache / name / "snapshots" / commit
        shutil.copytree(tiny_gpt2, snapshot)
        (cache / name / "refs").mkdir()
        (cache / name / "refs" / "main").write_text(commit)
    (cache / "models--org--half" / "snapshots" / ("b" * 40) / "model.safetensors").unlink()
    other = cache / "models--bert" / "snapshots" / ("c" * 40)
    other.mkdir(parents=True)
    (other / "config.json").write_text('{"model_type": "bert"}')
    (cache / "datasets--org--data" / "snapshots").mkdir(parents=True)
    monkeypatch.setenv("HF_HUB_CACHE", str(cache))
    return cache


def test_what_can_be_opened_is_offered_under_the_hubs_name(cache: Path, project: Project) -> None:
    services = Workbench(project)
    offered = {str(model.ref): model for model in services.models.every()}
    assert offered["org/tiny"].origin is Origin.HUB and offered["org/tiny"].name == "org/tiny"
    assert "scratch:org/tiny" in offered and not {"org/half", "bert"} & set(offered)
    assert services.models.find(
        services.models.named("org/tiny")
    ).folder == cache / "models--org--tiny" / "snapshots" / ("a" * 40)
    assert services.models.find(from_text("scratch:org/tiny")).from_scratch
    with pytest.raises(KnownError, match=r"“org/half” on this computer.*download it first"):
        services.models.find(services.models.named("org/half"))


def test_another_commit_is_offered_where_the_newest_is_not_whole(cache: Path) -> None:
    folder = cache / "models--org--tiny"
    (folder / "snapshots" / ("d" * 40)).mkdir()
    (folder / "refs" / "main").write_text("d" * 40)
    assert [str(card.ref) for card in cached_models(cache)] == ["org/tiny"]


@pytest.mark.parametrize("config", ['{"model_type": "gpt2"}', "[]", "no json", '{"model_type": ["gpt2"]}'])
def test_a_damaged_model_does_not_hide_the_others(cache: Path, config: str) -> None:
    file = cache / "models--org--half" / "snapshots" / ("b" * 40) / "config.json"
    (file.parent / "model.safetensors").write_bytes(b"\x08\0\0\0\0\0\0\0{}      ")
    file.write_text(config)
    assert [str(card.ref) for card in cached_models(cache)] == ["org/tiny"]


@pytest.mark.parametrize("readme", ["---\nlicense: [\n---\n", "no front matter", "---\njust words\n---\n"])
def test_a_readme_that_cannot_be_read_leaves_the_facts_open(cache: Path, readme: str) -> None:
    (cache / "models--org--tiny" / "snapshots" / ("a" * 40) / "README.md").write_text(readme)
    (card,) = cached_models(cache)
    assert card.licence == "" and card.languages == ()


def test_only_what_can_be_gone_on_with_counts_as_unfinished(cache: Path) -> None:
    blobs = cache / "models--org--half" / "blobs"
    blobs.mkdir()
    (blobs / f"{'e' * 64}.incomplete").write_bytes(b"12345")
    (blobs / f"{'f' * 64}.1a2b3c4d.incomplete").write_bytes(b"another program's")
    assert [(each.model, each.present_bytes) for each in unfinished(cache)] == [("org/half", 5)]
    assert unfinished(cache / "nowhere") == () and cached_models(cache / "nowhere") == ()
