"""For macOS on Apple silicon: an application, signed and notarised where there is who signs, on a disk image.

Nobody has run what is made here: only its parts that are the same elsewhere are tried (`tests/packaging`).
"""

from __future__ import annotations

import os
import plistlib
import shutil
from collections.abc import Iterator
from pathlib import Path

from steps.icons import draw_icns
from steps.keys import NOTARY_KEY, certificate_in_keychain, notary_key
from steps.what import APPLICATION, NAME, PACKAGING, Build, run, say, version

MACOS = PACKAGING / "macos"
TITLE = "Nextword Workbench"
OLDEST = "13.0"  # that Qt's wheels run on
MACH_O = (b"\xcf\xfa\xed\xfe", b"\xca\xfe\xba\xbe")  # of one processor, and of several in one file
SIGNER = "APPLE_SIGNING_IDENTITY"  # in the environment: as the keychain calls the certificate
NOTARY = ("APPLE_NOTARY_KEY_ID", "APPLE_NOTARY_ISSUER")  # and the key itself, which `keys` has


def thin(build: Build) -> int:
    """Leave out what is for Intel's processors; the bytes that went."""
    gone = 0
    for file in list(_programs(build.packages)):
        if "x86_64" in run("lipo", "-archs", file):
            before = file.stat().st_size
            run("lipo", "-thin", "arm64", file, "-output", file)
            gone += before - file.stat().st_size
    return gone


def bundle(build: Build) -> Path:
    return build.out / f"{TITLE}.app"


def make_bundle(build: Build) -> Path:
    """The layout as an application; it is moved, not copied."""
    place = bundle(build)
    shutil.rmtree(place, ignore_errors=True)
    (place / "Contents" / "MacOS").mkdir(parents=True)
    (place / "Contents" / "Resources").mkdir()
    draw_icns(build, place / "Contents" / "Resources" / "app.icns")
    with (place / "Contents" / "Info.plist").open("wb") as file:
        plistlib.dump(information(), file)
    compile_launcher(place / "Contents" / "MacOS" / NAME, ("clang", "-arch", "arm64", f"-mmacosx-version-min={OLDEST}"))
    build.layout.rename(place / "Contents" / "Resources" / NAME)
    return place


def compile_launcher(file: Path, compiler: tuple[str, ...]) -> None:
    run(
        *compiler,
        "-Os",
        "-Wall",
        "-Werror",
        MACOS / "launcher.c",
        "-o",
        file,
        *(() if "clang" in compiler else ("-ldl",)),
    )


def information() -> dict[str, object]:
    """Info.plist."""
    archive = f"{APPLICATION}.archive"
    return {
        "CFBundleDevelopmentRegion": "en",
        "CFBundleDisplayName": TITLE,
        "CFBundleDocumentTypes": [
            {"CFBundleTypeName": "Nextword project", "CFBundleTypeRole": "Editor", "LSItemContentTypes": [archive]}
        ],
        "CFBundleExecutable": NAME,
        "CFBundleIconFile": "app.icns",
        "CFBundleIdentifier": APPLICATION,
        "CFBundleInfoDictionaryVersion": "6.0",
        "CFBundleLocalizations": ["en", "zh-Hans"],
        "CFBundleName": TITLE,
        "CFBundlePackageType": "APPL",
        "CFBundleShortVersionString": version(),
        "CFBundleVersion": version(),
        "LSApplicationCategoryType": "public.app-category.education",
        "LSMinimumSystemVersion": OLDEST,
        "NSHighResolutionCapable": True,
        "UTExportedTypeDeclarations": [
            {
                "UTTypeConformsTo": ["public.zip-archive"],
                "UTTypeDescription": "Nextword project",
                "UTTypeIdentifier": archive,
                "UTTypeTagSpecification": {"public.filename-extension": ["nextword"]},
            }
        ],
    }


def sign(build: Build) -> None:
    """What is innermost first, the application last. Without a certificate it says that nothing was signed."""
    signer = os.environ.get(SIGNER, "")
    if not signer:
        say(f"NOT SIGNED: {SIGNER} is not set; macOS will refuse it until a person allows it")
        return
    how = ("codesign", "--force", "--timestamp", "--options", "runtime", "--sign", signer)
    place = bundle(build)
    with certificate_in_keychain():
        for file in _programs(place / "Contents" / "Resources"):
            run(*how, "--entitlements", MACOS / "entitlements.plist", file)
        run(*how, "--entitlements", MACOS / "entitlements.plist", place)
    run("codesign", "--verify", "--deep", "--strict", place)


def make_image(build: Build) -> Path:
    """A disk image from which the application is dragged to where applications are."""
    folder = build.out / "image"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    (folder / "Applications").symlink_to("/Applications")
    place = bundle(build)
    place.rename(folder / place.name)
    file = build.out / f"{NAME}-{version()}-{build.target}.dmg"
    try:
        run("hdiutil", "create", "-ov", "-volname", TITLE, "-srcfolder", folder, "-format", "ULFO", file)
    finally:
        (folder / place.name).rename(place)
        shutil.rmtree(folder)
    notarise(file)
    return file


def notarise(file: Path) -> None:
    key_id, issuer = (os.environ.get(name, "") for name in NOTARY)
    with notary_key() as key:
        if not (key and key_id and issuer and os.environ.get(SIGNER)):
            say(f"NOT NOTARISED: {', '.join((SIGNER, NOTARY_KEY, *NOTARY))} are not all set")
            return
        with certificate_in_keychain():
            run("codesign", "--force", "--timestamp", "--sign", os.environ[SIGNER], file)
        run("xcrun", "notarytool", "submit", file, "--key", key, "--key-id", key_id, "--issuer", issuer, "--wait")
    run("xcrun", "stapler", "staple", file)


def _programs(folder: Path) -> Iterator[Path]:
    """The files of code below, the deepest first."""
    for file in sorted(folder.rglob("*"), key=lambda file: (-len(file.parts), file)):
        if file.is_file() and not file.is_symlink():
            with file.open("rb") as opened:
                if opened.read(4) in MACH_O:
                    yield file
