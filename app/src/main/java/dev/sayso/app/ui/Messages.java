package dev.sayso.app.ui;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/// The words of one package, in the user's language, else in English.
///
/// [ResourceBundle#getBundle] would fall back to the system's language before English; here the
/// language is the one that was chosen.
public final class Messages {

    /// The languages there are words in.
    public static final List<Locale> LANGUAGES =
            List.of(Locale.ENGLISH, Locale.GERMAN, Locale.SIMPLIFIED_CHINESE);

    private final ResourceBundle words;
    private final Locale locale;

    private Messages(ResourceBundle words, Locale locale) {
        this.words = words;
        this.locale = locale;
    }

    /// The words beside a class.
    public static Messages of(Class<?> owner, Locale locale) {
        ResourceBundle words = read(owner, "messages.properties", null);
        String suffix =
                switch (locale.getLanguage()) {
                    case "de" -> "_de";
                    case "zh" -> "_zh_CN";
                    default -> "";
                };
        return new Messages(
                suffix.isEmpty() ? words : read(owner, "messages" + suffix + ".properties", words),
                locale);
    }

    private static ResourceBundle read(
            Class<?> owner, String file, @Nullable ResourceBundle others) {
        try (InputStream in = owner.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalArgumentException(owner.getPackageName() + " has no " + file);
            }
            return new Layered(new InputStreamReader(in, StandardCharsets.UTF_8), others);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The text for a key, as it is.
    public String text(String key) {
        return words.getString(key);
    }

    /// Whether there is a text for a key.
    public boolean has(String key) {
        return words.containsKey(key);
    }

    /// The text for a key, by the rules of [MessageFormat]: `{0}` stands for the first value, and
    /// an apostrophe is written twice.
    public String format(String key, Object... values) {
        return new MessageFormat(words.getString(key), locale).format(values);
    }

    /// The language of numbers and dates.
    public Locale locale() {
        return locale;
    }

    private static final class Layered extends PropertyResourceBundle {
        Layered(InputStreamReader reader, @Nullable ResourceBundle others) throws IOException {
            super(reader);
            if (others != null) {
                setParent(others);
            }
        }
    }
}
