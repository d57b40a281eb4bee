package dev.sayso.app.models.view;

import dev.sayso.app.models.ShelfItem;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// One model, as it is now. Belongs to the FX thread.
public final class ModelCard {

    private final ReadOnlyObjectWrapper<ShelfItem> item;
    private final ReadOnlyObjectWrapper<CardState> state;
    private final ReadOnlyBooleanWrapper inUse = new ReadOnlyBooleanWrapper();

    ModelCard(ShelfItem item) {
        this.item = new ReadOnlyObjectWrapper<>(item);
        this.state = new ReadOnlyObjectWrapper<>(resting(item));
    }

    /// What is known about it.
    public ReadOnlyObjectProperty<ShelfItem> item() {
        return item.getReadOnlyProperty();
    }

    /// What goes on with it.
    public ReadOnlyObjectProperty<CardState> state() {
        return state.getReadOnlyProperty();
    }

    /// Whether the next recording is transcribed with it.
    public ReadOnlyBooleanProperty inUse() {
        return inUse.getReadOnlyProperty();
    }

    /// Its name.
    public String name() {
        return item.get().name();
    }

    /// Takes over what was found on the disk. What could not be had stays said until something
    /// else is.
    void found(ShelfItem now) {
        item.set(now);
        boolean stillMissing =
                now.state() == ShelfItem.State.PARTIAL || now.state() == ShelfItem.State.ABSENT;
        if (stillMissing && state.get() instanceof CardState.Failed failed) {
            state.set(new CardState.Failed(failed.trouble(), now.bytes(), now.total()));
        } else {
            state.set(resting(now));
        }
    }

    void state(CardState now) {
        state.set(now);
    }

    void inUse(boolean now) {
        inUse.set(now);
    }

    private static CardState resting(ShelfItem item) {
        return switch (item.state()) {
            case ABSENT -> new CardState.Absent();
            case PARTIAL -> new CardState.Paused(item.bytes(), item.total());
            case READY -> new CardState.Ready(true);
            case ALIGNER -> new CardState.Ready(false);
            case DAMAGED -> new CardState.Damaged(String.valueOf(item.problem()));
        };
    }
}
