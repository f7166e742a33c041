"""Picture and sound that came in two files, put into one."""

from __future__ import annotations

from pathlib import Path

import av

from core.media.join import join_streams
from core.media.probe import probe


def only(kind: str, source: Path, to: Path) -> Path:
    """Copy the streams of a kind alone into another file."""
    with av.open(str(source)) as given, av.open(str(to), "w") as made:
        stream = next(each for each in given.streams if each.type == kind)
        copy = made.add_stream_from_template(stream)
        for packet in given.demux(stream):
            if packet.dts is not None:
                packet.stream = copy
                made.mux(packet)
    return to


def test_two_files_become_one_of_the_same_length(sample_video: Path, tmp_path: Path) -> None:
    picture = only("video", sample_video, tmp_path / "media.137.mp4")
    sound = only("audio", sample_video, tmp_path / "media.140.m4a")
    joined = join_streams(picture, sound, tmp_path / "media.mkv")
    made, given = probe(joined), probe(sample_video)
    assert made.video is not None and made.audio is not None
    assert abs(made.duration - given.duration) < 0.1
    assert sorted(file.name for file in tmp_path.iterdir()) == ["media.mkv"]
