"""Make and try what is installed: the same steps on every system.

    python packaging/build.py lock
    python packaging/build.py layout --python PATH     a relocatable CPython 3.13
    python packaging/build.py try-layout
    python packaging/build.py pack

`lock` asks which wheels belong together, for every system; `layout` puts them, a Python and the program into
OUT/nextword-workbench; `try-layout` moves that, makes it unwritable and has it check itself; `pack` makes of it what is
handed out. Needs uv, and on Linux binutils, zstd and dpkg-deb; nothing of the program's own environment.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from steps.layout import lay_out
from steps.lock import lock
from steps.pack import pack
from steps.trying import try_layout
from steps.what import TARGETS, Build, here


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("step", choices=("lock", "layout", "try-layout", "pack"))
    parser.add_argument("--target", choices=TARGETS, default=here())
    parser.add_argument("--python", type=Path, help="the interpreter that goes into the layout")
    parser.add_argument("--out", type=Path, default=Path("dist"))
    parser.add_argument("--quick", action="store_true", help="pack with little compression, for trying")
    arguments = parser.parse_args()
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
    return 0


if __name__ == "__main__":
    sys.exit(main())
