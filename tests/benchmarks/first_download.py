"""How much `uv run main.py` fetches the first time, by what uv.lock says of the wheels for this system.

python -m tests.benchmarks.first_download
"""

from __future__ import annotations

import subprocess
import tomllib
from typing import Any

from packaging.requirements import Requirement
from packaging.tags import sys_tags
from packaging.utils import parse_wheel_filename

from tests.places import ROOT

SETS = {
    "uv run main.py": (),
    "without what develops it": ("--no-group", "dev"),
    "nor SmolLM2": ("--no-default-groups",),
}
LARGEST = 8


def main() -> None:
    lock = tomllib.loads((ROOT / "uv.lock").read_text(encoding="utf-8"))
    packages = {f"{each['name']}=={each['version']}": each for each in lock["package"] if "version" in each}
    preference = {tag: place for place, tag in enumerate(sys_tags())}
    for what, options in SETS.items():
        sizes = {name: fetched(packages[name], preference) for name in wanted(options)}
        print(f"{what}: {len(sizes)} packages, {sum(sizes.values()) / 1e6:.0f} MB")
        for name in sorted(sizes, key=lambda name: -sizes[name])[:LARGEST]:
            print(f"  {sizes[name] / 1e6:6.1f} {name}")


def wanted(options: tuple[str, ...]) -> list[str]:
    """As `name==version`, those that this system needs."""
    command = ("uv", "export", "--quiet", "--frozen", "--no-hashes", "--no-emit-project", *options)
    lines = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout.splitlines()
    named = (Requirement(line) for line in lines if line[:1].isalnum())
    return [f"{each.name}{each.specifier}" for each in named if each.marker is None or each.marker.evaluate()]


def fetched(package: dict[str, Any], preference: dict[Any, int]) -> int:
    """Bytes of the wheel that is taken here, of the sources where there is none."""
    found = []
    for wheel in package.get("wheels", ()):
        *_, tags = parse_wheel_filename(wheel["url"].rpartition("/")[2].replace("%2B", "+"))
        found += [(preference[tag], wheel["size"]) for tag in tags if tag in preference]
    return min(found)[1] if found else int(package["sdist"]["size"])


if __name__ == "__main__":
    main()
