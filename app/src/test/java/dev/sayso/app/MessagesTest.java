package dev.sayso.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every word is there in every language, and no word is there for nobody.
class MessagesTest {

    private static final Path RESOURCES = Path.of("src/main/resources/dev/sayso/app");
    private static final Path SOURCES = Path.of("src/main/java/dev/sayso/app");
    private static final Pattern VALUE = Pattern.compile("\\{(\\d+)");

    static Stream<Path> packages() throws IOException {
        try (Stream<Path> files = Files.walk(RESOURCES)) {
            return files
                    .filter(file -> file.endsWith("messages.properties"))
                    .map(Path::getParent)
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("packages")
    void everyLanguageHasEveryKeyAndItsValues(Path folder) throws IOException {
        Properties english = read(folder, "messages.properties");
        for (String language : List.of("_de", "_zh_CN")) {
            Properties other = read(folder, "messages" + language + ".properties");
            assertThat(other.stringPropertyNames())
                    .as(folder + language)
                    .isEqualTo(english.stringPropertyNames());
            for (String key : english.stringPropertyNames()) {
                assertThat(values(other.getProperty(key)))
                        .as(folder + language + " " + key)
                        .isEqualTo(values(english.getProperty(key)));
                assertThat(other.getProperty(key).isBlank())
                        .as(key)
                        .isEqualTo(english.getProperty(key).isBlank());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("packages")
    void everyPatternCanBeFormatted(Path folder) throws IOException {
        for (String language : List.of("", "_de", "_zh_CN")) {
            Properties words = read(folder, "messages" + language + ".properties");
            for (String key : words.stringPropertyNames()) {
                String text = words.getProperty(key);
                if (!values(text).isEmpty()) {
                    // an apostrophe that is not doubled would hide a value
                    String made = new MessageFormat(text).format(new Object[] {1, 2, 3, 4, 5, 6});
                    assertThat(made).as(folder + language + " " + key).doesNotContain("{");
                }
            }
        }
    }

    /// A key is named as a whole, or made of a beginning such as `"state."` or `"failure.disk"` and
    /// what comes after it.
    @ParameterizedTest
    @MethodSource("packages")
    void everyKeyIsUsed(Path folder) throws IOException {
        String sources = sources(SOURCES);
        List<String> unused = new ArrayList<>();
        for (String key : read(folder, "messages.properties").stringPropertyNames()) {
            if (!isNamed(sources, key)) {
                unused.add(key);
            }
        }
        assertThat(unused).as(folder.toString()).isEmpty();
    }

    private static boolean isNamed(String sources, String key) {
        if (sources.contains('"' + key + '"')) {
            return true;
        }
        for (int dot = key.indexOf('.'); dot >= 0; dot = key.indexOf('.', dot + 1)) {
            String beginning = key.substring(0, dot);
            if (sources.contains('"' + beginning + '"')
                    || sources.contains('"' + beginning + ".\"")) {
                return true;
            }
        }
        return false;
    }

    private static String sources(Path folder) throws IOException {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                text.append(Files.readString(file));
            }
        }
        return text.toString();
    }

    private static Set<String> values(String text) {
        Set<String> values = new TreeSet<>();
        VALUE.matcher(text).results().forEach(result -> values.add(result.group(1)));
        return values;
    }

    private static Properties read(Path folder, String file) throws IOException {
        Properties words = new Properties();
        try (Reader reader = Files.newBufferedReader(folder.resolve(file))) {
            words.load(reader);
        }
        return words;
    }
}
