"""How a GPT-2 learns, by the papers' formulas: schedules and batches in NumPy, gradients by PyTorch in float64.

An optimizer is one function that turns a gradient into a move. Only `losses_and_gradients` needs PyTorch, which is
imported there.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from tests.gold import material

Weights = dict[str, np.ndarray]

TOP = material.LAYERS  # the layers are counted from the embeddings, which are 0
QUERIES, VALUES = 0, 2  # thirds of GPT-2's c_attn


@dataclass(frozen=True)
class Plan:
    """How a run learns."""

    rule: str = "adamw"
    peak: float = 0.01
    steps: int = 6
    schedule: str = "cosine"
    warmup: float = 0.4
    passages: int = 4  # in one step, however many of them are in memory at once
    decay: float = 0.0
    clip: float = 1e6
    smoothing: float = 0.0
    pull: float = 0.0
    layer_decay: float = 1.0
    lowest: int = 0  # the lowest layer that learns
    unfreeze_over: float | None = None
    seed: int = 11


@dataclass
class Learnt:
    """What a run tells of every step, and its weights before the first and after each."""

    losses: list[float] = field(default_factory=list)
    norms: list[float] = field(default_factory=list)
    rates: list[float] = field(default_factory=list)
    weights: list[Weights] = field(default_factory=list)


def learn(start: Mapping[str, np.ndarray], tokens: np.ndarray, plan: Plan) -> Learnt:
    """Fine-tune the weights `start` on `tokens`."""
    weights = {name: np.array(value) for name, value in start.items()}
    optimizer = RULES[plan.rule](plan.decay)
    learnt = Learnt(weights=[dict(weights)])
    for step in range(1, plan.steps + 1):
        passages = batch(tokens, plan.seed, step, plan.passages)
        loss, gradients = loss_and_gradients(weights, passages, plan.smoothing)
        learning = {name for name in weights if learns(layer_of(name), step, plan)}
        gradients = {name: gradients[name] for name in sorted(learning)}
        norm = math.sqrt(sum((gradient**2).sum() for gradient in gradients.values()))
        shorter = min(1.0, plan.clip / norm)
        rate = rate_of(plan.schedule, step, plan.steps, plan.warmup, plan.peak)
        for name, gradient in gradients.items():
            share = plan.layer_decay ** (layer_of(name) - TOP)  # ULMFiT (Howard & Ruder, 2018), section 3.2
            # L2-SP (Li et al., 2018): the gradient of pull / 2 · ‖w - start‖², beside the optimizer as its decay is.
            pulled = rate * share * plan.pull * (weights[name] - start[name])
            weights[name] = optimizer.moved(name, weights[name], shorter * gradient, rate * share) - pulled
        learnt.losses.append(loss)
        learnt.norms.append(norm)
        learnt.rates.append(rate)
        learnt.weights.append(dict(weights))
    return learnt


def layer_of(name: str) -> int:
    """0 for the embeddings, then the blocks; the last norm is of the topmost one's."""
    if name in ("wte.weight", "wpe.weight"):
        return 0
    return int(name.split(".")[1]) + 1 if name.startswith("h.") else TOP


def learns(layer: int, step: int, plan: Plan) -> bool:
    """Unfreezing gradually, the topmost layer begins; the lowest joins when that share of the run is over."""
    if layer < plan.lowest:
        return False
    if plan.unfreeze_over is None:
        return True
    return step > plan.unfreeze_over * plan.steps * (TOP - layer) / (TOP - plan.lowest)


def rate_of(schedule: str, step: int, steps: int, warmup: float, peak: float) -> float:
    """The rate of `step`, counted from 1."""
    rising = math.floor(warmup * steps)
    if step <= rising and schedule == "slanted_triangular":  # ULMFiT, equation 3: from a 32nd of the peak
        return peak * (1 + (step - 1) / rising * (32 - 1)) / 32
    if step <= rising:
        return peak * step / (rising + 1)  # linear, from zero before the first step to the peak after the last
    since = step - rising - 1  # steps since the peak
    part = since / max(1, steps - rising - 1)  # 0 at the peak, 1 at the last step
    match schedule:
        case "constant":
            return peak
        case "linear":
            return peak * (1 - since / (steps - rising))  # to zero when the last step is made
        case "cosine":  # SGDR (Loshchilov & Hutter, 2017), equation 5, down to a tenth
            return 0.1 * peak + 0.5 * (peak - 0.1 * peak) * (1 + math.cos(math.pi * part))
        case "slanted_triangular":  # ULMFiT, equation 3, ratio 32
            return peak * (1 + (1 - since / (steps - rising)) * (32 - 1)) / 32
        case "warmup_stable_decay":  # MiniCPM (Hu et al., 2024): the last fifth falls, in a line towards zero
            return peak * min(1.0, (steps + 1 - step) / (0.2 * steps))
        case "inverse_square_root":  # Vaswani et al. (2017), equation 3: in proportion to 1 / √step
            return peak * math.sqrt(max(1, rising) / (max(1, rising) + since))
    raise ValueError(schedule)


def batch(tokens: np.ndarray, seed: int, step: int, size: int) -> np.ndarray:
    """The passages of `step`, each with the token to predict after it: [size, context + 1].

    Each epoch cuts the text, from a random phase, into passages (one fewer than would fit, for the phase's sake), and
    reads them in random order, each once; the random numbers are from (seed, epoch).
    """
    length = material.CONTEXT
    in_epoch = (len(tokens) - 1) // length - 1
    rows = []
    for number in range((step - 1) * size, step * size):
        epoch, place = divmod(number, in_epoch)
        draw = np.random.default_rng([seed, epoch])
        phase = draw.integers(0, len(tokens) - in_epoch * length)
        begin = phase + length * draw.permutation(in_epoch)[place]
        rows.append(tokens[begin : begin + length + 1])
    return np.stack(rows)


class Adam:
    """Adam (Kingma & Ba, 2015) with decoupled decay (Loshchilov & Hutter, 2019, algorithm 2), which spares biases and
    norms. A weight's moments are zero, and its steps counted, from when it first learns.

    Epsilon is where Kingma & Ba have it in the faster form before their section 2.1 (ε̂), as Keras says it does.
    """

    first, second, epsilon = 0.9, 0.999, 1e-7

    def __init__(self, decay: float) -> None:
        self._decay = decay
        self._slots: dict[str, tuple[int, Any, Any]] = {}

    def moved(self, name: str, weight: np.ndarray, gradient: np.ndarray, rate: float) -> np.ndarray:
        steps, mean, square = self._slots.get(name, (0, 0.0, 0.0))
        steps += 1
        mean = self.first * mean + (1 - self.first) * gradient
        square = self.second * square + (1 - self.second) * gradient**2
        self._slots[name] = steps, mean, square
        unbiased = math.sqrt(1 - self.second**steps) / (1 - self.first**steps)
        move = unbiased * mean / (np.sqrt(square) + self.epsilon)
        return weight - rate * (move + decay_of(name, self._decay) * weight)


class Lion:
    """Chen et al., 2023, algorithm 2."""

    now, later = 0.9, 0.99

    def __init__(self, decay: float) -> None:
        self._decay = decay
        self._momentum: dict[str, Any] = {}

    def moved(self, name: str, weight: np.ndarray, gradient: np.ndarray, rate: float) -> np.ndarray:
        momentum = self._momentum.get(name, 0.0)
        move = np.sign(self.now * momentum + (1 - self.now) * gradient)
        self._momentum[name] = self.later * momentum + (1 - self.later) * gradient
        return weight - rate * (move + decay_of(name, self._decay) * weight)


class Nesterov:
    """Sutskever et al., 2013, equations 3 and 4, in the weights looked ahead to (Bengio et al., 2013, equation 7)."""

    momentum = 0.9

    def __init__(self, decay: float) -> None:
        self._decay = decay
        self._velocity: dict[str, Any] = {}

    def moved(self, name: str, weight: np.ndarray, gradient: np.ndarray, rate: float) -> np.ndarray:
        velocity = self.momentum * self._velocity.get(name, 0.0) - rate * gradient
        self._velocity[name] = velocity
        return weight * (1 - rate * decay_of(name, self._decay)) + self.momentum * velocity - rate * gradient


RULES: dict[str, Callable[[float], Any]] = {"adamw": Adam, "lion": Lion, "sgd_momentum": Nesterov}


def decay_of(name: str, decay: float) -> float:
    return 0.0 if name.endswith(".bias") or material.is_norm(name) else decay


def loss_and_gradients(
    weights: Mapping[str, np.ndarray], passages: np.ndarray, smoothing: float = 0.0
) -> tuple[float, Weights]:
    """The plain loss (nats per token), and the gradients of what is learnt from: the smoothed one, where it is."""
    import torch

    held = {name: torch.tensor(value, dtype=torch.float64, requires_grad=True) for name, value in weights.items()}
    tokens = torch.tensor(passages.astype(np.int64))
    scores, targets = torch_logits(held, tokens[:, :-1]).flatten(0, 1), tokens[:, 1:].flatten()
    torch.nn.functional.cross_entropy(scores, targets, label_smoothing=smoothing).backward()
    plain = torch.nn.functional.cross_entropy(scores, targets)
    return plain.item(), {name: tensor.grad.numpy() for name, tensor in held.items()}


def torch_logits(weights: Mapping[str, Any], tokens: Any) -> Any:
    """GPT-2 in PyTorch's own functions."""
    from torch.nn import functional

    def norm(x: Any, name: str) -> Any:
        return functional.layer_norm(x, x.shape[-1:], weights[f"{name}.weight"], weights[f"{name}.bias"], 1e-5)

    def dense(x: Any, name: str) -> Any:
        return functional.linear(x, weights[f"{name}.weight"].T, weights[f"{name}.bias"])

    x = functional.embedding(tokens, weights["wte.weight"]) + weights["wpe.weight"][: tokens.shape[1]]
    for layer in range(material.LAYERS):
        thirds = dense(norm(x, f"h.{layer}.ln_1"), f"h.{layer}.attn.c_attn").chunk(3, -1)
        heads = (third.unflatten(-1, (material.HEADS, -1)).transpose(1, 2) for third in thirds)
        mixed = functional.scaled_dot_product_attention(*heads, is_causal=True).transpose(1, 2).flatten(2)
        x = x + dense(mixed, f"h.{layer}.attn.c_proj")
        inner = functional.gelu(dense(norm(x, f"h.{layer}.ln_2"), f"h.{layer}.mlp.c_fc"), approximate="tanh")
        x = x + dense(inner, f"h.{layer}.mlp.c_proj")
    return norm(x, "ln_f") @ weights["wte.weight"].T


@dataclass(frozen=True, eq=False)
class Lora:
    """Low-rank additions to the queries' and the values' matrices (Hu et al., 2021, section 4.1): W + alpha / r · A B.

    One pair for the whole matrix of a layer, all heads together. In the order of the layout here, where a matrix is
    [inputs, outputs], A is [inputs, r] and drawn, and B is [r, outputs] and begins with zeros.
    """

    matrices: Weights  # "h.0.query.a", …
    alpha: float
    rank: int

    @classmethod
    def drawn(cls, rank: int, alpha: float, seed: int, scale_of_b: float = 0.0) -> Lora:
        """B other than zero shows whether its partner's gradient is right as well."""
        draw, width = np.random.default_rng(seed), material.WIDTH
        matrices = {}
        for layer in range(material.LAYERS):
            for part in ("query", "value"):
                matrices[f"h.{layer}.{part}.a"] = draw.normal(0, 0.1, (width, rank))
                matrices[f"h.{layer}.{part}.b"] = draw.normal(0, 1, (rank, width)) * scale_of_b
        return cls(matrices, alpha, rank)

    def merged(self, weights: Mapping[str, np.ndarray]) -> Weights:
        """The weights with what the matrices add to them."""
        found = {name: np.array(value) for name, value in weights.items()}
        for a, b, matrix in self._places(found):
            matrix += self.alpha / self.rank * a @ b
        return found

    def gradients(self, of_merged: Mapping[str, np.ndarray]) -> Weights:
        """Of the matrices, by the chain rule from the gradients of the merged weights."""
        scale = self.alpha / self.rank
        found = []
        for a, b, gradient in self._places({name: np.array(value) for name, value in of_merged.items()}):
            found += [scale * gradient @ b.T, scale * a.T @ gradient]
        return dict(zip(self.matrices, found, strict=True))

    def _places(self, weights: Weights) -> Iterator[tuple[np.ndarray, np.ndarray, np.ndarray]]:
        """Each A and B with the part of the weights that they stand beside."""
        width = material.WIDTH
        for layer in range(material.LAYERS):
            for part, third in (("query", QUERIES), ("value", VALUES)):
                beside = weights[f"h.{layer}.attn.c_attn.weight"][:, third * width : (third + 1) * width]
                yield self.matrices[f"h.{layer}.{part}.a"], self.matrices[f"h.{layer}.{part}.b"], beside


def norms(weights: Mapping[str, np.ndarray], start: Mapping[str, np.ndarray], names: Sequence[str]) -> dict[str, float]:
    """How long each matrix is, and how far it was moved: two sums over all of its numbers."""
    found = {}
    for name in names:
        found[f"{name} length"] = float(np.linalg.norm(weights[name]))
        found[f"{name} moved"] = float(np.linalg.norm(weights[name] - start[name]))
    return found
