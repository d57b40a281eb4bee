#!/bin/sh
# Writes anew what the engine's tests compare with: goldens.json, whole tensors; and the sums.
set -e
cd "$(dirname "$0")"
model=..
resources=../../src/test/resources/golden
python3 reference_forward.py $model --goldens $model/goldens.json $model/samples/*.wav
python3 dump_tensors.py $model $resources $model/samples/01*.wav $model/samples/03*.wav
sh sums.sh
