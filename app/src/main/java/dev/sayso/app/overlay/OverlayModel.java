package dev.sayso.app.overlay;

import dev.sayso.app.microphone.InputLevel;
import java.time.Duration;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// What the small window shows. Whoever owns the dictation fills it in, on the FX thread.
public final class OverlayModel {

    /// What is longer is cut at its beginning: the newest words are at the end.
    private static final int MOST_TEXT = 90;

    /// How far the dictation is.
    public enum Phase {
        /// The microphone is being opened.
        ARMING,
        /// What is said is taken down.
        LISTENING,
        /// It is let go.
        PAUSED,
        /// The rest of the text is being written.
        FINISHING
    }

    private final BooleanProperty shown = new SimpleBooleanProperty();
    private final ObjectProperty<Phase> phase = new SimpleObjectProperty<>(Phase.ARMING);
    private final ObjectProperty<Duration> elapsed = new SimpleObjectProperty<>(Duration.ZERO);
    private final StringProperty text = new SimpleStringProperty("");
    private final StringProperty tail = new SimpleStringProperty("");
    private final Supplier<InputLevel> level;
    private final Runnable stop;
    private final Runnable cancel;

    /// @param level the newest, asked for some thirty times a second
    /// @param stop ends the dictation
    /// @param cancel ends it without a text
    public OverlayModel(Supplier<InputLevel> level, Runnable stop, Runnable cancel) {
        this.level = level;
        this.stop = stop;
        this.cancel = cancel;
        text.subscribe(all -> tail.set(tail(all)));
    }

    private static String tail(String text) {
        if (text.length() <= MOST_TEXT) {
            return text;
        }
        int from = text.length() - MOST_TEXT;
        int space = text.indexOf(' ', from);
        // scripts without spaces are cut anywhere, but not inside a character
        int start = space >= 0 && space < from + 20 ? space + 1 : from;
        start += Character.isLowSurrogate(text.charAt(start)) ? 1 : 0;
        return "…" + text.substring(start);
    }

    /// Whether the window is there.
    public BooleanProperty shown() {
        return shown;
    }

    /// How far the dictation is.
    public ObjectProperty<Phase> phase() {
        return phase;
    }

    /// How much was said.
    public ObjectProperty<Duration> elapsed() {
        return elapsed;
    }

    /// All that was understood.
    public StringProperty text() {
        return text;
    }

    /// The end of it, which has room.
    public StringProperty tail() {
        return tail;
    }

    /// How loud it is now.
    public InputLevel level() {
        return level.get();
    }

    /// Ends the dictation.
    public void stop() {
        stop.run();
    }

    /// Ends it without a text.
    public void cancel() {
        cancel.run();
    }
}
