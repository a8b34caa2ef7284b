"""What is handed out: on Linux an archive that installs without root, three packages for Debian, and one of all three;
on Windows a file that installs; on macOS a disk image.

The three are the program, its models and its runtime: the last two change seldom, so that an update fetches little.
The same input gives the same bytes.
"""

from __future__ import annotations

import gzip
import shutil
from collections.abc import Iterator
from pathlib import Path

from steps import macos, windows
from steps.debian import build_packages
from steps.icons import draw_icons
from steps.interpreter import version_of
from steps.layout import sizes
from steps.publisher import publisher, say_what_is_missing, with_publisher
from steps.what import APPLICATION, NAME, PACKAGING, Build, BuildError, epoch, megabytes, run, say, version

LINUX = PACKAGING / "linux"


# Before it, Python has faults of security that have been mended since.
OLDEST_PYTHON = (3, 13, 9)


def pack(build: Build) -> None:
    """Raises BuildError for a Python that must not be handed out; with --quick, which is for trying, any is good."""
    found = version_of(build.python)
    if not build.is_quick and tuple(map(int, found.split("."))) < OLDEST_PYTHON:
        raise BuildError(f"Python {found} is not handed out: {'.'.join(map(str, OLDEST_PYTHON))} or newer, or --quick")
    for made in {"linux": _for_linux, "windows": _for_windows, "macos": _for_macos}[build.system](build):
        say(f"{made.name}: {megabytes(made.stat().st_size)}")
    say_what_is_missing(publisher())


def _for_linux(build: Build) -> Iterator[Path]:
    sizes(build)
    shared = build.out / "share"
    make_shared(build, shared)
    yield from build_packages(build, shared)
    yield make_archive(build, shared)


def _for_windows(build: Build) -> Iterator[Path]:
    sizes(build)
    setup = windows.make_setup(build)
    windows.sign(setup)
    yield setup


def _for_macos(build: Build) -> Iterator[Path]:
    if build.layout.is_dir():
        sizes(build)
        macos.make_bundle(build)
    macos.sign(build)
    yield macos.make_image(build)


def make_shared(build: Build, share: Path) -> None:
    """What a desktop reads: where the program is in the menu, its icon, its types of files, its manual."""
    shutil.rmtree(share, ignore_errors=True)
    for source, place in (
        (f"{APPLICATION}.desktop", "applications"),
        (f"{APPLICATION}.metainfo.xml", "metainfo"),
        (f"{NAME}.xml", "mime/packages"),
    ):
        (share / place).mkdir(parents=True)
        shutil.copyfile(LINUX / source, share / place / source)
    metainfo = share / "metainfo" / f"{APPLICATION}.metainfo.xml"
    metainfo.write_text(with_publisher(metainfo.read_text(encoding="utf-8"), publisher()), encoding="utf-8")
    manual = share / "man" / "man1" / f"{NAME}.1.gz"
    manual.parent.mkdir(parents=True)
    manual.write_bytes(gzip.compress((LINUX / f"{NAME}.1").read_bytes(), 9, mtime=0))
    draw_icons(build, share / "icons" / "hicolor")


def make_archive(build: Build, share: Path) -> Path:
    """The layout with install.sh: …/install.sh, …/lib/nextword-workbench, …/share."""
    top = f"{NAME}-{version()}-{build.target}"
    place = build.out / top
    shutil.rmtree(place, ignore_errors=True)
    (place / "lib").mkdir(parents=True)
    shutil.copytree(share, place / "share")
    shutil.copyfile(LINUX / "install.sh", place / "install.sh")
    (place / "install.sh").chmod(0o755)
    build.layout.rename(place / "lib" / NAME)  # not copied: it is large
    archive = build.out / f"{top}.tar.zst"
    try:
        level = "-3" if build.is_quick else "-19"
        run(
            "tar", "--sort=name", f"--mtime=@{epoch()}", "--owner=0", "--group=0", "--numeric-owner",
            "--use-compress-program", f"zstd {level} -T0 -q", "-cf", archive, top, cwd=build.out,
        )  # fmt: skip
    finally:
        (place / "lib" / NAME).rename(build.layout)
        shutil.rmtree(place)
    return archive
