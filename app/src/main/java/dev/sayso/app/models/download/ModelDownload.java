package dev.sayso.app.models.download;

import dev.sayso.app.models.ModelFile;
import dev.sayso.app.models.ModelManifest;
import dev.sayso.app.models.download.DownloadException.Reason;
import dev.sayso.app.models.download.DownloadProgress.Phase;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Downloads models, or goes on with a download that was stopped, by whatever it was.
public final class ModelDownload {

    /// What other files and the file system itself may need.
    private static final long MARGIN = 32_000_000;

    private final Path models;
    private final Supplier<String> mirror;
    private final DownloadLimits limits;
    private final Surroundings surroundings;

    /// @param models holds one folder for each model; need not exist
    /// @param mirror where from, asked at the beginning of each download; empty: the usual place
    public ModelDownload(Path models, Supplier<String> mirror, DownloadLimits limits) {
        this(models, mirror, limits, Surroundings.real());
    }

    ModelDownload(
            Path models,
            Supplier<String> mirror,
            DownloadLimits limits,
            Surroundings surroundings) {
        this.models = models;
        this.mirror = mirror;
        this.limits = limits;
        this.surroundings = surroundings;
    }

    /// Downloads a model, on this thread.
    ///
    /// @param name what its folder is called
    /// @param repository at the host
    /// @param listener told on this thread
    /// @return the folder, complete and verified
    /// @throws DownloadException when it cannot be had; what has arrived is kept
    /// @throws InterruptedException when the thread is interrupted; what has arrived is kept
    public Path run(String name, String repository, Consumer<? super DownloadProgress> listener)
            throws IOException, InterruptedException {
        if (!ModelFile.isPlain(name)) {
            throw new IllegalArgumentException("not a plain name: " + name);
        }
        Mirror from = Mirror.of(mirror.get());
        try {
            Files.createDirectories(models);
            try (DownloadLock _ = DownloadLock.take(models, name);
                    HttpAccess access = new HttpAccess(limits)) {
                return new Run(name, repository, from, access, listener).run();
            }
        } catch (IOException e) {
            throwIfInterrupted(e);
            throw e instanceof DownloadException known
                    ? known
                    : new DownloadException(Reason.DISK, models + ": " + e, e);
        }
    }

    /// An interrupt while a file is written closes it, which looks like a failure.
    private static void throwIfInterrupted(IOException failure) throws InterruptedException {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ClosedByInterruptException) {
                Thread.interrupted();
                InterruptedException stopped = new InterruptedException();
                stopped.initCause(failure);
                throw stopped;
            }
        }
    }

    private final class Run {

        private final String name;
        private final String repository;
        private final Mirror from;
        private final HttpAccess access;
        private final ProgressMeter meter;
        private final Path place;
        private final Path partial;

        Run(
                String name,
                String repository,
                Mirror from,
                HttpAccess access,
                Consumer<? super DownloadProgress> listener) {
            this.name = name;
            this.repository = repository;
            this.from = from;
            this.access = access;
            this.meter = new ProgressMeter(listener, surroundings::nanos);
            this.place = models.resolve(name);
            this.partial = models.resolve(name + ModelManifest.PARTIAL);
        }

        Path run() throws IOException, InterruptedException {
            if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
                throw new DownloadException(Reason.EXISTS, place + " exists already");
            }
            Files.createDirectories(partial);
            ModelManifest begun = begun();
            ModelManifest manifest = begun == null ? newest() : begun;
            try {
                fetch(manifest);
            } catch (DownloadException e) {
                if (begun == null || e.reason() != Reason.NOT_FOUND) {
                    throw e;
                }
                // the commit is gone; what is the same in the newest one stays
                manifest = newest();
                if (manifest.revision().equals(begun.revision())) {
                    throw e;
                }
                fetch(manifest);
            }
            finish(manifest);
            return place;
        }

        private @Nullable ModelManifest begun() {
            try {
                ModelManifest kept = ModelManifest.read(partial);
                return kept != null && kept.repository().equals(repository) ? kept : null;
            } catch (IOException e) {
                // files that are right will be found to be, whatever their list was
                return null;
            }
        }

        private ModelManifest newest() throws IOException, InterruptedException {
            meter.phase(Phase.LISTING);
            RepositoryListing listing = new RepositoryListing(access, from);
            ModelManifest newest =
                    new Patience(limits, surroundings, meter)
                            .tryAgain(() -> listing.newest(repository));
            newest.write(partial);
            return newest;
        }

        private void fetch(ModelManifest manifest) throws IOException, InterruptedException {
            meter.total(manifest.bytes());
            checkSpace(manifest);
            meter.restart();
            FileDownload files = new FileDownload(access, limits, surroundings, meter);
            for (ModelFile file : manifest.files()) {
                files.fetch(file, from.file(repository, manifest.revision(), file.name()), partial);
            }
        }

        private void checkSpace(ModelManifest manifest) throws IOException {
            long needed = manifest.bytes() - arrived() + MARGIN;
            long free = surroundings.free(partial);
            if (free < needed) {
                throw new DownloadException(
                        Reason.DISK_FULL,
                        models + ": needs " + needed + " bytes, found " + free + " free");
            }
        }

        private long arrived() throws IOException {
            long bytes = 0;
            try (DirectoryStream<Path> files = Files.newDirectoryStream(partial)) {
                for (Path file : files) {
                    bytes += Files.size(file);
                }
            }
            return bytes;
        }

        private void finish(ModelManifest manifest) throws IOException {
            meter.phase(Phase.FINISHING);
            Set<String> wanted = new HashSet<>(Set.of(ModelManifest.FILE));
            manifest.files().forEach(file -> wanted.add(file.name()));
            try (DirectoryStream<Path> files = Files.newDirectoryStream(partial)) {
                for (Path file : files) {
                    if (!wanted.contains(file.getFileName().toString())) {
                        Files.delete(file);
                    }
                }
            }
            String damage = manifest.damage(partial);
            if (damage != null) {
                throw new DownloadException(Reason.DISK, name + ": " + damage);
            }
            Files.move(partial, place, StandardCopyOption.ATOMIC_MOVE);
        }
    }
}
