#!/bin/sh
# Makes the media files of this folder from a sample of the starter model. Needs Debian 12's ffmpeg.
# The files are committed: the tests need no encoder.
set -eu
cd "$(dirname "$0")"
sample=../../../../../../../../engine/starter-model/samples/01-unseen-female-voice.wav
encode() { # FILE, the encoder's options
    file=$1
    shift
    ffmpeg -v error -y -t 2 -i "$sample" -map_metadata -1 -bitexact "$@" "$file"
}
film() { # FILE, options: two seconds of a small picture besides
    file=$1
    shift
    ffmpeg -v error -y -f lavfi -t 2 -i color=c=gray:s=32x32:r=5 -t 2 -i "$sample" \
        -map_metadata -1 -bitexact "$@" "$file"
}
encode speech.mp3 -c:a libmp3lame -b:a 32k
encode stereo.mp3 -ac 2 -ar 44100 -c:a libmp3lame -b:a 64k
encode speech.flac -c:a flac
encode speech.ogg -c:a libvorbis -q:a 1
encode speech.opus -c:a libopus -b:a 24k
encode speech.m4a -c:a aac -b:a 32k
encode speech.aac -c:a aac -b:a 32k
encode alac.m4a -c:a alac
encode surround.m4a -ac 6 -ar 48000 -c:a aac -b:a 96k
encode speech.aiff -c:a pcm_s16be
encode speech.caf -c:a pcm_mulaw
encode speech.wma -c:a wmav2 -b:a 32k
encode speech.ac3 -c:a ac3 -b:a 64k
encode mulaw.wav -c:a pcm_mulaw
film speech.mp4 -c:v mpeg4 -c:a aac -b:a 32k
film speech.mov -c:v mjpeg -c:a pcm_s16le
film speech.avi -c:v mpeg4 -c:a libmp3lame -b:a 32k
film speech.mkv -c:v mpeg4 -c:a libopus -b:a 24k
film speech.webm -c:v libvpx -b:v 10k -c:a libopus -b:a 24k
# the sound begins a second after the picture
ffmpeg -v error -y -f lavfi -t 3 -i color=c=gray:s=32x32:r=5 -itsoffset 1 -t 2 -i "$sample" \
    -map_metadata -1 -bitexact -c:v mpeg4 -c:a flac late.mkv
ffmpeg -v error -y -f lavfi -t 2 -i color=c=gray:s=32x32:r=5 \
    -map_metadata -1 -bitexact -c:v mpeg4 silent.mp4
