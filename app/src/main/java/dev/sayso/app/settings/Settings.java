package dev.sayso.app.settings;

import dev.sayso.app.subtitles.SubtitleRules;
import dev.sayso.engine.EngineOptions.Precision;
import dev.sayso.engine.Language;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything the user can choose.
///
/// @param general how the program starts and ends
/// @param microphone where sound comes from
/// @param dictation how a dictation goes
/// @param transcription how sound becomes text
/// @param files what happens with files
/// @param subtitles the rules for exported cues
/// @param appearance what the window looks like
/// @param storage what is kept, and for how long
/// @param place where the window was
public record Settings(
        General general,
        Microphone microphone,
        Dictation dictation,
        Transcription transcription,
        Files files,
        SubtitleRules subtitles,
        Appearance appearance,
        Storage storage,
        WindowPlace place) {

    /// How the program starts and ends.
    ///
    /// @param startAtLogin whether the desktop starts it
    /// @param startHidden whether it then waits in the tray
    /// @param closeToTray whether closing the window leaves it running, where there is a tray
    public record General(boolean startAtLogin, boolean startHidden, boolean closeToTray) {}

    /// Where sound comes from.
    ///
    /// @param device what a microphone is opened by; empty: the system's choice
    /// @param keepOpen whether it stays open for a while after a dictation, so that the next one
    ///     starts at once
    public record Microphone(String device, boolean keepOpen) {
        public Microphone withDevice(String wanted) {
            return new Microphone(wanted, keepOpen);
        }

        public Microphone withKeepOpen(boolean wanted) {
            return new Microphone(device, wanted);
        }
    }

    /// How a dictation goes.
    ///
    /// @param hotkey as `Ctrl+Alt+Space`; empty for none
    /// @param hotkeyMode what pressing it means
    /// @param stopAfterSilence ends a dictation; zero: never
    /// @param destination where the text of a dictation goes that was begun from another program
    /// @param restoreClipboard whether the clipboard gets back what it had, after an insertion
    /// @param overlay whether the small window is shown
    /// @param sounds whether start and end can be heard
    public record Dictation(
            String hotkey,
            HotkeyMode hotkeyMode,
            Duration stopAfterSilence,
            Destination destination,
            boolean restoreClipboard,
            boolean overlay,
            boolean sounds) {}

    /// What pressing the hotkey means.
    public enum HotkeyMode {
        /// A tap starts or stops; held longer, it records until it is released.
        HOLD_OR_TAP,
        /// Each press starts or stops.
        TOGGLE,
        /// Records while it is held.
        PUSH_TO_TALK
    }

    /// Where the text of a dictation goes.
    public enum Destination {
        /// Into the program that had the focus.
        INSERT,
        /// Onto the clipboard.
        CLIPBOARD,
        /// It stays in the window.
        WINDOW
    }

    /// How sound becomes text.
    ///
    /// @param model the name of an installed one; empty: the best
    /// @param language null: the model finds out
    /// @param context words likely to occur
    /// @param replacements made in the text afterwards, in this order
    /// @param threads 0: one for each core
    /// @param precision how the weights are held
    /// @param unloadAfter how long an idle model stays in memory; zero: for ever
    public record Transcription(
            String model,
            @Nullable Language language,
            String context,
            List<Replacement> replacements,
            int threads,
            Precision precision,
            Duration unloadAfter) {

        /// Copies the list.
        public Transcription {
            replacements = List.copyOf(replacements);
        }

        public Transcription withModel(String wanted) {
            return new Transcription(
                    wanted, language, context, replacements, threads, precision, unloadAfter);
        }

        public Transcription withLanguage(@Nullable Language wanted) {
            return new Transcription(
                    model, wanted, context, replacements, threads, precision, unloadAfter);
        }

        public Transcription withContext(String wanted) {
            return new Transcription(
                    model, language, wanted, replacements, threads, precision, unloadAfter);
        }

        public Transcription withReplacements(List<Replacement> wanted) {
            return new Transcription(
                    model, language, context, wanted, threads, precision, unloadAfter);
        }

        public Transcription withThreads(int wanted) {
            return new Transcription(
                    model, language, context, replacements, wanted, precision, unloadAfter);
        }

        public Transcription withPrecision(Precision wanted) {
            return new Transcription(
                    model, language, context, replacements, threads, wanted, unloadAfter);
        }

        public Transcription withUnloadAfter(Duration wanted) {
            return new Transcription(
                    model, language, context, replacements, threads, precision, wanted);
        }
    }

    /// Something written differently from how it was heard.
    ///
    /// @param from what is looked for, as a whole word; with `regex` a regular expression
    /// @param to what stands there instead
    public record Replacement(String from, String to, boolean regex, boolean ignoreCase) {}

    /// What happens with files.
    ///
    /// @param besideSource whether outputs are written beside the source
    /// @param formats extensions of what is written there: `srt`, `txt`, …
    public record Files(boolean besideSource, List<String> formats) {

        /// Copies the list.
        public Files {
            formats = List.copyOf(formats);
        }
    }

    /// What the window looks like.
    ///
    /// @param theme light, dark, or as the system is
    /// @param uiLanguage a language tag as `de` or `zh-CN`; empty: the system's
    public record Appearance(ThemeChoice theme, String uiLanguage) {}

    /// Light, dark, or as the system is.
    public enum ThemeChoice {
        /// As the system is.
        SYSTEM,
        /// Dark on light.
        LIGHT,
        /// Light on dark.
        DARK
    }

    /// What is kept.
    ///
    /// @param keepDays age at which history is deleted; 0: never
    /// @param keepAudio whether the sound of a dictation stays with its text
    /// @param privateMode whether nothing of a dictation is kept once it is done
    /// @param mirror base address that models are downloaded from; empty: the usual one
    public record Storage(int keepDays, boolean keepAudio, boolean privateMode, String mirror) {
        public Storage withKeepDays(int wanted) {
            return new Storage(wanted, keepAudio, privateMode, mirror);
        }

        public Storage withKeepAudio(boolean wanted) {
            return new Storage(keepDays, wanted, privateMode, mirror);
        }

        public Storage withPrivateMode(boolean wanted) {
            return new Storage(keepDays, keepAudio, wanted, mirror);
        }

        public Storage withMirror(String wanted) {
            return new Storage(keepDays, keepAudio, privateMode, wanted);
        }
    }

    /// Where the window was; a width of 0: nowhere yet.
    public record WindowPlace(double x, double y, double width, double height, boolean maximised) {}

    /// As the program comes.
    public static Settings defaults() {
        return new Settings(
                new General(false, false, true),
                new Microphone("", false),
                new Dictation(
                        "Ctrl+Alt+Space",
                        HotkeyMode.HOLD_OR_TAP,
                        Duration.ZERO,
                        Destination.INSERT,
                        true,
                        true,
                        false),
                new Transcription(
                        "", null, "", List.of(), 0, Precision.AUTO, Duration.ofMinutes(5)),
                new Files(false, List.of("srt", "txt")),
                SubtitleRules.defaults(),
                new Appearance(ThemeChoice.SYSTEM, ""),
                new Storage(0, true, false, ""),
                new WindowPlace(0, 0, 0, 0, false));
    }

    public Settings with(General wanted) {
        return new Settings(
                wanted,
                microphone,
                dictation,
                transcription,
                files,
                subtitles,
                appearance,
                storage,
                place);
    }

    public Settings with(Microphone wanted) {
        return new Settings(
                general,
                wanted,
                dictation,
                transcription,
                files,
                subtitles,
                appearance,
                storage,
                place);
    }

    public Settings with(Dictation wanted) {
        return new Settings(
                general,
                microphone,
                wanted,
                transcription,
                files,
                subtitles,
                appearance,
                storage,
                place);
    }

    public Settings with(Transcription wanted) {
        return new Settings(
                general,
                microphone,
                dictation,
                wanted,
                files,
                subtitles,
                appearance,
                storage,
                place);
    }

    public Settings with(Files wanted) {
        return new Settings(
                general,
                microphone,
                dictation,
                transcription,
                wanted,
                subtitles,
                appearance,
                storage,
                place);
    }

    public Settings with(SubtitleRules wanted) {
        return new Settings(
                general,
                microphone,
                dictation,
                transcription,
                files,
                wanted,
                appearance,
                storage,
                place);
    }

    public Settings with(Appearance wanted) {
        return new Settings(
                general,
                microphone,
                dictation,
                transcription,
                files,
                subtitles,
                wanted,
                storage,
                place);
    }

    public Settings with(Storage wanted) {
        return new Settings(
                general,
                microphone,
                dictation,
                transcription,
                files,
                subtitles,
                appearance,
                wanted,
                place);
    }

    public Settings with(WindowPlace wanted) {
        return new Settings(
                general,
                microphone,
                dictation,
                transcription,
                files,
                subtitles,
                appearance,
                storage,
                wanted);
    }
}
