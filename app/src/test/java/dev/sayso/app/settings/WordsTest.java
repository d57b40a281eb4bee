package dev.sayso.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.app.export.ExportView;
import dev.sayso.app.subtitles.ExportFormat;
import dev.sayso.app.subtitles.Violation;
import dev.sayso.app.ui.Messages;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// All languages have the same words, for the same values.
class WordsTest {

    private static final Pattern VALUE = Pattern.compile("\\{(\\d)");

    @ParameterizedTest
    @ValueSource(classes = {SettingsView.class, ExportView.class, Violation.class})
    void everyLanguageHasEveryWord(Class<?> owner) throws IOException {
        Properties english = read(owner, "messages.properties");
        for (String file : List.of("messages_de.properties", "messages_zh_CN.properties")) {
            Properties other = read(owner, file);
            assertThat(new TreeSet<>(other.stringPropertyNames()))
                    .as(file)
                    .isEqualTo(new TreeSet<>(english.stringPropertyNames()));
            for (String key : english.stringPropertyNames()) {
                assertThat(values(other.getProperty(key)))
                        .as("%s of %s", key, file)
                        .isEqualTo(values(english.getProperty(key)));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "zh-CN"})
    void allThatIsNamedByAValueHasAName(String tag) {
        Locale locale = Locale.forLanguageTag(tag);
        Messages export = Messages.of(ExportView.class, locale);
        for (ExportFormat format : ExportFormat.values()) {
            assertThat(export.has("format." + format)).as("%s", format).isTrue();
            assertThat(export.has("hint." + format)).as("%s", format).isTrue();
        }
        Messages rules = Messages.of(Violation.class, locale);
        for (Violation.Kind kind : Violation.Kind.values()) {
            assertThat(rules.format("violations." + kind, 1)).doesNotContain("{", "|", "#");
            assertThat(rules.format("violations." + kind, 7)).contains("7");
        }
    }

    private static Set<String> values(String text) {
        Set<String> values = new TreeSet<>();
        VALUE.matcher(text).results().forEach(value -> values.add(value.group(1)));
        return values;
    }

    private static Properties read(Class<?> owner, String file) throws IOException {
        Properties words = new Properties();
        try (InputStreamReader in =
                new InputStreamReader(
                        Objects.requireNonNull(owner.getResourceAsStream(file)),
                        StandardCharsets.UTF_8)) {
            words.load(in);
        }
        return words;
    }
}
