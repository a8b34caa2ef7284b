"""What came of a run, and what sensibly comes next."""

from __future__ import annotations

from workbench.messages.marking import QT_TRANSLATE_NOOP

SENTENCES = {
    "what_now.perplexity": QT_TRANSLATE_NOOP("what_now", "perplexity {before} → {after}"),
    "what_now.loss": QT_TRANSLATE_NOOP("what_now", "loss {before} → {after}"),
    "what_now.exploded": QT_TRANSLATE_NOOP(
        "what_now", "The loss exploded: with a learning rate of {rate}, each step moved the weights too far. Try {next}."
    ),
    "what_now.worse": QT_TRANSLATE_NOOP(
        "what_now", "It only got worse ({change}): a learning rate of {rate} is too high for it. Try {next}."
    ),
    "what_now.unchanged": QT_TRANSLATE_NOOP(
        "what_now", "Hardly anything changed: a learning rate of {rate} moves the weights too little. Try {next}."
    ),
    "what_now.unchanged_so_far": QT_TRANSLATE_NOOP(
        "what_now", "In {steps:# step|# steps} hardly anything changed yet. Let it learn for longer."
    ),
    "what_now.by_heart": QT_TRANSLATE_NOOP(
        "what_now", "From step {step} on it began to learn its text by heart: it went on getting better on that, and got worse on new text ({change}). Take the best, which is kept."
    ),
    "what_now.by_heart_at_once": QT_TRANSLATE_NOOP(
        "what_now", "It learnt its text by heart and nothing else: it got better on that, and worse on new text ({change}). More text would help, or fewer steps."
    ),
    "what_now.still_falling": QT_TRANSLATE_NOOP(
        "what_now", "It was still getting better when it ended ({change} in its last {steps:step|# steps}). Train on: {more:# step|# steps} more."
    ),
    "what_now.stopped_falling": QT_TRANSLATE_NOOP(
        "what_now", "It was still getting better at step {steps} of {total} ({change} of late). Let it go on."
    ),
    "what_now.level": QT_TRANSLATE_NOOP(
        "what_now", "For its last {steps:step|# steps} it hardly got better any more. More of the same will bring little; more text may, or a larger model."
    ),
    "what_now.much_better": QT_TRANSLATE_NOOP("what_now", "On new text it is much better than before. Try it."),
    "what_now.better": QT_TRANSLATE_NOOP("what_now", "On new text it is a little better than before."),
    "what_now.small_text": QT_TRANSLATE_NOOP(
        "what_now", "The text is small: about {tokens} tokens, read {times:once|# times}. More text of its kind would help more than anything else."
    ),
}  # fmt: skip
