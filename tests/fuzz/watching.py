"""What an import takes: of the processor, not of the clock, which tells as much of what else the computer has to do."""

from __future__ import annotations

import multiprocessing
import threading
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import psutil

_SECONDS_BETWEEN_LOOKS = 0.1
_BEAT = 0.02  # seconds between two of another thread's turns
_NANO = 1e-9


@dataclass
class Taken:
    """By one import, or the most by any."""

    worked: float = 0.0  # seconds of processors, user and system, of this process and those that read for it
    clock: float = 0.0  # seconds
    silence: float = 0.0  # the longest between two steps, without the time in which others had the processor
    silence_by_clock: float = 0.0
    stall: float = 0.0  # the longest that another thread, as the window's, could not go on; without that time
    stall_by_clock: float = 0.0
    child_bytes: int = 0  # the largest process that read

    def raise_to(self, other: Taken) -> None:
        for name, seconds in vars(other).items():
            setattr(self, name, max(getattr(self, name), seconds))


class Watch:
    """Is told of each step of an import by the thread that takes them; `end` says what the import took."""

    def __init__(self) -> None:
        self._thread = threading.get_native_id()
        self._taken = Taken()
        self._process_time = time.process_time()
        self._bases = {child.pid: _processor_seconds(child) for child in self._children()}
        self._seconds = dict(self._bases)
        self._waits = {pid: _waited(pid) for pid in self._bases}
        self._threads = _threads_waited()
        self._waited, self._thread_time = _waited(self._thread), time.thread_time()
        self._start = self._step = self._look = time.monotonic()  # to look has taken time, and is no silence
        self._ended = threading.Event()
        self._beat = threading.Thread(target=self._beats, args=(time.monotonic(),), daemon=True)
        self._beat.start()

    def step(self) -> None:
        now, waited, worked = time.monotonic(), _waited(self._thread), time.thread_time()
        gap = now - self._step
        children_waited = threads_waited = 0.0
        if gap > _SECONDS_BETWEEN_LOOKS or now - self._look > _SECONDS_BETWEEN_LOOKS:
            children_waited = self._look_at_children()
            threads_waited = self._look_at_threads()
            self._look = now
        own = waited - self._waited
        rested = max(0.0, gap - own - (worked - self._thread_time))
        taken = self._taken
        taken.silence_by_clock = max(taken.silence_by_clock, gap)
        taken.silence = max(taken.silence, gap - own - min(rested, children_waited + threads_waited))
        self._step, self._waited, self._thread_time = time.monotonic(), waited, worked

    def end(self) -> Taken:
        self.step()
        self._look_at_children()
        self._ended.set()
        self._beat.join()
        taken = self._taken
        taken.clock = time.monotonic() - self._start
        of_children = (seconds - self._bases.get(pid, 0.0) for pid, seconds in self._seconds.items())
        taken.worked = time.process_time() - self._process_time + sum(of_children)
        return taken

    def _look_at_children(self) -> float:
        """The seconds that the one which had to wait longest for a processor has waited since the last look."""
        longest = 0.0
        for child in self._children():
            with suppress(psutil.Error):  # it has ended: what it took until the last look counts
                self._seconds[child.pid] = _processor_seconds(child)
                self._taken.child_bytes = max(self._taken.child_bytes, child.memory_info().rss)
            waited = _waited(child.pid)
            longest = max(longest, waited - self._waits.get(child.pid, 0.0))
            self._waits[child.pid] = waited
        return longest

    def _look_at_threads(self) -> float:
        """The same of this process's other threads: one that has the interpreter and no processor lets nobody go on."""
        waits = _threads_waited()
        longest = max(
            (seconds - self._threads.get(thread, 0.0) for thread, seconds in waits.items() if thread != self._thread),
            default=0.0,
        )
        self._threads = waits
        return max(0.0, longest)

    def _children(self) -> list[psutil.Process]:
        """Asked of this process alone: to ask for all that there are may take seconds where some cannot be read."""
        return [psutil.Process(child.pid) for child in multiprocessing.active_children() if child.pid is not None]

    def _beats(self, last: float) -> None:
        """What the window's thread would see."""
        last_threads = _threads_waited()
        more = 0.0  # waiting that was told of with the last turn, and may be of this one: reading it takes turns, too
        while not self._ended.is_set():
            self._ended.wait(_BEAT)
            now = time.monotonic()
            threads = _threads_waited()
            waits = (seconds - last_threads.get(thread, 0.0) for thread, seconds in threads.items())
            late, others = now - last - _BEAT, max(waits, default=0.0)
            self._taken.stall_by_clock = max(self._taken.stall_by_clock, late)
            self._taken.stall = max(self._taken.stall, late - others - more)
            more = max(0.0, others - max(0.0, late))
            last, last_threads = now, threads


def _processor_seconds(process: psutil.Process) -> float:
    with suppress(psutil.Error):
        return sum(process.cpu_times()[:2])
    return 0.0


def _threads_waited() -> dict[int, float]:
    """The same of each thread of this process."""
    tasks = Path("/proc/self/task")
    return {int(task.name): _waited(int(task.name)) for task in tasks.iterdir()} if tasks.is_dir() else {}


def _waited(thread: int) -> float:
    """Seconds that a thread was ready and had no processor. Only Linux says; elsewhere the clock has to do."""
    with suppress(OSError, IndexError, ValueError):
        return int(Path(f"/proc/{thread}/schedstat").read_text(encoding="ascii").split()[1]) * _NANO
    return 0.0
