package dev.sayso.app.instance;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;

/// Closes a channel on which the other side takes too long.
final class Deadline implements AutoCloseable {

    private final Thread watch;

    Deadline(Closeable channel, Duration most) {
        watch =
                Thread.ofVirtual()
                        .name("deadline")
                        .start(
                                () -> {
                                    try {
                                        Thread.sleep(most);
                                        channel.close();
                                    } catch (InterruptedException | IOException e) {
                                        // in time, or closed already
                                    }
                                });
    }

    @Override
    public void close() {
        watch.interrupt();
    }
}
