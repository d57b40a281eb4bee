package dev.sayso.app.files;

import dev.sayso.engine.Language;
import org.jspecify.annotations.Nullable;

/// What the user wants of one file, where it differs from the settings.
///
/// @param language null: as in the settings
/// @param model the name of an installed one; empty: as in the settings
public record FileChoice(@Nullable Language language, String model) {

    private static final FileChoice SETTINGS = new FileChoice(null, "");

    /// As in the settings.
    public static FileChoice settings() {
        return SETTINGS;
    }

    public FileChoice withLanguage(@Nullable Language wanted) {
        return new FileChoice(wanted, model);
    }

    public FileChoice withModel(String wanted) {
        return new FileChoice(language, wanted);
    }
}
