package dev.sayso.engine.text;

import java.util.List;

/// The added tokens a prompt and an answer are built with, by name.
final class Markup {

    static final String TURN_START = "<|im_start|>";
    static final String TURN_END = "<|im_end|>";
    static final String TEXT_END = "<|endoftext|>";
    static final String AUDIO_START = "<|audio_start|>";
    static final String AUDIO_END = "<|audio_end|>";
    static final String AUDIO_PAD = "<|audio_pad|>";

    /// Between an answer's header and its text.
    static final String ASR_TEXT = "<asr_text>";

    /// What a header begins with; the language's name follows.
    static final String LANGUAGE = "language ";

    /// Without one of these a vocabulary is not that of a Qwen3-ASR model.
    static final List<String> NEEDED =
            List.of(TURN_START, TURN_END, TEXT_END, AUDIO_START, AUDIO_END, AUDIO_PAD, ASR_TEXT);

    private Markup() {}
}
