"""GGUF files are found where other programs keep theirs, by the names that these have for them."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.gguf_files import write_gguf
from tests.tiny_families import write
from workbench.cli.main import main
from workbench.models.card import UnreadableModel
from workbench.models.catalogue import catalogue, each_of, find_model
from workbench.models.found import found_files, name_of
from workbench.models.naming import called
from workbench.models.strong import NAME, strong_file
from workbench.project.project import Project
from workbench.services.workbench import Workbench


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """With a model in Ollama under two names, one in LM Studio in parts, and one in the Hugging Face cache."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("OLLAMA_MODELS")
    file = write_gguf(tmp_path / "tiny.gguf", write(tmp_path / "folder", "smollm2"), "Q8_0")
    ollama = tmp_path / ".ollama" / "models"
    blob = ollama / "blobs" / ("sha256-" + 64 * "a")
    blob.parent.mkdir(parents=True)
    shutil.copy(file, blob)
    layers = [
        {"mediaType": "application/vnd.ollama.image.license", "digest": "sha256:" + 64 * "b"},
        {"mediaType": "application/vnd.ollama.image.model", "digest": "sha256:" + 64 * "a"},
    ]
    for name, said in (
        ("library/smollm2/135m", {"layers": layers}),
        ("anna/tiny/latest", {"layers": layers}),
        ("library/gone/latest", {"layers": [{**layers[1], "digest": "sha256:" + 64 * "c"}]}),
        ("library/odd/latest", {"layers": [{**layers[1], "digest": "sha256:/../../../etc/passwd"}, 7]}),
    ):
        manifest = ollama / "manifests" / "registry.ollama.ai" / name
        manifest.parent.mkdir(parents=True)
        manifest.write_text(json.dumps(said))
    studio = tmp_path / ".lmstudio" / "models" / "anna" / "tiny"
    studio.mkdir(parents=True)
    write_gguf(studio / "tiny.gguf", tmp_path / "folder", "Q8_0", parts=2)
    (studio / "mmproj-tiny.gguf").write_bytes(b"GGUF")
    snapshot = tmp_path / "cache" / "models--anna--tiny-GGUF" / "snapshots" / "0123456789abcdef"
    snapshot.mkdir(parents=True)
    shutil.copy(file, snapshot / "tiny.Q8_0.gguf")
    (snapshot / "broken.gguf").write_bytes(file.read_bytes()[:3000])
    return tmp_path


def test_they_are_cards_with_their_names_and_nothing_is_copied(home: Path) -> None:
    before = sorted(home.rglob("*"))
    files = found_files(home / "cache")
    cards = {card.name: card for card in each_of(files)}
    assert set(cards) == {"tiny", "smollm2:135m", "tiny.Q8_0", "broken.gguf"} - {"smollm2:135m"} | {"anna/tiny"}
    assert isinstance(cards["broken.gguf"], UnreadableModel)
    blob = home / ".ollama" / "models" / "blobs" / ("sha256-" + 64 * "a")
    assert str(cards["anna/tiny"].folder) == str(blob) and called(str(blob)) == name_of(blob) == "anna/tiny"
    assert find_model("anna/tiny", files).folder == blob  # as Ollama calls it
    assert sorted(home.rglob("*")) == before


def test_the_command_line_and_a_project_offer_them(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], project: Project
) -> None:
    monkeypatch.setenv("HF_HUB_CACHE", str(home / "cache"))
    assert main(["models"]) == 0
    told = capsys.readouterr()
    assert "tiny.Q8_0, " in told.out and " in Q8_0" in told.out and "broken.gguf" in told.err
    names = [card.name for card in Workbench(project).models.here()]
    assert {"tiny", "anna/tiny", "tiny.Q8_0", "broken.gguf"} <= {*names}
    assert "anna/tiny-GGUF" not in names


def test_the_strong_model_is_a_card_where_it_is_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    if strong_file() is None:
        pytest.skip("left out with --no-group strong")
    card = find_model(NAME)
    assert (card.name, card.quantisation, card.licence) == ("SmolLM2 135M", "Q4_1", "Apache-2.0")
    assert card in catalogue() and called(NAME) == "SmolLM2 135M" and str(card.ref) == NAME
    assert find_model(f"scratch:{NAME}").from_scratch
