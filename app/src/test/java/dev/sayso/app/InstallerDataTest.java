package dev.sayso.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.app.media.MediaFiles;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What installers for other systems than the one at hand are made of: it is read here, since it
/// can be run on those systems only.
class InstallerDataTest {

    private static final Path PACKAGING = Path.of("..", "packaging");

    private static String text(String file) throws IOException {
        return Files.readString(PACKAGING.resolve(file));
    }

    @Test
    void macOsIsToldWhyTheMicrophoneIsUsed() throws IOException {
        assertThat(valueOf(text("macos/Info.plist"), "NSMicrophoneUsageDescription")).isNotBlank();
        assertThat(text("macos/entitlements.plist"))
                .contains("<key>com.apple.security.device.audio-input</key>\n    <true/>");
    }

    @Test
    void macOsOpensRecordingsWithTheWindow() throws IOException {
        String info = text("macos/Info.plist");
        assertThat(valueOf(info, "CFBundleExecutable")).isEqualTo("sayso-window");
        assertThat(info).contains("public.audio", "public.movie");
    }

    @Test
    void versionsComeFromThePom() throws IOException {
        String info = text("macos/Info.plist");
        assertThat(valueOf(info, "CFBundleShortVersionString")).isEqualTo("@VERSION@");
        assertThat(valueOf(info, "CFBundleVersion")).isEqualTo("@BUNDLE_VERSION@");
        assertThat(text("linux/control")).contains("\nVersion: @VERSION@\n");
        assertThat(text("linux/sayso.spec")).containsPattern("\nVersion: +@VERSION@\n");
    }

    @Test
    void theUpgradeCodeIsTheOneEverUsed() throws IOException {
        assertThat(text("Msi.java")).contains("\"6f3d0b52-3a57-4b0e-9a1d-5f0c7c1c2b8e\"");
    }

    @Test
    void windowsOpensKindsThatCanBeDecoded() throws IOException {
        Set<String> kinds = new TreeSet<>();
        try (Stream<Path> files = Files.list(PACKAGING.resolve("windows"))) {
            for (Path file : files.toList()) {
                Properties kind = new Properties();
                kind.load(new StringReader(Files.readString(file)));
                String extension = kind.getProperty("extension");
                assertThat(file).hasFileName(extension + ".properties");
                assertThat(MediaFiles.isNamedLikeMedia(Path.of("a." + extension)))
                        .as(extension)
                        .isTrue();
                assertThat(kind.getProperty("mime-type")).matches("(audio|video)/[a-z0-9-]+");
                kinds.add(extension);
            }
        }
        assertThat(kinds).contains("wav", "mp3", "m4a", "flac", "ogg", "opus", "mp4", "mkv");
    }

    @Test
    void linuxHandsFilesToTheWindow() throws IOException {
        List<String> entry = text("linux/sayso.desktop").lines().toList();
        assertThat(entry).contains("Exec=/usr/bin/sayso-window open %F");
        String kinds =
                entry.stream().filter(line -> line.startsWith("MimeType=")).findFirst().orElse("");
        assertThat(kinds).endsWith(";").contains("audio/mpeg;", "audio/flac;", "video/mp4;");
    }

    @Test
    void whatStartsWithTheSessionGoesTheWayOfTheMenu() throws IOException {
        assertThat(text("LinuxTree.java")).contains("-Ddev.sayso.launcher=/usr/bin/sayso-window\"");
        assertThat(text("linux/sayso-window")).contains("exec /usr/lib/sayso/bin/sayso-window");
        assertThat(text("LinuxTree.java")).contains("PROGRAM = \"usr/lib/sayso\"");
    }

    /// What has another form would be missing in the list of releases that software centres show.
    @Test
    void theChangelogNamesReleasesAsTheMetainfoReadsThem() throws IOException {
        List<String> headings =
                Files.readString(Path.of("..", "CHANGELOG.md"))
                        .lines()
                        .filter(line -> line.startsWith("## "))
                        .toList();
        assertThat(headings)
                .isNotEmpty()
                .allMatch(
                        line ->
                                line.equals("## [Unreleased]")
                                        || line.matches(
                                                "## \\[[0-9]+\\.[0-9]+\\.[0-9]+] - "
                                                        + "20[0-9]{2}-[0-9]{2}-[0-9]{2}"));
        String version = versionIn("pom.xml");
        if (!version.endsWith("-SNAPSHOT")) {
            assertThat(headings).anyMatch(line -> line.startsWith("## [" + version + "] - "));
        }
        assertThat(text("Metainfo.java")).contains("\"(?m)^## \\\\[([0-9.]+)] - ([0-9-]{10})$\"");
    }

    @Test
    void allModulesHaveOneVersion() throws IOException {
        assertThat(List.of(versionIn("engine/pom.xml"), versionIn("app/pom.xml")))
                .containsOnly(versionIn("pom.xml"));
    }

    /// The first version after the name of the whole, or the parent.
    private static String versionIn(String pom) throws IOException {
        Matcher found =
                Pattern.compile("<artifactId>sayso</artifactId>\\s*<version>([^<]+)<")
                        .matcher(Files.readString(Path.of("..").resolve(pom)));
        assertThat(found.find()).as(pom).isTrue();
        return found.group(1);
    }

    private static String valueOf(String plist, String key) {
        Matcher found =
                Pattern.compile("<key>" + key + "</key>\\s*<string>([^<]*)</string>")
                        .matcher(plist);
        return found.find() ? found.group(1) : "";
    }
}
