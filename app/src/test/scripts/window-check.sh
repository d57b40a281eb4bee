#!/usr/bin/env bash
# Uses the packaged window for real: a screen with a window manager, a microphone into which a
# recording is played, and the starter model. Says what it found and measured; pictures of each
# stage are left in app/target/screenshots/real-*.png, for someone to look at.
#
#     ./mvnw -q package -DskipTests && app/src/test/scripts/window-check.sh
#     SAYSO=packaging/target/image/sayso/bin/sayso app/src/test/scripts/window-check.sh
#
# Debian: apt-get install xvfb openbox xdotool xclip imagemagick pulseaudio pulseaudio-utils \
#         libasound2-plugins
set -euo pipefail

project=$(CDPATH= cd -- "$(dirname -- "$0")/../../../.." && pwd -P)
sayso=$(readlink -f "${SAYSO:-$project/app/target/sayso/bin/sayso}")
if [ "${1:-}" != inside ]; then
    for tool in Xvfb openbox xdotool xclip import pulseaudio paplay; do
        command -v "$tool" > /dev/null || { echo "window-check: $tool is missing" >&2; exit 2; }
    done
    [ -x "$sayso" ] || { echo "window-check: no package" >&2; exit 2; }
    # a display of its own, whatever the caller has
    exec env -u DISPLAY -u WAYLAND_DISPLAY -u XDG_SESSION_TYPE \
        "$project/app/src/test/scripts/virtual-microphone.sh" "$0" inside
fi

samples=$project/engine/starter-model/samples
pictures=$project/app/target/screenshots
mkdir -p "$pictures"
work=$(mktemp -d)
exec 2> >(grep -v 'incubator modules' >&2 || true)
export SAYSO_HOME=$work/home LC_ALL=C.UTF-8 LANG=C.UTF-8
started=()
window=
finish() {
    for process in "${started[@]}" $window; do
        kill "$process" 2> /dev/null || true
    done
    # by name: the filter of standard error ends only after this shell
    wait "${started[@]}" $window 2> /dev/null || true
    rm -rf "$work"
}
trap finish EXIT

failed=0
check() { # WHAT COMMAND...
    local what=$1
    shift
    if "$@" > /dev/null 2>&1; then echo "ok      $what"; else echo "FAILED  $what"; failed=1; fi
}
picture() { import -window root "$pictures/real-$1.png"; }
now() { date +%s%N; }
state() { "$sayso" status --json 2> /dev/null || true; }
await() { # SECONDS TEXT-IN-STATUS
    local end=$(($(date +%s) + $1))
    until state | grep -q "$2"; do
        [ "$(date +%s)" -lt "$end" ] || return 1
        sleep 0.2
    done
}
# the window's process: the launcher replaces itself by Java, or starts it
java_of() { pgrep -P "$1" 'java|sayso' || echo "$1"; }
rss() { awk '/^VmRSS/ { printf "%.0f MB", $2 / 1024 }' "/proc/$(java_of "$window")/status"; }
ticks() { awk '{ print $14 + $15 }' "/proc/$(java_of "$window")/stat"; }
cpu() { # SECONDS
    local before after
    before=$(ticks)
    sleep "$1"
    after=$(ticks)
    awk -v t=$((after - before)) -v s="$1" -v hz="$(getconf CLK_TCK)" \
        'BEGIN { printf "%.1f %% of a core", 100 * t / hz / s }'
}
visible() { xdotool search --onlyvisible --name '^Sayso$' > /dev/null 2>&1; }
open_window() { # measures from the process's start to a window that says it is ready
    local begin
    begin=$(now)
    "$sayso" open > "$work/window.log" 2>&1 &
    window=$!
    until visible; do
        kill -0 "$window" 2> /dev/null || { cat "$work/window.log"; echo "FAILED  it ends at once"; exit 1; }
        sleep 0.02
    done
    shown=$((($(now) - begin) / 1000000))
    until "$sayso" status > /dev/null 2>&1; do sleep 0.02; done
    ready=$((($(now) - begin) / 1000000))
}
close_window() {
    xdotool key --clearmodifiers ctrl+q
    for _ in $(seq 100); do
        kill -0 "$window" 2> /dev/null || { window=; return 0; }
        sleep 0.1
    done
    return 1
}

openbox > /dev/null 2>&1 &
started+=($!)
sleep 1

echo "== start"
open_window
echo "window shown after $shown ms, first answer to \`sayso status\` after $ready ms (cold)"
sleep 4
picture 1-idle
begin=$(now)
state > /dev/null
echo "of which a \`sayso status\` itself takes $((($(now) - begin) / 1000000)) ms"
echo "memory, no model loaded: $(rss)"
echo "processor while idle: $(cpu 10)"

echo "== dictation"
xdotool search --onlyvisible --name '^Sayso$' windowactivate --sync
xdotool key --clearmodifiers ctrl+r
check "Ctrl+R begins to listen" await 10 '"state":"listening"'
paplay "$samples/05-known-male-voice.wav" &
speaker=$!
started+=("$speaker")
sleep 4
picture 2-listening-4s
sleep 3
picture 2-listening-7s
wait "$speaker"
sleep 1
"$sayso" toggle
check "sayso toggle ends it" await 20 '"state":"done"\|"state":"idle"'
sleep 1
picture 3-done
check "the text is in the history" sh -c \
    "cat '$SAYSO_HOME'/history.db* | grep -aq 'The class starts this evening'"
echo "memory, starter model loaded: $(rss)"
"$sayso" status

echo "== processor while recording"
"$sayso" toggle
await 10 '"state":"listening"'
paplay "$samples/08-long-with-pauses.wav" &
speaker=$!
started+=("$speaker")
sleep 2
echo "speech, with recognition: $(cpu 10)"
kill "$speaker" 2> /dev/null || true
sleep 4
echo "silence, waveform only: $(cpu 10)"
"$sayso" toggle
check "the long dictation is done" await 30 '"state":"done"'
picture 4-long

echo "== files"
printf 'no sound' > "$work/broken.mp3"
"$sayso" open "$samples/01-unseen-female-voice.wav" "$work/broken.mp3" \
    "$samples/02-unseen-female-voice-two-sentences.wav"
sleep 1
check "files are done" await 60 '"files_waiting":0'
sleep 1
picture 5-files

echo "== a killed recording"
"$sayso" toggle
await 10 '"state":"listening"'
paplay "$samples/05-known-male-voice.wav" || true
sleep 1
kill -KILL "$(java_of "$window")"
wait "$window" 2> /dev/null || true
check "its sound is on the disk" sh -c "ls '$SAYSO_HOME'/recordings/*.unfinished.wav"
open_window
echo "window shown after $shown ms, first answer after $ready ms (warm)"
sleep 3
picture 6-recovery
# the first button of the offer: from the record button backwards would depend on the layout
xdotool search --onlyvisible --name '^Sayso$' windowactivate --sync
xdotool key --clearmodifiers alt+w
check "the offer writes it down" await 30 '"state":"done"'
sleep 1
picture 7-recovered
check "no recording is left over" sh -c "! ls '$SAYSO_HOME'/recordings/*.unfinished.wav"

echo "== end"
"$sayso" status
xdotool key --clearmodifiers ctrl+3
sleep 1
picture 8-history
check "Ctrl+Q ends the window" close_window
# the JVM itself says that it uses the vector module
grep -v 'incubator modules' "$work/window.log" > "$work/errors.log" || true
check "nothing was written to standard error" test ! -s "$work/errors.log"
sed 's/^/    /' "$work/errors.log"
exit "$failed"
