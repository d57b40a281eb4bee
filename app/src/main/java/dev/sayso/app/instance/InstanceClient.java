package dev.sayso.app.instance;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Path;
import java.time.Duration;

/// Asks the running window.
public final class InstanceClient {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Path folder;

    /// @param folder of [RunFolder]; need not exist
    public InstanceClient(Path folder) {
        this.folder = folder;
    }

    /// Asks once.
    ///
    /// @throws NotRunningException when there is no window
    /// @throws IOException when there is one that does not answer
    public Answer send(Request request) throws IOException {
        Address.Call call = Address.call(folder);
        try (var channel = call.channel();
                Deadline _ = new Deadline(channel, PATIENCE)) {
            Wire.writeLine(channel, Protocol.request(request, call.secret()));
            return Protocol.answer(Wire.readLine(channel, Wire.LONGEST_ANSWER));
        } catch (ClosedChannelException e) {
            throw new IOException(
                    "the window has not answered for %d s".formatted(PATIENCE.toSeconds()), e);
        }
    }

    /// Asks a window that may be just about to listen.
    ///
    /// @param most how long to try
    public Answer send(Request request, Duration most) throws IOException, InterruptedException {
        long end = System.nanoTime() + most.toNanos();
        while (true) {
            try {
                return send(request);
            } catch (NotRunningException e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
                Thread.sleep(20);
            }
        }
    }
}
