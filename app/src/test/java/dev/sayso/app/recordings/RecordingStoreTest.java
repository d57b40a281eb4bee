package dev.sayso.app.recordings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sayso.engine.audio.Pcm;
import dev.sayso.engine.audio.Recording;
import dev.sayso.engine.audio.WavFile;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class RecordingStoreTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678Z");

    @TempDir private Path temp;
    private Path folder;
    private RecordingStore store;

    @BeforeEach
    void makeStore() {
        folder = temp.resolve("recordings");
        store = new RecordingStore(folder);
    }

    private static float[] samples(int count) {
        float[] samples = new float[count];
        for (int i = 0; i < count; i++) {
            samples[i] = (i % 100) / 200f;
        }
        return samples;
    }

    @Test
    void whatIsWrittenCanBeReadWhileItIsWritten() throws Exception {
        RecordingFile file = store.begin(NOW);
        file.write(samples(40_000), 40_000);
        // another program would see this much; here the lock would be lost with it
        Path copy = temp.resolve("copy.wav");
        Files.write(copy, Files.readAllBytes(file.path()));
        assertThat(WavFile.read(copy).pcm().length()).isEqualTo(40_000);

        file.write(new float[] {1.5f, -1.5f}, 2);
        file.close();
        Path finished = store.finish(file.path());

        assertThat(finished).isEqualTo(folder.resolve("2026-01-02T03-04-05-678.wav"));
        Recording recording = WavFile.read(finished);
        assertThat(recording.pcm().length()).isEqualTo(40_002);
        assertThat(recording.pcm().at(150)).isCloseTo(0.25f, within(1e-4f));
        assertThat(recording.pcm().at(40_000)).isCloseTo(1f, within(1e-4f));
        assertThat(recording.warnings()).isEmpty();
        assertThat(store.unfinished()).isEmpty();
    }

    @Test
    void twoAtTheSameMomentAreTwo() throws Exception {
        RecordingFile first = store.begin(NOW);
        RecordingFile second = store.begin(NOW);
        assertThat(second.path()).isNotEqualTo(first.path());
    }

    @Test
    void theRecordingOfAKilledProgramIsFoundWithAllItsSound() throws Exception {
        Process child = recorder();
        long told = 0;
        try (BufferedReader out = child.inputReader()) {
            String line = out.readLine();
            while (line != null && told < 32_000) {
                told = Long.parseLong(line.substring("recorded ".length()));
                if (told == 16_000) {
                    assertThat(store.unfinished()).as("while it lives").isEmpty();
                }
                line = out.readLine();
            }
            // SIGKILL: no finally, no shutdown hook
            child.destroyForcibly();
        }
        assertThat(child.waitFor(10, TimeUnit.SECONDS)).isTrue();

        List<UnfinishedRecording> found = store.unfinished();

        assertThat(found).hasSize(1);
        UnfinishedRecording left = found.getFirst();
        assertThat(left.started()).isEqualTo("2026-03-04T05:06:07Z");
        Pcm sound = WavFile.read(left.file()).pcm();
        assertThat(sound.length()).isGreaterThanOrEqualTo((int) told);
        assertThat(left.length()).isEqualTo(sound.duration());
        assertThat(sound.at(31_500)).isCloseTo(0.5f, within(1e-3f));

        store.delete(left.file());
        assertThat(store.unfinished()).isEmpty();
    }

    private Process recorder() throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classes =
                List.of(KilledRecorder.class, RecordingStore.class, Pcm.class).stream()
                        .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
                        .map(location -> Path.of(location.getPath()).toString())
                        .distinct()
                        .reduce((a, b) -> a + File.pathSeparator + b)
                        .orElseThrow();
        return new ProcessBuilder(
                        java, "-cp", classes, KilledRecorder.class.getName(), folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    @Test
    void aHeaderThatLagsBehindIsRepaired() throws Exception {
        RecordingFile file = store.begin(NOW);
        file.write(samples(16_000), 16_000);
        file.close();
        // half a sample more, as a program leaves that dies while it writes
        byte[] bytes = Files.readAllBytes(file.path());
        byte[] longer = java.util.Arrays.copyOf(bytes, bytes.length + 4001);
        Files.write(file.path(), longer);

        List<UnfinishedRecording> found = new RecordingStore(folder).unfinished();

        assertThat(found)
                .extracting(UnfinishedRecording::length)
                .containsExactly(Duration.ofMillis(1125));
        assertThat(WavFile.read(found.getFirst().file()).pcm().length()).isEqualTo(18_000);
    }

    @Test
    void whatHoldsNothingIsDeletedAndWhatIsNoRecordingIsLeftAlone() throws Exception {
        store.begin(NOW).close();
        Path other = folder.resolve("notes.unfinished.wav");
        Files.write(
                other,
                "not a recording at all, and longer than a header"
                        .getBytes(StandardCharsets.US_ASCII));

        assertThat(new RecordingStore(folder).unfinished()).isEmpty();

        assertThat(other).exists();
        assertThat(folder.toFile().list()).hasSize(1);
    }

    @Test
    void aFullDiskKeepsWhatItTook() throws Exception {
        RecordingFile file = FullDisk.store(folder, 44 + 2 * 20_000).begin(NOW);
        float[] block = samples(320);
        assertThatThrownBy(
                        () -> {
                            while (true) {
                                file.write(block, block.length);
                            }
                        })
                .isInstanceOf(IOException.class)
                .hasMessage("No space left on device");
        file.close();
        assertThat(file.length()).isEqualTo(Duration.ofMillis(1240));
        assertThat(WavFile.read(file.path()).pcm().length()).isEqualTo(62 * 320);
    }

    @Test
    void aFolderThatCannotBeMadeIsAnError() throws Exception {
        Files.writeString(folder, "a file is in the way");
        assertThatThrownBy(() -> store.begin(NOW)).isInstanceOf(IOException.class);
    }
}
