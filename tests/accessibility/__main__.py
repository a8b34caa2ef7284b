"""Does the whole job as a screen reader does, by the names of things alone, and says what it could not tell apart.

    uv run python -m tests.accessibility

needs Xvfb, dbus-run-session and at-spi2-core, and takes about a minute. The window learns from a text on the clipboard
with a model of one layer; a text, the model, the run, the table of its curve, next words, results and history are gone
through over AT-SPI. What a menu offers is in Qt's tree only while it is open and has the focus, as a reader that
follows the focus hears it: exporting is left to `tests/gui/shell/test_keyboard_job.py`.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.accessibility.bus import FOCUSABLE, SHOWING, Node, Reader
from tests.places import ROOT

NEEDED = ("Xvfb", "xvfb-run", "dbus-run-session")
HELPERS = ("filler", "scroll bar", "panel", "layered pane", "viewport", "scroll pane", "application", "frame")


def faults(tree: list[Node]) -> list[str]:
    """Of what can have the focus: what has no name, or that of another beside it."""
    can = [node for node in tree if node.has(FOCUSABLE) and node.has(SHOWING) and node.role not in HELPERS]
    found = [f"{node.role} without a name ({node.description or node.path})" for node in can if not node.name]
    told = Counter((node.parent, node.role, node.name, node.description) for node in can if node.name)
    return found + [f"{count} × {role} “{name}”" for (_, role, name, _), count in told.items() if count > 1]


def job(reader: Reader, wrong: list[str]) -> None:
    def look(where: str) -> None:
        began = time.monotonic()
        tree = reader.tree()
        wrong.extend(f"{where}: {fault}" for fault in faults(tree))
        print(f"{where}: {len(tree)} nodes in {time.monotonic() - began:.1f} s", flush=True)

    reader.press("Paste")
    reader.wait_for("Next: choose a model")
    look("text")
    reader.press("Next: choose a model")
    reader.press("tiny-gpt2")
    look("model")
    reader.press("Next: train")
    reader.write("Pinned prompt", "Anna lit")
    reader.press("Quick")
    look("train")
    reader.press("Start fine-tuning")
    reader.wait_for("Try it")
    look("the end of the run")
    reader.press("Table: Loss curves")
    reader.press("Try it")
    reader.wait_for("Predict")
    look("predict")
    reader.press("History")
    reader.wait_for("Export this run")
    look("history")
    reader.press("Results")
    reader.wait_for("Back to History")
    look("results")
    reader.press("Back to History")
    reader.wait_for("Export this run")
    reader.listen(1)


def inside(folder: Path) -> int:
    """On a display and a bus of its own."""
    environment = os.environ | {"QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "QT_QPA_PLATFORM": "xcb"}
    environment |= {"NEXTWORD_CACHE_HOME": str(folder / "cache")}
    window = subprocess.Popen([sys.executable, "-m", "tests.accessibility.window", str(folder)], env=environment)
    wrong: list[str] = []
    try:
        reader = Reader()
        reader.wait(lambda: bool(reader.programs()), "the program")
        job(reader, wrong)
    finally:
        window.terminate()
    print("\n".join(["announced:", *dict.fromkeys(reader.announced)]))
    if not any("erplexity" in words for words in reader.announced):
        wrong.append("the end of the run was not announced")
    print("\n".join(["faults:", *dict.fromkeys(wrong)]) if wrong else "no faults")
    return bool(wrong)


def main() -> int:
    if missing := [name for name in NEEDED if shutil.which(name) is None]:
        print(f"There is no {', '.join(missing)} on this computer.", file=sys.stderr)
        return 2
    with TemporaryDirectory() as folder:
        command = ["xvfb-run", "-a", "-s", "-screen 0 1400x1000x24", "dbus-run-session", "--", sys.executable]
        return subprocess.run([*command, "-m", "tests.accessibility", folder], cwd=ROOT, check=False).returncode


if __name__ == "__main__":
    sys.exit(inside(Path(sys.argv[1])) if sys.argv[1:] else main())
