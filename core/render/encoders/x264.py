"""H.264 by x264: the default, and what every platform takes.

With preset superfast, `mbtree=1:rc-lookahead=8:bframes=2:b-pyramid=none` and crf 20.2 it gives the quality (VMAF)
and size of veryfast crf 20 in half of its time. In groups of half a second a third B-frame, as superfast has it,
makes files 1 % larger and takes 8 % longer. Looking eight pictures ahead instead of ten, without B-frames
that others refer to, takes 35 MB less for every file of 1080p.
"""

from __future__ import annotations

from core.render.encoder import Encoder, Target

# OpenCV's number of the processor's feature AVX-512 Foundation; its Python names none.
_AVX_512 = 13
# Threads that work on one picture, a slice each. FFmpeg's way, a picture each, takes 60 MB more for every file of
# 1080p; a single thread leaves cores idle where a clip has one aspect. Slices cost no CPU and up to 1 % of size.
# The file depends on their number, so it is the same everywhere.
SLICES = 3
# The others look 30 to 60 pictures ahead and keep them: 100 MB and more a file.
_QUICK = ("ultrafast", "superfast", "veryfast")


def _options(target: Target) -> dict[str, str]:
    parts = (target.preset.parameters, "open-gop=0", "sliced-threads=1", _processor())
    return {
        "preset": target.preset.effort,
        "crf": f"{target.crf:g}",
        "x264-params": ":".join(part for part in parts if part),
    }


def _processor() -> str:
    """Return what x264 is told of the processor: to do without AVX-512 where that is there.

    Its AVX-512 code for macroblock trees reads memory that nobody wrote (core 165, 68 macroblocks a row, so 1080
    pixels): the same pictures gave other files from time to time. AVX2 takes as long.
    """
    import cv2

    return "asm=MMX2,SSE2Fast,SSSE3,SSE4.2,AVX,FMA3,BMI2,AVX2" if cv2.checkHardwareSupport(_AVX_512) else ""


def _looks_far_ahead(target: Target) -> bool:
    return target.preset.effort not in _QUICK


ENCODERS = (Encoder("libx264", "h264", "yuv420p", _options, threads=SLICES, is_heavy=_looks_far_ahead),)
