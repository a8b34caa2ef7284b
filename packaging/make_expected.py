"""Write down what the bundled models answer, which the check of an installation compares: resources/expected.json.

uv run python packaging/make_expected.py
"""

from __future__ import annotations

import json

from workbench.ground.files import write_atomically
from workbench.ground.resources import resource
from workbench.installation.numbers import FILE, measured

if __name__ == "__main__":
    found = json.dumps(measured(resource("")), indent=2, ensure_ascii=False)
    write_atomically(resource(FILE), f"{found}\n".encode())
