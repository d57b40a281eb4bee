#!/usr/bin/env bash
# Installs the .deb on a bare Debian without Java, uses it as a person would, upgrades and removes it.
#
#   packaging/linux/check.sh packaging/target/sayso_VERSION_ARCH.deb
#
# What it needs stands in bare.sh. Prints what it measured; stops at what fails. A picture of the
# window is left in packaging/target/checked.png.
set -euo pipefail

deb=$(readlink -f "$1")
. "$(dirname "${BASH_SOURCE[0]}")/bare.sh"
prepare

say "install"
cp "$deb" "$root/tmp/sayso.deb"
printf 'installer: %s MB\n' "$(($(stat -c %s "$deb") / 1000000))"
inside dpkg -i /tmp/sayso.deb >/dev/null
printf 'installed: %s MB\n' "$(du -sm "$root/usr/lib/sayso" | cut -f1)"

say "the command line"
as_person 'sayso --version 2>/dev/null'
for which in first second; do
    begin=$(now)
    transcribes : "$recording" "$said" || fail "the transcript is not the sample's"
    printf '%s transcription: %s ms\n' "$which" "$(since "$begin")"
done
for kind in mp3 m4a ogg flac mp4; do
    transcribes : "speech.$kind" "six zero" || fail "$kind is not decoded"
done
for setting in 'unset LANG' 'export LC_ALL=POSIX' 'export LANG=de_DE.ISO-8859-1'; do
    transcribes "$setting" "$recording" "$said" || fail "no transcript after $setting"
    transcribes "$setting" speech.m4a "six zero" || fail "no decoder after $setting"
done
as_person 'man -P cat sayso >/dev/null' || fail "no manual page"

say "the window, and a file by its association"
opens_by_association
on_screen import -window root "$project/packaging/target/checked.png"

say "starting with the session, as the settings say"
entry=$home/.config/autostart/sayso.desktop
on_screen xdotool search --onlyvisible --name '^Sayso$' windowactivate --sync
# the settings, and there, after the list of sections, the first one
on_screen xdotool key --clearmodifiers ctrl+5
sleep 1
on_screen xdotool key --clearmodifiers Tab Tab space
await 20 test -s "$entry" || fail "the setting has no effect"
on_screen xdotool key space
await 20 test ! -e "$entry" || fail "the setting cannot be taken back"
on_screen xdotool key space
await 20 test -s "$entry" || fail "the setting has no effect the second time"
grep -E '^(Try)?Exec=' "$entry"
grep -qx 'TryExec=/usr/bin/sayso-window' "$entry" || fail "it starts something else"
ends
opens : "gio launch '/home/$person/.config/autostart/sayso.desktop'"
ends

say "the window without a locale, with a cache that cannot be written"
as_person 'rm -rf .cache && mkdir .cache && chmod 500 .cache'
transcribes : "$recording" "$said" || fail "no transcript without a cache"
transcribes : speech.mp3 "six zero" || fail "no decoder without a cache"
opens 'unset LANG' "gio launch /usr/share/applications/sayso.desktop 'zweite Aufnahme.wav' speech.mp4"
await 60 remembers "ten thirty" || fail "the file's text is not in the history"
await 60 remembers "six zero" || fail "the video's text is not in the history"
ends
as_person 'chmod 700 .cache'

say "upgrade"
next=$project/packaging/target/next
rm -rf "$next"
dpkg-deb -R "$deb" "$next"
sed -i 's/^Version: .*/&.1/' "$next/DEBIAN/control"
dpkg-deb --root-owner-group -Zgzip -z1 -b "$next" "$root/tmp/next.deb" >/dev/null
rm -rf "$next"
inside dpkg -i /tmp/next.deb >/dev/null
rm "$root/tmp/next.deb"
remembers "$said" || fail "the upgrade took the history"
transcribes : "$recording" "$said" || fail "no transcript after the upgrade"

say "uninstall"
folder="Programme für 小明/sayso 1"
mkdir "$home/${folder%/*}"
cp -a "$root/usr/lib/sayso" "$home/$folder"
inside dpkg --purge sayso >/dev/null
nothing_is_left

say "a copy of its folder, which needs no installing"
sayso=./$folder/bin/sayso
transcribes : "$recording" "$said" || fail "no transcript"
transcribes : speech.ogg "six zero" || fail "no decoder"
opens : "'./$folder/bin/sayso-window' '$recording'"
ends

say "all well"
