"""What `transformers` says of the tiny families, in a Python of its own: TensorFlow and torch end a common process.

    uv run python -m tests.models.peer_logits PYTHON [FAMILY]…    prints what test_families_contract keeps

PYTHON is one that has torch and transformers. What the program exports is asked too, and must say the same.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np

from tests.tiny_families import EVERY, write_any

TOKENS = [int(token) for token in np.random.default_rng(7).integers(3, 300, 24)]
PLACES, ASKED = (4, 23), (2, 9, 100, 299)  # after how many of them, counted from 0; for which tokens
PEER = """
import json, sys, torch
from transformers import AutoConfig, AutoModelForCausalLM
folder, tokens, places, asked = json.loads(sys.argv[1])
config = AutoConfig.from_pretrained(folder)
if config.pad_token_id is not None and config.pad_token_id >= config.vocab_size:
    config.pad_token_id = None  # as SmolLM3's is, where it is not said
settings = {"config": config, "dtype": torch.float32, "attn_implementation": "eager"}
model = AutoModelForCausalLM.from_pretrained(folder, **settings).eval()
with torch.no_grad():
    found = torch.log_softmax(model(torch.tensor([tokens])).logits[0], -1)
print(json.dumps([[round(float(found[place, token]), 5) for token in asked] for place in places]))
"""


def asked(python: str, folder: Path) -> list[list[float]]:
    command = [python, "-c", PEER, json.dumps([str(folder), TOKENS, PLACES, ASKED])]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    found: list[list[float]] = json.loads(told.splitlines()[-1])
    return found


def main() -> None:
    from tests.models.test_families_contract import exported
    from workbench.models.catalogue import find_model
    from workbench.models.language_model import load

    for family in sys.argv[2:] or EVERY:
        if family == "word-lstm":
            continue
        with tempfile.TemporaryDirectory() as place:
            folder = write_any(Path(place) / family, family)
            found = asked(sys.argv[1], folder)
            again = asked(sys.argv[1], exported(load(find_model(str(folder))), Path(place) / "exported"))
        difference = float(np.abs(np.subtract(found, again)).max())
        print(f'    "{family}": {found},  # exported: {difference:.0e} from it', flush=True)


if __name__ == "__main__":
    main()
