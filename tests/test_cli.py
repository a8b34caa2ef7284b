"""The command line as a person or a script calls it: its documents, its sentences, its exit status."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.tiny_models import tale
from workbench.cli import main
from workbench.fine_tuning import FineTuning

TINY = ["--set", "steps=6", "--set", "batch_size=4", "--set", "context_length=16", "--set", "validate_every=3",
        "--set", "learning_rate=1e-2"]  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    text = tmp_path / "tale.txt"
    text.write_text(tale(100), encoding="utf-8")
    project = tmp_path / "project"
    assert main(["new", str(project)]) == 0
    assert main(["import", str(project), str(text), "--name", "tale"]) == 0
    return project


def document(capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:
    capsys.readouterr()
    assert main([*arguments, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_the_whole_job(folder: Path, tiny_gpt2: Path, capsys: pytest.CaptureFixture[str]) -> None:
    project, model = str(folder), str(tiny_gpt2)
    (corpus,) = document(capsys, "corpora", project)
    assert corpus["corpus"] == "tale" and corpus["words"] > 1000
    trained = document(capsys, "train", project, "--corpus", "tale", "--model", model, "--name", "one", *TINY)
    assert trained["run"] == "one" and trained["status"] == "finished" and trained["steps"] == 6
    assert trained["best_validation_loss"] < trained["base_validation_loss"]
    assert FineTuning.from_json(trained["fine_tuning"]).steps == 6
    assert document(capsys, "runs", project) == [trained]
    predicted = document(capsys, "predict", project, "--model", "one", "--text", "Anna lit the", "--top", "3")
    probabilities = [word["probability"] for word in predicted["predictions"]]
    assert len(probabilities) == 3 and probabilities == sorted(probabilities, reverse=True)
    surprise = document(capsys, "surprise", project, "--model", "one", "--text", "Anna lit the lamp.")
    assert "".join(word["word"] for word in surprise["words"]) == "Anna lit the lamp."
    assert surprise["bits"] == pytest.approx(sum(word["bits"] for word in surprise["words"]))
    assert {"loss", "perplexity", "word_perplexity", "tokens"} <= set(surprise)
    sharp = document(capsys, "predict", project, "--model", "one", "--text", "Anna lit the", "--temperature", "0")
    assert [word["probability"] for word in sharp["predictions"]] == [1.0]
    evaluated = document(capsys, "evaluate", project, "--model", "one", "--corpus", "tale")
    assert {"loss", "perplexity", "word_perplexity", "bits_per_byte", "accuracy", "top5_accuracy", "protocol"} <= set(
        evaluated
    )
    arguments = ("generate", project, "--model", "one", "--text", "Anna", "--words", "8", "--seed", "4")
    assert document(capsys, *arguments) == document(capsys, *arguments)


def test_models_are_listed_without_a_project(capsys: pytest.CaptureFixture[str]) -> None:
    assert {"starter-en", "scratch:starter-en", "scratch:lstm-words"} <= {
        model["model"] for model in document(capsys, "models")
    }


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["train", "{project}", "--corpus", "none", "--model", "starter-en"], "no corpus named “none”"),
        (["train", "{project}", "--corpus", "tale", "--model", "nobody"], "no model or run named “nobody”"),
        (["train", "{project}", "--corpus", "tale", "--model", "starter-en", "--set", "speed=9"], "no setting “speed”"),
        (["train", "{project}", "--corpus", "tale", "--model", "starter-en", "--set", "steps=no"], "it is a number"),
        (["predict", "{project}", "--model", "scratch:starter-en", "--text", "a"], "has not learnt anything yet"),
        (["surprise", "{project}", "--model", "starter-en", "--text", " "], "Type some text first"),
        (["resume", "{project}", "nothing"], "no run named “nothing”"),
        (["corpora", "{project}-not"], "no project"),
        (["new", "{project}"], "already holds"),
        (["import", "{project}", "missing.txt"], "no file “missing.txt”"),
    ],
)
def test_a_mistake_is_one_clear_line_and_status_2(
    folder: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], sentence: str
) -> None:
    capsys.readouterr()
    assert main([argument.format(project=folder) for argument in arguments]) == 2
    printed = capsys.readouterr()
    assert sentence in printed.err and printed.err.count("\n") == 1 and not printed.out


def test_bad_files_are_skipped_with_a_reason_and_the_rest_is_imported(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 10)
    files = [str(tmp_path / name) for name in ("tale.txt", "empty.txt", "binary.txt")]
    assert main(["import", str(folder), *files, "--name", "mixed"]) == 0
    told = capsys.readouterr().err
    assert "“empty.txt” is empty" in told and "“binary.txt” is not a text file" in told
    assert main(["import", str(folder), files[1], "--name", "nothing"]) == 2
    assert {row["corpus"] for row in document(capsys, "corpora", str(folder))} == {"tale", "mixed"}


def test_without_a_display_the_window_says_so() -> None:
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    environment = {name: value for name, value in os.environ.items() if name not in hidden}
    root = Path(__file__).parent.parent
    shown = subprocess.run(
        [sys.executable, "main.py"], cwd=root, env=environment, capture_output=True, text=True, check=False
    )
    if sys.platform.startswith("linux"):
        assert shown.returncode == 2 and "no display" in shown.stderr


def test_listing_models_does_not_load_tensorflow(tmp_path: Path) -> None:
    script = "import sys; from workbench.cli import main; main(['models']); print('tensorflow' in sys.modules)"
    root = Path(__file__).parent.parent
    listed = subprocess.run([sys.executable, "-c", script], cwd=root, capture_output=True, text=True, check=True)
    assert listed.stdout.splitlines()[-1] == "False"
