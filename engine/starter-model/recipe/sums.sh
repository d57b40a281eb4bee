#!/bin/sh
# Writes SHA256SUMS, by which the app knows the model for whole: after any change, of the card too.
set -e
cd "$(dirname "$0")/.."
sha256sum config.json generation_config.json merges.txt model.safetensors \
    preprocessor_config.json tokenizer_config.json vocab.json MODEL_CARD.md > SHA256SUMS
