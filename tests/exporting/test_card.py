"""What an exported model says about itself."""

from __future__ import annotations

import yaml

from workbench.exporting.card import ExportCard, readme


def test_the_readme_of_an_exported_model_shows_names_and_lets_none_of_them_into_its_head() -> None:
    card = ExportCard(
        "<b>run</b>", ("en", "no", "x\nlicense: mit"), "cc-by-4.0", "a [text](x)", facts=(("Text", "a | b"),)
    )
    head, _, rest = readme(card, "").removeprefix("---\n").partition("\n---\n")
    told = yaml.safe_load(head)
    assert told["language"] == ["en", "no"] and told["license"] == "cc-by-4.0"
    assert "# \\<b\\>run\\</b\\>\n" in rest and "a \\[text\\](x)" in rest and "| Text | a \\| b |" in rest
