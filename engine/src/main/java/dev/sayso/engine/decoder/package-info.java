/// Prompt and audio embeddings to tokens: a Qwen3 decoder.
///
/// RMSNorm; queries, keys and values without bias; RMSNorm over each query and key head (weights
/// shared by all heads of a layer); rotary positions that count every token of the prompt, audio
/// tokens included; causal attention in which neighbouring query heads share a key/value head;
/// SwiGLU. The audio embeddings take the places of the `<|audio_pad|>` tokens. Greedy: the next
/// token is the one with the largest score.
///
/// A prompt run in blocks, or token by token, gives the same bits (see the kernel package), so the
/// memory of what was read ([dev.sayso.engine.decoder.KvCache]) can be cut back and carried on from
/// anywhere.
package dev.sayso.engine.decoder;
