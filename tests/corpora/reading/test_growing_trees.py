"""XML of many megabytes is read as it is parsed, and gives what its whole tree would."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.corpora.reading.test_trees import DOCBOOK, DUMP, FB2, JATS, OUTLINE, TEI, TMX, read
from workbench.corpora.reading.formats import xml
from workbench.corpora.reading.formats.growing_trees import GrowingTree, names_in
from workbench.corpora.reading.formats.trees import Dialect, paragraphs, parse_xml
from workbench.corpora.reading.formats.xml_dialects import names_of
from workbench.corpora.reading.notes import Notes

DIALECT = Dialect(
    blocks=frozenset(("d", "p", "sec")),
    lines=frozenset(("l",)),
    breaks=frozenset(("br",)),
    cells=frozenset(("c",)),
    preformatted=frozenset(("pre",)),
    asides=frozenset(("note",)),
    left_out=frozenset(("meta",)),
    is_left_out=lambda element: element.get("no") == "1",
)
_TAGS = ("p", "sec", "l", "c", "pre", "note", "meta", "b")
_MARKUP = [
    *(f"<{tag}>" for tag in _TAGS),
    *(f"</{tag}>" for tag in _TAGS),
    "<br/>",
    '<b no="1">',
    "<!-- no -->",
    "<?x y?>",
]
_WORDS = ["lamp", " ", "\n", "&amp;", "&nope;", "&eacute;", "two  words", "<![CDATA[a <b> &x;]]>", "“é”", "🙂"]
FEED = "<rss><channel><title>News</title>" + "".join(
    f"<item><title>{n}</title><description>&lt;p&gt;It is day {n}.&lt;/p&gt;</description></item>" for n in range(9)
)


def cut(content: bytes, size: int) -> list[bytes]:
    return [content[at : at + size] for at in range(0, len(content), size)]


@given(st.lists(st.sampled_from(_MARKUP) | st.sampled_from(_WORDS), max_size=30).map("".join), st.integers(1, 9))
@settings(deadline=None, max_examples=150)
@example("<p>a<note>b<p>c</p></note>d</p>e<p/>", 1)
def test_it_gives_the_paragraphs_of_the_tree(inner: str, size: int) -> None:
    content = f"<d>{inner}</d>".encode()
    expected = paragraphs(parse_xml(content), DIALECT)
    tree = GrowingTree(cut(content, size), Notes())
    assert [each for some in tree.paragraphs(DIALECT) for each in some] == expected
    assert names_in(cut(content, size)) == names_of(parse_xml(content))


@pytest.mark.parametrize(
    "document",
    [
        TEI,
        JATS,
        FB2,
        TMX,
        DOCBOOK,
        FEED,
        OUTLINE,
        DUMP,
        f"<a><z>{'<s>One <b>two</b>.</s>' * 9}</z><pic encoding='base64'>x</pic></a>",
    ],
)
def test_of_every_kind_as_much_is_read_and_said_to_be_left_out(
    document: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = read(tmp_path / "a.xml", document)
    monkeypatch.setattr(xml, "LARGEST_WHOLE", 0)
    assert read(tmp_path / "a.xml", document) == whole and whole[0] != [""]
