"""Fetching from a local site, over real connections: whole, resumed, broken, slow, endless, private."""

from __future__ import annotations

import multiprocessing
import threading
from pathlib import Path

import pytest

from core.errors import Cancelled, DiskFullError, FetchError
from core.fetch.addresses import check_address, is_public, is_web_address
from core.fetch.fetching import fetch_media, read_page
from core.fetch.sentences import reason_of
from core.schema.download import FetchLimits
from tests.core.fetch.conftest import CAPTIONS
from tests.core.fetch.web_server import WebServer

LIMITS = FetchLimits(allows_private=True, keeps_free_bytes=0)


def refused(site: WebServer, path: str, folder: Path, limits: FetchLimits = LIMITS) -> FetchError:
    with pytest.raises(FetchError) as caught:
        fetch_media(site.url + path, folder, limits)
    assert not multiprocessing.active_children()
    return caught.value


def test_a_page_gives_its_video_title_and_captions(site, tmp_path, sample_video):
    told = []
    got = fetch_media(
        f"{site.url}/page", tmp_path, LIMITS, progress=lambda done, words="": told.append((done, words))
    )
    assert got.file.read_bytes() == sample_video.read_bytes()
    assert got.title == "The long talk" and got.page == f"{site.url}/page"
    assert got.captions is not None and got.captions.read_bytes() == CAPTIONS
    assert told and all(0 <= done <= 1 for done, _ in told) and "MB" in told[-1][1]
    assert not list(tmp_path.glob("*.part*"))


@pytest.mark.soak
def test_a_direct_file_that_breaks_off_is_gone_on_with(site, tmp_path, sample_video):
    size = len(sample_video.read_bytes())
    # The first time it is looked at alone.
    site.breaks["/talk.mp4"] = [size // 3, size // 3]
    got = fetch_media(f"{site.url}/talk.mp4", tmp_path, LIMITS)
    assert got.file.read_bytes() == sample_video.read_bytes()
    assert any(asked.startswith("bytes=") and not asked.startswith("bytes=0") for _, asked in site.requests)


def test_a_site_that_keeps_breaking_ends_clearly_and_goes_on_later(site, tmp_path, sample_video):
    site.breaks["/talk.mp4"] = [20_000] * 12
    error = refused(site, "/talk.mp4", tmp_path)
    assert error.is_passing and "goes on" in error.remedy
    assert [file.stat().st_size > 0 for file in tmp_path.glob("*.part")] == [True]
    site.breaks.clear()
    before = len(site.requests)
    got = fetch_media(f"{site.url}/talk.mp4", tmp_path, LIMITS)
    assert got.file.read_bytes() == sample_video.read_bytes()
    assert any(asked.startswith("bytes=") and asked != "bytes=0-" for _, asked in site.requests[before:])


@pytest.mark.soak
@pytest.mark.parametrize(
    ("path", "says"),
    [("/empty", "No video or sound"), ("/absent", "nothing (any more)"), ("/two", "2 videos")],
)
def test_what_is_no_video_is_told(site, tmp_path, path, says):
    error = refused(site, path, tmp_path)
    assert says in error.reason and not error.is_passing and "yt-dlp" not in str(error)


@pytest.mark.soak
@pytest.mark.parametrize(("status", "says"), [(429, "too many requests"), (503, "out of order"), (403, "refuses")])
def test_what_a_site_answers_is_told(site, tmp_path, status, says):
    site.statuses["/talk.mp4"] = [status] * 20
    error = refused(site, "/talk.mp4", tmp_path)
    assert says in error.reason and error.is_passing is (status != 403)


def test_an_endless_answer_is_cut_off_at_the_limit(site, tmp_path):
    error = refused(site, "/endless.mp4", tmp_path, LIMITS.model_copy(update={"most_bytes": 3_000_000}))
    assert "larger" in error.reason
    assert sum(file.stat().st_size for file in tmp_path.iterdir()) < 40_000_000


@pytest.mark.soak
def test_what_says_that_it_is_too_large_is_not_fetched(site, tmp_path):
    error = refused(site, "/talk.mp4", tmp_path, LIMITS.model_copy(update={"most_bytes": 100_000}))
    assert "larger" in error.reason


@pytest.mark.soak
def test_a_site_that_falls_silent_is_given_up(site, tmp_path):
    error = refused(site, "/stalls.mp4", tmp_path, LIMITS.model_copy(update={"stall_seconds": 3.0}))
    assert error.is_passing and "Nothing came for 3 seconds" in error.reason


@pytest.mark.soak
def test_a_disk_that_fills_up_ends_it(site, tmp_path):
    with pytest.raises(DiskFullError):
        fetch_media(f"{site.url}/talk.mp4", tmp_path, LIMITS.model_copy(update={"keeps_free_bytes": 10**15}))


def test_a_stop_ends_the_process_and_keeps_what_came(site, tmp_path):
    started = threading.Event()

    def check() -> None:
        if started.is_set():
            raise Cancelled("Stopped.")

    with pytest.raises(Cancelled):
        fetch_media(f"{site.url}/stalls.mp4", tmp_path, LIMITS, None, lambda *told: started.set(), check)
    assert not multiprocessing.active_children()
    assert list(tmp_path.glob("*.part"))


def test_private_addresses_are_refused_also_behind_a_redirect(site, tmp_path, monkeypatch):
    strict = LIMITS.model_copy(update={"allows_private": False})
    assert "private network" in refused(site, "/talk.mp4", tmp_path, strict).reason
    # A public name that leads here: what is looked up first is fine, what is connected to is not.
    monkeypatch.setattr("core.fetch.fetching.check_address", lambda url, allows: None)
    assert "private network" in refused(site, "/talk.mp4", tmp_path, strict).reason
    assert not site.requests
    with pytest.raises(FetchError, match="private network"):
        read_page(f"{site.url}/page", strict)
    assert not site.requests


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "ftp://example.org/a.mp4",
        "data:text/html,x",
        "http://",
        "http://[::1",
        "javascript:x",
    ],
)
def test_only_the_web_is_fetched(url):
    with pytest.raises(FetchError):
        check_address(url, True)


@pytest.mark.soak
def test_a_redirect_to_another_protocol_is_not_followed(site, tmp_path):
    site.leads_to["/away"] = "ftp://127.0.0.1/talk.mp4"
    assert refused(site, "/away", tmp_path)
    site.leads_to["/file"] = "file:///etc/hostname"
    assert refused(site, "/file", tmp_path)
    assert not [file for file in tmp_path.iterdir() if file.is_file()]


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1::1", True),
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),
        ("224.0.0.1", False),
        ("::1", False),
        ("fe80::1%eth0", False),
        ("fc00::1", False),
        ("::ffff:10.0.0.1", False),
        ("64:ff9b::7f00:1", False),
        ("2002:7f00:1::", False),
        ("no address", False),
    ],
)
def test_who_is_public(address, expected):
    assert is_public(address) is expected


def test_addresses_are_told_from_files():
    assert is_web_address("HTTPS://example.org/x") and not is_web_address("C:\\talk.mp4")


@pytest.mark.parametrize(
    ("said", "reason", "is_passing"),
    [
        ("ERROR: [youtube] abc: Sign in to confirm you’re not a bot. Use --cookies", "a person", False),
        ("ERROR: [youtube] abc: Private video. Sign in if you've been granted access", "signed in", False),
        ("ERROR: [x] 1: The uploader has not made this video available in your country", "country", False),
        ("ERROR: unable to download video data: HTTP Error 503: Service Unavailable", "out of order", True),
        ("ERROR: [generic] Unable to download webpage: <urlopen error [Errno -2] Name or service not known>",
         "name can't be found", True),
        ("ERROR: [generic] Unable to download webpage: The read operation timed out", "does not answer", True),
        ("ERROR: \x1b[0;31mSomething odd; please report this issue on …", "Something odd", False),
    ],
)  # fmt: skip
def test_what_libraries_say_becomes_a_sentence(said, reason, is_passing):
    told, _, may_pass = reason_of(said)
    assert reason in told and may_pass is is_passing and "ERROR" not in told and "report this" not in told


def playlist(folder: Path, video: Path) -> dict[str, tuple[str, bytes]]:
    """Return a video as a playlist of segments of two seconds, by path."""
    import av

    whole = {"hls_list_size": "0"}
    with av.open(str(video)) as source, av.open(str(folder / "index.m3u8"), "w", "hls", whole) as made:
        used = [each for each in source.streams if each.type in ("video", "audio")]
        copies = {each.index: made.add_stream_from_template(each) for each in used}
        for packet in source.demux(list(source.streams)):
            if packet.dts is not None and packet.stream.index in copies:
                packet.stream = copies[packet.stream.index]
                made.mux(packet)
    kinds = {".m3u8": "application/vnd.apple.mpegurl", ".ts": "video/mp2t"}
    return {f"/hls/{file.name}": (kinds[file.suffix], file.read_bytes()) for file in folder.iterdir()}


@pytest.mark.soak
def test_a_playlist_of_segments_is_fetched_whole(site, tmp_path, sample_video):
    from core.media.probe import probe

    (tmp_path / "made").mkdir()
    site.pages |= playlist(tmp_path / "made", sample_video)
    assert sum(path.endswith(".ts") for path in site.pages) > 1
    got = fetch_media(f"{site.url}/hls/index.m3u8", tmp_path / "got", LIMITS)
    made, given = probe(got.file), probe(sample_video)
    assert abs(made.duration - given.duration) < 0.2
    assert made.video is not None and made.audio is not None and made.video.width == given.video.width
