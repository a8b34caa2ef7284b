"""Jinja within bounds: a stranger's template can neither run on for ever nor fill the memory.

Jinja's sandbox keeps a template from the program, and only the longest `range` from the processor. Here every loop,
call, filter and operator is counted, what each makes has a greatest length, and what could make much more of it than
that is reckoned before it is done. Nothing is computed while a template is compiled.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterable, Iterator
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import wraps
from typing import Any

import jinja2
from jinja2 import nodes
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import Namespace
from jinja2.visitor import NodeTransformer

MOST_STEPS = 200_000
MOST_LENGTH = 4_000_000  # of one text in characters, or of all the texts that are in a list
MOST_ENTRIES = 200_000  # of one list, with all that is in them
MOST_MADE = 64_000_000  # characters and entries, all together
MOST_SECONDS = 10.0  # of the processor's work
_MOST_BITS = 10_000  # of a whole number
_MOST_ARGUMENT = 100_000  # of a whole number that says how often or how wide
_LOOK_EVERY = 64  # steps, at the clock
_WIDENING = frozenset({"center", "ljust", "rjust", "zfill", "expandtabs", "translate", "maketrans", "format_map"})
_WITHOUT_FILTERS = ("center", "format", "pprint", "urlize", "wordwrap", "xmlattr", "filesizeformat")
_WIDE = re.compile(r"\{[^}]*:")  # what says how wide something is to be, in a format
_WIDE_PERCENT = re.compile(r"%[^a-zA-Z%]*(\*|\d{5})")
_COUNTED, _CHECKED, _JOINED = "_counted", "_checked", "_joined"  # no template can name these itself


class TooMuchError(Exception):
    """A template makes more of a conversation than any could be."""


@dataclass
class _Spent:
    """What one writing has taken so far."""

    steps: int = 0
    made: int = 0
    until: float = field(default_factory=lambda: time.thread_time() + MOST_SECONDS)

    def step(self) -> None:
        self.steps += 1
        if self.steps > MOST_STEPS or (self.steps % _LOOK_EVERY == 0 and time.thread_time() > self.until):
            raise TooMuchError

    def make(self, length: int) -> None:
        self.made += length
        if length > MOST_LENGTH or self.made > MOST_MADE:
            raise TooMuchError


_SPENT: ContextVar[_Spent] = ContextVar("spent")


def write(template: jinja2.Template, **given: Any) -> str:
    """What a template makes. Raises TooMuchError, and whatever the template does wrong."""
    token = _SPENT.set(_Spent())
    try:
        return template.render(**given)
    finally:
        _SPENT.reset(token)


class BoundedEnvironment(ImmutableSandboxedEnvironment):
    intercepted_binops = frozenset(ImmutableSandboxedEnvironment.default_binop_table)

    def __init__(self, **options: Any) -> None:
        super().__init__(**options, optimized=False, finalize=_shown)
        del self.globals["lipsum"]
        for name in _WITHOUT_FILTERS:
            del self.filters[name]

    def bounded(self, source: str) -> jinja2.Template:
        """Raises jinja2.TemplateSyntaxError, RecursionError."""
        filters = {name: _bounded(name, filter) for name, filter in self.filters.items()}
        self.filters.update(filters)
        self.filters.update({_COUNTED: _counted, _CHECKED: _checked, _JOINED: _joined})
        return self.from_string(_Counting().visit(self.parse(source)))

    def call(self, context: Context, called: Any, *args: Any, **named: Any) -> Any:  # type: ignore[override]
        _SPENT.get().step()
        _check_arguments((*args, *named.values()))
        method = getattr(called, "__wrapped__", called)  # the sandbox has its own way to format
        owner, name = getattr(method, "__self__", None), getattr(method, "__name__", "")
        if isinstance(owner, (str, bytes)):
            args = tuple(list(each) if isinstance(each, Iterator) else each for each in args)
            _check_method(owner, name, args)
        return _checked(super().call(context, called, *args, **named))

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        _SPENT.get().step()
        if operator == "*":
            _check_product(left, right)
        elif operator == "**" and isinstance(left, int) and isinstance(right, int):
            if left.bit_length() * max(right, 0) > _MOST_BITS:
                raise TooMuchError
        elif operator == "%" and isinstance(left, str):
            check_formatted(left, right if isinstance(right, tuple) else (right,))
        elif operator == "+" and _length(left) + _length(right) > MOST_LENGTH:
            raise TooMuchError
        return _checked(super().call_binop(context, operator, left, right))


class _Counting(NodeTransformer):
    """Has what Jinja does by itself counted as well: loops, literals, what is joined, and the template's own words."""

    def visit_For(self, node: nodes.For) -> nodes.Node:
        self.generic_visit(node)
        node.iter = _filtered(node.iter, _COUNTED)
        step = nodes.ExprStmt(_filtered(nodes.Const(""), _CHECKED))  # each time, however it is gone through
        node.body = [step.set_lineno(node.lineno), *node.body]
        return node

    def visit_TemplateData(self, node: nodes.TemplateData) -> nodes.Node:
        return nodes.Const(node.data, lineno=node.lineno)

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:
        self.generic_visit(node)
        return _filtered(nodes.List(node.nodes, lineno=node.lineno), _JOINED)

    def visit_List(self, node: nodes.Expr) -> nodes.Node:
        self.generic_visit(node)
        return _filtered(node, _CHECKED)

    def visit_Dict(self, node: nodes.Dict) -> nodes.Node:
        return self.visit_List(node)

    def visit_Tuple(self, node: nodes.Tuple) -> nodes.Node:
        self.generic_visit(node)
        return _filtered(node, _CHECKED) if node.ctx == "load" else node


def _filtered(node: Any, name: str) -> nodes.Filter:
    return nodes.Filter(node, name, [], [], None, None, lineno=node.lineno or 1)


@jinja2.pass_context
def _shown(_context: Context, value: Any) -> Any:
    """What is written, counted. It is given the context so that nothing is written while a template is compiled."""
    _SPENT.get().step()
    _SPENT.get().make(_size(value))
    return value


def _counted(values: Iterable[Any]) -> Iterator[Any]:
    spent = _SPENT.get()
    for value in values:
        spent.step()
        yield value


def _checked(value: Any) -> Any:
    """What was made, if it is not too much."""
    spent = _SPENT.get()
    spent.step()
    if isinstance(value, int):
        if value.bit_length() > _MOST_BITS:
            raise TooMuchError
    elif isinstance(value, (str, bytes, list, tuple, dict)):
        spent.make(_size(value))
    return value


def _joined(values: list[Any]) -> str:
    _SPENT.get().step()
    _SPENT.get().make(sum(map(_size, values)))
    return "".join(map(str, values))


def _bounded(name: str, filter: Callable[..., Any]) -> Callable[..., Any]:
    """A filter whose arguments and whose result are looked at; what Jinja is told of it stays."""

    @wraps(filter)
    def looked_at(*args: Any, **named: Any) -> Any:
        _SPENT.get().step()
        given = [each for each in args if not isinstance(each, (Context, jinja2.Environment, nodes.EvalContext))]
        _check_arguments((*given[1:], *named.values()))
        if name == "replace" and len(given) > 2 and all(isinstance(each, str) for each in given[:3]):
            _check_method(given[0], name, tuple(given[1:]))
        if name == "indent" and given:
            width = named.get("width", given[1] if len(given) > 1 else 4)
            deep = len(width) if isinstance(width, str) else int(width)
            _SPENT.get().make((str(given[0]).count("\n") + 1) * max(deep, 0))
        if name == "join" and given:
            whole = list(given[0])
            glue = named.get("d", given[1] if len(given) > 1 else "")
            _SPENT.get().make(_size(whole) + len(whole) * _size(glue))
            args = tuple(whole if each is given[0] else each for each in args)
        elif name in ("string", "tojson", "escape", "e", "forceescape", "safe", "list", "sort", "groupby"):
            _SPENT.get().make(_size(given[0]) if given else 0)
        return _checked(filter(*args, **named))

    return looked_at


def _check_arguments(given: Iterable[Any]) -> None:
    """Whole numbers among them say how often or how wide; nothing is made so wide."""
    if any(isinstance(each, int) and abs(each) > _MOST_ARGUMENT for each in given):
        raise TooMuchError


def _check_method(owner: str | bytes, name: str, args: tuple[Any, ...]) -> None:
    """Methods of texts that make much of little."""
    if name in _WIDENING:
        raise TooMuchError
    if name == "replace" and len(args) > 1:
        times = owner.count(args[0]) if args[0] else len(owner) + 1
        _check_product(times, args[1])
    elif name == "join" and args:
        whole = args[0] if isinstance(args[0], (list, tuple, str, dict)) else ()
        if _size(whole) + len(whole) * len(owner) > MOST_LENGTH:
            raise TooMuchError
    elif name == "format":
        shown = str(owner)
        if _WIDE.search(shown) or shown.count("{") * max(map(_size, args), default=0) > MOST_LENGTH:
            raise TooMuchError


def check_formatted(text: str, given: tuple[Any, ...] = ()) -> None:
    """Of what puts something in place of %…: that nothing says how wide it is to be with more than four digits."""
    if _WIDE_PERCENT.search(text) or sum(map(_size, given)) > MOST_LENGTH:
        raise TooMuchError


def _check_product(one: Any, other: Any) -> None:
    """Of a text or a list, so often; or of two whole numbers."""
    if isinstance(one, int) and isinstance(other, int):
        if one.bit_length() + other.bit_length() > _MOST_BITS:
            raise TooMuchError
        return
    if isinstance(other, int):
        one, other = other, one
    if isinstance(one, int) and isinstance(other, (str, bytes, list, tuple)) and one * _size(other) > MOST_LENGTH:
        raise TooMuchError


def _length(value: Any) -> int:
    return len(value) if isinstance(value, (str, bytes, list, tuple, dict)) else 0


def _size(value: Any) -> int:
    """How long it is with all that is in it; it is looked at no further than it may be long."""
    total, looked_at, left = 0, 0, [value]
    while left:
        each = left.pop()
        if isinstance(each, Namespace):
            raise TooMuchError  # it may hold itself, and as often as it likes
        total += 1
        if isinstance(each, (str, bytes)):
            total += len(each)
        elif isinstance(each, (list, tuple)):
            left.extend(each)
        elif isinstance(each, dict):
            left.extend(each.keys())
            left.extend(each.values())
        looked_at += 1
        if looked_at + len(left) > MOST_ENTRIES or total > MOST_LENGTH:
            raise TooMuchError
    return total
