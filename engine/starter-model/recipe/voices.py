"""The speech synthesisers: text in, sound and (where they tell it) the places of the phones out.

Voices are named `flite:slt`, `festival:ked_diphone`, `pico:en-GB`, `espeak:en-us+f2`;
`espeak:any` is another espeak-ng voice for every sentence.
"""
import os
import re
import subprocess
import wave

import numpy as np

RATE = 16000
PHONES = ("pau aa ae ah ao aw ax ay b ch d dh eh er ey f g hh ih iy jh k l m n ng ow oy p r s sh "
          "t th uh uw v w y z zh").split()
_SAME = {"axr": "er", "dx": "d", "el": "l", "em": "m", "en": "n", "hv": "hh", "ix": "ih",
         "h#": "pau", "brth": "pau", "sil": "pau", "#": "pau", "nx": "n", "ux": "uw"}

_DIALECTS = ("en-us en-us en-us en-gb en-gb en-gb-scotland en-gb-x-rp en-gb-x-gbclan "
             "en-gb-x-gbcwmd en-029 en-us-nyc").split()
# Alicia is left out: it is kept for evaluation and samples.
_VARIANTS = ("m1 m2 m3 m4 m5 m6 m7 m8 f1 f2 f3 f4 f5 f1 f2 f3 f4 f5 Alex Andrea Andy Annie Denis "
             "Gene Henrique Hugo Jacky Lee Marco Mario Michael Mike adam anika antonio aunty "
             "belinda benjamin boris david ed edward grandma grandpa iven john kaukovalta klatt "
             "klatt2 klatt3 klatt4 linda max michel miguel norbert pablo paul pedro quincy rob "
             "robert sandro shelby steph steph2 steph3 travis victor zac").split()
# What a voice's fundamental frequency is like when nothing is asked for: mean and deviation, Hz.
_TONE = {"slt": (171, 26), "awb": (128, 20), "rms": (98, 16), "kal16": (95, 11),
         "kal_diphone": (105, 14), "ked_diphone": (105, 15)}
_QUIET = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}


def read_wav(path):
    """(mono samples in -1..1, rate)."""
    with wave.open(str(path)) as w:
        data = np.frombuffer(w.readframes(w.getnframes()), "<i2").astype(np.float32) / 32768
        return data.reshape(-1, w.getnchannels()).mean(1), w.getframerate()


def write_wav(path, audio):
    with wave.open(str(path), "wb") as w:
        w.setnchannels(1), w.setsampwidth(2), w.setframerate(RATE)
        w.writeframes((np.clip(audio, -1, 1) * 32767).round().astype("<i2").tobytes())


def phone_id(name):
    """1 and up for the phones; 0 for a name that is not known."""
    name = _SAME.get(name, name)
    return PHONES.index(name) + 1 if name in PHONES else 0


def _flite(name, text, tempo, tone, out):
    change = []
    if tone != 1.0:
        mean, deviation = _TONE[name]
        change = ["--setf", f"int_f0_target_mean={mean * tone:.1f}",
                  "--setf", f"int_f0_target_stddev={deviation * tone:.1f}"]
    said = subprocess.run(["flite", "-voice", name, "--setf", f"duration_stretch={1 / tempo:.3f}",
                           *change, "-psdur", "-t", text, "-o", out],
                          check=True, capture_output=True)
    ends = re.findall(r"(\S+):([\d.]+)", said.stdout.decode())
    return [(phone_id(phone), float(end)) for phone, end in ends]


def _pico(name, text, tempo, tone, out):
    said = (f"<pitch level='{100 * tone:.0f}'><speed level='{100 * tempo:.0f}'>{text}"
            "</speed></pitch>")
    subprocess.run(["pico2wave", "-l", name, "-w", out, said], check=True, **_QUIET)
    return []


def _espeak(name, text, tempo, out, rng):
    if name == "any":
        name = rng.choice(_DIALECTS)
        if rng.random() < 0.9:
            name += "+" + rng.choice(_VARIANTS)
    pitch = rng.randint(30, 70)
    subprocess.run(["espeak-ng", "-v", name, "-s", str(int(160 * tempo)), "-p", str(pitch),
                    "-w", out, text], check=True, **_QUIET)
    return []


def _festival(name, texts, tempos, tones, folder):
    """All texts in one run, because starting it takes long: out0.wav, out0.seg, out1.wav ..."""
    quoted = [t.replace("\\", "").replace('"', "") for t in texts]
    lines = [f"(voice_{name})"]
    for i, (text, tempo, tone) in enumerate(zip(quoted, tempos, tones)):
        if name in _TONE and tone != 1.0:
            mean, deviation = _TONE[name]
            lines.append(f"(set! int_lr_params '((target_f0_mean {mean * tone:.1f}) "
                         f"(target_f0_std {deviation * tone:.1f}) "
                         "(model_f0_mean 170) (model_f0_std 34)))")
        lines.append(f"(Parameter.set 'Duration_Stretch {1 / tempo:.3f})"
                     f'(set! u (utt.synth (Utterance Text "{text}")))'
                     f"(utt.save.wave u \"{folder}/out{i}.wav\" 'riff)"
                     f'(utt.save.segs u "{folder}/out{i}.seg")')
    script = os.path.join(folder, "say.scm")
    with open(script, "w", encoding="utf-8") as f:
        f.write("\n".join(lines) + "\n")
    subprocess.run(["festival", "-b", script], check=True, **_QUIET)
    for i in range(len(texts)):
        with open(f"{folder}/out{i}.seg", encoding="utf-8") as f:
            rows = [line.split() for line in f if line.count(" ") >= 2]
        yield (*read_wav(f"{folder}/out{i}.wav"), [(phone_id(r[2]), float(r[0])) for r in rows])


def speak(voice, texts, tempos, folder, rng, tones=None):
    """Yields (samples, rate, [(phone, end in seconds), ...]) for every text; the list is empty
    where the synthesiser does not tell. A tempo above 1 is faster, a tone above 1 a higher voice
    with the same vocal tract (where the synthesiser can do that)."""
    engine, name = voice.split(":")
    tones = tones or [1.0] * len(texts)
    if engine == "festival":
        yield from _festival(name, texts, tempos, tones, folder)
        return
    out = os.path.join(folder, "out.wav")
    for text, tempo, tone in zip(texts, tempos, tones):
        if engine == "flite":
            places = _flite(name, text, tempo, tone, out)
        elif engine == "pico":
            places = _pico(name, text, tempo, tone, out)
        else:
            places = _espeak(name, text, tempo, out, rng)
        yield (*read_wav(out), places)
