package dev.sayso.app.desktop;

import java.awt.AWTError;
import java.io.CharConversionException;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/// A stack trace without a word that was spoken.
///
/// Messages of exceptions may quote what a program was working on, so only those are kept whose
/// kind speaks of files, devices or the program itself. The user's folder becomes `~`.
final class SafeTrace {

    private static final int MOST_FRAMES = 60;
    private static final int LONGEST_MESSAGE = 500;

    private final String home;
    private final StringBuilder text = new StringBuilder();
    private final Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private SafeTrace(String home) {
        this.home = home;
    }

    /// @param home the user's folder
    static String of(Throwable thrown, String home) {
        SafeTrace trace = new SafeTrace(home);
        trace.add("", thrown);
        return trace.text.toString();
    }

    private void add(String role, Throwable thrown) {
        if (!seen.add(thrown)) {
            return;
        }
        text.append(role).append(thrown.getClass().getName()).append(message(thrown)).append('\n');
        StackTraceElement[] frames = thrown.getStackTrace();
        for (int i = 0; i < Math.min(frames.length, MOST_FRAMES); i++) {
            text.append("    at ").append(frames[i]).append('\n');
        }
        if (frames.length > MOST_FRAMES) {
            text.append("    … ").append(frames.length - MOST_FRAMES).append(" more\n");
        }
        for (Throwable suppressed : thrown.getSuppressed()) {
            add("and ", suppressed);
        }
        if (thrown.getCause() != null) {
            add("because of ", thrown.getCause());
        }
    }

    private String message(Throwable thrown) {
        String message = thrown.getMessage();
        if (message == null || message.isBlank()) {
            return "";
        }
        if (!quotesNothing(thrown)) {
            return ": (message left out)";
        }
        String safe = home.length() > 1 ? message.replace(home, "~") : message;
        return ": "
                + (safe.length() <= LONGEST_MESSAGE
                        ? safe
                        : safe.substring(0, LONGEST_MESSAGE) + "…");
    }

    private static boolean quotesNothing(Throwable thrown) {
        return switch (thrown) {
            case CharConversionException _, InvalidPathException _ -> false;
            case IOException _, VirtualMachineError _, LinkageError _, AWTError _ -> true;
            case NullPointerException _, IndexOutOfBoundsException _ -> true;
            case ClassCastException _, UnsupportedOperationException _ -> true;
            default -> false;
        };
    }
}
