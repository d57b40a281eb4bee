package dev.sayso.app.instance;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/// The right to be the window, held until it is closed or the process ends.
public final class SingleInstance implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int MOST_AT_ONCE = 16;

    private final Path folder;
    private final FileChannel lock;
    private final ServerSocketChannel server;
    private final String secret;
    private final RequestHandler handler;
    private final Semaphore room = new Semaphore(MOST_AT_ONCE);

    private SingleInstance(
            Path folder, FileChannel lock, Address.Listening listening, RequestHandler handler) {
        this.folder = folder;
        this.lock = lock;
        this.server = listening.server();
        this.secret = listening.address().secret();
        this.handler = handler;
        Thread.ofVirtual().name("instance").start(this::listen);
    }

    /// Claims the right, and begins to listen.
    ///
    /// @param folder of [RunFolder]
    /// @return empty when another process has it, which [InstanceClient] then asks
    /// @throws IOException when the folder cannot be used; a window can do without
    public static Optional<SingleInstance> claim(Path folder, RequestHandler handler)
            throws IOException {
        RunFolder.prepare(folder);
        FileChannel lock =
                FileChannel.open(
                        folder.resolve("window.lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        try {
            if (locked(lock) == null) {
                lock.close();
                return Optional.empty();
            }
            return Optional.of(new SingleInstance(folder, lock, Address.listen(folder), handler));
        } catch (IOException e) {
            lock.close();
            throw e;
        }
    }

    private static @Nullable FileLock locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // in this very process
            return null;
        }
    }

    private void listen() {
        while (server.isOpen()) {
            try {
                SocketChannel caller = server.accept();
                if (room.tryAcquire()) {
                    Thread.ofVirtual().name("instance-request").start(() -> serve(caller));
                } else {
                    caller.close();
                }
            } catch (IOException e) {
                // closed, or out of file handles: someone may be more lucky in a while
                pause();
            }
        }
    }

    private void pause() {
        if (server.isOpen()) {
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void serve(SocketChannel caller) {
        try (caller;
                Deadline _ = new Deadline(caller, PATIENCE)) {
            Wire.writeLine(caller, Protocol.answer(answer(caller)));
        } catch (IOException e) {
            // whoever asked is gone, and learns nothing any more
        } finally {
            room.release();
        }
    }

    private Answer answer(SocketChannel caller) throws IOException {
        String line = Wire.readLine(caller, Wire.LONGEST_REQUEST);
        Request request;
        try {
            request = Protocol.request(line, secret);
        } catch (IOException e) {
            return new Answer.Refused(String.valueOf(e.getMessage()));
        }
        return handler.handle(request);
    }

    /// Stops listening, and lets another have the right.
    @Override
    public void close() throws IOException {
        server.close();
        Files.deleteIfExists(Address.socketFile(folder));
        Files.deleteIfExists(Address.portFile(folder));
        lock.close();
    }
}
