"""The tests, run by the Python and with the libraries that are handed out."""

from __future__ import annotations

import os
import subprocess
import tomllib
from collections.abc import Sequence

from steps.what import PYTHON, ROOT, TARGETS, Build, BuildError, run

# What looks at the tree of the sources or needs the tools that are left out.
NOT_IN_A_LAYOUT = ("tests/packaging",)


def test_layout(build: Build, words: Sequence[str]) -> int:
    """The status of pytest. The program is that of this tree, the libraries are the layout's; the tools that the tests
    need lie beside them and come after them. Raises BuildError where the tree has no environment of its own."""
    tools_of_qt = ROOT / ".venv" / "bin" / "python"  # lupdate and lrelease, which a layout is without
    if not tools_of_qt.exists():
        raise BuildError("uv sync first: the translations are compiled, and looked for, by what a layout is without")
    tools = build.out / "test-tools"
    if not tools.is_dir():
        dev = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
        constraints = build.out / "constraints.txt"
        constraints.write_text("\n".join(dev["tool"]["uv"]["constraint-dependencies"]) + "\n", encoding="utf-8")
        run(
            "uv", "pip", "install", "--quiet", "--target", tools, "--python-platform", TARGETS[build.target],
            "--python-version", PYTHON, "--constraints", constraints, *dev["dependency-groups"]["dev"],
        )  # fmt: skip
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    left_out = [f"--ignore={name}" for name in NOT_IN_A_LAYOUT]
    kept["QT_TOOLS_PYTHON"] = str(tools_of_qt)
    # -P and no isolation: the processes that tests start find the tools as well.
    command = [build.python, "-P", "-m", "pytest", *left_out, *words]
    done = subprocess.run(
        command, cwd=ROOT, check=False,
        env=kept | {"PYTHONPATH": f"{build.packages}{os.pathsep}{tools}", "PYTHONDONTWRITEBYTECODE": "1"},
    )  # fmt: skip
    return done.returncode
