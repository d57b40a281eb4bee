package dev.sayso.app.settings;

import atlantafx.base.theme.Styles;
import dev.sayso.app.ui.Messages;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;

/// Makes rows that show a part of the settings and change it. What is typed is taken at once when
/// it is good; when it is not, the row says why, and the settings stay as they are.
///
/// A key names the words: `key` itself, and `key.hint` where there is something to explain.
final class Rows {

    private final SettingsModel model;
    private final Messages words;

    Rows(SettingsModel model, Messages words) {
        this.model = model;
        this.words = words;
    }

    SettingsModel model() {
        return model;
    }

    Messages words() {
        return words;
    }

    /// Yes or no.
    SettingRow check(
            String key,
            Function<Settings, Boolean> get,
            BiFunction<Settings, Boolean, Settings> with) {
        CheckBox box = new CheckBox(words.text(key));
        box.setWrapText(true);
        box.setId(id(key));
        model.settings().subscribe(settings -> box.setSelected(get.apply(settings)));
        box.selectedProperty()
                .subscribe(chosen -> model.change(settings -> with.apply(settings, chosen)));
        return new SettingRow(found(key), withHint(key, box));
    }

    /// One of several.
    ///
    /// @param names what each value is called
    <T> SettingRow choice(
            String key,
            List<T> values,
            Function<T, String> names,
            Function<Settings, T> get,
            BiFunction<Settings, T, Settings> with) {
        ComboBox<T> box = new ComboBox<>();
        box.getItems().setAll(values);
        ChoiceNames.show(box, names);
        model.settings().subscribe(settings -> box.setValue(get.apply(settings)));
        box.valueProperty()
                .subscribe(
                        chosen -> {
                            if (chosen != null) {
                                model.change(settings -> with.apply(settings, chosen));
                            }
                        });
        return labelled(key, box);
    }

    /// A number.
    SettingRow number(
            String key,
            NumberRange range,
            ToDoubleFunction<Settings> get,
            BiFunction<Settings, Double, Settings> with) {
        CheckedField field =
                new CheckedField(
                        typed -> {
                            var number = range.parse(typed);
                            if (number.isEmpty()) {
                                return words.format(
                                        "number.wrong",
                                        text(range.least().getAsDouble()),
                                        text(range.most().getAsDouble()));
                            }
                            model.change(s -> with.apply(s, number.getAsDouble()));
                            return null;
                        });
        field.input().setPrefColumnCount(6);
        field.input().setMaxWidth(CheckedField.USE_PREF_SIZE);
        model.settings()
                .subscribe(
                        settings -> {
                            double value = get.applyAsDouble(settings);
                            // what is being typed is not rewritten, as "1." would be
                            if (range.parse(field.input().getText()).orElse(-1) != value) {
                                field.put(text(value));
                            }
                        });
        return labelled(key, field);
    }

    /// A line of text.
    ///
    /// @param check null for what is good, else why it is not
    SettingRow line(
            String key,
            CheckedField.Check check,
            Function<Settings, String> get,
            BiFunction<Settings, String, Settings> with) {
        CheckedField field =
                new CheckedField(
                        typed -> {
                            String wrong = check.apply(typed.strip());
                            if (wrong == null) {
                                model.change(settings -> with.apply(settings, typed.strip()));
                            }
                            return wrong;
                        });
        model.settings()
                .subscribe(
                        settings -> {
                            String value = get.apply(settings);
                            if (!field.input().getText().strip().equals(value)) {
                                field.put(value);
                            }
                        });
        return labelled(key, field);
    }

    /// Any control under its name, with the hint below.
    SettingRow labelled(String key, Node control) {
        Label label = new Label(words.text(key));
        label.getStyleClass().add("setting-name");
        label.setWrapText(true);
        Node target = control instanceof CheckedField field ? field.input() : control;
        label.setLabelFor(target);
        target.setAccessibleText(words.text(key));
        target.setId(id(key));
        if (target instanceof TextInputControl input && hasHint(key)) {
            input.setAccessibleHelp(words.text(key + ".hint"));
        }
        return row(key, label, withHint(key, control));
    }

    private SettingRow row(String key, Label name, Node[] below) {
        SettingRow row = new SettingRow(found(key), name);
        row.getChildren().addAll(below);
        return row;
    }

    /// The hint stands below, but above what grows.
    private Node[] withHint(String key, Node control) {
        if (!hasHint(key)) {
            return new Node[] {control};
        }
        Label hint = hint(key + ".hint");
        return control instanceof ReplacementsEditor
                ? new Node[] {hint, control}
                : new Node[] {control, hint};
    }

    /// A remark.
    Label hint(String key) {
        Label hint = new Label(words.text(key));
        hint.getStyleClass().addAll(Styles.TEXT_MUTED, "setting-hint");
        hint.setWrapText(true);
        return hint;
    }

    /// A selector takes no dots.
    private static String id(String key) {
        return key.replace('.', '-');
    }

    private boolean hasHint(String key) {
        return words.has(key + ".hint");
    }

    private String found(String key) {
        return words.text(key) + " " + (hasHint(key) ? words.text(key + ".hint") : "");
    }

    String text(double number) {
        return NumberRange.text(number, words.locale());
    }
}
