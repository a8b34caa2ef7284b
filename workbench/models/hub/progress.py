"""How far a download is and how fast, and whether what came is what should have come."""

from __future__ import annotations

import hashlib
import time
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from workbench.messages.message import Size, message
from workbench.values.progress import Progress

_TELL_SECONDS = 0.1
_SPEED_SECONDS = 5.0  # over which the speed is averaged
_LEAST_SECONDS = 0.5  # before which a speed would be chance
_CHUNK_BYTES = 1 << 22


@dataclass(frozen=True)
class Downloading(Progress):
    """How far a download is, in bytes of all its files; `what` says it in a few words. `total` is 0 while unknown."""

    bytes_per_second: float = 0.0  # 0 while it is not known yet


class Meter:
    def __init__(self, total: int, done: int) -> None:
        self.total = total
        self.done = done
        self.received = 0  # bytes, by this download alone
        self._seen: deque[tuple[float, int]] = deque([(time.monotonic(), 0)])
        self._told = 0.0

    def add(self, count: int) -> None:
        """`count` bytes have come; fewer than none where a file had to be begun anew."""
        self.done += count
        self.received += max(count, 0)

    def is_due(self) -> bool:
        return time.monotonic() - self._told >= _TELL_SECONDS

    def report(self) -> Downloading:
        now = self._told = time.monotonic()
        self._seen.append((now, self.received))
        while len(self._seen) > 2 and now - self._seen[0][0] > _SPEED_SECONDS:
            self._seen.popleft()
        (then, before), (_, received) = self._seen[0], self._seen[-1]
        speed = (received - before) / (now - then) if now - then >= _LEAST_SECONDS else 0.0
        left = (self.total - self.done) / speed if speed else None
        what = message("progress.download", done=Size(self.done), total=Size(self.total))
        if speed:
            what = message("progress.download_at", done=Size(self.done), total=Size(self.total), speed=Size(speed))
        return Downloading(self.done, self.total, what, left, speed)


class Digest:
    """The hash of a file that grows, in the way that the Hub names it by."""

    def __init__(self, expected: str, size_bytes: int) -> None:
        self._expected = expected
        self._size = size_bytes
        self._restart()

    def catch_up(self, stream: BinaryIO) -> Iterator[None]:
        """Read what an earlier download has left; `stream` is at its end afterwards. What is too long is emptied."""
        stream.seek(0, 2)
        if stream.tell() > self._size:
            stream.truncate(0)
        self._restart()
        stream.seek(0)
        while chunk := stream.read(_CHUNK_BYTES):
            self.update(chunk)
            yield

    def update(self, content: bytes) -> None:
        self._hash.update(content)

    def is_right(self) -> bool:
        return self._hash.hexdigest() == self._expected

    def _restart(self) -> None:
        # Files in large-file storage are named by their SHA-256, small ones as git names them.
        if len(self._expected) == 64:
            self._hash = hashlib.sha256()
        else:
            self._hash = hashlib.sha1(b"blob %d\0" % self._size, usedforsecurity=False)
