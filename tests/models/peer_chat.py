"""What `transformers` makes of the conversations of chat_templates.py, and which tokens it holds to be the model's.

    uv run python -m tests.models.peer_chat PYTHON    writes chat_tokens.json, with which test_chat_templates compares

PYTHON is one that has transformers.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.models.chat_templates import CONVERSATIONS, TEMPLATES, write_chat_folder

KEPT = Path(__file__).with_name("chat_tokens.json")
PEER = """
import json, sys
from transformers import AutoTokenizer
folder, conversations = json.loads(sys.argv[1])
tokenizer, told = AutoTokenizer.from_pretrained(folder), []
for turns in conversations:
    messages = [{"role": role, "content": content} for role, content in turns]
    found = tokenizer.apply_chat_template(messages, return_dict=True, return_assistant_tokens_mask=True, tokenize=True)
    told.append([found["input_ids"], "".join(map(str, found["assistant_masks"]))])
print(json.dumps(told))
"""


def main() -> None:
    found = {}
    for name in TEMPLATES:
        with tempfile.TemporaryDirectory() as place:
            asked = json.dumps([str(write_chat_folder(Path(place), name)), CONVERSATIONS])
            told = subprocess.run([sys.argv[1], "-c", PEER, asked], capture_output=True, text=True, check=True).stdout
        found[name] = json.loads(told.splitlines()[-1])
    KEPT.write_text(json.dumps(found) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
