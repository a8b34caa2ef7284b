"""Notebooks: what a cell says, and what running it printed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from workbench.corpora.reading.readers import file_on_disk, read_document, read_pieces
from workbench.messages.errors import KnownError
from workbench.values.importing import Reading


def notebook(path: Path, *outputs: dict[str, Any], **cell: Any) -> Path:
    code = {"cell_type": "code", "source": ["print(1)\n", "1"], "outputs": list(outputs), **cell}
    path.write_text(json.dumps({"cells": [{"cell_type": "markdown", "source": "# Title"}, code], "nbformat": 4}))
    return path


def test_what_cells_printed_is_read_after_them(tmp_path: Path) -> None:
    file = notebook(
        tmp_path / "a.ipynb",
        {"output_type": "stream", "name": "stdout", "text": ["7.29\n", "\x1b[31mred\x1b[0m\n"]},
        {"output_type": "execute_result", "data": {"text/plain": ["E = mc^2"], "text/html": ["<b>E</b>"]}},
        {"output_type": "display_data", "data": {"text/markdown": "Some *words*", "text/plain": "<Markdown object>"}},
    )
    assert read_document(file)[0].split("\n\n") == [
        "# Title",
        "print(1)\n1",
        "7.29\nred",
        "E = mc^2",
        "Some *words*",
        "",
    ]


def test_pictures_warnings_and_errors_are_counted_as_left_out(tmp_path: Path) -> None:
    path = notebook(
        tmp_path / "a.ipynb",
        {"output_type": "stream", "name": "stderr", "text": "FutureWarning: …"},
        {"output_type": "display_data", "data": {"image/png": "iVBORw0KGgo=", "text/plain": "a plot"}},
        {"output_type": "execute_result", "data": {"text/plain": "<matplotlib.lines.Line2D at 0x7f3a>"}},
        {"output_type": "error", "ename": "ValueError", "evalue": "bad", "traceback": ["Traceback …"]},
    )
    file = file_on_disk(path)
    assert "".join(read_pieces(file, ".ipynb", Reading())) == "# Title\n\nprint(1)\n1\n\n"
    (passed,) = file.notes.report().passed_over
    assert (passed.reason.code, passed.count, passed.is_meant) == ("passed.outputs", 4, True)


def test_a_notebook_of_an_older_form_is_read(tmp_path: Path) -> None:
    outputs = [
        {"output_type": "pyout", "text": ["4"]},
        {"output_type": "display_data", "png": "iVBO", "text": ["plot"]},
    ]
    cell = {"cell_type": "code", "input": "2 + 2", "outputs": outputs}
    path = tmp_path / "a.ipynb"
    path.write_text(json.dumps({"worksheets": [{"cells": [cell]}], "nbformat": 3}))
    assert read_document(path)[0] == "2 + 2\n\n4\n\n"


@pytest.mark.parametrize("outputs", [["text"], [3], [{"output_type": "stream", "text": 3}], [{"data": []}], 3])
def test_outputs_that_are_none_are_damage(tmp_path: Path, outputs: Any) -> None:
    with pytest.raises(KnownError) as caught:
        read_document(notebook(tmp_path / "a.ipynb", source="x", outputs=outputs))
    assert caught.value.code == "file.damaged"
