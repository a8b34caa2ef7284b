"""What transfer learning is worth on a text: bundled models fine-tuned, beside the same networks from random weights.

    uv run python -m tests.benchmarks.transfer TEXT... [--model NAME]... [--steps 300] [--ask PROMPT]...

Each pair learns the same text with the same settings and seed. After a short warm-up the learning rate is constant, so
that each point of a curve is what a run with that budget would have ended with. Losses are those of the run, over the
beginning of the text's validation split. Those of models with different vocabularies cannot be compared; bits per byte
can, since words outside a vocabulary are charged for their spelling.
"""

from __future__ import annotations

import argparse
import os
import tempfile
from pathlib import Path

from workbench.cli.terminal import bar
from workbench.ground.generators import last
from workbench.project.project import Project
from workbench.services.workbench import Workbench
from workbench.training.events import Validated
from workbench.values.fine_tuning import FineTuning
from workbench.values.methods import Schedule
from workbench.values.run import Run

MODELS = ("starter-en", "gpt-en", "lstm-en")
WARMUP_STEPS = 5
TWENTIETHS = 20  # of the budget, at the end of which there is a look at the validation split
SHOWN = (1, 2, 5, 10, 20)  # of these, in the table

Curve = dict[int, float]  # step → validation loss, nats per token


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("texts", type=Path, nargs="+", metavar="TEXT", help="a file, or a folder with its split")
    parser.add_argument("--model", action="append", default=[], metavar="NAME", help=f"default: {', '.join(MODELS)}")
    parser.add_argument("--steps", type=int, default=300)
    parser.add_argument("--ask", action="append", default=[], metavar="PROMPT", help="next words before and after")
    options = parser.parse_args()
    settings = FineTuning(
        steps=options.steps,
        schedule=Schedule.CONSTANT,
        warmup=WARMUP_STEPS / options.steps,
        validate_every=max(1, options.steps // TWENTIETHS),
        patience=0,
    )
    print(
        f"{settings.steps} steps of {settings.batch_size} × {settings.context_length} tokens, {settings.optimizer}, "
        f"{os.cpu_count()} cores; validation loss in nats per token"
    )
    for text in options.texts:
        with tempfile.TemporaryDirectory() as folder, Project.create(Path(folder) / "project") as project:
            services = Workbench(project)
            files = sorted(text.glob("*.txt")) if text.is_dir() else [text]
            corpus = last(services.texts.import_corpus(files, "text"))
            print(f"\n{text.name}: {corpus.contents.statistics.words:,} words", flush=True)
            services.models.warm_up()
            for model in options.model or MODELS:
                compare(services, model, settings, options.ask)


def compare(services: Workbench, model: str, settings: FineTuning, prompts: list[str]) -> None:
    """Print both curves of a model, when the pretrained one was ahead for good, and what it says of `prompts`."""
    before = last(services.asking.evaluate(services.models.named(model), "text"))
    bits = before.bits_per_byte / before.loss
    curves: dict[str, Curve] = {}
    for title, reference in (("fine-tuned", model), ("from scratch", f"scratch:{model}")):
        curves[title], run = learn(services, reference, settings)
        row = "".join(f"{curves[title][part * settings.validate_every]:9.3f}" for part in SHOWN)
        best = min(curves[title].values())
        print(
            f"{model:12} {title:13} start {curves[title][0]:7.3f}, after "
            f"{', '.join(str(part * settings.validate_every) for part in SHOWN)}: {row}; best {best:.3f} "
            f"= {best * bits:.3f} bits per byte, {run.seconds:.0f} s",
            flush=True,
        )
    ours, scratch = curves["fine-tuned"], curves["from scratch"]
    target = min(scratch.values())
    reached = next((step for step, loss in ours.items() if loss <= target), None)
    ahead = all(ours[step] < scratch[step] for step in ours)
    print(
        f"{model:12} ahead at every budget: {'yes' if ahead else 'no'}; the scratch model's best is reached by step "
        f"{reached} of {settings.steps}"
    )
    for prompt in prompts:
        for title, asked in (("before", model), ("after", f"{model} learnt")):
            print(f"\n“{prompt}”, {title}:")
            for found in services.asking.predict(services.models.named(asked), prompt, top=5):
                print(bar(found.word, found.probability))


def learn(services: Workbench, reference: str, settings: FineTuning) -> tuple[Curve, Run]:
    curve: Curve = {}
    training = services.training.train(
        "text", services.models.named(reference), settings, name=f"{reference.replace(':', ' ')} learnt"
    )
    try:
        while True:
            event = next(training)
            if isinstance(event, Validated):
                curve[event.step] = event.loss
    except StopIteration as ended:
        run: Run = ended.value
    return curve, run


if __name__ == "__main__":
    main()
