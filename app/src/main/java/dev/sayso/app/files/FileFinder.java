package dev.sayso.app.files;

import dev.sayso.app.media.MediaFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// Looks on the disk, off the FX thread, in the order it was asked.
final class FileFinder {

    /// @param asked what the user has named
    /// @param files absolute, each once
    record Found(List<Path> asked, List<Path> files) {}

    private final Executor fx;
    private final Object turn = new Object();

    FileFinder(Executor fx) {
        this.fx = fx;
    }

    void restore(QueueStore store, Consumer<QueueStore.Found> done) {
        inBackground(
                () -> {
                    QueueStore.Found found;
                    try {
                        found = store.read();
                    } catch (IOException e) {
                        log("the queue of the last time cannot be read", e);
                        found = new QueueStore.Found(List.of(), null);
                    }
                    QueueStore.Found read = found;
                    fx.execute(() -> done.accept(read));
                });
    }

    void find(List<Path> asked, Consumer<Found> done) {
        inBackground(
                () -> {
                    Set<Path> files = new LinkedHashSet<>();
                    for (Path path : asked) {
                        files.addAll(files(path.toAbsolutePath().normalize()));
                    }
                    Found found = new Found(List.copyOf(asked), new ArrayList<>(files));
                    fx.execute(() -> done.accept(found));
                });
    }

    private static List<Path> files(Path path) {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try {
            return MediaFiles.in(path);
        } catch (IOException e) {
            log(path + " cannot be searched", e);
            return List.of();
        }
    }

    private void inBackground(Runnable work) {
        Thread.ofVirtual()
                .name("file finder")
                .start(
                        () -> {
                            synchronized (turn) {
                                work.run();
                            }
                        });
    }

    private static void log(String message, IOException e) {
        System.getLogger(FileFinder.class.getName()).log(System.Logger.Level.WARNING, message, e);
    }
}
