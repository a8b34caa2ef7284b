"""What CONTRIBUTING.md names is there."""

from __future__ import annotations

import ast
import re

from tests.places import ROOT


def test_every_file_that_a_newcomer_is_sent_to_is_there() -> None:
    written = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`([\w./]+\.(?:py|toml)|[\w/]+/)`", written))
    assert len(named) > 40
    files = {path.relative_to(ROOT).as_posix() for top in ("workbench", "tests", "packaging", "resources")
             for path in (ROOT / top).rglob("*") if "__pycache__" not in path.parts}  # fmt: skip
    ends = [*(f"/{file}" for file in files), "/main.py", "/pyproject.toml", "/artifacts", "/runs"]
    missing = [name for name in sorted(named) if not any(end.endswith("/" + name.rstrip("/")) for end in ends)]
    assert missing == []


def test_what_is_longer_than_others_has_a_reason() -> None:
    modules, functions = set(), set()
    for file in (ROOT / "workbench").rglob("*.py"):
        source = file.read_text(encoding="utf-8")
        if source.count("\n") > 300:
            modules.add(file.name)
        if source.count("\n") > 60:
            found = (each for each in ast.walk(ast.parse(source)) if isinstance(each, ast.FunctionDef))
            functions |= {(each.name, file.name) for each in found if each.end_lineno - each.lineno >= 60}
    written = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    of_modules = re.search(r"Those that are longer, and why:.*?\n- ", written, re.DOTALL)
    of_functions = re.search(r"Those that are longer lay out.*?\n- ", written, re.DOTALL)
    assert of_modules and set(re.findall(r"`(\w+\.py)`", of_modules[0])) == modules
    assert of_functions
    places = re.findall(r"`(\w+)`((?:\s+(?:in|and)\s+`\w+\.py`)+)", of_functions[0])
    assert {(name, file) for name, files in places for file in re.findall(r"`(\w+\.py)`", files)} == functions


def test_every_module_that_is_to_be_run_is_there() -> None:
    written = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    modules = set(re.findall(r"-m (tests\.[\w.]+)", written))
    assert modules
    for module in modules:
        place = ROOT / module.replace(".", "/")
        assert place.with_suffix(".py").is_file() or (place / "__main__.py").is_file(), module


def test_the_hooks_run_what_is_run_before_the_tests() -> None:
    import yaml

    (local,) = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))["repos"]
    assert local["repo"] == "local"
    asked = [line for line in (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines() if line.startswith("uv ")]
    assert [hook["entry"] for hook in local["hooks"]] == asked
    assert all(hook["language"] == "system" for hook in local["hooks"])
