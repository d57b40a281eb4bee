#!/usr/bin/env bash
# Runs a command on a machine without a sound card and without a screen, as if it had both:
#
#     app/src/test/scripts/virtual-microphone.sh COMMAND...
#
# Inside it, `paplay FILE.wav` speaks into the microphone (the sound server's default source), and
# DISPLAY is a screen of 1280 x 800 when there was none and Xvfb is installed.
#
# For instance the test that dictates into it, which is skipped elsewhere:
#
#     app/src/test/scripts/virtual-microphone.sh ./mvnw test -pl app -Dtest=VirtualMicrophoneTest
#
# Needs pulseaudio, pulseaudio-utils and libasound2-plugins (Debian's names), and xvfb for the
# screen. All that is started here ends with the command; its exit code is this script's.
set -euo pipefail
[ $# -gt 0 ] || { sed -n '2,16s/^# \{0,1\}//p' "$0" >&2; exit 2; }
for tool in pulseaudio pactl pacat; do
    command -v "$tool" > /dev/null || { echo "$tool is not installed" >&2; exit 2; }
done

folder=$(mktemp -d)
chmod 700 "$folder"
# for tests that need all this
export SAYSO_VIRTUAL_MICROPHONE=speech
export XDG_RUNTIME_DIR=$folder PULSE_RUNTIME_PATH=$folder/pulse PULSE_STATE_PATH=$folder/state
started=()
finish() {
    for process in "${started[@]}"; do
        kill "$process" 2> /dev/null || true
    done
    wait 2> /dev/null || true
    rm -rf "$folder"
}
trap finish EXIT
# so that a command that is stopped stops all of it
trap 'exit 130' INT
trap 'exit 143' TERM

cat > "$folder/microphone.pa" << 'PULSE'
load-module module-native-protocol-unix auth-cookie-enabled=0
load-module module-null-sink sink_name=speech rate=48000 channels=2 sink_properties=device.description=Speech
set-default-sink speech
set-default-source speech.monitor
PULSE
pulseaudio -n -F "$folder/microphone.pa" --daemonize=no --exit-idle-time=-1 --use-pid-file=no \
    --log-target=file:"$folder/pulse.log" 2> /dev/null &
started+=($!)
for _ in $(seq 100); do
    pactl info > /dev/null 2>&1 && break
    sleep 0.1
done
pactl info > /dev/null 2>&1 || { echo "the sound server did not start" >&2; cat "$folder/pulse.log" >&2; exit 2; }

# silence that never ends keeps the sink awake: otherwise its first block comes seconds late
pacat --playback --raw --rate=48000 --channels=2 --format=s16le --latency-msec=20 < /dev/zero &
started+=($!)
sleep 2.5

if [ -z "${DISPLAY:-}" ] && command -v Xvfb > /dev/null; then
    Xvfb -displayfd 3 -screen 0 1280x800x24 -nolisten tcp 3> "$folder/display" 2> /dev/null &
    started+=($!)
    for _ in $(seq 100); do
        [ -s "$folder/display" ] && break
        sleep 0.1
    done
    DISPLAY=:$(cat "$folder/display")
    export DISPLAY
fi

code=0
"$@" || code=$?
exit "$code"
