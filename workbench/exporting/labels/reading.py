"""Lines of Python that make tokens of a text, and labels of what a network says of them, for those who have not this
program."""

from __future__ import annotations

import sys
from functools import cache

from workbench.exporting.labels.label_model import LabelModel
from workbench.ground.scripts import is_spaceless

READ_TWICE = "read_twice.py"

# As `corpora/encoded_examples.py` and `corpora/labelled.py` do it, in what people can run without this program.
_READ_TWICE = '''\
# Of the scripts that are written without spaces, the first and the last character of each row.
SPACELESS = @RANGES@


def is_spaceless(character):
    return any(first <= ord(character) <= last for first, last in SPACELESS)


def joined(words):
    """The text of words: a space between two, unless both are of scripts that are written without."""
    text = words[0]
    for left, right in zip(words, words[1:]):
        text += ("" if is_spaceless(left[-1]) and is_spaceless(right[0]) else " ") + right
    return text


def read_twice(tokenizer, words, predicate=None):
    """The tokens of a sentence, which is read twice, and at which of them each word is told.

    The network sees what stands before a word alone; when it reads the sentence again, it has seen all of it. Of
    semantic roles, `predicate` is the number of a word, which stands between the two, as often as it has stood in the
    sentence by then.
    """
    text = joined(words)
    before = text + "\\n"
    if predicate is not None:
        asked = words[predicate]
        before += " ".join([asked] * list(words[: predicate + 1]).count(asked)) + "\\n"
    tokenizer.encode_special_tokens = True  # their names in a text are text
    found = tokenizer.encode(before + text)
    ends, end = [], len(before)
    for number, word in enumerate(words):
        end = len(before) + len(joined(words[: number + 1]))
        starts = [i for i, (a, b) in enumerate(found.offsets) if a < end and not found.special_tokens_mask[i]]
        ends.append(starts[-1])
    return found.ids, ends
'''


@cache
def read_twice() -> str:
    """The content of a file of Python."""
    rows = "".join(f"    (0x{first:X}, 0x{last:X}),\n" for first, last in _spaceless())
    return _READ_TWICE.replace("@RANGES@", f"(\n{rows})")


def encoding(found: LabelModel, most: int) -> str:
    """Lines that make `tokens` of a text; where words are told, `ends` too, the token at which each is told."""
    opened = (
        'tokenizer = tokenizers.Tokenizer.from_file("tokenizer.json")\n'
        "tokenizer.encode_special_tokens = True  # their names in a text are text"
    )
    if not found.tells_words:
        return f'{opened}\ntokens = tokenizer.encode("It was a bright day.").ids[:{most}]'
    predicate = ", predicate=2" if found.has_predicate else ""
    return f"""\
{opened}
words = ["The", "lamp", "is", "lit", "."]
from read_twice import read_twice  # the file beside this one

tokens, ends = read_twice(tokenizer, words{predicate})  # no more than {most} tokens: divide what is longer"""


def telling(found: LabelModel) -> str:
    """Lines that print what `logits` say."""
    if found.tells_words:
        return "print([(word, labels[logits[end].argmax()]) for word, end in zip(words, ends)])"
    if found.labels.several:
        return "print([label for label, logit in zip(labels, logits) if logit > 0])  # those likelier than not"
    return "print(labels[logits.argmax()])"


def _spaceless() -> list[tuple[int, int]]:
    """First and last of the characters that follow on each other."""
    found: list[tuple[int, int]] = []
    for number in range(sys.maxunicode + 1):
        if not is_spaceless(chr(number)):
            continue
        first = found.pop()[0] if found and found[-1][1] == number - 1 else number
        found.append((first, number))
    return found
