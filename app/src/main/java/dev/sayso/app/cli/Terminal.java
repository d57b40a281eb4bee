package dev.sayso.app.cli;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// The three standard streams, and which of them a person looks at.
///
/// @param in standard input, unbuffered
/// @param out standard output
/// @param err standard error
/// @param charset of standard output
/// @param outShown whether standard output is a terminal
/// @param errShown whether standard error is a terminal
/// @param ansi whether a terminal knows escape sequences
public record Terminal(
        InputStream in,
        OutputStream out,
        PrintStream err,
        Charset charset,
        boolean outShown,
        boolean errShown,
        boolean ansi) {

    /// The streams of this process. Text is UTF-8 whatever the locale says, since it goes into
    /// files and pipes; except on a Windows console, which has an encoding of its own.
    ///
    /// @param windows whether this is Windows
    /// @param environment what the terminal says about itself
    public static Terminal ofProcess(boolean windows, Map<String, String> environment) {
        boolean out = isShown(1);
        boolean err = isShown(2);
        Charset outCharset = windows && out ? System.out.charset() : StandardCharsets.UTF_8;
        Charset errCharset = windows && err ? System.err.charset() : StandardCharsets.UTF_8;
        return new Terminal(
                new FileInputStream(FileDescriptor.in),
                new FileOutputStream(FileDescriptor.out),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, errCharset),
                outCharset,
                out,
                err,
                ansi(windows, environment));
    }

    /// Windows' old console shows escape sequences as rubbish unless asked, its new terminal and
    /// everybody else's do what they say.
    private static boolean ansi(boolean windows, Map<String, String> environment) {
        return windows
                ? environment.containsKey("WT_SESSION")
                : !environment.getOrDefault("TERM", "dumb").equals("dumb");
    }

    /// Java only knows whether input and output both are a terminal. Linux can tell each from the
    /// other.
    private static boolean isShown(int stream) {
        Path link = Path.of("/proc/self/fd/" + stream);
        if (Files.isSymbolicLink(link)) {
            try {
                String device = Files.readSymbolicLink(link).toString();
                return device.startsWith("/dev/pts/")
                        || device.startsWith("/dev/tty")
                        || device.equals("/dev/console");
            } catch (IOException e) {
                return false;
            }
        }
        return Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    }
}
