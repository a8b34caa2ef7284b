"""What is built, for which system, and where its parts lie."""

from __future__ import annotations

import os
import platform
import re
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGING = ROOT / "packaging"
NAME = "nextword-workbench"
APPLICATION = "io.github.nextword_workbench.NextwordWorkbench"
PYTHON = "3.13"
# How each system is called here, and by uv: the oldest that the wheels of Qt allow.
TARGETS = {
    "linux-x86_64": "x86_64-manylinux_2_34",
    "linux-aarch64": "aarch64-manylinux_2_39",
    "windows-x86_64": "x86_64-pc-windows-msvc",
    "macos-arm64": "aarch64-apple-darwin",
}


class BuildError(SystemExit):
    """Ends the build with a sentence."""


@dataclass(frozen=True)
class Build:
    target: str
    out: Path
    is_quick: bool = False

    @property
    def layout(self) -> Path:
        return self.out / NAME

    @property
    def system(self) -> str:
        return self.target.partition("-")[0]

    @property
    def runtime(self) -> Path:
        return self.layout / "runtime"

    @property
    def python(self) -> Path:
        if self.system == "windows":
            return self.runtime / "python.exe"
        return self.runtime / "bin" / f"python{PYTHON}"

    @property
    def library(self) -> Path:
        """Python's own."""
        return self.runtime / "Lib" if self.system == "windows" else self.runtime / "lib" / f"python{PYTHON}"

    @property
    def packages(self) -> Path:
        return self.library / "site-packages"

    @property
    def launcher(self) -> Path:
        """What starts the program from a terminal."""
        return self.layout / (f"{NAME}.com" if self.system == "windows" else NAME)

    @property
    def app(self) -> Path:
        return self.layout / "app"

    @property
    def models(self) -> Path:
        return self.app / "resources" / "models"


def here() -> str:
    system = {"Linux": "linux", "Windows": "windows", "Darwin": "macos"}[platform.system()]
    machine = {"amd64": "x86_64", "arm64": "arm64" if system == "macos" else "aarch64"}
    return f"{system}-{machine.get(platform.machine().lower(), platform.machine())}"


def version() -> str:
    text = (ROOT / "workbench" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(r'__version__ = "([^"]+)"', text)
    assert found is not None
    return found[1]


def epoch() -> int:
    """The moment that everything is dated to: that of the last change, so that the same input gives the same bytes."""
    return int(os.environ.get("SOURCE_DATE_EPOCH") or run("git", "log", "-1", "--format=%ct", cwd=PACKAGING))


def say(text: str) -> None:
    print(text, flush=True)


def run(*command: str | Path, **how: object) -> str:
    """What it prints. Raises BuildError where it fails."""
    done = subprocess.run([str(each) for each in command], capture_output=True, text=True, check=False, **how)
    if done.returncode:
        raise BuildError(f"{' '.join(map(str, command))[:200]}\n{done.stdout[-2000:]}{done.stderr[-4000:]}")
    return done.stdout


def size(paths: Sequence[Path]) -> int:
    """Bytes of all files below, what is linked twice counted once."""
    seen: dict[tuple[int, int], int] = {}
    for path in paths:
        for file in (path, *path.rglob("*")) if path.is_dir() else (path,):
            if file.is_file() and not file.is_symlink():
                status = file.stat()
                seen[status.st_dev, status.st_ino] = status.st_size
    return sum(seen.values())


def megabytes(count: int) -> str:
    return f"{count / 1e6:,.1f} MB"
