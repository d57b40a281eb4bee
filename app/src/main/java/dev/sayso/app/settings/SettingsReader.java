package dev.sayso.app.settings;

import dev.sayso.app.settings.Settings.Appearance;
import dev.sayso.app.settings.Settings.Destination;
import dev.sayso.app.settings.Settings.Dictation;
import dev.sayso.app.settings.Settings.Files;
import dev.sayso.app.settings.Settings.General;
import dev.sayso.app.settings.Settings.HotkeyMode;
import dev.sayso.app.settings.Settings.Microphone;
import dev.sayso.app.settings.Settings.Replacement;
import dev.sayso.app.settings.Settings.Storage;
import dev.sayso.app.settings.Settings.ThemeChoice;
import dev.sayso.app.settings.Settings.Transcription;
import dev.sayso.app.settings.Settings.WindowPlace;
import dev.sayso.app.subtitles.SubtitleRules;
import dev.sayso.engine.EngineOptions.Precision;
import dev.sayso.engine.Language;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads what [SettingsJson] writes. What is missing or makes no sense is as the program comes;
/// what is unknown is left out.
final class SettingsReader {

    private static final int MOST_THREADS = 1024;
    private static final int MOST_DAYS = 36_500;

    private final JsonNode root;
    private final Settings usual = Settings.defaults();

    private SettingsReader(JsonNode root) {
        this.root = root;
    }

    static Settings read(JsonNode root) {
        SettingsReader reader = new SettingsReader(root);
        return new Settings(
                reader.general(),
                reader.microphone(),
                reader.dictation(),
                reader.transcription(),
                reader.files(),
                reader.subtitles(),
                reader.appearance(),
                reader.storage(),
                reader.place());
    }

    private SettingsFields part(String name) {
        return new SettingsFields(root.path(name));
    }

    private General general() {
        SettingsFields part = part("general");
        return new General(
                part.truth("startAtLogin", usual.general().startAtLogin()),
                part.truth("startHidden", usual.general().startHidden()),
                part.truth("closeToTray", usual.general().closeToTray()));
    }

    private Microphone microphone() {
        SettingsFields part = part("microphone");
        return new Microphone(
                part.text("device", usual.microphone().device()),
                part.truth("keepOpen", usual.microphone().keepOpen()));
    }

    private Dictation dictation() {
        SettingsFields part = part("dictation");
        Dictation otherwise = usual.dictation();
        return new Dictation(
                part.text("hotkey", otherwise.hotkey()),
                part.choice("hotkeyMode", otherwise.hotkeyMode(), HotkeyMode.values()),
                part.duration("stopAfterSilence", otherwise.stopAfterSilence()),
                part.choice("destination", otherwise.destination(), Destination.values()),
                part.truth("restoreClipboard", otherwise.restoreClipboard()),
                part.truth("overlay", otherwise.overlay()),
                part.truth("sounds", otherwise.sounds()));
    }

    private Transcription transcription() {
        SettingsFields part = part("transcription");
        Transcription otherwise = usual.transcription();
        return new Transcription(
                part.text("model", otherwise.model()),
                language(part),
                part.text("context", otherwise.context()),
                replacements(part.part().path("replacements")),
                part.whole("threads", otherwise.threads(), 0, MOST_THREADS),
                part.choice("precision", otherwise.precision(), Precision.values()),
                part.duration("unloadAfter", otherwise.unloadAfter()));
    }

    private static @Nullable Language language(SettingsFields part) {
        return Language.find(part.text("language", "")).orElse(null);
    }

    private static List<Replacement> replacements(JsonNode node) {
        List<Replacement> replacements = new ArrayList<>();
        for (JsonNode element : node) {
            SettingsFields fields = new SettingsFields(element);
            String from = fields.text("from", "");
            if (!from.isEmpty()) {
                replacements.add(
                        new Replacement(
                                from,
                                fields.text("to", ""),
                                fields.truth("regex", false),
                                fields.truth("ignoreCase", false)));
            }
        }
        return replacements;
    }

    private Files files() {
        SettingsFields part = part("files");
        return new Files(
                part.truth("besideSource", usual.files().besideSource()),
                part.texts("formats", usual.files().formats()));
    }

    private SubtitleRules subtitles() {
        SettingsFields part = part("subtitles");
        SubtitleRules otherwise = usual.subtitles();
        try {
            return new SubtitleRules(
                    part.whole("columns", otherwise.columns(), 1, SubtitleLimits.COLUMNS),
                    part.whole("cjkColumns", otherwise.cjkColumns(), 1, SubtitleLimits.COLUMNS),
                    part.whole("lines", otherwise.lines(), 1, SubtitleLimits.LINES),
                    part.duration("shortest", otherwise.shortest()),
                    part.duration("longest", otherwise.longest()),
                    part.number("charactersPerSecond", otherwise.charactersPerSecond()),
                    part.duration("gap", otherwise.gap()));
        } catch (IllegalArgumentException e) {
            // each may be good alone, but not together
            return otherwise;
        }
    }

    private Appearance appearance() {
        SettingsFields part = part("appearance");
        return new Appearance(
                part.choice("theme", usual.appearance().theme(), ThemeChoice.values()),
                part.text("uiLanguage", usual.appearance().uiLanguage()));
    }

    private Storage storage() {
        SettingsFields part = part("storage");
        Storage otherwise = usual.storage();
        return new Storage(
                part.whole("keepDays", otherwise.keepDays(), 0, MOST_DAYS),
                part.truth("keepAudio", otherwise.keepAudio()),
                part.truth("privateMode", otherwise.privateMode()),
                part.text("mirror", otherwise.mirror()));
    }

    private WindowPlace place() {
        SettingsFields part = part("place");
        WindowPlace otherwise = usual.place();
        return new WindowPlace(
                part.number("x", otherwise.x()),
                part.number("y", otherwise.y()),
                part.number("width", otherwise.width()),
                part.number("height", otherwise.height()),
                part.truth("maximised", otherwise.maximised()));
    }
}
