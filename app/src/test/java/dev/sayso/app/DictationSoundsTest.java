package dev.sayso.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.app.dictation.DictationState;
import dev.sayso.app.playback.PlaybackLine;
import dev.sayso.app.settings.Settings;
import dev.sayso.app.settings.SettingsModel;
import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;

class DictationSoundsTest {

    private final ObjectProperty<DictationState> state =
            new SimpleObjectProperty<>(new DictationState.Idle());
    private final SettingsModel settings = new SettingsModel(Settings.defaults(), all -> {});
    private final Semaphore asked = new Semaphore(0);

    /// There is no device; that one was asked for is what can be seen.
    private PlaybackLine none() throws IOException {
        asked.release();
        throw new IOException("no device");
    }

    private void wanted(boolean sounds) {
        settings.change(
                all -> {
                    Settings.Dictation now = all.dictation();
                    return all.with(
                            new Settings.Dictation(
                                    now.hotkey(),
                                    now.hotkeyMode(),
                                    now.stopAfterSilence(),
                                    now.destination(),
                                    now.restoreClipboard(),
                                    now.overlay(),
                                    sounds));
                });
    }

    private void dictate() {
        state.set(new DictationState.Arming());
        state.set(new DictationState.Listening(Instant.EPOCH, false));
        state.set(new DictationState.Listening(Instant.EPOCH, true));
        state.set(new DictationState.Finishing());
        state.set(new DictationState.Idle());
    }

    @Test
    void beginningAndEndAreHeard() throws InterruptedException {
        DictationSounds.follow(state, settings, this::none);
        wanted(true);
        dictate();
        assertThat(asked.tryAcquire(2, 20, TimeUnit.SECONDS)).isTrue();
        assertThat(asked.tryAcquire(100, TimeUnit.MILLISECONDS)).isFalse();
    }

    @Test
    void nothingIsHeardUnlessItIsWanted() throws InterruptedException {
        DictationSounds.follow(state, settings, this::none);
        dictate();
        assertThat(asked.tryAcquire(100, TimeUnit.MILLISECONDS)).isFalse();
    }
}
