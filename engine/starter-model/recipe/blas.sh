# Sourced: one thread, and the fastest kernels of Debian 12's OpenBLAS that this processor runs.
# OpenBLAS 0.3.21 takes processors younger than itself for ones of 2004, five times too slow.
export OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1
if [ -z "$OPENBLAS_CORETYPE" ]; then
    if grep -qw avx512vl /proc/cpuinfo; then export OPENBLAS_CORETYPE=SKYLAKEX
    elif grep -qw avx2 /proc/cpuinfo; then export OPENBLAS_CORETYPE=HASWELL
    fi
fi
