package dev.sayso.app.export;

import dev.sayso.app.transcript.Cue;
import dev.sayso.app.transcript.TranscriptDocument;
import dev.sayso.engine.Language;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Documents to export.
final class TestDocuments {

    private TestDocuments() {}

    static TranscriptDocument talk() {
        return called("talk.wav");
    }

    static TranscriptDocument called(String title) {
        return of(title, cue(0, 1500, "Hello world."), cue(1500, 3000, "How are you?"));
    }

    static TranscriptDocument of(String title, Cue... cues) {
        return new TranscriptDocument(
                title,
                null,
                "tiny",
                Language.ENGLISH,
                Instant.EPOCH,
                Duration.ofSeconds(60),
                List.of(cues));
    }

    static Cue cue(long start, long end, String text) {
        return new Cue(Duration.ofMillis(start), Duration.ofMillis(end), text);
    }
}
