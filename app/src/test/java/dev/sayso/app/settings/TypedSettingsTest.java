package dev.sayso.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.app.settings.HotkeyName.Held;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedSettingsTest {

    @ParameterizedTest
    @CsvSource({"1,1", "1.5,1.5", "'1,5',1.5", "' 7 ',7", "10,10", "007,7", "2.50,2.5"})
    void numbersAreTakenAsPeopleTypeThem(String typed, double number) {
        assertThat(new NumberRange(() -> 1, () -> 10, 1).parse(typed)).hasValue(number);
    }

    @ParameterizedTest
    @CsvSource({"''", "x", "0.9", "10.1", "1.55", "-1", "1e1", "NaN", "1.", "99999999999999"})
    void othersAreNot(String typed) {
        assertThat(new NumberRange(() -> 1, () -> 10, 1).parse(typed)).isEmpty();
    }

    @Test
    void numbersAreWrittenAsTheLanguageDoes() {
        assertThat(NumberRange.text(0.833, Locale.GERMAN)).isEqualTo("0,833");
        assertThat(NumberRange.text(1500, Locale.ENGLISH)).isEqualTo("1500");
    }

    @Test
    void hotkeysAreNamedInOneOrder() {
        assertThat(HotkeyName.of(new Held(true, true, false, false), "Space", false))
                .isEqualTo("Ctrl+Alt+Space");
        assertThat(HotkeyName.of(new Held(false, false, true, true), "Page Up", false))
                .isEqualTo("Shift+Meta+PageUp");
        assertThat(HotkeyName.of(new Held(false, false, false, false), "F9", true)).isEqualTo("F9");
    }

    @Test
    void keysThatAreWrittenWithAreNoHotkeys() {
        assertThat(HotkeyName.of(new Held(false, false, false, false), "A", false)).isNull();
        assertThat(HotkeyName.of(new Held(false, false, true, false), "A", false)).isNull();
        assertThat(HotkeyName.isFunction("F12")).isTrue();
        assertThat(HotkeyName.isFunction("F")).isFalse();
    }

    @Test
    void theSystemIsDescribedWithoutItsUser() {
        Properties properties = new Properties();
        properties.putAll(
                Map.of(
                        "os.name", "Linux",
                        "os.version", "6.1",
                        "os.arch", "amd64",
                        "java.runtime.version", "25+36",
                        "user.name", "anna",
                        "user.home", "/home/anna"));
        String text =
                SystemInfo.text(
                        "1.2.3",
                        properties,
                        Map.of("XDG_SESSION_TYPE", "wayland", "USER", "anna"),
                        Runtime.getRuntime());

        assertThat(text)
                .contains("Sayso: 1.2.3", "System: Linux 6.1 amd64", "XDG_SESSION_TYPE: wayland")
                .doesNotContain("anna");
    }
}
