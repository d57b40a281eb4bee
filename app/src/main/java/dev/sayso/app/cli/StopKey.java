package dev.sayso.app.cli;

import java.io.IOException;
import java.io.InputStream;

/// Waits for the Enter key, which ends listening; the last words are still written down.
///
/// The end of standard input means nothing: a program without a keyboard is not to stop at once.
final class StopKey {

    private StopKey() {}

    /// Waits in a thread of its own, which ends with the process.
    static void listenFor(InputStream keyboard, Runnable stop) {
        Thread thread = new Thread(() -> await(keyboard, stop), "stop key");
        thread.setDaemon(true);
        thread.start();
    }

    private static void await(InputStream keyboard, Runnable stop) {
        try {
            for (int key = keyboard.read(); key >= 0; key = keyboard.read()) {
                if (key == '\n') {
                    stop.run();
                    return;
                }
            }
        } catch (IOException e) {
            // there is no keyboard; Ctrl-C is left
            return;
        }
    }
}
