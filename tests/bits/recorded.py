"""Reference values of the program: what a change of its structure must leave as it is, to the last bit.

A run's losses and final weights, for three families and the ways they can learn, and what the commands answer about
projects of every stored schema. Bits depend on the processor and on the libraries, so they are kept with a word about
both; where those are others, the same numbers are compared as numbers.

    python -m tests.bits            compare all of it
    python -m tests.bits --write    record it anew, after a change that is meant to change results
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import json
import shutil
from pathlib import Path
from typing import Any

import numpy as np
import psutil
from safetensors.numpy import load_file

from tests.tiny_families import write as write_family
from tests.tiny_models import make_tiny_gpt2, tale
from workbench.cli.main import main
from workbench.ground.generators import last
from workbench.ground.installed import version_of
from workbench.project.project import Project
from workbench.services.workbench import Workbench
from workbench.values.fine_tuning import FineTuning

FILE = Path(__file__).with_name("recorded.json")
SCHEMAS = Path(__file__).parents[1] / "store"
SETTINGS = FineTuning(
    steps=6, batch_size=2, context_length=32, validate_every=3, learning_rate=1e-3, seed=5, precision="float32"
)
RUNS = (
    "gpt2 full", "gpt2 lora", "gpt2 gradual_unfreezing",
    "lstm full", "lstm last_layers", "lstm gradual_unfreezing",
    "llama full", "llama lora", "llama gradual_unfreezing",
)  # fmt: skip


def machine() -> str:
    """What the bits of a result depend on, besides the program."""
    with contextlib.suppress(OSError):
        flags = next(line for line in Path("/proc/cpuinfo").read_text().splitlines() if line.startswith("flags"))
        libraries = [f"{name} {version_of(name)}" for name in ("tensorflow", "keras", "keras-hub", "numpy")]
        return hashlib.sha256(" ".join([flags, str(psutil.cpu_count()), *libraries]).encode()).hexdigest()[:16]
    return ""


def made(run: str, folder: Path) -> dict[str, Any]:
    """What comes of a run: its losses, exactly, and a hash of its last weights."""
    family, method = run.split()
    folder.mkdir(parents=True)
    (folder / "tale.txt").write_text(tale(120), encoding="utf-8")
    with Project.create(folder / "project") as project:
        services = Workbench(project)
        last(services.texts.import_corpus([folder / "tale.txt"], "tale"))
        settings = SETTINGS.with_settings({"method": method})
        ended = last(services.training.train("tale", services.models.named(_model(family, folder)), settings, "run"))
        curves = project.runs.curves(ended)
        weights = load_file(project.checkpoints.of(ended)[-1].folder / "weights.safetensors")
    digest = hashlib.sha256()
    for name in sorted(weights):
        digest.update(np.ascontiguousarray(weights[name]).tobytes())
    kept = {name: [float(value).hex() for value in curves[name].values] for name in ("loss", "validation_loss")}
    return {**kept, "weights": digest.hexdigest(), "kept_step": ended.kept_step}


def of_kept(answer: Any, kept: Any) -> Any:
    """What of an answer was asked for when the other was kept: a key may be new, but none may go or change."""
    if isinstance(answer, dict) and isinstance(kept, dict):
        return {name: of_kept(value, kept[name]) for name, value in answer.items() if name in kept}
    if isinstance(answer, list) and isinstance(kept, list) and len(answer) == len(kept):
        return [of_kept(*pair) for pair in zip(answer, kept, strict=True)]
    return answer


def answers(folder: Path) -> dict[str, Any]:
    """What the commands print about a project of each schema, without the paths of this computer."""
    found = {}
    for schema in sorted(SCHEMAS.glob("schema_*.sqlite")):
        project = folder / schema.stem
        project.mkdir(parents=True)
        shutil.copyfile(schema, project / "project.sqlite")
        for command in ("runs", "corpora", "compare"):
            printed = io.StringIO()
            with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(io.StringIO()):
                assert main([command, str(project), "--json"]) == 0
            found[f"{schema.stem} {command}"] = json.loads(printed.getvalue().replace(str(project), "@project"))
    return found


def _model(family: str, folder: Path) -> str:
    match family:
        case "gpt2":
            return str(make_tiny_gpt2(folder / "gpt2", layers=2))
        case "llama":
            return str(write_family(folder / "llama", "llama", blocks=2))
    return "scratch:lstm-en"
