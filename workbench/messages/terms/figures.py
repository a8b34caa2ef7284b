"""Figures: how well a model does."""

from __future__ import annotations

from workbench.messages.marking import QT_TRANSLATE_NOOP
from workbench.messages.terms.term import Term

TERMS = (
    Term(
        "perplexity",
        QT_TRANSLATE_NOOP("Glossary", "Perplexity"),
        QT_TRANSLATE_NOOP("Glossary", "perplexities"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "How unsure a model is of what comes next: 20 means as unsure as if it had to pick among 20 equally likely tokens. Lower is better; 1 would be a model that is never surprised.",
        ),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "A small model may have 131 on a text of a new kind, and 16 after some minutes of learning from it.",
        ),
        of_run=QT_TRANSLATE_NOOP(
            "Glossary",
            "Perplexity went from {before} to {after}: in the end as unsure as if it picked among {choices} equally likely tokens.",
        ),
        see=(
            "loss",
            "token",
            "bits_per_byte",
        ),
    ),
    Term(
        "loss",
        QT_TRANSLATE_NOOP("Glossary", "Loss"),
        QT_TRANSLATE_NOOP("Glossary", "losses"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "The number that learning makes smaller: how surprised the model is, on average, by what really came next. 0 would mean that it had expected everything.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "A loss of 3 nats per token means: what came had a probability of about 5 %."),
        of_run=QT_TRANSLATE_NOOP(
            "Glossary",
            "On text that it never learns from, the loss went from {nats_before} to {nats_after} nats per token.",
        ),
        see=(
            "perplexity",
            "nat",
            "validation_loss",
        ),
    ),
    Term(
        "training_loss",
        QT_TRANSLATE_NOOP("Glossary", "Training loss"),
        QT_TRANSLATE_NOOP("Glossary", "training loss"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "The loss on the very passages that are being learnt from. It nearly always falls, so by itself it proves little: learning by heart makes it fall, too.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "Like marks in exercises whose answers one has seen."),
        see=(
            "validation_loss",
            "overfitting",
        ),
    ),
    Term(
        "validation_loss",
        QT_TRANSLATE_NOOP("Glossary", "Validation loss"),
        QT_TRANSLATE_NOOP("Glossary", "validation loss"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "The loss on the part of the text that is never learnt from. It tells how the model does on new text; when it rises while the training loss falls, the model has begun to learn by heart.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "Like marks in an exam with new questions."),
        of_run=QT_TRANSLATE_NOOP(
            "Glossary", "It was {nats_before} nats per token before, and {nats_after} with the weights that were kept."
        ),
        see=(
            "training_loss",
            "overfitting",
            "validation",
        ),
    ),
    Term(
        "nat",
        QT_TRANSLATE_NOOP("Glossary", "Nat"),
        QT_TRANSLATE_NOOP("Glossary", "nats"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "The unit in which loss is counted. One nat is the surprise at something that had a probability of 37 %; two nats, of 14 %.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "1 nat is as much as 1.44 bits."),
        see=(
            "loss",
            "bit",
        ),
    ),
    Term(
        "bit",
        QT_TRANSLATE_NOOP("Glossary", "Bit"),
        QT_TRANSLATE_NOOP("Glossary", "bits"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "A measure of surprise: one bit is the surprise at how a fair coin falls, one yes-or-no question. Each bit more means half as likely.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "A word with a probability of 1 in 1,024 costs ten bits."),
        see=(
            "nat",
            "surprise",
            "bits_per_byte",
        ),
    ),
    Term(
        "bits_per_byte",
        QT_TRANSLATE_NOOP("Glossary", "Bits per byte"),
        QT_TRANSLATE_NOOP("Glossary", "bits/byte|bits a byte|bit per byte"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "How many bits the model would need to pass on one byte of the text, were it used to compress it. It does not depend on how a text is cut into tokens, so that it compares models that perplexity cannot.",
        ),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "Plain text has 8 bits per byte, a zip file of English about 2.5, a good language model less than 1.",
        ),
        of_run=QT_TRANSLATE_NOOP("Glossary", "It went from {bits_before} to {bits_after} bits per byte."),
        see=(
            "perplexity",
            "bit",
            "tokenizer",
        ),
    ),
    Term(
        "accuracy",
        QT_TRANSLATE_NOOP("Glossary", "Accuracy"),
        QT_TRANSLATE_NOOP("Glossary", "top-5 accuracy|top-5"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "The share of answers that were right: how often the likeliest word, or class, was the one that came. Top-5 also counts those that stood among the first five.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "If 34 of 100 next words were guessed at once, accuracy is 34 %."),
        see=(
            "macro_f1",
            "confusion_matrix",
        ),
    ),
    Term(
        "precision_recall",
        QT_TRANSLATE_NOOP("Glossary", "Precision and recall"),
        QT_TRANSLATE_NOOP("Glossary", "precision|recall"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "Of all that was called a class, how much belonged to it (precision); of all that belongs to it, how much was found (recall). One is easily high at the cost of the other.",
        ),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "Who calls every letter spam finds all spam (recall 100 %), but is mostly wrong (low precision).",
        ),
        see=(
            "macro_f1",
            "confusion_matrix",
        ),
    ),
    Term(
        "macro_f1",
        QT_TRANSLATE_NOOP("Glossary", "F1"),
        QT_TRANSLATE_NOOP("Glossary", "conlleval|macro F1|micro F1|macro-F1|micro-F1|F1"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "One number for precision and recall together, high only where both are. Macro F1 lets every class count alike, however rare; micro F1 lets every example count alike.",
        ),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "With 95 good reviews and 5 bad ones, always saying “good” has an accuracy of 95 % but a macro F1 of only 49 %.",
        ),
        see=(
            "precision_recall",
            "accuracy",
        ),
    ),
    Term(
        "confusion_matrix",
        QT_TRANSLATE_NOOP("Glossary", "Confusion matrix"),
        QT_TRANSLATE_NOOP("Glossary", "confusion|diagonal"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "A table of what was taken for what: a row for each true class, a column for each answer. What is right stands on the diagonal; a large number beside it shows which two classes are mixed up.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "Row “storm”, column “rain”, 7: seven storms were taken for rain."),
        see=(
            "accuracy",
            "label",
        ),
    ),
    Term(
        "calibration",
        QT_TRANSLATE_NOOP("Glossary", "Calibration"),
        QT_TRANSLATE_NOOP("Glossary", "calibrated"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "Whether the model's certainty can be believed: of all that it holds to be 70 % likely, about 70 % should come true. A model can often be right and still be far too sure of itself.",
        ),
        QT_TRANSLATE_NOOP(
            "Glossary", "A weather forecast is well calibrated if it rains on 3 of 10 days for which it said 30 %."
        ),
        see=(
            "probability",
            "label_smoothing",
        ),
    ),
    Term(
        "confidence_interval",
        QT_TRANSLATE_NOOP("Glossary", "Confidence interval"),
        QT_TRANSLATE_NOOP("Glossary", "with a confidence of|95 %|bounds|bootstrap"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "Between which bounds the true figure most probably lies, since only a limited text was measured. Where the bounds lie on both sides of zero, the difference may be chance.",
        ),
        QT_TRANSLATE_NOOP(
            "Glossary", "“0.4 better, between 0.3 and 0.5” is sure; “0.1 better, between −0.2 and 0.4” is not."
        ),
        see=("validation",),
    ),
    Term(
        "surprise",
        QT_TRANSLATE_NOOP("Glossary", "Surprise"),
        QT_TRANSLATE_NOOP("Glossary", "surprising|surprised|surprises"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "How little a word was expected, counted in bits. Everything a language model learns comes from being surprised and then changing so that it would have been less so.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "After “once upon a”, “time” is no surprise; “submarine” is one of 20 bits."),
        see=(
            "bit",
            "perplexity",
        ),
    ),
    Term(
        "rank",
        QT_TRANSLATE_NOOP("Glossary", "Rank"),
        QT_TRANSLATE_NOOP("Glossary", "ranks|ranked"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "The place of the word that really came on the model's list, the likeliest first. Rank 1 means that it was the model's own first guess.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "A word that climbs from rank 900 to rank 3 was learnt."),
        see=(
            "probability",
            "accuracy",
        ),
    ),
    Term(
        "gradient",
        QT_TRANSLATE_NOOP("Glossary", "Gradient"),
        QT_TRANSLATE_NOOP("Glossary", "gradients"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "For every weight, which way and how strongly to turn it so that the loss becomes smaller. Learning is nothing but following it downhill in many small steps.",
        ),
        QT_TRANSLATE_NOOP(
            "Glossary", "In fog, one feels with the foot where the slope goes down: that is the gradient."
        ),
        picture="gradient",
        see=(
            "gradient_norm",
            "learning_rate",
        ),
    ),
    Term(
        "gradient_norm",
        QT_TRANSLATE_NOOP("Glossary", "Gradient norm"),
        QT_TRANSLATE_NOOP("Glossary", "gradient norm"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "How strongly the passages of a step pull at the weights, all together. That it wavers is normal; a sudden peak comes from an odd passage or a learning rate that is too high.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "A run may start near 5 and settle near 1."),
        see=(
            "gradient",
            "gradient_clipping",
        ),
    ),
    Term(
        "smoothing",
        QT_TRANSLATE_NOOP("Glossary", "Smoothing of a curve"),
        QT_TRANSLATE_NOOP("Glossary", "smoothing|smoothed"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "How far a curve in a plot is evened out, so that its course is seen through its ups and downs. Only the drawing changes, never what was measured.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "The loss of single steps jumps about; smoothed, it falls steadily."),
        see=("loss",),
    ),
    Term(
        "speed",
        QT_TRANSLATE_NOOP("Glossary", "Tokens per second"),
        QT_TRANSLATE_NOOP("Glossary", "tokens/s|speed"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "How many tokens are read in a second of learning, forwards and backwards. It tells how long a run takes on this computer.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "At 2,000 tokens per second, a novel of 100,000 tokens takes 50 seconds."),
        of_run=QT_TRANSLATE_NOOP("Glossary", "It read {speed} tokens per second on this computer."),
        see=(
            "token",
            "step",
        ),
    ),
    Term(
        "transfer_dividend",
        QT_TRANSLATE_NOOP("Glossary", "Transfer dividend"),
        QT_TRANSLATE_NOOP("Glossary", "dividend|what pretraining is worth"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "What pretraining is worth: how much better the same network does with what it had read before than from random weights, after learning from the same text. It is largest where there is little text.",
        ),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "With a tenth of a text, a pretrained model may do better than an empty one that has read all of it.",
        ),
        see=(
            "pretraining",
            "from_scratch",
        ),
    ),
    Term(
        "overfitting",
        QT_TRANSLATE_NOOP("Glossary", "Overfitting"),
        QT_TRANSLATE_NOOP(
            "Glossary", "verbatim|learning by heart|learnt by heart|learn by heart|by heart|overfit|recites|recital"
        ),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "Learning a text by heart instead of what holds for other texts like it. One sees it where the training loss falls on and the validation loss rises; fewer steps, more text or dropout help.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "A pupil who has memorised last year's answers and fails with new questions."),
        picture="overfitting",
        see=(
            "validation_loss",
            "dropout",
            "early_stopping",
        ),
    ),
    Term(
        "forgetting",
        QT_TRANSLATE_NOOP("Glossary", "Forgetting"),
        QT_TRANSLATE_NOOP("Glossary", "forget|forgot|forgotten|forgetting"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "While it learns something new, a model loses some of what it knew, for the same weights hold both. A lower learning rate, fewer weights that learn, or a pull to the start keep more.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "After a hundred recipes, it may go on with every sentence as with a recipe."),
        see=(
            "learning_rate",
            "lora",
            "pull",
        ),
    ),
    Term(
        "evaluation",
        QT_TRANSLATE_NOOP("Glossary", "Evaluation"),
        QT_TRANSLATE_NOOP("Glossary", "evaluations|evaluate|evaluated|evaluating"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "To measure, once and thoroughly, how well a model does on a whole part of a text. The looks while it learns read only a piece of it, so that their figures differ a little.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "“Bits per byte 1.92 on the test part, before 2.31.”"),
        see=(
            "validation",
            "bits_per_byte",
            "test_text",
        ),
    ),
    Term(
        "stride",
        QT_TRANSLATE_NOOP("Glossary", "Stride"),
        QT_TRANSLATE_NOOP("Glossary", "strides"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "A long text is measured in windows that overlap, and the stride says how far each begins after the last. The shorter it is, the more words every prediction has before it, and the longer it takes.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "Windows of 256 tokens, each 128 after the last."),
        see=(
            "context_length",
            "evaluation",
        ),
    ),
    Term(
        "logarithmic",
        QT_TRANSLATE_NOOP("Glossary", "Logarithmic scale"),
        QT_TRANSLATE_NOOP("Glossary", "logarithmic"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "A scale on which each step is as many times as much as the one before, and not as much more. What differs a thousandfold can be seen in one picture.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "0.0001, 0.001, 0.01: equally far from each other."),
        see=(
            "learning_rate",
            "loss",
        ),
    ),
)
