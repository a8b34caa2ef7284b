"""What the views of the Predict page are asked: a text, and the models or runs that may answer."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

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
    third: AskedModel | None = None  # whom some views ask beside the two

    @property
    def models(self) -> tuple[AskedModel, ...]:
        """The two that every view is about."""
        return tuple(model for model in (self.base, self.tuned) if model is not None)

    @property
    def sides(self) -> tuple[tuple[str, AskedModel], ...]:
        """All who are asked, each with what its side is called."""
        named = (
            (QCoreApplication.translate("Question", "Before"), self.base),
            (QCoreApplication.translate("Question", "After"), self.tuned),
            (QCoreApplication.translate("Question", "Also"), self.third),
        )
        return tuple((side, model) for side, model in named if model is not None)
