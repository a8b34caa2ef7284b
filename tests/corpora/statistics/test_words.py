"""What counts as a word where a text is shortened or looked at, in scripts with and without spaces."""

from __future__ import annotations

import pytest

from workbench.corpora.reading.formats.columns import guess_columns
from workbench.corpora.statistics.words import beginning, words
from workbench.project.project import Project
from workbench.services.workbench import Workbench

CHINESE = "人人生而自由，在尊严和权利上一律平等。他们赋有理性和良心，并应以兄弟关系的精神相对待。"
THAI = "มนุษย์ทั้งหลายเกิดมามีอิสระและเสมอภาคกันในเกียรติศักดิ์และสิทธิ"


@pytest.mark.parametrize(
    "text", ["The old captain went down", CHINESE, THAI, "他说 the old 老残游记", "“Well,\n\nhe said"]
)
def test_a_text_begins_with_so_many_of_its_words(text: str) -> None:
    found = beginning(text, 3)
    assert words(found) == words(text)[:3] and len(found) < len(text)
    assert " ".join(text.split()).startswith(found)


def test_a_pasted_text_is_called_by_its_first_words(project: Project) -> None:
    for _ in Workbench(project).texts.import_text(20 * f"{CHINESE}\n\n"):
        pass
    (corpus,) = project.corpora.every()
    assert words(corpus.name) == words(CHINESE)[:5]


def test_the_text_of_a_table_is_found_in_scripts_without_spaces() -> None:
    parts = words(THAI)
    rows = [{"subject": f"No {number} of them", "body": "".join(parts[number:] + parts)} for number in range(9)]
    assert guess_columns(rows, ["subject", "body"])[0] == "body"
