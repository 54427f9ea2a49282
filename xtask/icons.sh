#!/bin/sh
# Draws the PNG icons in assets/ from icon.svg. They are committed: run this after a change of icon.svg.
# Needs rsvg-convert, pngquant and optipng (Debian: librsvg2-bin pngquant optipng).
#
# Systems that cut icons to a shape of their own get the cloth up to the edges, without the round corners. The note
# on it lies within the circle of 80 % that no shape cuts.
set -eu
cd "$(dirname "$0")/../assets"

draw() { # name, size; the drawing on the standard input
    rsvg-convert --width "$2" --height "$2" | pngquant --nofs 32 - > "$1.png"
    optipng -quiet -o7 -strip all "$1.png"
}

draw icon-192 192 < icon.svg
draw icon-512 512 < icon.svg
sed 's/ rx="14"//' icon.svg | draw icon-maskable-512 512
sed 's/ rx="14"//' icon.svg | draw apple-touch-icon 180
