package dev.sayso.app;

import dev.sayso.app.editor.EditorModel;
import dev.sayso.app.editor.EditorTools;
import dev.sayso.app.editor.EditorView;
import dev.sayso.app.editor.TranscriptSaver;
import dev.sayso.app.media.MediaDecoder;
import dev.sayso.app.media.MediaProgress;
import dev.sayso.app.playback.Speakers;
import dev.sayso.app.transcript.TranscriptDocument;
import dev.sayso.app.ui.Background;
import dev.sayso.app.ui.Messages;
import dev.sayso.app.ui.Toasts;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;

/// Opens transcripts in the editor, as a page over the window's place.
final class EditorPages {

    private final MainWindow window;
    private final MediaDecoder media;
    private final Background background;
    private final Toasts toasts;
    private final Messages words;
    private final Consumer<TranscriptDocument> export;

    EditorPages(
            MainWindow window,
            MediaDecoder media,
            Background background,
            Toasts toasts,
            Locale language,
            Consumer<TranscriptDocument> export) {
        this.window = window;
        this.media = media;
        this.background = background;
        this.toasts = toasts;
        this.words = Messages.of(EditorView.class, language);
        this.export = export;
    }

    /// Opens one.
    ///
    /// @param saver keeps what is edited
    /// @param back the place that comes back afterwards
    void open(TranscriptDocument document, TranscriptSaver saver, String back) {
        EditorTools tools =
                new EditorTools(
                        (file, progress) -> media.read(file, done -> tell(progress, done)).pcm(),
                        new Speakers(),
                        saver,
                        background);
        // as long as there is no aligner, times are those of stretches
        EditorModel model = new EditorModel(document, true, tools);
        window.open(new EditorView(model, words, toasts, export, () -> window.go(back)));
    }

    private static void tell(DoubleConsumer progress, MediaProgress done) {
        Duration announced = done.announced();
        if (announced != null && announced.isPositive()) {
            progress.accept(Math.min(1, (double) done.decoded().toMillis() / announced.toMillis()));
        }
    }
}
