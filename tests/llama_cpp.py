"""llama.cpp itself, which shares nothing with the program: what it expects after some tokens."""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import xllamacpp


class LlamaCpp:
    """A GGUF file, opened by it; with one thread, since on a busy computer a tiny network waits for others most."""

    def __init__(self, file: Path) -> None:
        asked = xllamacpp.CommonParams()
        asked.model.path = str(file)
        asked.n_ctx, asked.n_parallel, asked.n_gpu_layers = 256, 1, 0
        asked.warmup = asked.fit_params = False
        asked.cpuparams.n_threads = asked.cpuparams_batch.n_threads = 1
        # What it remembers of a text would be rounded to 16 bits.
        asked.cache_type_k = asked.cache_type_v = xllamacpp.ggml_type.GGML_TYPE_F32
        asked.flash_attn_type = xllamacpp.llama_flash_attn_type.LLAMA_FLASH_ATTN_TYPE_DISABLED
        self._server = xllamacpp.Server(asked)

    def likeliest(self, tokens: Sequence[int], most: int = 5) -> dict[int, float]:
        """The probabilities of the next tokens that are likeliest, these first; empty where the likeliest is a part of
        a character, of which it tells nothing."""
        told = self._ask({"prompt": [*tokens], "n_predict": 1, "n_probs": most})["choices"][0]["logprobs"]
        found = told["content"][0]["top_logprobs"] if told and told["content"] else []
        return {each["id"]: math.exp(each["logprob"]) for each in found}

    def goes_on(self, prompt: str, tokens: int) -> str:
        """What it writes behind a text that it cuts itself, with the likeliest token each time."""
        said: str = self._ask({"prompt": prompt, "n_predict": tokens})["choices"][0]["text"]
        return said

    def _ask(self, question: dict[str, Any]) -> dict[str, Any]:
        found: dict[str, Any] = self._server.handle_completions(
            {"temperature": 0.0, "top_k": 1, "cache_prompt": False, **question}
        )
        return found
