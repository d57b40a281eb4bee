#!/bin/bash
# Tries hotkey, insertion, tray and crash dialog for real, on a screen of its own with other
# people's programs (RealDesktopTest). Pictures of it are left in app/target/screenshots.
#
# Debian: apt-get install xvfb xauth xdotool openbox xterm mousepad trayer x11-apps xclip \
#         imagemagick dbus-x11 libxtst6
set -euo pipefail

project=$(CDPATH= cd -- "$(dirname -- "$0")/../../../.." && pwd -P)
for tool in Xvfb xdotool openbox xterm mousepad trayer xclock xclip import dbus-run-session; do
    command -v "$tool" >/dev/null || {
        echo "desktop-check: $tool is missing; see the top of this script" >&2
        exit 1
    }
done

number=90
while [ -e "/tmp/.X11-unix/X$number" ]; do
    number=$((number + 1))
done
Xvfb ":$number" -screen 0 1000x700x24 >/dev/null 2>&1 &
server=$!
manager=
trap 'kill $manager $server 2>/dev/null || true; wait 2>/dev/null || true' EXIT
export DISPLAY=":$number" SAYSO_DESKTOP_CHECK=1 LC_ALL=C.UTF-8
unset WAYLAND_DISPLAY XDG_SESSION_TYPE
for _ in $(seq 50); do
    [ -e "/tmp/.X11-unix/X$number" ] && break
    sleep 0.1
done
openbox >/dev/null 2>&1 &
manager=$!
sleep 1

cd "$project"
dbus-run-session -- ./mvnw -B test -pl app -Dtest=RealDesktopTest "$@"
