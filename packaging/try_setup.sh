#!/usr/bin/env bash
# Tries what installs the program on Windows: installation, upgrade (also over a program that is open), removal, with a
# payload of a few files, under wine.
#     packaging/try_setup.sh
# Needs makensis, MinGW and wine64. What runs on Windows itself (TensorFlow, Qt) is not tried by it.
set -euo pipefail
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'WINEPREFIX=$work/wine wineserver -k 2>/dev/null || true; rm -rf "$work"' EXIT
export WINEPREFIX=$work/wine WINEDEBUG=-all WINEDLLOVERRIDES="mscoree,mshtml=" DISPLAY=
export PATH="$PATH:/usr/lib/wine"
wine=$(command -v wine64-stable || command -v wine64 || command -v wine)
say() { echo "— $*"; }
fail() { echo "wrong: $*" >&2; exit 1; }

# make RUNTIME VERSION: an installer of a small layout
make() {
    python3 - "$work" "$1" "$2" <<'PYTHON'
import shutil, struct, subprocess, sys, zlib
from pathlib import Path

sys.path.insert(0, ".")
from steps import windows
from steps.icons import ico
from steps.what import Build, run

work, runtime, version = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
windows.version = lambda: version
build = Build("windows-x86_64", work / "out", True)
shutil.rmtree(build.out, ignore_errors=True)
for name, text in {
    "app/workbench/version.txt": version, "app/resources/灯.txt": "a name in Chinese", "LICENSE": "Apache License\n",
    "CHANGELOG.md": "changes\n", "THIRD-PARTY.txt": "none\n", "runtime/runtime.json": f'{{"id": "{runtime}"}}',
    f"runtime/{runtime}.txt": "made of",
}.items():
    file = build.layout / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
stub = work / "python.exe"
if not stub.is_file():
    run(f"{windows.PREFIX}gcc", "-Os", "-s", "-municode", windows.WINDOWS / "stub.c", "-o", stub)
for name in ("python.exe", "pythonw.exe"):
    shutil.copyfile(stub, build.runtime / name)


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


rows = b"".join(b"\0" + b"\x20\x60\xd0\xff" * 32 for _ in range(32))
png = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 32, 32, 8, 6, 0, 0, 0))
png += chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
icon = work / "app.ico"
icon.write_bytes(ico({32: png}))
windows.compile_launchers(build.layout, icon)
shutil.copyfile(windows.make_setup(build, icon), work / f"setup-{version}.exe")
PYTHON
}
setup() { "$wine" "$work/setup-$1.exe" /S "${@:2}"; }
registry() { "$wine" reg query "$@" 2>/dev/null | tr -d '\r'; }

say "two versions of the same runtime, a third of another"
make aaaa 1.0.0
make aaaa 1.1.0
make bbbb 2.0.0
"$wine" wineboot --init >/dev/null 2>&1
person=$(echo "$work"/wine/drive_c/users/*/ | tr ' ' '\n' | grep -v Public | head -1)
place="${person}AppData/Local/Programs/Nextword Workbench"
exe='nextword-workbench.exe'

say "install"
setup 1.0.0
[ -f "$place/$exe" ] && [ -f "$place/app/resources/灯.txt" ] || fail "not everything was installed"
registry 'HKCU\Software\Classes\.nextword' | grep -q NextwordWorkbench.Project || fail "the type of file is not known"
registry 'HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\nextword-workbench' | grep -q 'DisplayVersion.*1.0.0' ||
    fail "it is not in the list of programs"
find "$person" -name 'Nextword Workbench.lnk' | grep -q . || fail "it is not in the menu"

say "start from a terminal: words as they were given, nothing of another Python, its exit status"
said=$(PYTHONHOME='C:\other' "$wine" "$place/nextword-workbench.com" "a b" 'c' | tr -d '\r') && fail "no status" || status=$?
[ "$status" = 7 ] || fail "status $status"
[ "$said" = '[-I][-m][workbench][a b][c] PYTHONHOME is not set' ] || fail "$said"

say "upgrade: the runtime is the same and stays, projects and what the person keeps beside it too"
mkdir -p "$place/data" "${person}Documents/My project"
touch "$place/data/kept" "${person}Documents/My project/project.sqlite" "$place/app/of-1.0.txt" "$place/runtime/stays"
setup 1.1.0
[ "$(cat "$place/app/workbench/version.txt")" = 1.1.0 ] || fail "the program is the old one"
[ ! -e "$place/app/of-1.0.txt" ] || fail "files of the old version are left"
[ -e "$place/runtime/stays" ] || fail "the runtime was installed again"
[ -e "$place/data/kept" ] || fail "the person's data are gone"

say "upgrade while the program is open: refused before anything is touched"
touch "$work/busy"
NEXTWORD_STAY_WHILE="Z:$work/busy" "$wine" "$place/$exe" >/dev/null 2>&1 &
for _ in $(seq 100); do pgrep -f pythonw.exe >/dev/null && break; sleep 0.1; done
setup 2.0.0 && fail "it was installed over a program that is open" || [ $? = 3 ] || fail "another exit status"
[ "$(cat "$place/app/workbench/version.txt")" = 1.1.0 ] || fail "half of it was installed"
rm "$work/busy"
wait

say "upgrade with another runtime"
setup 2.0.0
[ -e "$place/runtime/bbbb.txt" ] && [ ! -e "$place/runtime/aaaa.txt" ] || fail "the runtime is the old one"

say "remove: projects, and what the person keeps beside it, are left"
"$wine" "$place/uninstall.exe" /S # goes on in a copy of itself, which may take itself away
for _ in $(seq 100); do [ -e "$place/uninstall.exe" ] || break; sleep 0.1; done
[ ! -e "$place/$exe" ] && [ ! -e "$place/app" ] && [ ! -e "$place/runtime" ] || fail "something of the program is left"
[ -e "$place/data/kept" ] && [ -e "${person}Documents/My project/project.sqlite" ] || fail "something of the person's is gone"
registry 'HKCU\Software\Classes\.nextword' && fail "the type of file is left"
registry 'HKCU\Software\nextword-workbench' && fail "settings of setup are left"
find "$person" -name 'Nextword Workbench.lnk' | grep -q . && fail "it is still in the menu"

say "install again, beside what was left; into a folder of somebody else: refused"
setup 2.0.0
[ -e "$place/data/kept" ] && [ -f "$place/$exe" ] || fail "not installed again"
mkdir -p "$work/wine/drive_c/other" && touch "$work/wine/drive_c/other/letter.txt"
setup 2.0.0 '/D=C:\other' || true
[ "$(ls "$work/wine/drive_c/other")" = letter.txt ] || fail "installed among files of somebody else"
say "all right"
