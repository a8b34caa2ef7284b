"""Learning: how a model is changed, and the settings of that."""

from __future__ import annotations

from workbench.messages.marking import QT_TRANSLATE_NOOP
from workbench.messages.terms.term import Term

TERMS = (
    Term(
        "fine_tuning",
        QT_TRANSLATE_NOOP("Glossary", "Fine-tuning"),
        QT_TRANSLATE_NOOP("Glossary", "fine-tune|fine-tuned|fine tuning"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "To let a model that has read very much learn a little more, from your text. It keeps what it knows of language and takes on your words, names and style.",
        ),
        QT_TRANSLATE_NOOP(
            "Glossary", "A musician who can play learns one new piece: that takes an evening, not years."
        ),
        of_run=QT_TRANSLATE_NOOP(
            "Glossary", "The run “{run}” took {seconds} to go from a perplexity of {before} to {after}."
        ),
        see=(
            "pretraining",
            "transfer_learning",
        ),
    ),
    Term(
        "transfer_learning",
        QT_TRANSLATE_NOOP("Glossary", "Transfer learning"),
        QT_TRANSLATE_NOOP("Glossary", "transfer"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "To use what was learnt in one place for something else. A model that has read hundreds of books needs only a little of your text.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "Who speaks Spanish learns Italian faster."),
        see=(
            "fine_tuning",
            "transfer_dividend",
        ),
    ),
    Term(
        "pretraining",
        QT_TRANSLATE_NOOP("Glossary", "Pretraining"),
        QT_TRANSLATE_NOOP("Glossary", "pretrained|pretrain"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "The long first training of a model, on very many texts, before anybody fine-tunes it. Most of what it knows of language comes from there.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "“Starter English” has read hundreds of old books."),
        see=(
            "fine_tuning",
            "from_scratch",
        ),
    ),
    Term(
        "from_scratch",
        QT_TRANSLATE_NOOP("Glossary", "From random weights"),
        QT_TRANSLATE_NOOP("Glossary", "from scratch|random weights"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "To begin with a network that knows nothing: all its numbers are drawn by chance. It shows how much of a result comes from pretraining.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "At first it writes letters like “lbe the ofng”; it needs much more text."),
        see=(
            "transfer_dividend",
            "weights",
        ),
    ),
    Term(
        "training",
        QT_TRANSLATE_NOOP("Glossary", "Training"),
        QT_TRANSLATE_NOOP("Glossary", "trained|train|trains"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "To show a model passages, see how surprised it is, and turn its weights a little so that it would have been less so; then again, some hundred times. What is trained changes for good, until somebody goes back to a checkpoint.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "150 steps on a small text take about a minute."),
        see=(
            "step",
            "gradient",
            "loss",
        ),
    ),
    Term(
        "run",
        QT_TRANSLATE_NOOP("Glossary", "Run"),
        QT_TRANSLATE_NOOP("Glossary", "runs"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "One training from its beginning to its end, with its settings, curves, samples and the model that came of it. Runs are kept in History and can be compared.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "The same text with two learning rates makes two runs."),
        of_run=QT_TRANSLATE_NOOP("Glossary", "“{run}” made {steps} steps in {seconds}."),
        see=(
            "step",
            "checkpoint",
        ),
    ),
    Term(
        "step",
        QT_TRANSLATE_NOOP("Glossary", "Step"),
        QT_TRANSLATE_NOOP("Glossary", "steps"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "One small change of the weights, after reading one batch. A run is so many steps; more of them learn more, as long as the validation loss falls.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "150 steps of 8 passages read 1,200 passages."),
        of_run=QT_TRANSLATE_NOOP("Glossary", "The run made {steps} steps, each of {per_step} tokens."),
        see=(
            "batch",
            "epoch",
            "learning_rate",
        ),
    ),
    Term(
        "epoch",
        QT_TRANSLATE_NOOP("Glossary", "Epoch"),
        QT_TRANSLATE_NOOP("Glossary", "epochs"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "One reading of the whole training text. Several can help; after very many, the text is learnt by heart.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "A text of 1,000 passages, read 8 at a time, has 125 steps in an epoch."),
        see=(
            "step",
            "overfitting",
        ),
    ),
    Term(
        "batch",
        QT_TRANSLATE_NOOP("Glossary", "Batch"),
        QT_TRANSLATE_NOOP("Glossary", "batches|batch size|micro-batches"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "The passages that are read together before the weights change once. Larger batches make steadier steps and need more memory and time for each.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "8 passages of 256 tokens are 2,048 tokens a step."),
        of_run=QT_TRANSLATE_NOOP("Glossary", "It read {batch} passages of up to {context} tokens at once."),
        see=(
            "step",
            "context_length",
            "accumulation",
        ),
    ),
    Term(
        "accumulation",
        QT_TRANSLATE_NOOP("Glossary", "Gradient accumulation"),
        QT_TRANSLATE_NOOP("Glossary", "accumulate|accumulation|accumulated"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "To read several small batches one after the other and change the weights once for all of them. It is the same step as with one large batch, in less memory.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "4 × 2 passages make the step of a batch of 8 in about the memory of 2."),
        see=("batch",),
    ),
    Term(
        "context_length",
        QT_TRANSLATE_NOOP("Glossary", "Context length"),
        QT_TRANSLATE_NOOP("Glossary", "context|passage|passages"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "How many tokens the model sees at once, of a passage that it learns from or of what you have written. What lies further back does not exist for it.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "256 tokens are about half a page."),
        of_run=QT_TRANSLATE_NOOP("Glossary", "The passages of this run have up to {context} tokens."),
        see=(
            "token",
            "batch",
        ),
    ),
    Term(
        "learning_rate",
        QT_TRANSLATE_NOOP("Glossary", "Learning rate"),
        QT_TRANSLATE_NOOP("Glossary", "learning rates|rate|rates"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "How far each step turns the weights. Too low, and it hardly learns; too high, and it jumps past what is good and forgets what it knew.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "0.0005 suits a small pretrained model, 0.00005 a large one."),
        of_run=QT_TRANSLATE_NOOP("Glossary", "At its highest it was {rate}."),
        picture="learning_rate",
        see=(
            "schedule",
            "warmup",
            "rate_finder",
        ),
    ),
    Term(
        "rate_finder",
        QT_TRANSLATE_NOOP("Glossary", "Learning-rate finder"),
        QT_TRANSLATE_NOOP("Glossary", "rate finder|find a learning rate|find a rate"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "It tries ever higher learning rates on a copy of the model and shows where the loss falls fastest and where it breaks out. The model itself is not changed.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "If the loss falls from 0.0001 on and explodes at 0.01, 0.001 is a good choice."),
        see=("learning_rate",),
    ),
    Term(
        "schedule",
        QT_TRANSLATE_NOOP("Glossary", "Schedule"),
        QT_TRANSLATE_NOOP("Glossary", "linear|cosine|slanted triangular|inverse square root"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "How the learning rate goes on over a run: mostly it rises shortly, then falls, so that the last steps are fine corrections. The preview on Train draws it.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "Like parking: fast at first, slow at the end."),
        picture="warmup",
        see=(
            "learning_rate",
            "warmup",
        ),
    ),
    Term(
        "warmup",
        QT_TRANSLATE_NOOP("Glossary", "Warm-up"),
        QT_TRANSLATE_NOOP("Glossary", "warm up"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "The first part of a run, in which the learning rate rises from nearly nothing. The first gradients are wild, and small steps keep them from doing harm.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "0.1 of 150 steps: it rises during the first 15."),
        of_run=QT_TRANSLATE_NOOP("Glossary", "It rose over the first {warmup_steps} of {steps} steps."),
        picture="warmup",
        see=(
            "schedule",
            "learning_rate",
        ),
    ),
    Term(
        "weight_decay",
        QT_TRANSLATE_NOOP("Glossary", "Weight decay"),
        QT_TRANSLATE_NOOP("Glossary", "weight decay"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "In every step all weights shrink a little, so that only those stay large that are needed. It is a mild means against learning by heart.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "0.01 is usual; 0 switches it off."),
        see=(
            "overfitting",
            "optimizer",
        ),
    ),
    Term(
        "optimizer",
        QT_TRANSLATE_NOOP("Glossary", "Optimizer"),
        QT_TRANSLATE_NOOP("Glossary", "AdamW|Adam|SGD|Adafactor|Lion|Muon|momentum|optimizers"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "The rule that makes a change of the weights out of the gradient. AdamW, the usual one, gives each weight a stride of its own, by how much its gradient has wavered.",
        ),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "It keeps two more numbers for each weight, which is why learning needs more memory than asking.",
        ),
        see=(
            "gradient",
            "learning_rate",
        ),
    ),
    Term(
        "gradient_clipping",
        QT_TRANSLATE_NOOP("Glossary", "Gradient clipping"),
        QT_TRANSLATE_NOOP("Glossary", "clipping|clipped|clip"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "A gradient that is longer than a limit is shortened to it. So one odd passage cannot throw the model off course.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "With a limit of 1, a peak of 30 counts as 1."),
        see=("gradient_norm",),
    ),
    Term(
        "dropout",
        QT_TRANSLATE_NOOP("Glossary", "Dropout"),
        QT_TRANSLATE_NOOP("Glossary", "dropout"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "While it learns, some connections are switched off by chance, others each time. So the model cannot rely on any single one, and learns less by heart.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "0.1 switches off one in ten."),
        picture="dropout",
        see=("overfitting",),
    ),
    Term(
        "label_smoothing",
        QT_TRANSLATE_NOOP("Glossary", "Label smoothing"),
        QT_TRANSLATE_NOOP("Glossary", "label smoothing"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "The model is told that the right answer is only, say, 90 % right, and the rest is shared among all others. It becomes less sure of itself.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "0.1 is usual for labels; for next words mostly 0."),
        see=("calibration",),
    ),
    Term(
        "layer_decay",
        QT_TRANSLATE_NOOP("Glossary", "Layer decay"),
        QT_TRANSLATE_NOOP("Glossary", "layer decay"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "Lower layers, which hold what all language has in common, are moved less far than upper ones. So more of what was known stays.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "At 2.6, each layer moves 2.6 times less than the one above."),
        see=(
            "layer",
            "learning_rate",
        ),
    ),
    Term(
        "gradual_unfreezing",
        QT_TRANSLATE_NOOP("Glossary", "Gradual unfreezing"),
        QT_TRANSLATE_NOOP("Glossary", "unfreeze|unfreezing"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "First only the topmost layer learns; then one more joins, and another. What lies deep is touched last, when the top has already settled.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "Of 6 layers over half of 120 steps, one joins every 10 steps."),
        see=(
            "freezing",
            "layer",
        ),
    ),
    Term(
        "freezing",
        QT_TRANSLATE_NOOP("Glossary", "Freezing"),
        QT_TRANSLATE_NOOP("Glossary", "freeze|freezes|frozen"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "Weights that are frozen stay as they are while others learn. It saves memory and keeps what the model knew.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "With the last 2 of 12 layers learning, 10 are frozen."),
        see=(
            "gradual_unfreezing",
            "lora",
        ),
    ),
    Term(
        "lora",
        QT_TRANSLATE_NOOP("Glossary", "LoRA"),
        QT_TRANSLATE_NOOP("Glossary", "low-rank adaptation|small additions"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "The model stays as it is, and beside its large matrices thin pairs of small ones learn. That is about a hundredth of the numbers: little memory, a small file, and less is forgotten.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "Sticky notes in a book instead of a new edition."),
        picture="lora",
        see=(
            "adapter",
            "lora_rank",
            "freezing",
        ),
    ),
    Term(
        "lora_rank",
        QT_TRANSLATE_NOOP("Glossary", "LoRA rank"),
        QT_TRANSLATE_NOOP("Glossary", "alpha|LoRA alpha|alpha / rank|rank of the change|adapter of rank"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "The rank is how thick LoRA's thin matrices are: the more, the more can be learnt. Alpha says how strongly they count.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "Rank 8 beside a matrix of 768 × 768 has 12,288 numbers instead of 589,824."),
        see=("lora",),
    ),
    Term(
        "adapter",
        QT_TRANSLATE_NOOP("Glossary", "Adapter"),
        QT_TRANSLATE_NOOP("Glossary", "adapters|PEFT"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "What LoRA has added, as a small file of its own, to be laid upon the model that it belongs to. One model can have many of them.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "3 MB for a model of 500 MB."),
        see=("lora",),
    ),
    Term(
        "seed",
        QT_TRANSLATE_NOOP("Glossary", "Seed"),
        QT_TRANSLATE_NOOP("Glossary", "seed"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "The number from which all chance is drawn: which passages come when, what is switched off, which word is written. The same seed gives the same again; another one shows how much was luck.",
        ),
        QT_TRANSLATE_NOOP(
            "Glossary", "Runs with the seeds 0, 1 and 2 that end at 16.1, 16.3 and 16.2 differ by luck alone."
        ),
        of_run=QT_TRANSLATE_NOOP("Glossary", "This run drew from the seed {seed}."),
        see=("run",),
    ),
    Term(
        "checkpoint",
        QT_TRANSLATE_NOOP("Glossary", "Checkpoint"),
        QT_TRANSLATE_NOOP("Glossary", "checkpoints"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "The state of a run, saved at one step, from which it can go on as if nothing had happened. The best one becomes the model of the run.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "When the power fails, the run goes on from the last one."),
        of_run=QT_TRANSLATE_NOOP("Glossary", "The weights of step {kept} were kept as its model."),
        see=(
            "validation",
            "early_stopping",
        ),
    ),
    Term(
        "early_stopping",
        QT_TRANSLATE_NOOP("Glossary", "Patience"),
        QT_TRANSLATE_NOOP("Glossary", "early stopping"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "After how many looks at unseen text without improvement a run stops by itself. So it does not go on learning by heart all night.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "4 looks, one every 25 steps: it stops after 100 steps without improvement."),
        see=(
            "validation",
            "overfitting",
            "checkpoint",
        ),
    ),
    Term(
        "validation",
        QT_TRANSLATE_NOOP("Glossary", "Validation"),
        QT_TRANSLATE_NOOP("Glossary", "validate|validations|validated"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "To measure, every so many steps, how the model does on text that it never learns from. Only this tells whether it learns what holds for new text.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "An exam in between, with new questions."),
        see=(
            "validation_text",
            "validation_loss",
        ),
    ),
    Term(
        "sweep",
        QT_TRANSLATE_NOOP("Glossary", "Sweep"),
        QT_TRANSLATE_NOOP("Glossary", "sweeps"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "Several runs that differ in one setting or two, made one after the other, and the best of them marked. It answers “which value is best for my text?”",
        ),
        QT_TRANSLATE_NOOP("Glossary", "Learning rates of 0.0001, 0.0003 and 0.001 make three runs."),
        see=(
            "run",
            "seed",
        ),
    ),
    Term(
        "queue",
        QT_TRANSLATE_NOOP("Glossary", "Queue"),
        QT_TRANSLATE_NOOP("Glossary", "queue"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "Runs that wait for their turn; each begins when the one before has ended. The computer can work through them at night.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "Three runs of ten minutes are done in half an hour."),
        see=(
            "run",
            "sweep",
        ),
    ),
    Term(
        "number_precision",
        QT_TRANSLATE_NOOP("Glossary", "Number format"),
        QT_TRANSLATE_NOOP("Glossary", "F16|F32|bfloat16|float32|float16|bf16|number precision"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "With how many digits numbers are computed: float32 has about seven, bfloat16 about two or three and is faster on newer processors. Learning bears that, because everything is added up exactly.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "0.1234567 becomes 0.1235 in bfloat16."),
        see=("quantisation",),
    ),
    Term(
        "distillation",
        QT_TRANSLATE_NOOP("Glossary", "Distillation"),
        QT_TRANSLATE_NOOP("Glossary", "teacher|teachers|student|students"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "A small model, the student, learns not only from the text but from what a larger one, the teacher, holds to be likely at each place. “Probably ‘sea’, perhaps ‘water’” teaches more than “sea”.",
        ),
        QT_TRANSLATE_NOOP(
            "Glossary", "A student of half the layers can come close to its teacher and answers nearly twice as fast."
        ),
        picture="distillation",
        see=(
            "temperature_of_teacher",
            "layer",
        ),
    ),
    Term(
        "temperature_of_teacher",
        QT_TRANSLATE_NOOP("Glossary", "Temperature of the teacher"),
        QT_TRANSLATE_NOOP("Glossary", "temperature of the teacher"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "How evenly the teacher's opinion is spread before it is learnt. The higher, the more the student hears of what the teacher holds to be unlikely.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "“sea 90 %, water 9 %” becomes “sea 76 %, water 24 %” at 2."),
        see=(
            "distillation",
            "temperature",
        ),
    ),
    Term(
        "pull",
        QT_TRANSLATE_NOOP("Glossary", "Pull to the start"),
        QT_TRANSLATE_NOOP("Glossary", "L2-SP"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "In every step, the weights are drawn back a little to where they began. So the model learns what it must and forgets less.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "10 is mild, 100 strong."),
        see=("forgetting",),
    ),
    Term(
        "together",
        QT_TRANSLATE_NOOP("Glossary", "Learning several things at once"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "learnt together|learning together|mixture|power of the size|weights of the tasks|learn something else",
        ),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "One network learns the next words of a text and, say, its labels, taking turns. Weights say how often each has its turn.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "Weights of 3 and 1 give three steps of four to the first."),
        see=(
            "head",
            "label",
        ),
    ),
    Term(
        "task",
        QT_TRANSLATE_NOOP("Glossary", "Task"),
        QT_TRANSLATE_NOOP("Glossary", "tasks"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "What a model is to learn: to go on with a text, to give it a label, to mark words in it, or to answer. The same text can serve several tasks.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "From a collection of letters: how one writes them, or who has written each."),
        see=(
            "label",
            "next_word",
            "together",
        ),
    ),
    Term(
        "preset",
        QT_TRANSLATE_NOOP("Glossary", "Preset"),
        QT_TRANSLATE_NOOP("Glossary", "presets"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "A name for a set of settings that fit each other, so that nobody has to choose each by itself. Whatever you then change is marked as differing from it.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "Quick, Balanced and Thorough."),
        see=(
            "step",
            "learning_rate",
        ),
    ),
)
