package dev.sayso.engine;

import java.util.Locale;
import java.util.Optional;

/// The thirty languages Qwen3-ASR writes.
public enum Language {
    CHINESE("zh"),
    ENGLISH("en"),
    CANTONESE("yue"),
    ARABIC("ar"),
    GERMAN("de"),
    FRENCH("fr"),
    SPANISH("es"),
    PORTUGUESE("pt"),
    INDONESIAN("id"),
    ITALIAN("it"),
    KOREAN("ko"),
    RUSSIAN("ru"),
    THAI("th"),
    VIETNAMESE("vi"),
    JAPANESE("ja"),
    TURKISH("tr"),
    HINDI("hi"),
    MALAY("ms"),
    DUTCH("nl"),
    SWEDISH("sv"),
    DANISH("da"),
    FINNISH("fi"),
    POLISH("pl"),
    CZECH("cs"),
    FILIPINO("fil"),
    PERSIAN("fa"),
    GREEK("el"),
    ROMANIAN("ro"),
    HUNGARIAN("hu"),
    MACEDONIAN("mk");

    private final String code;

    Language(String code) {
        this.code = code;
    }

    /// The BCP 47 code, such as `en`.
    public String code() {
        return code;
    }

    /// The English name the model uses, such as `English`.
    public String modelName() {
        return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
    }

    /// The language with this code (`en`, also `en-US`) or English name, in any case.
    public static Optional<Language> find(String codeOrName) {
        String wanted = codeOrName.strip();
        String primary = wanted.split("[-_]", 2)[0];
        for (Language language : values()) {
            if (language.code.equalsIgnoreCase(primary)
                    || language.name().equalsIgnoreCase(wanted)) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }
}
