"""Matrix products that read bfloat16 and add up in float32, and causal attention in blocks, for a step that is traced.

Most of a step's time goes into matrix products. Processors with instructions for bfloat16 (AVX-512 BF16, AMX) do
them three to four times as fast as float32, and as every sum stays in float32, so do weights, norms, softmax and loss,
training loses next to nothing (mixed precision: Micikevicius et al., 2018; bfloat16: Kalamkar et al., 2019).

XLA takes the fast path on the CPU only for a product bfloat16 × bfloat16 → float32 whose left factor lies in rows.
Keras offers no such product, so while a network is traced, the functions of its backend are replaced by these.
"""

from __future__ import annotations

import math
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from workbench.costs.speed import measured_speed
from workbench.costs.step_cost import are_in_blocks
from workbench.models.keras_hub_internals import FUSED, modules_asking_for_fused_attention
from workbench.models.keras_internals import backend_functions
from workbench.training.dot import dot, dot_of_flipped
from workbench.training.vocabulary_blocks import LogitsInBlocks
from workbench.values.methods import Precision
from workbench.values.network_kind import NetworkKind

SMALLEST = 32  # a product with a shorter side costs more to prepare than it saves
BLOCKS = 4  # of queries; each looks at the keys up to its own end only, which saves three eighths of the work
SMALLEST_BLOCK = 128  # tokens
MASKED = -3e38

# Keras's functions are every thread's: two that trace a step must not exchange them at once.
_EXCHANGING = threading.RLock()


def suited_precision(precision: Precision, kind: NetworkKind) -> Precision:
    """`precision`, or what suits this computer where it is AUTO. A recurrent model's products are small: float32."""
    if precision is not Precision.AUTO:
        return precision
    return measured_speed().faster if kind is NetworkKind.TRANSFORMER else Precision.FLOAT32


class Products:
    """Those with an embedding that were too large to be held, by what came of them."""

    def __init__(self) -> None:
        self._large: dict[Any, LogitsInBlocks] = {}

    def note(self, product: Any, logits: LogitsInBlocks) -> None:
        self._large[product.ref()] = logits

    def unmade(self, outputs: Any) -> Any:
        """What a network gave, with logits that need not be made in place of those that are too many.

        Where nobody asks for the tensor that they stand for, XLA leaves it out.
        """
        import tensorflow as tf

        return tf.nest.map_structure(lambda output: self._large.get(output.ref(), output), outputs)


@contextmanager
def products_in(precision: Precision) -> Iterator[Products]:
    """While this is open, a Keras network that is traced multiplies in `precision`; AUTO means float32 here.

    Shapes must be static and the attention causal. What does not fit (a small product, an attention with dropout or
    a bias) is left to Keras, in float32, and so is what another thread traces meanwhile.
    """
    with _EXCHANGING, _exchanged("bfloat16" if precision is Precision.BFLOAT16 else "float32") as products:
        yield products


@contextmanager
def _exchanged(kind: str) -> Iterator[Products]:
    numpy, nn = backend_functions()
    before = numpy.matmul, numpy.einsum, nn.dot_product_attention
    asking = [(module, getattr(module, FUSED)) for module in modules_asking_for_fused_attention()]
    product, product_transposed = _products(kind)
    tracing, products = threading.get_ident(), Products()

    def matmul(x1: Any, x2: Any) -> Any:
        import tensorflow as tf

        x1, x2 = tf.convert_to_tensor(x1), tf.convert_to_tensor(x2)
        if len(x2.shape) != 2 or not _is_worth_it(x1.shape, x2.shape):
            return before[0](x1, x2)
        rows = tf.reshape(x1, [-1, x1.shape[-1]])
        # The output matrix is the embedding's transpose, which would have to be copied.
        flipped = not tf.executing_eagerly() and x2.op.type == "Transpose"
        found = product_transposed(rows, x2.op.inputs[0]) if flipped else product(rows, x2)
        whole = tf.reshape(found, [*x1.shape[:-1], x2.shape[-1]])
        if flipped and are_in_blocks(rows.shape[0], x2.shape[-1]):
            products.note(whole, LogitsInBlocks(x1, x2.op.inputs[0], whole, kind))
        return whole

    def einsum(subscripts: str, *operands: Any, **options: Any) -> Any:
        import tensorflow as tf

        values = [tf.convert_to_tensor(operand) for operand in operands]
        shared = _contracted(subscripts)
        if not shared or not _is_worth_it(*_as_matrices(values, shared)):
            return before[1](subscripts, *operands, **options)
        (rows, _), (inner, columns) = _as_matrices(values, shared)
        found = product(tf.reshape(values[0], [rows, inner]), tf.reshape(values[1], [inner, columns]))
        return tf.reshape(found, [*values[0].shape[:-shared], *values[1].shape[shared:]])

    def attention(query: Any, key: Any, value: Any, bias: Any = None, mask: Any = None, **options: Any) -> Any:
        import tensorflow as tf

        length, size = query.shape[1], query.shape[-1]
        plain = bias is None and not options.get("attn_logits_soft_cap")
        if not plain or query.shape[1:3] != key.shape[1:3] or length % 2 or min(length, size) < SMALLEST:
            return before[2](query, key, value, bias=bias, mask=mask, **options)
        scale = options.get("scale") or 1 / math.sqrt(size)
        if mask is None:
            mask = tf.linalg.band_part(tf.ones([1, 1, length, length], tf.bool), -1, 0)
        return causal_attention(query, key, value, mask, scale, kind)

    def here(own: Callable[..., Any], others: Callable[..., Any]) -> Callable[..., Any]:
        return lambda *inputs, **options: (own if threading.get_ident() == tracing else others)(*inputs, **options)

    numpy.matmul, numpy.einsum = here(matmul, before[0]), here(einsum, before[1])
    nn.dot_product_attention = here(attention, before[2])
    for module, was in asking:
        setattr(module, FUSED, here(lambda: True, was))
    try:
        yield products
    finally:
        for module, was in asking:
            setattr(module, FUSED, was)
        numpy.matmul, numpy.einsum, nn.dot_product_attention = before


def causal_attention(query: Any, key: Any, value: Any, mask: Any, scale: float, kind: str) -> Any:
    """Softmax(query · keyᵀ · scale) · value, all [batch, length, heads, size]; `mask` is true where it may look.

    `mask`, [batch or 1, heads or 1, length, length], must not allow a look ahead. Kept for the backward pass are the
    probabilities, in numbers of `kind`; the gradient is that of Dao et al., FlashAttention, 2022, appendix B.
    """
    import tensorflow as tf

    length = query.shape[1]
    block = max(SMALLEST_BLOCK, -(-length // BLOCKS))
    blocks = [(start, min(start + block, length)) for start in range(0, length, block)]

    def exact(tensor: Any) -> Any:
        return tf.cast(tensor, kind)

    @tf.custom_gradient
    def attend(query: Any, key: Any, value: Any) -> Any:
        queries, keys, values = exact(_heads(query * scale)), exact(_heads(key)), exact(_heads(value))
        weights, found = [], []
        for start, end in blocks:
            scores = dot(queries[:, :, start:end], keys[:, :, :end], transposed=True)
            scores = tf.where(mask[:, :, start:end, :end], scores, MASKED)
            weights.append(exact(tf.nn.softmax(scores)))
            found.append(dot(weights[-1], values[:, :, :end]))
        output = tf.concat(found, 2)

        def gradient(above: Any) -> Any:
            above = _heads(above)
            means = tf.reduce_sum(above * output, -1, keepdims=True)
            above = exact(above)
            to_queries, to_keys, to_values = [], [], []
            for (start, end), weight in zip(blocks, weights, strict=True):
                part = above[:, :, start:end]
                slopes = dot(part, values[:, :, :end], transposed=True) - means[:, :, start:end]
                slopes = exact(tf.cast(weight, tf.float32) * slopes)
                to_queries.append(dot(slopes, keys[:, :, :end]))
                rest = [[0, 0], [0, 0], [0, length - end], [0, 0]]
                to_keys.append(tf.pad(dot_of_flipped(slopes, queries[:, :, start:end]), rest))
                to_values.append(tf.pad(dot_of_flipped(weight, part), rest))
            return (
                _heads(tf.concat(to_queries, 2) * scale),
                _heads(tf.add_n(to_keys)),
                _heads(tf.add_n(to_values)),
            )

        return _heads(output), gradient

    return attend(query, key, value)


def _products(kind: str) -> tuple[Callable[..., Any], Callable[..., Any]]:
    """a · b and a · bᵀ for float32 matrices, with gradients made of the same kind of product."""
    import tensorflow as tf

    def exact(tensor: Any) -> Any:
        return tf.cast(tensor, kind)

    @tf.custom_gradient
    def product(a: Any, b: Any) -> Any:
        left, right = exact(a), exact(b)

        def gradient(above: Any) -> Any:
            above = exact(above)
            return dot(above, right, transposed=True), dot_of_flipped(left, above)

        return dot(left, right), gradient

    @tf.custom_gradient
    def product_transposed(a: Any, b: Any) -> Any:
        left, right = exact(a), exact(b)

        def gradient(above: Any) -> Any:
            above = exact(above)
            return dot(above, right), dot_of_flipped(above, left)

        return dot(left, right, transposed=True), gradient

    return product, product_transposed


def _heads(tensor: Any) -> Any:
    """[batch, length, heads, size] ↔ [batch, heads, length, size]."""
    import tensorflow as tf

    return tf.transpose(tensor, [0, 2, 1, 3])


def _contracted(subscripts: str) -> int:
    """How many dimensions `einsum` contracts, where that is a plain matrix product: of the first the last ones."""
    inputs, _, output = subscripts.partition("->")
    first, _, second = inputs.partition(",")
    shared = len(first) + len(second) - len(output)
    if shared <= 0 or shared % 2 or "." in subscripts:
        return 0
    shared //= 2
    fits = first[-shared:] == second[:shared] and output == first[:-shared] + second[shared:]
    return shared if fits and len(set(output)) == len(output) else 0


def _as_matrices(values: Sequence[Any], shared: int) -> tuple[tuple[int, int], tuple[int, int]]:
    rows, inner = math.prod(values[0].shape[:-shared]), math.prod(values[0].shape[-shared:])
    return (rows, inner), (inner, math.prod(values[1].shape[shared:]))


def _is_worth_it(first: Sequence[int], second: Sequence[int]) -> bool:
    rows, inner, columns = math.prod(first[:-1]), first[-1], second[-1]
    # Moving an odd number of rows and of columns is not possible in halves.
    return min(rows, inner, columns) >= SMALLEST and rows % 2 == 0 and inner % 2 == 0
