"""Any Transformer of keras_hub, read on from what it keeps of the text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from workbench.models.families.family import Decoding
from workbench.prediction.decoding import RememberingDecoder, padded

if TYPE_CHECKING:
    from workbench.models.language_model import LanguageModel

AT_ONCE = 128  # tokens that are read at once, since there are logits of the whole vocabulary after each
CACHE_STEP = 64  # tokens by which a cache grows
COPIED_BYTES = 2**28  # of caches that are copied at once for continuations


class CachedDecoder(RememberingDecoder):
    """Any Transformer of keras_hub, through its own cache of keys and values (`call_with_cache`)."""

    def __init__(self, model: LanguageModel) -> None:
        super().__init__(model)
        import tensorflow as tf

        network = model.network
        backbone = network.backbone
        heads = getattr(backbone, "num_key_value_heads", None) or backbone.num_heads
        queries = getattr(backbone, "num_query_heads", None) or getattr(backbone, "num_attention_heads", heads)
        width = getattr(backbone, "head_dim", None) or backbone.hidden_dim // queries
        self._tf = tf
        self._shape = (backbone.num_layers, 2, 0, heads, width)
        self._cache: Any = tf.zeros(self._shape, network.compute_dtype)  # [layers, 2, length, heads, width]
        in_pairs = model.family.decoding is Decoding.CACHED_IN_PAIRS

        # One traced program serves every shape: compiling one for each length would take longer than it saves.
        @tf.function(
            autograph=False,
            input_signature=[
                tf.TensorSpec([None, None], tf.int32),
                tf.TensorSpec([None], tf.int32),
                tf.TensorSpec([backbone.num_layers, 2, None, heads, width], network.compute_dtype),
                tf.TensorSpec([], tf.int32),
            ],
        )
        def advance(tokens: Any, last: Any, cache: Any, index: Any) -> Any:
            copies = tf.repeat(cache[None], tf.shape(tokens)[0], axis=0)
            if in_pairs:
                pairs = [(copies[:, layer, 0], copies[:, layer, 1]) for layer in range(backbone.num_layers)]
                _, states, pairs = network.call_with_cache(tokens, tuple(pairs), index)
                made = tf.stack([tf.stack([key[0], value[0]]) for key, value in pairs])
            else:
                _, states, copies = network.call_with_cache(tokens, copies, index)
                made = copies[0]
            # Those after all tokens are no part of the program, as nobody asks for them.
            logits = backbone.token_embedding(tf.gather(states, last, batch_dims=1), reverse=True)
            return tf.cast(logits, tf.float32), made

        self._advance = advance

    def _go_on(self, known: int, tokens: list[int]) -> np.ndarray:
        self._make_room(known + len(tokens))
        for first in range(0, len(tokens), AT_ONCE):
            rows, last = padded([tokens[first : first + AT_ONCE]])
            logits, self._cache = self._advance(rows, last, self._cache, known + first)
        return logits.numpy()[0]  # type: ignore[no-any-return]

    def after(self, continuations: Sequence[Sequence[int]]) -> np.ndarray:
        rows, last = padded(continuations)
        self._make_room(len(self._tokens) + rows.shape[1])
        at_once = max(1, COPIED_BYTES // (4 * int(np.prod(self._cache.shape))))
        found = [
            self._advance(rows[first : first + at_once], last[first : first + at_once], self._cache, len(self._tokens))
            for first in range(0, len(rows), at_once)
        ]
        return np.concatenate([logits.numpy() for logits, _ in found])

    def _make_room(self, length: int) -> None:
        """What lies in the cache behind the tokens that were read is never looked at."""
        missing = -(-length // CACHE_STEP) * CACHE_STEP - self._cache.shape[2]
        if missing > 0:
            self._cache = self._tf.pad(self._cache, [[0, 0], [0, 0], [0, missing], [0, 0], [0, 0]])
