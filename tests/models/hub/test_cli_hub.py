"""The Hub on the command line: documents, progress apart from them, a secret that is no argument."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest

from tests.local_hub import GATE, LocalHub, large_weights
from workbench.cli.main import main
from workbench.models.hub.download import ATTEMPTS

pytestmark = pytest.mark.usefixtures("surroundings")


@pytest.fixture
def folder(tmp_path: Path) -> str:
    assert main(["new", str(tmp_path / "project")]) == 0
    return str(tmp_path / "project")


def document(capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:
    capsys.readouterr()
    assert main([*arguments, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_a_search_is_one_document_with_sizes_licences_and_reasons(capsys: pytest.CaptureFixture[str]) -> None:
    models = {row["model"]: row for row in document(capsys, "search", "tiny", "gpt2")}
    assert models["tiny/gpt2"] == {
        "model": "tiny/gpt2", "parameters": 40_000, "size_bytes": 160_000, "licence": "mit", "languages": ["en"],
        "downloads": 500, "gated": False, "readable": True, "reason": None, "base": None, "files": [],
    }  # fmt: skip
    assert models["tiny/gated-gpt2"]["gated"] and not models["tiny/pickle-gpt2"]["readable"]
    assert [row["model"] for row in document(capsys, "search", "tiny", "--language", "de")] == ["tiny/neox"]
    assert main(["search", "tiny"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "✓ tiny/gpt2: 0.2 MB, 40,000 parameters, mit, en, 500 downloads"
    assert lines[-1].startswith("✗ tiny/neox: ") and "gpt_neox" in lines[-1]


def test_a_downloaded_model_answers_by_its_name_without_a_network(
    folder: str, hub: LocalHub, capsys: pytest.CaptureFixture[str]
) -> None:
    assert document(capsys, "download", folder, "tiny/gpt2")["model"] == "tiny/gpt2"
    hub.status = 503
    assert "tiny/gpt2" in {row["model"] for row in document(capsys, "models", folder)}
    assert "tiny/gpt2" in {row["model"] for row in document(capsys, "models")}
    predicted = document(capsys, "predict", folder, "--model", "tiny/gpt2", "--text", "Anna", "--top", "2")
    assert len(predicted["predictions"]) == 2


def test_a_download_goes_on_when_it_is_called_again(
    folder: str, hub: LocalHub, capsys: pytest.CaptureFixture[str]
) -> None:
    hub.repositories["tiny/gpt2"].files["model.safetensors"] = large_weights()
    hub.drops.extend([3_000_000, *[0] * ATTEMPTS])
    assert main(["download", folder, "tiny/gpt2"]) == 1
    assert "download it again" in capsys.readouterr().err
    hub.asked.clear()
    hub.drops.clear()
    assert document(capsys, "download", folder, "tiny/gpt2")["size_bytes"] == len(large_weights())
    assert hub.ranges() == ["bytes=3000000-"]


def test_a_token_is_read_from_standard_input_kept_and_forgotten(
    folder: str, system_keyring: None, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(["download", folder, "tiny/gated-gpt2"]) == 2
    assert "set a token" in capsys.readouterr().err
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{GATE}\n"))
    assert document(capsys, "token", "set")["has_token"]
    assert main(["download", folder, "tiny/gated-gpt2"]) == 0
    assert not document(capsys, "token", "forget")["has_token"]
    assert main(["token", "show"]) == 0
    told = capsys.readouterr().out
    assert "no token" in told and GATE not in told


def test_without_a_keyring_one_line_says_what_to_do(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{GATE}\n"))
    assert main(["token", "set"]) == 2
    told = capsys.readouterr().err
    assert "no keyring" in told and "HF_TOKEN" in told and told.count("\n") == 1 and GATE not in told


def test_another_hub_is_asked_once_or_from_now_on(
    hub: LocalHub, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("HF_ENDPOINT")
    assert document(capsys, "hub") == {"endpoint": "https://huggingface.co"}
    assert document(capsys, "search", "gpt2", "--endpoint", hub.endpoint)
    assert document(capsys, "hub", "--endpoint", hub.endpoint) == {"endpoint": hub.endpoint}
    assert document(capsys, "search", "gpt2")
    assert document(capsys, "hub", "--endpoint", "") == {"endpoint": "https://huggingface.co"}


@pytest.mark.parametrize(
    ("arguments", "status", "sentence"),
    [
        (["search", "gpt2", "--endpoint", "nowhere"], 2, "not the address of a Hub"),
        (["search", "gpt2", "--endpoint", "http://127.0.0.1:9"], 1, "could not be reached"),
        (["download", "{folder}", "tiny/nothing"], 2, "no model “tiny/nothing”"),
        (["download", "{folder}", "tiny/pickle-gpt2"], 2, "so it is refused"),
        (["download", "{folder}-not", "tiny/gpt2"], 2, "no project"),
    ],
)
def test_what_goes_wrong_is_one_clear_line(
    folder: str, capsys: pytest.CaptureFixture[str], arguments: list[str], status: int, sentence: str
) -> None:
    capsys.readouterr()
    assert main([argument.format(folder=folder) for argument in arguments]) == status
    printed = capsys.readouterr()
    assert sentence in printed.err and printed.err.count("\n") == 1 and not printed.out
