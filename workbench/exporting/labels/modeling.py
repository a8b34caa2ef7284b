"""The file of Python that a Hugging Face folder has where `transformers` has no class for what its model tells."""

from __future__ import annotations

from workbench.exporting.labels.label_model import LabelModel
from workbench.models.sources.label_head import OF_TOKENS
from workbench.values.methods import Pooling
from workbench.values.network_kind import NetworkKind

FILE = "modeling_labels.py"
_LICENCE = "# Written by Nextword Workbench; do with it what you like.\n"
_POOLED = '''

def pooled(hidden, mask, pooling):
    """[batch, length, size] to [batch, size], with the mean and the largest beside the last state three times that."""
    is_text = mask[..., None].to(hidden.dtype)
    length = is_text.sum(1).clamp(min=1)
    last = (hidden * (is_text.cumsum(1) == length[:, None]) * is_text).sum(1)
    if pooling == "last":
        return last
    mean, largest = (hidden * is_text).sum(1) / length, (hidden - 1e4 * (1 - is_text)).amax(1)
    return torch.cat([last, mean, largest], -1)
'''
_LOSS = """

def loss_of(logits, labels, config):
    if labels is None:
        return None
    if config.problem_type == "multi_label_classification":
        return nn.functional.binary_cross_entropy_with_logits(logits, labels.to(logits.dtype))
    return nn.functional.cross_entropy(logits.reshape(-1, logits.shape[-1]), labels.reshape(-1))
"""
_OF_TRANSFORMERS = """

class {name}({base}):
    def __init__(self, config):
        super().__init__(config)
        self.score = nn.Linear({times}config.hidden_size, config.num_labels)
{of_tokens}        self.post_init()

    def forward(self, input_ids, attention_mask=None, labels=None, **more):
        if attention_mask is None:
            attention_mask = torch.ones_like(input_ids)
        hidden = self.base_model(input_ids, attention_mask=attention_mask, **more)[0]
        logits = self.score({features}){beside}
        return {output}(loss=loss_of(logits, labels, self.config), logits=logits)
"""
_LSTM = '''

class WordLstmConfig(PreTrainedConfig):
    model_type = "word-lstm"


class {name}(PreTrainedModel):
    config_class = WordLstmConfig

    def __init__(self, config):
        super().__init__(config)
        size, units = config.embedding_size, config.hidden_size
        shapes = {{"token_embedding/embeddings": (config.vocab_size, size)}}
        shapes |= {{"projection/kernel": (units, size), "projection/bias": (size,)}}
        for layer in self.layers():
            shapes[f"{{layer}}/kernel"] = (size if layer == "lstm" else units, 4 * units)
            shapes[f"{{layer}}/recurrent_kernel"] = (units, 4 * units)
            shapes[f"{{layer}}/bias"] = (4 * units,)
        for place, shape in shapes.items():
            self.register_parameter(place, nn.Parameter(torch.zeros(shape)))
        self.score = nn.Linear({times}size, config.num_labels, bias={has_bias})
{of_tokens}        self.post_init()

    def layers(self):
        return ["lstm", *(f"lstm_{{number}}" for number in range(1, self.config.num_hidden_layers))]

    def forward(self, input_ids, attention_mask=None, labels=None, **more):
        if attention_mask is None:
            attention_mask = torch.ones_like(input_ids)
        weights = dict(self.named_parameters())
        hidden = weights["token_embedding/embeddings"][input_ids]
        for layer in self.layers():
            kernel, between, bias = (weights[f"{{layer}}/{{each}}"] for each in ("kernel", "recurrent_kernel", "bias"))
            hidden = states(hidden @ kernel + bias, between)
        hidden = hidden @ weights["projection/kernel"] + weights["projection/bias"]
        logits = self.score({features}){beside}
        return {output}(loss=loss_of(logits, labels, self.config), logits=logits)


def states(driven, between):
    """Those of an LSTM that begins with zeros: [batch, length, 4 * units] to [batch, length, units]."""
    state = memory = driven.new_zeros(driven.shape[0], between.shape[0])
    found = []
    for new in driven.unbind(1):
        enter, keep, candidate, leave = (new + state @ between).chunk(4, -1)
        memory = keep.sigmoid() * memory + enter.sigmoid() * candidate.tanh()
        state = leave.sigmoid() * memory.tanh()
        found.append(state)
    return torch.stack(found, 1)
'''

_OF_TOKENS = f"        self.{OF_TOKENS} = nn.Embedding(config.vocab_size, config.num_labels)\n"
_BESIDE = f" + (self.{OF_TOKENS}(input_ids) * attention_mask[..., None]).sum(1)"


def needs_own_class(found: LabelModel) -> bool:
    """Whether the head is none of those in `transformers`, which have no bias over the last state of a text alone, and
    one over each word."""
    family = found.model.family
    if not family.in_transformers:
        return True
    return family.word_head is None if found.tells_words else found.pooling is not Pooling.LAST


def auto_class(found: LabelModel) -> str:
    return f"AutoModelFor{_kind(found)}"


def class_name(found: LabelModel) -> str:
    """Of the network in `transformers`, or in the file beside it."""
    family = found.model.family
    if not needs_own_class(found):
        return f"{family.named}For{_kind(found)}"
    return f"{'WordLstm' if family.kind is NetworkKind.LSTM else 'Workbench'}For{_kind(found)}"


def auto_map(found: LabelModel) -> dict[str, str]:
    """What config.json says of the file."""
    place = FILE.removesuffix(".py")
    own = {"AutoConfig": f"{place}.WordLstmConfig"} if found.model.family.kind is NetworkKind.LSTM else {}
    return {**own, auto_class(found): f"{place}.{class_name(found)}"}


def modeling(found: LabelModel) -> str:
    """The content of the file.

    Its matrix is called as that of the class in `transformers` for the same architecture, and is of another shape: who
    opens the folder without this file is refused, not given a head that knows nothing.
    """
    is_lstm = found.model.family.kind is NetworkKind.LSTM
    base = f"{found.model.family.named}ForSequenceClassification"
    output = "TokenClassifierOutput" if found.tells_words else "SequenceClassifierOutput"
    by_tokens = found.pooling is Pooling.WORDS
    lines = [
        f'"""{_purpose(found)}"""\n\n{_LICENCE}\nimport torch\nfrom torch import nn\n',
        f"from transformers import {'PreTrainedConfig, PreTrainedModel' if is_lstm else base}\n",
        f"from transformers.modeling_outputs import {output}\n",
    ]
    body = (_LSTM if is_lstm else _OF_TRANSFORMERS).format(
        name=class_name(found),
        base=base,
        times="" if found.tells_words or found.pooling is Pooling.LAST else "3 * ",
        of_tokens=_OF_TOKENS if by_tokens else "",
        beside=_BESIDE if by_tokens else "",
        features="hidden" if found.tells_words else f'pooled(hidden, attention_mask, "{found.pooling}")',
        has_bias=len(found.head) > 1,
        output=output,
    )
    return "".join([*lines, body, "" if found.tells_words else _POOLED, _LOSS])


def _kind(found: LabelModel) -> str:
    return "TokenClassification" if found.tells_words else "SequenceClassification"


def _purpose(found: LabelModel) -> str:
    if found.tells_words:
        return "The tag of each token, by a linear layer with a bias over what the network makes of it."
    beside = " and by each token itself" if found.pooling is Pooling.WORDS else ""
    return f"The classes of a text, by a linear layer over what the network makes of its tokens{beside}."
