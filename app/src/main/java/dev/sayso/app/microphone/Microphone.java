package dev.sayso.app.microphone;

import dev.sayso.engine.audio.AudioSource;
import java.io.Closeable;

/// A microphone that listens, from the moment it was opened.
///
/// Reading ends with an [java.io.IOException] when the device has gone, at the latest
/// [CapturedBytes#MOST_WAIT_MILLIS] later; all it gave before can be read until then.
public interface Microphone extends AudioSource, Closeable {

    /// Stops listening, from any thread. Whoever waits in [#read] gets an answer.
    @Override
    void close();
}
