#!/usr/bin/env bash
# Installs the .deb on a bare Debian without Java, uses it as a person would, upgrades and removes it.
#
#   packaging/linux/check.sh packaging/target/sayso_VERSION_ARCH.deb
#
# Run as root, with debootstrap, Xvfb, xdotool and imagemagick. The bare system is made once, in
# packaging/target/bare; BARE=FOLDER names another. Prints what it measured; stops at what fails.
set -euo pipefail

deb=$(readlink -f "$1")
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
project=$(cd "$here/../.." && pwd)
bare=${BARE:-$project/packaging/target/bare}
root=$project/packaging/target/checked
samples=$project/engine/starter-model/samples
person=小明
display=:97

say() { printf '\n== %s\n' "$*"; }
fail() { printf 'check: %s\n' "$*" >&2; exit 1; }

if [[ ! -d $bare ]]; then
    say "a bare Debian"
    debootstrap --variant=minbase bookworm "$bare" >/dev/null
fi

pids=()
finish() {
    kill "${pids[@]}" 2>/dev/null || true
    umount "$root/proc" "$root/tmp/.X11-unix" 2>/dev/null || true
}
trap finish EXIT

rm -rf "$root"
cp -a "$bare" "$root"
mount -t proc proc "$root/proc"
mkdir -p "$root/tmp/.X11-unix"
Xvfb $display -screen 0 1280x800x24 >/dev/null 2>&1 & pids+=($!)
for _ in $(seq 50); do [[ -S /tmp/.X11-unix/X${display#:} ]] && break; sleep 0.1; done
mount --bind /tmp/.X11-unix "$root/tmp/.X11-unix"

inside() { chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }
as_person() { inside su -s /bin/bash - user -c "export LANG=C.UTF-8 DISPLAY=$display; cd; $1"; }

say "before"
inside sh -c '! command -v java' || fail "the bare system has Java"
inside apt-get update -qq
inside useradd --create-home --home-dir "/home/$person" --shell /bin/bash user
everything() { (cd "$root" && find . -xdev \( -path ./proc -o -path ./tmp -o -path ./var/cache -o -path ./var/log -o -path ./var/lib -o -path ./home -o -path ./etc \) -prune -o -print | sort); }

say "install"
cp "$deb" "$root/tmp/sayso.deb"
printf 'installer: %s MB\n' "$(($(stat -c %s "$deb") / 1000000))"
# what it depends on first, so that afterwards the package alone is removed
inside apt-get install -y -qq libglib2.0-bin man-db >/dev/null 2>&1
needed=$(dpkg-deb -f "$deb" Depends | sed 's/|[^,]*//g; s/,/ /g; s/([^)]*)//g')
# shellcheck disable=SC2086
inside apt-get install -y -qq --no-install-recommends $needed >/dev/null 2>&1
everything >"$root.before"
inside dpkg -i /tmp/sayso.deb >/dev/null
printf 'installed: %s MB\n' "$(du -sm "$root/usr/lib/sayso" | cut -f1)"

say "the command line, as a person whose name is not ASCII"
mkdir -p "$root/home/$person/Aufnahmen für morgen"
cp "$samples/05-known-male-voice.wav" "$root/home/$person/Aufnahmen für morgen/Größe 🎤.wav"
chown -R 1000:1000 "$root/home/$person"
as_person 'sayso --version 2>/dev/null'
start=$(date +%s%N)
text=$(as_person 'sayso transcribe "Aufnahmen für morgen/Größe 🎤.wav" 2>/dev/null')
printf 'first transcription: %s ms\n%s\n' "$((($(date +%s%N) - start) / 1000000))" "$text"
[[ $text == *"this evening"* ]] || fail "the transcript is not the sample's"
cp "$project/app/src/test/resources/dev/sayso/app/media"/speech.{mp3,m4a,ogg,flac,mp4} "$root/home/$person"
for kind in mp3 m4a ogg flac mp4; do
    text=$(as_person "sayso transcribe speech.$kind 2>/dev/null")
    printf '%s: %s\n' "$kind" "$text"
    [[ $text == *"six zero"* ]] || fail "$kind is not decoded"
done
text=$(as_person 'unset LANG; sayso transcribe "Aufnahmen für morgen/Größe 🎤.wav" 2>/dev/null')
[[ $text == *"this evening"* ]] || fail "no transcript in the C locale"
as_person 'man -P cat sayso >/dev/null' || fail "no manual page"

say "a cache that cannot be written"
as_person 'rm -rf .cache && mkdir .cache && chmod 500 .cache'
text=$(as_person 'sayso transcribe "Aufnahmen für morgen/Größe 🎤.wav" 2>/dev/null')
[[ $text == *"this evening"* ]] || fail "no transcript without a cache"
as_person 'sayso transcribe speech.mp3' 2>&1 | tail -n 2 || true
as_person 'chmod 700 .cache'

say "the window, and a file by its association"
as_person 'gio mime audio/x-wav sayso.desktop >/dev/null 2>&1' || true
as_person 'gio launch /usr/share/applications/sayso.desktop "Aufnahmen für morgen/Größe 🎤.wav"' >/dev/null 2>&1 &
pids+=($!)
state=
for _ in $(seq 120); do
    state=$(as_person 'sayso status --json 2>/dev/null' || true)
    [[ $state == *'"running":true'* ]] && DISPLAY=$display xdotool search --name Sayso >/dev/null 2>&1 && break
    sleep 0.5
done
[[ $state == *'"running":true'* ]] || fail "the window does not answer"
printf '%s\n' "$state"
history=
for _ in $(seq 60); do
    history=$(find "$root/home/$person" -name history.db | head -1)
    [[ -n $history ]] && grep -aq "this evening" "$(dirname "$history")"/history.db* && break
    sleep 0.5
done
grep -aq "this evening" "$(dirname "$history")"/history.db* || fail "the file's text is not in the history"
DISPLAY=$display import -window root "$project/packaging/target/checked.png"
as_person 'sayso quit 2>/dev/null' || fail "the window cannot be ended"
for _ in $(seq 40); do [[ $(as_person 'sayso status --json 2>/dev/null' || true) == *'"running":false'* ]] && break; sleep 0.5; done

say "upgrade"
next=$project/packaging/target/next
rm -rf "$next"
dpkg-deb -R "$deb" "$next"
sed -i 's/^Version: .*/&.1/' "$next/DEBIAN/control"
DEB_BUILD_COMPRESSOR=gzip dpkg-deb --root-owner-group -Zgzip -b "$next" "$root/tmp/next.deb" >/dev/null
inside dpkg -i /tmp/next.deb >/dev/null
rm "$root/tmp/next.deb"
[[ -f $history ]] || fail "the upgrade took the history"
text=$(as_person 'sayso transcribe "Aufnahmen für morgen/Größe 🎤.wav" 2>/dev/null')
[[ $text == *"this evening"* ]] || fail "no transcript after the upgrade"

say "uninstall"
inside dpkg --purge sayso >/dev/null
everything >"$root.after"
diff "$root.before" "$root.after" || fail "files stay behind"
[[ -f $history ]] || fail "uninstalling took the user's history"

say "all well"
