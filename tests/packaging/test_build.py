"""How what is installed is made: locks without hosts, a list of what is left out that cannot rot, equal bytes."""

from __future__ import annotations

import importlib
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from tests.places import ROOT

PACKAGING = ROOT / "packaging"
NAME = "nextword-workbench"
APPLICATION = "io.github.nextword_workbench.NextwordWorkbench"


@pytest.fixture
def steps(monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, ModuleType]]:
    """The modules of packaging/steps, which stand on the standard library alone."""
    monkeypatch.syspath_prepend(str(PACKAGING))
    names = [file.stem for file in (PACKAGING / "steps").glob("[!_]*.py")]
    yield {name: importlib.import_module(f"steps.{name}") for name in names}
    for name in [name for name in sys.modules if name.partition(".")[0] == "steps"]:
        del sys.modules[name]


def test_the_locks_name_every_library_by_hash_and_no_host(steps: dict[str, ModuleType]) -> None:
    wanted = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    names = {re.split(r"[<>= ]", name)[0].strip().casefold() for name in wanted} - {"tensorflow", "tensorflow-cpu"}
    for target in steps["what"].TARGETS:
        text = (PACKAGING / "locked" / f"{target}.txt").read_text(encoding="utf-8")
        steps["lock"].check(text)
        locked = set(steps["lock"].names(text))
        assert names <= locked and locked & {"tensorflow", "tensorflow-cpu"}
        assert "tensorflow-text" not in locked


def test_the_locks_have_the_versions_that_are_developed_with(steps: dict[str, ModuleType]) -> None:
    pins = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["uv"]["constraint-dependencies"]
    for target in steps["what"].TARGETS:
        text = (PACKAGING / "locked" / f"{target}.txt").read_text(encoding="utf-8")
        versions = dict(re.findall(r"^(\S+)==(\S+)", text, re.MULTILINE))
        pinned = (each.split("==") for each in pins)
        assert {name: version for name, version in pinned if versions.get(name, version) != version} == {}


def test_a_lock_that_names_a_host_or_lacks_a_hash_is_refused(steps: dict[str, ModuleType]) -> None:
    for text in ("a==1 \\\n    --hash=sha256:00\n--index-url https://x\n", "a==1\nb==2 \\\n    --hash=sha256:00\n"):
        with pytest.raises(SystemExit):
            steps["lock"].check(text)


def test_what_is_left_out_goes_and_a_line_that_matches_nothing_fails(
    steps: dict[str, ModuleType], tmp_path: Path
) -> None:
    (tmp_path / "library" / "include").mkdir(parents=True)
    (tmp_path / "library" / "include" / "header.h").write_bytes(b"12345")
    (tmp_path / "library" / "kept.py").write_bytes(b"1")
    listed = "# why\nlibrary/include\nlibrary/other.dll  windows-x86_64\n"
    assert steps["prune"].prune(tmp_path, "linux-x86_64", listed) == 5
    assert [path.name for path in (tmp_path / "library").iterdir()] == ["kept.py"]
    with pytest.raises(SystemExit, match="library/include"):
        steps["prune"].prune(tmp_path, "linux-x86_64", listed)


@pytest.fixture
def small(steps: dict[str, ModuleType], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """A build whose layout has one file of each part, and whose icons are not drawn."""
    build = steps["what"].Build("linux-x86_64", tmp_path / "out", True)
    for file, content in {
        NAME: "#!/bin/sh\necho started \"$@\"\n", "app/workbench/a.py": "a = 1\n", "app/resources/models/m": "weights",
        "runtime/bin/python3.13": "python", "runtime/runtime.json": '{"id": "0123456789ab"}',
    }.items():  # fmt: skip
        path = build.layout / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    (build.layout / NAME).chmod(0o755)
    monkeypatch.setattr(steps["pack"], "draw_icons", lambda build, folder: folder.mkdir(parents=True))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    return build


needs_dpkg = pytest.mark.skipif(shutil.which("dpkg-deb") is None, reason="dpkg-deb makes the packages")


@needs_dpkg
def test_an_update_of_the_program_leaves_the_packages_of_models_and_runtime_as_they_are(
    steps: dict[str, ModuleType], small: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    def made() -> dict[str, bytes]:
        steps["pack"].make_shared(small, small.out / "share")
        files = steps["debian"].build_packages(small, small.out / "share")
        return {file.name.partition("_")[0]: file.read_bytes() for file in files}

    before, again = made(), made()
    assert before == again and len(before) == 4
    (small.app / "workbench" / "a.py").write_text("a = 2\n", encoding="utf-8")
    monkeypatch.setattr(steps["debian"], "version", lambda: "99.0")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1750000000")  # made a year later
    after = made()
    assert {name for name in before if before[name] != after[name]} == {NAME, f"{NAME}-complete"}
    assert (small.layout / "runtime" / "bin" / "python3.13").is_file() and (small.models / "m").is_file()


@needs_dpkg
def test_who_hands_packages_out_is_said_in_one_place_and_nobody_is_made_up(
    steps: dict[str, ModuleType],
    small: ModuleType,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def made() -> str:
        """What a package says of itself, and what a software centre reads."""
        steps["pack"].make_shared(small, small.out / "share")
        package = next(iter(steps["debian"].build_packages(small, small.out / "share")))
        control = subprocess.run(["dpkg-deb", "-f", package], check=True, capture_output=True, text=True).stdout
        return control + (small.out / "share" / "metainfo" / f"{APPLICATION}.metainfo.xml").read_text(encoding="utf-8")

    found = made()
    steps["publisher"].say_what_is_missing(steps["publisher"].publisher())
    assert "homepage, maintainer, screenshot" in capsys.readouterr().out
    assert "Nobody yet <nobody@unknown.invalid>" in found and "Homepage" not in found
    assert "http" not in found.replace("https://specifications.freedesktop.org", "") and "<screenshot" not in found
    file = tmp_path / "publisher.toml"
    file.write_text(
        'homepage = "https://a.example/?b&c"\nmaintainer = "A <a@a.example>"\nscreenshot = "https://a.example/p"'
    )
    monkeypatch.setattr(steps["publisher"], "FILE", file)
    found = made()
    steps["publisher"].say_what_is_missing(steps["publisher"].publisher())
    assert not capsys.readouterr().out
    assert "Maintainer: A <a@a.example>" in found and "Homepage: https://a.example/?b&c" in found
    assert (
        '<url type="homepage">https://a.example/?b&amp;c</url>' in found
        and "<image>https://a.example/p</image>" in found
    )


@pytest.mark.skipif(shutil.which("zstd") is None or sys.platform != "linux", reason="an archive of Linux")
def test_the_archive_installs_without_root_and_removing_leaves_what_is_the_persons(
    steps: dict[str, ModuleType], small: ModuleType, tmp_path: Path
) -> None:
    steps["pack"].make_shared(small, small.out / "share")
    archive = steps["pack"].make_archive(small, small.out / "share")
    subprocess.run(["tar", "--zstd", "-xf", archive, "-C", tmp_path], check=True)
    script = tmp_path / archive.name.removesuffix(".tar.zst") / "install.sh"
    prefix = tmp_path / "a prefix"
    (prefix / "share" / "applications").mkdir(parents=True)
    (prefix / "share" / "applications" / "other.desktop").write_text("of another program")
    for _ in range(2):  # the second time over the first
        subprocess.run([script, "--prefix", prefix], check=True, capture_output=True)
        (prefix / "lib" / NAME / "data").mkdir(exist_ok=True)
        (prefix / "lib" / NAME / "data" / "kept").touch()
    started = subprocess.run([prefix / "bin" / NAME, "x"], check=True, capture_output=True, text=True)
    assert started.stdout == "started x\n"
    entry = (prefix / "share" / "applications" / f"{APPLICATION}.desktop").read_text(encoding="utf-8")
    assert f'Exec="{prefix}/lib/{NAME}/{NAME}" %f' in entry
    assert (prefix / "lib" / NAME / "data" / "kept").is_file()
    subprocess.run([script, "--remove", "--prefix", prefix], check=True, capture_output=True)
    left = sorted(path.relative_to(prefix).as_posix() for path in prefix.rglob("*") if path.is_file())
    assert [name for name in left if not name.startswith("share/mime/") and not name.endswith(".cache")] == [
        f"lib/{NAME}/data/kept",
        "share/applications/other.desktop",
    ]
    assert not [name for name in left[1:] if NAME in name]


def test_icons_are_read_again_by_qt_in_every_size(steps: dict[str, ModuleType]) -> None:
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice
    from PySide6.QtGui import QColor, QImage, QImageReader

    def png(size: int) -> bytes:
        picture, data = QImage(size, size, QImage.Format.Format_ARGB32), QByteArray()
        picture.fill(QColor(size % 256, 0, 0))
        buffer = QBuffer(data)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        assert picture.save(buffer, "PNG")
        return bytes(data.data())

    def read(data: bytes, kind: str) -> dict[int, int]:
        buffer = QBuffer()
        buffer.setData(data)
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        reader, found = QImageReader(buffer, kind.encode()), {}
        for each in range(reader.imageCount()):
            assert reader.jumpToImage(each)
            picture = reader.read()
            found[picture.width()] = picture.pixelColor(0, 0).red()
        return found

    icons = steps["icons"]
    assert read(icons.ico({size: png(size) for size in icons.WINDOWS}), "ico") == {
        size: size % 256 for size in icons.WINDOWS
    }
    drawn = icons.icns({size: png(size) for size in icons.MACOS})
    assert int.from_bytes(drawn[4:8], "big") == len(drawn)
    if b"icns" in [each.data() for each in QImageReader.supportedImageFormats()]:
        assert set(read(drawn, "icns")) == set(icons.MACOS)


def test_what_macos_reads_of_the_application_names_its_type_of_file(steps: dict[str, ModuleType]) -> None:
    import plistlib

    told = plistlib.loads(plistlib.dumps(steps["macos"].information()))
    (kind,) = told["UTExportedTypeDeclarations"]
    assert told["CFBundleDocumentTypes"][0]["LSItemContentTypes"] == [kind["UTTypeIdentifier"]]
    assert kind["UTTypeTagSpecification"]["public.filename-extension"] == ["nextword"]


@pytest.mark.skipif(sys.platform != "linux" or shutil.which("gcc") is None, reason="is compiled")
def test_the_application_of_macos_hands_its_words_to_the_python_beside_it(
    steps: dict[str, ModuleType], tmp_path: Path
) -> None:
    contents = tmp_path / "A program.app" / "Contents"
    runtime = contents / "Resources" / NAME / "runtime" / "lib"
    runtime.mkdir(parents=True)
    (contents / "MacOS").mkdir()
    library = """
        #include <stdio.h>
        #include <stdlib.h>
        int Py_BytesMain(int count, char **words) {
            for (int each = 0; each < count; each++) puts(words[each]);
            puts(getenv("PYTHONHOME") ? "set" : "not set");
            return 7;
        }
    """
    compiled = ["gcc", "-shared", "-x", "c", "-", "-o", runtime / "libpython3.13.so.1.0"]
    subprocess.run(compiled, input=library, text=True, check=True)
    steps["macos"].compile_launcher(contents / "MacOS" / NAME, ("gcc",))
    done = subprocess.run(
        [contents / "MacOS" / NAME, "a b", "灯"],
        capture_output=True,
        text=True,
        env={"PYTHONHOME": "/other"},
        check=False,
    )
    python = runtime.parent / "bin" / "python3.13"
    assert done.stdout.splitlines() == [str(python), "-I", "-m", "workbench", "a b", "灯", "not set"]
    assert done.returncode == 7, done.stderr


TOOL = """#!/bin/sh
echo "$(basename "$0") $*" >> "{log}"
[ "$1" != "{failing}" ] || { echo "$*" >&2; exit 1; }
"""


@pytest.mark.skipif(sys.platform == "win32", reason="macOS signs, or tools of the same names")
def test_keys_of_the_environment_sign_are_shown_to_nobody_and_are_gone_afterwards(
    steps: dict[str, ModuleType], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = tmp_path / "log"

    def tools(failing: str = "nothing") -> None:
        for name in ("security", "codesign", "xcrun"):
            (tmp_path / name).write_text(TOOL.replace("{log}", str(log)).replace("{failing}", failing))
            (tmp_path / name).chmod(0o755)

    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    for name, value in (
        ("APPLE_SIGNING_IDENTITY", "Somebody"), ("APPLE_CERTIFICATE", "a2V5"), ("APPLE_CERTIFICATE_PASSWORD", "open"),
        ("APPLE_NOTARY_KEY", "the key"), ("APPLE_NOTARY_KEY_ID", "1"), ("APPLE_NOTARY_ISSUER", "2"),
    ):  # fmt: skip
        monkeypatch.setenv(name, value)
    tools()
    steps["macos"].notarise(tmp_path / "a.dmg")
    said = log.read_text(encoding="utf-8").splitlines()
    assert [line.split()[1] for line in said if line.startswith("security")] == [
        "create-keychain", "set-keychain-settings", "unlock-keychain", "import", "set-key-partition-list",
        "list-keychains", "delete-keychain",
    ]  # fmt: skip
    assert any(line.startswith("codesign") and "--sign Somebody" in line for line in said)
    (key,) = re.findall(r"notarytool submit .* --key (\S+)", "\n".join(said))
    (certificate,) = re.findall(r"security import (\S+)", "\n".join(said))
    assert not Path(key).exists() and not Path(certificate).exists()
    tools(failing="import")
    with pytest.raises(SystemExit) as caught:
        steps["macos"].notarise(tmp_path / "a.dmg")
    assert "open" not in str(caught.value) and "APPLE_CERTIFICATE" in str(caught.value)


def test_the_workflow_takes_every_step_from_the_build_for_every_system(steps: dict[str, ModuleType]) -> None:
    import yaml

    told = yaml.safe_load((ROOT / ".github" / "workflows" / "packages.yml").read_text(encoding="utf-8"))
    job = told["jobs"]["packages"]
    assert {each["target"] for each in job["strategy"]["matrix"]["include"]} == set(steps["what"].TARGETS)
    called = [each["run"].split()[1] for each in job["steps"] if str(each.get("run", "")).startswith("$BUILD ")]
    assert called == ["layout", "try-layout", "pack", "try-package"]
    assert all("@" in each["uses"] and len(each["uses"].split("@")[1]) == 40 for each in job["steps"] if "uses" in each)
