package dev.sayso.app.history;

import atlantafx.base.theme.Styles;
import dev.sayso.app.ui.Controls;
import dev.sayso.engine.Language;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.feather.Feather;

/// Asks what a text is to be transcribed again with.
final class AgainPanel extends FlowPane {

    private final HistoryModel model;
    private final ComboBox<String> models;
    // an empty one is: the model finds out
    private final ComboBox<Optional<Language>> languages = new ComboBox<>();
    private final Runnable started;

    /// @param started is called after a start
    AgainPanel(HistoryModel model, HistoryWords words, Runnable started) {
        this.model = model;
        this.started = started;
        getStyleClass().add("again");
        models = new ComboBox<>(model.models());
        Label none = new Label(words.text("again.noModel"));
        none.setWrapText(true);
        none.visibleProperty().bind(Bindings.isEmpty(model.models()));
        none.managedProperty().bind(none.visibleProperty());
        languages.setConverter(converter(words));
        languages.getItems().setAll(choices(words));
        languages.setValue(Optional.empty());
        Button start = Controls.button(Feather.PLAY_CIRCLE, words.text("again.start"), this::start);
        start.getStyleClass().add(Styles.ACCENT);
        start.disableProperty().bind(models.valueProperty().isNull());
        Button cancel = new Button(words.text("again.cancel"));
        cancel.setOnAction(_ -> open(false));
        getChildren()
                .addAll(
                        labelled(words.text("again.model"), models),
                        labelled(words.text("again.language"), languages),
                        start,
                        cancel,
                        none);
        setMinHeight(USE_PREF_SIZE);
        open(false);
    }

    private static HBox labelled(String text, ComboBox<?> box) {
        Label label = new Label(text);
        label.setLabelFor(box);
        box.setAccessibleText(text);
        HBox both = new HBox(label, box);
        both.getStyleClass().add("sound");
        return both;
    }

    private static List<Optional<Language>> choices(HistoryWords words) {
        return Stream.concat(
                        Stream.of(Optional.<Language>empty()),
                        Stream.of(Language.values())
                                .sorted(Comparator.comparing(words::language))
                                .map(Optional::of))
                .toList();
    }

    private static StringConverter<Optional<Language>> converter(HistoryWords words) {
        return new StringConverter<>() {
            @Override
            public String toString(Optional<Language> language) {
                return language.map(words::language).orElseGet(() -> words.text("again.auto"));
            }

            @Override
            public Optional<Language> fromString(String text) {
                return Optional.empty();
            }
        };
    }

    boolean isOpen() {
        return isVisible();
    }

    void open(boolean wanted) {
        setVisible(wanted);
        setManaged(wanted);
        if (wanted) {
            languages.setValue(Optional.empty());
            if (!model.models().contains(models.getValue())) {
                models.setValue(model.models().isEmpty() ? null : model.models().getFirst());
            }
            models.requestFocus();
        }
    }

    private void start() {
        String wanted = models.getValue();
        if (wanted != null) {
            model.transcribeAgain(wanted, languages.getValue().orElse(null));
            open(false);
            started.run();
        }
    }
}
