"""What came of a run, and what sensibly comes next."""

from __future__ import annotations

from workbench.messages.marking import QT_TRANSLATE_NOOP

SENTENCES = {
    "what_now.perplexity": QT_TRANSLATE_NOOP("what_now", "perplexity {before} → {after}"),
    "what_now.loss": QT_TRANSLATE_NOOP("what_now", "loss {before} → {after}"),
    "what_now.exploded": QT_TRANSLATE_NOOP(
        "what_now", "The loss exploded: with a learning rate of {rate}, each step moved the weights too far. Try {next}."
    ),
    "what_now.unmeasured": QT_TRANSLATE_NOOP("what_now", "Let it go on: at its next look it is measured."),
    "what_now.worse": QT_TRANSLATE_NOOP(
        "what_now", "It only got worse ({change}): a learning rate of {rate} is too high for it. Try {next}."
    ),
    "what_now.restless": QT_TRANSLATE_NOOP(
        "what_now", "It got worse, and came back to no more than where it began ({change} at its worst): a learning rate of {rate} is too high for it. Try {next}."
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
    "what_now.stopped_early": QT_TRANSLATE_NOOP(
        "what_now", "It was stopped at step {steps} of {total}, too early to tell how much more there is to win. Let it go on."
    ),
    "what_now.too_sure_smooth": QT_TRANSLATE_NOOP(
        "what_now", "From step {step} on it only became surer of its mistakes: of new texts it told no fewer right ({before} % → {after} %), while what the wrong ones cost rose ({change}). Label smoothing of {next} keeps it from that."
    ),
    "what_now.too_sure": QT_TRANSLATE_NOOP(
        "what_now", "From step {step} on it only became surer of its mistakes: of new texts it told no fewer right ({before} % → {after} %), while what the wrong ones cost rose ({change}). Take the best, which is kept."
    ),
    "what_now.part_worse": QT_TRANSLATE_NOOP(
        "what_now", "Of what it learnt together, “{corpus}” got worse ({change}). Give it a larger weight."
    ),
    "what_now.head_level": QT_TRANSLATE_NOOP(
        "what_now", "It tells new texts as well as its own, and got no better of late: a head alone can do no more. Let all weights learn."
    ),
    "what_now.no_spans": QT_TRANSLATE_NOOP(
        "what_now", "It tells no span right yet, as one that says of each word that it is in none. Let it learn for longer."
    ),
    "what_now.most_frequent": QT_TRANSLATE_NOOP(
        "what_now", "Whoever always says the most frequent class is right as often ({share} %). More labelled texts would help most."
    ),
    "what_now.most_frequent_head": QT_TRANSLATE_NOOP(
        "what_now", "Whoever always says the most frequent class is right as often ({share} %): a head alone found nothing that tells the others apart."
    ),
    "what_now.most_frequent_weights": QT_TRANSLATE_NOOP(
        "what_now", "Whoever always says the most frequent class is right as often ({share} %). Let rare classes count for more."
    ),
    "what_now.taught_in_vain": QT_TRANSLATE_NOOP(
        "what_now", "Without its teacher, “{teacher}”, it does no worse, as far as the text can tell: here there was little to hand on."
    ),
    "what_now.level": QT_TRANSLATE_NOOP(
        "what_now", "For its last {steps:step|# steps} it hardly got better any more. More of the same will bring little; more text may, or a larger model."
    ),
    "what_now.much_better": QT_TRANSLATE_NOOP("what_now", "On new text it is much better than before. Try it."),
    "what_now.better": QT_TRANSLATE_NOOP("what_now", "On new text it is a little better than before."),
    "what_now.few_of_a_class": QT_TRANSLATE_NOOP(
        "what_now", "Of “{name}” there {texts:is # text|are # texts} to learn from: more of them would help it most."
    ),
    "what_now.few_conversations": QT_TRANSLATE_NOOP(
        "what_now", "It learnt from {conversations:# conversation|# conversations}. More of them would help more than anything else."
    ),
    "what_now.small_text": QT_TRANSLATE_NOOP(
        "what_now", "The text is small: about {tokens} tokens, read {times:once|# times}. More text of its kind would help more than anything else."
    ),
}  # fmt: skip
