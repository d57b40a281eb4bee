package dev.sayso.app.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.app.recognition.ModelWish;
import dev.sayso.app.recognition.Recognition.Urgency;
import dev.sayso.app.recognition.Transcriber;
import dev.sayso.app.settings.Settings;
import dev.sayso.app.transcript.TranscriptDocument;
import dev.sayso.engine.EngineOptions;
import dev.sayso.engine.Transcript.Segment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The queue with the starter model and real speech.
@Timeout(240)
class RealModelTest {

    private static final Path STARTER = Path.of("../engine/starter-model").toAbsolutePath();
    private static final Path SAMPLES = STARTER.resolve("samples").normalize();
    private static final Path MEDIA =
            Path.of("src/test/resources/dev/sayso/app/media").toAbsolutePath();

    @TempDir Path folder;

    private QueueRun queue() {
        return new QueueRun(
                folder, (_, options) -> Transcriber.open(STARTER, options), Settings.defaults());
    }

    @Test
    void fiveFilesOfWhichOneIsBroken() throws Exception {
        Path broken = Files.write(folder.resolve("broken.mp4"), new byte[5000]);
        List<Path> files =
                List.of(
                        SAMPLES.resolve("01-unseen-female-voice.wav"),
                        MEDIA.resolve("speech.m4a"),
                        broken,
                        MEDIA.resolve("speech.webm"),
                        SAMPLES.resolve("05-known-male-voice.wav"));
        try (QueueRun run = queue()) {
            run.on(() -> run.model.add(files));
            run.awaitAllOver(5);

            assertThat(run.state(2)).isEqualTo(FileState.FAILED);
            assertThat(run.finished.stream().map(TranscriptDocument::title).toList())
                    .containsExactly(
                            "01-unseen-female-voice.wav",
                            "speech.m4a",
                            "speech.webm",
                            "05-known-male-voice.wav");
            for (int i = 0; i < 2; i++) {
                int index = i * 3;
                Path spoken = SAMPLES.resolve(run.finished.get(index).title());
                String wanted =
                        Files.readString(
                                Path.of(spoken.toString().replaceFirst("\\.wav$", ".txt")));
                assertThat(words(run.finished.get(index).text())).isEqualTo(words(wanted));
            }
            // what two seconds of the first are
            String start = words(run.finished.getFirst().text()).substring(0, 20);
            assertThat(words(run.finished.get(1).text())).startsWith(start);
            assertThat(words(run.finished.get(2).text())).startsWith(start);
        }
    }

    @Test
    void aDictationInBetweenLosesNothing() throws Exception {
        Path file = SAMPLES.resolve("08-long-with-pauses.wav");
        try (QueueRun run = queue()) {
            run.on(() -> run.model.add(List.of(file)));
            run.awaitSentences(0, 1);
            Segment first = run.on(() -> run.model.rows().getFirst().segments().getFirst());
            run.recognition
                    .submit(
                            Urgency.DICTATION,
                            new ModelWish("", EngineOptions.defaults()),
                            (_, model) -> model)
                    .outcome()
                    .get();
            run.awaitAllOver(1);

            // the small model hears long sound a little differently each time it is cut elsewhere
            List<Segment> all = run.on(() -> List.copyOf(run.model.rows().getFirst().segments()));
            assertThat(all.getFirst()).isEqualTo(first);
            assertThat(all).hasSizeGreaterThan(1);
            assertThat(all.get(1).start()).isGreaterThanOrEqualTo(first.end());
            assertThat(words(run.finished.getFirst().text()))
                    .startsWith("call me at two zero")
                    .endsWith("the interview starts tomorrow at one o clock");
        }
    }

    private static String words(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }
}
