"""How long the Model page takes to be drawn with many models in the Hugging Face cache, some of them odd.

    python -m tests.benchmarks.model_page [--models 40] [--odd 10] [--rounds 5]

The first round reads each folder's small files and makes its card, those that are seen first at first; the others find
that nothing there has changed.
"""

from __future__ import annotations

import argparse
import os
import statistics
import tempfile
import time
from pathlib import Path

from PySide6.QtWidgets import QApplication

from tests.odd_models import make_cache
from tests.tiny_models import make_tiny_gpt2, tale
from workbench.gui.context import Context
from workbench.gui.jobs import Jobs
from workbench.gui.model.model_page import ModelPage
from workbench.gui.theme import Theme
from workbench.project.project import Project
from workbench.services.workbench import Workbench


def main() -> None:
    assert __doc__ is not None
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.model_page", description=__doc__.split("\n")[0])
    parser.add_argument("--models", type=int, default=40)
    parser.add_argument("--odd", type=int, default=10, help="of these")
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as place:
        cache = Path(place) / "cache"
        make_cache(cache, make_tiny_gpt2(Path(place) / "tiny"), options.models, options.odd, large=True)
        os.environ["HF_HUB_CACHE"] = str(cache)
        application = QApplication([])
        theme = Theme(application)
        with Project.create(Path(place) / "project") as project:
            text = Path(place) / "tale.txt"
            text.write_text(tale(200), encoding="utf-8")
            for _ in Workbench(project).texts.import_corpus([text], "tale"):
                pass
            measure(application, theme, project, options.rounds)
        theme.deleteLater()


def measure(application: QApplication, theme: Theme, project: Project, rounds: int) -> None:
    jobs = Jobs()
    context = Context(project, jobs)
    start, worked = time.perf_counter(), time.process_time()
    page = ModelPage(context)
    page.refresh()
    theme.dress(page)
    page.resize(1100, 800)
    page.show()
    application.processEvents()
    _tell("drawn", start, worked)
    every = len(list(context.services.models.here()))
    while len(page.cards) + len(page.unreadable) < every:
        application.processEvents()
    _tell(f"with all {len(page.cards)} cards and {len(page.unreadable)} odd ones", start, worked)
    again = []
    for _ in range(rounds):
        start, worked = time.perf_counter(), time.process_time()
        page.refresh()
        application.processEvents()
        again.append((1000 * (time.perf_counter() - start), 1000 * (time.process_time() - worked)))
    wall, at_work = (statistics.median(times) for times in zip(*again, strict=True))
    print(f"again: {wall:.0f} ms in the middle ({at_work:.0f} at work), {max(again)[0]:.0f} ms at most")
    jobs.shutdown()


def _tell(what: str, start: float, worked: float) -> None:
    took, at_work = 1000 * (time.perf_counter() - start), 1000 * (time.process_time() - worked)
    print(f"{what}: {took:.0f} ms ({at_work:.0f} at work)")


if __name__ == "__main__":
    main()
