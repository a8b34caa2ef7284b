"""What lies beside a GGUF file so that Ollama runs it: a Modelfile, and the two lines that start it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.exporting.hugging_face import end_of_text
from workbench.messages.message import message
from workbench.messages.rendering import render

if TYPE_CHECKING:
    from workbench.models.language_model import LanguageModel

MODELFILE = "Modelfile"
_MOST_CONTEXT = 4096  # tokens that are set aside from the beginning; a person may ask for more


def modelfile(model: LanguageModel, file: str, template: str) -> str:
    """https://docs.ollama.com/modelfile. Of a model without a template for conversations a prompt is gone on with."""
    end = end_of_text(model)
    lines = [f"FROM ./{file}"]
    if not template:
        lines.append('TEMPLATE """{{ .Prompt }}"""')
    lines += [
        "PARAMETER temperature 0.8",
        "PARAMETER top_p 0.95",
        f"PARAMETER num_ctx {min(model.context_length, _MOST_CONTEXT)}",
    ]
    if end is not None and '"' not in end:
        lines.append(f'PARAMETER stop "{end}"')
    return "\n".join([*lines, ""])


def how_to_open(name: str, file: str) -> str:
    ollama = f"```\nollama create {name} -f {MODELFILE}\nollama run {name}\n```"
    llama = f'```\nllama-cli -m {file} -p "Once upon a time"\n```'
    said = (
        render(message("card.open_with_ollama")),
        ollama,
        render(message("card.open_with_llama")),
        llama,
        render(message("card.open_gguf_here", file=file)),
    )
    return "\n\n".join(said)
