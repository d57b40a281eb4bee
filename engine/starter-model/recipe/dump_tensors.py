#!/usr/bin/env python3
"""Writes what the independent forward pass computes for some samples, for the engine's tests.

    dump_tensors.py MODEL_FOLDER OUT_FOLDER file.wav [more.wav ...]

For each sample one safetensors file (f32) named after it: `mel` [128, frames], `encoder`
[tokens, hidden], `logits` of the first step [vocabulary], and `ids`, the greedy answer (as f32).
"""
import argparse
import json
import os
import struct

import numpy as np

import reference_forward


def write_safetensors(path, tensors):
    header, body = {}, b""
    for name, value in tensors.items():
        data = np.ascontiguousarray(value, dtype="<f4").tobytes()
        header[name] = {"dtype": "F32", "shape": list(np.shape(value)),
                        "data_offsets": [len(body), len(body) + len(data)]}
        body += data
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    with open(path, "wb") as f:
        f.write(struct.pack("<Q", len(text)) + text + body)


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("model")
    ap.add_argument("out")
    ap.add_argument("wav", nargs="+")
    a = ap.parse_args()
    model = reference_forward.Model(a.model)
    os.makedirs(a.out, exist_ok=True)
    for path in a.wav:
        r = model.transcribe(reference_forward.read_wav(path))
        name = os.path.splitext(os.path.basename(path))[0]
        write_safetensors(os.path.join(a.out, name + ".safetensors"),
                          {"mel": r["mel"], "encoder": r["encoder"], "logits": r["first"],
                           "ids": np.array(r["ids"], np.float32)})


if __name__ == "__main__":
    main()
