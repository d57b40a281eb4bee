package dev.sayso.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The icons in the jar are what `icons/Render.java` makes of the SVG files.
class IconsTest {

    private static final Path PROJECT = Path.of("..");
    private static final Path IN_THE_JAR =
            Path.of("src", "main", "resources", "dev", "sayso", "app", "ui", "icons");

    /// Another JDK may smooth an edge a little differently.
    private static final int TOLERANCE = 24;

    @TempDir Path folder;

    @Test
    void theIconsAreUpToDate() throws Exception {
        render("--resources", folder.toString());

        List<String> names = names(folder);
        assertThat(names).hasSize(7 + 3 * 2 * 7).isEqualTo(names(IN_THE_JAR));
        for (String name : names) {
            BufferedImage made = ImageIO.read(folder.resolve(name).toFile());
            BufferedImage kept = ImageIO.read(IN_THE_JAR.resolve(name).toFile());
            assertThat(made.getWidth() + "x" + made.getHeight())
                    .as(name)
                    .isEqualTo(kept.getWidth() + "x" + kept.getHeight());
            assertThat(difference(made, kept)).as(name).isLessThanOrEqualTo(TOLERANCE);
            assertThat(name).endsWith("-" + kept.getWidth() + ".png");
        }
    }

    @Test
    void installersGetTheirContainers() throws Exception {
        render(folder.toString());

        byte[] ico = Files.readAllBytes(folder.resolve("sayso.ico"));
        assertThat(ico).startsWith(0, 0, 1, 0, 7, 0);
        // the directory's last entry: 256 pixels, written as 0, and where it lies
        assertThat(ico[6 + 16 * 6]).isZero();
        int length = little(ico, 6 + 16 * 6 + 8);
        int offset = little(ico, 6 + 16 * 6 + 12);
        assertThat(offset + length).isEqualTo(ico.length);
        assertThat(new String(ico, offset + 1, 3, StandardCharsets.US_ASCII)).isEqualTo("PNG");

        byte[] icns = Files.readAllBytes(folder.resolve("sayso.icns"));
        assertThat(new String(icns, 0, 4, StandardCharsets.US_ASCII)).isEqualTo("icns");
        int entries = 0;
        int at = 8;
        while (at < icns.length) {
            assertThat(new String(icns, at + 9, 3, StandardCharsets.US_ASCII)).isEqualTo("PNG");
            at += big(icns, at + 4);
            entries++;
        }
        assertThat(at).isEqualTo(icns.length).isEqualTo(big(icns, 4));
        assertThat(entries).isEqualTo(10);
        assertThat(ImageIO.read(folder.resolve("sayso-1024.png").toFile()).getWidth())
                .isEqualTo(1024);
    }

    @Test
    void theProgramFindsAllOfThem() throws IOException {
        List<URL> all = new ArrayList<>(Icons.window());
        for (String state : List.of("idle", "recording", "transcribing")) {
            all.addAll(Icons.tray(state, true));
            all.addAll(Icons.tray(state, false));
        }
        assertThat(all).hasSize(7 + 3 * 2 * 7).doesNotHaveDuplicates();
        for (URL url : all) {
            assertThat(url.getPath()).endsWith("-" + ImageIO.read(url).getWidth() + ".png");
        }
    }

    private static void render(String... arguments) throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process =
                new ProcessBuilder(
                                Stream.concat(
                                                Stream.of(java, "icons/Render.java"),
                                                Stream.of(arguments))
                                        .toList())
                        .directory(PROJECT.toFile())
                        .inheritIO()
                        .start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
        } finally {
            process.destroyForcibly();
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static int difference(BufferedImage one, BufferedImage other) {
        int most = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                for (int shift = 0; shift < 32; shift += 8) {
                    int a = (one.getRGB(x, y) >>> shift) & 0xff;
                    int b = (other.getRGB(x, y) >>> shift) & 0xff;
                    most = Math.max(most, Math.abs(a - b));
                }
            }
        }
        return most;
    }

    private static int little(byte[] bytes, int at) {
        return Integer.reverseBytes(big(bytes, at));
    }

    private static int big(byte[] bytes, int at) {
        return ByteBuffer.wrap(bytes, at, 4).getInt();
    }
}
