package dev.sayso.app.dictation;

import dev.sayso.app.dictation.DictationPorts.Delivery;
import dev.sayso.app.microphone.InputLevel;
import dev.sayso.app.microphone.LevelTrack;
import java.time.Duration;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// What there is to see of a dictation; changed by [Dictation] only, on the FX thread.
public final class DictationProgress {

    final ReadOnlyObjectWrapper<DictationState> state =
            new ReadOnlyObjectWrapper<>(new DictationState.Idle());
    final ReadOnlyObjectWrapper<LiveText> text = new ReadOnlyObjectWrapper<>(LiveText.EMPTY);
    final ReadOnlyObjectWrapper<@Nullable DictationFailure> trouble = new ReadOnlyObjectWrapper<>();
    final ReadOnlyObjectWrapper<Duration> taken = new ReadOnlyObjectWrapper<>(Duration.ZERO);
    final ReadOnlyObjectWrapper<InputLevel> level = new ReadOnlyObjectWrapper<>(InputLevel.NONE);
    final ReadOnlyObjectWrapper<Delivery> delivery = new ReadOnlyObjectWrapper<>(Delivery.NONE);
    final ReadOnlyObjectWrapper<@Nullable Offer> offer = new ReadOnlyObjectWrapper<>();
    final ReadOnlyDoubleWrapper speed = new ReadOnlyDoubleWrapper();
    LevelTrack levels = new LevelTrack();
    Dictation.Origin origin = Dictation.Origin.WINDOW;

    /// Before the next dictation.
    void clear() {
        text.set(LiveText.EMPTY);
        trouble.set(null);
        delivery.set(Delivery.NONE);
        offer.set(null);
        taken.set(Duration.ZERO);
        level.set(InputLevel.NONE);
        levels = new LevelTrack();
    }

    /// How far it is.
    public ReadOnlyObjectProperty<DictationState> state() {
        return state.getReadOnlyProperty();
    }

    /// The text as it stands.
    public ReadOnlyObjectProperty<LiveText> text() {
        return text.getReadOnlyProperty();
    }

    /// What is not as it should be while it goes on all the same; null for nothing.
    public ReadOnlyObjectProperty<@Nullable DictationFailure> trouble() {
        return trouble.getReadOnlyProperty();
    }

    /// How much sound was taken in; some times a second.
    public ReadOnlyObjectProperty<Duration> taken() {
        return taken.getReadOnlyProperty();
    }

    /// How loud it is, some times a second; [#levels] has all of it.
    public ReadOnlyObjectProperty<InputLevel> level() {
        return level.getReadOnlyProperty();
    }

    /// All levels of this dictation.
    public LevelTrack levels() {
        return levels;
    }

    /// What came of handing the text over.
    public ReadOnlyObjectProperty<Delivery> delivery() {
        return delivery.getReadOnlyProperty();
    }

    /// What was done last and can be taken back; null for nothing.
    public ReadOnlyObjectProperty<@Nullable Offer> offer() {
        return offer.getReadOnlyProperty();
    }

    /// Seconds of sound the model can write down in a second; 0 when not known.
    public ReadOnlyDoubleProperty speed() {
        return speed.getReadOnlyProperty();
    }

    /// From where the last dictation was begun; changes before the state does.
    public Dictation.Origin origin() {
        return origin;
    }
}
