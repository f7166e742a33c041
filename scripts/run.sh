#!/usr/bin/env bash
# Start the program on $VIDEO: the window where there is a display, otherwise the main job with progress bars.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

video="${VIDEO:-}"
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || [ "$(uname)" = Darwin ]; then
    exec .venv/bin/python main.py ${video:+"$video"}
fi
if [ -z "$video" ]; then
    echo "No display and no VIDEO=…: making clips of the bundled sample."
    video=resources/sample/sample.mp4
fi
exec .venv/bin/python main.py run "$video" --out out
