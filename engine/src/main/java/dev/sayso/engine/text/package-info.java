/// Text to token ids and back, the prompt, and the model's answer.
///
/// ```
/// context, language ─► Prompt ─► ids before and after the audio
/// ids of the answer ─► AnswerReader ─► text to show now, and in the end AsrOutput: language, text
/// ```
///
/// Both go through the [Tokenizer]. Languages are *names* here, as the model writes them: the
/// façade knows which there are.
///
/// Tokenising follows Qwen2's fast tokenizer to the letter (NFC, split pattern, merges), with one
/// exception made on purpose: text from outside never becomes a control token.
package dev.sayso.engine.text;
