package dev.sayso.app.playback;

import java.io.IOException;

/// Where sound can be sent; tests have one whose time they make themselves.
@FunctionalInterface
public interface PlaybackDevice {

    /// Opens a line, which is silent until it is started.
    ///
    /// @throws IOException when there is no device, or it cannot be had; its message says why
    PlaybackLine open() throws IOException;
}
