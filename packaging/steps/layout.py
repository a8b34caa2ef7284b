"""The whole program as a folder that can lie anywhere: a Python, the wheels, the models, the program itself."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from pathlib import Path

from steps.interpreter import copy_python, version_of
from steps.licences import third_party
from steps.lock import LOCKED, check
from steps.macos import thin
from steps.prune import LIST, patterns, prune
from steps.what import NAME, PACKAGING, PYTHON, ROOT, TARGETS, Build, BuildError, megabytes, run, say, size, version
from steps.windows import make_launchers

# The debugger's names of what is in them: a quarter of TensorFlow. The names by which libraries find each other stay.
STRIPPED = (
    "tensorflow/libtensorflow_cc.so.*",
    "tensorflow/libtensorflow_framework.so.*",
    "tensorflow/compiler/**/*.so",
    "tensorflow/lite/**/*.so",
    "tensorflow/python/**/*.so",
    "../lib-dynload/*.so",
    "../../libpython*.so.*",
)
RUNTIME = "runtime.json"  # in it, what it was made of
LAUNCHER = PACKAGING / "launcher.sh"


def lay_out(build: Build, python: Path) -> None:
    """A runtime that was made of the same is kept: it takes minutes, and what changes is mostly the program."""
    python_version = version_of(python)
    wanted = {"id": runtime_id(build, python_version)}
    told = build.runtime / RUNTIME
    if not told.is_file() or json.loads(told.read_text(encoding="utf-8")) != wanted:
        shutil.rmtree(build.layout, ignore_errors=True)
        build.layout.mkdir(parents=True)
        _make_runtime(build, python)
        told.write_text(json.dumps(wanted), encoding="utf-8")
    for path in build.layout.iterdir():
        if path.name != "runtime":
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    _copy_program(build)
    licences = third_party(build.packages, python_version)
    (build.layout / "THIRD-PARTY.txt").write_text(licences, encoding="utf-8")
    _compile(build, build.app)
    sizes(build)


def _make_runtime(build: Build, python: Path) -> None:
    python_version = copy_python(build, python)
    say(f"Python {python_version}: {megabytes(size([build.layout / 'runtime']))}")
    _install(build)
    say(f"wheels: {megabytes(size([build.packages]))}")
    say(f"pruned: {megabytes(prune(build.packages, build.target))}")
    if build.system == "linux":
        say(f"stripped: {megabytes(_strip(build))}")
    if build.system == "macos":
        say(f"of other processors: {megabytes(thin(build))}")
    _compile(build, build.library)


def runtime_id(build: Build, python_version: str) -> str:
    """Another one where anything in the runtime is: an update that has the same one need not fetch it."""
    digest = hashlib.sha256(f"{python_version} {STRIPPED}".encode())
    digest.update((LOCKED / f"{build.target}.txt").read_bytes())
    digest.update("\n".join(patterns(LIST.read_text(encoding="utf-8"), build.target)).encode())
    return digest.hexdigest()[:12]


def sizes(build: Build) -> None:
    parts = {"runtime": size([build.runtime]), "models": size([build.models])}
    parts["program"] = size([build.layout]) - sum(parts.values())
    for name, bytes_ in (*parts.items(), ("installed", sum(parts.values()))):
        say(f"{name}: {megabytes(bytes_)}")


def _install(build: Build) -> None:
    install_wheels(build.target, build.packages, build.python)
    if build.system == "windows":
        for library in (build.packages / "Scripts").glob("*.dll"):  # of Microsoft's C++, which a new computer lacks
            shutil.move(library, build.runtime / library.name)
    # The program lies beside, so that an update of it leaves all this as it is.
    way = os.path.relpath(build.app, build.packages)
    (build.packages / f"{NAME}.pth").write_text(f"{way}\n", encoding="utf-8")


def install_wheels(target: str, place: Path, *python: Path) -> None:
    """By hash, and nothing that the lock does not name; for `target`, whichever system this is."""
    locked = LOCKED / f"{target}.txt"
    check(locked.read_text(encoding="utf-8"))
    interpreter = [word for path in python for word in ("--python", path)]
    run(
        "uv", "pip", "install", "--quiet", *interpreter, "--target", place, "--no-deps", "--require-hashes",
        "--only-binary", ":all:", "--link-mode", "copy", "--python-platform", TARGETS[target],
        "--python-version", PYTHON, "-r", locked,
    )  # fmt: skip


def try_wheels(build: Build) -> None:
    """Whether the lock of a system can be installed, and each line of the list of what is left out says something
    there: so much can be tried of another system than this one."""
    place = build.out / f"wheels-{build.target}"
    shutil.rmtree(place, ignore_errors=True)
    install_wheels(build.target, place)
    say(f"wheels of {build.target}: {megabytes(size([place]))}")
    say(f"pruned: {megabytes(prune(place, build.target))}")
    say(f"left: {megabytes(size([place]))}")
    shutil.rmtree(place)


def _strip(build: Build) -> int:
    before = size([build.layout])
    for pattern in STRIPPED:
        start, below = build.packages, pattern
        while below.startswith("../"):  # which a pattern cannot say itself
            start, below = start.parent, below.removeprefix("../")
        found = sorted(start.glob(below))
        if not found:
            raise BuildError(f"nothing to strip is called {pattern}")
        for file in found:
            run("strip", "--strip-unneeded", file)
    return before - size([build.layout])


def _copy_program(build: Build) -> None:
    build.app.mkdir()
    unwanted = shutil.ignore_patterns("__pycache__", "*.pyc", "*.qm")
    shutil.copytree(ROOT / "workbench", build.app / "workbench", ignore=unwanted)
    shutil.copytree(ROOT / "resources", build.app / "resources", ignore=unwanted)
    for name in ("LICENSE", "CHANGELOG.md"):
        shutil.copyfile(ROOT / name, build.layout / name)
    metadata = build.app / f"{NAME.replace('-', '_')}-{version()}.dist-info"
    metadata.mkdir()
    (metadata / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {NAME}\nVersion: {version()}\n", encoding="utf-8")
    _release_translations(build)
    if build.system == "windows":
        make_launchers(build)
    else:
        shutil.copyfile(LAUNCHER, build.launcher)
        build.launcher.chmod(0o755)


def _release_translations(build: Build) -> None:
    """As Qt reads them: where they are installed nothing can be written, and the tool for it is left out."""
    locked = (LOCKED / f"{build.target}.txt").read_text(encoding="utf-8")
    qt = next(line.split()[0] for line in locked.splitlines() if line.startswith("pyside6-essentials=="))
    for source in (build.app / "resources" / "translations").glob("*.ts"):
        target = source.with_suffix(".qm")
        run("uv", "tool", "run", "--quiet", "--from", qt, "pyside6-lrelease", "-silent", source, "-qm", target)


def _compile(build: Build, folder: Path) -> None:
    """Not looked at again: what is installed is not edited, and its folder may not be writable."""
    run(
        build.python, "-I", "-m", "compileall", "-q", "-j", "2", "--invalidation-mode", "unchecked-hash",
        folder,
    )  # fmt: skip
