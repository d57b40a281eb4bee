package dev.sayso.engine.text;

import org.jspecify.annotations.Nullable;

/// The chat template, as the ids before and after the audio.
///
/// ```
/// <|im_start|>system↵{context}<|im_end|>↵<|im_start|>user↵<|audio_start|>
///     one row for each audio token
/// <|audio_end|><|im_end|>↵<|im_start|>assistant↵
///     language {language}<asr_text>      when the language is forced
///     {past text}<asr_text>              when there is past text
/// ```
///
/// The layout is that of the official package, the line of past text that of antirez/qwen-asr.
/// Context and past text are plain text: they can't bring control tokens in.
public final class Prompt {

    /// Tokens a context may have, as in the official package.
    public static final int MOST_CONTEXT = 10_000;

    private static final String SYSTEM = "system\n";
    private static final String ASSISTANT = "assistant\n";

    private final int[] head;
    private final int[] tail;

    private Prompt(int[] head, int[] tail) {
        this.head = head;
        this.tail = tail;
    }

    /// @param context text that helps the model, such as names likely to occur; empty for none
    /// @param language the name of the language the answer is forced into, as the model writes it
    ///     (`English`); null to let the model find out
    /// @param pastText what was said before, to be carried on; null or empty for none
    /// @throws IllegalArgumentException when the context has more than [#MOST_CONTEXT] tokens, or
    ///     the language has no name
    public static Prompt of(
            Tokenizer tokenizer,
            String context,
            @Nullable String language,
            @Nullable String pastText) {
        if (language != null && language.isBlank()) {
            throw new IllegalArgumentException("a language without name");
        }
        return new Prompt(head(tokenizer, context), tail(tokenizer, language, pastText));
    }

    /// How many tokens a context takes in a prompt.
    public static int contextTokens(Tokenizer tokenizer, String context) {
        return tokenizer.encode(SYSTEM + context).length - tokenizer.encode(SYSTEM).length;
    }

    private static int[] head(Tokenizer tokenizer, String context) {
        Ids ids = new Ids();
        ids.addAll(tokenizer.encodeMarkup(Markup.TURN_START));
        // in one go: a context that begins with line breaks shares a token with the one before
        int[] system = tokenizer.encode(SYSTEM + context);
        int tokens = contextTokens(tokenizer, context);
        if (tokens > MOST_CONTEXT) {
            throw new IllegalArgumentException(
                    "a context of " + tokens + " tokens; at most " + MOST_CONTEXT + " are allowed");
        }
        ids.addAll(system);
        ids.addAll(
                tokenizer.encodeMarkup(
                        Markup.TURN_END
                                + "\n"
                                + Markup.TURN_START
                                + "user\n"
                                + Markup.AUDIO_START));
        return ids.toArray();
    }

    private static int[] tail(
            Tokenizer tokenizer, @Nullable String language, @Nullable String pastText) {
        Ids ids = new Ids();
        ids.addAll(
                tokenizer.encodeMarkup(
                        Markup.AUDIO_END + Markup.TURN_END + "\n" + Markup.TURN_START));
        int text = tokenizer.special(Markup.ASR_TEXT);
        String begun = ASSISTANT;
        if (language != null) {
            ids.addAll(tokenizer.encode(ASSISTANT + Markup.LANGUAGE + language));
            ids.add(text);
            begun = "";
        }
        boolean past = pastText != null && !pastText.isEmpty();
        ids.addAll(tokenizer.encode(past ? begun + pastText : begun));
        if (past) {
            ids.add(text);
        }
        return ids.toArray();
    }

    /// The same prompt with the beginning of the answer given: ids of an earlier round that the
    /// model is to carry on from, header and `<asr_text>` included if they are wanted.
    public Prompt continuedBy(int... prefix) {
        Ids ids = new Ids();
        ids.addAll(tail);
        ids.addAll(prefix);
        return new Prompt(head, ids.toArray());
    }

    /// The ids before the audio, in a new array.
    public int[] head() {
        return head.clone();
    }

    /// The ids after the audio, in a new array.
    public int[] tail() {
        return tail.clone();
    }
}
