package dev.sayso.app.editor;

import atlantafx.base.theme.Styles;
import dev.sayso.app.transcript.Cue;
import dev.sayso.app.transcript.TranscriptDocument;
import dev.sayso.app.ui.Controls;
import dev.sayso.app.ui.Messages;
import dev.sayso.app.ui.Toasts;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The transcript editor.
public final class EditorView extends BorderPane {

    private final EditorModel model;
    private final Messages words;
    private final Runnable left;
    private final Label counts = new Label();
    private final Label saved = new Label();

    /// @param words of this package
    /// @param toasts shows what cannot be done, and offers to undo
    /// @param export is given the document as it is
    /// @param left run after the user went back, when everything is saved and the sound is closed
    public EditorView(
            EditorModel model,
            Messages words,
            Toasts toasts,
            Consumer<TranscriptDocument> export,
            Runnable left) {
        this.model = model;
        this.words = words;
        this.left = left;
        getStyleClass().add("editor");
        getStylesheets()
                .add(Objects.requireNonNull(EditorView.class.getResource("editor.css")).toString());
        EditorCommands commands = new EditorCommands(model, words, toasts);
        setTop(
                new VBox(
                        header(export),
                        new SavePanel(model, words, this::close),
                        new AudioPane(model, words),
                        new EditorBar(model, words, commands),
                        commands.findBar(),
                        commands.shiftBar()));
        setCenter(commands.cues());
        setBottom(status());
        new EditorKeys(model, commands).listenTo(this);
    }

    private HBox header(Consumer<TranscriptDocument> export) {
        Label title = new Label(model.document().get().title());
        title.getStyleClass().add(Styles.TITLE_4);
        title.setMinWidth(0);
        HBox space = new HBox();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button button =
                Controls.button(
                        Feather.SHARE,
                        words.text("export"),
                        () -> export.accept(model.document().get()));
        button.getStyleClass().add("editor-export");
        button.setMinWidth(USE_PREF_SIZE);
        HBox header =
                new HBox(
                        Controls.iconButton(Feather.ARROW_LEFT, words.text("back"), this::leave),
                        title,
                        space,
                        button);
        header.getStyleClass().add("editor-header");
        header.setAlignment(Pos.CENTER_LEFT);
        return header;
    }

    private VBox status() {
        model.cues().addListener((ListChangeListener<Cue>) _ -> count());
        model.words().subscribe(_ -> count());
        model.saveState().subscribe(this::showSaved);
        count();
        FlowPane line = new FlowPane(counts, saved);
        line.getStyleClass().add("editor-counts");
        VBox status = new VBox(line);
        if (model.timesAreEstimated()) {
            Label note = new Label(words.text("estimated"), new FontIcon(Feather.INFO));
            note.setWrapText(true);
            status.getChildren().add(note);
        }
        status.getStyleClass().addAll("editor-status", Styles.TEXT_SUBTLE);
        return status;
    }

    private void count() {
        counts.setText(words.format("counts", model.cues().size(), model.words().get()));
    }

    private void showSaved(SaveState state) {
        saved.setText(
                words.text(
                        switch (state) {
                            case SaveState.Saved() -> "saved";
                            case SaveState.Changed(), SaveState.Saving() -> "saving";
                            case SaveState.Failed(_) -> "unsaved";
                        }));
    }

    /// Goes back as soon as everything is saved.
    public void leave() {
        model.save(this::close);
    }

    private void close() {
        model.close();
        left.run();
    }
}
