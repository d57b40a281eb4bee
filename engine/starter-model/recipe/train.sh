#!/bin/sh
# Trains with two processes of one thread each; started again it goes on where it was.
here=$(dirname "$0")
export OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1
trap 'kill $(jobs -p) 2>/dev/null' INT TERM
python3 "$here/train.py" --data data --out run --hours "${HOURS:-110}" --rank 0 &
python3 "$here/train.py" --data data --out run --hours "${HOURS:-110}" --rank 1 &
wait
