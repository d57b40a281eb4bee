/// The first place of the window: speak, and read what was said.
///
/// [Dictation] is the use case and has one state, [DictationState], from which everything that is
/// shown is derived. It lives on the FX thread and never waits there. A [Take] has a thread of its
/// own that takes sound in, writes it to disk first, and then hands it to the recognition by way of
/// a [TakenSound]; so a model that is slow, still being opened or broken costs no sound.
///
/// What others do with the text is in [DictationPorts], what the screen shows in [DictationModel],
/// and how it does in [DictationView].
package dev.sayso.app.dictation;
