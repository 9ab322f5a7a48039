#!/usr/bin/env bash
# Makes every clip under media/clips again, from the sentences below. The folder media plays the bucket
# s3://lambdahooks-samples. Needs espeak-ng, flite, festival with festvox-kallpc16k, sox and ffmpeg;
# README.md names the versions that made the files in git.
set -euo pipefail
export LC_ALL=C.UTF-8

for tool in espeak-ng flite text2wave sox ffmpeg; do
    command -v "$tool" >/dev/null || { echo "make-clips.sh: $tool is missing" >&2; exit 1; }
done

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
clips=$here/media/clips
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$clips"

desert='They may desert us in the desert, just before dessert.'
order='Order no. 47 is $19.50, due 3/4.'
street='St. Paul St. meets Park Dr., in 20 ft.'
cities="The minister left Łódź for Reykjavík, then Xi'an."
cities_ascii="The minister left Lodz for Reykjavik, then Xi'an."   # flite does not read UTF-8
sheep="The sixth sick sheik's sixth sheep is sick."

# Each engine writes $work/spoken.wav at its own rate.
espeak()   { espeak-ng -v "$1" -s "$2" -w "$work/spoken.wav" "$3"; }
flite_as() { flite -voice "$1" -t "$2" -o "$work/spoken.wav"; }
festival_kal() { printf '%s\n' "$1" | text2wave -eval '(voice_kal_diphone)' -o "$work/spoken.wav"; }

# One loudness for all (peak at -3 dB), so that none is preferred for being louder. -D: no dither; -R: fixed seeds.
to() { local out=$1; shift; sox -D -R "$work/spoken.wav" "$@" "$out" gain -n -3; }
usual() { to "$clips/$1.wav" -t wav -e signed-integer -b 16 -r 16000 -c 1; }

espeak en-us 175 "$desert";     usual desert-1
flite_as slt "$desert";         usual desert-3
festival_kal "$desert";         usual desert-2

espeak en-gb-x-rp 175 "$order"; usual order-1
flite_as awb "$order";          usual order-3
festival_kal "$order";          usual order-2

espeak en-us 175 "$street";     usual street-1
flite_as rms "$street";         usual street-3
# Telephone: 8 bits unsigned, 8 kHz.
flite_as kal "$street";         to "$clips/street-2.wav" -t wav -e unsigned-integer -b 8 -r 8000 -c 1

espeak en-us+f3 190 "$cities";  usual cities-1
flite_as kal16 "$cities_ascii"; usual cities-2
# A LIST/INFO chunk before the data, and sizes of 0xFFFFFFFF, as ffmpeg writes into a pipe.
flite_as rms "$cities_ascii";   to "$work/cities.wav" -t wav -b 16 -r 16000 -c 1
ffmpeg -nostdin -v error -i "$work/cities.wav" -bitexact -metadata title="$cities" -c:a pcm_s16le -f wav pipe:1 \
    > "$clips/cities-3.wav"

flite_as awb "$sheep";          usual sheep-3
# 32-bit float.
flite_as slt "$sheep";          to "$clips/sheep-4.wav" -t wav -e floating-point -b 32 -r 16000 -c 1
# 24 bits, stereo, 44.1 kHz, WAVE_FORMAT_EXTENSIBLE; the right channel is softer than the left.
espeak en-us+f3 200 "$sheep"
sox -D -R "$work/spoken.wav" -t wav -e signed-integer -b 24 "$clips/sheep-1.wav" \
    rate 44100 gain -n -3 remix 1 1v0.7

# MP3, 64 kbit/s.
festival_kal "$sheep";          to "$work/sheep.wav" -t wav -b 16 -r 16000 -c 1
ffmpeg -nostdin -v error -y -i "$work/sheep.wav" -bitexact -c:a libmp3lame -b:a 64k "$clips/sheep-2.mp3"

# MP4: a test picture over the sound as a wave. The picture stands still from 1.56 s to 2.00 s, as a defect to find.
flite_as slt "$cities_ascii";   to "$work/cities.wav" -t wav -b 16 -r 16000 -c 1
ffmpeg -nostdin -v error -y -i "$work/cities.wav" -f lavfi -i testsrc2=size=320x120:rate=25 -filter_complex \
    '[0:a]showwaves=size=320x60:mode=cline:rate=25:scale=sqrt:colors=white,format=rgb24[wave];
     [1:v]select=not(between(n\,40\,49)),fps=25,format=rgb24[moving];
     [moving][wave]vstack=shortest=1,format=yuv420p[picture]' \
    -map '[picture]' -map 0:a -shortest -bitexact -c:v libx264 -preset veryslow -crf 30 -threads 1 \
    -c:a aac -b:a 64k -movflags +faststart "$clips/cities-4.mp4"
