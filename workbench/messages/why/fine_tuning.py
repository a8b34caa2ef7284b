"""Why a setting of a fine-tuning would be changed."""

from __future__ import annotations

from workbench.messages.marking import QT_TRANSLATE_NOOP
from workbench.messages.why.why import Why

FINE_TUNING = {
    "method": Why(
        QT_TRANSLATE_NOOP(
            "Why", "More weights learn: the model takes on more of the text, and forgets more of what it knew."
        ),
        QT_TRANSLATE_NOOP("Why", "Fewer weights learn: it stays closer to what it was, in less memory."),
        QT_TRANSLATE_NOOP(
            "Why", "With little text or a large model: LoRA or the last layers. Else let every weight learn."
        ),
        QT_TRANSLATE_NOOP(
            "Why", "LoRA and the last layers need far less memory; the time for a step is a little less."
        ),
        "Howard & Ruder, ULMFiT, 2018; Hu et al., LoRA, 2021",
    ),
    "layers": Why(
        QT_TRANSLATE_NOOP("Why", "More layers learn from the top down: more can change."),
        QT_TRANSLATE_NOOP("Why", "Only the style at the surface changes."),
        QT_TRANSLATE_NOOP(
            "Why", "Lower it where the model forgets too much, raise it where the validation loss hardly falls."
        ),
        QT_TRANSLATE_NOOP("Why", "Each layer more takes some memory and time."),
        "Yosinski et al., How transferable are features, 2014",
    ),
    "unfreeze_over": Why(
        QT_TRANSLATE_NOOP("Why", "The layers join more slowly, and the lower ones learn only at the end."),
        QT_TRANSLATE_NOOP("Why", "All layers learn soon."),
        QT_TRANSLATE_NOOP("Why", "Raise it for a short text, to keep more of what the model knew."),
        QT_TRANSLATE_NOOP("Why", "The higher, the cheaper the first steps."),
        "Howard & Ruder, ULMFiT, 2018",
    ),
    "lora_rank": Why(
        QT_TRANSLATE_NOOP("Why", "The additions become thicker: more can be learnt, and more by heart."),
        QT_TRANSLATE_NOOP("Why", "Less can change; often that is enough."),
        QT_TRANSLATE_NOOP("Why", "4 to 16 does for a style; more for new knowledge."),
        QT_TRANSLATE_NOOP("Why", "Hardly any time; a little memory."),
        "Hu et al., LoRA, 2021",
    ),
    "lora_alpha": Why(
        QT_TRANSLATE_NOOP("Why", "The additions count more strongly, as with a higher learning rate."),
        QT_TRANSLATE_NOOP("Why", "They count less."),
        QT_TRANSLATE_NOOP("Why", "Leave it at twice the rank, unless you follow a paper."),
        QT_TRANSLATE_NOOP("Why", "Nothing."),
        "Hu et al., LoRA, 2021",
    ),
    "lora_targets": Why(
        QT_TRANSLATE_NOOP("Why", "Beside more matrices more can change, most of all beside all of them."),
        QT_TRANSLATE_NOOP("Why", "Queries and values alone, as in the paper, change least."),
        QT_TRANSLATE_NOOP("Why", "Take all of them where the loss stays high; then lower the learning rate."),
        QT_TRANSLATE_NOOP("Why", "Some memory and a little time for each kind."),
        "Hu et al., LoRA, 2021; Dettmers et al., QLoRA, 2023",
    ),
    "lora_biases": Why(
        QT_TRANSLATE_NOOP("Why", "The biases learn as well: a little more can change."),
        QT_TRANSLATE_NOOP("Why", "The model stays exactly as it is below the additions."),
        QT_TRANSLATE_NOOP("Why", "Mostly leave it off; with it, more changes than the thin matrices."),
        QT_TRANSLATE_NOOP("Why", "Next to nothing."),
    ),
    "freeze_embeddings": Why(
        QT_TRANSLATE_NOOP("Why", "What single tokens mean stays as it is, and less is forgotten."),
        QT_TRANSLATE_NOOP("Why", "The model can also learn new meanings of words."),
        QT_TRANSLATE_NOOP("Why", "Switch it on for a small text; leave it off where your text has words of its own."),
        QT_TRANSLATE_NOOP("Why", "On, it saves memory: a large vocabulary is a good part of a small model."),
    ),
    "steps": Why(
        QT_TRANSLATE_NOOP("Why", "It reads more and learns more, until it begins to learn by heart."),
        QT_TRANSLATE_NOOP("Why", "It ends sooner, perhaps before it has learnt much."),
        QT_TRANSLATE_NOOP("Why", "Raise it while the validation loss still falls at the end."),
        QT_TRANSLATE_NOOP("Why", "Time in proportion; no memory."),
    ),
    "epochs": Why(
        QT_TRANSLATE_NOOP("Why", "The text is read more often."),
        QT_TRANSLATE_NOOP("Why", "Below 1, only a part of it is read."),
        QT_TRANSLATE_NOOP("Why", "1 to 3 for a long text, 5 to 20 for a short one; watch the validation loss."),
        QT_TRANSLATE_NOOP("Why", "Time in proportion; no memory."),
    ),
    "minutes": Why(
        QT_TRANSLATE_NOOP("Why", "It learns longer."),
        QT_TRANSLATE_NOOP("Why", "It ends sooner."),
        QT_TRANSLATE_NOOP("Why", "When an audience waits, and the time matters more than the number of steps."),
        QT_TRANSLATE_NOOP("Why", "What you say, and a little for looking at the validation text."),
    ),
    "tokens": Why(
        QT_TRANSLATE_NOOP("Why", "It reads more."),
        QT_TRANSLATE_NOOP("Why", "It reads less."),
        QT_TRANSLATE_NOOP("Why", "To compare runs with other batches: each then has read equally much."),
        QT_TRANSLATE_NOOP("Why", "Time in proportion; no memory."),
    ),
    "text_share": Why(
        QT_TRANSLATE_NOOP("Why", "More of the text is learnt from."),
        QT_TRANSLATE_NOOP("Why", "Only its beginning is read."),
        QT_TRANSLATE_NOOP("Why", "Lower it to find out how much text is needed, or to try something quickly."),
        QT_TRANSLATE_NOOP("Why", "Nothing by itself; a length in epochs becomes shorter."),
    ),
    "batch_size": Why(
        QT_TRANSLATE_NOOP(
            "Why", "Each step is steadier, since more passages speak; there are fewer steps in an epoch."
        ),
        QT_TRANSLATE_NOOP("Why", "Steps become noisier and quicker."),
        QT_TRANSLATE_NOOP(
            "Why", "Lower it where memory is short. Whoever raises it can raise the learning rate a little, too."
        ),
        QT_TRANSLATE_NOOP("Why", "Memory and time of a step, nearly in proportion."),
        "McCandlish et al., An Empirical Model of Large-Batch Training, 2018",
    ),
    "accumulate": Why(
        QT_TRANSLATE_NOOP("Why", "As a larger batch, without its memory."),
        QT_TRANSLATE_NOOP("Why", "Each batch moves the weights by itself."),
        QT_TRANSLATE_NOOP("Why", "Raise it where the batch that you want does not fit."),
        QT_TRANSLATE_NOOP("Why", "Time of a step in proportion; no memory."),
    ),
    "context_length": Why(
        QT_TRANSLATE_NOOP("Why", "It sees more at once and learns what hangs together over longer distances."),
        QT_TRANSLATE_NOOP("Why", "Only what is near is learnt."),
        QT_TRANSLATE_NOOP(
            "Why",
            "256 does for style; raise it for long arguments, lower it for short lines such as verse or messages.",
        ),
        QT_TRANSLATE_NOOP("Why", "Memory and time of a step, more than in proportion."),
        "Vaswani et al., Attention Is All You Need, 2017",
    ),
    "optimizer": Why(
        QT_TRANSLATE_NOOP("Why", "Another rule needs another learning rate; “suited to the model” sees to that."),
        QT_TRANSLATE_NOOP("Why", "AdamW is right for nearly everything."),
        QT_TRANSLATE_NOOP("Why", "SGD or Adafactor where memory is short; the others to compare them."),
        QT_TRANSLATE_NOOP("Why", "AdamW keeps two numbers for each weight, Lion one, Adafactor and SGD hardly any."),
        "Loshchilov & Hutter, AdamW, 2019; Shazeer & Stern, Adafactor, 2018; Chen et al., Lion, 2023; Jordan et al., Muon, 2024",
    ),
    "learning_rate": Why(
        QT_TRANSLATE_NOOP("Why", "It learns faster, until it becomes restless and forgets what it knew."),
        QT_TRANSLATE_NOOP("Why", "It learns slowly and carefully."),
        QT_TRANSLATE_NOOP(
            "Why",
            "Halve it when the loss jumps or rises; raise it when hardly anything changes. “Find a rate” tries it out.",
        ),
        QT_TRANSLATE_NOOP("Why", "Nothing."),
        "Smith, Cyclical Learning Rates, 2017",
    ),
    "layer_decay": Why(
        QT_TRANSLATE_NOOP("Why", "Lower layers move less: more is kept."),
        QT_TRANSLATE_NOOP("Why", "1 moves all layers alike."),
        QT_TRANSLATE_NOOP("Why", "2.6 with gradual unfreezing; else 1."),
        QT_TRANSLATE_NOOP("Why", "Nothing."),
        "Howard & Ruder, ULMFiT, 2018",
    ),
    "schedule": Why(
        QT_TRANSLATE_NOOP("Why", "All but “constant” end with small steps, as fine corrections."),
        QT_TRANSLATE_NOOP("Why", "“Constant” can be gone on with at any time."),
        QT_TRANSLATE_NOOP("Why", "Cosine for nearly everything; “stable, then to zero” where you may go on later."),
        QT_TRANSLATE_NOOP("Why", "Nothing."),
        "Loshchilov & Hutter, SGDR, 2017; Hu et al., MiniCPM, 2024",
    ),
    "warmup": Why(
        QT_TRANSLATE_NOOP("Why", "The rate rises more slowly, and the beginning is calmer."),
        QT_TRANSLATE_NOOP("Why", "It soon has its full rate."),
        QT_TRANSLATE_NOOP("Why", "Raise it where the loss jumps up in the first steps."),
        QT_TRANSLATE_NOOP("Why", "Nothing."),
        "Goyal et al., Accurate, Large Minibatch SGD, 2017",
    ),
    "weight_decay": Why(
        QT_TRANSLATE_NOOP("Why", "Weights stay smaller; less is learnt by heart."),
        QT_TRANSLATE_NOOP("Why", "Weights may grow as they like."),
        QT_TRANSLATE_NOOP("Why", "0.01 to 0.1; it matters little in short runs."),
        QT_TRANSLATE_NOOP("Why", "Nothing."),
        "Loshchilov & Hutter, AdamW, 2019",
    ),
    "pull": Why(
        QT_TRANSLATE_NOOP("Why", "It stays closer to where it began and forgets less, but also learns less."),
        QT_TRANSLATE_NOOP("Why", "It goes as far as the text draws it."),
        QT_TRANSLATE_NOOP("Why", "Raise it to 10 or more where “what it forgot” on Results is too much."),
        QT_TRANSLATE_NOOP("Why", "As much memory as the weights once more."),
        "Li et al., Explicit Inductive Bias (L2-SP), 2018",
    ),
    "clip_norm": Why(
        QT_TRANSLATE_NOOP("Why", "Odd passages pull harder."),
        QT_TRANSLATE_NOOP("Why", "Every step becomes small, as with a low learning rate."),
        QT_TRANSLATE_NOOP("Why", "Lower it where single peaks of the gradient norm upset the loss."),
        QT_TRANSLATE_NOOP("Why", "Nothing."),
        "Pascanu et al., On the difficulty of training recurrent neural networks, 2013",
    ),
    "dropout": Why(
        QT_TRANSLATE_NOOP("Why", "Less is learnt by heart, and everything more slowly."),
        QT_TRANSLATE_NOOP("Why", "It fits the text more closely."),
        QT_TRANSLATE_NOOP("Why", "0.1 to 0.3 for a short text that is read often; 0 for a long one."),
        QT_TRANSLATE_NOOP("Why", "Hardly any time."),
        "Srivastava et al., Dropout, 2014",
    ),
    "label_smoothing": Why(
        QT_TRANSLATE_NOOP("Why", "The model becomes less sure of itself."),
        QT_TRANSLATE_NOOP("Why", "It may become as sure as the text makes it."),
        QT_TRANSLATE_NOOP("Why", "0.1 where labels may be wrong, or where calibration matters."),
        QT_TRANSLATE_NOOP("Why", "Nothing; only the training loss is then higher by it."),
        "Szegedy et al., Rethinking the Inception Architecture, 2016",
    ),
    "pooling": Why(
        QT_TRANSLATE_NOOP(
            "Why",
            "With mean and greatest, the whole text speaks; with each token, what single words tell is learnt as well.",
        ),
        QT_TRANSLATE_NOOP("Why", "The last state alone is simpler."),
        QT_TRANSLATE_NOOP("Why", "Leave it, unless texts are a few words long."),
        QT_TRANSLATE_NOOP("Why", "Hardly anything."),
        "Howard & Ruder, ULMFiT, 2018",
    ),
    "class_weights": Why(
        QT_TRANSLATE_NOOP("Why", "Rare classes are found more often, at the cost of frequent ones."),
        QT_TRANSLATE_NOOP("Why", "Each text counts alike."),
        QT_TRANSLATE_NOOP("Why", "Switch it on where one class has many times more texts than another."),
        QT_TRANSLATE_NOOP("Why", "Nothing."),
        "King & Zeng, Logistic Regression in Rare Events Data, 2001",
    ),
    "language_model": Why(
        QT_TRANSLATE_NOOP("Why", "The model keeps more of its language while it learns labels."),
        QT_TRANSLATE_NOOP("Why", "It minds the labels alone."),
        QT_TRANSLATE_NOOP("Why", "0.1 to 0.5 where labelled texts are few."),
        QT_TRANSLATE_NOOP("Why", "Some more time for each step."),
        "Radford et al., Improving Language Understanding by Generative Pre-Training, 2018",
    ),
    "mixing": Why(
        QT_TRANSLATE_NOOP("Why", "By size or uncertainty, the program sets the weights."),
        QT_TRANSLATE_NOOP("Why", "As given, your weights hold."),
        QT_TRANSLATE_NOOP("Why", "As given for two tasks; by size where texts differ very much in length."),
        QT_TRANSLATE_NOOP("Why", "Nothing."),
        "Kendall et al., Multi-Task Learning Using Uncertainty, 2018",
    ),
    "mixing_power": Why(
        QT_TRANSLATE_NOOP("Why", "Long texts get more of the steps."),
        QT_TRANSLATE_NOOP("Why", "All texts get the same."),
        QT_TRANSLATE_NOOP("Why", "0.5 is between the two, so that a short text is not drowned."),
        QT_TRANSLATE_NOOP("Why", "Nothing."),
        "Arivazhagan et al., Massively Multilingual Neural Machine Translation, 2019",
    ),
    "teacher_share": Why(
        QT_TRANSLATE_NOOP("Why", "It learns more from the teacher's opinion."),
        QT_TRANSLATE_NOOP("Why", "It learns more from what stands in the text."),
        QT_TRANSLATE_NOOP(
            "Why", "Raise it for a small text, lower it where the teacher does not know your kind of text."
        ),
        QT_TRANSLATE_NOOP("Why", "Nothing by itself; the teacher has to be asked once."),
        "Hinton et al., Distilling the Knowledge in a Neural Network, 2015",
    ),
    "temperature": Why(
        QT_TRANSLATE_NOOP("Why", "More is learnt of what the teacher holds to be unlikely."),
        QT_TRANSLATE_NOOP("Why", "At 1, its opinion counts as it is."),
        QT_TRANSLATE_NOOP("Why", "2 is usual; lower it where the student is much smaller."),
        QT_TRANSLATE_NOOP("Why", "Nothing."),
        "Hinton et al., Distilling the Knowledge in a Neural Network, 2015",
    ),
    "validate_every": Why(
        QT_TRANSLATE_NOOP("Why", "It is looked at less often: quicker, but the best moment may be missed."),
        QT_TRANSLATE_NOOP("Why", "The curve has more points, and stopping comes in time."),
        QT_TRANSLATE_NOOP("Why", "Some five to twenty looks in a run do."),
        QT_TRANSLATE_NOOP("Why", "Each look takes a few seconds and saves a checkpoint."),
    ),
    "patience": Why(
        QT_TRANSLATE_NOOP("Why", "It goes on longer without improvement."),
        QT_TRANSLATE_NOOP("Why", "It stops at once when nothing gets better; 0 never stops."),
        QT_TRANSLATE_NOOP("Why", "Raise it where the curve wavers; 0 where you want exactly so many steps."),
        QT_TRANSLATE_NOOP("Why", "Only the time that it goes on in vain."),
        "Prechelt, Early Stopping – But When?, 1998",
    ),
    "precision": Why(
        QT_TRANSLATE_NOOP("Why", "float32 computes more exactly."),
        QT_TRANSLATE_NOOP("Why", "bfloat16 is faster on processors that know it."),
        QT_TRANSLATE_NOOP("Why", "Leave it; float32 where a run is to give the same bits everywhere."),
        QT_TRANSLATE_NOOP("Why", "float32 can take twice the time on newer processors."),
        "Micikevicius et al., Mixed Precision Training, 2018",
    ),
    "seed": Why(
        QT_TRANSLATE_NOOP("Why", "Another number draws other passages, and gives a slightly different run."),
        QT_TRANSLATE_NOOP("Why", "The same number gives the same run again."),
        QT_TRANSLATE_NOOP("Why", "Change it to see how much of a difference between two runs is luck."),
        QT_TRANSLATE_NOOP("Why", "Nothing."),
    ),
}
