"""What happens before the first step: the beginning measured and kept, or picked up; compiled; seen to fit."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from workbench.costs import memory
from workbench.costs.memory import peak_while
from workbench.messages.errors import KnownError
from workbench.messages.message import Memory, message
from workbench.training import checkpoint
from workbench.training.checkpoint import TrainingState, checkpoint_folder, load_start, save_start
from workbench.training.events import MemoryMeasured, Preparing, Stage, Validated
from workbench.training.learner import Shape
from workbench.training.looking import Samples, ask, better_of, measure, timed
from workbench.training.loop_state import Answer, Events, LoopState
from workbench.values.fine_tuning import FineTuning
from workbench.values.methods import Method
from workbench.values.presets import smaller_batch
from workbench.values.progress import Progress


def prepare(loop: LoopState, samples: Samples) -> Events:
    """All that comes before the first step. Raises KnownError: run.too_large, checkpoint.damaged."""
    if loop.start is None:
        if not (yield from _read_examples(loop)):
            return
        loop.learner.begin()
        yield from _begin(loop, samples)
    else:
        loop.state = _picked_up(loop, checkpoint.read_state(loop.start))
    if loop.reason is None:
        yield from _make_ready(loop)


def _begin(loop: LoopState, samples: Samples) -> Events:
    """Measure what the run begins from and keep it: until something better was learnt it is the run's model."""
    yield from loop.tell(Preparing(Stage.MEASURING_BASE))
    measured = yield from measure(loop, partial(Preparing, Stage.MEASURING_BASE))
    if measured is None:
        return
    loss, seconds = measured.loss, loop.state.seconds + measured.seconds
    best_of = better_of({}, measured, 0)
    loop.change(base_loss=loss, best_loss=loss, last_loss=loss, seconds=seconds, last_look=0, best_of=best_of)
    yield from loop.tell(Validated(0, loss, is_best=True, seconds=seconds, figures=measured.figures))
    yield from ask(loop, samples)
    if not loop.leaves:  # else it begins anew next time
        yield from loop.save(is_best=True)


def _picked_up(loop: LoopState, state: TrainingState) -> TrainingState:
    if not checkpoint_folder(loop.folder, state.best_step).is_dir():
        # An older version kept nothing of the beginning, or what was best is gone: this is the best there is.
        state = replace(state, best_loss=state.last_loss, best_step=state.step)
    if loop.extended_to is not None and state.total_steps < loop.extended_to:
        first_end = state.first_end or state.total_steps
        state = replace(state, total_steps=loop.extended_to, without_improvement=0, first_end=first_end)
    return state


def _make_ready(loop: LoopState) -> Events:
    """Compile, see that a step fits into the memory, and fill in what the run goes on from."""
    learner, start = loop.learner, loop.start
    if not (yield from _compile(loop)):
        return
    if start is not None:
        checkpoint.load(start, learner.network, learner.optimizer, learner.beside)
        if not (yield from _read_examples(loop)):
            return
        if not loop.state.step:
            learner.begin()
    if loop.settings.pull:
        if not loop.state.step:
            size = checkpoint.bytes_of(learner.variables)
            if not (yield from loop.written(partial(save_start, loop.folder, learner.variables), size)):
                return
        learner.anchor_to(load_start(loop.folder))


def _read_examples(loop: LoopState) -> Answer[bool]:
    """By a network that rests while its head learns; False where the driver would not wait.

    Raises KnownError("run.features_too_large").
    """
    if loop.settings.method is not Method.HEAD:
        return True
    work = partial(timed, partial(next, loop.learner.reading(loop.dataset), None))
    # The first batch compiles what the others use.
    read = yield from loop.aside(work, Preparing(Stage.READING_EXAMPLES), lambda: loop.told is not None)
    while read is not None and read[0] is not None:
        progress, seconds = read
        loop.change(seconds=loop.state.seconds + seconds)
        yield from loop.tell(Preparing(Stage.READING_EXAMPLES, progress))
        read = None if loop.told is not None else work()
    return loop.told is None


def _compile(loop: LoopState) -> Answer[bool]:
    """A step for each shape that there is, that of the longest rows first, which takes the most memory.

    False where the driver would not wait. Raises KnownError("run.too_large").
    """
    learner, state = loop.learner, loop.state
    shapes, most = learner.shapes(loop.dataset, state.step, state.total_steps), 0
    for number, shape in enumerate(shapes):
        compiling = Preparing(Stage.COMPILING, Progress(number, len(shapes)) if len(shapes) > 1 else None)
        yield from loop.tell(compiling)
        taken = yield from loop.aside(partial(_try, loop, shape), compiling, lambda: loop.told is not None)
        if taken is None:
            return False
        if number == 0 or taken > most:
            most = max(most, taken)
            if memory.available_bytes() - taken < loop.watch.reserve:
                yield from loop.tell(MemoryMeasured(most, learner.held_bytes))
                raise too_large(loop.settings)
    yield from loop.tell(MemoryMeasured(most, learner.held_bytes))
    return True


def _try(loop: LoopState, shape: Shape) -> int:
    """How many bytes a step of that shape takes at its height, or the batch before it, where a teacher is asked."""
    _, batch = peak_while(lambda: loop.dataset.batch(loop.settings.seed, shape.step))
    return max(batch, loop.learner.dry_step(shape.length, shape.part))


def too_large(settings: FineTuning) -> KnownError:
    """What to say where a step takes more memory than there is, with the smaller batch that makes the same step."""
    smaller = smaller_batch(settings)
    remedy = message("remedy.smaller_model")
    if smaller is not None:
        remedy = message("remedy.smaller_batch", batch=smaller.batch_size, accumulate=smaller.accumulate)
    return KnownError("run.too_large", free=Memory(memory.available_bytes()), remedy=remedy)
