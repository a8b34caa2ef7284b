"""Which families there are: every module of this package that has a FAMILY."""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module

from workbench.models import families
from workbench.models.families.family import Config, Family

# What people call some of those that cannot be opened, by their model_type.
_OTHERS = {
    "gpt_neox": "GPT-NeoX", "gptj": "GPT-J", "gpt_neo": "GPT-Neo", "opt": "OPT", "bloom": "BLOOM", "bert": "BERT",
    "roberta": "RoBERTa", "t5": "T5", "mamba": "Mamba", "rwkv": "RWKV", "falcon": "Falcon", "phi": "Phi",
    "phi3": "Phi-3", "gemma": "Gemma 1", "gemma2": "Gemma 2", "gemma3n": "Gemma 3n", "mixtral": "Mixtral",
    "gpt_oss": "gpt-oss", "deepseek_v3": "DeepSeek-V3", "olmo2": "OLMo 2", "stablelm": "StableLM",
}  # fmt: skip


@cache
def known() -> dict[str, Family]:
    """By `model_type`."""
    modules = (
        import_module(f"{families.__name__}.{module.name}") for module in pkgutil.iter_modules(families.__path__)
    )
    found = [module.FAMILY for module in modules if hasattr(module, "FAMILY")]
    return {family.model_type: family for family in found}


def family_of(config: Config) -> Family:
    """Raises KeyError where it is not known."""
    return known()[config["model_type"]]


def titles() -> str:
    """Of those that come from elsewhere."""
    return ", ".join(sorted(family.title for family in known().values() if family.in_transformers))


def title_of(model_type: str) -> str:
    """What people call a family, known or not."""
    if model_type in known():
        return known()[model_type].title
    return f"{_OTHERS[model_type]} ({model_type})" if model_type in _OTHERS else model_type


def for_text(config: Config) -> Config:
    """The part for text of a network that sees pictures as well; any other configuration as it is."""
    for family in known().values():
        if (
            family.part_of
            and family.part_of == config.get("model_type")
            and isinstance(config.get("text_config"), dict)
        ):
            return {**config["text_config"], "model_type": family.model_type}
    return config
