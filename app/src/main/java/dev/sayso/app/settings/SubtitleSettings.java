package dev.sayso.app.settings;

import static dev.sayso.app.settings.DictationSettings.duration;
import static dev.sayso.app.settings.DictationSettings.seconds;

import atlantafx.base.theme.Styles;
import dev.sayso.app.subtitles.SubtitleRules;
import dev.sayso.app.ui.Controls;
import dev.sayso.app.ui.Messages;
import java.time.Duration;
import java.util.List;
import javafx.scene.control.Button;
import org.kordamp.ikonli.feather.Feather;

/// The rules for subtitles, and what they make of an example.
final class SubtitleSettings {

    /// The shortest and the longest time of a cue keep this distance.
    private static final double TENTH = 0.1;

    private SubtitleSettings() {}

    static SettingsSection section(Rows rows) {
        Messages words = rows.words();
        SettingsModel model = rows.model();
        Button usual =
                Controls.button(
                        Feather.ROTATE_CCW,
                        words.text("subtitles.reset.button"),
                        () -> model.change(s -> s.with(SubtitleRules.defaults())));
        usual.getStyleClass().add(Styles.SMALL);
        return new SettingsSection(
                words.text("subtitles"),
                List.of(
                        // first, so that it can be seen while the rules are changed
                        rows.labelled("subtitles.preview", new SubtitlePreview(model, words)),
                        whole(
                                rows,
                                "columns",
                                SubtitleLimits.LEAST_COLUMNS,
                                SubtitleLimits.COLUMNS),
                        whole(
                                rows,
                                "cjkColumns",
                                SubtitleLimits.LEAST_CJK_COLUMNS,
                                SubtitleLimits.COLUMNS),
                        whole(rows, "lines", 1, SubtitleLimits.LINES),
                        shortest(rows),
                        longest(rows),
                        rows.number(
                                "subtitles.speed",
                                new NumberRange(() -> 1, () -> SubtitleLimits.SPEED, 1),
                                settings -> settings.subtitles().charactersPerSecond(),
                                SubtitleChange::charactersPerSecond),
                        rows.number(
                                "subtitles.gap",
                                NumberRange.whole(0, SubtitleLimits.GAP_MILLIS),
                                settings -> settings.subtitles().gap().toMillis(),
                                (settings, millis) ->
                                        SubtitleChange.gap(
                                                settings, Duration.ofMillis(millis.longValue()))),
                        rows.labelled("subtitles.reset", usual)));
    }

    private static SettingRow whole(Rows rows, String rule, int least, int most) {
        return rows.number(
                "subtitles." + rule,
                NumberRange.whole(least, most),
                settings ->
                        switch (rule) {
                            case "columns" -> settings.subtitles().columns();
                            case "cjkColumns" -> settings.subtitles().cjkColumns();
                            default -> settings.subtitles().lines();
                        },
                (settings, value) ->
                        switch (rule) {
                            case "columns" -> SubtitleChange.columns(settings, value.intValue());
                            case "cjkColumns" ->
                                    SubtitleChange.cjkColumns(settings, value.intValue());
                            default -> SubtitleChange.lines(settings, value.intValue());
                        });
    }

    private static SettingRow shortest(Rows rows) {
        return rows.number(
                "subtitles.shortest",
                new NumberRange(() -> 0, () -> seconds(rules(rows).longest()) - TENTH, 3),
                settings -> seconds(settings.subtitles().shortest()),
                (settings, value) -> SubtitleChange.shortest(settings, duration(value)));
    }

    private static SettingRow longest(Rows rows) {
        return rows.number(
                "subtitles.longest",
                new NumberRange(
                        () -> seconds(rules(rows).shortest()) + TENTH,
                        () -> SubtitleLimits.SECONDS,
                        3),
                settings -> seconds(settings.subtitles().longest()),
                (settings, value) -> SubtitleChange.longest(settings, duration(value)));
    }

    private static SubtitleRules rules(Rows rows) {
        return rows.model().get().subtitles();
    }
}
