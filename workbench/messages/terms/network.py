"""The network: what a model is made of."""

from __future__ import annotations

from workbench.messages.marking import QT_TRANSLATE_NOOP
from workbench.messages.terms.term import Term

TERMS = (
    Term(
        "language_model",
        QT_TRANSLATE_NOOP("Glossary", "Language model"),
        QT_TRANSLATE_NOOP("Glossary", "language models|model|models"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "A program that, given the beginning of a text, says how probable each next word is. It has learnt that from very many texts, and it knows nothing else.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "After “the lamp was” it may say: lit 41 %, out 12 %, still 7 %."),
        see=(
            "weights",
            "token",
            "probability",
        ),
    ),
    Term(
        "weights",
        QT_TRANSLATE_NOOP("Glossary", "Weights"),
        QT_TRANSLATE_NOOP("Glossary", "weight|parameters|parameter"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "The millions of numbers in which everything is that a model has learnt. Learning changes them; nothing of a text is stored beside them.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "8 million weights take 32 MB, four bytes each."),
        see=(
            "layer",
            "gradient",
        ),
    ),
    Term(
        "network",
        QT_TRANSLATE_NOOP("Glossary", "Neural network"),
        QT_TRANSLATE_NOOP("Glossary", "network|networks|neural"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "A long calculation with weights in it, in layers: what one layer has computed is the next one's input. It was named after nerve cells, with which it has little in common.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "A word goes in as a row of numbers and comes out as probabilities."),
        see=(
            "layer",
            "weights",
            "transformer",
        ),
    ),
    Term(
        "layer",
        QT_TRANSLATE_NOOP("Glossary", "Layer"),
        QT_TRANSLATE_NOOP("Glossary", "layers"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "A part of the network, one on top of the other. Lower ones deal more with spelling and grammar, upper ones more with what a text is about.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "“Starter English” has a few, SmolLM2 135M has 30."),
        see=(
            "network",
            "freezing",
        ),
    ),
    Term(
        "head",
        QT_TRANSLATE_NOOP("Glossary", "Head"),
        QT_TRANSLATE_NOOP("Glossary", "heads"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "The last part of a network, which makes the answer out of what the layers have found: the next word or, with another head, a label. (Attention has heads as well: parts that each look for something else.)",
        ),
        QT_TRANSLATE_NOOP(
            "Glossary", "To tell reviews apart, a head for two classes takes the place of that for 8,000 tokens."
        ),
        see=(
            "layer",
            "label",
        ),
    ),
    Term(
        "attention",
        QT_TRANSLATE_NOOP("Glossary", "Attention"),
        QT_TRANSLATE_NOOP("Glossary", "queries and values|all of attention"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "How a transformer decides which earlier words matter for the next one. Each word asks (query), each earlier one offers what it is (key) and what it has to say (value).",
        ),
        QT_TRANSLATE_NOOP("Glossary", "In “Anna lit the lamp because she …”, “she” looks back at “Anna”."),
        see=(
            "transformer",
            "lora",
        ),
    ),
    Term(
        "feed_forward",
        QT_TRANSLATE_NOOP("Glossary", "Feed-forward"),
        QT_TRANSLATE_NOOP("Glossary", "feed-forward part"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "The part of each layer that works on every word by itself, after attention has brought together what it needs. Much of what a model knows by heart lies there.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "It has about two thirds of a layer's weights."),
        see=(
            "attention",
            "layer",
        ),
    ),
    Term(
        "transformer",
        QT_TRANSLATE_NOOP("Glossary", "Transformer"),
        QT_TRANSLATE_NOOP("Glossary", "transformers|GPT-2|Llama"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "The kind of network that nearly all language models of today are, since 2017. It sees all earlier words at once and weighs by attention which of them matter.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "GPT stands for “generative pretrained transformer”."),
        see=(
            "attention",
            "recurrent",
        ),
    ),
    Term(
        "recurrent",
        QT_TRANSLATE_NOOP("Glossary", "Recurrent network (LSTM)"),
        QT_TRANSLATE_NOOP("Glossary", "LSTM|recurrent"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "The older kind: it reads word after word and carries along a summary of all before. It is small and quick, but remembers far-off words badly.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "“English by words” is one."),
        see=(
            "transformer",
            "state",
        ),
    ),
    Term(
        "state",
        QT_TRANSLATE_NOOP("Glossary", "Hidden state"),
        QT_TRANSLATE_NOOP("Glossary", "state|states"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "The row of numbers in which a network holds what it has read up to a place. From it, the next word or the class is told.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "Some hundred numbers for each place in a small model."),
        see=(
            "pooling",
            "layer",
        ),
    ),
    Term(
        "pooling",
        QT_TRANSLATE_NOOP("Glossary", "Pooling"),
        QT_TRANSLATE_NOOP("Glossary", "pooled"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "How the states of all words of a text become one, from which its class is told: the last alone, or also the mean and the greatest of all. The latter remembers what stood at the beginning, too.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "“Dull, but the end is great”: the last state alone might forget “dull”."),
        see=(
            "state",
            "label",
        ),
    ),
    Term(
        "bias",
        QT_TRANSLATE_NOOP("Glossary", "Bias"),
        QT_TRANSLATE_NOOP("Glossary", "biases"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "A number that is added, whatever goes in, as opposed to the weights by which inputs are multiplied. There are few of them.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "In y = 3x + 2, 3 is a weight and 2 a bias."),
        see=("weights",),
    ),
    Term(
        "embedding",
        QT_TRANSLATE_NOOP("Glossary", "Embedding"),
        QT_TRANSLATE_NOOP("Glossary", "embeddings"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "The row of numbers that stands for a token inside of the model. Words that are used alike have rows that are alike.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "“Monday” lies close to “Tuesday”."),
        see=(
            "token",
            "vocabulary",
        ),
    ),
    Term(
        "token",
        QT_TRANSLATE_NOOP("Glossary", "Token"),
        QT_TRANSLATE_NOOP("Glossary", "tokens"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "What a model reads and writes: a word, a piece of a word or a sign. Frequent words are one token, rare ones are put together from several.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "“unbelievable” may be un + believ + able."),
        picture="token",
        see=(
            "tokenizer",
            "vocabulary",
        ),
    ),
    Term(
        "tokenizer",
        QT_TRANSLATE_NOOP("Glossary", "Tokenizer"),
        QT_TRANSLATE_NOOP("Glossary", "tokenizers|tokenized"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "What cuts a text into tokens, always in the same way. Each model has its own, with which it was trained.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "English has about 4 letters in a token, Chinese one or two characters."),
        see=(
            "token",
            "vocabulary",
        ),
    ),
    Term(
        "vocabulary",
        QT_TRANSLATE_NOOP("Glossary", "Vocabulary"),
        QT_TRANSLATE_NOOP("Glossary", "vocabularies"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "All tokens that a model knows. It cannot write any other, but can put every word together from them.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "8,192 tokens in a small model, 50,257 in GPT-2."),
        see=(
            "token",
            "tokenizer",
        ),
    ),
    Term(
        "quantisation",
        QT_TRANSLATE_NOOP("Glossary", "Quantisation"),
        QT_TRANSLATE_NOOP("Glossary", "Q4_0|Q4_1|Q5_0|Q5_1|Q8_0|quantization|quantised|quantized|4 bits|few bits"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "To store each weight with fewer digits, so that a model becomes several times smaller. It answers a little worse, mostly hardly so that one notices.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "2,000 MB in 32 bits are about 300 MB in 4."),
        see=(
            "weights",
            "gguf",
        ),
    ),
    Term(
        "gguf",
        QT_TRANSLATE_NOOP("Glossary", "GGUF"),
        QT_TRANSLATE_NOOP("Glossary", "Ollama|llama.cpp|LM Studio"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "The kind of file in which Ollama, LM Studio and llama.cpp keep models, mostly quantised. It is opened here without copying anything.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "A model.gguf can be dropped on the window."),
        see=("quantisation",),
    ),
    Term(
        "safetensors",
        QT_TRANSLATE_NOOP("Glossary", "safetensors"),
        QT_TRANSLATE_NOOP("Glossary", "safetensors"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "A kind of file that holds weights and nothing else. Older kinds can contain programs, which is why they are refused here.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "model.safetensors beside config.json is a whole model."),
        see=(
            "weights",
            "hub",
        ),
    ),
    Term(
        "hub",
        QT_TRANSLATE_NOOP("Glossary", "Hugging Face Hub"),
        QT_TRANSLATE_NOOP("Glossary", "Hub|Hugging Face|asked of the network"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "A place on the internet where people share models; most of those that are free to download lie there. It is asked only when you ask it.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "“HuggingFaceTB/SmolLM2-135M” is the name of a model there."),
        see=("gated",),
    ),
    Term(
        "gated",
        QT_TRANSLATE_NOOP("Glossary", "Gated model"),
        QT_TRANSLATE_NOOP("Glossary", "gated|gated models|token for the hub|keep the token|forget the token"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "A model whose makers let you download it only after you have agreed to their terms, with an account. A token shows that you have.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "The models of Llama are gated."),
        see=("hub",),
    ),
    Term(
        "sha256",
        QT_TRANSLATE_NOOP("Glossary", "Hash (SHA-256)"),
        QT_TRANSLATE_NOOP("Glossary", "SHA-256|SHA256|hash"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "A fingerprint of a file: 64 signs that come out quite different when a single letter is changed. It shows whether a text or a model still is what it was.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "Two files with the same hash are the same file."),
        see=("run",),
    ),
    Term(
        "architecture",
        QT_TRANSLATE_NOOP("Glossary", "Architecture"),
        QT_TRANSLATE_NOOP("Glossary", "architectures|family of models|families of models"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "How a network is built: which layers it has, in which order, and how wide they are. Models of one family differ only in size and in what they have read.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "GPT-2, Llama and Qwen are architectures of the same kind, the transformer."),
        see=(
            "transformer",
            "layer",
        ),
    ),
    Term(
        "matrix",
        QT_TRANSLATE_NOOP("Glossary", "Matrix"),
        QT_TRANSLATE_NOOP("Glossary", "matrices|tensor|tensors"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "A table of numbers; nearly all weights of a network stand in such tables. A tensor is the same with any number of directions, and a file of weights is a list of them.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "768 rows and 768 columns: 589,824 weights."),
        see=(
            "weights",
            "lora",
        ),
    ),
    Term(
        "logit",
        QT_TRANSLATE_NOOP("Glossary", "Logit"),
        QT_TRANSLATE_NOOP("Glossary", "logits"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "The raw score that a network gives each token, before the scores become probabilities. Only how far they lie apart matters.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "Scores of 2 and 0 become 88 % and 12 %."),
        see=(
            "probability",
            "temperature",
        ),
    ),
)
