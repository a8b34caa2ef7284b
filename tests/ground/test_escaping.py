"""Names as others will read them: shown, neither followed nor computed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.ground.escaping import in_markdown, in_spreadsheet, row_in_spreadsheet


@pytest.mark.parametrize("name", ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "-", "- said Anna"])
def test_what_a_spreadsheet_would_compute_is_shown(name: str) -> None:
    assert in_spreadsheet(name) == f"'{name}"


@pytest.mark.parametrize("cell", ["-0.5", "+3", "-1,234.5", "-1.5e-7", "+12 %", "Anna", "", "a=b", "'quoted'", "2-1"])
def test_numbers_and_words_stay_as_they_are(cell: str) -> None:
    assert in_spreadsheet(cell) == cell


def test_only_texts_are_touched() -> None:
    assert row_in_spreadsheet(("=a", -0.5, 3, None)) == ["'=a", -0.5, 3, None]


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("<script>alert(1)</script>", "\\<script\\>alert(1)\\</script\\>"),
        ("[here](javascript:x)", "\\[here\\](javascript:x)"),
        ("a | b\n# c", "a \\| b # c"),
        ("*bold* _it_ `code` &lt;", "\\*bold\\* \\_it\\_ \\`code\\` \\&lt;"),
        ("learning_rate 0.1 & more", "learning_rate 0.1 & more"),
        ("# heading", "\\# heading"),
    ],
)
def test_a_name_is_no_markdown(name: str, written: str) -> None:
    assert in_markdown(name) == written


@given(st.text())
def test_a_name_stays_on_its_line(name: str) -> None:
    assert len(in_markdown(name).splitlines()) <= 1
