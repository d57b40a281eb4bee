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

    private static String valueOf(String plist, String key) {
        Matcher found =
                Pattern.compile("<key>" + key + "</key>\\s*<string>([^<]*)</string>")
                        .matcher(plist);
        return found.find() ? found.group(1) : "";
    }
}
