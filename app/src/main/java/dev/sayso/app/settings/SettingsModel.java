package dev.sayso.app.settings;

import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The settings as they are now; changed on the FX thread.
public final class SettingsModel {

    private final ReadOnlyObjectWrapper<Settings> settings;
    private final Consumer<Settings> keep;
    private volatile Settings current;

    /// @param keep told of each change; saves it, later and elsewhere
    public SettingsModel(Settings first, Consumer<Settings> keep) {
        this.settings = new ReadOnlyObjectWrapper<>(first);
        this.current = first;
        this.keep = keep;
    }

    /// What holds now.
    public ReadOnlyObjectProperty<Settings> settings() {
        return settings.getReadOnlyProperty();
    }

    /// What holds now, for any thread.
    public Settings get() {
        return current;
    }

    /// Replaces the settings by what is made of them.
    public void change(UnaryOperator<Settings> change) {
        Settings changed = change.apply(current);
        if (!changed.equals(current)) {
            current = changed;
            settings.set(changed);
            keep.accept(changed);
        }
    }
}
