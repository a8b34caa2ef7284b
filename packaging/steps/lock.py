"""Which wheels belong together, for each system: written to packaging/locked/, with hashes and without hosts."""

from __future__ import annotations

from steps.what import PACKAGING, PYTHON, ROOT, TARGETS, BuildError, run, say

LOCKED = PACKAGING / "locked"


def lock() -> None:
    for target, called in TARGETS.items():
        text = run(
            "uv", "pip", "compile", "pyproject.toml", "packaging/locked/extra.in",
            "--overrides", "packaging/locked/overrides.txt", "--generate-hashes", "--only-binary", ":all:",
            "--python-version", PYTHON, "--python-platform", called, "--no-header", "--no-annotate", "--quiet",
            cwd=ROOT,
        )  # fmt: skip
        check(text)
        (LOCKED / f"{target}.txt").write_text(text, encoding="utf-8")
        say(f"{target}: {len(names(text))} packages")


def check(text: str) -> None:
    """Raises BuildError where a host is named or a hash is missing."""
    for host in ("://", "--index", "--find-links", "--extra-index"):
        if host in text:
            raise BuildError(f"the lock names where its packages come from: {host}")
    for name in names(text):
        block = text.partition(f"{name}==")[2].partition("\n\n")[0]
        if "--hash=sha256:" not in block.split("\n")[1]:
            raise BuildError(f"{name} has no hash in the lock")


def names(text: str) -> list[str]:
    return [line.partition("==")[0] for line in text.splitlines() if line[:1].isalnum()]
