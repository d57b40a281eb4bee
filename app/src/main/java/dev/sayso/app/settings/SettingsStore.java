package dev.sayso.app.settings;

import dev.sayso.app.folders.AtomicFile;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Keeps the settings in a file.
///
/// They are written a while after a change, with all that has changed since, and when the store is
/// closed; on a thread of its own, whole or not at all.
public final class SettingsStore implements AutoCloseable {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

    private final Path file;
    private final Duration delay;
    private final Consumer<? super IOException> failed;
    private final ScheduledThreadPoolExecutor writer =
            new ScheduledThreadPoolExecutor(
                    1, Thread.ofPlatform().daemon().name("settings").factory());
    private final AtomicReference<@Nullable Settings> pending = new AtomicReference<>();
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private final Object writing = new Object();
    private boolean failing;

    /// @param file [dev.sayso.app.folders.AppFolders#settings]
    /// @param delay from a change to its being written
    /// @param failed told, on any thread, when the file cannot be written; once, until it can be
    ///     again
    public SettingsStore(Path file, Duration delay, Consumer<? super IOException> failed) {
        this.file = file;
        this.delay = delay;
        this.failed = failed;
        // closing writes by itself
        writer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /// What was found when the program started.
    ///
    /// @param settings as they were kept, else as the program comes
    /// @param setAside where a file was moved that could not be understood, or copied that a later
    ///     version has written; null when all was well
    /// @param failure what kept the file from being read or set aside; null when nothing did
    public record Opened(
            Settings settings, @Nullable Path setAside, @Nullable IOException failure) {}

    /// Reads the file. Whatever it holds, there are settings afterwards.
    public static Opened open(Path file, Clock clock) {
        try {
            JsonNode root = JsonMapper.shared().readTree(Files.readString(file));
            if (!root.isObject()) {
                return broken(file, clock);
            }
            Settings settings = SettingsReader.read(root);
            boolean later = root.path("version").asInt(1) > SettingsJson.VERSION;
            return later ? kept(file, settings, clock) : new Opened(settings, null, null);
        } catch (NoSuchFileException e) {
            return new Opened(Settings.defaults(), null, null);
        } catch (JacksonException | MalformedInputException e) {
            return broken(file, clock);
        } catch (IOException e) {
            return new Opened(Settings.defaults(), null, e);
        }
    }

    private static Opened broken(Path file, Clock clock) {
        Path aside = aside(file, "broken", clock);
        try {
            return new Opened(Settings.defaults(), Files.move(file, aside), null);
        } catch (IOException e) {
            return new Opened(Settings.defaults(), null, e);
        }
    }

    /// What this version does not know would be lost when it saves.
    private static Opened kept(Path file, Settings settings, Clock clock) {
        Path aside = aside(file, "later-version", clock);
        try {
            return new Opened(settings, Files.copy(file, aside), null);
        } catch (IOException e) {
            return new Opened(settings, null, e);
        }
    }

    private static Path aside(Path file, String why, Clock clock) {
        String name = file.getFileName().toString().replaceFirst("\\.json$", "");
        String date = LocalDateTime.now(clock).format(DATE);
        return file.resolveSibling(name + "." + why + "-" + date + ".json");
    }

    /// Has the settings written, soon. For any thread, and never waits; the last one counts.
    public void save(Settings settings) {
        pending.set(settings);
        if (scheduled.getAndSet(true)) {
            return;
        }
        try {
            var _ = writer.schedule(this::write, delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            // closed meanwhile: nothing waits any longer
            write();
        }
    }

    /// Writes what has not been written yet.
    @Override
    public void close() {
        writer.shutdown();
        write();
    }

    /// One at a time, so that an older state cannot overtake a newer one.
    private void write() {
        synchronized (writing) {
            scheduled.set(false);
            Settings settings = pending.get();
            if (settings == null) {
                return;
            }
            try {
                Files.createDirectories(Objects.requireNonNull(file.toAbsolutePath().getParent()));
                AtomicFile.write(file, SettingsJson.of(settings));
                pending.compareAndSet(settings, null);
                failing = false;
            } catch (IOException e) {
                // it stays pending: the next change, or the end, tries again
                if (!failing) {
                    failing = true;
                    failed.accept(e);
                }
            }
        }
    }
}
