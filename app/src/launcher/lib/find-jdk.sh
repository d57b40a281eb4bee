# Finds a JDK 25 or newer. Read with "." by mvnw, sayso and the launcher, so the search is written
# once. Plain POSIX sh; defines functions, does nothing by itself.
#
#   sayso_find_jdk   prints the home of a fitting JDK; fails without output when there is none
#   sayso_no_jdk     says on standard error where to get one
#
# Looked at in this order: JAVA_HOME, the java on the PATH, and then, taking the newest, the places
# where systems and tools put JDKs.

sayso_wanted_java=25

# prints the feature number (25 for 25.0.3) of the Java in folder $1; fails if there is none
sayso_java_feature() {
    [ -x "$1/bin/java" ] || return 1
    sayso_version=
    if [ -r "$1/release" ]; then
        # JAVA_VERSION="25.0.3"
        sayso_version=$(sed -n 's/^JAVA_VERSION="\{0,1\}\([0-9][0-9.]*\).*/\1/p' "$1/release" | head -n 1)
    fi
    if [ -z "$sayso_version" ]; then
        # openjdk version "25.0.3" 2026-04-21
        sayso_version=$("$1/bin/java" -version 2>&1 |
            sed -n 's/^[a-z]* version "\([0-9][0-9.]*\).*/\1/p' | head -n 1)
    fi
    [ -n "$sayso_version" ] || return 1
    # "1.8.0" is 1 here: too old either way
    printf '%s\n' "${sayso_version%%.*}"
}

# true if folder $1 is the home of a fitting JDK: one with a compiler, and its own modules beside it
# (the stubs in /usr/bin on macOS have none)
sayso_jdk_fits() {
    [ -n "$1" ] && [ -x "$1/bin/javac" ] && [ -f "$1/lib/modules" ] || return 1
    sayso_feature=$(sayso_java_feature "$1") || return 1
    [ "$sayso_feature" -ge "$sayso_wanted_java" ]
}

# prints the home that the java on the PATH belongs to
sayso_java_on_path() {
    sayso_java=$(command -v java) || return 1
    # /usr/bin/java is a chain of links on Debian and Fedora
    while [ -L "$sayso_java" ]; do
        sayso_link=$(readlink "$sayso_java") || return 1
        case $sayso_link in
            /*) sayso_java=$sayso_link ;;
            *) sayso_java=$(dirname -- "$sayso_java")/$sayso_link ;;
        esac
    done
    (CDPATH= cd -- "$(dirname -- "$sayso_java")/.." 2>/dev/null && pwd -P)
}

sayso_find_jdk() {
    if [ -n "${JAVA_HOME:-}" ] && sayso_jdk_fits "$JAVA_HOME"; then
        printf '%s\n' "$JAVA_HOME"
        return 0
    fi
    if sayso_home=$(sayso_java_on_path) && sayso_jdk_fits "$sayso_home"; then
        printf '%s\n' "$sayso_home"
        return 0
    fi
    sayso_best=
    sayso_best_feature=0
    for sayso_home in \
        /usr/lib/jvm/* /usr/lib64/jvm/* /usr/java/* /opt/*jdk* /opt/java/* /usr/local/*jdk* \
        "${HOME:-/nonexistent}"/.sdkman/candidates/java/* "${HOME:-/nonexistent}"/.jdks/* \
        "$(/usr/libexec/java_home -v "$sayso_wanted_java" 2>/dev/null || :)" \
        /Library/Java/JavaVirtualMachines/*/Contents/Home \
        "${HOME:-/nonexistent}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
        /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
        /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
        if sayso_jdk_fits "$sayso_home" && [ "$sayso_feature" -gt "$sayso_best_feature" ]; then
            sayso_best=$sayso_home
            sayso_best_feature=$sayso_feature
        fi
    done
    [ -n "$sayso_best" ] || return 1
    printf '%s\n' "$sayso_best"
}

sayso_no_jdk() {
    cat >&2 <<SAYSO_END
Sayso needs a JDK $sayso_wanted_java or newer and found none.
Get one from https://adoptium.net/temurin/releases/?version=$sayso_wanted_java
and unpack it under /usr/lib/jvm, /opt or ~/.jdks, or set JAVA_HOME to its folder.
SAYSO_END
}
