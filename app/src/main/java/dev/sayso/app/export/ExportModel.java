package dev.sayso.app.export;

import dev.sayso.app.subtitles.Arranged;
import dev.sayso.app.subtitles.ExportFormat;
import dev.sayso.app.subtitles.SubtitleRules;
import dev.sayso.app.subtitles.Violation;
import dev.sayso.app.transcript.TranscriptDocument;
import dev.sayso.app.ui.Elsewhere;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// A document on its way to a file: the format, a look at it, and how the writing went. For the FX
/// thread.
public final class ExportModel {

    /// Lines of a preview; more than that nobody reads.
    private static final int PREVIEW_LINES = 40;

    private static final int PREVIEW_CHARACTERS = 4000;

    private final TranscriptDocument document;
    private final Exporter exporter;
    private final Supplier<SubtitleRules> rules;
    private final Elsewhere elsewhere;
    private final ReadOnlyObjectWrapper<ExportFormat> format =
            new ReadOnlyObjectWrapper<>(ExportFormat.SRT);
    private final ReadOnlyObjectWrapper<Preview> preview =
            new ReadOnlyObjectWrapper<>(Preview.EMPTY);
    private final ReadOnlyObjectWrapper<State> state =
            new ReadOnlyObjectWrapper<>(new State.Choosing());
    private int asked;

    /// @param elsewhere where files are written and previews are made
    public ExportModel(
            TranscriptDocument document,
            Exporter exporter,
            Supplier<SubtitleRules> rules,
            Elsewhere elsewhere) {
        this.document = document;
        this.exporter = exporter;
        this.rules = rules;
        this.elsewhere = elsewhere;
        choose(ExportFormat.SRT);
    }

    /// How far it is.
    public sealed interface State {
        /// Nothing has been written yet.
        record Choosing() implements State {}

        /// The disk is at work.
        record Writing(Path target) implements State {}

        /// The file is there.
        record Written(Path target) implements State {}

        /// It is not, and whatever was there before still is.
        record Failed(Path target, Throwable why) implements State {}
    }

    /// What a file will look like.
    ///
    /// @param text its beginning
    /// @param cues how many there are; 0 when the format has none
    /// @param violations of the rules for subtitles
    public record Preview(String text, int cues, List<Violation> violations) {

        static final Preview EMPTY = new Preview("", 0, List.of());

        /// Copies the list.
        public Preview {
            violations = List.copyOf(violations);
        }
    }

    public TranscriptDocument document() {
        return document;
    }

    public ReadOnlyObjectProperty<ExportFormat> format() {
        return format.getReadOnlyProperty();
    }

    /// Of the format that is chosen; comes a moment later.
    public ReadOnlyObjectProperty<Preview> preview() {
        return preview.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /// Chooses a format.
    public void choose(ExportFormat wanted) {
        format.set(wanted);
        SubtitleRules current = rules.get();
        int request = ++asked;
        elsewhere.run(
                () -> look(document, wanted, current),
                made -> {
                    if (request == asked) {
                        preview.set(made);
                    }
                },
                why -> {
                    throw new AssertionError("a preview touches no disk", why);
                });
    }

    /// The name proposed for the file.
    public String fileName() {
        return Exporter.fileName(document, format.get());
    }

    /// Writes the file.
    ///
    /// @param target null when the user has thought better of it
    public void write(@Nullable Path target) {
        if (target == null || state.get() instanceof State.Writing) {
            return;
        }
        state.set(new State.Writing(target));
        ExportFormat wanted = format.get();
        elsewhere.run(
                () -> {
                    exporter.write(document, wanted, target);
                    return target;
                },
                written -> state.set(new State.Written(written)),
                why -> state.set(new State.Failed(target, why)));
    }

    private static Preview look(
            TranscriptDocument document, ExportFormat format, SubtitleRules rules) {
        if (!format.subtitles()) {
            // what cannot be read as text has the same paragraphs
            ExportFormat shown = format.text() ? format : ExportFormat.MARKDOWN;
            return new Preview(beginning(shown.render(document, rules)), 0, List.of());
        }
        Arranged arranged = ExportFormat.arranged(document, rules);
        return new Preview(
                beginning(format.render(document, rules)),
                arranged.cues().size(),
                arranged.violations());
    }

    private static String beginning(byte[] file) {
        String text = new String(file, StandardCharsets.UTF_8).replace("\ufeff", "");
        String lines = text.lines().limit(PREVIEW_LINES).collect(Collectors.joining("\n"));
        boolean whole = lines.length() >= text.stripTrailing().length();
        int end = Math.min(lines.length(), PREVIEW_CHARACTERS);
        return lines.substring(0, end) + (whole && end == lines.length() ? "" : "\n…");
    }
}
