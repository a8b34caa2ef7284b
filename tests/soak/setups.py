"""The settings that runs are made with: tiny models in seconds, and now and then a bundled one."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tests.tiny_models import make_tiny_gpt2, tale
from workbench.values.fine_tuning import FineTuning
from workbench.values.methods import Method, Optimizer, Precision

TEXT = "tale"  # what all runs learn from
STARTER = "starter-en"
STARTER_BYTES = 160 * 1024**2  # of a run of that model at its largest


@dataclass(frozen=True)
class Setup:
    name: str
    model: str
    settings: FineTuning
    bytes_needed: int = 4 * 1024**2

    @property
    def arguments(self) -> list[str]:
        """For the command line."""
        settings = {name: value for name, value in self.settings.to_json().items() if value is not None}
        return ["--corpus", TEXT, "--model", self.model, *(f"--set={name}={value}" for name, value in settings.items())]


def make_inputs(folder: Path) -> tuple[Path, Path]:
    """The text and the tiny model that everything is made from."""
    folder.mkdir()
    text = folder / f"{TEXT}.txt"
    text.write_text(tale(300), encoding="utf-8")
    return text, make_tiny_gpt2(folder / "tiny-gpt2")


def setups(tiny: Path) -> list[Setup]:
    """The first of them are those of a short soak."""
    # What is compared bit by bit must not depend on how busy the computer was when its precision was chosen.
    plain = FineTuning(
        steps=600, batch_size=4, context_length=16, learning_rate=3e-3, validate_every=40, patience=0,
        precision=Precision.FLOAT32, seed=3,
    )  # fmt: skip
    few = plain.with_settings({"steps": 6, "batch_size": 2, "validate_every": 2, "learning_rate": 1e-4})
    last = {"method": Method.LAST_LAYERS, "layers": 1, "optimizer": Optimizer.SGD_MOMENTUM}
    return [
        Setup("tiny-adamw", str(tiny), plain),
        Setup("tiny-last", str(tiny), plain.with_settings({**last, "steps": 900, "seed": 4})),
        Setup("starter", STARTER, few.with_settings(last), STARTER_BYTES),
        Setup("tiny-lora", str(tiny), plain.with_settings({"method": Method.LORA, "seed": 5, "validate_every": 30})),
        Setup("tiny-lion", str(tiny), plain.with_settings({"optimizer": Optimizer.LION, "accumulate": 2, "seed": 6})),
    ]  # fmt: skip
