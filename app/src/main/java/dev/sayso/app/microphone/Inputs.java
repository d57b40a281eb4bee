package dev.sayso.app.microphone;

import java.io.IOException;
import java.util.List;

/// Where microphones come from: the sound card, or a test. Both calls can take their time.
public interface Inputs {

    /// What there is at the moment, each device once; often nothing.
    List<InputDevice> devices();

    /// Opens a microphone, which listens at once.
    ///
    /// @param device an [InputDevice#id], or a part of its name; empty: the system's choice
    /// @param keep whether it may stay open for a while after it was closed, so that the next
    ///     opening costs nothing and also gets the moment before
    /// @throws IOException when there is none, or it cannot be had
    Microphone open(String device, boolean keep) throws IOException;
}
