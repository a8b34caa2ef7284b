"""What a bundled model is made from: which texts, how often, and which are held out."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from workbench.corpora.splitting import segments_of
from workbench.fine_tuning import FineTuning

SCRIPT = Path(__file__).parents[2] / "packaging" / "models" / "make.py"


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
    from workbench.pretrained.catalogue import find_model

    for name in make.MADE:
        assert find_model(f"scratch:{SCRIPT.parent / name}").parameters > 1_000_000
