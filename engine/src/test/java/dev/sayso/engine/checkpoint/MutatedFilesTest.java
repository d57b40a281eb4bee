package dev.sayso.engine.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/// The seed corpora of the fuzz targets and a fixed number of damaged copies of each file.
class MutatedFilesTest {

    private static final long SEED = 20260217;
    private static final int COPIES = 250;

    @Test
    void anyBytesAreAReadableFileOrOneClearError() throws IOException, URISyntaxException {
        check("safetensors/valid.safetensors", SafetensorsFuzz::fuzz);
    }

    @Test
    void anyConfigIsReadableOrOneClearError() throws IOException, URISyntaxException {
        check("config/nested.json", ModelConfigFuzz::fuzz);
    }

    private static void check(String member, Consumer<byte[]> target)
            throws IOException, URISyntaxException {
        List<byte[]> corpus = corpus(member);
        assertThat(corpus).hasSizeGreaterThan(4);
        for (int file = 0; file < corpus.size(); file++) {
            target.accept(corpus.get(file));
            for (int copy = 0; copy < COPIES; copy++) {
                long seed = SEED + file * (long) COPIES + copy;
                byte[] bytes = new Mutations(seed).of(corpus.get(file));
                try {
                    target.accept(bytes);
                } catch (Throwable t) {
                    throw new AssertionError(
                            "seed " + seed + ": " + HexFormat.of().formatHex(bytes), t);
                }
            }
        }
    }

    /// All files beside one of them.
    private static List<byte[]> corpus(String member) throws IOException, URISyntaxException {
        URL url = Objects.requireNonNull(MutatedFilesTest.class.getResource("/fuzz/" + member));
        Path folder = Objects.requireNonNull(Path.of(url.toURI()).getParent());
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder)) {
            found.forEach(files::add);
        }
        files.sort(null);
        List<byte[]> corpus = new ArrayList<>();
        for (Path file : files) {
            corpus.add(Files.readAllBytes(file));
        }
        return corpus;
    }
}
