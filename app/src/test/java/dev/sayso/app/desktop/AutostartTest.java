package dev.sayso.app.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sayso.app.desktop.DesktopSystem.Os;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.NodeList;

class AutostartTest {

    private static final String PROGRAM = "/opt/Müllers Büro/a\"b$c`d\\e%f/bin/sayso";

    @TempDir Path home;

    private Autostart autostart(Os os, Map<String, String> environment) {
        return Autostart.of(os, environment, home, List.of(PROGRAM, "--hidden"));
    }

    @ParameterizedTest
    @EnumSource(Os.class)
    void isPutThereAndTakenAway(Os os) throws IOException {
        Autostart autostart = autostart(os, Map.of());
        assertThat(autostart.isOn()).isFalse();
        autostart.off();

        autostart.on();
        autostart.on();
        assertThat(autostart.isOn()).isTrue();
        assertThat(autostart.file()).startsWith(home);
        try (var files = Files.list(autostart.file().getParent())) {
            assertThat(files).containsExactly(autostart.file());
        }

        autostart.off();
        assertThat(autostart.isOn()).isFalse();
    }

    @Test
    void theDesktopEntryQuotesTheCommand() throws IOException {
        Path config = home.resolve("conf");
        Autostart autostart = autostart(Os.LINUX, Map.of("XDG_CONFIG_HOME", config.toString()));
        autostart.on();

        assertThat(autostart.file()).isEqualTo(config.resolve("autostart/sayso.desktop"));
        assertThat(Files.readString(autostart.file()))
                .startsWith("[Desktop Entry]\nType=Application\nName=Sayso\n")
                .contains("\nTryExec=/opt/Müllers Büro/a\"b$c`d\\\\e%f/bin/sayso\n")
                .contains(
                        "\nExec=\"/opt/Müllers Büro/a\\\\\"b\\\\$c\\\\`d\\\\\\\\e%%f/bin/sayso\""
                                + " \"--hidden\"\n")
                .doesNotContain("\r");
    }

    @Test
    void thePropertyListIsXml() throws Exception {
        Autostart autostart =
                Autostart.of(
                        Os.MAC,
                        Map.of(),
                        home,
                        List.of("/Applications/A & B <1>/sayso", "--hidden"));
        autostart.on();

        assertThat(autostart.file())
                .isEqualTo(home.resolve("Library/LaunchAgents/dev.sayso.app.plist"));
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        byte[] text = Files.readString(autostart.file()).getBytes(StandardCharsets.UTF_8);
        NodeList strings =
                factory.newDocumentBuilder()
                        .parse(new ByteArrayInputStream(text))
                        .getElementsByTagName("string");
        assertThat(strings.item(0).getTextContent()).isEqualTo("dev.sayso.app");
        assertThat(strings.item(1).getTextContent()).isEqualTo("/Applications/A & B <1>/sayso");
        assertThat(strings.item(2).getTextContent()).isEqualTo("--hidden");
    }

    @Test
    void theBatchFileDoublesPercentSigns() throws IOException {
        Path roaming = home.resolve("AppData/Roaming");
        Autostart autostart =
                Autostart.of(
                        Os.WINDOWS,
                        Map.of("APPDATA", roaming.toAbsolutePath().toString()),
                        home,
                        List.of("C:\\Programme\\100 %\\sayso.exe"));
        autostart.on();

        assertThat(autostart.file()).startsWith(roaming);
        assertThat(Files.readString(autostart.file()))
                .isEqualTo(
                        "@chcp 65001 >nul\r\n@start \"\" \"C:\\Programme\\100 %%\\sayso.exe\"\r\n");
    }

    @Test
    void aCommandOfSeveralLinesIsRefused() {
        assertThatThrownBy(() -> Autostart.of(Os.LINUX, Map.of(), home, List.of("a\nExec=evil")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Autostart.of(Os.LINUX, Map.of(), home, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
