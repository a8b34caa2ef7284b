"""What few bits cost: each kind of numbers that a GGUF file can be written in, for a model and a text.

    python -m tests.benchmarks.quantisations TEXT [--model starter-en]

How large the file is, how long it takes to write, how far its next words are from the model's, and its bits per byte on
the end of the text.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from pathlib import Path

from workbench.exporting.card import ExportCard
from workbench.exporting.gguf.folder import write_gguf
from workbench.exporting.gguf.quantisations import Quantisation
from workbench.ground.generators import last
from workbench.models.catalogue import find_model
from workbench.models.language_model import load

CHARACTERS = 40_000  # at the end of the text, of which the first tokens are read


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("text", type=Path)
    asked.add_argument("--model", default="starter-en")
    options = asked.parse_args()
    model = load(find_model(options.model))
    text = options.text.read_text(encoding="utf-8")[-CHARACTERS:]
    print("| kind | MB | seconds | bits per byte | of the model | of the probability |")
    print("| --- | --- | --- | --- | --- | --- |")
    for wanted in Quantisation:
        with tempfile.TemporaryDirectory() as folder:
            file, begun = Path(folder) / "model.gguf", time.perf_counter()
            written = last(write_gguf(model, file, ExportCard(options.model, (), "", ""), wanted, [text]))
            seconds, loss = time.perf_counter() - begun, written.loss
            size = file.stat().st_size / 1e6
            print(
                f"| {wanted.name} | {size:.1f} | {seconds:.1f} | {loss.bits:.4f} | {loss.bits_of_model:.4f} "
                f"| {100 * loss.distance:.2g} % |",
                flush=True,
            )


if __name__ == "__main__":
    main()
