"""Make and try what is installed: the same steps on every system.

    python packaging/build.py lock
    python packaging/build.py layout --python PATH     a relocatable CPython 3.13
    python packaging/build.py try-layout
    python packaging/build.py pack
    python packaging/build.py try-package

`lock` asks which wheels belong together, for every system; `layout` puts them, a Python and the program into
OUT/nextword-workbench; `try-layout` moves that, makes it unwritable and has it check itself; `pack` makes of it what is
handed out; `try-package` installs that, starts it, and removes it again. Besides, `try-wheels --target SYSTEM` tries of
another system what can be tried here, `appimage` makes one more thing for Linux, and `test-layout` runs the tests with
the Python and the libraries of the layout. Needs uv; on Linux binutils, zstd, dpkg-deb and squashfs-tools; on Windows
MinGW and makensis; on macOS Xcode's tools; nothing of the program's own environment.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from steps.appdir import make_appimage
from steps.layout import lay_out, try_wheels
from steps.lock import lock
from steps.pack import pack
from steps.testing import test_layout
from steps.trying import try_layout, try_package
from steps.what import TARGETS, Build, here, say

STEPS = ("lock", "layout", "try-layout", "pack", "try-package", "try-wheels", "appimage", "test-layout")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("step", choices=STEPS)
    parser.add_argument("--target", choices=TARGETS, default=here())
    parser.add_argument("--python", type=Path, help="the interpreter that goes into the layout")
    parser.add_argument("--out", type=Path, default=Path("dist"))
    parser.add_argument("--quick", action="store_true", help="pack with little compression, for trying")
    parser.add_argument("--runtime", type=Path, help="of AppImage, to be put before its file system")
    parser.add_argument("words", nargs="*", help="of test-layout: what pytest is given")
    arguments = parser.parse_intermixed_args()
    build = Build(arguments.target, arguments.out.resolve(), arguments.quick)
    match arguments.step:
        case "lock":
            lock()
        case "layout":
            if arguments.python is None:
                parser.error("layout needs --python")
            lay_out(build, arguments.python)
        case "try-layout":
            try_layout(build)
        case "pack":
            pack(build)
        case "try-package":
            try_package(build)
        case "try-wheels":
            try_wheels(build)
        case "appimage":
            say(str(make_appimage(build, arguments.runtime)))
        case "test-layout":
            return test_layout(build, arguments.words)
    return 0


if __name__ == "__main__":
    sys.exit(main())
