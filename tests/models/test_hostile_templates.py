"""A chat template is a stranger's program: it neither runs on for ever nor fills the memory, and nothing is lost."""

from __future__ import annotations

import resource

import pytest

from workbench.messages.errors import KnownError
from workbench.models.tokenizers.chat_template import Chat, put_down

TURNS = [("user", "Who lit the lamp?"), ("assistant", "Anna did.")]
LONG = "{% set x = 'ab' %}"
HOSTILE = {
    "a long range": "{% for i in range(10**9) %}{% endfor %}",
    "loops in loops": "{% for a in range(9999) %}" * 3 + "{% endfor %}" * 3,
    "loops over nothing": "{% for a in range(9999) %}{% for b in range(99999) if b < 0 %}x{% endfor %}{% endfor %}",
    "a product": "{{ 'a' * 10**10 }}",
    "a product of lists": "{{ [messages] * 10**9 }}",
    "products of products": LONG + "{% for i in range(12) %}{% set x = x * 1000 %}{{ x * 1000 * 1000 }}{% endfor %}",
    "doubled": "{% set n = namespace(x='a') %}{% for i in range(60) %}{% set n.x = n.x + n.x %}{% endfor %}{{ n.x }}",
    "doubled by ~": "{% set n = namespace(x='a') %}{% for i in range(60) %}{% set n.x = n.x ~ n.x %}{% endfor %}",
    "a power": "{{ 9 ** 99999 ** 9 }}",
    "a number that grows": "{% set n = namespace(x=9) %}{% for i in range(99) %}{% set n.x = n.x * n.x %}{% endfor %}",
    "wide": "{{ 'a'.ljust(10**10) }}",
    "wide by a filter": "{{ 'a'|indent(10**9, true) }}",
    "wide by a format": "{{ '%09999999999d' % 1 }}",
    "wide by another": "{{ '{:>9999999999}'.format(1) }}",
    "wide by the date": "{{ strftime_now('%0999999999d') }}",
    "replaced": "{% set x = 'a' * 100000 %}{{ x.replace('a', x) }}",
    "replaced by a filter": "{% set x = 'a' * 100000 %}{{ x|replace('', x) }}",
    "joined": "{% set x = 'a' * 100000 %}{{ ([x] * 10000)|join }}{{ x.join(range(99999)|map('string')) }}",
    "lists of lists": LONG + "{% set a = [x, x] %}" + "{% set a = [a, a] %}" * 60 + "{{ a }}",
    "a space in itself": "{% set n = namespace() %}{% set n.a = n %}{% set n.b = [n, n] %}{{ n }}",
    "a macro of itself": "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(60) }}",
    "text in a loop": "{% for i in range(99999) %}" + "a lamp " * 9000 + "{% endfor %}",
    "texts in lists": "{% set n = namespace(x=[]) %}{% for i in range(9999) %}{% set n.x = n.x + ['a' * 99999] %}"
    "{% endfor %}",
}


@pytest.mark.parametrize("template", HOSTILE.values(), ids=HOSTILE)
def test_it_is_stopped_before_it_fills_the_memory(template: str) -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(KnownError) as raised:
        put_down(Chat(template), TURNS)
    assert raised.value.code == "chat.too_much"
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 500_000  # kB


def test_what_is_stopped_says_so_in_a_sentence() -> None:
    with pytest.raises(KnownError) as raised:
        put_down(Chat(HOSTILE["loops in loops"]), TURNS)
    assert raised.value.code == "chat.too_much" and "was stopped" in str(raised.value)


def test_a_long_conversation_is_not_too_much() -> None:
    template = (
        "{% set n = namespace(last=-1) %}{% for m in messages %}{% if m.role == 'user' %}{% set n.last = loop.index0 %}"
        "{% endif %}{% endfor %}{% for m in messages if m.content|trim %}{{ '<' ~ m['role'] ~ '>' + m.content | trim }}"
        "{% if loop.last %}{{ '(%d of %s)' % (loop.index, loop.length) }}{% endif %}{{ '\\n' }}{% endfor %}"
    )
    turns = [("user" if number % 2 == 0 else "assistant", f"Word {number}. " * 100) for number in range(1000)]
    found = put_down(Chat(template), turns)
    assert found.text.endswith("(1000 of 1000)\n") and len(found.said) == 1000
