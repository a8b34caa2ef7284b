"""Chat templates of the kinds that models bring, on a tokenizer that has their marks, and conversations for them."""

from __future__ import annotations

import json
from pathlib import Path

from tests.tiny_families import byte_tokenizer

# As SmolLM2's, Zephyr's, Llama 2's and Mistral's in their essentials; the first as transformers wants it for masks.
TAGGED = """\
{% for message in messages %}
    {% if loop.first and message['role'] != 'system' %}
        {{- '<|im_start|>system\\nBe kind.<|im_end|>\\n' }}
    {%- endif %}
    {{- '<|im_start|>' + message['role'] + '\\n' }}
    {%- if message['role'] == 'assistant' %}
        {%- generation %}
            {{- message['content'] + '<|im_end|>' }}
        {%- endgeneration %}
    {%- else %}
        {{- message['content'] + '<|im_end|>' }}
    {%- endif %}
    {{- '\\n' -}}
{% endfor %}
{% if add_generation_prompt %}
    {{- '<|im_start|>assistant\\n' -}}
{% endif %}"""
SPACED = (
    "{{ bos_token }}{% for message in messages %}"
    "{% if (message.role == 'user') != (loop.index0 % 2 == 0) %}"
    "{{ raise_exception('Roles must alternate.') }}{% endif %}"
    "{% if message.role == 'user' %}{{ '[INST] ' + message.content.strip() + ' [/INST]' }}"
    "{% else %}{% generation %}{{ ' ' + message.content + ' ' + eos_token }}{% endgeneration %}{% endif %}{% endfor %}"
)
TEMPLATES = {"tagged": TAGGED, "spaced": SPACED}
CONVERSATIONS = (
    (("user", "Anna lit the lamp?"), ("assistant", "Clara cleaned the glass.\nBertil watched <b> sea!"),
     ("user", "你好 é"), ("assistant", "No.")),
    (("user", "a"), ("assistant", "the lamp, the lamp")),
)  # fmt: skip


def write_chat_folder(folder: Path, template: str) -> Path:
    """Everything of a model that says how a conversation is put down."""
    folder.mkdir(parents=True, exist_ok=True)
    tokenizer = byte_tokenizer("smollm2")
    tokenizer.add_special_tokens(["<|im_end|>"])
    tokenizer.save(str(folder / "tokenizer.json"))
    settings = {"tokenizer_class": "PreTrainedTokenizerFast", "eos_token": "<|im_end|>", "bos_token": "<|im_start|>"}
    (folder / "tokenizer_config.json").write_text(json.dumps(settings))
    (folder / "chat_template.jinja").write_text(TEMPLATES[template])
    return folder
