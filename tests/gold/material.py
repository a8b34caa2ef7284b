"""The small project of the gold figures: three texts, a tokenizer and a GPT-2, made without the program.

Everything is written here or drawn by NumPy and Python from a fixed seed, so that whoever computes with it has the
same text, the same tokens and the same weights to the bit.
"""

from __future__ import annotations

import json
import random
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import tokenizers
from safetensors.numpy import save_file

# A head of 32 numbers is the smallest that the program's own attention takes, and a side of 32 its own products.
WIDTH, LAYERS, HEADS, CONTEXT = 64, 2, 2, 64
END = "<|endoftext|>"
SPLITS = {"train": 24, "validation": 6, "test": 5}  # passages in each

# The pairs of pieces that byte-pair encoding joins, the first ones first; Ġ is the space.
MERGED = """
h e | t he | Ġ the | a t | Ġ l | â Ģ | Ġ s | Ġ w | e a | e p |
e r | e d | T he | n d | Ġ b | a i | Ġ a | Ġ The | o r | A n |
n a | An na | c he | at che | Ġs ea | Ġw atche | Ġwatche d | B er | O l | e l |
i l | i t | k ep | o at | t il | Ġ Ber | Ġl it | Ġw el | Ġb oat | Ol d |
kep t | ĠBer til | Ġwel l | Z o | Ã « | Zo Ã« | c l | n ed | Ġ cl | ea ned |
Ġcl eaned | a s | g l | Ġ gl | as s | Ġgl ass | Ġ Anna | Ġ Old | a m | Ġl am |
Ġlam p
"""
MERGES = [(left, right) for left, right in (pair.split() for pair in MERGED.split("|"))]


@dataclass(frozen=True)
class Material:
    """Where the files lie: a folder with a text for each split, and the model's in the Hugging Face layout."""

    text: Path
    model: Path


def make(folder: Path) -> Material:
    """Write the project's files into `folder`."""
    text, model = folder / "lighthouse", folder / "gold-gpt2"
    text.mkdir(parents=True)
    model.mkdir()
    for split in SPLITS:
        (text / f"{split}.txt").write_text("\n\f\n".join(passages(split)) + "\n", encoding="utf-8")
    tokenizer().save(str(model / "tokenizer.json"))
    (model / "config.json").write_text(json.dumps(config()))
    save_file({name: value.astype(np.float32) for name, value in weights().items()}, model / "model.safetensors")
    return Material(text, model)


def passages(split: str) -> list[str]:
    """The passages of a split, which do not follow on each other."""
    draw = random.Random(f"gold {split}")
    return ["\n\n".join(_paragraph(draw) for _ in range(draw.randint(2, 3))) for _ in range(SPLITS[split])]


def _paragraph(draw: random.Random) -> str:
    return " ".join(_sentence(draw) for _ in range(draw.randint(3, 5)))


def _sentence(draw: random.Random) -> str:
    who = draw.choice(("Anna", "Zoë", "Old Bertil", "The keeper"))
    act = draw.choice(("lit", "cleaned", "watched", "mended"))
    thing = draw.choice(("lamp", "glass", "well-kept boat", "sea"))
    when = draw.choice(("at night", "before the storm", "in 1897", "again"))
    return draw.choice(
        (
            f"{who} {act} the {thing}.",
            f"{who} {act} the {thing} {when}.",
            f"“It’s late,” said {who}, and {act} the {thing}.",
            f"Then {when} {who} {act} the {thing}!",
        )
    )


def tokenizer() -> tokenizers.Tokenizer:
    """Byte-pair encoding over bytes: the end of the text is 0, then come the 256 bytes, then what is joined."""
    alphabet = byte_characters()
    tokens = [END, *alphabet, *(left + right for left, right in MERGES)]
    made = tokenizers.Tokenizer(tokenizers.models.BPE({token: number for number, token in enumerate(tokens)}, MERGES))
    made.pre_tokenizer = tokenizers.pre_tokenizers.ByteLevel(add_prefix_space=False)
    made.decoder = tokenizers.decoders.ByteLevel()
    made.add_special_tokens([END])
    return made


def byte_characters() -> list[str]:
    """The character that stands for each byte in GPT-2's vocabulary (Radford et al., 2019, `bytes_to_unicode`)."""
    shown = {*range(33, 127), *range(161, 173), *range(174, 256)}
    hidden = iter(range(256, 512))
    return [chr(byte if byte in shown else next(hidden)) for byte in range(256)]


def config() -> dict[str, object]:
    return {
        "architectures": ["GPT2LMHeadModel"], "model_type": "gpt2", "vocab_size": 257 + len(MERGES),
        "n_positions": CONTEXT, "n_embd": WIDTH, "n_layer": LAYERS, "n_head": HEADS, "resid_pdrop": 0.1,
    }  # fmt: skip


def weights() -> dict[str, np.ndarray]:
    """Random weights under the names and in the shapes of the Hugging Face layout, float32 numbers as float64."""
    blocks = {
        "ln_1.weight": (WIDTH,), "ln_1.bias": (WIDTH,),
        "attn.c_attn.weight": (WIDTH, 3 * WIDTH), "attn.c_attn.bias": (3 * WIDTH,),
        "attn.c_proj.weight": (WIDTH, WIDTH), "attn.c_proj.bias": (WIDTH,),
        "ln_2.weight": (WIDTH,), "ln_2.bias": (WIDTH,),
        "mlp.c_fc.weight": (WIDTH, 4 * WIDTH), "mlp.c_fc.bias": (4 * WIDTH,),
        "mlp.c_proj.weight": (4 * WIDTH, WIDTH), "mlp.c_proj.bias": (WIDTH,),
    }  # fmt: skip
    shapes: dict[str, tuple[int, ...]] = {"wte.weight": (257 + len(MERGES), WIDTH), "wpe.weight": (CONTEXT, WIDTH)}
    for layer in range(LAYERS):
        shapes |= {f"h.{layer}.{name}": shape for name, shape in blocks.items()}
    shapes |= {"ln_f.weight": (WIDTH,), "ln_f.bias": (WIDTH,)}
    draw = np.random.default_rng(1897)
    drawn = {name: draw.normal(0, 0.15, shape).astype(np.float32) for name, shape in shapes.items()}
    for name in drawn:
        if is_norm(name) and name.endswith("weight"):
            drawn[name] += 1
    return {name: value.astype(np.float64) for name, value in drawn.items()}


def is_norm(name: str) -> bool:
    return "ln_" in name
