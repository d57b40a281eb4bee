package dev.sayso.app.desktop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.logging.FileHandler;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;

/// What the program says about itself, in a few small files: the newest is `sayso-0.log`.
///
/// Whoever writes into it must not write what was spoken; of exceptions only so much is kept as
/// cannot contain it.
public final class CrashLog implements AutoCloseable {

    private static final int MOST_BYTES = 256 << 10;
    private static final int FILES = 3;

    /// Ours and the toolkit's; held, since a logger that nobody holds is forgotten.
    private final List<Logger> loggers =
            List.of(Logger.getLogger("dev.sayso"), Logger.getLogger("javafx"));

    private final Handler handler;
    private final Logger own = Logger.getLogger("dev.sayso.app");

    private CrashLog(Handler handler) {
        this.handler = handler;
        for (Logger logger : loggers) {
            logger.addHandler(handler);
            // the usual one prints whole exceptions, and desktops keep what programs print
            logger.setUseParentHandlers(false);
        }
    }

    /// Begins to write.
    ///
    /// @param folder made when it is not there
    /// @param home the user's folder, which is left out
    /// @throws IOException when the folder cannot be written; the program can do without
    public static CrashLog open(Path folder, String home) throws IOException {
        Files.createDirectories(folder);
        // in the pattern, % is a command
        String pattern = folder.toString().replace("%", "%%") + "/sayso-%g.log";
        FileHandler handler = new FileHandler(pattern, MOST_BYTES, FILES, true);
        handler.setEncoding("UTF-8");
        handler.setLevel(Level.INFO);
        handler.setFormatter(new Lines(home));
        return new CrashLog(handler);
    }

    /// Writes down whatever no one has caught, on any thread, and tells of it.
    ///
    /// @param fatal called on the thread that broke; not called when AWT stumbles because the
    ///     desktop's panel has ended, which harms nobody
    public void watch(Consumer<Throwable> fatal) {
        Thread.setDefaultUncaughtExceptionHandler(
                (thread, thrown) -> {
                    write("thread \"" + thread.getName() + "\" broke", thrown);
                    if (!isTheTrays(thrown)) {
                        fatal.accept(thrown);
                    }
                });
    }

    private static boolean isTheTrays(Throwable thrown) {
        return thrown instanceof UnsupportedOperationException
                && Stream.of(thrown.getStackTrace())
                        .anyMatch(frame -> frame.getClassName().contains(".XTrayIconPeer"));
    }

    /// Writes a line, and where it broke.
    ///
    /// @param line no word that was spoken
    public void write(String line, Throwable thrown) {
        own.log(Level.SEVERE, line, thrown);
        handler.flush();
    }

    /// Writes a line.
    ///
    /// @param line no word that was spoken
    public void write(String line) {
        own.log(Level.INFO, line);
    }

    @Override
    public void close() {
        for (Logger logger : loggers) {
            logger.removeHandler(handler);
            logger.setUseParentHandlers(true);
        }
        handler.close();
    }

    private static final class Lines extends Formatter {

        private final String home;

        Lines(String home) {
            this.home = home;
        }

        @Override
        public String format(LogRecord record) {
            String line =
                    "%s %s %s: %s\n"
                            .formatted(
                                    Instant.ofEpochMilli(record.getMillis()),
                                    record.getLevel(),
                                    record.getLoggerName(),
                                    formatMessage(record));
            Throwable thrown = record.getThrown();
            return thrown == null ? line : line + SafeTrace.of(thrown, home);
        }
    }
}
