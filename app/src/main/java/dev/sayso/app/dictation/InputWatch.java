package dev.sayso.app.dictation;

import dev.sayso.app.microphone.InputDevice;
import dev.sayso.app.microphone.Inputs;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/// Looks for microphones now and then: the system does not say when they come and go.
final class InputWatch implements AutoCloseable {

    private static final Duration EVERY = Duration.ofSeconds(3);

    private final Inputs inputs;
    private final Consumer<List<InputDevice>> changed;
    private List<InputDevice> known = List.of();
    private boolean told;
    private volatile boolean closed;

    /// @param changed told on the thread that looked
    InputWatch(Inputs inputs, Consumer<List<InputDevice>> changed) {
        this.inputs = inputs;
        this.changed = changed;
    }

    /// Looks until it is closed.
    void run() {
        while (!closed) {
            look();
            try {
                Thread.sleep(EVERY);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /// Looks now.
    synchronized void look() {
        List<InputDevice> found = inputs.devices();
        if (!told || !found.equals(known)) {
            known = found;
            told = true;
            changed.accept(found);
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
