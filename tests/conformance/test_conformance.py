"""Any source in, exact files out: every picture, every beep and every colour is where it must be."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest

from core.media.clip_index import index_clip
from core.media.ingest import prepare_source
from core.media.probe import probe
from core.render.engine import render
from core.schema.audio import AudioPlan
from core.schema.choice import Aspect
from core.schema.composition import Composition, MediaReference
from core.schema.framing import CropPath, LayoutSpan, Region
from core.schema.media import ClipMedia
from core.schema.preset import EncodePreset
from core.schema.record import ignore_progress
from core.schema.source import PreparedSource
from core.schema.style import Style
from core.schema.time import Cut, TimeSpan
from tests.conformance import judge, marks
from tests.conformance.matrix import BY_HAND, CHOICES, QUICK, covering, fits, pairs
from tests.conformance.player import play
from tests.conformance.sources import VIDEO, Recipe
from tests.slices import sliced

SIZES: dict[Aspect, tuple[int, int]] = {"9:16": (180, 320), "1:1": (180, 180), "16:9": (320, 180)}
ALL = covering(220)
# What two lossy codecs with colour at half the size take away; a wrong matrix changes twice as much.
COLOUR_LEVELS = 12


def cut(*ranges: tuple[float, float]) -> Cut:
    return Cut(ranges=tuple(TimeSpan(start=start, end=end) for start, end in ranges))


def compositions(
    path: Path, prepared: PreparedSource, media: ClipMedia, aspects: Sequence[Aspect]
) -> list[tuple[Composition, float]]:
    """Return compositions with a centred crop, each with the crop's width in source pixels."""
    video = prepared.facts.video
    assert video is not None
    made = []
    for aspect in aspects:
        width, height = SIZES[aspect]
        crop_width = min(video.width, video.height * width / height)
        crop_height = min(video.height, video.width * height / width)
        crop = CropPath(
            at=(0.0,),
            x=((video.width - crop_width) / 2,),
            y=((video.height - crop_height) / 2,),
            width=(crop_width,),
            height=(crop_height,),
        )
        span = LayoutSpan(start=0, end=media.cut.duration, layout="follow", regions=(Region(crop=crop),))
        composition = Composition(
            aspect=aspect,
            width=width,
            height=height,
            fps_numerator=media.fps_numerator,
            fps_denominator=media.fps_denominator,
            media=MediaReference(
                path=prepared.media or path,
                width=video.width,
                height=video.height,
                has_video=media.has_video,
                has_audio=media.has_audio,
            ),
            cut=media.cut,
            spans=(span,),
            audio=AudioPlan(fade_in=0.0, fade_out=0.0),
            style=Style(name="clean", version=1),
            preset=EncodePreset(crf=16),
        )
        made.append((composition, crop_width))
    return made


def conforms(path: Path, recipe: Recipe, folder: Path, aspects: Sequence[Aspect]) -> judge.Verdict:
    """Prepare a source, render an exact clip and one of three parts of it, and judge both."""
    truth = judge.truth_of(path, recipe)
    facts = probe(path)
    assert facts.video is not None and (facts.video.width, facts.video.height) == recipe.upright_size
    assert (facts.audio is not None) == recipe.has_sound
    prepared = prepare_source(path, facts, folder / "prepared", ignore_progress)
    total = judge.Verdict()
    # Off the grid of every rate; the joined one begins with the file's first picture and ends with its last.
    wishes = {
        "one": cut((0.6173, 2.2911)),
        "joined": cut((0.0, 0.7319), (1.5207, 2.6133), (2.8111, facts.duration)),
    }
    for name, wished in wishes.items():
        media = index_clip(prepared.media or path, prepared.facts, wished)
        total.faults += judge.judge_cut(truth, wished, media, recipe, facts.duration)
        made = compositions(path, prepared, media, aspects)
        files = [folder / f"{name}-{aspect.replace(':', 'x')}.mp4" for aspect in aspects]
        render([composition for composition, _ in made], files)
        for file, (composition, crop_width) in zip(files, made, strict=True):
            verdict = judge.judge_file(file, truth, composition, min(recipe.size), crop_width)
            total.faults += [f"{file.stem}: {fault}" for fault in verdict.faults]
            total.faults += [f"{file.stem}: {fault}" for fault in colour_faults(file, recipe, crop_width)]
            total.worst_sound_ms = max(total.worst_sound_ms, verdict.worst_sound_ms)
            total.beeps += verdict.beeps
            total.frames += verdict.frames
    return total


def colour_faults(file: Path, recipe: Recipe, crop_width: float) -> list[str]:
    """Return patches whose colour changed on the way. HDR is mapped: of it, only what is grey must stay grey."""
    rgb = play(file).first_rgb
    assert rgb is not None
    found = marks.read_patches(rgb, marks.MARK_SHARE * min(recipe.size) * rgb.shape[1] / crop_width)
    if VIDEO[recipe.video].hdr:
        greys = found[: len(marks.GREYS)]
        rises = np.diff(greys.mean(axis=1)).min() > 15
        return [] if np.ptp(greys, axis=1).max() < 8 and rises else [f"greys are {greys.round().tolist()}"]
    off = np.abs(found - np.array(marks.PATCHES)).max(axis=1)
    return [
        f"patch {marks.PATCHES[index]} became {found[index].round().tolist()}"
        for index in np.flatnonzero(off > COLOUR_LEVELS)
    ]


@pytest.mark.parametrize("recipe", sliced(BY_HAND, {each.name for each in QUICK}, lambda recipe: recipe.name))
def test_every_picture_beep_and_colour_is_where_it_must_be(
    recipe: Recipe, source_of: Callable[[Recipe], Path], tmp_path: Path
) -> None:
    verdict = conforms(source_of(recipe), recipe, tmp_path, ("9:16", "16:9"))
    assert not verdict.faults, "\n".join(verdict.faults)
    assert verdict.frames > 40 and (verdict.beeps or not recipe.has_sound)


@pytest.mark.soak
@pytest.mark.parametrize("recipe", ALL, ids=lambda recipe: recipe.name)
def test_the_same_holds_for_every_pair_of_properties(
    recipe: Recipe, source_of: Callable[[Recipe], Path], tmp_path: Path
) -> None:
    verdict = conforms(source_of(recipe), recipe, tmp_path, ("9:16", "1:1", "16:9"))
    print(f"worst sound {verdict.worst_sound_ms:.2f} ms of {verdict.beeps} beeps, {verdict.frames} frames")
    assert not verdict.faults, "\n".join(verdict.faults)


def test_the_recipes_by_hand_show_most_properties_and_all_of_them_the_rest() -> None:
    assert all(fits(recipe) for recipe in BY_HAND)
    for name, choices in CHOICES.items():
        assert {getattr(recipe, name) for recipe in (*BY_HAND, *ALL)} == set(choices)
    assert len({pair for recipe in (*BY_HAND, *ALL) for pair in pairs(recipe)}) > 1150
