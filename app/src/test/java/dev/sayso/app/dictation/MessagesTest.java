package dev.sayso.app.dictation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.app.overlay.OverlayModel;
import dev.sayso.app.ui.Messages;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {

    private static Properties words(Class<?> owner, String suffix) throws Exception {
        Properties words = new Properties();
        String file = "messages" + suffix + ".properties";
        try (var in = Objects.requireNonNull(owner.getResourceAsStream(file))) {
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return words;
    }

    @ParameterizedTest
    @ValueSource(classes = {DictationView.class, OverlayModel.class})
    void everyLanguageHasTheSameWordsWithTheSameGaps(Class<?> owner) throws Exception {
        Properties english = words(owner, "");
        Pattern gap = Pattern.compile("\\{\\d");
        for (String suffix : List.of("_de", "_zh_CN")) {
            Properties other = words(owner, suffix);
            assertThat(other.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
            for (String key : english.stringPropertyNames()) {
                assertThat(gap.matcher(other.getProperty(key)).results().count())
                        .as(key)
                        .isEqualTo(gap.matcher(english.getProperty(key)).results().count());
            }
        }
    }

    @Test
    void everyFailureHasWords() {
        for (Locale language : Messages.LANGUAGES) {
            FailureWords words = new FailureWords(Messages.of(DictationView.class, language));
            assertThat(Arrays.stream(DictationFailure.Kind.values()))
                    .allSatisfy(
                            kind ->
                                    assertThat(words.of(DictationFailure.of(kind, "")).headline())
                                            .isNotBlank());
        }
    }
}
