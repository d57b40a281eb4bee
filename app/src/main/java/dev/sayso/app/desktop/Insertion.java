package dev.sayso.app.desktop;

/// What has become of a text that was to go into another program.
public sealed interface Insertion {

    /// The text is there, as far as can be known.
    ///
    /// @param seen whether the other program was seen to fetch the text; otherwise the keys were
    ///     sent, and more cannot be known on this system
    record Inserted(boolean seen) implements Insertion {}

    /// It waits on the clipboard: the user has to paste.
    record CopiedOnly(Reason reason) implements Insertion {}

    /// It is neither there nor on the clipboard.
    ///
    /// @param details for someone who helps; no word of the text
    record Failed(Reason reason, String details) implements Insertion {}

    /// Why not.
    enum Reason {
        /// No program may send keys to another one.
        WAYLAND,
        /// There is no screen.
        NO_DISPLAY,
        /// No window has the focus.
        NO_TARGET,
        /// The focus is in our own window.
        OWN_WINDOW,
        /// Keys that would change the meaning of the paste keys were held down all the time.
        KEYS_HELD,
        /// The program with the focus has not fetched the text.
        NOT_FETCHED,
        /// The system has not let us send keys.
        KEYS_REFUSED,
        /// The clipboard could not be had.
        CLIPBOARD,
        /// Someone has put something else onto the clipboard meanwhile.
        CLIPBOARD_TAKEN,
        /// It was called off.
        INTERRUPTED
    }
}
