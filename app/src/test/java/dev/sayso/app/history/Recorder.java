package dev.sayso.app.history;

import dev.sayso.app.transcript.TranscriptDocument;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Writes down what the history asks of other places.
final class Recorder implements HistoryActions.Player {

    final List<String> calls = new ArrayList<>();
    final ObservableList<String> models =
            FXCollections.observableArrayList("Qwen3-ASR-1.7B", "Qwen3-ASR-0.6B");
    @Nullable Consumer<TranscriptDocument> save;
    @Nullable Runnable ended;

    HistoryActions actions() {
        return new HistoryActions(
                (document, keep) -> {
                    calls.add("edit " + document.text());
                    save = keep;
                },
                document -> calls.add("export " + document.text()),
                this,
                (entry, model, language) ->
                        calls.add("again " + entry.id() + " " + model + " " + language),
                models);
    }

    @Override
    public void play(Path sound, Runnable atEnd) {
        calls.add("play " + sound.getFileName());
        ended = atEnd;
    }

    @Override
    public void stop() {
        calls.add("stop");
    }
}
