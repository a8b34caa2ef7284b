"""For Windows: what starts the program, and one file that installs it for one person, without an administrator.

Needs gcc and windres of MinGW, and makensis: on Windows as on Debian, where all of it but the layout is tried under
wine (`packaging/try_setup.sh`).
"""

from __future__ import annotations

import json
import os
import platform
import shutil
import tempfile
from pathlib import Path

from steps.icons import draw_ico
from steps.what import NAME, PACKAGING, Build, run, say, size, version

WINDOWS = PACKAGING / "windows"
# In the environment: the SHA-1 of a certificate in the store of whoever signs, and who says when it was signed.
SIGNER, TIMESTAMPS = "WINDOWS_CERTIFICATE_SHA1", "WINDOWS_TIMESTAMP_SERVER"
MAKENSIS = r"C:\Program Files (x86)\NSIS\makensis.exe"  # its installer puts it on no path
PREFIX = "" if platform.system() == "Windows" else "x86_64-w64-mingw32-"  # how MinGW calls its tools
# nextword-workbench.exe is what the menu starts; a terminal prefers .com, which it waits for.
LAUNCHERS = {"exe": ["-municode", "-mwindows"], "com": ["-municode", "-mconsole", "-DCONSOLE"]}


def make_launchers(build: Build) -> None:
    icon = build.out / "app.ico"
    draw_ico(build, icon)
    compile_launchers(build.layout, icon)


def compile_launchers(folder: Path, icon: Path) -> None:
    """Into `folder`, with `icon`."""
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        shutil.copyfile(icon, work / "app.ico")
        told = (WINDOWS / "launcher.rc.in").read_text(encoding="utf-8")
        numbers = ",".join([*version().split("."), "0", "0", "0"][:4])
        (work / "launcher.rc").write_text(
            told.replace("@VERSION@", version()).replace("@NUMBERS@", numbers), encoding="utf-8"
        )
        run(f"{PREFIX}windres", "launcher.rc", "-O", "coff", "-o", "launcher.res", cwd=work)
        for ending, options in LAUNCHERS.items():
            run(
                f"{PREFIX}gcc", "-Os", "-s", "-Wall", "-Werror", *options, WINDOWS / "launcher.c", "launcher.res",
                "-o", folder / f"{NAME}.{ending}", cwd=work,
            )  # fmt: skip


def make_setup(build: Build, icon: Path | None = None) -> Path:
    """The layout in one file."""
    file = build.out / f"{NAME}-{version()}-{build.target}-setup.exe"
    told = {
        "VERSION": version(), "LAYOUT": build.layout, "OUT": file, "ICON": icon or build.out / "app.ico",
        "RUNTIME": json.loads((build.runtime / "runtime.json").read_text(encoding="utf-8"))["id"],
        "SIZE": size([build.layout]) // 1024,
    }  # fmt: skip
    quick = ["-XSetCompress off"] if build.is_quick else []
    defined = [f"-D{name}={value}" for name, value in told.items()]
    run(
        shutil.which("makensis") or MAKENSIS,
        "-V2",
        "-WX",
        "-INPUTCHARSET",
        "UTF8",
        *quick,
        *defined,
        WINDOWS / "setup.nsi",
    )
    return file


def sign(file: Path) -> None:
    """Without a certificate it says that nothing was signed."""
    certificate, server = os.environ.get(SIGNER, ""), os.environ.get(TIMESTAMPS, "")
    if not (certificate and server):
        say(f"NOT SIGNED: {SIGNER} and {TIMESTAMPS} are not both set; SmartScreen will warn of it")
        return
    run("signtool", "sign", "/sha1", certificate, "/fd", "sha256", "/tr", server, "/td", "sha256", file)
