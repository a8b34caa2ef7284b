"""Packages for Debian and what comes of it, made with dpkg-deb alone."""

from __future__ import annotations

import gzip
import json
import os
import shutil
import textwrap
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email.utils import formatdate
from pathlib import Path

from steps.publisher import NOBODY, publisher
from steps.what import NAME, PACKAGING, Build, epoch, run, size, version

DEBIAN = PACKAGING / "debian"
# Read from the libraries that are shipped, and tried: the window does not start without them.
NEEDS = (
    "libc6 (>= 2.34), libgl1, libegl1, libglib2.0-0 | libglib2.0-0t64, libdbus-1-3, libfontconfig1, libfreetype6, "
    "libxkbcommon0, libxkbcommon-x11-0, libx11-xcb1, libxcb-cursor0, libxcb-icccm4, libxcb-image0, libxcb-keysyms1, "
    "libxcb-randr0, libxcb-render-util0, libxcb-render0, libxcb-shape0, libxcb-shm0, libxcb-sync1, libxcb-xfixes0, "
    "libxcb-xkb1, libwayland-cursor0, libgssapi-krb5-2, libstdc++6, zlib1g"
)
PREFERS = "fonts-noto-cjk | fonts-wqy-microhei, gnome-keyring | kwalletmanager, at-spi2-core"
MODELS = "1"  # raised where a bundled model changes
RUNTIME = "1"  # raised where the dependencies change: not with the program, whose updates leave it as it is
LONG_AGO = 1_700_000_000  # what models and runtime are dated to: the same bytes whenever they are made
ARCHITECTURES = {"linux-x86_64": "amd64", "linux-aarch64": "arm64"}
PLACE = Path("usr") / "lib" / NAME


@dataclass(frozen=True)
class Package:
    name: str
    version: str
    architecture: str
    says: str  # in one line
    more: str
    fields: dict[str, str]
    dated: int  # seconds since 1970; a file that is newer is dated to it


def build_packages(build: Build, share: Path) -> Iterator[Path]:
    runtime = f"{RUNTIME}+{json.loads((build.layout / 'runtime' / 'runtime.json').read_text())['id']}"
    architecture = ARCHITECTURES[build.target]
    apart = _program(build, "all", {
        "Depends": f"{NAME}-runtime (= {runtime}), {NAME}-models (>= {MODELS})",
        "Recommends": PREFERS, "Conflicts": f"{NAME}-complete",
    })  # fmt: skip
    whole = _program(build, architecture, {
        "Package": f"{NAME}-complete", "Depends": NEEDS, "Recommends": PREFERS,
        "Provides": NAME, "Conflicts": f"{NAME}, {NAME}-runtime, {NAME}-models",
    })  # fmt: skip
    models = Package(
        f"{NAME}-models", MODELS, "all", "language models of Nextword Workbench",
        "The small models that come with the program, of English and Chinese.", {"Conflicts": f"{NAME}-complete"},
        LONG_AGO,
    )  # fmt: skip
    libraries = Package(
        f"{NAME}-runtime", runtime, architecture, "libraries of Nextword Workbench",
        "A Python with TensorFlow, Qt and all else that the program is made of; it touches nothing outside its folder.",
        {"Depends": NEEDS, "Conflicts": f"{NAME}-complete"}, LONG_AGO,
    )  # fmt: skip
    with _aside(build.models, build.out / "models"), _aside(build.runtime, build.out / "runtime"):
        yield _made(build, apart, {PLACE: build.layout}, share)
        yield _made(build, models, {PLACE / "app" / "resources" / "models": build.out / "models"})
        yield _made(build, libraries, {PLACE / "runtime": build.out / "runtime"})
    yield _made(build, whole, {PLACE: build.layout}, share)


def _program(build: Build, architecture: str, fields: dict[str, str]) -> Package:
    return Package(
        fields.pop("Package", NAME), version(), architecture, "fine-tune a language model on your own text",
        "Bring in a text, choose a model, fine-tune it while you watch, and see which next words it expects before and "
        "after. Everything runs on this computer: no GPU, no network, no account.", fields, epoch(),
    )  # fmt: skip


@contextmanager
def _aside(part: Path, place: Path) -> Iterator[None]:
    """Out of the layout for a while: it is too large to be copied."""
    part.rename(place)
    try:
        yield
    finally:
        place.rename(part)


def _made(build: Build, package: Package, parts: dict[Path, Path], share: Path | None = None) -> Path:
    root = build.out / "root"
    shutil.rmtree(root, ignore_errors=True)
    moved = []
    try:
        for place, source in parts.items():
            (root / place).parent.mkdir(parents=True, exist_ok=True)
            source.rename(root / place)
            moved.append((root / place, source))
        if share is not None:
            shutil.copytree(share, root / "usr" / "share")
            (root / "usr" / "bin").mkdir()
            (root / "usr" / "bin" / NAME).symlink_to(f"../lib/{NAME}/{NAME}")
        _describe(build, root, package)
        file = build.out / f"{package.name}_{package.version}_{package.architecture}.deb"
        level = "3" if build.is_quick else "19"
        run(
            "dpkg-deb",
            "--root-owner-group",
            "-Zzstd",
            f"-z{level}",
            "--build",
            root,
            file,
            env=os.environ | {"SOURCE_DATE_EPOCH": str(package.dated)},
        )
    finally:
        for place, source in moved:
            place.rename(source)
        shutil.rmtree(root, ignore_errors=True)
    return file


def _describe(build: Build, root: Path, package: Package) -> None:
    documents = root / "usr" / "share" / "doc" / package.name
    documents.mkdir(parents=True)
    shutil.copyfile(DEBIAN / "copyright", documents / "copyright")
    head = f"{package.name} ({package.version}) unstable; urgency=medium"
    changes = f"  * As /usr/lib/{NAME}/CHANGELOG.md says."
    said = publisher()
    maintainer = said.maintainer or NOBODY
    signed = f"{head}\n\n{changes}\n\n -- {maintainer}  {formatdate(package.dated)}\n"
    (documents / "changelog.gz").write_bytes(gzip.compress(signed.encode(), 9, mtime=0))
    overrides = DEBIAN / f"{package.name.removesuffix('-complete')}.lintian-overrides"
    if overrides.is_file():
        place = root / "usr" / "share" / "lintian" / "overrides" / package.name
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(overrides, place)
    installed = size([root]) // 1024
    fields = {
        "Package": package.name, "Version": package.version, "Architecture": package.architecture,
        "Maintainer": maintainer, "Installed-Size": str(installed), "Section": "science", "Priority": "optional",
        **({"Homepage": said.homepage} if said.homepage else {}), **package.fields,
    }  # fmt: skip
    lines = [f"{name}: {value}" for name, value in fields.items()]
    (root / "DEBIAN").mkdir()
    control = "\n".join([*lines, f"Description: {package.says}", *_wrapped(package.more), ""])
    (root / "DEBIAN" / "control").write_text(control, encoding="utf-8")
    for path in (root, *root.rglob("*")):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or _is_started(path) else 0o644)


def _is_started(path: Path) -> bool:
    """Many a wheel marks libraries, modules and lists as programs as well."""
    if not path.stat().st_mode & 0o100:
        return False
    with path.open("rb") as file:
        begins_as_script = file.read(2) == b"#!" and path.suffix != ".py"
    return begins_as_script or path.parent.name == "bin"


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(text, 78, initial_indent=" ", subsequent_indent=" ")
