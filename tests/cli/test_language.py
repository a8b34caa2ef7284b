"""The command line in another language: its words change, what other programs read does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench.cli.help_formatter import columns
from workbench.cli.main import main
from workbench.ground.speech import ZH_HANS, spoken_by
from workbench.project.project import Project


def test_help_and_mistakes_are_in_the_language_that_is_named_first(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    assert main(["--language", "zh-CN", "train", "--help"]) == 0
    told = capsys.readouterr().out
    assert told.startswith("用法：") and max(map(columns, told.splitlines())) <= 80 and "learning_rate、" in told
    assert main(["--language=zh", "corpora", "/nowhere"]) == 2
    assert "没有项目" in capsys.readouterr().err
    assert main(["--language", "fr", "corpora"]) == 2
    assert "it is one of en, zh_Hans" in capsys.readouterr().err
    assert main(["--language", "en", "corpora", "/nowhere"], language=spoken_by(ZH_HANS)) == 2
    assert "There is no project" in capsys.readouterr().err


def test_json_is_the_same_in_every_language(tale_project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    tale_project.close()
    found = []
    for language in ("en", "zh"):
        assert main(["--language", language, "models", str(tale_project.folder), "--json"]) == 0
        assert main(["--language", language, "corpora", str(tale_project.folder), "--json"]) == 0
        found.append(capsys.readouterr().out)
    assert found[0] == found[1]


def test_a_report_is_in_its_own_language(
    tale_project: Project, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from tests.gui.faces import ended

    ended(tale_project, "first")
    tale_project.close()
    page = tmp_path / "page.html"
    assert main(["report", str(tale_project.folder), "first", "--to", str(page), "--language", "zh"]) == 0
    written = page.read_text(encoding="utf-8")
    assert '<html lang="zh-Hans">' in written and "学习过程" in written and "Noto Sans CJK SC" in written
    assert "Wrote" in capsys.readouterr().out
