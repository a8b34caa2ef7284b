"""The learning-rate ramp: its rates, its end, and that it touches nothing."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from tests.tiny_models import tale
from workbench.corpora.encoding import EncodedCorpus
from workbench.messages.errors import KnownError
from workbench.models.catalogue import find_model
from workbench.models.language_model import load
from workbench.tasks.next_word.task import TASK as NEXT_WORD
from workbench.training.rate_finder import TriedRate, try_rates
from workbench.values.fine_tuning import FineTuning

SETTINGS = FineTuning(batch_size=4, context_length=16, learning_rate=1e-2)


def test_the_ramp_rises_evenly_and_ends_where_the_loss_breaks_out(two_layers: Path) -> None:
    model = load(find_model(str(two_layers)))
    corpus = EncodedCorpus(*(model.tokenizer.encode(tale(size, seed)) for seed, size in enumerate((60, 10, 10))))
    tried: list[TriedRate] = []
    ramp = try_rates(model, corpus, SETTINGS, NEXT_WORD)
    try:
        while True:
            tried.append(next(ramp))
    except StopIteration as ended:
        suggested = ended.value
    rates = np.log([each.learning_rate for each in tried])
    assert np.diff(rates) == pytest.approx(np.diff(rates)[0])
    assert tried[0].learning_rate == pytest.approx(1e-5) and 20 < len(tried) < 60, "it broke out before the end"
    losses = np.array([each.loss for each in tried])
    lowest = int(losses.argmin())
    assert losses[0] - losses[lowest] > 0.3
    assert suggested == pytest.approx(tried[lowest].learning_rate / 10, rel=0.5)


def test_a_text_too_short_is_refused(two_layers: Path) -> None:
    few = np.arange(10)
    with pytest.raises(KnownError, match="at least 17 tokens"):
        next(try_rates(load(find_model(str(two_layers))), EncodedCorpus(few, few, few), SETTINGS, NEXT_WORD))
