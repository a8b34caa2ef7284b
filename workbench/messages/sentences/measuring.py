"""How something was measured, and what was otherwise when it was measured again."""

from __future__ import annotations

from workbench.messages.marking import QT_TRANSLATE_NOOP

SENTENCES = {
    # Joined to one list
    "measured.two": QT_TRANSLATE_NOOP("measuring", "{first}; {rest}"),
    # How a model was evaluated
    "measured.split": QT_TRANSLATE_NOOP("measuring", "{split} split of “{corpus}” (text {hash})"),
    "measured.labels": QT_TRANSLATE_NOOP(
        "measuring", "{split} split of “{corpus}” (labels {hash}), {examples} examples"
    ),
    "measured.beginnings": QT_TRANSLATE_NOOP("measuring", "of each text the first {most} tokens are read"),
    "measured.sentences": QT_TRANSLATE_NOOP(
        "measuring", "sentences are read {most} tokens at a time; spans count as conlleval counts them"
    ),
    "measured.words_at_most": QT_TRANSLATE_NOOP("measuring", "at most its {most} most frequent words, as there are so many classes"),
    "measured.counted": QT_TRANSLATE_NOOP("measuring", "by how often each class had each word (naive Bayes), as there are so many classes"),
    "measured.learnt_from": QT_TRANSLATE_NOOP("measuring", "learnt from the same {count} examples as the run"),
    "measured.train": QT_TRANSLATE_NOOP("measuring", "train"),
    "measured.validation": QT_TRANSLATE_NOOP("measuring", "validation"),
    "measured.test": QT_TRANSLATE_NOOP("measuring", "test"),
    "measured.windows": QT_TRANSLATE_NOOP(
        "measuring", "windows of {context} tokens, each {stride} after the last (stride); each token is predicted once, from up to {context} tokens before it"
    ),
    "measured.windows_that_overlap": QT_TRANSLATE_NOOP(
        "measuring", "windows of {context} tokens, each {stride} after the last (stride); each token is predicted once, from {least} to {context} tokens before it"
    ),
    "measured.tokenizer": QT_TRANSLATE_NOOP("measuring", "tokenizer of {vocabulary} tokens ({hash})"),
    "measured.words": QT_TRANSLATE_NOOP("measuring", "whole next words at {count} places spread over it"),
    "measured.spelling": QT_TRANSLATE_NOOP(
        "measuring", "bits per byte and word perplexity count 8 bits for each byte of a word outside the vocabulary"
    ),
    # What was drawn again and again, to see how far chance moves a difference
    "drawn.documents": QT_TRANSLATE_NOOP("measuring", "{units} documents drawn"),
    "drawn.blocks_of_documents": QT_TRANSLATE_NOOP("measuring", "blocks of {block} documents drawn from {units}"),
    "drawn.passages": QT_TRANSLATE_NOOP("measuring", "{units} passages drawn"),
    "drawn.blocks_of_passages": QT_TRANSLATE_NOOP("measuring", "blocks of {block} passages drawn from {units}"),
    # What is not as it was
    "otherwise.model": QT_TRANSLATE_NOOP("measuring", "the model that it began from was changed"),
    "otherwise.files": QT_TRANSLATE_NOOP("measuring", "the files of the text were changed"),
    "otherwise.minutes": QT_TRANSLATE_NOOP(
        "measuring", "how many steps a budget in minutes is depends on how fast the computer was just then"
    ),
    "otherwise.not_noted": QT_TRANSLATE_NOOP(
        "measuring", "an older version of this program made it, which did not note its versions and computer"
    ),
    "otherwise.text": QT_TRANSLATE_NOOP("measuring", "the text was changed"),
    "otherwise.value": QT_TRANSLATE_NOOP("measuring", "{name}: {before} → {after}"),
    "otherwise.none": QT_TRANSLATE_NOOP("measuring", "none"),
    # What a run's numbers depend on, by the names under which it is stored
    "hardware.system": QT_TRANSLATE_NOOP("measuring", "system"),
    "hardware.processor": QT_TRANSLATE_NOOP("measuring", "processor"),
    "hardware.cores": QT_TRANSLATE_NOOP("measuring", "cores"),
    "hardware.memory": QT_TRANSLATE_NOOP("measuring", "memory"),
    "hardware.device": QT_TRANSLATE_NOOP("measuring", "device"),
    "hardware.threads": QT_TRANSLATE_NOOP("measuring", "threads"),
    # What a report of a fault says
    "details.project": QT_TRANSLATE_NOOP("measuring", "project"),
    "details.window": QT_TRANSLATE_NOOP("measuring", "window"),
    "details.no_project": QT_TRANSLATE_NOOP("measuring", "none is open"),
    "details.open": QT_TRANSLATE_NOOP("measuring", "open, {schema}"),
    "details.open_to_look": QT_TRANSLATE_NOOP("measuring", "open to be looked at, {schema}"),
    "details.schema": QT_TRANSLATE_NOOP("measuring", "schema {schema}"),
    "details.schema_unknown": QT_TRANSLATE_NOOP("measuring", "schema unknown ({error})"),
    "details.project_closed": QT_TRANSLATE_NOOP("measuring", "cannot be opened ({error})"),
    "details.memory": QT_TRANSLATE_NOOP("measuring", "{total}, {free} of it free, {taken} taken by the program"),
    "details.engine_not_loaded": QT_TRANSLATE_NOOP("measuring", "not known, the engine is not loaded"),
    "details.engine_broken": QT_TRANSLATE_NOOP("measuring", "not known, TensorFlow cannot be loaded ({kind})"),
    "answer.validation": QT_TRANSLATE_NOOP("measuring", "validation text"),
    "answer.test": QT_TRANSLATE_NOOP("measuring", "test text"),
    "answer.train": QT_TRANSLATE_NOOP("measuring", "training text"),
    "answer.better": QT_TRANSLATE_NOOP(
        "measuring", "It predicts the {part} of “{corpus}” better than {base}, from which it began: by {value} bits per byte, {bounds}."
    ),
    "answer.worse": QT_TRANSLATE_NOOP(
        "measuring", "It predicts the {part} of “{corpus}” worse than {base}, from which it began: by {value} bits per byte, {bounds}."
    ),
    "answer.unclear": QT_TRANSLATE_NOOP(
        "measuring", "Whether it predicts better than {base}, from which it began, the {part} of “{corpus}” cannot tell: the difference in bits per byte is {bounds}."
    ),
    "answer.answers_better": QT_TRANSLATE_NOOP(
        "measuring", "It tells what is answered in the {part} of “{corpus}” better than {base}, from which it began: by {value} nats per token of the answers, {bounds}."
    ),
    "answer.answers_worse": QT_TRANSLATE_NOOP(
        "measuring", "It tells what is answered in the {part} of “{corpus}” worse than {base}, from which it began: by {value} nats per token of the answers, {bounds}."
    ),
    "answer.answers_unclear": QT_TRANSLATE_NOOP(
        "measuring", "Whether it tells what is answered better than {base}, from which it began, the {part} of “{corpus}” cannot tell: the difference in nats per token of the answers is {bounds}."
    ),
    "answer.between": QT_TRANSLATE_NOOP("measuring", "between {low} and {high} with a confidence of 95 %"),
    "answer.texts": QT_TRANSLATE_NOOP("measuring", "{share} of {examples:# text|# texts} told right"),
    "answer.spans": QT_TRANSLATE_NOOP("measuring", "F1 of spans {share} in {examples:# sentence|# sentences}"),
    "answer.words": QT_TRANSLATE_NOOP("measuring", "words alone"),
    "answer.step_0": QT_TRANSLATE_NOOP("measuring", "itself before it learnt"),
    "answer.most_frequent": QT_TRANSLATE_NOOP("measuring", "always the most frequent label"),
    "answer.labels_better": QT_TRANSLATE_NOOP(
        "measuring", "On the {part} of “{corpus}” it is better than {other} ({share}): {found}, a difference between {low} and {high} points with a confidence of 95 %."
    ),
    "answer.labels_worse": QT_TRANSLATE_NOOP(
        "measuring", "On the {part} of “{corpus}” it is worse than {other} ({share}): {found}, a difference between {low} and {high} points with a confidence of 95 %."
    ),
    "answer.labels_unclear": QT_TRANSLATE_NOOP(
        "measuring", "The {part} of “{corpus}” cannot tell it from {other} ({share}): {found}, a difference between {low} and {high} points with a confidence of 95 %."
    ),
    "answer.labels_unsure": QT_TRANSLATE_NOOP(
        "measuring", "On the {part} of “{corpus}”: {found}; {other} comes to {share}. That is too little to say how sure the difference is."
    ),
    "answer.labels_alone": QT_TRANSLATE_NOOP(
        "measuring", "On the {part} of “{corpus}”: {found}, between {low} and {high} with a confidence of 95 %."
    ),
}  # fmt: skip
