# Read by check.sh and check-rpm.sh: a bare Debian without Java, a screen, and a person who uses them.
# Wants root, and debootstrap, Xvfb, openbox, xdotool and imagemagick.
#
# The bare system is made once, in packaging/target/bare; BARE=FOLDER names another. Each check works
# in a copy of it, $root.
# shellcheck shell=bash

project=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
bare=${BARE:-$project/packaging/target/bare}
root=$project/packaging/target/checked
samples=$project/engine/starter-model/samples
person=小明
home=$root/home/$person
recording='Aufnahmen für morgen/Größe 🎤.wav'
said='this evening'
display=:97
number=${display#:}
sayso=sayso

say() { printf '\n== %s\n' "$*"; }
fail() { printf '%s: %s\n' "$(basename "$0")" "$*" >&2; exit 1; }
now() { date +%s%N; }
since() { printf '%s' "$((($(now) - $1) / 1000000))"; }

pids=()
finish() {
    as_person "'$sayso' quit" >/dev/null 2>&1 || true
    kill "${pids[@]}" 2>/dev/null || true
    umount "$root/proc" "$root/tmp/.X11-unix" 2>/dev/null || true
}

inside() { chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }
as_person() { inside su -s /bin/bash - "$person" -c "export LANG=C.UTF-8 DISPLAY=$display; cd; $1"; }
on_screen() { DISPLAY=$display "$@"; }
await() { # SECONDS COMMAND...
    local end=$(($(date +%s) + $1))
    shift
    until "$@" >/dev/null 2>&1; do
        [[ $(date +%s) -lt $end ]] || return 1
        sleep 0.2
    done
}

# A copy of the bare system, with what the package depends on, a person with recordings, a screen.
prepare() {
    if [[ ! -d $bare ]]; then
        say "a bare Debian"
        debootstrap --variant=minbase bookworm "$bare" >/dev/null
    fi
    trap finish EXIT
    rm -rf "$root"
    cp -a "$bare" "$root"
    mount -t proc proc "$root/proc"
    mkdir -p "$root/tmp/.X11-unix"
    Xvfb $display -screen 0 1280x800x24 >/dev/null 2>&1 & pids+=($!)
    await 5 test -S "/tmp/.X11-unix/X$number" || fail "no screen"
    mount --bind /tmp/.X11-unix "$root/tmp/.X11-unix"
    # keys go to the window that the window manager has given the focus
    on_screen openbox >/dev/null 2>&1 & pids+=($!)
    inside sh -c '! command -v java' || fail "the bare system has Java"
    local needed
    needed=$(sed -n 's/^Depends: //p' "$project/packaging/linux/control" | sed 's/|[^,]*//g; s/,/ /g')
    inside apt-get update -qq
    # before the package, so that afterwards it alone is removed
    # shellcheck disable=SC2086
    inside apt-get install -y -qq --no-install-recommends libglib2.0-bin man-db $needed >/dev/null 2>&1
    inside useradd --badname --create-home --shell /bin/bash "$person"
    mkdir -p "$home/${recording%/*}"
    cp "$samples/05-known-male-voice.wav" "$home/$recording"
    cp "$samples/04-known-female-voice.wav" "$home/zweite Aufnahme.wav"
    cp "$project/app/src/test/resources/dev/sayso/app/media"/speech.{mp3,m4a,ogg,flac,mp4} "$home"
    chown -R 1000:1000 "$home"
    as_person 'printf "%s in %s\n" "$(id -un)" "$HOME"'
    everything >"$root.before"
}
everything() { (cd "$root" && find . -xdev \( -path ./proc -o -path ./tmp -o -path ./var/cache -o -path ./var/log -o -path ./var/lib -o -path ./home -o -path ./etc \) -prune -o -print | sort); }
nothing_is_left() {
    everything >"$root.after"
    diff "$root.before" "$root.after" || fail "files stay behind"
    remembers "$said" || fail "uninstalling took the user's history"
}

transcribes() { # SETTING FILE TEXT
    local text
    text=$(as_person "$1; '$sayso' transcribe '$2' 2>/tmp/errors") || { cat "$root/tmp/errors" >&2; return 1; }
    printf '%s\n' "$text"
    [[ $text == *"$3"* ]]
}
says() { [[ $(as_person "'$sayso' status --json 2>/dev/null" || true) == *"$1"* ]]; }
is_shown() { on_screen xdotool search --onlyvisible --name '^Sayso$'; }
remembers() { cat "$home"/.local/share/sayso/history.db* | grep -aq "$1"; }
# Opens the window by a command, which must print nothing on standard output.
opens() { # SETTING COMMAND
    local begin
    begin=$(now)
    as_person "$1; $2" >"$root/tmp/said" 2>"$root/tmp/errors" & pids+=($!)
    await 120 is_shown || { cat "$root/tmp/errors" >&2; fail "no window is shown"; }
    printf 'window shown after %s ms\n' "$(since "$begin")"
    await 60 says '"running":true' || fail "the window does not answer"
}
ends() {
    as_person "'$sayso' quit 2>/dev/null" || fail "the window cannot be ended"
    await 30 says '"running":false' || fail "the window does not end"
    [[ ! -s $root/tmp/said ]] || { cat "$root/tmp/said" >&2; fail "something was printed"; }
}
# The window opens a file by its association, and with its AOT cache, if it brings one.
opens_by_association() {
    as_person 'gio mime audio/x-wav sayso.desktop >/dev/null 2>&1' || true
    opens 'export _JAVA_OPTIONS=-Xlog:class+load:file=/tmp/classes' \
        "gio launch /usr/share/applications/sayso.desktop '$recording'"
    await 60 remembers "$said" || fail "the file's text is not in the history"
    if [[ -e $root/usr/lib/sayso/lib/app/sayso-window.aot ]]; then
        grep -q ' dev.sayso.app.App source: shared objects file' "$root/tmp/classes" ||
            fail "the AOT cache is not used"
        printf 'of %s classes, %s came from the AOT cache\n' "$(wc -l <"$root/tmp/classes")" \
            "$(grep -c 'source: shared objects file' "$root/tmp/classes")"
    fi
}
