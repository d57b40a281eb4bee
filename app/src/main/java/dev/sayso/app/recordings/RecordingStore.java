package dev.sayso.app.recordings;

import dev.sayso.engine.audio.Pcm;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The folder of recordings. For any thread.
public final class RecordingStore {

    private static final String UNFINISHED = ".unfinished.wav";
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss-SSS").withZone(ZoneOffset.UTC);
    private static final int NAME_LENGTH = 23;

    /// What is shorter says nothing, and is not worth asking for.
    private static final Duration SHORTEST = Duration.ofMillis(300);

    private final Path folder;
    private final Disk.Opener disks;

    /// Those that this program makes or works on; opening one of them here would give its lock
    /// away, on some systems.
    private final Set<Path> ours = ConcurrentHashMap.newKeySet();

    /// @param folder need not exist
    public RecordingStore(Path folder) {
        this(folder, Disk::create);
    }

    RecordingStore(Path folder, Disk.Opener disks) {
        this.folder = folder;
        this.disks = disks;
    }

    /// Begins a recording.
    ///
    /// @throws IOException when the folder or the file cannot be written
    public RecordingFile begin(Instant now) throws IOException {
        Files.createDirectories(folder);
        Instant when = now;
        while (true) {
            Path file = folder.resolve(NAME.format(when) + UNFINISHED);
            try {
                ours.add(file);
                return new RecordingFile(file, disks.create(file));
            } catch (FileAlreadyExistsException e) {
                when = when.plusMillis(1);
            } catch (IOException e) {
                ours.remove(file);
                throw e;
            }
        }
    }

    /// Those that a killed program left behind, or this one could not finish; oldest first,
    /// repaired. What holds next to nothing is deleted.
    ///
    /// @throws IOException when the folder cannot be read
    public List<UnfinishedRecording> unfinished() throws IOException {
        List<UnfinishedRecording> found = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return found;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + UNFINISHED)) {
            for (Path file : files) {
                if (!ours.contains(file)) {
                    adopt(file, found);
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        found.sort(Comparator.comparing(UnfinishedRecording::started));
        return found;
    }

    private void adopt(Path file, List<UnfinishedRecording> found) {
        try {
            if (!Disk.Locks.isFree(file)) {
                return;
            }
            UnfinishedRecording recording = described(file);
            if (recording.length().compareTo(SHORTEST) < 0) {
                Files.deleteIfExists(file);
                return;
            }
            found.add(recording);
        } catch (IOException e) {
            // one that cannot be read must not hide the others
            System.getLogger(RecordingStore.class.getName())
                    .log(System.Logger.Level.WARNING, file + " is left alone", e);
        }
    }

    private static Instant started(Path file) throws IOException {
        String name = file.getFileName().toString();
        try {
            return NAME.parse(
                    name.substring(0, Math.min(NAME_LENGTH, name.length())), Instant::from);
        } catch (DateTimeParseException e) {
            return Files.getLastModifiedTime(file).toInstant();
        }
    }

    /// What a recording of this program holds, which nobody makes any more; repaired.
    ///
    /// @throws IOException when it is gone, or no recording
    public UnfinishedRecording described(Path recording) throws IOException {
        return new UnfinishedRecording(
                recording, started(recording), length(WavHeaders.repair(recording)));
    }

    private static Duration length(long bytes) {
        return Duration.ofNanos(bytes / 2 * 1_000_000_000L / Pcm.RATE);
    }

    /// Says that a recording's text is done.
    ///
    /// @return where the recording is from now on
    /// @throws IOException when it cannot be renamed; it then stays as it was
    public Path finish(Path unfinished) throws IOException {
        String name = unfinished.getFileName().toString();
        if (!name.endsWith(UNFINISHED)) {
            return unfinished;
        }
        WavHeaders.repair(unfinished);
        Path finished =
                unfinished.resolveSibling(
                        name.substring(0, name.length() - UNFINISHED.length()) + ".wav");
        Files.move(unfinished, finished);
        ours.remove(unfinished);
        return finished;
    }

    /// Deletes a recording, finished or not.
    public void delete(Path recording) throws IOException {
        Files.deleteIfExists(recording);
        ours.remove(recording);
    }
}
