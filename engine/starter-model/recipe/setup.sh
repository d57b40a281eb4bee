#!/bin/sh
# Installs what the recipe needs from Debian 12 (as root), and fetches the digits said by people.
# SVOX Pico (libttspico-utils) lies in Debian's section non-free; apt's sources must name it.
set -e
apt-get update
apt-get install -y --no-install-recommends python3-torch python3-numpy python3-scipy \
    python3-regex flite espeak-ng festival festvox-kallpc16k festvox-kdlpc16k \
    festvox-us-slt-hts libttspico-utils sox git
[ -d fsdd ] || git clone --depth 1 https://github.com/Jakobovski/free-spoken-digit-dataset fsdd
