# What a launcher sees to before the JVM starts. Read with "." by the launcher of a source tree, and
# by the one that packages put into /usr/bin. Plain POSIX sh.

# a stream that is closed would be the next file the JVM opens: its own files read as sound, or
# written over; reading then finds nothing, and writing fails
(: 9<&0) 2>/dev/null || exec </dev/null
(: 9>&1) 2>/dev/null || exec 1</dev/null
(: 9>&2) || exec 2>/dev/null

# in the C locale, and in one that is not installed, the JVM cannot name a file with non-ASCII
# letters; this keeps the language. Of a locale that is not installed, complaints tell: there the
# JVM would take none of the others either
case $(locale charmap 2>/dev/null || echo ANSI) in
    ANSI* | US-ASCII | 646)
        if [ -n "${LC_ALL:-}" ] || [ -n "$(locale charmap 2>&1 >/dev/null)" ]; then
            LC_ALL=C.UTF-8
            export LC_ALL
        else
            LC_CTYPE=C.UTF-8
            export LC_CTYPE
        fi
        ;;
esac
