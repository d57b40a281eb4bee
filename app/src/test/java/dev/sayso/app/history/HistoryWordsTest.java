package dev.sayso.app.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.app.ui.Messages;
import dev.sayso.engine.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryWordsTest {

    private static HistoryWords words(Locale locale) {
        return new HistoryWords(Messages.of(HistoryView.class, locale), Texts.at(Texts.NOON));
    }

    @ParameterizedTest
    @CsvSource({"0, 0:00", "42, 0:42", "3599, 59:59", "3787, 1:03:07"})
    void lengths(long seconds, String text) {
        assertThat(HistoryWords.length(Duration.ofSeconds(seconds))).isEqualTo(text);
    }

    @Test
    void momentsAreNearOrDates() {
        HistoryWords german = words(Locale.GERMAN);

        assertThat(german.moment(Texts.NOON)).isEqualTo("Heute, 12:00");
        assertThat(german.moment(Texts.NOON.minus(Duration.ofHours(13))))
                .isEqualTo("Gestern, 23:00");
        assertThat(german.moment(Texts.NOON.minus(Duration.ofDays(3))))
                .isEqualTo("24.11.2026, 12:00");
    }

    @Test
    void languagesAndCounts() {
        assertThat(words(Locale.SIMPLIFIED_CHINESE).language(Language.GERMAN)).isEqualTo("德语");
        assertThat(words(Locale.GERMAN).language(null)).isEqualTo("Sprache unbekannt");
        assertThat(words(Locale.ENGLISH).format("count", 1)).isEqualTo("1 text");
        assertThat(words(Locale.GERMAN).format("deleted", 3)).isEqualTo("3 Texte gelöscht");
        assertThat(words(Locale.ENGLISH).format("count", 10_000)).isEqualTo("10,000 texts");
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages_de.properties", "messages_zh_CN.properties"})
    void everyLanguageHasTheSameKeysAndPlaceholders(String file) throws IOException {
        Properties english = read("messages.properties");
        Properties other = read(file);

        assertThat(other.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            if (english.getProperty(key).contains("{0")) {
                assertThat(new MessageFormat(other.getProperty(key)).getFormats())
                        .as(key)
                        .hasSameSizeAs(new MessageFormat(english.getProperty(key)).getFormats());
            }
        }
    }

    private static Properties read(String file) throws IOException {
        try (InputStream in = Objects.requireNonNull(HistoryView.class.getResourceAsStream(file))) {
            Properties properties = new Properties();
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return properties;
        }
    }
}
