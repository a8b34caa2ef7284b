"""How the chosen text would be read again, as its recipe and its files are set up: tried at their beginnings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject

from workbench.corpora.importing import repeated
from workbench.corpora.trial import Trial
from workbench.gui.context import Context
from workbench.gui.text.corpus_details import CorpusDetails
from workbench.gui.text.limits import kept_limits
from workbench.gui.text.recipe_panel import RecipePanel
from workbench.gui.text.sources_panel import SourcesPanel
from workbench.values.corpus import Corpus
from workbench.values.importing import ImportOptions, Reading


class Rereading(QObject):
    def __init__(self, context: Context, details: CorpusDetails, chosen: Callable[[], Corpus | None]) -> None:
        super().__init__(details)
        self._context = context
        self._details = details
        self._chosen = chosen
        self._passwords: dict[Path, str] = {}  # given since the window was opened; never stored
        details.leaves.currentChanged.connect(lambda: self._try_what_is_seen())
        details.recipe_changed.connect(self.try_recipe)
        details.reading_changed.connect(self.try_reading)

    def options(self, corpus: Corpus) -> ImportOptions:
        _, options = repeated(corpus.contents)
        return replace(
            options,
            recipe=self._details.recipe.recipe,
            readings=self._with_passwords(
                self._details.labels.readings({**options.readings, **self._details.sources.readings})
            ),
            limits=kept_limits(self._context),
        )

    def more_files(self, corpus: Corpus) -> list[Path]:
        """A file that was passed over comes in only if the person said something about it, such as its password."""
        readings = self._details.sources.readings
        for path, reading in readings.items():
            if reading.password:
                self._passwords[path.absolute()] = reading.password
        known = repeated(corpus.contents)[0]
        return [path for path in readings if path not in known]

    def _with_passwords(self, readings: dict[Path, Reading]) -> dict[Path, Reading]:
        return {
            path: replace(reading, password=reading.password or self._passwords.get(path.absolute(), ""))
            for path, reading in readings.items()
        }

    def try_recipe(self) -> None:
        """Show what the recipe changes at the beginning of the files, once the leaf with it is looked at."""
        corpus = self._chosen()
        if corpus is None or not isinstance(self._details.leaves.currentWidget(), RecipePanel):
            return
        files, options = repeated(corpus.contents)[0], self.options(corpus)
        self._try("recipe", files, options, self._details.recipe.show_trial)

    def try_reading(self, path: Path, reading: Reading) -> None:
        corpus = self._chosen()
        if corpus is None or not isinstance(self._details.leaves.currentWidget(), SourcesPanel):
            return
        options = replace(self.options(corpus), readings={path.absolute(): reading})
        self._try("reading", [path], options, lambda trial: self._details.sources.show_trial(path, trial))

    def _try(self, key: str, files: Sequence[Path], options: ImportOptions, show: Callable[[Trial], None]) -> None:
        services = self._context.services
        job = self._context.jobs.start_job(
            self.tr("Looking at the files"),
            lambda: services.texts.try_import(files, options),
            lane="files",
            key=f"try {key}",
        )
        job.failed.connect(self._context.failed)
        job.finished.connect(show)

    def _try_what_is_seen(self) -> None:
        self.try_recipe()
        if isinstance(self._details.leaves.currentWidget(), SourcesPanel):
            self._details.sources.ask_preview()
