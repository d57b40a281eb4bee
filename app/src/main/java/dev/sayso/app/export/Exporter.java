package dev.sayso.app.export;

import dev.sayso.app.folders.AtomicFile;
import dev.sayso.app.subtitles.ExportFormat;
import dev.sayso.app.subtitles.SubtitleRules;
import dev.sayso.app.transcript.TranscriptDocument;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/// Writes documents as files, each whole or not at all. It waits for the disk: not for the FX
/// thread.
public final class Exporter {

    private static final int MOST_NUMBERS = 10_000;

    private final Supplier<SubtitleRules> rules;

    /// @param rules as they are when something is written; asked on the thread that writes
    public Exporter(Supplier<SubtitleRules> rules) {
        this.rules = rules;
    }

    /// The name proposed for a file.
    public static String fileName(TranscriptDocument document, ExportFormat format) {
        return FileName.of(document.title()) + "." + format.extension();
    }

    /// Writes a file; replaces what was there, since the user has chosen its name.
    public void write(TranscriptDocument document, ExportFormat format, Path target)
            throws IOException {
        AtomicFile.write(target, format.render(document, rules.get()));
    }

    /// Writes several formats into a folder, named as the document is. Nothing is replaced: where
    /// there is a `talk.srt`, it becomes `talk (2).srt`.
    ///
    /// @param extensions `srt`, `txt`, …; those that nobody knows are an [IllegalArgumentException]
    /// @return the files written, in the same order
    public List<Path> writeBeside(TranscriptDocument document, Path folder, List<String> extensions)
            throws IOException {
        Set<ExportFormat> formats = new LinkedHashSet<>();
        for (String extension : extensions) {
            formats.add(
                    ExportFormat.find(extension)
                            .orElseThrow(
                                    () ->
                                            new IllegalArgumentException(
                                                    "no format is called '" + extension + "'")));
        }
        List<Path> written = new ArrayList<>();
        for (ExportFormat format : formats) {
            written.add(create(document, format, folder));
        }
        return written;
    }

    private Path create(TranscriptDocument document, ExportFormat format, Path folder)
            throws IOException {
        byte[] bytes = format.render(document, rules.get());
        String stem = FileName.of(document.title());
        for (int number = 1; number < MOST_NUMBERS; number++) {
            String name = number == 1 ? stem : stem + " (" + number + ")";
            Path target = folder.resolve(name + "." + format.extension());
            try {
                AtomicFile.create(target, bytes);
                return target;
            } catch (FileAlreadyExistsException e) {
                // the next number may be free
            }
        }
        throw new IOException(folder + ": expected a free name for " + stem + ", found none");
    }
}
