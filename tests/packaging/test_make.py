"""What a bundled model is made from: which texts, how often, and which are held out."""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType

import pytest

from tests.corpora.segments import segments_of
from tests.places import ROOT
from tests.tiny_models import tale
from workbench.project.project import Project
from workbench.values.fine_tuning import FineTuning

SCRIPT = ROOT / "packaging" / "models" / "make.py"


@pytest.fixture(scope="module")
def make() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make", SCRIPT)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["make"] = module  # dataclasses look there
    spec.loader.exec_module(module)
    return module


def test_styles_are_repeated_and_bounded_and_held_out_texts_are_for_validation_alone(
    make: ModuleType, tmp_path: Path
) -> None:
    texts = tmp_path / "texts"
    (texts / "valid").mkdir(parents=True)
    rows = [("new.txt", "modern"), ("old.txt", "plain"), ("short.txt", "poetry"), ("long.txt", "poetry")]
    for name, _ in rows:
        (texts / name).write_text(f"This is {name}." + " More." * (100 if name == "long.txt" else 0))
    (texts / "valid" / "book.txt").write_text("A held-out book.")
    manifest = "\r\n".join(["file\tstyle", *map("\t".join, rows), "valid/book.txt\tplain"])
    (texts / "manifest.tsv").write_bytes(manifest.encode())
    making = make.Pretraining(FineTuning(), held_out=("valid",), times={"modern": 3}, largest={"poetry": 100})
    make.prepare(texts, making, tmp_path / "made")
    train = list(segments_of((tmp_path / "made" / "train.txt").read_text()))
    assert [text.strip() for text in train] == ["This is new.txt."] * 3 + ["This is old.txt.", "This is short.txt."]
    assert (tmp_path / "made" / "validation.txt").read_text() == "A held-out book."


def test_every_architecture_that_can_be_made_is_one_that_can_be_opened(make: ModuleType) -> None:
    from workbench.models.catalogue import find_model

    for name in make.MADE:
        assert find_model(f"scratch:{SCRIPT.parent / name}").parameters > 1_000_000


def test_a_model_is_finished_and_taken_up_again_and_its_card_counts_everything_it_has_read(
    make: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    architecture = json.loads((SCRIPT.parent / "gpt-en" / "config.json").read_text())
    small = {"vocab_size": 300, "n_positions": 32, "n_embd": 16, "n_layer": 1, "n_head": 2, "n_inner": 32}
    (tmp_path / "gpt-en").mkdir()
    (tmp_path / "gpt-en" / "config.json").write_text(json.dumps(architecture | small))
    (tmp_path / "gpt-en" / "card.json").write_bytes((SCRIPT.parent / "gpt-en" / "card.json").read_bytes())
    texts = tmp_path / "texts"
    (texts / "valid").mkdir(parents=True)
    (texts / "book.txt").write_text(tale(200))
    (texts / "valid" / "held out.txt").write_text(tale(40, seed=1))
    (texts / "manifest.tsv").write_text("file\tstyle\nbook.txt\tplain\n")
    settings = FineTuning(steps=5, batch_size=2, context_length=32, learning_rate=1e-3, patience=0)
    monkeypatch.setitem(make.MADE, "gpt-en", make.Pretraining(settings, held_out=("valid",)))
    monkeypatch.setattr(make, "HERE", tmp_path)
    monkeypatch.setattr(make, "resource", lambda _: tmp_path / "published")
    (tmp_path / "published").mkdir()
    for options in ([], ["--finish", "4"], ["--again", "3"], ["--again", "2"]):
        monkeypatch.setattr(sys, "argv", ["make.py", "gpt-en", str(texts), str(tmp_path / "project"), *options])
        make.main()
    with Project.open(tmp_path / "project") as project:
        runs = sorted(project.runs.every(), key=lambda run: run.id)
        curves = [project.runs.curves(run, ["validation_loss"])["validation_loss"] for run in runs[:-1]]
    assert [(run.steps, run.fine_tuning.learning_rate) for run in runs] == [(5, 1e-3), (4, 1e-3), (3, 5e-4), (2, 5e-4)]
    assert [run.model for run in runs[1:]] == [run.name for run in runs[:-1]]
    read = [*(int(curve.steps[curve.values.argmin()]) for curve in curves), 2]  # each run begins with the best
    card = (tmp_path / "published" / "gpt-en" / "README.md").read_text()
    assert f"{sum(read) * 2 * 32:,} in" in card and f"{' + '.join(map(str, read))} steps" in card
