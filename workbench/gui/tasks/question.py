"""What the views of the Predict page are asked: a text, and the two models or runs that may answer."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.values.model_ref import ModelRef


@dataclass(frozen=True)
class AskedModel:
    """Something that predicts: a model or a run."""

    ref: ModelRef
    title: str


@dataclass(frozen=True)
class Question:
    text: str
    typing: bool  # the last word may be unfinished
    base: AskedModel | None
    tuned: AskedModel | None

    @property
    def models(self) -> tuple[AskedModel, ...]:
        return tuple(model for model in (self.base, self.tuned) if model is not None)
