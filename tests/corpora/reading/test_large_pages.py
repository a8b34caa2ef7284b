"""A web page that is a book is read as it is parsed, and gives what its tree would."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.corpora.reading.test_trees import read
from workbench.corpora.reading.formats.large_pages import paragraphs_of
from workbench.corpora.reading.formats.trees import Dialect, paragraphs

DIALECT = Dialect(
    blocks=frozenset(("html", "body", "p", "div", "ul", "li", "table", "td-block", "pre", "h1")),
    lines=frozenset(("tr",)),
    breaks=frozenset(("br",)),
    cells=frozenset(("td", "th")),
    preformatted=frozenset(("pre",)),
    left_out=frozenset(("script", "style", "nav", "head")),
)
TAGS = (
    "p",
    "div",
    "ul",
    "li",
    "table",
    "tr",
    "td",
    "pre",
    "h1",
    "br",
    "b",
    "nav",
    "script",
    "title",
    "head",
    "foo:bar",
)
_MARKUP = [*(f"<{tag}>" for tag in TAGS), *(f"</{tag}>" for tag in TAGS), "<br/>", "<!-- no -->", "<?x y?>"]
_WORDS = ["lamp", " ", "\n", "&amp;", "&nope;", "&nbsp;", "two  words", "a\n b", "“é”", "<", "🙂", "&#8212;"]


@given(st.lists(st.sampled_from(_MARKUP) | st.sampled_from(_WORDS), max_size=30).map("".join))
@settings(deadline=None, max_examples=200)
@example("<ul><li>one<li>two</ul><table><tr><td>a<td>b</table><pre> x\n y</pre>z")
@example("<nav>menu<p>more</p></nav>text<script>if (a < b) {}</script>&lt;p>")
def test_it_gives_the_paragraphs_of_the_tree(page: str) -> None:
    from lxml import etree, html

    if not page.strip():
        return
    reader = html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=True)
    try:
        expected = paragraphs(html.document_fromstring(page.encode(), parser=reader), DIALECT)
    except etree.ParserError:
        expected = []
    assert paragraphs_of(page, DIALECT, str)[0] == expected


@pytest.mark.parametrize(("formula", "read_as"), [("", ""), ("<msup><mi>x</mi><mn>2</mn></msup>", "x²")])
def test_a_page_of_many_megabytes_gives_all_of_its_paragraphs(tmp_path: Path, formula: str, read_as: str) -> None:
    sentences = "The sea was calm. " * 100
    block = f"<p>About 12 m<sup>2</sup> &amp; more{formula}, <i>said</i>\nAnna. {sentences}<br>Yes.</p>\n"
    page = f"<html><head><title>A book</title></head><body><nav>Home</nav>{block * 2500}</body></html>"
    expected = f"About 12 m² & more{read_as}, said Anna. {sentences.strip()}\nYes."
    found, left_out = read(tmp_path / "large.html", page)
    assert found == [expected] * 2500
    assert [reason.code for reason in left_out] == ["passed.around_article"]  # the menu
