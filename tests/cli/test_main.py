"""The command line as a person or a script calls it: its documents, its sentences, its exit status."""

from __future__ import annotations

import io
import json
import os
import shlex
import subprocess
import sys
import threading
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from tests.places import ROOT
from tests.tiny_models import tale
from workbench.cli.demonstration import demonstrate
from workbench.cli.learning import ShownTraining
from workbench.cli.main import main
from workbench.corpora.importing import split_file
from workbench.ground.speech import EN
from workbench.project.project import Project
from workbench.services.sample_project import ENGLISH_SAMPLE, SAMPLES
from workbench.training.events import Validated
from workbench.values.corpus import Split
from workbench.values.fine_tuning import FineTuning
from workbench.values.presets import PRESETS

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


def test_what_should_be_known_is_told_before_a_run_and_a_finished_one_goes_on_with_more_steps(
    folder: Path, tiny_gpt2: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = str(folder)
    capsys.readouterr()
    train = ["train", project, "--corpus", "tale", "--model", str(tiny_gpt2), "--name", "one", "--json", *TINY]
    assert main(train) == 0
    printed = capsys.readouterr()
    assert "note: The learning rate 0.01 is 20 times what suits this model (0.0005)" in printed.err
    assert json.loads(printed.out)["steps"] == 6
    extended = document(capsys, "resume", project, "one", "--more", "3")
    assert (extended["run"], extended["status"], extended["steps"], extended["total_steps"]) == (
        "one",
        "finished",
        9,
        9,
    )
    assert extended["extensions"] == [{"step": 6, "total_steps": 9}]


def test_a_run_that_gets_worse_says_so_once(capsys: pytest.CaptureFixture[str]) -> None:
    show = ShownTraining()
    for step, loss in enumerate((4.0, 4.5, 5.0, 5.5)):
        show(Validated(5 * step, loss, False, 1.0))
    lines = [line for line in capsys.readouterr().err.splitlines() if "worse" in line]
    assert lines == [
        "step 10: it is getting worse, perplexity 54.6 → 148.4 on unseen text. "
        "Ctrl+C ends it; a lower learning rate may help."
    ]


def corpus_text(folder: Path) -> str:
    with Project.look(folder) as opened:
        return split_file(opened.corpora.named("tale").folder, Split.TEST).read_text(encoding="utf-8")


def test_the_whole_job(
    folder: Path, tiny_gpt2: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    project, model = str(folder), str(tiny_gpt2)
    (corpus,) = document(capsys, "corpora", project)
    assert corpus["corpus"] == "tale" and corpus["words"] > 1000
    pinned = ("--prompt", "Anna lit", "--prompt", "The lamp")
    trained = document(capsys, "train", project, "--corpus", "tale", "--model", model, "--name", "one", *pinned, *TINY)
    assert trained["run"] == "one" and trained["status"] == "finished" and trained["steps"] == 6
    assert trained["best_validation_loss"] < trained["base_validation_loss"]
    assert FineTuning.from_json(trained["fine_tuning"]).steps == 6
    (next_first, *_) = trained.pop("what_now")
    assert (next_first["finding"], next_first["next"], next_first["steps"]) == ("still_falling", "train_on", 6)
    assert document(capsys, "runs", project) == [trained]
    with Project.open(folder) as opened:
        samples = opened.runs.samples(opened.runs.named("one"))
    assert [sample.prompt for sample in samples if sample.step == 6] == ["Anna lit", "The lamp"]
    predicted = document(capsys, "predict", project, "--model", "one", "--text", "Anna lit the", "--top", "3")
    probabilities = [word["probability"] for word in predicted["predictions"]]
    assert len(probabilities) == 3 and probabilities == sorted(probabilities, reverse=True)
    surprise = document(capsys, "surprise", project, "--model", "one", "--text", "Anna lit the lamp.")
    assert "".join(word["word"] for word in surprise["words"]) == "Anna lit the lamp."
    assert surprise["bits"] == pytest.approx(sum(word["bits"] for word in surprise["words"]))
    assert {"loss", "perplexity", "word_perplexity", "tokens"} <= set(surprise)
    written = document(capsys, "export", project, "one", str(folder.parent / "one-hf"), "--format", "hf")
    again = document(capsys, "predict", project, "--model", written["written"], "--text", "Anna lit the", "--top", "3")
    assert [word["word"] for word in again["predictions"]] == [word["word"] for word in predicted["predictions"]]
    several = ("predict", project, "--model", "one", "--model", written["written"], "--model", model)
    both = document(capsys, *several, "--text", "Anna lit the", "--top", "3")
    assert [each["model"] for each in both] == ["one", written["written"], model]
    assert both[0]["predictions"] == predicted["predictions"] != both[2]["predictions"]
    assert main([*several, "--text", "Anna lit the", "--top", "3"]) == 0
    head, first, *rest = capsys.readouterr().out.splitlines()
    assert head.split()[0] == "one" and head.split()[1].endswith("one-hf") and len(rest) >= 3
    assert first.split()[0] == predicted["predictions"][0]["word"].strip() and first.split()[1] == first.split()[2]
    assert any("–" in line for line in rest)
    assert main(["export", project, "one", written["written"]]) == 2  # a folder that holds files is left alone
    sharp = document(capsys, "predict", project, "--model", "one", "--text", "Anna lit the", "--temperature", "0")
    assert [word["probability"] for word in sharp["predictions"]] == [1.0]
    evaluated = document(capsys, "evaluate", project, "--model", "one", "--corpus", "tale")
    assert {"loss", "perplexity", "word_perplexity", "bits_per_byte", "accuracy", "top5_accuracy", "protocol"} <= set(
        evaluated
    )
    assert set(evaluated["leaks"]) == {"found", "checked"}
    arguments = ("generate", project, "--model", "one", "--text", "Anna", "--words", "8", "--seed", "4")
    assert document(capsys, *arguments) == document(capsys, *arguments)
    monkeypatch.setattr("sys.stdin", io.StringIO("a\nwhat?\nB\n"))
    played = document(capsys, "blind", project, "--model", "one", "--rounds", "3", "--seed", "2")
    assert [each["chosen"] for each in played["rounds"]] == ["A", "B"], "the third round was left"
    assert all(each["right"] is (each["chosen"] == each["fine_tuned"]) for each in played["rounds"])
    assert played["right"] == sum(each["right"] for each in played["rounds"])
    (first, _) = played["rounds"]
    assert first["a"] != first["b"] and first["text"] in corpus_text(folder)
    monkeypatch.setattr("sys.stdin", io.StringIO("a\nb\n"))
    assert main(["blind", project, "--model", "one", "--rounds", "2", "--seed", "2"]) == 0
    said = capsys.readouterr().out
    assert " ".join(first["a"].split()) in said and f"{played['right']} of 2 right. Who only guesses" in said
    assert main(["blind", project, "--model", model, "--text", "Anna"]) == 2


def test_the_demo_ends_with_a_command_that_can_be_pasted(
    tiny_gpt2: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(SAMPLES, EN, replace(ENGLISH_SAMPLE, model=str(tiny_gpt2)))
    monkeypatch.setattr("workbench.cli.demonstration.strong_file", lambda: None)
    monkeypatch.setitem(PRESETS, "quick", FineTuning(steps=2, batch_size=4, context_length=16))
    demonstrate(tmp_path / "light house")
    command = shlex.split(capsys.readouterr().out.splitlines()[-1])
    assert command[:3] == ["uv", "run", "main.py"]
    assert main([*command[3:], "--top", "4"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 4


def test_a_learning_rate_is_found_and_nothing_recorded(
    folder: Path, tiny_gpt2: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    chosen = ("--corpus", "tale", "--model", str(tiny_gpt2), *TINY)
    found = document(capsys, "find-rate", str(folder), *chosen)
    rates = [each["learning_rate"] for each in found["tried"]]
    assert rates == sorted(rates) and rates[0] < found["suggestion"] < rates[-1]
    assert document(capsys, "runs", str(folder)) == []


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
        pytest.param(
            ["train", "{project}", "--corpus", "tale", "--model", "starter-en", *(f"--prompt={n}" for n in range(6))],
            "6 prompts are too many",
            marks=pytest.mark.engine,
        ),
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
    root = ROOT
    shown = subprocess.run(
        [sys.executable, "main.py"], cwd=root, env=environment, capture_output=True, text=True, check=False
    )
    if sys.platform.startswith("linux"):
        assert shown.returncode == 2 and "no display" in shown.stderr


def test_listing_models_does_not_load_tensorflow(tmp_path: Path) -> None:
    script = "import sys; from workbench.cli.main import main; main(['models']); print('tensorflow' in sys.modules)"
    root = ROOT
    listed = subprocess.run([sys.executable, "-c", script], cwd=root, capture_output=True, text=True, check=True)
    assert listed.stdout.splitlines()[-1] == "False"


def test_importing_says_what_was_read_how_and_what_was_not(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    drop = tmp_path / "drop"
    drop.mkdir()
    (drop / "a.csv").write_text("label,text\n" + "".join(f"{n % 2},A row of text {n}, here\n" for n in range(12)))
    (drop / "b.txt").write_bytes("Un café, s’il vous plaît. Écrivez à moi@la.fr.".encode("cp1252"))
    (drop / "c.jpg").write_bytes(b"\xff\xd8\xff")
    found = document(capsys, "import", str(folder), str(drop), "--clean", "addresses=on", "--clean", "unwrap=off",
                     "--split", "documents", "--split-seed", "7")  # fmt: skip
    assert found["encodings"] == ["utf-8", "cp1252"] and found["split_seed"] == 7
    assert "addresses" in found["recipe"] and "unwrap" not in found["recipe"]
    assert found["removed"]["addresses"] > 0 and "c.jpg" in found["reasons"][0]
    more = tmp_path / "more.txt"
    more.write_text("Yet another text, from you@there.org.")
    again = document(capsys, "import", str(folder), "--to", "drop", str(more))
    assert len(again["files"]) == 3 and again["recipe"] == found["recipe"]


def test_an_import_can_be_tried_and_a_text_given_without_a_file(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "a.txt"
    file.write_text("See https://a.org/b for more.")
    capsys.readouterr()
    assert main(["import", str(folder), str(file), "--try", "--clean", "addresses"]) == 0
    assert "See [link] for more." in capsys.readouterr().out
    assert len(document(capsys, "corpora", str(folder))) == 1
    assert document(capsys, "import", str(folder), "--text", "One. Two. Three.", "--name", "typed")["words"] == 3


def test_an_exported_text_is_the_same_when_it_is_imported(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export-text", str(folder), "tale", str(tmp_path / "out")]) == 0
    again = document(capsys, "import", str(folder), str(tmp_path / "out"))
    first = next(row for row in document(capsys, "corpora", str(folder)) if row["corpus"] == "tale")
    assert again["sha256"] == first["sha256"] and again["split_by"] == "given"
    assert main(["export-text", str(folder), "tale", str(tmp_path / "out")]) == 2


def test_a_page_is_fetched_from_a_server_and_kept(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = b"<html><body><nav>Menu</nav><p>A page from the web, read at once.</p></body></html>"

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(page)

        def log_message(self, *_: object) -> None: ...

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        address = f"http://127.0.0.1:{server.server_port}/a%20page"
        found = document(capsys, "import", str(folder), address)
        server.shutdown()
        thread.join()
    assert found["words"] == 8 and Path(found["files"][0]).parent == folder / "sources"
    assert main(["import", str(folder), address]) == 2
    assert len(list((folder / "sources").iterdir())) == 1


@pytest.mark.parametrize(
    "wrong", [["--clean", "polish=on"], ["--clean", "minimum=few"], ["--order", "polish"], ["--encoding", "klingon"]]
)
def test_a_wrong_option_of_an_import_is_one_clear_line(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], wrong: list[str]
) -> None:
    capsys.readouterr()
    assert main(["import", str(folder), str(tmp_path / "tale.txt"), *wrong]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_who_reads_only_the_beginning_of_an_answer_hears_of_no_error() -> None:
    command = [sys.executable, "main.py", "models", "--json"]
    root = ROOT
    with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None and running.stderr is not None
        running.stdout.close()
        assert running.stderr.read() == "" and running.wait() == 0


@pytest.mark.parametrize("stream", ["stdout", "stderr"])
@pytest.mark.parametrize(
    ("words", "status"),
    [
        (["--help"], 0),
        (["--version"], 0),
        (["train", "--help"], 0),
        (["corpora", "{project}"], 0),
        (["runs", "{project}", "--json"], 0),
        (["details"], 0),
        (["corpora", "{project}-not"], 2),
        (["corpora", "--nothing"], 2),
    ],
)
def test_a_reader_who_goes_away_is_no_error_of_any_command(
    folder: Path, words: list[str], status: int, stream: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "w") as gone:
        monkeypatch.setattr(sys, stream, gone)
        assert main([word.format(project=folder) for word in words]) == status


def test_the_version_is_told_before_the_program_is_loaded() -> None:
    script = "import sys; from workbench.cli.main import main; main(['--version']); print('numpy' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert told.stdout.splitlines()[-1] == "False"
