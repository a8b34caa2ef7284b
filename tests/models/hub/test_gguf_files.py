"""A repository of GGUF files: each is shown with its size and whether it can be opened, and one of them is fetched."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.gguf_files import write_gguf
from tests.local_hub import LocalHub, Repository
from tests.tiny_families import write
from workbench.cli.main import main
from workbench.ground.generators import last
from workbench.messages.errors import KnownError
from workbench.models.card import PretrainedModel
from workbench.models.catalogue import each_of, unreadable
from workbench.models.found import found_files
from workbench.models.hub.cache import unfinished, unreadable_models
from workbench.models.hub.connection import Connection
from workbench.models.hub.download import download
from workbench.models.hub.search import HubModel, search

MODEL = "anna/tales-GGUF"


@pytest.fixture
def repository(hub: LocalHub, tmp_path: Path) -> Repository:
    """Three models (one in parts, in a folder), and four files that are none which can be opened here."""
    folder, made = write(tmp_path / "folder", "smollm2"), tmp_path / "made"
    made.mkdir()
    files = {
        f"tales-{kind}.gguf": write_gguf(made / f"{kind}.gguf", folder, kind).read_bytes() for kind in ("Q8_0", "F16")
    }
    first = write_gguf(made / "parts.gguf", folder, "BF16", parts=2, note="x" * 1_500_000)
    for number, part in enumerate(sorted(first.parent.glob("parts-*")), start=1):
        files[f"BF16/tales-BF16-{number:05}-of-00002.gguf"] = part.read_bytes()
    files["experts-Q8_0.gguf"] = write_gguf(made / "experts.gguf", folder, "Q8_0", expert_count=8).read_bytes()
    files |= {
        "mmproj-tales-F16.gguf": b"GGUF", "tales-Q4_0_4_4.gguf": b"GGUF", "half-00002-of-00002.gguf": b"GGUF",
        "../outside.gguf": b"GGUF", "README.md": b"---\nlicense: mit\n---\n# Tales\n", "run.py": b"import os",
    }  # fmt: skip
    found = Repository(files, card={"license": "mit"}, downloads=70, gguf={"total": 12_345, "architecture": "llama"})
    hub.repositories[MODEL] = found
    return found


def found(connection: Connection, words: str = "tales gguf") -> HubModel:
    (model,) = last(search(connection, words))
    return model


def refused(connection: Connection, file: str = "") -> KnownError:
    with pytest.raises(KnownError) as raised:
        last(download(connection, MODEL, file))
    return raised.value


def test_a_result_lists_its_files_with_their_sizes_and_which_can_be_opened(
    repository: Repository, connection: Connection
) -> None:
    model = found(connection)
    assert (model.problem, model.licence, model.parameters) == (None, "mit", 12_345)
    ready = {choice.name: choice for choice in model.choices if choice.problem is None}
    assert {name: choice.kind for name, choice in ready.items()} == {
        "BF16/tales-BF16-00001-of-00002.gguf": "BF16", "experts-Q8_0.gguf": "Q8_0", "tales-F16.gguf": "F16",
        "tales-Q8_0.gguf": "Q8_0",
    }  # fmt: skip
    sizes = [choice.size_bytes for choice in ready.values()]
    assert sizes == sorted(sizes) and model.choices[: len(ready)] == tuple(ready.values())
    assert ready["tales-F16.gguf"].size_bytes == len(repository.files["tales-F16.gguf"])
    assert ready["BF16/tales-BF16-00001-of-00002.gguf"].size_bytes == sum(
        len(content) for name, content in repository.files.items() if name.startswith("BF16/")
    )
    odd = {choice.name: str(choice.problem) for choice in model.choices if choice.problem is not None}
    assert set(odd) == {"half-00002-of-00002.gguf", "mmproj-tales-F16.gguf", "tales-Q4_0_4_4.gguf"}
    assert "half-00001-of-00002.gguf" in odd["half-00002-of-00002.gguf"]
    assert "pictures" in odd["mmproj-tales-F16.gguf"] and "Q4_0_4_4" in odd["tales-Q4_0_4_4.gguf"]


@pytest.mark.parametrize("architecture", ["mamba", "qwen2moe", "flux"])
def test_what_no_family_here_is_says_so_before_anything_is_asked_of_it(
    repository: Repository, hub: LocalHub, connection: Connection, architecture: str
) -> None:
    repository.gguf = {"architecture": architecture}
    problem = found(connection).problem
    assert problem is not None and architecture in str(problem)
    assert not any(path.startswith(f"/api/models/{MODEL}") for path, _, _ in hub.asked)


@pytest.mark.parametrize("named", ["tales-F16.gguf", "F16", "BF16/tales-BF16-00001-of-00002.gguf"])
def test_the_chosen_one_is_fetched_alone_and_is_a_card(
    repository: Repository, connection: Connection, named: str
) -> None:
    place = last(download(connection, MODEL, named))
    (file,) = found_files(connection.cache)
    (card,) = each_of([file])
    assert isinstance(card, PretrainedModel)
    assert (card.folder, card.quantisation) == (place, "") and place == file
    fetched = {each.name for each in connection.cache.rglob("snapshots/*/**/*") if each.is_file()}
    assert "README.md" in fetched and "run.py" not in fetched and not any("Q8_0" in name for name in fetched)
    assert not unreadable_models(connection.cache) and not unreadable([file])


def test_without_a_name_one_of_several_has_to_be_chosen(repository: Repository, connection: Connection) -> None:
    error = refused(connection)
    assert error.code == "hub.choose_file" and "tales-F16.gguf" in str(error) and "mmproj" not in str(error)
    error = refused(connection, "tales-Q3_K.gguf")
    assert error.code == "hub.no_such_file" and "tales-Q8_0.gguf" in str(error)
    assert refused(connection, "../outside.gguf").code == "hub.no_such_file"


def test_a_mixture_of_experts_is_refused_by_its_beginning(repository: Repository, connection: Connection) -> None:
    error = refused(connection, "experts-Q8_0.gguf")
    assert "experts" in str(error) and not list(connection.cache.rglob("blobs/*"))


def test_what_is_cut_off_in_its_header_is_refused_by_its_name(repository: Repository, connection: Connection) -> None:
    repository.files["tales-F16.gguf"] = repository.files["tales-F16.gguf"][:3000]
    error = refused(connection, "tales-F16.gguf")
    assert error.code == "model.damaged" and "tales-F16.gguf" in str(error)


def test_what_was_begun_goes_on_without_its_name_and_leaves_what_was_begun_of_another(
    repository: Repository, hub: LocalHub, connection: Connection
) -> None:
    hub.piece_bytes = 4096
    for file in ("tales-F16.gguf", "tales-Q8_0.gguf"):
        hub.drops.extend([len(repository.files[file]), 8192, 0, 0])  # once whole, for its header
        assert refused(connection, file).code == "hub.interrupted"
    hub.drops.clear()
    last(download(connection, MODEL, "tales-F16.gguf"))
    assert [each.present_bytes for each in unfinished(connection.cache)] == [8192]
    assert last(download(connection, MODEL)).name == "tales-Q8_0.gguf"
    assert not unfinished(connection.cache)
    assert {file.name for file in found_files(connection.cache)} == {"tales-F16.gguf", "tales-Q8_0.gguf"}


@pytest.mark.usefixtures("surroundings")
def test_the_command_line_lists_them_and_fetches_one(
    repository: Repository, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = str(tmp_path / "project")
    assert main(["new", folder]) == 0 and main(["search", "tales"]) == 0
    printed = capsys.readouterr().out
    assert f"✓ {MODEL}: 12,345 parameters" in printed and "    ✓ tales-Q8_0.gguf: " in printed
    assert "    ✗ mmproj-tales-F16.gguf: " in printed
    assert main(["search", "tales", "--json"]) == 0
    (row,) = json.loads(capsys.readouterr().out)
    assert row["files"][0] == {
        "file": "tales-Q8_0.gguf", "quantisation": "Q8_0", "readable": True, "reason": None,
        "size_bytes": len(repository.files["tales-Q8_0.gguf"]),
    }  # fmt: skip
    assert main(["download", folder, MODEL]) == 2 and "Choose the one" in capsys.readouterr().err
    assert main(["download", folder, MODEL, "--file", "tales-Q8_0.gguf"]) == 0
    assert main(["models", folder]) == 0
    assert "tales-Q8_0" in capsys.readouterr().out
