/// Sound before it becomes features: PCM samples, WAV files, resampling, silence, where somebody
/// speaks ([SpeechDetector]).
///
/// Every way in is the same pipe: *bytes → frames → one channel → 16 kHz*
/// ([WavFile] or [RawPcm] → [SoundStream] → [Resampler]), in blocks of some kilobytes. A whole file
/// is a stream read to its end, so there is one code path, and a recording is never held at its own
/// rate.
///
/// A WAV file is not trusted. No size in it leads to an allocation, and a recording that breaks off
/// or was written by a streaming tool is read as far as it goes: people bring recordings from
/// programs that crashed, and most of a recording is better than none. What was odd about it stands
/// in [Recording#warnings()].
package dev.sayso.engine.audio;
