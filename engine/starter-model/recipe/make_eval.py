#!/usr/bin/env python3
"""Makes the evaluation recordings: WAV files and a refs.json ({file: text}) for every set.

    make_eval.py --text data/text.json --out data/eval [--fsdd fsdd/recordings]

The sentences are held out; the voices "ked" (festival) and "Alicia" (espeak-ng) and the people of
the digits were never heard in training. --text may name another file of sentences (its "heldout"
are spoken) and --sets the sets to make.
"""
import argparse
import glob
import json
import os
import random
import tempfile

import numpy as np

from acoustics import to_16k, trim, with_noise
from make_noise import KINDS, sound
from voices import RATE, read_wav, speak, write_wav

SEEN = ["flite:slt", "flite:awb", "flite:rms", "flite:kal16", "festival:cmu_us_slt_arctic_hts",
        "festival:kal_diphone", "pico:en-US", "pico:en-GB", "espeak:en-us", "espeak:en-gb+f3",
        "espeak:en-us+m3"]
SPOKEN = {"seen-voices": (SEEN, 264), "unseen-ked": (["festival:ked_diphone"], 120),
          "unseen-alicia": (["espeak:en-us+Alicia"], 120)}
DIGITS = "zero one two three four five six seven eight nine".split()
NOISE_BELOW = 10.0                                 # dB


class Set:
    """A folder of recordings with their texts."""

    def __init__(self, out, name):
        self.folder, self.name, self.refs = os.path.join(out, name), name, {}
        os.makedirs(self.folder, exist_ok=True)

    def add(self, audio, text):
        file = f"{len(self.refs):03d}.wav"
        write_wav(os.path.join(self.folder, file), audio)
        self.refs[file] = text

    def items(self):
        return [(read_wav(os.path.join(self.folder, f))[0], t) for f, t in self.refs.items()]

    def save(self):
        with open(os.path.join(self.folder, "refs.json"), "w", encoding="utf-8") as f:
            json.dump(self.refs, f, indent=0)
        print(self.name, len(self.refs), flush=True)


def clean(audio, rate):
    """At one loudness, with 0.3 s of silence at both ends."""
    audio = to_16k(trim(audio, rate)[0], rate)
    return np.pad(audio * (0.5 / np.abs(audio).max()), RATE * 3 // 10)


def spoken(out, name, sentences):
    voices, count = SPOKEN[name]
    rng, found, made = random.Random(7), {}, Set(out, name)
    with tempfile.TemporaryDirectory() as folder:
        for v, voice in enumerate(voices):
            which = range(v, min(count, len(sentences)), len(voices))
            said = speak(voice, [sentences[i] for i in which], [1.0] * len(which), folder, rng)
            for i, (audio, rate, _) in zip(which, said):
                found[i] = clean(audio, rate)
    for i in sorted(found):
        made.add(found[i], sentences[i])
    made.save()
    return made


def noisy(out, base):
    """The same recordings with noise of every kind but music."""
    rng, made = np.random.default_rng(21), Set(out, f"{base.name}-{NOISE_BELOW:.0f}dB")
    for i, (audio, text) in enumerate(base.items()):
        kind = KINDS[i % (len(KINDS) - 1)]
        noise = sound(rng, len(audio) / RATE + 0.01, kind)[: len(audio)]
        made.add(with_noise(audio, noise, NOISE_BELOW), text)
    made.save()


def joined(out, base, seconds, count):
    """Sentences of one voice in a row with pauses, as long as given."""
    rng, made = random.Random(5), Set(out, f"{base.name}-{seconds}s")
    items, voices = base.items(), len(SPOKEN[base.name][0])
    for n in range(count):
        own = items[n % voices:: voices]
        rng.shuffle(own)
        parts, texts, total = [], [], 0
        for audio, text in own:
            pause = np.zeros(int(rng.uniform(0.0, 0.6) * RATE), np.float32)
            if total + len(audio) + len(pause) > seconds * RATE:
                break
            parts += [audio, pause]
            texts.append(text)
            total += len(audio) + len(pause)
        made.add(np.concatenate(parts), " ".join(texts))
    made.save()


def human_digits(out, fsdd, speaker, takes, strings):
    """Single digits, and strings of five to seven of them."""
    clips = {}
    for path in sorted(glob.glob(os.path.join(fsdd, f"*_{speaker}_*.wav"))):
        digit, _, take = os.path.basename(path)[:-4].split("_")
        audio = to_16k(*read_wav(path))
        clips[int(digit), int(take)] = audio * (0.5 / (np.abs(audio).max() + 1e-6))
    single, rng = Set(out, f"human-{speaker}"), random.Random(3)
    for digit, take in sorted(clips):
        if take < takes:
            single.add(np.pad(clips[digit, take], RATE // 4), DIGITS[digit].capitalize() + ".")
    single.save()
    connected = Set(out, f"human-{speaker}-connected")
    for _ in range(strings):
        which = [rng.choice(sorted(clips)) for _ in range(rng.randint(5, 7))]
        parts = [np.zeros(RATE // 2, np.float32)]
        for key in which:
            parts += [clips[key], np.zeros(int(0.12 * RATE), np.float32)]
        text = " ".join(DIGITS[d] for d, _ in which).capitalize() + "."
        connected.add(np.concatenate(parts + parts[:1]), text)
    connected.save()


def nothing_said(out):
    """Silence and every kind of background sound, short and long, soft and loud."""
    rng, made = np.random.default_rng(9), Set(out, "nothing-said")
    for seconds in (0.5, 1.0, 2.0, 4.0, 8.0):
        for kind in (None, *KINDS):
            for level in (0.0,) if kind is None else (0.001, 0.01, 0.1, 0.5, 1.0):
                for _ in range(5 if kind is None else 1):
                    x = np.zeros(int(seconds * RATE)) if kind is None else sound(rng, seconds, kind)
                    made.add(x * level, "")
    made.save()


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("--text", required=True)
    ap.add_argument("--out", required=True)
    ap.add_argument("--fsdd", help="the recordings of the Free Spoken Digit Dataset")
    ap.add_argument("--speakers", default="jackson,yweweler")
    ap.add_argument("--sets", default=",".join(SPOKEN), help="of the spoken sets")
    a = ap.parse_args()
    with open(a.text, encoding="utf-8") as f:
        sentences = json.load(f)["heldout"]
    for name in a.sets.split(","):
        base = spoken(a.out, name, sentences)
        noisy(a.out, base)
        if name == "seen-voices":
            joined(a.out, base, 15, 33)
            joined(a.out, base, 40, 22)
    for speaker in a.speakers.split(",") if a.fsdd else ():
        human_digits(a.out, a.fsdd, speaker, takes=15, strings=30)
    nothing_said(a.out)


if __name__ == "__main__":
    main()
