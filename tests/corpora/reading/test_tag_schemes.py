"""Every way of writing tags becomes BIO2, and what is wrong in them is refused."""

from __future__ import annotations

import pytest

from workbench.corpora.reading.formats.tag_schemes import as_bio2, from_brackets, scheme_of, without_predicate


@pytest.mark.parametrize(
    ("tags", "bio2", "scheme"),
    [
        ("B-A I-A O B-A B-B", "B-A I-A O B-A B-B", ""),
        ("I-A I-A O I-A I-B B-B", "B-A I-A O B-A B-B B-B", "IOB1"),
        ("B-A I-A E-A S-A O S-B", "B-A I-A I-A B-A O B-B", "BIOES"),
        ("B-A L-A U-A O", "B-A I-A B-A O", "BIOES"),
        ("B-A E-A B-A E-A", "B-A I-A B-A I-A", "BIOES"),
    ],
)
def test_schemes_become_bio2(tags: str, bio2: str, scheme: str) -> None:
    assert as_bio2(tags.split()) == tuple(bio2.split())
    assert scheme_of(tags.split()) == scheme


def test_brackets_become_bio2_without_the_predicate_itself() -> None:
    cells = ["(A0*", "*", "*)", "(V*)", "(A1*", "*)", "*", "(AM-TMP*)"]
    assert without_predicate(from_brackets(cells)) == (
        "B-A0", "I-A0", "I-A0", "O", "B-A1", "I-A1", "O", "B-AM-TMP",
    )  # fmt: skip
    assert without_predicate(["B-A0", "B-V", "B-A1", "I-A1", "B-C-V"]) == ("B-A0", "O", "B-A1", "I-A1", "O")
    assert from_brackets(["(A1(A0*", "*)", "*)"]) == ("B-A1", "I-A1", "I-A1")


@pytest.mark.parametrize("cells", [["(A0*", "*"], ["*)", "*"]])
def test_brackets_that_are_left_open_are_refused(cells: list[str]) -> None:
    with pytest.raises(ValueError, match=r"A0|\*\)"):
        from_brackets(cells)


def test_what_is_no_tag_is_refused() -> None:
    with pytest.raises(ValueError, match="X-A"):
        as_bio2(["O", "X-A"])
