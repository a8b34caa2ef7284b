"""A folder that is no model, or is one in part, is refused with the true reason, and costs nothing but itself."""

from __future__ import annotations

import json
import os
import re
import shutil
from pathlib import Path

import pytest

from tests.odd_models import ODDITIES, change, make_cache
from tests.tiny_families import write
from workbench.cli.main import main
from workbench.messages.errors import KnownError
from workbench.models.card import Origin, UnreadableModel
from workbench.models.catalogue import catalogue, look_at, read_card, unreadable
from workbench.models.hub.cache import cached_models, unreadable_models
from workbench.project.project import Project
from workbench.services.workbench import Workbench
from workbench.values.fine_tuning import FineTuning
from workbench.values.model_ref import Folder, from_text


@pytest.fixture
def folder(tiny_gpt2: Path, tmp_path: Path) -> Path:
    return shutil.copytree(tiny_gpt2, tmp_path / "model")


@pytest.mark.parametrize("kind", ODDITIES)
def test_what_is_odd_is_refused_with_the_true_reason(folder: Path, kind: str) -> None:
    make, sentence = ODDITIES[kind]
    make(folder)
    with pytest.raises(KnownError, match=sentence):
        read_card(folder, Origin.FOLDER)


def test_an_odd_folder_in_the_list_costs_itself_alone(tiny_gpt2: Path, tmp_path: Path) -> None:
    folders = []
    for kind, (make, _) in ODDITIES.items():
        folders.append(shutil.copytree(tiny_gpt2, tmp_path / kind))
        make(folders[-1])
    shown = catalogue([*folders, tiny_gpt2])
    assert str(tiny_gpt2) in {str(model.ref) for model in shown}
    reasons = unreadable(folders)
    assert {each.folder for each in reasons} == set(folders)


def test_the_cache_tells_of_what_it_cannot_offer(tiny_gpt2: Path, tmp_path: Path) -> None:
    said = make_cache(tmp_path, tiny_gpt2, 12, 10)
    assert [str(card.ref) for card in cached_models(tmp_path)] == ["org/model-00", "org/model-01"]
    found = {each.name: str(KnownError.of(each.reason)) for each in unreadable_models(tmp_path)}
    assert set(found) == set(said)
    assert all(re.search(sentence, found[name]) for name, sentence in said.items())
    assert str(tmp_path) not in "".join(found.values()), "a model of the Hub is called by its name there"


def test_the_command_line_tells_of_them_beside_what_was_asked_for(
    tiny_gpt2: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    make_cache(tmp_path, tiny_gpt2, 3, 2)
    monkeypatch.setenv("HF_HUB_CACHE", str(tmp_path))
    assert main(["models"]) == 0
    told = capsys.readouterr()
    assert "org/model-00" in told.out and "odd/" not in told.out
    assert "✗ odd/no-heads: The model in “odd/no-heads” cannot be read" in told.err
    assert main(["models", "--json"]) == 0
    assert "odd/no-heads" not in capsys.readouterr().out


def test_a_project_with_odd_folders_lists_its_models_and_renames_its_runs(
    tale_project: Project, tiny_gpt2: Path, tmp_path: Path
) -> None:
    for kind, (make, _) in ODDITIES.items():
        make(shutil.copytree(tiny_gpt2, tmp_path / kind))
        tale_project.models.add_folder(tmp_path / kind)
    run = tale_project.runs.create(
        corpus="tale", base=from_text("starter-en"), model_sha256="5", fine_tuning=FineTuning(), name="first"
    )
    tale_project.runs.rename(run, "second")
    services = Workbench(tale_project)
    assert "starter-en" in {str(model.ref) for model in services.models.every()}
    assert len(services.models.unreadable()) == len(ODDITIES)
    with pytest.raises(KnownError, match=r"“n_head” cannot be 0 in config.json"):
        services.models.find(Folder(tmp_path / "no heads"))


def test_a_folder_of_models_names_them(tmp_path: Path, tiny_gpt2: Path) -> None:
    """As a trainer leaves its checkpoints, and as the Hub's cache keeps a model."""
    for place in ("checkpoint-10", "checkpoint-20", "snapshots/0123"):
        shutil.copytree(tiny_gpt2, tmp_path / place)
    with pytest.raises(KnownError, match=r"in it: checkpoint-10, checkpoint-20, snapshots/0123\. Open one of these"):
        read_card(tmp_path, Origin.FOLDER)


def test_a_folder_whose_tokenizer_is_larger_than_its_network_is_not_added(tale_project: Project, folder: Path) -> None:
    change(folder, vocab_size=298)
    with pytest.raises(KnownError, match="the tokenizer knows 2 words more than the network"):
        Workbench(tale_project).models.add_folder(folder)
    assert tale_project.models.folders() == ()


def test_a_model_of_the_cache_that_is_named_says_what_is_wrong_with_it(
    tale_project: Project, tiny_gpt2: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_cache(tmp_path, tiny_gpt2, 2, 1)
    monkeypatch.setenv("HF_HUB_CACHE", str(tmp_path))
    with pytest.raises(KnownError, match="“odd/no-heads” cannot be read"):
        Workbench(tale_project).models.named("odd/no-heads")


def test_an_error_that_nobody_foresaw_is_told_of_its_folder(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from workbench.models.families.gpt2 import Gpt2

    def fail(*_: object) -> int:
        raise ZeroDivisionError("division by zero")

    monkeypatch.setattr(Gpt2, "context_length", fail)
    found = look_at(folder, Origin.FOLDER)
    assert isinstance(found, UnreadableModel)
    assert "cannot be read (ZeroDivisionError: division by zero)" in str(KnownError.of(found.reason))


def test_a_card_is_made_anew_when_a_file_has_changed_though_its_time_has_not(folder: Path) -> None:
    before = (folder / "config.json").stat()
    assert read_card(folder, Origin.FOLDER).context_length == 32
    content = (folder / "config.json").read_text(encoding="utf-8")
    (folder / "config.json").write_text(content.replace('"n_positions": 32', '"n_positions": 16'), encoding="utf-8")
    os.utime(folder / "config.json", ns=(before.st_atime_ns, before.st_mtime_ns))
    assert (folder / "config.json").stat().st_size == before.st_size
    assert read_card(folder, Origin.FOLDER).context_length == 16


@pytest.mark.parametrize("name", ["config.json", "tokenizer.json"])
def test_a_byte_order_mark_and_the_line_ends_of_windows_are_read(folder: Path, name: str) -> None:
    from workbench.models.language_model import read_tokenizer

    before = read_tokenizer(folder).encode("Anna lit the lamp.").tolist()
    content = json.dumps(json.loads((folder / name).read_text(encoding="utf-8")), indent=1).replace("\n", "\r\n")
    (folder / name).write_bytes(b"\xef\xbb\xbf" + content.encode())
    assert read_card(folder, Origin.FOLDER).context_length == 32
    assert read_tokenizer(folder).encode("Anna lit the lamp.").tolist() == before


def test_parts_without_their_index_are_read_when_all_are_there(tmp_path: Path) -> None:
    folder = write(tmp_path / "llama", "llama", shards=3)
    (folder / "model.safetensors.index.json").unlink()
    whole = read_card(write(tmp_path / "whole", "llama"), Origin.FOLDER)
    assert read_card(folder, Origin.FOLDER).parameters == whole.parameters
    (folder / "model-00002-of-00003.safetensors").unlink()
    with pytest.raises(KnownError, match=r"no weights \(model-00002-of-00003\.safetensors\)"):
        read_card(folder, Origin.FOLDER)
    (folder / "model-00001-of-00002.safetensors").write_bytes(b"")
    with pytest.raises(KnownError, match="do not belong together: model-00001-of-00002"):
        read_card(folder, Origin.FOLDER)


def test_the_part_that_is_cut_is_named(tmp_path: Path) -> None:
    folder = write(tmp_path / "llama", "llama", shards=3)
    cut = folder / "model-00002-of-00003.safetensors"
    cut.write_bytes(cut.read_bytes()[:-1])
    with pytest.raises(KnownError, match=r"model-00002-of-00003.safetensors is cut off"):
        read_card(folder, Origin.FOLDER)


def test_what_a_card_says_of_itself_may_be_anything(folder: Path) -> None:
    said = {"name": ["a"], "languages": [1, "en"], "licence": None, "trained_on": {}}
    (folder / "card.json").write_text(json.dumps(said))
    card = read_card(folder, Origin.FOLDER)
    assert (card.name, card.languages, card.licence, card.trained_on) == ("model", ("en",), "", "")
    change(folder, architectures=7)
    assert read_card(folder, Origin.FOLDER).name == "model"
