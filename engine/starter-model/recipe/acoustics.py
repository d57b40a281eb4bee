"""What happens to a sound on its way: trimming, speed, pitch, rooms, telephones, clipping."""
import os
import subprocess

import numpy as np
from scipy.signal import butter, fftconvolve, resample, sosfilt

from voices import RATE, read_wav, write_wav


def trim(audio, rate=RATE, margin=0.06):
    """Cuts the silence before and after the speech but for a small margin: (audio, start)."""
    n = rate // 100
    level = np.sqrt(np.mean(audio[: len(audio) // n * n].reshape(-1, n) ** 2, axis=1) + 1e-12)
    loud = np.flatnonzero(level > max(level.max() * 0.02, 1e-4))
    pad = int(margin * rate)
    start = max(0, loud[0] * n - pad)
    return audio[start: (loud[-1] + 1) * n + pad], start / rate


def to_16k(audio, rate, speed=1.0):
    """Resamples to 16 kHz, played `speed` times faster (pitch and formants move along)."""
    return resample(audio, max(1, int(len(audio) * RATE / rate / speed))).astype(np.float32)


def shift_pitch(audio, cents, folder):
    """Another pitch at the same speed, by sox."""
    before, after = os.path.join(folder, "before.wav"), os.path.join(folder, "after.wav")
    write_wav(before, audio * (0.5 / (np.abs(audio).max() + 1e-6)))
    subprocess.run(["sox", before, after, "pitch", str(cents)], check=True,
                   stderr=subprocess.DEVNULL)
    return read_wav(after)[0]


def room(audio, rng, nrng):
    """A made-up room: a direct path and an exponentially fading tail."""
    t60, direct = rng.uniform(0.1, 0.6), rng.uniform(0.3, 1.0)
    n = int(t60 * RATE)
    tail = nrng.standard_normal(n) * np.exp(-6.9 * np.arange(n) / n)
    tail *= rng.uniform(0.1, 0.5) / np.sqrt(np.sum(tail ** 2))
    tail[0] = direct
    return fftconvolve(audio, tail)[: len(audio) + n // 3].astype(np.float32)


def narrow(audio, rng):
    """A telephone's band, or a dull microphone."""
    if rng.random() < 0.5:
        sos = butter(4, (rng.uniform(200, 350), rng.uniform(3200, 3800)), "band", fs=RATE,
                     output="sos")
    else:
        sos = butter(6, rng.uniform(3500, 7000), "low", fs=RATE, output="sos")
    return sosfilt(sos, audio).astype(np.float32)


def clip(audio, rng):
    """Too loud for the converter."""
    loud = audio * (rng.uniform(1.5, 6.0) / (np.abs(audio).max() + 1e-6))
    return np.clip(loud, -1, 1)


def disturb(audio, rng, nrng, folder):
    """Each of them now and then; never changes where in time something is said."""
    if rng.random() < 0.2:
        audio = shift_pitch(audio, rng.randint(-300, 300), folder)[: len(audio)]
    if rng.random() < 0.3:
        audio = room(audio, rng, nrng)
    if rng.random() < 0.12:
        audio = narrow(audio, rng)
    if rng.random() < 0.06:
        audio = clip(audio, rng)
    return audio


def with_noise(audio, noise, decibels):
    """Adds noise of the same length so many decibels below the sound's mean power."""
    gain = np.sqrt(np.mean(audio ** 2) / (np.mean(noise ** 2) + 1e-12)) * 10 ** (-decibels / 20)
    return (audio + gain * noise).astype(np.float32)
