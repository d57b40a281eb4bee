package dev.sayso.app.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.engine.Language;
import dev.sayso.engine.Transcript.Segment;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FileRowTest {

    private static final Path FILE = Path.of("/media/größe 日本.mp3");

    @Test
    void theTimeLeftFollowsTheMeasuredSpeed() {
        FileRow row = new FileRow(FileRecord.waiting(FILE));
        row.length(Duration.ofMinutes(10));
        row.enter(FileState.TRANSCRIBING);
        assertThat(row.timeLeft()).isNull();

        row.move(Duration.ofMinutes(4));
        row.speed(8);

        assertThat(row.timeLeft()).isEqualTo(Duration.ofSeconds(45));
        assertThat(row.progress()).isEqualTo(0.4);
        row.enter(FileState.DONE);
        assertThat(row.timeLeft()).isNull();
        assertThat(row.progress()).isEqualTo(1);
    }

    @Test
    void theProgressOfAnUnknownLengthIsUnknown() {
        FileRow row = new FileRow(FileRecord.waiting(FILE));
        row.move(Duration.ofMinutes(4));

        assertThat(row.progress()).isNegative();
    }

    @Test
    void whatIsKeptComesBackAsItWas() throws IOException {
        FileRecord record =
                new FileRecord(
                        FILE,
                        new FileChoice(Language.GERMAN, "large"),
                        FileState.FAILED,
                        Duration.ofSeconds(90),
                        Duration.ofSeconds(30),
                        List.of(
                                new Segment(
                                        "\"Größe\" 日本 🎤",
                                        Duration.ZERO,
                                        Duration.ofSeconds(30),
                                        null)),
                        new FileRecord.Result("large", Instant.parse("2026-11-27T10:00:00Z")),
                        new FileProblem(FileProblem.Kind.MEMORY, "too little"),
                        List.of("cut short"));

        assertThat(QueueJson.read(QueueJson.write(List.of(record)))).containsExactly(record);
        assertThat(new FileRow(record).record()).isEqualTo(record);
    }

    @Test
    void clocksReadAsPeopleReadThem() {
        assertThat(FileWords.clock(Duration.ofSeconds(7))).isEqualTo("0:07");
        assertThat(FileWords.clock(Duration.ofSeconds(187))).isEqualTo("3:07");
        assertThat(FileWords.clock(Duration.ofSeconds(3723))).isEqualTo("1:02:03");
        assertThat(FileWords.clock(null)).isEmpty();
    }
}
