package dev.sayso.app.models.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sayso.app.models.download.DownloadException.Reason;
import dev.sayso.app.models.download.FakeHost.Trick;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever a host does: the model is complete and verified, or there is none and a named reason.
class HostileHostTest {

    private static final int SIZE = 100_000;

    @TempDir Path home;
    private Path models;
    private FakeHost host;
    private Trial trial;

    @BeforeEach
    void prepare() throws IOException {
        models = home.resolve("data/models");
        host = FakeHost.withModel(SIZE);
        trial = new Trial(host, models);
    }

    @AfterEach
    void close() throws IOException {
        host.close();
    }

    @Test
    void dropsAreContinued() throws Exception {
        host.next(
                "model.safetensors",
                Tricks.dropAfter(30_000),
                Tricks.dropAfter(1),
                Tricks.dropAfter(0),
                Tricks.dropAfter(30_000),
                Tricks.dropAfter(30_000));

        trial.run();

        trial.assertComplete();
        assertThat(host.requests).anyMatch(path -> path.endsWith("model.safetensors 90001"));
    }

    @Test
    void aHostThatBringsNothingIsLeftInTheEnd() throws Exception {
        Trick[] tiny = new Trick[50];
        Arrays.fill(tiny, Tricks.dropAfter(1));
        host.next("model.safetensors", tiny);

        assertReason(Reason.DROPPED);
        assertThat(trial.slept)
                .containsExactly(
                        Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4));
    }

    @Test
    void stallsAreNoticedAndContinued() throws Exception {
        host.next("model.safetensors", Tricks.stallAfter(40_000), Tricks.stallAfter(0));

        trial.run();

        trial.assertComplete();
        assertThat(trial.told)
                .anyMatch(progress -> progress.trouble() == Reason.STALLED)
                .anyMatch(progress -> progress.phase() == DownloadProgress.Phase.WAITING);
    }

    @Test
    void aSlowHostIsNoStall() throws Exception {
        host.next("model.safetensors", Tricks.slowly(50));

        trial.run();

        trial.assertComplete();
        assertThat(trial.slept).isEmpty();
    }

    @Test
    void wrongBytesAreFetchedOnceMoreAndNeverKept() throws Exception {
        host.next("vocab.json", Tricks.wrongBytes());
        host.next("model.safetensors", Tricks.wrongBytes());
        trial.run();
        trial.assertComplete();

        FakeHost second = FakeHost.withModel(SIZE);
        try (second) {
            Trial other = new Trial(second, home.resolve("other"));
            second.next("model.safetensors", Tricks.wrongBytes(), Tricks.wrongBytes());
            assertThatThrownBy(other::run)
                    .isInstanceOfSatisfying(
                            DownloadException.class,
                            e -> assertThat(e.reason()).isEqualTo(Reason.CHECKSUM));
            other.assertNothingOffered();
            assertThat(other.partial().resolve("model.safetensors.part")).isEmptyFile();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, -SIZE, 1, 50_000})
    void aStatedLengthThatIsWrongIsRefusedBeforeItsBytes(int by) throws Exception {
        host.next("model.safetensors", Tricks.lengthOff(by), Tricks.lengthOff(by));

        assertReason(Reason.LENGTH);
        assertThat(trial.partial().resolve("model.safetensors.part")).isEmptyFile();
    }

    @Test
    void tooManyBytesAreNotWritten() throws Exception {
        host.next("model.safetensors", Tricks.unstatedLengthOff(9999), Tricks.unstatedLengthOff(1));

        assertReason(Reason.LENGTH);
        assertThat(Files.size(trial.partial().resolve("model.safetensors.part")))
                .isLessThanOrEqualTo(SIZE);
    }

    @Test
    void tooFewBytesAreADrop() throws Exception {
        host.next("model.safetensors", Tricks.unstatedLengthOff(-1));

        trial.run();

        trial.assertComplete();
        assertThat(host.requests).anyMatch(path -> path.endsWith("model.safetensors 99999"));
    }

    @Test
    void theWholeInsteadOfAPartBeginsAgain() throws Exception {
        host.next("model.safetensors", Tricks.dropAfter(60_000), Tricks.wholeInsteadOfPart());

        trial.run();

        trial.assertComplete();
    }

    @Test
    void anotherPartThanTheWantedOneIsNotPutTogetherWithIt() throws Exception {
        host.next("model.safetensors", Tricks.dropAfter(60_000), Tricks.otherPart());
        trial.run();
        trial.assertComplete();
    }

    @Test
    void aRangeThatIsRefusedBeginsAgain() throws Exception {
        host.next("model.safetensors", Tricks.dropAfter(60_000), Tricks.status(416));

        trial.run();

        trial.assertComplete();
    }

    @Test
    void partsNobodyAskedForAreRefused() throws Exception {
        host.next("model.safetensors", Tricks.otherPart(), Tricks.otherPart());

        assertReason(Reason.LENGTH);
    }

    @Test
    void redirectsAreFollowedWithTheirRange() throws Exception {
        String target = host.address() + "/Some/Model/resolve/" + host.revision;
        host.next("revision/main", Tricks.redirect("/api/models/Some/Model/revision/main"));
        host.next(
                "model.safetensors",
                Tricks.redirect(target + "/model.safetensors?x=1"),
                Tricks.redirect("model.safetensors"),
                Tricks.dropAfter(50_000),
                Tricks.redirect(target + "/model.safetensors"));
        host.next("model.safetensors?x=1", Tricks.redirect(target + "/model.safetensors"));

        trial.run();

        trial.assertComplete();
        assertThat(host.requests).anyMatch(path -> path.endsWith("model.safetensors 50000"));
    }

    @Test
    void circlesAndStrangeTargetsAreRefused() throws Exception {
        Trick[] circle = new Trick[6];
        Arrays.fill(circle, Tricks.redirect("model.safetensors"));
        host.next("model.safetensors", circle);
        assertReason(Reason.REDIRECT);

        for (String target :
                new String[] {"file:///etc/passwd", "", "ftp://x/y", "http:///", "%"}) {
            host.next("model.safetensors", Tricks.redirect(target));
            assertReason(Reason.REDIRECT);
        }
    }

    @Test
    void aHostInTroubleIsAskedAgain() throws Exception {
        host.next("revision/main", Tricks.status(503), Tricks.status(500));
        host.next("vocab.json", Tricks.status(500), Tricks.status(502), Tricks.status(504));

        trial.run();

        trial.assertComplete();
    }

    @Test
    void whatABusyHostAsksForIsGranted() throws Exception {
        host.next("model.safetensors", Tricks.status(429, "Retry-After: 7"));
        trial.run();
        assertThat(trial.slept).containsExactly(Duration.ofSeconds(7));
        trial.assertComplete();
    }

    @Test
    void aHostThatAsksForHoursIsNotWaitedFor() throws Exception {
        host.next("model.safetensors", Tricks.status(429, "Retry-After: 99999999"));
        assertReason(Reason.BUSY);
        assertThat(trial.slept).isEmpty();

        Trick[] busy = new Trick[Trial.QUICK.attempts()];
        Arrays.fill(busy, Tricks.status(429));
        host.next("model.safetensors", busy);
        assertReason(Reason.BUSY);
    }

    static Stream<String> senselessListings() {
        String ok = entry("config.json", "5") + "," + entry("model.safetensors", "5");
        String many =
                IntStream.range(0, 1000)
                        .mapToObj(i -> entry("f" + i + ".json", "5"))
                        .collect(Collectors.joining(","));
        return Stream.of(
                "",
                "{",
                "<html>log in</html>",
                "{\"a\": 1}",
                "[]",
                "[" + entry("config.json", "5") + "]",
                "[" + entry("model.safetensors", "5") + "]",
                "[" + ok + "," + entry("../x.json", "5") + "]",
                "[" + ok + "," + entry("/etc/x.json", "5") + "]",
                "[" + ok + "," + entry("a\\\\b.json", "5") + "]",
                "[" + ok + "," + entry("c:x.json", "5") + "]",
                "[" + ok + "," + entry("con.json", "5") + "]",
                "[" + ok + "," + entry(".hidden.json", "5") + "]",
                "[" + ok + "," + entry("new\\nline.json", "5") + "]",
                "[" + ok + "," + entry("", "5") + "]",
                "[" + ok + "," + entry("Config.json", "5") + "]",
                "[" + ok + "," + entry("vocab.json", "-1") + "]",
                "[" + ok + "," + entry("vocab.json", "0") + "]",
                "[" + ok + "," + entry("vocab.json", "\"x\"") + "]",
                "[" + ok + "," + entry("vocab.json", "9999999999") + "]",
                "[" + ok + "," + entry("b.safetensors", "9223372036854775807") + "]",
                "[" + ok + "," + entry("b.safetensors", "1e300") + "]",
                "[" + ok + "," + entry("vocab.json", "5").replace("a".repeat(40), "xyz") + "]",
                "[" + ok + "," + many + "]",
                "[" + " ".repeat(5_000_000) + "]",
                "[".repeat(100_000));
    }

    private static String entry(String path, String size) {
        return "{\"type\": \"file\", \"path\": \""
                + path
                + "\", \"size\": "
                + size
                + ", \"oid\": \""
                + "a".repeat(40)
                + "\"}";
    }

    @ParameterizedTest
    @MethodSource("senselessListings")
    void aSenselessListingIsRefusedAsAWhole(String listing) throws Exception {
        host.listing = listing;

        assertReason(Reason.LISTING);

        assertThat(host.requests).as("no file was asked for").hasSizeLessThanOrEqualTo(2);
        try (Stream<Path> all = Files.walk(home)) {
            assertThat(all.filter(Files::isRegularFile).map(Path::getFileName).map(Path::toString))
                    .containsExactly(".Model.lock");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"main", "../../../x", "", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void aSenselessCommitIsRefused(String revision) throws Exception {
        host.revision = revision;

        assertReason(Reason.LISTING);
    }

    /// A hundred hosts that do something else at each request.
    @Test
    void whateverHappensItIsCompleteOrANamedReason() throws Exception {
        int complete = 0;
        for (int seed = 0; seed < 100; seed++) {
            Random random = new Random(seed);
            Path folder = home.resolve("random" + seed);
            try (FakeHost wild = FakeHost.withModel(20_000 + random.nextInt(60_000))) {
                Trial runs = new Trial(wild, folder);
                boolean there = false;
                for (int i = 0; i < 3 && !there; i++) {
                    for (String file : wild.files.keySet()) {
                        wild.next(file, random(random));
                        wild.next(file, random(random));
                    }
                    there = runs(runs, seed);
                }
                complete += there ? 1 : 0;
            }
        }
        assertThat(complete).as("of 100 that arrived in the end").isBetween(25, 99);
    }

    private static boolean runs(Trial trial, int seed) throws Exception {
        try {
            trial.run();
        } catch (DownloadException e) {
            assertThat(e.reason()).as("seed " + seed).isNotEqualTo(Reason.DISK);
            trial.assertNothingOffered();
            return false;
        }
        trial.assertComplete();
        return true;
    }

    private static Trick random(Random random) {
        int bytes = random.nextInt(50_000);
        return switch (random.nextInt(12)) {
            case 0 -> Tricks.wrongBytes();
            case 1 -> Tricks.lengthOff(random.nextBoolean() ? 1 : -1);
            case 2 -> Tricks.unstatedLengthOff(random.nextInt(3) - 1);
            case 3 -> Tricks.wholeInsteadOfPart();
            case 4 -> Tricks.otherPart();
            case 5 -> Tricks.status(416);
            case 6 -> Tricks.status(500);
            case 7 -> Tricks.status(429, "Retry-After: 1");
            default -> Tricks.dropAfter(bytes);
        };
    }

    private void assertReason(Reason reason) throws IOException {
        assertThatThrownBy(trial::run)
                .isInstanceOfSatisfying(
                        DownloadException.class,
                        e -> assertThat(e.reason()).as(e.getMessage()).isEqualTo(reason));
        trial.assertNothingOffered();
    }
}
