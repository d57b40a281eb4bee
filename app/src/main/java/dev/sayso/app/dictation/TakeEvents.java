package dev.sayso.app.dictation;

import dev.sayso.app.microphone.InputLevel;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/// Brings what a take tells into sight, on the FX thread.
final class TakeEvents implements Take.Listener {

    private final DictationProgress now;
    private final Consumer<Runnable> onFx;
    private final Consumer<Take.End> ended;

    /// @param onFx runs something on the FX thread, unless another dictation has begun
    /// @param ended told on the take's thread, always
    TakeEvents(DictationProgress now, Consumer<Runnable> onFx, Consumer<Take.End> ended) {
        this.now = now;
        this.onFx = onFx;
        this.ended = ended;
    }

    @Override
    public void armed() {
        onFx.accept(() -> now.state.set(new DictationState.Listening(Instant.now(), false)));
    }

    @Override
    public void progress(Duration taken, InputLevel level) {
        onFx.accept(
                () -> {
                    now.taken.set(taken);
                    now.level.set(level);
                });
    }

    @Override
    public void trouble(DictationFailure failure) {
        onFx.accept(() -> now.trouble.set(failure));
    }

    @Override
    public void ended(Take.End end) {
        ended.accept(end);
    }
}
