package dev.sayso.app.settings;

import dev.sayso.app.ui.Messages;
import dev.sayso.engine.EngineOptions.Precision;
import dev.sayso.engine.Language;
import java.text.Collator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.TextArea;

/// How sound becomes text, and what is changed in it.
final class TranscriptionSettings {

    private static final int MOST_MINUTES = 1440;

    private TranscriptionSettings() {}

    static SettingsSection section(Rows rows, Surroundings surroundings) {
        Messages words = rows.words();
        return new SettingsSection(
                words.text("transcription"),
                List.of(
                        rows.choice(
                                "transcription.language",
                                languages(words),
                                language -> name(language, words),
                                settings ->
                                        Optional.ofNullable(settings.transcription().language()),
                                (settings, language) ->
                                        settings.with(
                                                settings.transcription()
                                                        .withLanguage(language.orElse(null)))),
                        context(rows),
                        ReplacementsEditor.row(rows, surroundings),
                        rows.number(
                                "transcription.threads",
                                NumberRange.whole(0, 256),
                                settings -> settings.transcription().threads(),
                                (settings, threads) ->
                                        settings.with(
                                                settings.transcription()
                                                        .withThreads(threads.intValue()))),
                        rows.choice(
                                "transcription.precision",
                                List.of(Precision.values()),
                                precision -> words.text("precision." + precision),
                                settings -> settings.transcription().precision(),
                                (settings, precision) ->
                                        settings.with(
                                                settings.transcription().withPrecision(precision))),
                        rows.number(
                                "transcription.unloadAfter",
                                NumberRange.whole(0, MOST_MINUTES),
                                settings -> settings.transcription().unloadAfter().toMinutes(),
                                (settings, minutes) ->
                                        settings.with(
                                                settings.transcription()
                                                        .withUnloadAfter(
                                                                Duration.ofMinutes(
                                                                        minutes.intValue()))))));
    }

    /// None first, then by name.
    private static List<Optional<Language>> languages(Messages words) {
        List<Optional<Language>> languages = new ArrayList<>();
        for (Language language : Language.values()) {
            languages.add(Optional.of(language));
        }
        Collator order = Collator.getInstance(words.locale());
        languages.sort(Comparator.comparing(language -> name(language, words), order));
        languages.addFirst(Optional.empty());
        return languages;
    }

    private static String name(Optional<Language> language, Messages words) {
        return language.map(
                        known -> {
                            String name =
                                    Locale.of(known.code()).getDisplayLanguage(words.locale());
                            return name.substring(0, 1).toUpperCase(words.locale())
                                    + name.substring(1);
                        })
                .orElseGet(() -> words.text("language.auto"));
    }

    private static SettingRow context(Rows rows) {
        TextArea area = new TextArea();
        area.setWrapText(true);
        area.setPrefRowCount(3);
        rows.model()
                .settings()
                .subscribe(
                        settings -> {
                            if (!area.getText().equals(settings.transcription().context())) {
                                area.setText(settings.transcription().context());
                            }
                        });
        area.textProperty()
                .subscribe(
                        typed ->
                                rows.model()
                                        .change(s -> s.with(s.transcription().withContext(typed))));
        TabLeaves.in(area);
        return rows.labelled("transcription.context", area);
    }
}
