"""Cleaning takes away what it says and nothing that only looks like it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.corpora.cleaning.test_recipe import after, only
from workbench.corpora.cleaning import cleaner as cleaning
from workbench.corpora.cleaning import steps
from workbench.corpora.cleaning.cleaner import Cleaner
from workbench.corpora.cleaning.recipe import parsed_steps
from workbench.messages.errors import KnownError

HEAD = (
    "The Project Gutenberg eBook of {title}\n\n"
    "This ebook is for the use of anyone anywhere in the United States.\n\n"
    "Title: {title}\n\nAuthor: Somebody\n\nCredits: Volunteers\n\n"
    "*** START OF THE PROJECT GUTENBERG EBOOK {title} ***\n\n"
)
LICENCE = (
    "\n\n*** END OF THE PROJECT GUTENBERG EBOOK {title} ***\n\nUpdated editions will replace the previous one—"
    "the old editions will be renamed. No one owns a United States copyright in these works.\n\n"
    "Section 1. General Terms of Use\n\n"
    "1.A. By reading any part of this you agree to all.\n\n• You pay a royalty fee of 20% of the profits.\n\n"
    "Most people start at our website: www.gutenberg.org.\n\n"
)


def book(title: str) -> str:
    chapter = "\n\n".join(f"In {title} there is a paragraph with the number {number}." for number in range(30))
    return HEAD.format(title=title) + chapter + LICENCE.format(title=title)


@pytest.mark.parametrize("block", [400, 128_000])
def test_of_two_books_in_a_file_both_stay_and_their_licences_go(block: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cleaning, "BLOCK", block)
    text = after("boilerplate", book("ONE") + book("TWO") + "And a letter that is in no book.")
    for title in ("ONE", "TWO"):
        assert all(f"In {title} there is a paragraph with the number {number}." in text for number in range(30))
    assert text.endswith("And a letter that is in no book.")
    assert not any(word in text for word in ("Gutenberg", "royalty", "Credits", "Section 1", "gutenberg", "anyone"))


@pytest.mark.parametrize(
    "sentence",
    [
        "Copyright is a form of intellectual property that protects works.",
        "(c) the third of the points that he made was the best.",
        "She had all rights reserved to her by the contract.",
        "Subscribe to nothing, she thought, and smiled at him.",
        "Sign up was what they had all done in 1914.",
        "Log in hand, he walked up to the fire.",
        "Click here and there was all that the old clock did.",
        "Sent from my heart, with love.",
        "Privacy policy is what the debate was about.",
        "We use cookies and milk for the bears.",
        "Share this on the way home, he said.",
        "未经许可他走进了房间。",
        "版权所有者应当得到通知。",
        "责任编辑是一个很忙的人。",
    ],
)
def test_a_sentence_that_only_looks_like_a_notice_stays(sentence: str) -> None:
    assert after("boilerplate", f"Before.\n\n{sentence}\n\nAfter.") == f"Before.\n\n{sentence}\n\nAfter."


@pytest.mark.parametrize(
    "notice",
    [
        "© 2020 Example Ltd.", "Copyright 2019 by Somebody Else", "(c) 2021 A. Person",
        "All rights reserved.",
        "Copyright © 2020 Foo. All rights reserved.", "Subscribe to our newsletter",
        "Sign up for our free updates!",
        "Click here to read more", "Share this on Facebook", "Read more...", "Privacy policy | Imprint",
        "Sent from my iPhone",
        "We use cookies to improve your experience.", "Advertisement",
        "版权所有 © 某网站", "未经授权，不得转载", "责任编辑：某人",
    ],
)  # fmt: skip
def test_notices_go(notice: str) -> None:
    assert after("boilerplate", f"Before.\n\n{notice}\n\nAfter.") == "Before.\n\nAfter."


GERMAN = "Der Regen fiel die ganze Nacht auf die alten Dächer der Stadt, und niemand sprach ein Wort darüber."
ENGLISH = "The rain fell all night on the old roofs of the town, and nobody said a single word about it."


@pytest.mark.parametrize("code", ["de", "deu", "ger", "DE", "de-AT"])
def test_a_language_is_kept_by_whichever_code(code: str) -> None:
    assert after("language", f"{GERMAN}\n\n{ENGLISH}", code) == GERMAN


def test_a_language_that_cannot_be_recognised_is_refused_before_anything_is_removed() -> None:
    with pytest.raises(KnownError) as caught:
        parsed_steps({"language": "en xyz"})
    assert caught.value.code == "recipe.invalid" and "xyz" in str(caught.value)


def test_where_each_line_is_a_paragraph_repeated_ones_go_line_by_line() -> None:
    lines = [
        f"他在第{number}天的早上走进了那间屋子，看见桌子上放着一封没有寄出去的信，信上写着她的名字和地址。"
        for number in range(20)
    ]
    text = "\n".join([*lines, lines[3], "这是最后的一句话。"])
    assert after("duplicates", text) == "\n".join([*lines, "这是最后的一句话。"])
    assert after("duplicates", "\n\n".join([*lines, lines[3]])) == "\n\n".join(lines)


def test_soft_hyphens_go_and_the_joiners_of_letters_stay() -> None:
    assert after("invisible", "Zu\u00adsam\u00adMEN und Ver\u00ad\n  gangen") == "ZusamMEN und Vergangen"
    assert after("invisible", "a\u200bb می\u200cخواهم", "soft") == "a\u200bb می\u200cخواهم"
    assert after("invisible", "a\u200b\u2060b\u00ad می\u200cخواهم", "all") == "ab می\u200cخواهم"
    with pytest.raises(KnownError):
        parsed_steps({"invisible": "some"})


def test_what_a_document_brought_is_forgotten_where_it_is_taken_back() -> None:
    paragraphs = [f"This is the paragraph with the number {number}, and it is long enough." for number in range(3_000)]
    for step in ("duplicates", "near_duplicates"):
        cleaner = Cleaner(only(step))
        cleaner.begin_document()
        first = "".join(map("".join, cleaner.clean(["\n\n".join(paragraphs[:10])])))
        cleaner.begin_document()
        list(cleaner.clean(["\n\n".join(paragraphs)]))
        cleaner.take_back()
        assert not any(cleaner.removed.values())
        cleaner.begin_document()
        again = "".join(map("".join, cleaner.clean(["\n\n".join(paragraphs[:20])])))
        if step == "duplicates":
            assert again == "\n\n".join(paragraphs[10:20]) and first == "\n\n".join(paragraphs[:10])
        else:
            assert not again.startswith(paragraphs[0])


GROWING: dict[str, Callable[[int], str]] = {
    "hyphens": lambda n: "\n".join(f"word{chr(97 + i % 26)}ly-\ngoing on and a-\nbout" for i in range(n)),
    "page_numbers": lambda n: " " * n + "\n\n" + "1 " * n + "\n\n" + "- " * n,
    "html": lambda n: "<p <b " * n,
    "spaces": lambda n: "a" + " " * n + "\n" + "\u00a0 " * n,
    "boilerplate": lambda n: "copyright " * n + "©" * n,
    "addresses": lambda n: "http://" + "." * n + "a@" * n,
    "invisible": lambda n: "\u00ad" * n + "\u00ad \n" * n,
}


@pytest.mark.parametrize("step", GROWING)
def test_a_step_ends_with_texts_made_to_keep_it_busy(step: str) -> None:
    """Quadratic work on so many would take hours: the test is that it is over before the whole suite's limit."""
    for paged in (False, True):
        Cleaner(only(step)).clean([GROWING[step](20_000)], paged=paged).__next__()


class Searched(str):
    """A text that counts the characters that were searched in it for a word."""

    characters = 0

    def __contains__(self, word: object) -> bool:
        Searched.characters += len(self)
        return super().__contains__(word)  # type: ignore[operator]


def test_a_book_is_not_searched_for_each_of_its_broken_words() -> None:
    text = Searched("\n".join(f"word{chr(97 + i % 26)}ly-\ngoing on and well-known" for i in range(2_000)))
    assert "going" in steps.with_joined_hyphens(text)
    assert Searched.characters <= len(text)


def test_the_ends_of_pages_are_found_without_looking_at_their_spaces_again_and_again() -> None:
    assert steps.end_pages("a  \n \f \f\n  b \f") == "a\n\nb\n\n"
    assert steps.end_pages((" " * 1_000 + "\n") * 1_000 + "x") == (" " * 1_000 + "\n") * 1_000 + "x"
