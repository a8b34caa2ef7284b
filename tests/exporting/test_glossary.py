"""The glossary as a page, and examples from a run."""

from __future__ import annotations

import dataclasses
import math
from pathlib import Path

import pytest

from tests.gui.faces import made
from workbench.exporting.glossary import example_of, write_glossary
from workbench.ground.speech import ZH_HANS, spoken_by
from workbench.messages.rendering import ENGLISH
from workbench.messages.terms.glossary import TERMS
from workbench.project.project import Project


def test_the_page_has_every_term_in_the_language_asked_for(tmp_path: Path) -> None:
    english = write_glossary(tmp_path / "new" / "glossary.html").read_text(encoding="utf-8")
    chinese = write_glossary(tmp_path / "zh.html", spoken_by(ZH_HANS)).read_text(encoding="utf-8")
    for name in TERMS:
        assert f'id="{name}"' in english and f'id="{name}"' in chinese
    assert "as unsure as if it had to pick" in english and "困惑度" in chinese and "<svg" in english
    assert "http" not in english.replace("http://www.w3.org/2000/svg", "")


def test_an_example_is_taken_from_a_run_as_far_as_it_was_measured(tale_project: Project) -> None:
    run = made(tale_project, "quick")
    whose, fixed = example_of(TERMS["perplexity"], run, ENGLISH)
    assert whose == "Example:" and "131" in fixed
    run = dataclasses.replace(run, base_validation_loss=math.log(131), best_validation_loss=math.log(16.3))
    assert example_of(TERMS["perplexity"], run, ENGLISH) == (
        "Your run “quick”:",
        "Perplexity went from 131 to 16.3: in the end as unsure as if it picked among 16 equally likely tokens.",
    )
    assert example_of(TERMS["bits_per_byte"], run, ENGLISH)[0] == "Example:"  # its bytes were not counted


@pytest.mark.parametrize(("asked", "answer"), [("dropout", "switched off by chance"), ("zeppelin", "No term")])
def test_the_command_line_explains_a_term(capsys: pytest.CaptureFixture[str], asked: str, answer: str) -> None:
    from workbench.cli.main import main

    main(["glossary", asked])
    told = capsys.readouterr()
    assert answer in told.out + told.err
