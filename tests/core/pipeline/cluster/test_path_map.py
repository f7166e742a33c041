"""Names of shared folders, there and back, whatever the systems."""

from __future__ import annotations

import json
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from core.errors import ClusterError
from core.pipeline.cluster.path_map import PathMap, mapped_json, mapped_record, parse_pair
from core.schema.composition import MediaReference
from core.schema.source import Source

NAMES = st.text(
    st.characters(codec="utf-8", exclude_characters='/\\:\0<>"|?*.=\r\n', exclude_categories=["Cs", "Cc"]),
    min_size=1,
    max_size=6,
)
PARTS = st.lists(NAMES, min_size=1, max_size=4)


def posix(parts):
    return str(PurePosixPath("/", *parts))


def windows(parts):
    return str(PureWindowsPath("D:\\", *parts))


FLAVOURS = st.sampled_from([posix, windows])


@given(PARTS, PARTS, PARTS, FLAVOURS, FLAVOURS)
def test_a_path_in_a_mapped_folder_comes_back_as_it_went(local, remote, below, here, there):
    paths = PathMap(((here(local), there(remote)),))
    path = here([*local, *below])
    assert paths.to_remote(path) == there([*remote, *below])
    assert paths.to_local(paths.to_remote(path)) == path


@given(PARTS, PARTS, NAMES, FLAVOURS, FLAVOURS)
def test_a_folder_whose_name_only_starts_so_is_another_one(local, remote, more, here, there):
    path = here([*local[:-1], local[-1] + more, "file"])
    assert PathMap(((here(local), there(remote)),)).to_remote(path) == path


@given(PARTS, PARTS, PARTS, PARTS, PARTS, FLAVOURS, FLAVOURS)
def test_the_longest_folder_wins_in_whatever_order(outer, inner, one, other, below, here, there):
    assume(one != other)
    pairs = [(here(outer), there(one)), (here([*outer, *inner]), there(other))]
    path = here([*outer, *inner, *below])
    for given_pairs in (pairs, pairs[::-1]):
        assert PathMap(tuple(given_pairs)).to_remote(path) == there([*other, *below])


@given(PARTS, PARTS, FLAVOURS)
def test_what_lies_in_no_mapped_folder_keeps_its_name(local, path, here):
    assume(path[: len(local)] != local and [part.lower() for part in path] != [part.lower() for part in local])
    there = PathMap(((posix(local), "/elsewhere"),)).to_remote(here(path))
    assert there == here(path)


def test_windows_does_not_mind_case_and_shares_count():
    paths = PathMap((("D:\\Media", "/mnt/media"), ("\\\\nas\\work", "/srv/work")))
    assert paths.to_remote("d:\\MEDIA\\Talk One.mp4") == "/mnt/media/Talk One.mp4"
    assert paths.to_remote("\\\\nas\\work\\a\\b") == "/srv/work/a/b"
    assert paths.to_local("/srv/work/a/b") == "\\\\nas\\work\\a\\b"
    assert paths.to_remote("D:\\Media") == "/mnt/media"


@pytest.mark.parametrize(
    "pairs",
    [
        (("media", "/mnt"),),
        (("/media", "mnt"),),
        (("/a", "/x"), ("/a/", "/y")),
        (("/a", "/x"), ("/b", "/x")),
        (("C:\\a", "/x"), ("c:\\A", "/y")),
    ],
)
def test_a_map_that_makes_no_sense_is_refused(pairs):
    with pytest.raises(ClusterError, match="LOCAL=REMOTE"):
        PathMap(pairs)


def test_a_pair_is_read_at_its_first_equals_sign():
    assert parse_pair("/a=/b=c") == ("/a", "/b=c")
    for bad in ("/a", "=/b", "/a="):
        with pytest.raises(ValueError, match="LOCAL=REMOTE"):
            parse_pair(bad)


def test_only_paths_of_a_record_are_changed():
    paths = PathMap((("/here", "/there"),))
    source = Source(id="s", path=Path("/here/talk.mp4"), name="/here/talk.mp4", fingerprint="f", size_bytes=1)
    there = mapped_record(source, paths.to_remote)
    assert (there.path, there.name) == (Path("/there/talk.mp4"), "/here/talk.mp4")
    assert mapped_record(there, paths.to_local) == source
    windows = PathMap((("/here", "\\\\nas\\share"),))
    assert json.loads(mapped_json(source, windows.to_remote))["path"] == "\\\\nas\\share\\talk.mp4"


def test_a_path_relative_to_its_artifact_stays_so():
    paths = PathMap((("/here", "/there"),))
    reference = MediaReference(path=Path("../../transcode/print/media.mkv"))
    assert mapped_record(reference, paths.to_local) == reference
