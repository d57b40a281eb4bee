/// One utterance while it is heard: rounds, and what is kept from one to the next.
///
/// Each round hears the utterance from its beginning and writes its answer anew, given the
/// beginning of the last one. That is what the model was made for, and dear: nearly everything is
/// computed again. So that a round costs what is *new* in it, four things are kept, none of which
/// can change a bit of the outcome:
///
/// - frames of the spectrogram
///   ([dev.sayso.engine.features.WindowedSpectrogram]);
/// - embeddings of finished windows, and of the open window what the convolutions made of its
///   finished chunks, and its embeddings as long as none of its frames changes
///   ([dev.sayso.engine.encoder.GrowingEncoder]);
/// - the decoder's memory of the prompt up to the first row that changed
///   ([dev.sayso.engine.decoder.PromptReader]);
/// - the last answer, as a draft of the next
///   ([dev.sayso.engine.stream.RoundDecoder]).
///
/// What is left for a round is one pass of the encoder's layers over the open window (8 s at most),
/// one pass of the decoder over the open window's rows, the prompt's tail and the answer so far,
/// and a step for each token that is new.
///
/// The last decoding of an utterance costs nothing when a round has heard exactly its sound and
/// come to an end ([dev.sayso.engine.stream.Utterance]).
///
/// An utterance is bounded ([dev.sayso.engine.stream.Seams]), so memory and time of a round are.
package dev.sayso.engine.stream;
