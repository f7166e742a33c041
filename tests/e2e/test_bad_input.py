"""Bad input ends in one clear sentence that names the file; nothing is left behind."""

from __future__ import annotations

from pathlib import Path

import pytest

DECLINED = {
    "empty_0_bytes.webm": "empty",
    "git_lfs_pointer.mp4": "Git LFS pointer",
    "no_moov_512_bytes.mp4": "damaged or was cut off",
    "chunk_out_of_range.mp4": "damaged or was cut off",
    "zero_timescale.mp4": "can be decoded",
    "claims_42s_no_frames.mp4": "can be decoded",
    "encrypted_cenc.mp4": "encrypted",
    "init_segment_only.mp4": "neither pictures nor sound",
    "bad_crc.ogg": "damaged",
    "bad_header.wav": "damaged",
    "truncated_claims_35s.mp4": "Only 0.5 s of the 35.2 s",
    "ebml_version_too_new.mkv": "too new",
}


def decline(program, file: Path, workspace: Path, *more: object):
    ran = program("run", file, "--workspace", workspace, "--out", workspace / "out", *more)
    assert ran.code == 1
    assert "Traceback" not in ran.err + ran.out
    assert file.name in ran.err
    assert not (workspace / "out").exists() or not list((workspace / "out").iterdir())
    return ran.err


@pytest.mark.parametrize("name", sorted(DECLINED))
def test_broken_files_are_declined_by_name_and_reason(program, shared_media, tmp_path, name):
    assert DECLINED[name] in decline(program, shared_media / "broken" / name, tmp_path / "ws")


def test_things_that_are_no_media_are_declined(program, tmp_path):
    text = tmp_path / "notes.mp4"
    text.write_text("These are my notes.")
    (tmp_path / "folder.mp4").mkdir()
    (tmp_path / "empty.mp4").touch()
    assert "text file" in decline(program, text, tmp_path / "ws")
    assert "folder" in decline(program, tmp_path / "folder.mp4", tmp_path / "ws")
    assert "empty" in decline(program, tmp_path / "empty.mp4", tmp_path / "ws")
    assert "does not exist" in decline(program, tmp_path / "missing.mp4", tmp_path / "ws")


def test_one_bad_file_does_not_stop_the_others(program, sample_video, tmp_path):
    ran = program(
        "run", tmp_path / "missing.mp4", sample_video, "--workspace", tmp_path / "ws", "--analyze-only", "--json"
    )
    assert ran.code == 1
    assert len(ran.summary["errors"]) == 1
    assert ran.summary["runs"][0]["state"] == "analysis_complete"


def test_a_transcript_that_is_none_is_named(program, sample_video, tmp_path):
    bad = tmp_path / "words.srt"
    bad.write_text("no cue in here")
    ran = program("run", sample_video, "--workspace", tmp_path / "ws", "--transcript", bad)
    assert ran.code == 1
    assert "words" in ran.err or ".srt" in ran.err
    assert "Traceback" not in ran.err
    missing = program("run", sample_video, "--workspace", tmp_path / "ws", "--transcript", tmp_path / "none.srt")
    assert missing.code == 1
    assert "none.srt" in missing.err


@pytest.mark.parametrize(
    "arguments",
    [
        ["run"],
        ["run", "x.mp4", "--aspects", "3:7"],
        ["run", "x.mp4", "--top", "0"],
        ["run", "x.mp4", "--min", "60", "--max", "20"],
        ["fly"],
        ["--unknown"],
    ],
)
def test_wrong_usage_is_exit_2(program, arguments):
    ran = program(*arguments)
    assert ran.code == 2
    assert ran.err


def test_a_video_without_sound_says_that_nothing_is_said(program, shared_media, tmp_path):
    file = shared_media / "video" / "two_people_no_audio_41s_720p.webm"
    assert "nothing is said" in decline(program, file, tmp_path / "ws").lower()


def test_doctor_examines_and_names_a_fix_for_what_is_missing(program, tmp_path):
    import json

    ran = program("doctor", "--workspace", tmp_path / "ws", "--json")
    findings = {finding["what"]: finding for finding in json.loads(ran.out)["findings"]}
    assert ran.code == 0, ran.out
    for what in ("decoders", "H.264 encoder", "AAC encoder", "speech model", "offline draft", "workspace disk"):
        assert what in findings
    assert all(finding["fix"] for finding in findings.values() if finding["level"] != "ok")
