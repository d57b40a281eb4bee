package dev.sayso.app.models.download;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.app.models.InstalledModels;
import dev.sayso.app.models.ModelManifest;
import dev.sayso.app.models.StarterModel;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Downloads from a [FakeHost], with short waits, and looks at what is left.
final class Trial {

    static final String NAME = "Model";

    static final DownloadLimits QUICK =
            new DownloadLimits(
                    Duration.ofSeconds(5),
                    Duration.ofMillis(300),
                    4,
                    Duration.ofSeconds(1),
                    Duration.ofMinutes(2),
                    10_000);

    final FakeHost host;
    final Path models;
    final List<DownloadProgress> told = Collections.synchronizedList(new ArrayList<>());
    final List<Duration> slept = new ArrayList<>();
    long free = Long.MAX_VALUE;
    long room = Long.MAX_VALUE;

    Trial(FakeHost host, Path models) {
        this.host = host;
        this.models = models;
    }

    Path run() throws IOException, InterruptedException {
        return new ModelDownload(models, host::address, QUICK, surroundings())
                .run(NAME, FakeHost.REPOSITORY, told::add);
    }

    private Surroundings surroundings() {
        Surroundings real = Surroundings.real();
        return new Surroundings() {
            @Override
            public long free(Path folder) {
                return free;
            }

            @Override
            public OutputStream append(Path file) throws IOException {
                OutputStream out = real.append(file);
                return new OutputStream() {
                    @Override
                    public void write(int one) throws IOException {
                        write(new byte[] {(byte) one}, 0, 1);
                    }

                    @Override
                    public void write(byte[] bytes, int from, int n) throws IOException {
                        int fits = (int) Math.min(n, room);
                        out.write(bytes, from, fits);
                        room -= fits;
                        if (fits < n) {
                            free = 0;
                            throw new IOException("the disk says no");
                        }
                    }

                    @Override
                    public void close() throws IOException {
                        out.close();
                    }
                };
            }

            @Override
            public void sleep(Duration time) {
                slept.add(time);
            }

            @Override
            public long nanos() {
                return real.nanos();
            }
        };
    }

    /// The model's folder, while nothing else is called so.
    Path place() {
        return models.resolve(NAME);
    }

    Path partial() {
        return models.resolve(NAME + ModelManifest.PARTIAL);
    }

    /// The model that would be used.
    String best() throws IOException {
        return new InstalledModels(models, StarterModel.bundled(models)).bestName();
    }

    void assertComplete() throws IOException {
        try (Stream<Path> files = Files.list(place())) {
            TreeSet<String> expected = new TreeSet<>(host.files.keySet());
            expected.add(ModelManifest.FILE);
            assertThat(files.map(Path::getFileName).map(Path::toString))
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
        for (Map.Entry<String, byte[]> file : host.files.entrySet()) {
            assertThat(place().resolve(file.getKey())).hasBinaryContent(file.getValue());
        }
        assertThat(partial()).doesNotExist();
        assertThat(best()).isEqualTo(NAME);
    }

    void assertNothingOffered() throws IOException {
        assertThat(place()).doesNotExist();
        assertThat(best()).isEqualTo(StarterModel.NAME);
    }
}
