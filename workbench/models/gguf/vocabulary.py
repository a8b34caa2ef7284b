"""The tokenizer that a GGUF file has in its settings, as a tokenizer.json says it.

A byte-level vocabulary names how words are told apart before it looks for pieces (`tokenizer.ggml.pre`): by a name that
stands for expressions in llama.cpp. SentencePiece's kind has a score for every piece.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import tokenizers
from tokenizers import AddedToken, Regex, decoders, models, normalizers, pre_tokenizers, processors

from workbench.messages.errors import ReasonError
from workbench.messages.message import message
from workbench.models.families.family import OtherSettingsError
from workbench.models.tokenizers.preset import of_scores
from workbench.models.tokenizers.tokenizer import SPACE, Tokenizer
from workbench.models.tokenizers.word_patterns import LLAMA3_WORDS, QWEN_WORDS, TEKKEN_WORDS

NORMAL, UNKNOWN, CONTROL, GIVEN, UNUSED, BYTE = range(1, 7)  # what a token is, in tokenizer.ggml.token_type
BY_BYTES, BY_SCORES = "gpt2", "llama"  # in tokenizer.ggml.model
GPT2, SMOLLM, LLAMA3, QWEN2, TEKKEN = "gpt-2", "smollm", "llama-bpe", "qwen2", "tekken"  # in tokenizer.ggml.pre
_EXPRESSIONS = {LLAMA3: LLAMA3_WORDS, QWEN2: QWEN_WORDS, TEKKEN: TEKKEN_WORDS}
_WHOLE_FIRST = (LLAMA3, TEKKEN)  # a word that is a token is that token, whatever merges lead to
# Other names of the same.
_ALIKE = {
    "phi-2": GPT2, "olmo": GPT2, "jais": GPT2, "mpt": GPT2, "trillion": GPT2, "starcoder": SMOLLM, "refact": SMOLLM,
    "codeshell": SMOLLM, "exaone": SMOLLM, "llama3": LLAMA3, "llama-v3": LLAMA3, "falcon3": LLAMA3, "pixtral": TEKKEN,
    "deepseek-r1-qwen": QWEN2, "megrez": QWEN2, "kormo": QWEN2,
}  # fmt: skip
# Old files do not say it: what all models of these have.
_OF_ARCHITECTURES = {"gpt2": GPT2, "qwen2": QWEN2, "qwen3": QWEN2}


def tokenizer_of(settings: Mapping[str, Any], architecture: str, vocabulary: int, ends: tuple[int, ...]) -> Tokenizer:
    """With as many tokens as its network has. Raises OtherSettingsError for another kind, ReasonError."""
    tokens = _listed(settings, "tokens", str)
    kinds = _listed(settings, "token_type", int) if "tokenizer.ggml.token_type" in settings else [NORMAL] * len(tokens)
    if not tokens or len(kinds) != len(tokens):
        raise ReasonError(message("damage.gguf_lacks", key=_key("tokens")))
    numbers = _numbers(tokens, kinds)
    kind = settings.get("tokenizer.ggml.model")
    if kind is None:
        raise ReasonError(message("damage.gguf_lacks", key=_key("model")))
    try:
        if kind == BY_BYTES:
            made = by_bytes(numbers, _merges(settings), _named(settings, architecture))
        elif kind == BY_SCORES:
            made = _by_scores(settings, tokens, kinds, numbers)
        else:
            raise OtherSettingsError(message("model.has_tokenizer", kind=str(kind)[:40]))
    except (OtherSettingsError, ReasonError):
        raise
    except Exception as error:  # the library raises bare Exception
        raise ReasonError(message("damage.vocabulary")) from error
    _mark(made, tokens, kinds, numbers)
    begin = settings.get("tokenizer.ggml.bos_token_id")
    if settings.get("tokenizer.ggml.add_bos_token", kind == BY_SCORES) and isinstance(begin, int):
        _begin(made, begin)
    return Tokenizer(made.to_str(), vocabulary, ends)


def by_bytes(numbers: dict[str, int], merges: list[tuple[str, str]], named: str) -> tokenizers.Tokenizer:
    """A byte-level vocabulary that tells words apart in a way that llama.cpp has a name for, without special tokens."""
    made = tokenizers.Tokenizer(models.BPE(vocab=numbers, merges=merges, ignore_merges=named in _WHOLE_FIRST))
    made.pre_tokenizer = words_of(named)
    if named == QWEN2:  # which all its models have, though llama.cpp leaves it out
        made.normalizer = normalizers.NFC()
    made.decoder = decoders.ByteLevel()
    return made


def words_of(named: str) -> Any:
    """How it tells words apart."""
    if named == GPT2:
        return pre_tokenizers.ByteLevel(add_prefix_space=False)
    if named == SMOLLM:
        digits = pre_tokenizers.Digits(individual_digits=True)
        return pre_tokenizers.Sequence([digits, pre_tokenizers.ByteLevel(add_prefix_space=False)])
    split = pre_tokenizers.Split(Regex(_EXPRESSIONS[named]), "isolated")
    return pre_tokenizers.Sequence([split, pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False)])


def _named(settings: Mapping[str, Any], architecture: str) -> str:
    said = settings.get("tokenizer.ggml.pre", "default")
    known = _OF_ARCHITECTURES.get(architecture) if said == "default" else _ALIKE.get(said, said)
    if known in (GPT2, SMOLLM) or known in _EXPRESSIONS:
        return str(known)
    if known is None:
        raise OtherSettingsError(message("model.has_unsaid_words"))
    raise OtherSettingsError(message("model.has_words", name=str(said)[:40]))


def _merges(settings: Mapping[str, Any]) -> list[tuple[str, str]]:
    pairs = (merge.partition(" ") for merge in _listed(settings, "merges", str))
    return [(left, right) for left, _, right in pairs]


def _by_scores(
    settings: Mapping[str, Any], tokens: list[str], kinds: list[int], numbers: dict[str, int]
) -> tokenizers.Tokenizer:
    scores = _listed(settings, "scores", float)
    if len(scores) != len(tokens):
        raise ReasonError(message("damage.gguf_lacks", key=_key("scores")))
    of_pieces = zip(tokens, scores, kinds, strict=True)
    normal = {token: score for token, score, kind in of_pieces if kind == NORMAL}
    prefixed = bool(settings.get("tokenizer.ggml.add_space_prefix", True))
    return of_scores(numbers, normal, prefixed=prefixed)


def _numbers(tokens: list[str], kinds: list[int]) -> dict[str, int]:
    """Without those at the end that fill up a network's room. Raises ReasonError where two tokens are the same."""
    count = len(tokens)
    while count and kinds[count - 1] == UNUSED:
        count -= 1
    found = {token: number for number, token in enumerate(tokens[:count])}
    if len(found) != count:
        raise ReasonError(message("damage.vocabulary"))
    return found


def _mark(made: tokenizers.Tokenizer, tokens: list[str], kinds: list[int], numbers: dict[str, int]) -> None:
    """Say which tokens write nothing, and which are found in a text before all others."""
    of_tokens = [(token, kind) for token, kind in zip(tokens, kinds, strict=True) if token in numbers and token]
    made.add_special_tokens([token for token, kind in of_tokens if kind in (CONTROL, UNKNOWN, UNUSED)])
    given = [token for token, kind in of_tokens if kind == GIVEN]
    # Several spaces are one token once they are written as SentencePiece does.
    made.add_tokens([AddedToken(token, normalized=SPACE in token) for token in given])


def _begin(made: tokenizers.Tokenizer, number: int) -> None:
    name = made.id_to_token(number)
    if name is not None:
        pieces = [name, "$A"]
        made.post_processor = processors.TemplateProcessing(single=pieces, special_tokens=[(name, number)])


def _key(name: str) -> str:
    return f"tokenizer.ggml.{name}"


def _listed(settings: Mapping[str, Any], key: str, kind: type) -> list[Any]:
    found = settings.get(_key(key))
    if not isinstance(found, list) or (found and type(found[0]) is not kind):
        raise ReasonError(message("damage.gguf_lacks", key=_key(key)))
    return found
