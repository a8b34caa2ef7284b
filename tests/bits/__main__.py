"""See `recorded`."""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path

from tests import conftest  # noqa: F401  the environment that bits depend on: how the compiler optimises, one thread
from tests.bits.recorded import FILE, RUNS, answers, machine, made, of_kept


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        found = {"machine": machine(), "runs": {}, "answers": answers(Path(folder) / "answers")}
        for number, run in enumerate(RUNS):
            found["runs"][run] = made(run, Path(folder) / str(number))
            print(run, found["runs"][run]["weights"][:12], flush=True)
    if "--write" in sys.argv:
        FILE.write_text(json.dumps(found, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
        return 0
    kept = json.loads(FILE.read_text(encoding="utf-8"))
    different = [run for run in RUNS if found["runs"][run] != kept["runs"][run]]
    for name, answer in found["answers"].items():
        was = kept["answers"].get(name)
        different += [name] if of_kept(answer, was) != was else []
    print("the same" if not different else f"different: {', '.join(different)}")
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main())
