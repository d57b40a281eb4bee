/// Sound out of any audio or video file: mono, 16 kHz.
///
/// WAV files are read by the engine, without native code. Everything else goes through FFmpeg (the
/// LGPL build, by Bytedeco), which is loaded on first use: 0.8 s, and some 50 MB unpacked into the
/// cache folder. Nothing else in the app knows FFmpeg.
///
/// Demuxers read what strangers made. So they may open the one file only (`protocol_whitelist`),
/// only formats that hold sound are tried (no playlists, no lists of pictures), only one stream is
/// decoded, and how much comes out is bounded.
///
/// The native libraries lie in jars that are modules nobody requires; they are named for the
/// module path by `--add-modules` in the launcher's `jvm.options`, which cost nothing measurable
/// at start. A search for all modules (`ALL-MODULE-PATH`) cost 0.1 s.
package dev.sayso.app.media;
