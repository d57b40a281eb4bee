/// Mel spectrogram to audio embeddings: Qwen3-ASR's audio tower.
///
/// The encoder is *local*, and each of these has cost somebody days:
///
/// - a chunk of 100 frames goes alone through three convolutions with stride 2, which leave 13
///   tokens of it; a shorter last chunk is filled up with zeros (as the official code does when
///   there is more than one), and its surplus tokens are dropped;
/// - positions restart at 0 in every chunk;
/// - attention sees windows of 8 chunks (104 tokens, 8 s) that don't overlap, counted from the
///   beginning.
///
/// So a finished window never changes, whatever follows it.
package dev.sayso.engine.encoder;
