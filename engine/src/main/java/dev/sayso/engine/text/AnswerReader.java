package dev.sayso.engine.text;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads an answer while it is being decoded and says what of it may be shown.
///
/// The header `language English<asr_text>` is held back, and so is anything that may still become
/// one. An answer that begins otherwise is text from its first character. White space is held back
/// until something follows, so what was shown, joined, is the text of the final [AsrOutput], with
/// two exceptions: a runaway repetition is shown as it comes and cut only in the end; and where
/// `<asr_text>` comes late, after what was no header, the text in the end is what follows it.
public final class AnswerReader {

    /// Characters a header may have before its tag; the longest official one has 19.
    private static final int LONGEST_HEADER = 100;

    private final Detokenizer detokenizer;
    private final @Nullable String forcedLanguage;
    private final StringBuilder raw = new StringBuilder();
    private final int tag;

    private boolean inText;
    private int textTokens;

    /// Where the text begins in `raw`; 0 as long as no tag has come.
    private int textStart;

    /// Up to where `raw` was shown or is not to be shown.
    private int shown;

    private @Nullable String language;

    /// @param forcedLanguage the language the prompt forced, so that no header comes; null for none
    public AnswerReader(Tokenizer tokenizer, @Nullable String forcedLanguage) {
        this.detokenizer = new Detokenizer(tokenizer);
        this.tag = tokenizer.special(Markup.ASR_TEXT);
        this.forcedLanguage = forcedLanguage;
        this.language = forcedLanguage;
        this.inText = forcedLanguage != null;
    }

    /// Takes the next id of the answer.
    ///
    /// @return the text that may be shown now and might not before; often empty
    public String accept(int id) {
        textTokens = id == tag ? 0 : textTokens + 1;
        raw.append(detokenizer.accept(id));
        return show();
    }

    /// Ids since the tag `<asr_text>`, or all of them where there was none.
    public int textTokens() {
        return textTokens;
    }

    /// Ends the answer.
    ///
    /// @return the text that was still held back
    public String flush() {
        raw.append(detokenizer.finish());
        String before = show();
        if (inText) {
            return before;
        }
        inText = true;
        return before + show();
    }

    /// Ends the answer and takes it apart, as [AsrOutput#parse] does with the whole of it.
    public AsrOutput finish() {
        flush();
        return AsrOutput.parse(raw.toString(), forcedLanguage);
    }

    /// The language's name as far as it is known: forced, or read from the header.
    public Optional<String> language() {
        return Optional.ofNullable(language);
    }

    private String show() {
        if (!inText) {
            readHeader();
        }
        if (!inText) {
            return "";
        }
        int end = Blank.trailing(raw);
        if (end <= shown) {
            return "";
        }
        String text = raw.substring(shown, end);
        boolean first = shown == textStart;
        shown = end;
        return first ? text.substring(Blank.leading(text)) : text;
    }

    private void readHeader() {
        int header = raw.indexOf(Markup.ASR_TEXT);
        if (header >= 0) {
            language = AsrOutput.language(raw.substring(0, header));
            textStart = header + Markup.ASR_TEXT.length();
            shown = textStart;
            inText = true;
        } else {
            inText = !mayBeHeader();
        }
    }

    /// Whether what came so far begins as a header does, or could be the tag itself.
    private boolean mayBeHeader() {
        int from = Blank.leading(raw);
        int length = raw.length() - from;
        if (length > LONGEST_HEADER) {
            return false;
        }
        String begun = raw.substring(from).toLowerCase(Locale.ROOT);
        return begun.startsWith(Markup.LANGUAGE)
                || Markup.LANGUAGE.startsWith(begun)
                || Markup.ASR_TEXT.startsWith(begun);
    }
}
