package dev.sayso.app.models.view;

import dev.sayso.app.ui.ErrorPanel;
import dev.sayso.app.ui.Messages;
import dev.sayso.app.ui.Problem;
import java.util.Locale;

/// The words of this place.
///
/// @param words its own
/// @param shared those of all places
/// @param figures sizes and times
record ViewWords(Messages words, Messages shared, Figures figures) {

    static ViewWords of(Locale locale) {
        Messages words = Messages.of(ModelsView.class, locale);
        return new ViewWords(words, Messages.of(ErrorPanel.class, locale), new Figures(words));
    }

    static Problem problem(Messages words, ModelTrouble trouble) {
        return new Problem(
                words.format("headline." + trouble.kind().name(), trouble.model()),
                words.format("advice." + trouble.kind().name(), trouble.model()),
                trouble.details().isEmpty() ? null : trouble.details());
    }
}
