"""What a person can do with a project: the same verbs for the window and the command line.

Every long action is a generator: the driver owns its life, and closing it cancels. TensorFlow is loaded by
the first verb that needs a model, so everything that takes a model belongs on the one thread that owns TensorFlow.
"""

from __future__ import annotations

from collections.abc import Generator, Sequence
from pathlib import Path

from workbench.fine_tuning import FineTuning
from workbench.pretrained.card import FitEstimate, PretrainedModel
from workbench.project import Project
from workbench.records import Corpus, Evaluation, Prediction, Progress, Run, Split
from workbench.training.events import Command, Event

Training = Generator[Event, Command | None, Run]


class Services:
    """The verbs on one open project. Keeps the models that were used last loaded, so that typing stays fast."""

    def __init__(self, project: Project) -> None:
        self.project = project

    def warm_up(self) -> None:
        """Import TensorFlow, Keras and keras_hub; several seconds the first time."""

    def models(self) -> tuple[PretrainedModel, ...]:
        """The catalogue: bundled models, folders added to the project, architectures to train from scratch."""

    def add_model_folder(self, folder: Path) -> PretrainedModel:
        """Remember a Hugging Face model folder in the project. Raises KnownError("model.…") if it cannot be used."""

    def fit(self, model: str, corpus: str, fine_tuning: FineTuning) -> FitEstimate:
        """Whether a fine-tuning fits this computer, from sizes alone (nothing is loaded, so it is quick)."""

    def import_corpus(self, files: Sequence[Path], name: str | None = None) -> Generator[Progress, None, Corpus]:
        """Read, clean, split and store files and folders; unreadable ones are listed in its contents."""

    def train(
        self, corpus: str, model: str, fine_tuning: FineTuning, name: str | None = None, prompt: str = ""
    ) -> Training:
        """Fine-tune `model` on `corpus` as a new run; every event is recorded before it is yielded."""

    def resume(self, run: str) -> Training:
        """Continue an interrupted or stopped run from its last checkpoint, exactly as if it had not stopped."""

    def evaluate(self, model: str, corpus: str, split: Split = Split.VALIDATION) -> Generator[Progress, None, Evaluation]:
        """Measure how well a model or a run predicts a split of a corpus."""

    def predict(self, model: str, text: str, top: int = 10) -> tuple[Prediction, ...]:
        """The most probable whole next words after `text`, most probable first."""

    def generate(
        self, model: str, text: str, words: int = 50, temperature: float = 0.8, top_p: float = 0.95, seed: int = 0
    ) -> Generator[str, None, str]:
        """Yield the continuation piece by piece; returns all of it. Temperature 0 takes the most probable token."""
