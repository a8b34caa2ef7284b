"""Tables for spreadsheets."""

from __future__ import annotations

from workbench.gui.parts.saving import as_csv


def test_a_cell_that_looks_like_a_formula_is_shown_and_a_number_stays_one() -> None:
    assert as_csv([("run", "loss"), ("=cmd()", "-0.5"), ("@b", -1.5)]) == "run,loss\n'=cmd(),-0.5\n'@b,-1.5\n"
