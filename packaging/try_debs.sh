#!/usr/bin/env bash
# Installs the packages in a bare Debian as apt does from an archive, starts the program there as a plain user, updates the
# program alone, and removes it again.
#     sudo packaging/try_debs.sh SUITE DEB...
# SUITE is bookworm or trixie; the packages are those of `build.py pack`, the three or the whole one. Needs mmdebstrap.
# BASE may be an archive of a bare system that mmdebstrap has made; PICTURES a folder for what the screen shows.
set -euo pipefail
suite=$1
shift
root=$(mktemp -d)
end() {
    [ -z "${PICTURES:-}" ] || { mkdir -p "$PICTURES" && cp "$root"/pictures/* "$PICTURES/"; } || true
    umount "$root/proc" 2>/dev/null || true
    rm -rf "$root"
}
trap end EXIT
say() { echo "— $*"; }
fail() { echo "wrong: $*" >&2; exit 1; }

say "a bare $suite"
if [ -n "${BASE:-}" ]; then
    tar -xf "$BASE" -C "$root"
else
    mmdebstrap --quiet --variant=minbase --include=xvfb,xauth,ca-certificates,x11-apps,imagemagick "$suite" "$root"
fi
mount -t proc proc "$root/proc"
mkdir -p "$root/repo" "$root/pictures"
chmod 777 "$root/pictures"
inside() { chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }
as_person() { inside setpriv --reuid 1000 --regid 1000 --clear-groups env HOME=/home/person "$@"; }
# All files outside of homes: what the program writes elsewhere shows.
files() {
    inside sh -c 'find / -xdev -type f -not -path "/proc/*" -not -path "/home/*" -not -path "/tmp/*" -not -path "/var/*" \
        -not -path "/pictures/*" | sort'
}
# An archive as apt reads it, of the packages that lie in /repo.
publish() {
    for deb in "$root"/repo/*.deb; do
        dpkg-deb -f "$deb"
        echo "Filename: ./${deb##*/}"
        echo "Size: $(stat -c %s "$deb")"
        echo "SHA256: $(sha256sum "$deb" | cut -d' ' -f1)"
        echo
    done >"$root/repo/Packages"
    echo "deb [trusted=yes] file:/repo ./" >"$root/etc/apt/sources.list.d/repo.list"
    inside apt-get update -qq
}

say "install"
for deb in "$@"; do ln -f "$deb" "$root/repo/" 2>/dev/null || cp -f "$deb" "$root/repo/"; done
publish
package=nextword-workbench
[ -e "$(echo "$root"/repo/nextword-workbench-complete_*)" ] && package=nextword-workbench-complete
inside apt-get install -y -qq --no-install-recommends "$package" >/dev/null 2>&1 || fail "it could not be installed"
inside useradd --uid 1000 --create-home person
before=$(files)

say "self-test, as a plain user"
as_person nextword-workbench --self-test >"$root/pictures/self-test.json"
grep -m3 -E '"(version|passed|seconds)"' "$root/pictures/self-test.json"

for language in en zh-Hans; do
    say "the first picture on an X display, $language"
    as_person env NEXTWORD_STARTUP_REPORT=1 xvfb-run -a nextword-workbench --language "$language" window
    as_person env LANGUAGE="$language" xvfb-run -a -s '-screen 0 1280x800x24' sh -c '
        nextword-workbench --language "$LANGUAGE" window & program=$!
        sleep 12
        import -window root "/pictures/window-$LANGUAGE.png"
        kill $program'
done

say "the sample, as a plain user"
as_person nextword-workbench demo --project /home/person/sample >/dev/null
as_person nextword-workbench runs /home/person/sample
[ "$before" = "$(files)" ] || fail "something was written outside of the person's home"

say "an update of the program"
old=$(ls "$root"/repo/"$package"_*.deb)
work=$(mktemp -d)
dpkg-deb -R "$old" "$work"
sed -i 's/^Version: .*/&+next/' "$work/DEBIAN/control"
dpkg-deb --root-owner-group -Zzstd -z3 -b "$work" "$root/repo/${package}_next.deb" >/dev/null
rm -rf "$work"
publish
fetched=$(inside apt-get -qq --print-uris upgrade | grep "^'")
echo "$fetched" | awk '{ print "  " $2, $3 }'
[ "$(echo "$fetched" | grep -c nextword)" = 1 ] || fail "more than the program would be fetched"
inside apt-get upgrade -y -qq >/dev/null 2>&1
inside dpkg-query -W "$package" | grep -q '+next' || fail "it was not updated"
as_person nextword-workbench runs /home/person/sample >/dev/null

say "remove"
inside sh -c 'apt-get purge -y -qq "nextword-workbench*"' >/dev/null 2>&1
left=$(inside sh -c 'find / -xdev -not -path "/proc/*" -not -path "/repo/*" -not -path "/home/*" -not -path "/tmp/*" -name "*nextword*"')
[ -z "$left" ] || fail "left behind: $left"
as_person test -f /home/person/sample/project.sqlite
say "removed; the project is still there"
