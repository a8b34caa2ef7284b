"""Where a cleaning step applies, as it is chosen below the list of steps, is what the cleaner does."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from workbench.corpora.cleaning.cleaner import Cleaner
from workbench.gui.text.recipe_panel import RecipePanel
from workbench.values.importing import Scope


@pytest.mark.parametrize(("where", "cleaned"), [(Scope.NEVER, "a<b>b</b>"), (Scope.ALWAYS, "ab")])
def test_where_a_step_applies_is_where_it_is_applied(qtbot: QtBot, where: Scope, cleaned: str) -> None:
    panel = RecipePanel()
    qtbot.addWidget(panel)
    panel.default.click()
    rows = [setting.name for setting in panel.recipe]
    panel.steps.setCurrentRow(rows.index("html"))
    for each in (Scope.ALWAYS, where):
        panel.where.setCurrentIndex(panel.where.findData(each))
        panel.where.activated.emit(panel.where.currentIndex())
    cleaner = Cleaner(panel.recipe)
    cleaner.begin_document()
    assert "".join(joiner + block for joiner, block in cleaner.clean(["a<b>b</b>"], paged=False)) == cleaned
