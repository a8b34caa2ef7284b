"""A whole run with a model of each family: learning, stopping, going on, and everything that can be asked of it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from tests.tiny_families import write
from workbench.corpora.encoding import encode
from workbench.ground.generators import last
from workbench.project.project import Project
from workbench.services.workbench import Workbench
from workbench.tasks.next_word.passages import batch
from workbench.training.events import Command, StepMeasured, Validated
from workbench.values.fine_tuning import FineTuning
from workbench.values.methods import Precision
from workbench.values.model_ref import Folder
from workbench.values.run import RunStatus

SETTINGS = FineTuning(
    steps=3, batch_size=2, context_length=32, validate_every=2, dropout=0.0, learning_rate=1e-3, seed=5
)
FAMILIES = ("llama", "qwen2", "qwen3", "mistral", "gemma3", "smollm3")


@pytest.mark.parametrize("family", FAMILIES)
def test_a_model_of_each_family_learns_goes_on_and_answers(family: str, tale_project: Project, tmp_path: Path) -> None:
    dtype = "bfloat16" if family in ("qwen2", "gemma3") else "float32"
    folder = write(tmp_path / family, family, dtype, blocks=1)
    services = Workbench(tale_project)
    precision = Precision.BFLOAT16 if family in ("llama", "gemma3", "qwen3") else Precision.FLOAT32
    settings = SETTINGS.with_settings({"precision": precision})

    steps, validations = [], []
    training = services.training.train("tale", Folder(folder), settings, name="first")
    command = None
    while True:
        try:
            event = training.send(command)
        except StopIteration as stop:
            assert stop.value.status is RunStatus.STOPPED
            break
        if isinstance(event, StepMeasured):
            steps.append(event)
            command = Command.STOP if event.step == 2 else None
        if isinstance(event, Validated):
            validations.append(event.loss)

    # The compiled step's loss is what the network says, one operation after the other, in float32.
    model = services.models.start_weights(Folder(folder), 5, [tale_project.corpora.named("tale")])
    tokens = last(encode(tale_project.corpora.named("tale"), model.tokenizer)).train
    passages = batch(tokens, 5, 1, 2, 32)
    inputs, targets = passages[:, :-1], passages[:, 1:]
    logits = np.asarray(model.network({"token_ids": inputs, "padding_mask": np.ones_like(inputs)}), np.float64)
    expected = np.log(np.exp(logits).sum(-1)) - np.take_along_axis(logits, targets[..., None], -1)[..., 0]
    tolerance = 2e-2 if precision is Precision.BFLOAT16 else 1e-4
    assert steps[0].loss == pytest.approx(expected.mean(), abs=tolerance)
    assert validations[-1] < validations[0]

    finished = last(services.training.resume("first"))
    assert finished.status is RunStatus.FINISHED

    words = services.asking.predict(services.models.named("first"), "Anna lit the")
    assert len(words) == 10 and sum(word.probability for word in words) <= 1 + 1e-6
    assert not any(mark in word.word for word in words for mark in ("▁", "<0x", "<|", "<s>", "<bos>"))
    assert services.asking.predict(services.models.named("first"), "Anna li", typing=True)
    written = last(services.asking.generate(services.models.named("first"), "Bertil", words=4))
    assert written and "▁" not in written
    text = "Clara watched the sea. Ünder 鯨"
    surprise = last(services.asking.surprise(services.models.named("first"), text))
    assert "".join(text[word.start : word.end] for word in surprise.words) == text
    assert all(0 < word.probability <= 1 for word in surprise.words)
    result = last(services.asking.evaluate(services.models.named("first"), "tale"))
    assert np.isfinite(result.loss) and result.bits_per_byte < 8
