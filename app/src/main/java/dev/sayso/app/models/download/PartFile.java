package dev.sayso.app.models.download;

import dev.sayso.app.models.ModelFile;
import dev.sayso.app.models.download.DownloadException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/// What has arrived of a file, `NAME.part`, and the sum of it so far. It gets its own name when all
/// of it is there and its sum is right.
final class PartFile implements AutoCloseable {

    private static final String SUFFIX = ".part";
    private static final String TAG = ".tag";
    private static final int BUFFER = 1 << 20;

    private final ModelFile file;
    private final Path folder;
    private final Path place;
    private final Path part;
    private final Path tagFile;
    private final Surroundings surroundings;
    private MessageDigest digest;
    private @Nullable OutputStream out;
    private long length;
    private byte[] copy = new byte[1 << 14];

    PartFile(ModelFile file, Path folder, Surroundings surroundings) {
        this.file = file;
        this.folder = folder;
        this.place = folder.resolve(file.name());
        this.part = folder.resolve(file.name() + SUFFIX);
        this.tagFile = folder.resolve(file.name() + SUFFIX + TAG);
        this.surroundings = surroundings;
        this.digest = file.checksum().begin(file.bytes());
    }

    /// Whether the file is complete and right; a wrong one is deleted.
    boolean isThere(ProgressMeter meter) throws DownloadException, InterruptedException {
        try {
            if (!Files.isRegularFile(place)) {
                return false;
            }
            boolean right =
                    Files.size(place) == file.bytes()
                            && file.checksum().matches(read(place, meter).digest());
            if (!right) {
                Files.delete(place);
            }
            return right;
        } catch (IOException e) {
            throw broken(e);
        }
    }

    /// Takes up what an earlier download left.
    void open(ProgressMeter meter) throws DownloadException, InterruptedException {
        try {
            if (Files.isRegularFile(part)) {
                long found = Files.size(part);
                if (found <= file.bytes()) {
                    digest = read(part, meter);
                    length = found;
                } else {
                    Files.delete(part);
                }
            }
            out = surroundings.append(part);
        } catch (IOException e) {
            throw broken(e);
        }
    }

    private MessageDigest read(Path from, ProgressMeter meter)
            throws IOException, InterruptedException {
        MessageDigest sum = file.checksum().begin(file.bytes());
        meter.phase(DownloadProgress.Phase.CHECKING);
        byte[] buffer = new byte[BUFFER];
        long done = 0;
        try (InputStream in = Files.newInputStream(from)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                sum.update(buffer, 0, n);
                done += n;
                meter.reached(done);
            }
        }
        return sum;
    }

    long length() {
        return length;
    }

    /// The strong entity tag that came with the bytes; null when none did.
    @Nullable String tag() throws DownloadException {
        try {
            return Files.isRegularFile(tagFile) ? Files.readString(tagFile) : null;
        } catch (IOException e) {
            throw broken(e);
        }
    }

    /// Keeps the entity tag of what comes now.
    void tag(@Nullable String tag) throws DownloadException {
        try {
            if (tag == null) {
                Files.deleteIfExists(tagFile);
            } else {
                Files.writeString(tagFile, tag);
            }
        } catch (IOException e) {
            throw broken(e);
        }
    }

    /// Adds bytes.
    ///
    /// @throws DownloadException when they are more than the file has; then none are added
    void write(ByteBuffer bytes) throws DownloadException {
        int n = bytes.remaining();
        if (length + n > file.bytes()) {
            throw new DownloadException(
                    Reason.LENGTH,
                    file.name() + ": expected " + file.bytes() + " bytes, found more");
        }
        if (copy.length < n) {
            copy = new byte[n];
        }
        bytes.get(copy, 0, n);
        try {
            open().write(copy, 0, n);
        } catch (IOException e) {
            throw broken(e);
        }
        digest.update(copy, 0, n);
        length += n;
    }

    private OutputStream open() {
        if (out == null) {
            throw new IllegalStateException(part + " is not open");
        }
        return out;
    }

    /// Begins with the first byte again.
    void restart() throws DownloadException {
        try {
            open().close();
            Files.deleteIfExists(part);
            Files.deleteIfExists(tagFile);
            digest = file.checksum().begin(file.bytes());
            length = 0;
            out = surroundings.append(part);
        } catch (IOException e) {
            throw broken(e);
        }
    }

    /// Gives the file its name.
    ///
    /// @throws DownloadException when its bytes are wrong; then it is empty again
    void finish() throws DownloadException {
        if (!file.checksum().matches(digest.digest())) {
            restart();
            throw new DownloadException(
                    Reason.CHECKSUM,
                    file.name() + ": expected " + file.checksum().hex() + ", found another sum");
        }
        try {
            open().close();
            try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                // on the disk before it has a name that says so
                channel.force(true);
            }
            Files.move(part, place, StandardCopyOption.ATOMIC_MOVE);
            Files.deleteIfExists(tagFile);
        } catch (IOException e) {
            throw broken(e);
        }
    }

    private DownloadException broken(IOException failure) {
        boolean full;
        try {
            full = surroundings.free(folder) < BUFFER;
        } catch (IOException e) {
            failure.addSuppressed(e);
            full = false;
        }
        String message = String.valueOf(failure.getMessage());
        return new DownloadException(
                full || message.contains("No space left") ? Reason.DISK_FULL : Reason.DISK,
                part + ": " + message,
                failure);
    }

    @Override
    public void close() throws DownloadException {
        try {
            if (out != null) {
                out.close();
            }
        } catch (IOException e) {
            throw broken(e);
        }
    }
}
