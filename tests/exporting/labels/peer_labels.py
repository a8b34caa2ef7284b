"""What `transformers` says of exported runs of labels, in a Python of its own: with TensorFlow torch has no process.

    uv run python -m tests.exporting.labels.peer_labels PYTHON [FAMILY]…    prints what test_label_families keeps

PYTHON is one that has torch and transformers. Several texts are asked at once, the shorter one with padding.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

import numpy as np

from tests.tiny_families import EVERY, write_any
from workbench.exporting.card import ExportCard
from workbench.exporting.hugging_face import Numbers
from workbench.exporting.labels.label_model import LabelModel
from workbench.exporting.labels.writing import write_folder
from workbench.ground.generators import last
from workbench.models.catalogue import find_model
from workbench.models.language_model import LanguageModel, load
from workbench.tasks.registry import find_task
from workbench.values.fine_tuning import FineTuning
from workbench.values.labels import LabelKind, LabelSet
from workbench.values.methods import Pooling

KINDS = ("concat", "last", "words")
TEXTS = ("Anna lit the lamp.", "Bertil watched")
WORDS = ("Clara", "lit", "the", "sea")
CLASSES = LabelSet(LabelKind.CLASSES, ("good", "bad", "so-so"), (5, 5, 5), 15)
TAGS = LabelSet(LabelKind.TAGS, ("B-NP", "I-NP", "O"), (), 5)
PEER = """
import json, sys, torch, warnings
warnings.simplefilter("ignore")
from transformers import AutoModelForSequenceClassification, AutoModelForTokenClassification, AutoTokenizer
folder, kind, texts, words = json.loads(sys.argv[1])
sys.path.insert(0, folder)
tells_words = kind == "words"
auto = AutoModelForTokenClassification if tells_words else AutoModelForSequenceClassification
own = "auto_map" in json.load(open(folder + "/config.json"))
if own:  # without the file that comes with it, nobody gets an answer
    try:
        found = auto.from_pretrained(folder, trust_remote_code=False)
    except (RuntimeError, ValueError):
        pass
    else:
        raise SystemExit("opened without its own class")
settings = {"dtype": torch.float32, "attn_implementation": "eager", "trust_remote_code": own}
model, told = auto.from_pretrained(folder, output_loading_info=True, **settings)
assert not told["missing_keys"] and not told["unexpected_keys"], told
tokenizer = AutoTokenizer.from_pretrained(folder, trust_remote_code=own)
with torch.no_grad():
    if tells_words:
        from read_twice import read_twice
        tokens, ends = read_twice(tokenizer.backend_tokenizer, words)
        logits = model.eval()(torch.tensor([tokens])).logits[0][ends]
    else:
        logits = model.eval()(**tokenizer(texts, padding=True, truncation=True, return_tensors="pt")).logits
assert model.config.id2label[0] in ("good", "B-NP")
print(json.dumps([[round(float(value), 5) for value in row] for row in logits]))
"""


@cache
def opened(folder: Path, family: str) -> LanguageModel:
    """For all heads, each of which has layers of its own."""
    return load(find_model(str(write_any(folder, family))))


def made(place: Path, family: str, kind: str) -> LabelModel:
    """A network of a family with a head whose numbers come from a fixed seed."""
    model = opened(place / family, family)
    pooling = Pooling.LAST if kind == "last" else Pooling.CONCAT
    settings = FineTuning(pooling=pooling).within(model.context_length)
    labels = TAGS if kind == "words" else CLASSES
    task = find_task("tags" if kind == "words" else "labels").with_labels(labels)
    network = task.head(model, settings)
    draw = np.random.default_rng(5)
    for variable in network.get_layer("labels").weights:
        variable.assign(draw.normal(0, 0.3, variable.shape).astype(np.float32))
    told = None if kind == "words" else pooling
    return LabelModel(model, network, network, task.name, labels, told, settings.context_length)


def asked(python: str, folder: Path, kind: str) -> list[list[float]]:
    command = [python, "-c", PEER, json.dumps([str(folder), kind, TEXTS, WORDS])]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(done.stderr)
    found: list[list[float]] = json.loads(done.stdout.splitlines()[-1])
    return found


def main() -> None:
    for family in sys.argv[2:] or EVERY:
        for kind in KINDS:
            with tempfile.TemporaryDirectory() as place:
                folder = Path(place) / "out"
                folder.mkdir()
                card = ExportCard("exported", ("en",), "MIT", "A tale.")
                last(write_folder(made(Path(place), family, kind), folder, card, "hf", Numbers.FLOAT32))
                print(f'    ("{family}", "{kind}"): {asked(sys.argv[1], folder, kind)},', flush=True)


if __name__ == "__main__":
    main()
