"""The whole configuration of a run; the form, the command line, validation and the stored JSON all come from it."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from workbench.messages.errors import KnownError
from workbench.messages.marking import QT_TRANSLATE_NOOP
from workbench.messages.message import message
from workbench.values.knob import checked, kinds_of, knob
from workbench.values.methods import (
    METHODS_OF,
    OUTDATED,
    TASKS_OF,
    LoraTargets,
    Method,
    Mixing,
    Optimizer,
    Pooling,
    Precision,
    Schedule,
)

BUDGETS = ("steps", "epochs", "minutes", "tokens")


@dataclass(frozen=True)
class FineTuning:
    """How a run learns. Exactly one of `steps`, `epochs`, `minutes` and `tokens` is set: the budget.

    Raises KnownError("setting.invalid") for a value outside its range.
    """

    method: Method = knob(
        Method.FULL,
        QT_TRANSLATE_NOOP("FineTuning", "Method"),
        QT_TRANSLATE_NOOP("FineTuning", "Which weights may change"),
    )
    layers: int = knob(
        2,
        QT_TRANSLATE_NOOP("FineTuning", "Last layers"),
        QT_TRANSLATE_NOOP("FineTuning", "How many layers learn, counted from the top, where only the last ones do"),
        1,
        1000,
    )
    unfreeze_over: float = knob(
        0.5,
        QT_TRANSLATE_NOOP("FineTuning", "Unfreeze over"),
        QT_TRANSLATE_NOOP(
            "FineTuning", "Share of the run in which layers join one after another, where they unfreeze gradually"
        ),
        0.0,
        1.0,
    )
    lora_rank: int = knob(
        8,
        QT_TRANSLATE_NOOP("FineTuning", "LoRA rank"),
        QT_TRANSLATE_NOOP(
            "FineTuning", "How much LoRA can add: the shorter side of its thin matrices, and the rank of the change"
        ),
        1,
        1024,
    )
    lora_alpha: float = knob(
        16.0,
        QT_TRANSLATE_NOOP("FineTuning", "LoRA alpha"),
        QT_TRANSLATE_NOOP("FineTuning", "How strongly they count; their product is multiplied by alpha / rank"),
        0.001,
        10_000.0,
    )
    lora_targets: LoraTargets = knob(
        LoraTargets.QUERY_VALUE,
        QT_TRANSLATE_NOOP("FineTuning", "LoRA beside"),
        QT_TRANSLATE_NOOP(
            "FineTuning", "Which matrices of each layer get a thin pair that learns; they rest themselves"
        ),
    )
    lora_biases: bool = knob(
        False,
        QT_TRANSLATE_NOOP("FineTuning", "LoRA biases"),
        QT_TRANSLATE_NOOP("FineTuning", "The biases that belong to these matrices learn as well, where there are any"),
    )
    freeze_embeddings: bool = knob(
        False,
        QT_TRANSLATE_NOOP("FineTuning", "Freeze embeddings"),
        QT_TRANSLATE_NOOP("FineTuning", "What the model knows of single tokens stays as it is"),
    )
    steps: int | None = knob(
        150,
        QT_TRANSLATE_NOOP("FineTuning", "Steps"),
        QT_TRANSLATE_NOOP("FineTuning", "How many times the weights are moved"),
        1,
        10_000_000,
    )
    epochs: float | None = knob(
        None,
        QT_TRANSLATE_NOOP("FineTuning", "Epochs"),
        QT_TRANSLATE_NOOP("FineTuning", "How many times the whole training text is read"),
        0.01,
        10_000,
    )
    minutes: float | None = knob(
        None,
        QT_TRANSLATE_NOOP("FineTuning", "Minutes"),
        QT_TRANSLATE_NOOP("FineTuning", "How long training may take"),
        0.05,
        100_000,
    )
    tokens: int | None = knob(
        None,
        QT_TRANSLATE_NOOP("FineTuning", "Tokens"),
        QT_TRANSLATE_NOOP("FineTuning", "How many tokens of training text are read"),
        1,
        10**12,
    )
    text_share: float = knob(
        1.0,
        QT_TRANSLATE_NOOP("FineTuning", "Share of the text"),
        QT_TRANSLATE_NOOP("FineTuning", "Share of the training text that is read, from its beginning"),
        0.0001,
        1.0,
    )
    batch_size: int = knob(
        8,
        QT_TRANSLATE_NOOP("FineTuning", "Batch size"),
        QT_TRANSLATE_NOOP("FineTuning", "How many passages are read at once"),
        1,
        4096,
    )
    accumulate: int = knob(
        1,
        QT_TRANSLATE_NOOP("FineTuning", "Accumulate"),
        QT_TRANSLATE_NOOP(
            "FineTuning",
            "How many such batches are read before the weights move once: as one large batch, in less memory",
        ),
        1,
        1024,
    )
    context_length: int = knob(
        256,
        QT_TRANSLATE_NOOP("FineTuning", "Context length"),
        QT_TRANSLATE_NOOP("FineTuning", "How many tokens a passage has; at most what the model can see"),
        8,
        1_048_576,
    )
    optimizer: Optimizer = knob(
        Optimizer.ADAMW,
        QT_TRANSLATE_NOOP("FineTuning", "Optimizer"),
        QT_TRANSLATE_NOOP("FineTuning", "The rule that moves the weights"),
    )
    learning_rate: float = knob(
        0.0,
        QT_TRANSLATE_NOOP("FineTuning", "Learning rate"),
        QT_TRANSLATE_NOOP("FineTuning", "How far each step moves the weights, at its highest"),
        0.0,
        10.0,
        QT_TRANSLATE_NOOP("FineTuning", "suited to the model"),
    )
    layer_decay: float = knob(
        0.0,
        QT_TRANSLATE_NOOP("FineTuning", "Layer decay"),
        QT_TRANSLATE_NOOP(
            "FineTuning", "How many times less far each layer is moved than the one above it; 1 moves all alike"
        ),
        0.0,
        100.0,
        QT_TRANSLATE_NOOP("FineTuning", "suited to the method"),
    )
    schedule: Schedule = knob(
        Schedule.COSINE,
        QT_TRANSLATE_NOOP("FineTuning", "Schedule"),
        QT_TRANSLATE_NOOP("FineTuning", "How the learning rate falls after the warm-up"),
    )
    warmup: float = knob(
        0.1,
        QT_TRANSLATE_NOOP("FineTuning", "Warm-up"),
        QT_TRANSLATE_NOOP("FineTuning", "Share of the steps in which the learning rate rises to its highest"),
        0.0,
        0.9,
    )
    weight_decay: float = knob(
        0.01,
        QT_TRANSLATE_NOOP("FineTuning", "Weight decay"),
        QT_TRANSLATE_NOOP("FineTuning", "How strongly unneeded weights shrink; biases and norms are left alone"),
        0.0,
        10.0,
    )
    pull: float = knob(
        0.0,
        QT_TRANSLATE_NOOP("FineTuning", "Pull to the start"),
        QT_TRANSLATE_NOOP(
            "FineTuning",
            "How strongly what learns is drawn back to where it began, so that less is forgotten (L2-SP): each step"
            " takes back this many times the learning rate of the way; 10 is mild, 100 strong",
        ),
        0.0,
        1000.0,
    )
    clip_norm: float = knob(
        1.0,
        QT_TRANSLATE_NOOP("FineTuning", "Gradient clipping"),
        QT_TRANSLATE_NOOP(
            "FineTuning", "A longer gradient is shortened to this length, so that one odd passage cannot do harm"
        ),
        1e-4,
        1e6,
    )
    dropout: float = knob(
        0.0,
        QT_TRANSLATE_NOOP("FineTuning", "Dropout"),
        QT_TRANSLATE_NOOP(
            "FineTuning", "Share of connections switched off at random while learning; helps against learning by heart"
        ),
        0.0,
        0.9,
    )
    label_smoothing: float = knob(
        0.0,
        QT_TRANSLATE_NOOP("FineTuning", "Label smoothing"),
        QT_TRANSLATE_NOOP(
            "FineTuning",
            "Share of the target that is spread over all words alike, so that the model is less sure of itself",
        ),
        0.0,
        0.9,
    )
    pooling: Pooling = knob(
        Pooling.SUITED,
        QT_TRANSLATE_NOOP("FineTuning", "Pooling"),
        QT_TRANSLATE_NOOP(
            "FineTuning",
            "From which states of the network the classes of a text are told: its last, or also all; and whether each"
            " token counts by itself, too",
        ),
    )
    class_weights: bool = knob(
        False,
        QT_TRANSLATE_NOOP("FineTuning", "Balance classes"),
        QT_TRANSLATE_NOOP(
            "FineTuning", "A text counts the more, the rarer its class is, so that all classes count alike"
        ),
    )
    language_model: float = knob(
        0.0,
        QT_TRANSLATE_NOOP("FineTuning", "Language model beside"),
        QT_TRANSLATE_NOOP(
            "FineTuning",
            "How much the loss of predicting each next token of the labelled texts counts beside the labels",
        ),
        0.0,
        100.0,
        QT_TRANSLATE_NOOP("FineTuning", "not at all"),
    )
    mixing: Mixing = knob(
        Mixing.GIVEN,
        QT_TRANSLATE_NOOP("FineTuning", "Weights of the tasks"),
        QT_TRANSLATE_NOOP(
            "FineTuning",
            "How much each of several tasks counts: as given, the more the larger its text is, or learnt from how"
            " uncertain it is",
        ),
    )
    mixing_power: float = knob(
        0.5,
        QT_TRANSLATE_NOOP("FineTuning", "Power of the size"),
        QT_TRANSLATE_NOOP(
            "FineTuning", "Where size counts: 1 gives each text as many steps as it is long, 0 all the same"
        ),
        0.0,
        1.0,
    )
    teacher_share: float = knob(
        0.5,
        QT_TRANSLATE_NOOP("FineTuning", "Share of the teacher"),
        QT_TRANSLATE_NOOP(
            "FineTuning", "How much what the teacher says counts; the rest is for what stands in the text itself"
        ),
        0.0,
        1.0,
    )
    temperature: float = knob(
        2.0,
        QT_TRANSLATE_NOOP("FineTuning", "Temperature of the teacher"),
        QT_TRANSLATE_NOOP("FineTuning", "The higher, the more is learnt of what the teacher holds to be unlikely, too"),
        0.1,
        100.0,
    )
    validate_every: int = knob(
        25,
        QT_TRANSLATE_NOOP("FineTuning", "Validate every"),
        QT_TRANSLATE_NOOP(
            "FineTuning",
            "Steps between two looks at the text that is never trained on; a checkpoint is saved each time",
        ),
        1,
        1_000_000,
    )
    patience: int = knob(
        4,
        QT_TRANSLATE_NOOP("FineTuning", "Patience"),
        QT_TRANSLATE_NOOP("FineTuning", "Stop after this many validations without improvement"),
        0,
        1_000_000,
        QT_TRANSLATE_NOOP("FineTuning", "never"),
    )
    precision: Precision = knob(
        Precision.AUTO,
        QT_TRANSLATE_NOOP("FineTuning", "Number precision"),
        QT_TRANSLATE_NOOP(
            "FineTuning", "How exactly factors are read when they are multiplied; bfloat16 is faster on some processors"
        ),
    )
    seed: int = knob(
        0,
        QT_TRANSLATE_NOOP("FineTuning", "Seed"),
        QT_TRANSLATE_NOOP("FineTuning", "The same seed gives the same run again"),
        0,
        2**31 - 1,
    )

    def __post_init__(self) -> None:
        kinds = kinds_of(FineTuning)
        for spec in dataclasses.fields(self):
            value = getattr(self, spec.name)
            if value is not spec.default:  # of which most settings are, and a page with many cards makes hundreds
                object.__setattr__(self, spec.name, checked(spec, kinds[spec.name], value))
        if sum(getattr(self, name) is not None for name in BUDGETS) != 1:
            reason = message("value.one_budget", known=tuple(BUDGETS))
            raise KnownError("setting.invalid", name="budget", value=message("value.that"), reason=reason)

    @property
    def budget(self) -> tuple[str, float]:
        """The one budget that is set, as (unit, amount)."""
        return next((name, getattr(self, name)) for name in BUDGETS if getattr(self, name) is not None)

    def applies(self, name: str, tasks: Collection[str] = ()) -> bool:
        """Whether a setting means anything with this method, optimizer and budget, for a run of these tasks."""
        if name == "mixing_power" and self.mixing is not Mixing.SIZE:
            return False
        if name == "language_model" and self.method is Method.HEAD:
            return False  # it would not depend on what learns
        if name in TASKS_OF:
            return not frozenset(tasks).isdisjoint(TASKS_OF[name])
        if name in BUDGETS:
            return getattr(self, name) is not None
        if name == "weight_decay":
            return self.optimizer is not Optimizer.ADAM  # which has none, as it was published
        return self.method in METHODS_OF.get(name, (self.method,))

    @property
    def renewed(self) -> FineTuning:
        """For a new run: with the method of today where this one has one that only older runs have."""
        return dataclasses.replace(self, method=OUTDATED.get(self.method, self.method))

    @property
    def tokens_per_step(self) -> int:
        return self.batch_size * self.accumulate * self.context_length

    def dealt_out(self, workers: int) -> FineTuning:
        """With the passages of a step in so many batches that each of the workers makes as many of them.

        The same passages are read, so one worker learns the same from them. Raises KnownError("place.indivisible").
        """
        rows = self.batch_size * self.accumulate
        fewest = math.ceil(self.accumulate / workers) * workers
        for batches in range(fewest, rows + 1, workers):
            if rows % batches == 0:
                return dataclasses.replace(self, batch_size=rows // batches, accumulate=batches)
        raise KnownError("place.indivisible", rows=rows, workers=workers)

    def within(self, context_length: int) -> FineTuning:
        """With passages no longer than a model can see, whose `context_length` that is."""
        if self.context_length <= context_length:
            return self
        return dataclasses.replace(self, context_length=context_length)

    def with_settings(self, settings: Mapping[str, Any]) -> FineTuning:
        """A copy with some settings changed; values may be text as typed on a command line.

        Setting one budget clears the other ones. Raises KnownError("setting.unknown" or "setting.invalid").
        """
        known = {spec.name: spec for spec in dataclasses.fields(self)}
        changes: dict[str, Any] = {}
        for name, value in settings.items():
            if name not in known:
                raise KnownError("setting.unknown", name=name, known=tuple(known))
            if name in BUDGETS and value is not None:
                changes.update(dict.fromkeys(BUDGETS))
            changes[name] = value
        return dataclasses.replace(self, **changes)

    def to_json(self) -> dict[str, Any]:
        return dataclasses.asdict(self)

    @classmethod
    def from_json(cls, values: Mapping[str, Any]) -> FineTuning:
        """The inverse of `to_json`; settings that are absent (an older project) get their default."""
        if values.get("method") == Method.LORA and "lora_targets" not in values:
            values = {**values, "method": Method.LORA_BY_HEAD}
        return cls().with_settings(values)


KNOBS: dict[str, dataclasses.Field[Any]] = {spec.name: spec for spec in dataclasses.fields(FineTuning)}


def is_whole(spec: dataclasses.Field[Any]) -> bool:
    """Whether a setting is a whole number, where it is anything."""
    return int in kinds_of(FineTuning)[spec.name]


def is_optional(spec: dataclasses.Field[Any]) -> bool:
    """Whether a setting may be None."""
    return type(None) in kinds_of(FineTuning)[spec.name]
