"""Framing of the real clips in ../shared/media/video, against what the eye saw in them (`tests/bench/truth`)."""

from __future__ import annotations

import tempfile
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import numpy as np

from core.media.probe import probe
from core.schema.choice import Aspect
from core.schema.framing import FaceTrack, LayoutSpan
from core.schema.shot import Shot
from core.schema.transcript import Transcript
from tests.bench.framing_metrics import Crop, CutScore, Score
from tests.bench.framing_path import Analysis, Models, analyse
from tests.bench.framing_rivals import face_at
from tests.voices_kit import read_speech, write_sound

TRUTH = Path(__file__).parent / "truth"
CLIPS = Path(__file__).resolve().parents[3] / "shared" / "media" / "video"
# A found cut may be this far from where the picture changes: a frame.
TOLERANCE_SECONDS = 0.045
SAMPLE_HZ = 10.0
# A box is cut through when between these shares of it are shown.
LITTLE, NEARLY_ALL = 0.05, 0.97


class Kept(NamedTuple):
    """A box (x, y, width, height in upright source pixels) at an instant; unless `must`, it may be left out."""

    at: float
    what: str
    box: Crop
    must: bool = True


class Talks(NamedTuple):
    """Who talks, where that is clear."""

    start: float
    end: float
    who: str


class People(NamedTuple):
    """How many faces can be seen."""

    start: float
    end: float
    count: int


@dataclass(frozen=True)
class Truth:
    """What was seen in one clip. Each cut is the stretch of seconds in which it happens."""

    name: str
    file: Path
    cuts: tuple[tuple[float, float], ...]
    people: tuple[People, ...]
    talks: tuple[Talks, ...]
    keep: tuple[Kept, ...]


@dataclass(frozen=True)
class RealResult:
    """What one clip came to: `kept` per aspect, `count` of people seen, `cut_through` per aspect."""

    truth: Truth
    cuts: CutScore
    speaker: Score
    count: Score
    kept: dict[Aspect, Score]
    cut_through: dict[Aspect, Score]
    spans: dict[Aspect, int]


def truths() -> list[Truth]:
    """Return the truth of every clip that is at hand."""
    known = [_read(path) for path in sorted(TRUTH.glob("*.toml"))]
    return [truth for truth in known if truth.file.is_file()]


def examine_real(truth: Truth, models: Models) -> RealResult:
    """Return how a clip is framed, without its words: lips alone tell who talks."""
    facts = probe(truth.file)
    with tempfile.TemporaryDirectory() as folder:
        sound = None
        if facts.audio:
            sound = write_sound(Path(folder) / "sound.wav", read_speech(truth.file))
        analysis = analyse(truth.file, sound, Transcript(), models)
    return score(truth, analysis)


def score(truth: Truth, analysis: Analysis) -> RealResult:
    """Return what an analysis is worth."""
    spans = analysis.framing.spans
    return RealResult(
        truth,
        real_cut_score(truth.cuts, analysis.shots),
        real_speaker_score(truth, analysis.tracks),
        count_score(truth.people, analysis.tracks),
        {aspect: _kept(truth.keep, own) for aspect, own in spans.items()},
        {aspect: _cut_through(truth.keep, own) for aspect, own in spans.items()},
        {aspect: len(own) for aspect, own in spans.items()},
    )


def real_cut_score(cuts: Sequence[tuple[float, float]], shots: Sequence[Shot]) -> CutScore:
    """Return how well found shots agree with stretches in which a cut happens."""
    rest = [shot.start for shot in shots][1:]
    right = 0
    for start, end in cuts:
        inside = [at for at in rest if start - TOLERANCE_SECONDS <= at <= end + TOLERANCE_SECONDS]
        if inside:
            rest.remove(inside[0])
            right += 1
    return CutScore(right, len(cuts) - right, len(rest))


def real_speaker_score(truth: Truth, tracks: Sequence[FaceTrack]) -> Score:
    """Return how often the face believed most to talk is where that of who talks is."""
    total = Score()
    for talk in truth.talks:
        for at in np.arange(talk.start, talk.end, 1 / SAMPLE_HZ).tolist():
            known = [kept for kept in truth.keep if kept.what == talk.who and _same_shot(truth, kept.at, at)]
            if not known:
                continue
            x, y, width, height = min(known, key=lambda kept: abs(kept.at - at)).box
            believed = [(face.speaking, face) for track in tracks if (face := face_at(track, at)) is not None]
            belief, face = max(believed, key=lambda each: each[0], default=(0.0, None))
            is_right = (
                face is not None
                and belief > 0.05
                and abs(face.x + face.width / 2 - x - width / 2) < width
                and abs(face.y + face.height / 2 - y - height / 2) < height
            )
            total = total.plus(Score(int(is_right), 1))
    return total


def count_score(people: Sequence[People], tracks: Sequence[FaceTrack]) -> Score:
    """Return how often as many faces are found as can be seen."""
    total = Score()
    for stretch in people:
        for at in np.arange(stretch.start + 0.3, stretch.end - 0.3, 0.2).tolist():
            found = sum(track.points[0].at - 0.1 <= at <= track.points[-1].at + 0.1 for track in tracks)
            total = total.plus(Score(int(found == stretch.count), 1))
    return total


def shown_share(box: Crop, span: LayoutSpan, at: float) -> float:
    """Return the largest share of a box that one of the regions shows."""
    return max((_overlap(box, region.crop.at_time(at)) for region in span.regions), default=0.0)


def _kept(keep: Sequence[Kept], spans: Sequence[LayoutSpan]) -> Score:
    must = [kept for kept in keep if kept.must]
    return Score(sum(shown_share(k.box, _span_at(spans, k.at), k.at) >= NEARLY_ALL for k in must), len(must))


def _cut_through(keep: Sequence[Kept], spans: Sequence[LayoutSpan]) -> Score:
    """Return how many boxes are neither shown whole nor left out whole."""
    cut = sum(LITTLE < shown_share(k.box, _span_at(spans, k.at), k.at) < NEARLY_ALL for k in keep)
    return Score(cut, len(keep))


def _span_at(spans: Sequence[LayoutSpan], at: float) -> LayoutSpan:
    return next((span for span in spans if span.start <= at < span.end), spans[-1])


def _overlap(box: Crop, crop: Crop) -> float:
    wide = min(box[0] + box[2], crop[0] + crop[2]) - max(box[0], crop[0])
    high = min(box[1] + box[3], crop[1] + crop[3]) - max(box[1], crop[1])
    return max(0.0, wide) * max(0.0, high) / (box[2] * box[3])


def _same_shot(truth: Truth, a: float, b: float) -> bool:
    return not any(min(a, b) < end and start <= max(a, b) for start, end in truth.cuts)


def _read(path: Path) -> Truth:
    listed = tomllib.loads(path.read_text(encoding="utf-8"))
    return Truth(
        path.stem,
        CLIPS / listed["file"],
        tuple((float(a), float(b)) for a, b in listed["cuts"]),
        tuple(People(**each) for each in listed.get("people", ())),
        tuple(Talks(**each) for each in listed.get("talks", ())),
        tuple(Kept(k["at"], k["what"], tuple(k["box"]), k.get("must", True)) for k in listed.get("keep", ())),
    )


REAL_HEAD = (
    *("clip", "cuts F1", "speaker", "people counted", "kept 9:16", "kept 1:1", "kept 4:5", "kept 16:9"),
    *("cut through 9:16", "spans 9:16"),
)


def real_rows(results: Sequence[RealResult]) -> Iterator[list[str]]:
    """Yield the rows of a table of clips."""
    for result in results:
        kept = [_of(result.kept[aspect]) for aspect in ("9:16", "1:1", "4:5", "16:9")]
        yield [
            result.truth.name,
            f"{result.cuts.f1:.2f}",
            _percent(result.speaker),
            _percent(result.count),
            *kept,
            _of(result.cut_through["9:16"]),
            str(result.spans["9:16"]),
        ]


def _of(counted: Score) -> str:
    return f"{counted.right} of {counted.of}" if counted.of else ""


def _percent(counted: Score) -> str:
    return f"{100 * counted.share:.1f}" if counted.of else ""
