package dev.sayso.app.dictation;

import atlantafx.base.theme.Styles;
import dev.sayso.app.ui.Controls;
import dev.sayso.app.ui.Messages;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// What can be done with a finished text.
final class ActionBar extends FlowPane {

    private final Label delivery = new Label();

    ActionBar(DictationModel model, Messages words) {
        getStyleClass().add("actions");
        Button copy = button(Feather.COPY, words, "copy", model::copy);
        copy.getStyleClass().add(Styles.ACCENT);
        delivery.getStyleClass().addAll(Styles.TEXT_MUTED, "delivery");
        getChildren()
                .addAll(
                        copy,
                        button(Feather.CORNER_DOWN_LEFT, words, "insert", model::insert),
                        button(Feather.SAVE, words, "save", model::saveAs),
                        button(Feather.TRASH_2, words, "discard", model::discard),
                        delivery);
        model.progress()
                .delivery()
                .subscribe(what -> delivery.setText(words.text(DictationWords.delivery(what))));
        model.progress()
                .state()
                .subscribe(
                        now -> {
                            setVisible(now instanceof DictationState.Done);
                            setManaged(now instanceof DictationState.Done);
                        });
    }

    private static Button button(Ikon icon, Messages words, String key, Runnable action) {
        Button button = Controls.button(icon, words.text(key), action);
        button.setId(key);
        return button;
    }
}
