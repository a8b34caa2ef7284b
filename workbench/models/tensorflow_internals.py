"""What is asked of TensorFlow beyond what it promises: a new release may drop any of it, and then only this changes."""

from __future__ import annotations

import hashlib
import re
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from itertools import count
from typing import Any

_numbers = threading.local()


@contextmanager
def numbered_from(first: int) -> Iterator[None]:
    """What this thread traces meanwhile is numbered from `first` on, which must be another one each time.

    The numbers stand in the names of functions, and TensorFlow counts all that a process has traced before: the same
    function would have another name in each process.
    """
    from tensorflow.python.framework import ops

    if not hasattr(ops.uid, "counted"):
        ops.uid = _counting(ops.uid)
    before = getattr(_numbers, "of_this_thread", None)
    _numbers.of_this_thread = count(first)
    try:
        yield
    finally:
        _numbers.of_this_thread = before


def _counting(counted: Callable[[], int]) -> Any:
    def uid() -> int:
        numbers = getattr(_numbers, "of_this_thread", None)
        return counted() if numbers is None else next(numbers)

    uid.counted = counted  # type: ignore[attr-defined]
    return uid


def as_it_stands(tensor: Any) -> Any:
    """The same, for XLA to make before what uses it, and not in another form."""
    from tensorflow.compiler.tf2xla.ops import gen_xla_ops

    return gen_xla_ops.xla_optimization_barrier([tensor])[0]


def name_programs_by_content() -> None:
    """From now on, a function that XLA is to compile is called after what it does.

    XLA finds what it has compiled by the function's name, in which there is a number, another one each time: a
    second learner of the same shape would be compiled again.
    """
    from tensorflow.python.eager.polymorphic_function import atomic_function

    made = atomic_function.from_func_graph
    if hasattr(made, "by_content"):
        return

    def from_func_graph(name: Any, graph: Any, attrs: Mapping[str, Any] | None, *others: Any, **named: Any) -> Any:
        if attrs and attrs.get("_XlaMustCompile"):  # one that was read from a file has none
            name = re.sub(r"\d+$", _content(graph, attrs), name)
        return made(name, graph, attrs, *others, **named)

    from_func_graph.by_content = True  # type: ignore[attr-defined]
    atomic_function.from_func_graph = from_func_graph


def _content(graph: Any, attrs: Mapping[str, Any]) -> str:
    """The same for two functions that do the same, whatever variables they do it with: those are their inputs."""
    definition = graph.as_graph_def()
    for node in (*definition.node, *(node for function in definition.library.function for node in function.node_def)):
        node.attr.pop("_gradient_op_type", None)  # a number of its own, for gradients that are in the graph already
    ends = ([end.name for end in ends] for ends in (graph.inputs, graph.outputs))
    last = sorted(operation.name for operation in graph.control_outputs)
    told = repr((sorted(attrs.items()), *ends, last)).encode() + definition.SerializeToString(deterministic=True)
    return hashlib.sha256(told).hexdigest()[:16]
