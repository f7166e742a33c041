"""Drafts look like the exact frame of nearly that moment; the sound beside them is that of the source."""

from __future__ import annotations

import numpy as np
import pytest

from core.media.probe import probe
from core.render import preview
from core.render.draft import DraftPlayer
from core.render.preview import CompositionPlayer
from core.render.raw_sound import RawSound
from core.render.sound import read_cut
from core.schema.audio import AudioPlan
from core.schema.caption import CaptionCue, CueWord
from core.schema.time import Cut, TimeSpan


@pytest.fixture
def needed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.media.skim.NOTICED_MPX", 0.0)


def test_a_draft_is_the_exact_frame_of_nearly_that_moment_with_its_captions(needed, tools, counted):
    words = (CueWord(text="WORD", start=0.0, end=3.0),)
    cue = CaptionCue(start=0.0, end=3.0, words=words)
    composition = tools["compose"](counted, [(0.5, 2.0), (3.0, 4.5)], (480, 270), cues=(cue,))
    draft, exact = DraftPlayer(composition, 270), CompositionPlayer(composition, 270)
    assert draft.is_needed and draft.is_whole
    assert list(draft.fill(0.0))[-1] == 1.0
    bare = DraftPlayer(composition.model_copy(update={"cues": ()}), 270)
    for at in (2.9, 0.1, 1.4, 1.6):
        shown, wanted = draft.frame(at), exact.frame(at)
        assert shown is not None and shown.shape == wanted.shape
        assert abs(tools["read_number"](shown) - tools["read_number"](wanted)) <= 4
        plain = bare.frame(at)
        assert plain is not None
        assert np.abs(shown.astype(int) - plain).max() > 120, "captions are painted"
    for player in (draft, exact, bare):
        player.close()


def test_other_captions_take_over_what_is_ready(needed, tools, counted):
    composition = tools["compose"](counted, [(0.5, 3.5)], (480, 270))
    draft = DraftPlayer(composition, 270)
    list(draft.fill(0.0))
    other = draft.with_overlays(composition.model_copy(update={"title": "Another"}))
    assert list(other.fill(0.0)) == [1.0], "nothing is made again"
    assert draft.frame(1.0) is None, "the one before has nothing any more"
    assert other.frame(1.0) is not None
    other.close()


def test_small_pictures_need_no_drafts(tools, counted):
    draft = DraftPlayer(tools["compose"](counted, [(0.5, 3.5)], (480, 270)), 270)
    assert not draft.is_needed
    assert draft.frame(1.0) is None
    assert list(draft.fill(0.0)) == []
    assert draft.audio(0.5, 0.1).shape == (4800, 2)
    draft.close()


def test_raw_sound_is_the_sound_of_the_cut_wherever_it_is_asked_for(counted):
    facts = probe(counted.path)
    cut = Cut(ranges=(TimeSpan(start=0.5, end=2.0), TimeSpan(start=3.0, end=4.5)))
    whole = read_cut(counted.path, facts, cut, 0.0, 144_000)[0:144_000]
    raw = RawSound(counted.path, facts, cut)
    for start, duration in ((2.0, 0.9), (0.0, 0.3), (1.4, 0.2), (0.4, 0.25), (1.45, 1.0)):
        heard = raw.piece(start, duration)
        first = round(start * 48_000)
        assert heard.shape == (round(duration * 48_000), 2)
        assert np.abs(heard - whole[first : first + len(heard)]).max() < 2e-3
    assert not raw.piece(-1.0, 0.5).any() and not raw.piece(3.0, 0.5).any()
    louder = RawSound(counted.path, facts, cut, 6.0).piece(0.4, 0.2)
    assert np.abs(louder).max() == pytest.approx(np.abs(raw.piece(0.4, 0.2)).max() * 10**0.3, rel=0.01)


def test_hours_to_which_nothing_is_done_are_not_read_through(tools, counted, monkeypatch):
    monkeypatch.setattr(preview, "READ_WHOLE_SECONDS", 2.0)
    monkeypatch.setattr(preview, "make_sound", lambda *_: pytest.fail("the whole sound was made"))
    plain = AudioPlan(fade_in=0.0, fade_out=0.0)
    player = CompositionPlayer(tools["compose"](counted, [(0.0, 3.5)], audio=plain), 100)
    heard = player.audio(0.9, 0.2)
    # A beep begins at each whole second.
    assert np.abs(heard[:4500]).max() < 0.02 < 0.3 < np.abs(heard[4800:6000]).max()
    player.close()
