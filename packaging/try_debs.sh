#!/usr/bin/env bash
# Installs the packages in a bare Debian, starts the program there as a plain user, and removes it again.
#     sudo packaging/try_debs.sh SUITE DEB...
# SUITE is bookworm or trixie; the packages are those of `build.py pack`, the three or the whole one. Needs mmdebstrap.
set -euo pipefail
suite=$1
shift
root=${ROOT:-$(mktemp -d)} # ROOT: one that is there already
trap 'umount "$root/proc" 2>/dev/null || true; rm -rf "$root"' EXIT
say() { echo "— $*"; }

say "a bare $suite"
[ -n "${ROOT:-}" ] || mmdebstrap --quiet --variant=minbase --include=xvfb,xauth,ca-certificates "$suite" "$root"
mount -t proc proc "$root/proc"
mkdir -p "$root/debs"
for deb in "$@"; do ln -f "$deb" "$root/debs/" 2>/dev/null || cp -f "$deb" "$root/debs/"; done
inside() { chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }
as_person() { inside setpriv --reuid 1000 --regid 1000 --clear-groups env HOME=/home/person "$@"; }

say "install"
inside apt-get update -qq
inside sh -c 'apt-get install -y -qq --no-install-recommends /debs/*.deb' >/dev/null
inside useradd --uid 1000 --create-home person
before=$(inside sh -c 'find / -xdev -type f -not -path "/proc/*" -not -path "/home/*" -not -path "/tmp/*" -not -path "/var/*" | sort | md5sum')

say "self-test, as a plain user"
as_person nextword-workbench --self-test >"$root/debs/self-test.json"
grep -m3 -E '"(version|passed|seconds)"' "$root/debs/self-test.json"

for language in en zh-Hans; do
    say "the first picture on an X display, $language"
    as_person env NEXTWORD_STARTUP_REPORT=1 xvfb-run -a nextword-workbench --language "$language" window
done

say "the sample, as a plain user"
as_person nextword-workbench demo --project /home/person/sample >/dev/null
as_person nextword-workbench runs /home/person/sample

after=$(inside sh -c 'find / -xdev -type f -not -path "/proc/*" -not -path "/home/*" -not -path "/tmp/*" -not -path "/var/*" | sort | md5sum')
[ "$before" = "$after" ] || { echo "something was written outside of the person's home" >&2; exit 1; }

say "remove"
inside sh -c 'apt-get purge -y -qq "nextword-workbench*"' >/dev/null
left=$(inside sh -c 'find / -xdev -not -path "/proc/*" -not -path "/debs/*" -not -path "/home/*" -name "*nextword*"')
[ -z "$left" ] || { echo "left behind: $left" >&2; exit 1; }
as_person test -f /home/person/sample/project.sqlite
say "removed; the project is still there"
