#!/bin/sh
# Installs Nextword Workbench for one person, without root: ./install.sh [--prefix FOLDER] (default: ~/.local).
# ./install.sh --remove [--prefix FOLDER] takes it away again; projects, settings and models stay where they are.
set -eu
prefix=$HOME/.local
remove=
while [ $# -gt 0 ]; do
    case $1 in
        --prefix) prefix=$2; shift 2 ;;
        --prefix=*) prefix=${1#--prefix=}; shift ;;
        --remove) remove=yes; shift ;;
        *) echo "usage: $0 [--remove] [--prefix FOLDER]" >&2; exit 2 ;;
    esac
done
name=nextword-workbench
application=io.github.nextword_workbench.NextwordWorkbench
here=$(dirname "$(readlink -f "$0")")
mkdir -p "$prefix"
prefix=$(readlink -f "$prefix")
place=$prefix/lib/$name

take_away() {
    rm -rf "$place"
    rm -f "$prefix/bin/$name" "$prefix/share/applications/$application.desktop" \
        "$prefix/share/metainfo/$application.metainfo.xml" "$prefix/share/mime/packages/$name.xml" \
        "$prefix/share/man/man1/$name.1.gz"
    for icon in "$prefix"/share/icons/hicolor/*/apps/"$application".*; do
        [ ! -e "$icon" ] || rm -f "$icon"
    done
}

tell_desktop() {
    command -v update-mime-database >/dev/null && update-mime-database "$prefix/share/mime" 2>/dev/null || true
    command -v update-desktop-database >/dev/null && update-desktop-database -q "$prefix/share/applications" || true
}

# What a portable copy keeps beside its launcher is the person's.
set_aside() { [ ! -d "$place/data" ] || mv "$place/data" "$prefix/lib/$name.data"; }
put_back() { [ ! -d "$prefix/lib/$name.data" ] || { mkdir -p "$place" && mv "$prefix/lib/$name.data" "$place/data"; }; }

if [ -n "$remove" ]; then
    set_aside
    take_away
    put_back
    tell_desktop
    echo "Removed. Projects, settings and models were left: see “Where are my files?” in the README."
    exit 0
fi
set_aside
take_away
mkdir -p "$prefix/lib" "$prefix/bin" "$prefix/share"
cp -R "$here/lib/$name" "$place"
put_back
cp -R "$here/share/." "$prefix/share/"
ln -sf "../lib/$name/$name" "$prefix/bin/$name"
# In a folder that is not searched for programs, the menu still finds it. A space in the path is quoted.
sed -i -e "s|^Exec=$name|Exec=\"$place/$name\"|" -e "s|^TryExec=.*|TryExec=$place/$name|" \
    "$prefix/share/applications/$application.desktop"
tell_desktop
echo "Installed. Start it from the menu, or with $prefix/bin/$name"
