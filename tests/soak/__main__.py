"""Let the program run under kills, locks and full disks, and see that what it said was kept is there.

    python -m tests.soak --minutes 60 [--seed N] [--folder F]

The folder is removed where all was well. --minutes is for the acts; finishing and verifying takes some more. Ctrl-C
ends it with the verification of what there is.
"""

from __future__ import annotations

import argparse
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from tests.soak.acts import Kind
from tests.soak.disk import small_disk
from tests.soak.program import Programs
from tests.soak.soaking import Soak, Wishes


def main(arguments: Sequence[str] | None = None) -> int:
    assert __doc__ is not None
    parser = argparse.ArgumentParser(prog="python -m tests.soak", description=__doc__.split("\n")[0])
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--seed", type=int, default=int(time.time()) % 100_000, help="chooses the acts")
    parser.add_argument("--folder", type=Path, help="a new folder for everything; default: a temporary one")
    parser.add_argument("--acts", type=int, help="so many acts, whatever time they take")
    parser.add_argument("--only", type=Kind, nargs="+", default=list(Kind), metavar="KIND", help=", ".join(Kind))
    options = parser.parse_args(arguments)
    folder = options.folder or Path(tempfile.mkdtemp(prefix="nextword-soak-"))
    folder.mkdir(parents=True, exist_ok=True)
    wishes = Wishes(options.seed, options.minutes, options.acts, tuple(options.only))
    with small_disk(folder / "disk") as disk, Programs(folder / "of the program") as programs:
        soak = Soak(folder, disk, programs, wishes)
        is_well = soak.run()
        if not is_well:
            _keep_disk(disk.folder, folder)
    if is_well:
        shutil.rmtree(folder)
    else:
        print(f"Left for looking at: {folder}")
    return 0 if is_well else 1


def _keep_disk(disk: Path, folder: Path) -> None:
    """What lies on the small disk goes with it."""
    shutil.copytree(disk, folder / "disk as it was", ignore_dangling_symlinks=True)


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # ends as orderly as Ctrl-C
    sys.exit(main())
