"""What was made is tried as people get it: elsewhere than it was made, under an odd name, unwritable, with nothing set;
and what is handed out is installed, started, installed over itself, and removed again."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from steps import macos
from steps.what import NAME, ROOT, Build, BuildError, run, say, version

ODD = "a path 灯"
SAMPLE = ROOT / "resources" / "samples" / "keepers-log.txt"
NOBODY = 65534


def try_layout(build: Build) -> None:
    """Raises BuildError where anything is not as it should be, and for any line on standard error."""
    place = build.out / ODD
    place.mkdir(exist_ok=True)
    moved = place / NAME
    build.layout.rename(moved)
    try:
        before = _state(moved)
        with _home() as home:
            _check(moved / build.launcher.name, home)
            written = sorted(str(path.relative_to(home)) for path in home.rglob("*") if path.is_file())
            say(f"written to the home folder: {', '.join(written)}")
        if _state(moved) != before:
            raise BuildError("something was written into the layout")
    finally:
        moved.rename(build.layout)
        shutil.rmtree(place, ignore_errors=True)


@dataclass(frozen=True)
class Way:
    """How what is handed out gets onto a computer and off it again."""

    launcher: Path
    install: Callable[[], object]
    remove: Callable[[], object]


def try_package(build: Build) -> None:
    """Raises BuildError where anything is not as it should be."""
    with _home() as home, tempfile.TemporaryDirectory() as name:
        place = Path(name).resolve() / ODD
        place.mkdir()
        place.parent.chmod(0o755)
        way = {"linux": _on_linux, "windows": _on_windows, "macos": _on_macos}[build.system](build, place)
        launcher = way.launcher
        way.install()
        _check(launcher, home)
        project = home / "a project"
        for words in (
            ("new", str(project)),
            ("import", str(project), str(SAMPLE), "--name", "log"),
            ("train", str(project), "--corpus", "log", "--model", "starter-en", "--name", "first", "--set", "steps=5"),
        ):
            _start(launcher, home, *words)
        way.install()
        say(f"installed over itself: {_start(launcher, home, '--version').strip()}")
        _start(launcher, home, "runs", str(project))
        way.remove()
        if launcher.exists():
            raise BuildError(f"{launcher} is left")
        if not (project / "project.sqlite").is_file():
            raise BuildError("the person's project is gone")
        say("removed; the project is still there")


def _on_linux(build: Build, place: Path) -> Way:
    top = f"{NAME}-{version()}-{build.target}"
    run("tar", "--zstd", "-xf", build.out / f"{top}.tar.zst", "-C", place)
    script, prefix = place / top / "install.sh", place / "prefix"
    return Way(
        prefix / "bin" / NAME,
        lambda: run(script, "--prefix", prefix),
        lambda: run(script, "--remove", "--prefix", prefix),
    )


def _on_windows(build: Build, place: Path) -> Way:
    setup, folder = build.out / f"{NAME}-{version()}-{build.target}-setup.exe", place / NAME

    def remove() -> None:
        # Told its own folder, it works where it lies and is waited for; without quotes, as it wants that.
        subprocess.run(f'"{folder / "uninstall.exe"}" /S _?={folder}', check=True)

    def install() -> None:
        subprocess.run(f'"{setup}" /S /D={folder}', check=True)

    return Way(folder / build.launcher.name, install, remove)


def _on_macos(build: Build, place: Path) -> Way:
    image = build.out / f"{NAME}-{version()}-{build.target}.dmg"
    application = place / macos.bundle(build).name

    def install() -> None:
        mounted = place / "mounted"
        run("hdiutil", "attach", image, "-nobrowse", "-readonly", "-mountpoint", mounted)
        try:
            shutil.rmtree(application, ignore_errors=True)
            run("ditto", mounted / application.name, application)
        finally:
            run("hdiutil", "detach", mounted)

    return Way(application / "Contents" / "MacOS" / NAME, install, lambda: shutil.rmtree(application))


@contextmanager
def _home() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o777)
        yield Path(name)


def _check(launcher: Path, home: Path) -> None:
    said = _start(launcher, home, "--version")
    say(f"version {said.strip()}")
    found = json.loads(_start(launcher, home, "--self-test"))
    wrong = [each["sentence"] for each in found["checks"] if not each["passed"]]
    if wrong:
        raise BuildError("\n".join(wrong))
    say(f"self-test: {len(found['checks'])} checks passed in {found['seconds']} s")
    painted = _start(launcher, home, NEXTWORD_STARTUP_REPORT="1")
    if "first paint after" not in painted:
        raise BuildError(f"no window was painted: {painted}")
    say(painted.strip())


def _start(launcher: Path, home: Path, *words: str, **environment: str) -> str:
    """As somebody who may write to nothing but `home`."""
    is_root = hasattr(os, "getuid") and os.getuid() == 0
    who = {"user": NOBODY, "group": NOBODY, "extra_groups": []} if is_root else {}
    given = {"HOME": str(home), "PATH": "/usr/bin:/bin"}
    if os.name == "nt":  # whose programs do not start without what the system sets
        given = {**os.environ, "NEXTWORD_DATA": str(home / "data")}
    kept = {**given, "QT_QPA_PLATFORM": "offscreen", **environment}
    done = subprocess.run(
        [launcher, *words], env=kept, cwd=home, capture_output=True, text=True, check=False, timeout=600,
        encoding="utf-8", **who,
    )  # fmt: skip
    is_quiet = not done.stderr or words[:1] in (("import",), ("train",))  # which tell how far they are
    if done.returncode or not is_quiet:
        raise BuildError(
            f"{NAME} {' '.join(words)}: status {done.returncode}\n{done.stdout[-3000:]}\n{done.stderr[-3000:]}"
        )
    return done.stdout


def _state(layout: Path) -> dict[str, tuple[int, int]]:
    return {
        str(path.relative_to(layout)): (path.lstat().st_size, path.lstat().st_mtime_ns)
        for path in layout.rglob("*")
        if not path.is_dir()
    }
