"""Bad input ends in one clear sentence that names the file; nothing is left behind."""

from __future__ import annotations

from pathlib import Path

import av
import pytest

from desktop import cli

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


def first_seconds(video: Path, seconds: float, into: Path) -> Path:
    """Copy the beginning of a file that holds pictures alone."""
    with av.open(str(video)) as given, av.open(str(into), "w") as made:
        stream = made.add_stream_from_template(given.streams.video[0])
        for packet in given.demux(given.streams.video[0]):
            if packet.dts is not None and packet.pts * packet.time_base < seconds:
                packet.stream = stream
                made.mux(packet)
    return into


def check_declined(ran, *files: Path) -> None:
    """Every file is named, nothing was delivered, and nothing of ours broke."""
    assert ran.code == 1
    assert "Traceback" not in ran.err + ran.out
    for file in files:
        assert file.name in ran.err


def decline(program, workspace: Path, *files: Path) -> str:
    ran = program("run", *files, "--workspace", workspace, "--out", workspace / "out")
    check_declined(ran, *files)
    assert not (workspace / "out").exists() or not list((workspace / "out").iterdir())
    return ran.err


@pytest.fixture(scope="module")
def declined(program, shared_media: Path, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Return what is said of all the broken files, given at once."""
    files = [shared_media / "broken" / name for name in sorted(DECLINED)]
    return decline(program, tmp_path_factory.mktemp("broken") / "ws", *files).splitlines()


@pytest.mark.parametrize("name", sorted(DECLINED))
def test_broken_files_are_declined_by_name_and_reason(declined, name):
    (said,) = [line for line in declined if name in line]
    assert DECLINED[name] in said


def test_things_that_are_no_media_are_declined(program, tmp_path):
    text = tmp_path / "notes.mp4"
    text.write_text("These are my notes.")
    (tmp_path / "folder.mp4").mkdir()
    (tmp_path / "empty.mp4").touch()
    reasons = {"notes": "text file", "folder": "folder", "empty": "empty", "missing": "does not exist"}
    files = [tmp_path / f"{name}.mp4" for name in reasons]
    said = decline(program, tmp_path / "ws", *files).splitlines()
    for file, reason in zip(files, reasons.values(), strict=True):
        (line,) = [line for line in said if str(file) in line]
        assert reason in line.replace(str(file), "")


def test_one_bad_file_does_not_stop_the_others(program, sample_video, tmp_path, analysed):
    files = (tmp_path / "missing.mp4", sample_video)
    ran = program("run", *files, "--workspace", analysed, "--analyze-only", "--json")
    assert ran.code == 1
    assert len(ran.summary["errors"]) == 1
    assert ran.summary["runs"][0]["state"] == "analysis_complete"


def test_a_transcript_that_is_none_is_named(program, short_talk, tmp_path):
    bad = tmp_path / "words.srt"
    bad.write_text("no cue in here")
    ran = program("run", short_talk, "--workspace", tmp_path / "ws", "--transcript", bad)
    assert ran.code == 1
    assert "words" in ran.err or ".srt" in ran.err
    assert "Traceback" not in ran.err
    missing = program.here(
        "run", short_talk, "--workspace", tmp_path / "ws", "--transcript", tmp_path / "none.srt"
    )
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
def test_wrong_usage_is_exit_2(arguments, tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("SHORTLIST_HOME", str(tmp_path))
    assert cli.main(arguments) == 2
    assert capsys.readouterr().err
    assert not list(tmp_path.iterdir())


def test_the_program_ends_with_the_status_of_its_command(program):
    ran = program("fly")
    assert (ran.code, ran.out) == (2, "")
    assert "fly" in ran.err


def test_a_video_without_sound_says_that_nothing_is_said(program, shared_media, tmp_path):
    file = first_seconds(shared_media / "video" / "two_people_no_audio_41s_720p.webm", 5.0, tmp_path / "mute.webm")
    assert "nothing is said" in decline(program, tmp_path / "ws", file).lower()


def test_doctor_examines_and_names_a_fix_for_what_is_missing(program, tmp_path):
    import json

    ran = program("doctor", "--workspace", tmp_path / "ws", "--json")
    findings = {finding["what"]: finding for finding in json.loads(ran.out)["findings"]}
    assert ran.code == 0, ran.out
    for what in ("decoders", "H.264 encoder", "AAC encoder", "speech model", "offline draft", "workspace disk"):
        assert what in findings
    assert all(finding["fix"] for finding in findings.values() if finding["level"] != "ok")
