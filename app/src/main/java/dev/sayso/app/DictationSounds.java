package dev.sayso.app;

import dev.sayso.app.dictation.DictationState;
import dev.sayso.app.playback.PlaybackDevice;
import dev.sayso.app.playback.Signal;
import dev.sayso.app.settings.SettingsModel;
import javafx.beans.value.ObservableValue;

/// Lets beginning and end of a dictation be heard, if the settings say so.
final class DictationSounds {

    private DictationSounds() {}

    static void follow(
            ObservableValue<DictationState> state, SettingsModel settings, PlaybackDevice device) {
        state.subscribe(
                (before, now) -> {
                    // before the first sound is taken in, so that it is not part of the recording
                    boolean begins = now instanceof DictationState.Arming;
                    boolean ends = before.isRecording() && !now.isRecording();
                    if ((begins || ends) && settings.get().dictation().sounds()) {
                        play(begins ? Signal.START : Signal.STOP, device);
                    }
                });
    }

    private static void play(Signal signal, PlaybackDevice device) {
        Thread.ofVirtual()
                .name("signal")
                .start(
                        () -> {
                            try {
                                signal.play(device);
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                        });
    }
}
