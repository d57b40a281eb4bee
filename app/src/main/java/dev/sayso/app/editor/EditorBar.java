package dev.sayso.app.editor;

import dev.sayso.app.ui.Controls;
import dev.sayso.app.ui.Messages;
import dev.sayso.engine.audio.Pcm;
import java.time.Duration;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.layout.FlowPane;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The buttons above the cues; they take a second row where one is too narrow.
final class EditorBar extends FlowPane {

    private final EditorModel model;
    private final Messages words;
    private final EditorCommands commands;
    private final Label position = new Label();

    EditorBar(EditorModel model, Messages words, EditorCommands commands) {
        this.model = model;
        this.words = words;
        this.commands = commands;
        getStyleClass().add("editor-tools");
        position.getStyleClass().add("editor-position");
        position.setMinWidth(Label.USE_PREF_SIZE);
        model.audio().position().subscribe(_ -> showPosition());
        model.audio().state().subscribe(_ -> showPosition());
        getChildren()
                .addAll(
                        play(),
                        audible(icon(Feather.ROTATE_CCW, "tool.back5", commands::back5)),
                        position,
                        line(),
                        enabled(
                                icon(Feather.CORNER_UP_LEFT, "tool.undo", model::undo),
                                model.canUndo()),
                        enabled(
                                icon(Feather.CORNER_UP_RIGHT, "tool.redo", model::redo),
                                model.canRedo()),
                        line(),
                        cue(icon(Feather.SCISSORS, "tool.split", commands::split)),
                        cue(icon(Feather.MINIMIZE_2, "tool.merge", commands::merge)),
                        icon(Feather.PLUS, "tool.insert", commands::insert),
                        cue(icon(Feather.TRASH_2, "tool.delete", commands::delete)),
                        line(),
                        cue(icon(Feather.CLOCK, "tool.shift", commands::shift)),
                        icon(Feather.SEARCH, "tool.find", () -> commands.find(false)));
    }

    private Button play() {
        Button play = icon(Feather.PLAY, "tool.play", commands::play);
        FontIcon icon = new FontIcon(Feather.PLAY);
        play.setGraphic(icon);
        model.audio()
                .playing()
                .subscribe(
                        _ -> {
                            boolean playing = model.audio().isPlaying();
                            icon.setIconCode(playing ? Feather.PAUSE : Feather.PLAY);
                            Controls.name(play, words.text(playing ? "tool.pause" : "tool.play"));
                        });
        return audible(play);
    }

    /// Not to be pressed where there is no sound and none will come; what is above says why.
    private Button audible(Button button) {
        model.audio()
                .state()
                .subscribe(
                        state ->
                                button.setDisable(
                                        state instanceof AudioState.None
                                                || state instanceof AudioState.Missing));
        return button;
    }

    private Button icon(Feather icon, String key, Runnable action) {
        return Controls.iconButton(icon, words.text(key), action);
    }

    private Button cue(Button button) {
        button.disableProperty().bind(model.current().lessThan(0));
        return button;
    }

    private static Button enabled(Button button, ObservableBooleanValue when) {
        button.disableProperty().bind(Bindings.not(when));
        return button;
    }

    private static Separator line() {
        return new Separator(Orientation.VERTICAL);
    }

    private void showPosition() {
        Duration length =
                model.audio().state().get() instanceof AudioState.Ready(_, int samples)
                        ? Duration.ofSeconds(samples / Pcm.RATE)
                        : model.document().get().length();
        position.setText(
                CueTimes.shortText(model.audio().position().get())
                        + " / "
                        + CueTimes.shortText(length));
    }
}
