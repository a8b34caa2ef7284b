"""An AppDir, and the file system of an AppImage from it.

What makes an AppImage of that is a small program which is put before it (AppImage's type 2 runtime); it is not made
here. Where one is given, the two are joined.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from steps.pack import make_shared
from steps.what import APPLICATION, NAME, Build, epoch, run, version

RUN = f"""#!/bin/sh
here=$(dirname "$(readlink -f "$0")")
exec "$here/usr/lib/{NAME}/{NAME}" "$@"
"""


def make_appimage(build: Build, runtime: Path | None) -> Path:
    folder = build.out / f"{NAME}.AppDir"
    shutil.rmtree(folder, ignore_errors=True)
    share = folder / "usr" / "share"
    make_shared(build, share)
    (folder / "AppRun").write_text(RUN, encoding="utf-8")
    (folder / "AppRun").chmod(0o755)
    desktop = f"{APPLICATION}.desktop"
    shutil.copyfile(share / "applications" / desktop, folder / desktop)
    icon = share / "icons" / "hicolor" / "256x256" / "apps" / f"{APPLICATION}.png"
    shutil.copyfile(icon, folder / icon.name)
    (folder / ".DirIcon").symlink_to(icon.name)
    place = folder / "usr" / "lib" / NAME
    place.parent.mkdir()
    build.layout.rename(place)  # not copied: it is large
    squashed = build.out / f"{NAME}-{version()}-{build.target}.squashfs"
    squashed.unlink(missing_ok=True)
    try:
        level = "3" if build.is_quick else "19"
        run(
            "mksquashfs", folder, squashed, "-quiet", "-no-progress", "-all-root", "-comp", "zstd",
            "-Xcompression-level", level, "-all-time", str(epoch()), "-mkfs-time", str(epoch()),
        )  # fmt: skip
    finally:
        place.rename(build.layout)
        shutil.rmtree(folder)
    if runtime is None:
        return squashed
    made = squashed.with_suffix(".AppImage")
    with made.open("wb") as file:
        for part in (runtime, squashed):
            with part.open("rb") as opened:
                shutil.copyfileobj(opened, file)
    made.chmod(0o755)
    squashed.unlink()
    return made
