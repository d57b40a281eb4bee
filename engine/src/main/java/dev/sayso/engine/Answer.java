package dev.sayso.engine;

import dev.sayso.engine.text.AnswerReader;
import dev.sayso.engine.text.AsrOutput;
import dev.sayso.engine.text.Tokenizer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The answer to one stretch while it grows.
final class Answer {

    private final AnswerReader reader;
    private final StringBuilder text = new StringBuilder();
    private boolean grew;

    /// @param forced name of the language the prompt forces; null for none
    Answer(Tokenizer tokenizer, @Nullable String forced) {
        this.reader = new AnswerReader(tokenizer, forced);
    }

    void accept(int id) {
        String more = reader.accept(id);
        text.append(more);
        grew = !more.isEmpty();
    }

    /// Whether the last token added text that may be shown.
    boolean grew() {
        return grew;
    }

    /// The text that may be shown.
    String text() {
        return text.toString();
    }

    /// Tokens of the text.
    int textTokens() {
        return reader.textTokens();
    }

    /// Name of the language, once it is known.
    Optional<String> language() {
        return reader.language();
    }

    /// Ends the answer.
    ///
    /// @return all that may be shown
    String complete() {
        return text.append(reader.flush()).toString();
    }

    /// Ends the answer and takes it apart.
    AsrOutput finish() {
        return reader.finish();
    }
}
