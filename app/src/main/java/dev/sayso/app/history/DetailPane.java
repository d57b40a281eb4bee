package dev.sayso.app.history;

import atlantafx.base.theme.Styles;
import dev.sayso.app.transcript.TranscriptDocument;
import dev.sayso.app.ui.Controls;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// One text, and what can be done with it.
final class DetailPane extends StackPane {

    /// A text area lays out all it has, on the FX thread.
    private static final int MOST = 10_000;

    private final HistoryModel model;
    private final HistoryWords words;
    private final Label none;
    private final Label title = new Label();
    private final Label about = new Label();
    private final Label brokenOff = new Label();
    private final TextArea text = new TextArea();
    private final Label cut;
    private final TextField path = new TextField();
    private final Label noSound;
    private final HBox sound;
    private final Button play;
    private final Button again;
    private final AgainPanel panel;
    private final VBox whole;

    /// What this pane leaves to the view.
    ///
    /// @param started a transcription was started again
    record Actions(Runnable copy, Runnable delete, Runnable started) {}

    DetailPane(HistoryModel model, HistoryWords words, Actions actions) {
        this.model = model;
        this.words = words;
        none = quiet(words.text("detail.none"));
        cut = quiet(words.text("detail.cut"));
        noSound = quiet(words.text("detail.noSound"));
        play = Controls.button(Feather.PLAY, words.text("action.play"), model::playOrStop);
        panel = new AgainPanel(model, words, actions.started());
        again =
                Controls.button(
                        Feather.REFRESH_CW,
                        words.text("action.again"),
                        () -> panel.open(!panel.isOpen()));
        sound = new HBox(new Label(words.text("detail.sound")), path);
        whole = new VBox(header(), toolbar(actions), panel, text, cut, sound, noSound);
        build();
        model.shown().addListener((_, _, now) -> show(now));
        model.playing().addListener((_, _, now) -> playing(now));
        show(model.shown().get());
    }

    private static Label quiet(String words) {
        Label label = new Label(words);
        label.getStyleClass().add("quiet");
        return wrapped(label);
    }

    /// The text area gives way, the labels do not.
    private static Label wrapped(Label label) {
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private Node header() {
        title.getStyleClass().add(Styles.TITLE_4);
        about.getStyleClass().add("quiet");
        brokenOff.setText(words.text("detail.brokenOff"));
        brokenOff.setGraphic(new FontIcon(Feather.ALERT_TRIANGLE));
        brokenOff.getStyleClass().add("state-broken-off");
        VBox header = new VBox(wrapped(title), wrapped(about), wrapped(brokenOff));
        header.setMinHeight(USE_PREF_SIZE);
        return header;
    }

    private Node toolbar(Actions actions) {
        Button copy = Controls.button(Feather.COPY, words.text("action.copy"), actions.copy());
        copy.getStyleClass().add(Styles.ACCENT);
        Button delete =
                Controls.button(Feather.TRASH_2, words.text("action.delete"), actions.delete());
        delete.getStyleClass().addAll(Styles.DANGER, Styles.BUTTON_OUTLINED);
        FlowPane bar =
                new FlowPane(
                        copy,
                        Controls.button(Feather.EDIT_2, words.text("action.edit"), model::edit),
                        play,
                        again,
                        Controls.button(
                                Feather.DOWNLOAD, words.text("action.export"), model::export),
                        delete);
        bar.getStyleClass().add("actions");
        bar.setMinHeight(USE_PREF_SIZE);
        return bar;
    }

    private void build() {
        whole.getStyleClass().add("history-detail");
        VBox.setVgrow(text, Priority.ALWAYS);
        text.setMinHeight(0);
        text.setEditable(false);
        text.setWrapText(true);
        text.setAccessibleText(words.text("detail.text"));
        path.setEditable(false);
        path.setAccessibleText(words.text("detail.sound"));
        HBox.setHgrow(path, Priority.ALWAYS);
        sound.getStyleClass().add("sound");
        getChildren().addAll(none, whole);
    }

    private void show(HistoryModel.@Nullable Shown now) {
        visible(none, now == null);
        visible(whole, now != null);
        if (now == null) {
            panel.open(false);
            return;
        }
        HistoryEntry entry = now.entry();
        TranscriptDocument document = entry.document();
        title.setText(
                entry.kind() == EntryKind.FILE ? document.title() : words.text("row.dictation"));
        about.setText(
                words.moment(document.created())
                        + " · "
                        + words.about(document.length(), document.model(), document.language()));
        visible(brokenOff, entry.state() == EntryState.BROKEN_OFF);
        showText(document.text());
        showSound(now.sound());
        again.setDisable(now.sound() == null || entry.state() == EntryState.OPEN);
        if (again.isDisabled()) {
            panel.open(false);
        }
    }

    private void showText(String all) {
        boolean tooLong = all.length() > MOST;
        String beginning = tooLong ? all.substring(0, MOST) + "…" : all;
        // an unchanged text keeps its place and selection
        if (!beginning.equals(text.getText())) {
            text.setText(beginning);
        }
        visible(cut, tooLong);
    }

    private void showSound(@Nullable Path file) {
        play.setDisable(file == null);
        path.setText(file == null ? "" : file.toString());
        visible(sound, file != null);
        visible(noSound, file == null);
    }

    private void playing(@Nullable Path now) {
        play.setText(words.text(now == null ? "action.play" : "action.stop"));
        play.setGraphic(new FontIcon(now == null ? Feather.PLAY : Feather.SQUARE));
    }

    private static void visible(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
