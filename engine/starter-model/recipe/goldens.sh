#!/bin/sh
# Writes anew what the engine's tests compare with: goldens.json, whole tensors, SHA256SUMS.
set -e
cd "$(dirname "$0")"
model=..
resources=../../src/test/resources/golden
python3 reference_forward.py $model --goldens $model/goldens.json $model/samples/*.wav
python3 dump_tensors.py $model $resources $model/samples/01*.wav $model/samples/03*.wav
cd $model
sha256sum config.json generation_config.json merges.txt model.safetensors \
    preprocessor_config.json tokenizer_config.json vocab.json MODEL_CARD.md > SHA256SUMS
