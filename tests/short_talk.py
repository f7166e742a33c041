"""Talks cut from the bundled sample: what is looked at is the program, and they leave the machine to it."""

from __future__ import annotations

import re
from fractions import Fraction
from pathlib import Path

import av

# Pictures a second of what is cut.
RATE = 10
_SIZE = (640, 360)


def cut(talk: Path, start: float, end: float, into: Path) -> Path:
    """Write a part of a talk, between two seconds, with its captions beside it: ten small pictures a second."""
    with av.open(str(talk)) as source, av.open(str(into), "w") as made:
        video, audio = source.streams.video[0], source.streams.audio[0]
        small = made.add_stream("libx264", rate=RATE, options={"preset": "veryfast", "crf": "18", "g": "10"})
        (small.width, small.height), small.pix_fmt = _SIZE, "yuv420p"
        sound = made.add_stream_from_template(audio)
        source.seek(round(start * av.time_base))
        shown = 0
        for packet in source.demux(video, audio):
            if packet.pts is not None and packet.pts * packet.time_base >= end + 1:
                break
            if packet.stream is audio and packet.pts is not None and start <= packet.pts * packet.time_base < end:
                packet.pts = packet.dts = packet.pts - round(start / packet.time_base)
                packet.stream = sound
                made.mux(packet)
            for frame in packet.decode() if packet.stream is video else ():
                if start + shown / RATE <= frame.time < end:
                    picture = frame.reformat(*_SIZE)
                    picture.pts, picture.time_base = shown, Fraction(1, RATE)
                    shown += 1
                    made.mux(small.encode(picture))
        made.mux(small.encode(None))
    into.with_suffix(".vtt").write_text(cut_captions(talk.with_suffix(".vtt").read_text(), start, end))
    return into


def cut_captions(vtt: str, start: float, end: float) -> str:
    """Return the cues of a WebVTT file that lie between two seconds, with all their times moved."""
    head, *cues = vtt.strip().split("\n\n")

    def moved(found: re.Match[str]) -> str:
        hours, minutes, rest = found.group().split(":")
        at = int(hours) * 3600 + int(minutes) * 60 + float(rest) - start
        return f"00:{int(at // 60):02d}:{at % 60:06.3f}"

    def ends(cue: str) -> tuple[float, ...]:
        line = cue.partition("\n")[0]
        return tuple(float(m) * 60 + float(s) for m, s in re.findall(r"00:(\d\d):([\d.]+)", line))

    kept = [cue for cue in cues if ends(cue)[0] >= start and ends(cue)[1] <= end]
    return "\n\n".join([head, *(re.sub(r"\d\d:\d\d:[\d.]+", moved, cue) for cue in kept)]) + "\n"
