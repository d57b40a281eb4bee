package dev.sayso.app.desktop;

import java.io.IOException;

/// Presses the keys that paste.
interface PasteKeys {

    /// Ways to paste.
    enum Chord {
        CTRL_V,
        CMD_V,
        SHIFT_INSERT
    }

    /// Presses and releases.
    ///
    /// @throws IOException when the system does not let us
    void press(Chord chord) throws IOException;
}
