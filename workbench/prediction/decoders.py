"""The decoder that reads a model fastest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.models.families.family import Decoding
from workbench.prediction.cached_decoding import CachedDecoder
from workbench.prediction.decoding import Decoder
from workbench.prediction.gpt2_decoding import Gpt2Decoder
from workbench.prediction.llama_decoding import LlamaDecoder
from workbench.prediction.recurrent_decoding import RecurrentDecoder

if TYPE_CHECKING:
    from workbench.models.language_model import LanguageModel


def make_decoder(model: LanguageModel) -> Decoder:
    match model.family.decoding:
        case Decoding.RECURRENT:
            return RecurrentDecoder(model)
        case Decoding.GPT2:  # a quarter of the time that the general one takes
            return Gpt2Decoder(model)
        case Decoding.LLAMA:
            return LlamaDecoder(model)
    return CachedDecoder(model)
