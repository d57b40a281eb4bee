"""Training examples: utterances joined, disturbed and put into batches.

Everything is drawn from one seeded generator. `hardness` goes from 0 (single clean sentences)
to 1 (noise down to 5 dB, other microphones and vocal tracts, up to 40 s of joined sentences).
"""
import glob
import json
import math
import os
import random
import re

import numpy as np
import torch

from model import CHUNK, PLACES, audio_tokens
from tokens import answer

FLOOR = -10.0                                      # log10 of the smallest power
DIGIT_WORDS = set("zero one two three four five six seven eight nine".split())
SILENT_PHONE = 1
# How often a shard of a voice is drawn.
WEIGHTS = {"human": 1.0, "kal": 0.8, "espeak": 0.8}
CLEAR = ("flite_slt", "flite_awb", "cmu_us_slt")   # the voices for the beginning


def words_of(text):
    return re.findall(r"[a-z']+", text.lower())


def is_number(text):
    return set(words_of(text)) <= DIGIT_WORDS


def power_of(log10):
    return np.exp(log10 * np.float32(math.log(10)))


def log10_of(power):
    return np.log(np.maximum(power, np.float32(1e-10))) * np.float32(1 / math.log(10))


def guess_words(text, phones):
    """A first guess which word is spoken where: the phones shared out by the number of letters.

    Returns a word (or None between the words) for every encoder token; `phones` is the phone of
    every frame."""
    edges = np.flatnonzero(np.diff(phones)) + 1
    starts, ends = np.append(0, edges), np.append(edges, len(phones))
    spoken = phones[starts] != SILENT_PHONE
    starts, ends = starts[spoken], ends[spoken]
    words, n = words_of(text), audio_tokens(len(phones))
    found = [None] * n
    if len(starts) < len(words):
        return found
    middle = np.arange(n) // 13 * CHUNK + np.arange(n) % 13 * 8 + 4
    share = np.cumsum([0.0] + [len(w) + 0.5 for w in words])
    at = np.rint(share / share[-1] * len(starts)).astype(int)
    for word, first, after in zip(words, at, at[1:]):
        first = min(first, len(starts) - 1)
        last = max(after - 1, first)
        for j in np.flatnonzero((middle >= starts[first] + 2) & (middle < ends[last] - 2)):
            found[j] = word
    return found


class Example:
    """Features [frames, 128], text, the phone of every frame, and guessed words or None."""

    def __init__(self, mel, text, phones, guess):
        self.mel, self.text, self.phones, self.guess = mel, text, phones, guess


class Corpus:
    def __init__(self, folder, tok, words, seed):
        self.r = random.Random(seed)
        self.tok, self.word_id = tok, {w: i + 1 for i, w in enumerate(words)}
        self.folder, self.shards, self.hardness = folder, {}, 0.0
        self.noise = np.load(f"{folder}/noise.npy")
        self.refresh()

    def refresh(self):
        """Takes in the shards that are new."""
        before = len(self.shards)
        for path in sorted(glob.glob(f"{self.folder}/mels/*.json")):
            name = os.path.basename(path)[:-5]
            if name not in self.shards:
                with open(path, encoding="utf-8") as f:
                    index = json.load(f)
                self.shards[name] = (np.load(path[:-5] + ".npy"),
                                     np.load(path[:-5] + ".phones.npy"), index)
        if len(self.shards) > before:
            print(f"{len(self.shards)} shards of speech", flush=True)

    # ---- parts of an example
    def shard(self):
        names = sorted(self.shards)
        if self.hardness == 0:
            names = [n for n in names if any(k in n for k in CLEAR)] or names
        weight = [next((w for k, w in WEIGHTS.items() if k in n), 1.0) for n in names]
        return self.shards[self.r.choices(names, weight)[0]]

    def utterance(self, shard):
        mels, phones, index = shard
        at, length, text, kind = self.r.choice(index)
        mel, row = mels[at: at + length].astype(np.float32), phones[at: at + length]
        if self.r.random() < 0.4 * self.hardness:                      # faster or slower
            f = self.r.uniform(0.88, 1.15)
            take = np.minimum((np.arange(int(length / f)) * f).astype(int), length - 1)
            mel, row = mel[take], row[take]
        return mel, row, text, kind

    def silence(self, longest):
        n = self.r.randint(0, int(longest * 100))
        return np.full((n, 128), FLOOR, np.float32), np.full(n, SILENT_PHONE, np.uint8)

    def speech(self):
        """(features before noise, phones, text, guess)."""
        r, hard = self.r, self.hardness
        shard = self.shard()
        edge = 0.4 + 1.0 * hard
        want, longest = 1, 22.0
        k, many = r.random(), min(1.0, 1.5 * hard)
        if k < 0.08 * many:
            want, longest = 30, r.uniform(15, 40)
        elif k < 0.42 * many:
            want = r.choice([2, 2, 3, 3, 4, 5])
        parts, texts, total = [self.silence(edge)], [], 0
        for _ in range(2 * want):
            if len(texts) == want:
                break
            mel, row, text, kind = self.utterance(shard)
            if texts and total + len(mel) > longest * 100:
                break
            if kind == "cut" and want > 5:
                continue
            if texts and is_number(texts[-1]) and is_number(text):     # would become one number
                continue
            if texts:
                gap, quiet = self.silence(1.3)
                parts += [(np.full((25, 128), FLOOR, np.float32),
                           np.full(25, SILENT_PHONE, np.uint8)), (gap, quiet)]
            parts.append((mel, row))
            texts.append(text)
            total = sum(len(m) for m, _ in parts)
            if kind == "cut":
                edge = 0.15
                break
        if not texts:                                                  # nothing but cut ones
            parts, texts = parts + [(mel, row)], [text]
        parts.append(self.silence(edge))
        mel = np.concatenate([m for m, _ in parts])
        phones = np.concatenate([p for _, p in parts])
        guess = guess_words(texts[0], phones) if hard == 0 else None
        return mel, phones, " ".join(texts), guess

    # ---- what is between the mouth and the model
    def other_mouth_and_microphone(self, mel):
        r, hard = self.r, self.hardness
        if r.random() < 0.5 * hard:                                    # another vocal tract
            at = np.clip(np.arange(128) * math.exp(r.uniform(-0.18, 0.18)), 0, 127)
            low = np.minimum(at.astype(int), 126)
            share = (at - low).astype(np.float32)
            mel = mel[:, low] * (1 - share) + mel[:, low + 1] * share
        if r.random() < 0.1 * hard:                                    # nothing above 4 to 7 kHz
            mel[:, r.randint(88, 120):] = FLOOR
        if r.random() < 0.7 * hard:                                    # another frequency response
            x = np.arange(128) / 127.0
            mel = mel + sum(r.uniform(-0.3, 0.3) * np.cos(math.pi * k * x + r.uniform(0, 6))
                            for k in (1, 2, 3, 5)).astype(np.float32)
        return mel

    def background(self, frames):
        """log10 power of background sound, 0 on average."""
        r = self.r
        if r.random() < 0.12 * self.hardness:                          # several people talking
            power = np.zeros((frames, 128), np.float32)
            for _ in range(r.randint(3, 6)):
                clip = self.utterance(self.shard())[0]
                power += power_of(clip[np.arange(r.randint(0, 300), frames + 300)[:frames]
                                       % len(clip)])
            log = log10_of(power)
        else:
            clip = self.noise[r.randrange(len(self.noise))]
            log = clip[(r.randrange(len(clip)) + np.arange(frames)) % len(clip)].astype(np.float32)
            tilt = np.cos(math.pi * np.arange(128) / 127 * r.randint(1, 4))
            log = log + (r.uniform(-0.3, 0.3) * tilt).astype(np.float32)
        return log - np.log10(power_of(log).mean())

    def example(self):
        r, hard = self.r, self.hardness
        if r.random() < 0.01 + 0.09 * hard:                            # nobody speaks
            n = r.randint(20, 300 if r.random() < 0.6 else 1500)
            mel, text, guess = np.full((n, 128), FLOOR, np.float32), "", None
            phones = np.full(n, SILENT_PHONE, np.uint8)
        else:
            mel, phones, text, guess = self.speech()
            mel = self.other_mouth_and_microphone(mel)
        power = power_of(mel + np.float32(r.uniform(-1 - 1.5 * hard, 0.3 + 0.3 * hard)))
        if not text:
            level = r.uniform(-8.0, 0.0) if r.random() < 0.85 else -20.0
            power = power + power_of(self.background(len(mel)) + np.float32(level))
        elif r.random() < 0.85:                                        # 5 to 50 dB below
            decibels = (r.uniform(30 - 25 * hard, 30) if r.random() < 0.55 * hard
                        else r.uniform(28, 50))
            level = np.float32(np.log10(power.mean() + 1e-10) - decibels / 10)
            power = power + power_of(self.background(len(mel)) + level)
        mel = log10_of(power)
        mel = (np.maximum(mel, mel.max() - 8.0) + 4.0) / 4.0
        if text and r.random() < 0.3 * hard:
            self.mask(mel)
        return Example(mel, text, phones, guess)

    def mask(self, mel):
        """SpecAugment: a few bands and moments are silent."""
        r, low, t = self.r, mel.min(), len(mel)
        for _ in range(r.randint(1, 2)):
            a, w = r.randint(0, 127), r.randint(1, 16)
            mel[:, a: a + w] = low
        for _ in range(r.randint(0, 2 + t // 400)):
            a, w = r.randint(0, t - 1), r.randint(1, 10)
            mel[a: a + w] = low

    # ---- batches
    def batches(self, seconds):
        """Endless batches of about the same audio length; similar lengths go together."""
        while True:
            found, total = [], 0
            while total < seconds * 100 * 8:
                e = self.example()
                found.append(e)
                total += len(e.mel)
            found.sort(key=lambda e: len(e.mel))
            batches, batch = [], []
            for e in found:
                if batch and len(e.mel) * (len(batch) + 1) > seconds * 100:
                    batches.append(batch)
                    batch = []
                batch.append(e)
            batches.append(batch)
            self.r.shuffle(batches)
            for batch in batches:
                yield Batch(batch, self.tok, self.word_id)


class Batch:
    """Padded tensors of some examples.

    mel [B, T, 128], frames [B], targets and words (lists of ids), phones [B, tokens, PLACES]
    and guesses [B, tokens] or None; unknown phones and places are -100."""

    def __init__(self, examples, tok, word_id):
        b = len(examples)
        self.frames = torch.tensor([len(e.mel) for e in examples])
        self.mel = torch.zeros(b, int(self.frames.max()), 128)
        tokens = [audio_tokens(int(n)) for n in self.frames]
        self.phones = torch.full((b, max(tokens), PLACES), -100)
        self.guesses = None
        if all(e.guess for e in examples):
            self.guesses = torch.full((b, max(tokens)), -100)
        for i, e in enumerate(examples):
            self.mel[i, : len(e.mel)] = torch.from_numpy(e.mel)
            self.phones[i, : tokens[i]] = self.places(e.phones, tokens[i])
            if self.guesses is not None:
                self.guesses[i, : tokens[i]] = torch.tensor(
                    [word_id.get(w, 0) for w in e.guess])
        self.targets = [tok.encode(answer(e.text)) for e in examples]
        self.words = [[word_id[w] for w in words_of(e.text)] for e in examples]

    @staticmethod
    def places(phones, tokens):
        """The phones at the frames 0, 2, 4 and 6 of every token's eight."""
        j = np.arange(tokens)
        at = (j // 13 * CHUNK + j % 13 * 8)[:, None] + np.arange(PLACES)[None, :] * 2
        found = phones[np.minimum(at, len(phones) - 1)].astype(np.int64)
        found[(found == 0) | (at >= len(phones))] = -100
        return torch.from_numpy(found)
