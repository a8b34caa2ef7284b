"""A project in which a long measurement keeps its runs and figures, so that it goes on where it was interrupted."""

from __future__ import annotations

import json
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from workbench.ground.files import write_atomically
from workbench.ground.generators import last
from workbench.project.project import Project
from workbench.services.training import Training
from workbench.services.workbench import Workbench
from workbench.values.corpus import Corpus
from workbench.values.importing import ImportOptions
from workbench.values.run import Run, RunStatus


@dataclass
class Kept:
    folder: Path
    services: Workbench
    began: float = field(default_factory=time.monotonic)

    def text(self, file: Path, name: str, options: ImportOptions | None = None) -> Corpus:
        """Imported unless it is there."""
        project, texts = self.services.project, self.services.texts
        known = {corpus.name: corpus for corpus in project.corpora.every()}
        return known.get(name) or last(texts.import_corpus([file.resolve()], name, options or ImportOptions()))

    def run(self, name: str, begin: Callable[[str], Training]) -> Run:
        """The run of that name at its end: found, gone on with, or begun."""
        found = self.services.project.runs.find(name)
        if found is not None and found.status is RunStatus.FINISHED:
            return found
        self.say(name)
        return last(begin(name) if found is None else self.services.training.resume(str(found.id)))

    def figure(self, name: str, find: Callable[[], Any]) -> Any:
        """What `find` gives, which JSON can hold; asked once, whatever interrupts the rest."""
        file = self.folder / "figures.json"
        known = json.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}
        if name not in known:
            self.say(name)
            known[name] = find()
            write_atomically(file, json.dumps(known, indent=1, ensure_ascii=False).encode())
        return known[name]

    def say(self, what: str) -> None:
        print(f"{time.monotonic() - self.began:6.0f} s  {what}", flush=True)


@contextmanager
def keeping(folder: Path | None) -> Iterator[Kept]:
    """In `folder`, or for this time alone where none is given."""
    with ExitStack() as stack:
        place = folder or Path(stack.enter_context(tempfile.TemporaryDirectory()))
        place.mkdir(parents=True, exist_ok=True)
        inside = place / "project"
        project = stack.enter_context(Project.open(inside) if inside.is_dir() else Project.create(inside))
        yield Kept(place, Workbench(project))


def first_lines(source: Path, most: int, place: Path) -> Path:
    """The beginning of a file in at most so many characters, with whole lines; blank ones may part what belongs
    together, and it ends at one where there is any."""
    text = source.read_text(encoding="utf-8")
    if len(text) > most:
        end = text.rfind("\n\n", most // 2, most)
        text = text[: end + 2 if end > 0 else text.rfind("\n", 0, most) + 1]
    place.write_text(text, encoding="utf-8")
    return place
