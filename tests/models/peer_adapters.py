"""What `peft` says of the adapters of tests/adapters.py, each on its base.

    uv run python -m tests.models.peer_adapters PYTHON    prints what test_adapters keeps

PYTHON is one that has torch, transformers and peft.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.adapters import CASES, write_case
from tests.models.peer_logits import ASKED, PLACES, TOKENS

PEER = """
import json, sys, torch
from peft import PeftModel
from transformers import AutoModelForCausalLM
base, adapter, tokens, places, asked = json.loads(sys.argv[1])
model = AutoModelForCausalLM.from_pretrained(base, dtype=torch.float32, attn_implementation="eager")
model = PeftModel.from_pretrained(model, adapter).eval()
with torch.no_grad():
    found = torch.log_softmax(model(torch.tensor([tokens])).logits[0], -1)
print(json.dumps([[round(float(found[place, token]), 5) for token in asked] for place in places]))
"""


def main() -> None:
    for name in CASES:
        with tempfile.TemporaryDirectory() as place:
            folder = write_case(Path(place), name)
            asked = json.dumps([str(folder.parent / "base"), str(folder), TOKENS, PLACES, ASKED])
            told = subprocess.run([sys.argv[1], "-c", PEER, asked], capture_output=True, text=True, check=True).stdout
        print(f'    "{name}": {json.loads(told.splitlines()[-1])},', flush=True)


if __name__ == "__main__":
    main()
