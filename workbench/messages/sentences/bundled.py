"""What the models have read that come with the program or from the Hub; their cards say the same in English."""

from __future__ import annotations

from workbench.messages.marking import QT_TRANSLATE_NOOP

SENTENCES: dict[str, str] = {
    "bundled.gpt_en": QT_TRANSLATE_NOOP("bundled", "325 public-domain English books and 35 texts of US-government prose (142 MB)"),
    "bundled.gpt_zh": QT_TRANSLATE_NOOP("bundled", "Public-domain Chinese prose (Lu Xun and his time, old novels), laws, some poetry, and under free licences paragraphs of Wikipedia, conversations and pages (65 MB, simplified)"),
    "bundled.lstm_words": QT_TRANSLATE_NOOP("bundled", "Nothing yet: it takes its words from your text and starts with random weights"),
    "bundled.smollm2": QT_TRANSLATE_NOOP("bundled", "Two trillion tokens of English pages, books, code and conversations (Hugging Face, 2024); kept in 4 bits"),
    "bundled.starter_en": QT_TRANSLATE_NOOP("bundled", "690 public-domain English books and US-government prose (78.6 M tokens)"),
    "bundled.untrained": QT_TRANSLATE_NOOP("bundled", "Nothing yet: it has this architecture and tokenizer, and starts with random weights"),
    "bundled.from_hub": QT_TRANSLATE_NOOP("bundled", "From the Hugging Face Hub."),
    "bundled.from_hub_of": QT_TRANSLATE_NOOP("bundled", "From the Hugging Face Hub; learnt from {data}."),
}  # fmt: skip
