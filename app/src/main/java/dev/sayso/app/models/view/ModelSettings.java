package dev.sayso.app.models.view;

import dev.sayso.app.settings.SettingsModel;
import javafx.beans.value.ObservableValue;

/// What of the settings this place reads and changes; on the FX thread.
public interface ModelSettings {

    /// The name of the model that is used; empty: the best one.
    ObservableValue<String> model();

    /// Uses another one from now on.
    void use(String model);

    /// Where models are downloaded from; empty: the usual place.
    ObservableValue<String> mirror();

    /// Downloads from there from now on.
    void downloadFrom(String address);

    /// Those of the program.
    static ModelSettings of(SettingsModel settings) {
        ObservableValue<String> model = settings.settings().map(all -> all.transcription().model());
        ObservableValue<String> mirror = settings.settings().map(all -> all.storage().mirror());
        return new ModelSettings() {
            @Override
            public ObservableValue<String> model() {
                return model;
            }

            @Override
            public void use(String name) {
                settings.change(all -> all.with(all.transcription().withModel(name)));
            }

            @Override
            public ObservableValue<String> mirror() {
                return mirror;
            }

            @Override
            public void downloadFrom(String address) {
                settings.change(all -> all.with(all.storage().withMirror(address)));
            }
        };
    }
}
