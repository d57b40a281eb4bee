#!/bin/sh
# Trains with two processes of one thread each; started again it goes on where it was. What is
# given is passed on: train.sh --until 23:50, or --hours 110 (which is what it does alone).
here=$(dirname "$0")
. "$here/blas.sh"
trap 'kill $(jobs -p) 2>/dev/null' INT TERM
for rank in 0 1; do
    python3 "$here/train.py" --data data --out run --hours "${HOURS:-110}" --rank $rank "$@" &
done
wait
