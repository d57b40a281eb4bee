package dev.sayso.app.models.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sayso.app.models.ModelManifest;
import dev.sayso.app.models.download.DownloadException.Reason;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Downloads, pauses, restarts and repairs where the host is honest.
class ModelDownloadTest {

    private static final int SIZE = 300_000;

    @TempDir Path models;
    private FakeHost host;
    private Trial trial;

    @BeforeEach
    void prepare() throws IOException {
        host = FakeHost.withModel(SIZE);
        trial = new Trial(host, models);
    }

    @AfterEach
    void close() throws IOException {
        host.close();
    }

    @Test
    void aModelArrivesWhole() throws Exception {
        assertThat(trial.run()).isEqualTo(trial.place());

        trial.assertComplete();
        ModelManifest kept = kept();
        assertThat(kept.revision()).isEqualTo(host.revision);
        assertThat(kept.damage(trial.place())).isNull();
        DownloadProgress last = trial.told.getLast();
        assertThat(last.phase()).isEqualTo(DownloadProgress.Phase.FINISHING);
        assertThat(last.done()).isEqualTo(last.total()).isEqualTo(kept.bytes());
    }

    private ModelManifest kept() throws IOException {
        return Objects.requireNonNull(ModelManifest.read(trial.place()));
    }

    @Test
    void onlyWhatBelongsToAModelIsAskedFor() throws Exception {
        trial.run();

        Set<String> asked =
                host.requests.stream()
                        .map(path -> path.substring(path.lastIndexOf('/') + 1))
                        .collect(Collectors.toSet());
        assertThat(asked).doesNotContain("README.md", "x.png");
        assertThat(host.requests).hasSize(2 + host.files.size());
    }

    @Test
    void aPauseKeepsWhatIsThereAndARestartGoesOn() throws Exception {
        host.next("model.safetensors", Tricks.stallAfter(100_000));
        Thread download = Thread.ofVirtual().unstarted(() -> ignoringTheEnd(trial));
        download.start();
        waitForBytes(100_000);
        download.interrupt();
        download.join();

        trial.assertNothingOffered();
        int before = host.requests.size();
        // a new process knows nothing but the folder
        Trial next = new Trial(host, models);
        next.run();
        next.assertComplete();
        assertThat(host.requests.subList(before, host.requests.size()))
                .as("neither listing nor finished files are asked for again")
                .containsExactly(
                        "/Some/Model/resolve/" + host.revision + "/model.safetensors 100000");
    }

    private static void ignoringTheEnd(Trial trial) {
        try {
            trial.run();
        } catch (IOException | InterruptedException e) {
            // it was stopped
        }
    }

    private void waitForBytes(long bytes) throws Exception {
        Path part = trial.partial().resolve("model.safetensors.part");
        for (int i = 0; i < 2000 && !(Files.exists(part) && Files.size(part) >= bytes); i++) {
            Thread.sleep(5);
        }
        assertThat(part).hasSize(bytes);
    }

    @Test
    void aPartThatWasSpoiltInBetweenIsFetchedAgain() throws Exception {
        stopAt(100_000);
        Path part = trial.partial().resolve("model.safetensors.part");
        byte[] spoilt = Files.readAllBytes(part);
        spoilt[50_000] ^= 1;
        Files.write(part, spoilt);
        // and one that was complete
        Files.writeString(trial.partial().resolve("vocab.json"), "spoilt");

        trial.run();

        trial.assertComplete();
    }

    private void stopAt(int bytes) throws Exception {
        host.next("model.safetensors", Tricks.dropAfter(bytes), Tricks.status(404));
        assertThatThrownBy(trial::run).isInstanceOf(DownloadException.class);
        assertThat(trial.partial().resolve("model.safetensors.part")).hasSize(bytes);
    }

    @Test
    void anotherRevisionInBetweenChangesNothingWhileTheOldOneIsThere() throws Exception {
        stopAt(100_000);
        String old = host.revision;

        trial.run();

        trial.assertComplete();
        assertThat(kept().revision()).isEqualTo(old);
    }

    @Test
    void aRevisionThatIsGoneGivesWayToTheNewOneAndWhatIsTheSameStays() throws Exception {
        stopAt(100_000);
        host.revision = "b".repeat(40);
        byte[] changed = Objects.requireNonNull(host.files.get("model.safetensors")).clone();
        changed[99] ^= 1;
        host.files.put("model.safetensors", changed);
        host.requests.clear();

        trial.run();

        trial.assertComplete();
        assertThat(kept().revision()).isEqualTo(host.revision);
        assertThat(host.requests).noneMatch(path -> path.endsWith("vocab.json"));
    }

    @Test
    void anotherEntityTagBeginsTheFileAgain() throws Exception {
        stopAt(100_000);
        host.tag = "\"two\"";

        trial.run();

        trial.assertComplete();
        assertThat(trial.told).anyMatch(progress -> progress.fileDone() == 0);
    }

    @Test
    void aBrokenManifestBeginsTheListAgainAndKeepsTheFiles() throws Exception {
        stopAt(100_000);
        Files.writeString(trial.partial().resolve(ModelManifest.FILE), "{");
        host.requests.clear();

        trial.run();

        trial.assertComplete();
        assertThat(host.requests).noneMatch(path -> path.endsWith("vocab.json"));
    }

    @Test
    void tooLittleSpaceIsSaidBeforeAnythingIsFetched() throws Exception {
        trial.free = 1_000_000;

        assertReason(Reason.DISK_FULL);
        assertThat(host.requests).hasSize(2);
    }

    @Test
    void aDiskThatFillsUpKeepsWhatIsThere() throws Exception {
        trial.room = 200_000;

        assertReason(Reason.DISK_FULL);

        trial.free = Long.MAX_VALUE;
        trial.room = Long.MAX_VALUE;
        host.requests.clear();
        trial.run();
        trial.assertComplete();
        assertThat(host.requests).hasSize(1);
    }

    @Test
    void aModelThatIsThereIsNeverTouched() throws Exception {
        Files.createDirectories(trial.place());

        assertReason(Reason.EXISTS);
        assertThat(host.requests).isEmpty();
    }

    @Test
    void twoAtOnceAreOneTooMany() throws Exception {
        Files.createDirectories(models);
        try (FileChannel other =
                        FileChannel.open(
                                models.resolve(".Model.lock"),
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE);
                var _ = other.lock()) {
            assertReason(Reason.ELSEWHERE);
        }
        trial.run();
        trial.assertComplete();
    }

    @Test
    void nobodyThereIsSaid() throws Exception {
        host.close();

        assertReason(Reason.OFFLINE);
        assertThat(trial.slept).hasSize(Trial.QUICK.attempts() - 1);
    }

    @Test
    void anUnknownRepositoryIsSaid() throws Exception {
        host.next("revision/main", Tricks.status(404));
        assertReason(Reason.NOT_FOUND);
        host.next("revision/main", Tricks.status(401));
        assertReason(Reason.REFUSED);
        host.next("revision/main", Tricks.status(407));
        assertReason(Reason.PROXY);
    }

    private void assertReason(Reason reason) throws IOException {
        assertThatThrownBy(trial::run)
                .isInstanceOfSatisfying(
                        DownloadException.class,
                        e -> assertThat(e.reason()).as(e.getMessage()).isEqualTo(reason));
        assertThat(trial.best()).isEqualTo("starter");
    }
}
