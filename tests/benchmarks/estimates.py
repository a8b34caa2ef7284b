"""What a model's card says that it takes, against what it then takes: memory to predict and to train, and time.

    uv run python -m tests.benchmarks.estimates starter-en [--set batch_size=4]... [--rounds 5] [--json]

The computer's speed and the steps are measured in turns; of each the fastest counts, which other programs disturbed
least. Memory is that of this process, which has no window.
"""

from __future__ import annotations

import argparse
import json
import time
from statistics import median

import numpy as np
import psutil

from workbench.corpora.encoding import EncodedCorpus
from workbench.costs.fit import WINDOW_BYTES, Speed, estimate
from workbench.costs.settling import settle
from workbench.models.catalogue import find_model
from workbench.models.language_model import import_libraries, load
from workbench.tasks.next_word.task import TASK as NEXT_WORD
from workbench.values.fine_tuning import FineTuning

STEPS = 2  # in each round


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("model")
    parser.add_argument("--set", action="append", default=[], metavar="KEY=VALUE")
    parser.add_argument("--rounds", type=int, default=5, help="with 0, memory alone")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    settings = FineTuning().with_settings(dict(pair.split("=", 1) for pair in options.set))
    figures = compare(options.model, options.model.models.named(settings), options.rounds)
    if options.json:
        print(json.dumps(figures))
        return
    for name, (said, found) in figures.items():
        print(f"{name:32} estimated {said:14,.2f}   measured {found:14,.2f}   {said / found:5.2f}")


def compare(name: str, fine_tuning: FineTuning, rounds: int) -> dict[str, tuple[float, float]]:
    """What is estimated and what is measured, for each figure."""
    from workbench.costs.speed import measure
    from workbench.prediction.decoders import make_decoder
    from workbench.prediction.words import next_words
    from workbench.training.learner import Learner
    from workbench.training.products import suited_precision

    import_libraries()
    card = find_model(name)
    settings = settle(fine_tuning, card)
    model = load(card, training_text=["a text of a few words and a few more words, and a few more words"])
    next_words(make_decoder(model), model.tokenizer, "The old man went down to the sea and looked for his")
    asked = psutil.Process().memory_info().rss
    settings = settings.with_settings({"precision": suited_precision(settings.precision, card.kind)})
    said = estimate(card, settings, 0)
    figures = {"bytes to predict": (float(said.bytes_to_predict - WINDOW_BYTES), float(asked))}

    learner = Learner(model, settings, NEXT_WORD)
    before = psutil.Process().memory_info().rss
    taken = before + learner.dry_step()
    figures["bytes to train"] = (float(said.memory_bytes - WINDOW_BYTES), float(taken))

    if not rounds:
        return figures
    tokens = np.random.default_rng(0).integers(0, model.tokenizer.vocabulary, 40_000).astype(np.int32)
    dataset = learner.dataset(EncodedCorpus(tokens, tokens, tokens))
    speeds, times = [], []
    for number in range(rounds):
        speeds.append(measure(median))  # whatever else runs disturbs a step as much
        for step in range(STEPS):
            start = time.perf_counter()
            learner.learn(dataset, STEPS * number + step + 1, 100)
            times.append(time.perf_counter() - start)
    speed = Speed(*(max(getattr(found, name) for found in speeds) for name in ("float32", "bfloat16", "elements")))
    seconds = estimate(card, settings, 0, speed=speed).seconds_per_1000_tokens
    figures["seconds to learn 1,000 tokens"] = (seconds, 1000 * min(times) / settings.tokens_per_step)
    return figures


if __name__ == "__main__":
    main()
