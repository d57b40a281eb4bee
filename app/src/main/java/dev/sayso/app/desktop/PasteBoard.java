package dev.sayso.app.desktop;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// The clipboard, as an insertion needs it. Calls may wait for other programs.
interface PasteBoard {

    /// What lies on it, in all forms that can be put back.
    ///
    /// @param primary whether the selection is to be kept as well
    /// @throws IOException when it cannot be had
    Saved save(boolean primary) throws IOException;

    /// Puts a text onto it.
    ///
    /// @param primary whether it is to be the selection as well, which terminals paste
    /// @throws IOException when it cannot be had
    Offer offer(String text, boolean primary) throws IOException;

    /// Something that was on the clipboard.
    interface Saved {

        /// Puts it back.
        ///
        /// @throws IOException when it cannot be had
        void restore() throws IOException;
    }

    /// A text on the clipboard.
    interface Offer {

        /// Forgets who has fetched it until now: those who look at everything on the clipboard.
        void forgetFetches();

        /// Waits until someone has fetched it.
        ///
        /// @return whether it was; null when that cannot be known on this system
        @Nullable Boolean awaitFetch(Duration most) throws InterruptedException;

        /// Whether it is still the one on the clipboard.
        boolean stands();
    }
}
