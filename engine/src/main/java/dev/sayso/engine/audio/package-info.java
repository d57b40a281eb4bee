/// Sound before it becomes features: PCM samples, WAV files, resampling, silence.
package dev.sayso.engine.audio;
