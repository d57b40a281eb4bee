package dev.sayso.app.settings;

import atlantafx.base.theme.Styles;
import dev.sayso.app.settings.Settings.Replacement;
import dev.sayso.app.ui.Controls;
import dev.sayso.app.ui.Messages;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The list of replacements, and a box to try them in. Only lines that make sense are kept; the
/// others stay on the screen until they do.
final class ReplacementsEditor extends VBox {

    private final SettingsModel model;
    private final Messages words;
    private final Surroundings surroundings;
    private final VBox list = new VBox();
    private final TextField tried = new TextField();
    private final Label result = new Label();
    private boolean changing;

    private ReplacementsEditor(Rows rows, Surroundings surroundings) {
        this.model = rows.model();
        this.words = rows.words();
        this.surroundings = surroundings;
        getStyleClass().add("replacements");
        list.getStyleClass().add("replacements-list");
        tried.setPromptText(words.text("replacements.try"));
        tried.setAccessibleText(words.text("replacements.try"));
        tried.setId("replacements-try");
        tried.textProperty().subscribe(_ -> attempt());
        result.setWrapText(true);
        result.setId("replacements-result");
        result.getStyleClass().add(Styles.TEXT_MUTED);
        getChildren()
                .addAll(
                        list,
                        Controls.button(Feather.PLUS, words.text("replacements.add"), this::add),
                        tried,
                        result);
        model.settings().subscribe(this::show);
    }

    static SettingRow row(Rows rows, Surroundings surroundings) {
        ReplacementsEditor editor = new ReplacementsEditor(rows, surroundings);
        SettingRow row = rows.labelled("transcription.replacements", editor);
        // the fields have names of their own
        editor.setAccessibleText(null);
        return row;
    }

    private void show(Settings settings) {
        if (!changing) {
            List<Replacement> wanted = settings.transcription().replacements();
            if (!wanted.equals(kept())) {
                list.getChildren().setAll(wanted.stream().map(this::line).toList());
            }
        }
        attempt();
    }

    private ReplacementLine line(Replacement replacement) {
        return new ReplacementLine(replacement, words, this::changed, this::remove);
    }

    private void add() {
        ReplacementLine line = line(new Replacement("", "", false, true));
        list.getChildren().add(line);
        line.focus();
    }

    private void remove(ReplacementLine line) {
        list.getChildren().remove(line);
        changed();
    }

    private void changed() {
        changing = true;
        model.change(all -> all.with(all.transcription().withReplacements(kept())));
        changing = false;
    }

    private List<Replacement> kept() {
        List<Replacement> kept = new ArrayList<>();
        for (var child : list.getChildren()) {
            Replacement replacement = ((ReplacementLine) child).replacement();
            if (replacement != null) {
                kept.add(replacement);
            }
        }
        return kept;
    }

    private void attempt() {
        String text = tried.getText();
        boolean any = text != null && !text.isEmpty();
        result.setText(
                any
                        ? surroundings.replaced(text, model.get().transcription().replacements())
                        : words.text("replacements.nothing"));
    }
}
