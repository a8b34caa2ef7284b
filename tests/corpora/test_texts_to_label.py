"""Which texts of a file are to be labelled."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench.corpora.texts_to_label import texts_to_label
from workbench.ground.generators import last
from workbench.messages.errors import KnownError

SAID = ["The soup was cold, and so was I.", "Bright morning, kind people.", "We came back twice in one week."]


def test_each_line_of_a_text_is_one(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f" {SAID[0]}\n\n{SAID[1]}\r\n{SAID[2]}", encoding="utf-8")
    assert last(texts_to_label(tmp_path / "a.txt")) == tuple(SAID)


@pytest.mark.parametrize("label", ["label", ""])
def test_of_a_table_it_is_the_text_column_whether_or_not_its_rows_are_labelled(tmp_path: Path, label: str) -> None:
    rows = [f'{number},"{text}"' + (f",{'good' if number % 2 else 'bad'}" if label else "")
            for number, text in enumerate(SAID * 8)]  # fmt: skip
    (tmp_path / "a.csv").write_text("\n".join(["no,review" + (f",{label}" if label else ""), *rows]), encoding="utf-8")
    assert last(texts_to_label(tmp_path / "a.csv")) == tuple(SAID * 8)


def test_a_file_without_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(" \n\n", encoding="utf-8")
    with pytest.raises(KnownError) as refused:
        last(texts_to_label(tmp_path / "a.txt"))
    assert refused.value.code == "file.empty"
