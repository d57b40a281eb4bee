#!/usr/bin/env python3
"""Carries a trained checkpoint over to another vocabulary, as a start for further training.

    carry_over.py --checkpoint old.pt --tokenizer old/ --to data/tokenizer --text data/text.json \\
        --out run/start.pt

A token both vocabularies have keeps its embedding; a new one begins as the mean of the old tokens
that spell it. Words of the CTC head are carried over likewise; a new word begins with a small
random row. Then: train.py --start run/start.pt
"""
import argparse
import json

import torch

from tokens import CHAR_BYTE, SPECIAL, Tokenizer


def carry_embeddings(table, old, new):
    """[new size, hidden]."""
    out = torch.empty(new.size, table.shape[1])
    for token, i in new.vocab.items():
        if token in old.vocab:
            out[i] = table[old.vocab[token]]
        else:
            text = bytes(CHAR_BYTE[c] for c in token).decode("utf-8", errors="ignore")
            out[i] = table[old.encode(text)].mean(0)
    for token in SPECIAL:
        out[new.special[token]] = table[old.special[token]]
    return out


def carry_words(weight, bias, old_words, new_words):
    """Rows of the CTC head; row 0 is its blank."""
    row = {w: i + 1 for i, w in enumerate(old_words)}
    new_weight = torch.randn(len(new_words) + 1, weight.shape[1]) * weight.std() * 0.5
    new_bias = torch.full((len(new_words) + 1,), float(bias[1:].mean()))
    new_weight[0], new_bias[0] = weight[0], bias[0]
    for i, word in enumerate(new_words, 1):
        if word in row:
            new_weight[i], new_bias[i] = weight[row[word]], bias[row[word]]
    return new_weight, new_bias


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("--checkpoint", required=True, help="with its CTC head and list of words")
    ap.add_argument("--tokenizer", required=True, help="folder of the old vocabulary")
    ap.add_argument("--to", required=True, help="folder of the new vocabulary")
    ap.add_argument("--text", required=True, help="the new sentences")
    ap.add_argument("--out", required=True)
    a = ap.parse_args()
    torch.manual_seed(1)
    saved = torch.load(a.checkpoint)
    weights, old = dict(saved["weights"]), Tokenizer.load(a.tokenizer)
    new = Tokenizer.load(a.to)
    with open(a.text, encoding="utf-8") as f:
        words = json.load(f)["words"]
    name = "model.embed_tokens.weight"
    weights[name] = carry_embeddings(weights[name], old, new)
    weights["ctc.weight"], weights["ctc.bias"] = carry_words(
        weights["ctc.weight"], weights["ctc.bias"], saved["words"], words)
    torch.save({"weights": weights}, a.out)
    kept = len(set(old.vocab) & set(new.vocab))
    print(f"{kept} of {len(new.vocab)} tokens and {len(set(words) & set(saved['words']))} of "
          f"{len(words)} words carried over")


if __name__ == "__main__":
    main()
