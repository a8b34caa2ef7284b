"""What `transformers` says of odd folders and of the keys of a config.json, in a Python of its own.

    uv run python -m tests.models.peer_oddities PYTHON [--write]     compares, or writes peer_oddities.json anew
    uv run python -m tests.models.peer_oddities PYTHON --drawn N     N folders with keys taken out and changed

PYTHON is one that has torch and transformers. Of each family it is kept which keys its config class has, with their
values where nothing is said, and which of them changed what a network computes when they were set to something else.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.models.oddities import OPENED, TOKENS, write_oddity
from tests.tiny_families import CONFIGS, write_any

FILE = Path(__file__).with_suffix(".json")
FAMILIES = ("gpt2", *CONFIGS)
_LOGS = """
import json, sys, torch, transformers
from transformers import AutoConfig, AutoModelForCausalLM
transformers.logging.set_verbosity_error()
folders, tokens = json.load(sys.stdin)

def logs(folder):
    try:
        config = AutoConfig.from_pretrained(folder)
        if getattr(config, "pad_token_id", None) is not None and config.pad_token_id >= config.vocab_size:
            config.pad_token_id = None
        config.return_dict = True
        settings = {"config": config, "dtype": torch.float32, "attn_implementation": "eager"}
        model, told = AutoModelForCausalLM.from_pretrained(folder, output_loading_info=True, **settings)
        row = torch.tensor([tokens[: getattr(config, "n_positions", None) or config.max_position_embeddings]])
        if told["missing_keys"] or told["mismatched_keys"] or row.shape[1] < 2:
            return None
        with torch.no_grad():
            found = torch.log_softmax(model.eval()(row).logits[0].double(), -1)
        return [round(float(x), 5) for x in found[:-1].gather(1, row[0][1:, None])[:, 0]]
    except Exception as error:
        return type(error).__name__ + ": " + str(error)[:200]

for folder in folders:
    print(json.dumps(logs(folder)), flush=True)
"""
_KEYS = """
import dataclasses, json, sys
from transformers import CONFIG_MAPPING
found = {}
for kind in json.load(sys.stdin):
    made = CONFIG_MAPPING[kind]
    found[kind] = {field.name: field.default for field in dataclasses.fields(made)}
print(json.dumps(found))
"""


def told(python: str, program: str, asked: Any) -> list[Any]:
    """What a program prints, a line of JSON each."""
    done = subprocess.run([python, "-c", program], input=json.dumps(asked), capture_output=True, text=True, check=True)
    return [json.loads(line) for line in done.stdout.splitlines() if line[:1] in '[{n"']


def logs_of(python: str, folders: list[Path]) -> list[Any]:
    """Of each folder the logarithms of each token's probability; why it is refused, None where it lacks weights."""
    return told(python, _LOGS, [list(map(str, folders)), TOKENS])


def changed(value: Any) -> Any:
    """Something else of the same kind."""
    match value:
        case bool():
            return not value
        case int():
            return value + 1
        case float():
            return value * 2 + 0.25
        case str():
            return {"silu": "gelu", "gelu_new": "relu", "gelu_pytorch_tanh": "relu"}.get(value, f"{value}x")
    return None


def matters(python: str, keys: Mapping[str, Mapping[str, Any]], place: Path) -> dict[str, list[str]]:
    """Which keys change what a network computes, or whether it can be filled: each set to something else by itself."""
    place.mkdir()
    asked: dict[tuple[str, str], Path] = {}
    for family in FAMILIES:
        config = json.loads((write_any(place / family, family) / "config.json").read_text())
        asked[family, ""] = place / family
        for key, usual in keys[config["model_type"]].items():
            other = changed(config.get(key, usual))
            if other is None:
                continue
            folder = write_any(place / f"{family}-{key}", family)
            (folder / "config.json").write_text(json.dumps({**config, key: other}))
            asked[family, key] = folder
    found = dict(zip(asked, logs_of(python, list(asked.values())), strict=True))
    different: dict[str, set[str]] = {}
    for (family, key), logs in found.items():
        kind = "gpt2" if family == "gpt2" else CONFIGS[family]["model_type"]
        if key and logs != found[family, ""]:
            different.setdefault(kind, set()).add(key)
    return {kind: sorted(names) for kind, names in different.items()}


def main() -> int:
    python = sys.argv[1]
    with tempfile.TemporaryDirectory() as place:
        if "--drawn" in sys.argv:
            from tests.models.drawn_configs import compare

            return compare(python, int(sys.argv[-1]), Path(place))
        folders = [write_oddity(Path(place) / f"odd {number}", name) for number, name in enumerate(OPENED)]
        logs = dict(zip(OPENED, logs_of(python, folders), strict=True))
        kinds = sorted({"gpt2", *(config["model_type"] for config in CONFIGS.values())})
        (keys,) = told(python, _KEYS, kinds)
        found = {"logs": logs, "keys": keys, "matters": matters(python, keys, Path(place) / "keys")}
    if "--write" in sys.argv:
        FILE.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
        return 0
    kept = json.loads(FILE.read_text(encoding="utf-8"))
    different = [
        f"{part} {name}" for part in found for name in found[part] if found[part][name] != kept[part].get(name)
    ]
    print("the same" if not different else f"different: {', '.join(different)}")
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main())
