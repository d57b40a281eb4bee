#!/usr/bin/env bash
# Looks into the .rpm and runs what it holds, unpacked into a folder; nothing is installed.
#
#   packaging/linux/check-rpm.sh packaging/target/sayso-VERSION-1.ARCH.rpm
#
# Needs rpm, rpm2cpio and cpio.
set -euo pipefail

rpm=$(readlink -f "$1")
project=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
fail() { printf 'check-rpm: %s\n' "$*" >&2; exit 1; }

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
printf 'installer: %s MB\n' "$(($(stat -c %s "$rpm") / 1000000))"
rpm -qp --requires "$rpm" | grep -q '^gtk3$' || fail "does not require GTK"
rpm -qlp "$rpm" >"$folder/list"
for file in bin/sayso bin/sayso-window lib/sayso/bin/sayso lib/sayso/bin/sayso-window \
    share/applications/sayso.desktop share/man/man1/sayso.1.gz share/doc/sayso/copyright \
    share/metainfo/dev.sayso.Sayso.metainfo.xml share/icons/hicolor/scalable/apps/sayso.svg; do
    grep -qx "/usr/$file" "$folder/list" || fail "lacks /usr/$file"
done
[[ -z $(rpm -qp --scripts "$rpm") ]] || fail "brings scripts"

mkdir "$folder/root" "$folder/home"
(cd "$folder/root" && rpm2cpio "$rpm" | cpio -id --quiet)
text=$(env -i HOME="$folder/home" PATH=/usr/bin:/bin LANG=C.UTF-8 "$folder/root/usr/lib/sayso/bin/sayso" \
    transcribe "$project/engine/starter-model/samples/05-known-male-voice.wav" 2>/dev/null)
printf '%s\n' "$text"
[[ $text == *"this evening"* ]] || fail "the transcript is not the sample's"
printf 'all well\n'
