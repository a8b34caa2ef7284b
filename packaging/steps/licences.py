"""THIRD-PARTY.txt: every library with its version, its licence, and the text of it."""

from __future__ import annotations

from email.parser import HeaderParser
from pathlib import Path

NAMES = ("licen", "copying", "notice", "authors")


def third_party(packages: Path, python_version: str) -> str:
    parts = [f"Python {python_version}: PSF-2.0 (docs.python.org/3/license.html)\n"]
    for folder in sorted(packages.glob("*.dist-info"), key=lambda folder: folder.name.casefold()):
        told = HeaderParser().parsestr((folder / "METADATA").read_text(encoding="utf-8"))
        licence = told["License-Expression"] or _classified(told.get_all("Classifier") or []) or _first(told["License"])
        texts = [
            file.read_text(encoding="utf-8", errors="replace")
            for file in sorted(folder.rglob("*"))
            if file.is_file() and any(name in file.name.casefold() for name in NAMES)
        ]
        parts.append(f"{told['Name']} {told['Version']}: {licence or 'see its page'}\n\n" + "\n".join(texts))
    return f"\n{'=' * 80}\n".join(parts)


def _classified(classifiers: list[str]) -> str:
    return ", ".join(each.rpartition(" :: ")[2] for each in classifiers if each.startswith("License ::"))


def _first(licence: str | None) -> str:
    return (licence or "").strip().partition("\n")[0][:100]
