package dev.sayso.app.settings;

import dev.sayso.app.settings.Settings.Appearance;
import dev.sayso.app.settings.Settings.Dictation;
import dev.sayso.app.settings.Settings.Files;
import dev.sayso.app.settings.Settings.General;
import dev.sayso.app.settings.Settings.Microphone;
import dev.sayso.app.settings.Settings.Replacement;
import dev.sayso.app.settings.Settings.Storage;
import dev.sayso.app.settings.Settings.Transcription;
import dev.sayso.app.settings.Settings.WindowPlace;
import dev.sayso.app.subtitles.SubtitleRules;
import java.time.Duration;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Writes the settings as they are kept: an object for each part, a field for each choice, named as
/// in [Settings]; durations by ISO 8601. Built as a tree, since writing records would need
/// reflection. [SettingsReader] reads it.
final class SettingsJson {

    /// Of the file's form; raised when a field changes its meaning.
    static final int VERSION = 1;

    private final ObjectNode root = JsonMapper.shared().createObjectNode();

    private SettingsJson() {}

    static String of(Settings settings) {
        SettingsJson json = new SettingsJson();
        json.root.put("version", VERSION);
        json.put(settings.general());
        json.put(settings.microphone());
        json.put(settings.dictation());
        json.put(settings.transcription());
        json.put(settings.files());
        json.put(settings.subtitles());
        json.put(settings.appearance());
        json.put(settings.storage());
        json.put(settings.place());
        return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(json.root)
                + "\n";
    }

    private void put(General general) {
        root.putObject("general")
                .put("startAtLogin", general.startAtLogin())
                .put("startHidden", general.startHidden())
                .put("closeToTray", general.closeToTray());
    }

    private void put(Microphone microphone) {
        root.putObject("microphone")
                .put("device", microphone.device())
                .put("keepOpen", microphone.keepOpen());
    }

    private void put(Dictation dictation) {
        root.putObject("dictation")
                .put("hotkey", dictation.hotkey())
                .put("hotkeyMode", dictation.hotkeyMode().name())
                .put("stopAfterSilence", text(dictation.stopAfterSilence()))
                .put("destination", dictation.destination().name())
                .put("restoreClipboard", dictation.restoreClipboard())
                .put("overlay", dictation.overlay())
                .put("sounds", dictation.sounds());
    }

    private void put(Transcription transcription) {
        ObjectNode node =
                root.putObject("transcription")
                        .put("model", transcription.model())
                        .put(
                                "language",
                                transcription.language() == null
                                        ? null
                                        : transcription.language().code())
                        .put("context", transcription.context())
                        .put("threads", transcription.threads())
                        .put("precision", transcription.precision().name())
                        .put("unloadAfter", text(transcription.unloadAfter()));
        ArrayNode replacements = node.putArray("replacements");
        for (Replacement replacement : transcription.replacements()) {
            replacements
                    .addObject()
                    .put("from", replacement.from())
                    .put("to", replacement.to())
                    .put("regex", replacement.regex())
                    .put("ignoreCase", replacement.ignoreCase());
        }
    }

    private void put(Files files) {
        ObjectNode node = root.putObject("files").put("besideSource", files.besideSource());
        ArrayNode formats = node.putArray("formats");
        files.formats().forEach(formats::add);
    }

    private void put(SubtitleRules rules) {
        root.putObject("subtitles")
                .put("columns", rules.columns())
                .put("cjkColumns", rules.cjkColumns())
                .put("lines", rules.lines())
                .put("shortest", text(rules.shortest()))
                .put("longest", text(rules.longest()))
                .put("charactersPerSecond", rules.charactersPerSecond())
                .put("gap", text(rules.gap()));
    }

    private void put(Appearance appearance) {
        root.putObject("appearance")
                .put("theme", appearance.theme().name())
                .put("uiLanguage", appearance.uiLanguage());
    }

    private void put(Storage storage) {
        root.putObject("storage")
                .put("keepDays", storage.keepDays())
                .put("keepAudio", storage.keepAudio())
                .put("privateMode", storage.privateMode())
                .put("mirror", storage.mirror());
    }

    private void put(WindowPlace place) {
        root.putObject("place")
                .put("x", place.x())
                .put("y", place.y())
                .put("width", place.width())
                .put("height", place.height())
                .put("maximised", place.maximised());
    }

    private static String text(Duration duration) {
        return duration.toString();
    }
}
