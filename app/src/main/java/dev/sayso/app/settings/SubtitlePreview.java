package dev.sayso.app.settings;

import atlantafx.base.theme.Styles;
import dev.sayso.app.subtitles.Arranged;
import dev.sayso.app.subtitles.SubtitleCue;
import dev.sayso.app.subtitles.SubtitleEngine;
import dev.sayso.app.subtitles.SubtitleRules;
import dev.sayso.app.transcript.Cue;
import dev.sayso.app.ui.Messages;
import java.time.Duration;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

/// An example by the rules that hold: each cue with its times, as it would stand on the screen.
final class SubtitlePreview extends VBox {

    private static final Duration SOUND = Duration.ofSeconds(14);

    private final Messages words;

    SubtitlePreview(SettingsModel model, Messages words) {
        this.words = words;
        getStyleClass().add("subtitle-preview");
        model.settings().map(Settings::subtitles).subscribe(this::show);
    }

    private void show(SubtitleRules rules) {
        List<Cue> example = List.of(new Cue(Duration.ZERO, SOUND, words.text("subtitles.example")));
        Arranged arranged = SubtitleEngine.arrange(example, SOUND, rules);
        getChildren().setAll(arranged.cues().stream().map(this::cue).toList());
        if (!arranged.violations().isEmpty()) {
            getChildren()
                    .add(muted(words.format("subtitles.violations", arranged.violations().size())));
        }
    }

    private VBox cue(SubtitleCue cue) {
        Label text = new Label(String.join("\n", cue.lines()));
        text.setTextAlignment(TextAlignment.CENTER);
        text.getStyleClass().add("subtitle-preview-text");
        Label times =
                muted(
                        words.format(
                                "subtitles.times",
                                DictationSettings.seconds(cue.cue().start()),
                                DictationSettings.seconds(cue.cue().end())));
        VBox box = new VBox(text, times);
        box.setAlignment(Pos.CENTER);
        return box;
    }

    private static Label muted(String text) {
        Label label = new Label(text);
        label.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
        label.setWrapText(true);
        return label;
    }
}
