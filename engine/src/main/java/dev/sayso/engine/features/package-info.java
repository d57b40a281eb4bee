/// Sound to log-mel spectrogram: Whisper's large-v3 front end.
///
/// Frames of 400 samples every 160 (25 ms every 10 ms), periodic Hann window, reflected by 200
/// samples at both ends; power of 201 DFT bins; 128 triangular filters on Slaney's mel scale, each
/// of unit area; log10 of at least 1e-10; everything more than 8 below the loudest value *of the
/// whole input* is raised to that; (x + 4) / 4. There are floor(samples / 160) frames.
///
/// 400 points are few, so the DFT is a matrix product with cosines and sines, not an FFT.
package dev.sayso.engine.features;
