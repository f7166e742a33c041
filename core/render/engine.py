"""Rendering a clip: one decode, all its files, one encoder thread a file, the sound made once for each loudness.

A file grows under a hidden name beside its own, and gets its own when all files of the call are whole. Where an
encoder fails or a file gets too large, that file is made again from its first frame in another way (`attempt`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path

from core.errors import ContractError
from core.media.probe import probe
from core.media.reader import FrameReader
from core.media.tracks import with_streams
from core.render.attempt import Attempt
from core.render.card_sound import with_cards
from core.render.encode import render_error
from core.render.encode_audio import EncodedSound, sound_codec
from core.render.fitted_sound import encode_fitted
from core.render.memory import give_back
from core.render.one_pass import FileInMaking, run_pass
from core.render.sound import Sound, make_sound
from core.render.thumbnail import thumbnail_file, write_thumbnail
from core.schema.choice import Choice
from core.schema.composition import Composition
from core.schema.delivery import Delivery
from core.schema.record import ProgressCallback, ignore_progress
from core.schema.source import MediaFacts

# Shares of the progress bar.
SOUND_SHARE, PICTURES_SHARE = 0.03, 0.96


def render(
    compositions: Sequence[Composition], files: Sequence[Path], progress: ProgressCallback = ignore_progress
) -> list[Delivery]:
    """Render compositions of one clip, each into its file.

    Args:
        compositions: Of the same media, cut and frame rate; aspects, sizes, presets and loudness may differ.
        files: Where each is written to, with a thumbnail (`.jpg`) beside it. On any failure, cancelling included,
            none of them is left behind.
        progress: Called for every frame, with its number. The fraction starts again where a file is made again.

    Returns:
        One delivery for each composition, in order.

    Raises:
        RenderError: An encoder or the disk refused, or a file can't be made as small as its preset asks.
        DiskFullError: There is no space left.
        MediaError: The source can't be read.
        Cancelled: By `progress`.
    """
    _check(compositions, files)
    attempts = [Attempt.first(composition, file) for composition, file in zip(compositions, files, strict=True)]
    with ExitStack() as opened:
        clip = _Clip(compositions, opened, progress)
        try:
            made = _make_all(attempts, clip, progress)
            _place(made)
        except BaseException:
            _remove(attempts)
            raise
        progress(1.0, "rendered")
        return [_delivery(one, clip) for one in made]


def has_picture(composition: Composition, facts: MediaFacts) -> bool:
    """Whether a composition shows its source's picture."""
    return composition.media.has_video and facts.video is not None


def _check(compositions: Sequence[Composition], files: Sequence[Path]) -> None:
    if not compositions or len(compositions) != len(files):
        raise ContractError("Each composition needs one file, and there must be one.")
    first = compositions[0]
    for other in compositions[1:]:
        if (
            other.media.path != first.media.path
            or other.cut != first.cut
            or (other.fps_numerator, other.fps_denominator) != (first.fps_numerator, first.fps_denominator)
        ):
            raise ContractError("Compositions rendered together must be of one clip and one frame rate.")


class _Clip:
    """What the files of a clip share: the opened source, and its sound in each loudness that is asked for."""

    def __init__(self, compositions: Sequence[Composition], opened: ExitStack, progress: ProgressCallback) -> None:
        self.facts: MediaFacts | None = None
        self.reader: FrameReader | None = None
        self._sounds: dict[str, Sound] = {}
        self._file_sounds: dict[str, Sound] = {}
        self._encoded: dict[tuple[str, str, int], EncodedSound] = {}
        # Captions alone need nothing of the source.
        shown = [composition for composition in compositions if composition.preset.shows == "clip"]
        if not shown:
            return
        self.facts = with_streams(probe(shown[0].media.path), shown[0].media.audio_streams)
        plans = {composition.audio.identity(): composition for composition in shown}
        for index, (plan, composition) in enumerate(plans.items()):
            self._sounds[plan] = make_sound(composition, self.facts, _sounds_part(progress, index, len(plans)))
        if has_picture(shown[0], self.facts):
            self.reader = opened.enter_context(FrameReader(shown[0].media.path, self.facts))

    def sound(self, composition: Composition) -> Sound | None:
        """Return the finished sound of a composition's clip; None for captions alone."""
        return self._sounds[composition.audio.identity()] if composition.preset.shows == "clip" else None

    def file_sound(self, composition: Composition) -> Sound | None:
        """Return the sound of a composition's file, that of its cards included; None for captions alone."""
        sound = self.sound(composition)
        if sound is None or composition.frame_count == composition.clip_frames:
            return sound
        key = _sound_key(composition)
        if key not in self._file_sounds:
            self._file_sounds[key] = with_cards(composition, sound)
        return self._file_sounds[key]

    def encoded_sound(self, composition: Composition) -> EncodedSound | None:
        """Return a composition's encoded sound; None for captions alone."""
        sound = self.file_sound(composition)
        if sound is None:
            return None
        preset = composition.preset
        key = _sound_key(composition), sound_codec(preset), preset.audio_bitrate_bps
        if key not in self._encoded:
            self._encoded[key] = encode_fitted(sound, *key[1:], composition.audio.peak_limit_dbtp)
        return self._encoded[key]


def _sounds_part(progress: ProgressCallback, index: int, count: int) -> ProgressCallback:
    return lambda done, message: progress((index + done) / count * SOUND_SHARE, message)


def _pictures_part(progress: ProgressCallback, made: int, together: int, count: int) -> ProgressCallback:
    # Whole files are added up before they are divided: rounded shares together may fall behind the one before.
    return lambda done, message: progress(
        SOUND_SHARE + PICTURES_SHARE * ((made + together * done) / count), message
    )


def _make_all(attempts: Sequence[Attempt], clip: _Clip, progress: ProgressCallback) -> list[FileInMaking]:
    """Make every file, in as many passes as it takes; return them in order, whole under their hidden names."""

    made: dict[int, FileInMaking] = {}
    pending = dict(enumerate(attempts))
    while pending:
        together = _made_together(pending)
        painted = _pictures_part(progress, len(made), len(together), len(attempts))
        files = run_pass([pending.pop(index) for index in together], clip, painted)
        for index, file in zip(together, files, strict=True):
            if file.failure is None:
                made[index] = file
            else:
                pending[index] = file.attempt.next_after(file.failure)
        if pending:
            give_back()
    return [made[index] for index in range(len(attempts))]


def _made_together(pending: Mapping[int, Attempt]) -> list[int]:
    """Return which files are made next, from one decode; what takes much memory is made alone."""
    light = [index for index, attempt in pending.items() if not attempt.encoder.is_heavy(attempt.target)]
    together = light or list(pending)[:1]
    # A style may have other cards in another aspect: then their frames are not in step.
    step = _cards_frames(pending[together[0]].composition)
    return [index for index in together if _cards_frames(pending[index].composition) == step]


def _cards_frames(composition: Composition) -> tuple[int, int]:
    return composition.intro_frames, composition.outro_frames


def _sound_key(composition: Composition) -> str:
    """Return what makes the sound of two files of one clip the same."""
    style = composition.style
    files = [asset.digest for card in (style.intro, style.outro) if (asset := style.asset(card.sound))]
    return " ".join((composition.audio.identity(), style.intro.identity(), style.outro.identity(), *files))


def _place(made: Sequence[FileInMaking]) -> None:
    """Write the thumbnails and give every file its name."""
    for one in made:
        if one.thumbnail.picture is not None:
            write_thumbnail(one.thumbnail.picture, thumbnail_file(one.attempt.file))
    for one in made:
        try:
            one.attempt.partial.replace(one.attempt.file)
        except OSError as error:
            raise render_error(error, one.attempt.file) from error


def _remove(attempts: Sequence[Attempt]) -> None:
    for attempt in attempts:
        for file in (attempt.partial, attempt.file, thumbnail_file(attempt.file)):
            file.unlink(missing_ok=True)


def _choices(clip: _Clip, has_cover: bool) -> tuple[Choice, ...]:
    """Return what was done to the picture that the user may want to know."""
    choices = []
    reader, facts = clip.reader, clip.facts
    if facts is not None and reader is None and facts.video is None:
        shown = "cover and sound wave" if has_cover else "sound wave"
        reason = "The source has no moving picture."
        choices.append(Choice(subject="picture", chosen=shown, reason=reason, degraded=not has_cover))
    if reader and reader.damaged_packets:
        reason = f"{reader.damaged_packets} damaged pieces of the source could not be decoded."
        choices.append(Choice(subject="picture", chosen="last good frame held", reason=reason, degraded=True))
    if reader and reader.is_deinterlaced:
        choices.append(Choice(subject="picture", chosen="deinterlaced", reason="The source is interlaced."))
    if reader and facts and facts.video and facts.video.is_hdr:
        choices.append(Choice(subject="colour", chosen="HDR mapped to SDR", reason="Platforms show clips in SDR."))
    return tuple(choices)


def _of_captions(composition: Composition) -> tuple[Choice, ...]:
    if not composition.cues and not composition.overlays and composition.frame_count == composition.clip_frames:
        return ()
    from core.captions.coverage import check_fonts

    found = check_fonts(composition.style, composition.cues, composition.overlays)
    return () if found is None else (found,)


def _delivery(made: FileInMaking, clip: _Clip) -> Delivery:
    attempt, composition = made.attempt, made.attempt.composition
    count = composition.frame_count
    sound = clip.file_sound(composition)
    of_picture = _choices(clip, composition.media.cover is not None) if made.needs_source else ()
    return Delivery(
        file=attempt.file,
        aspect=composition.aspect,
        width=composition.width,
        height=composition.height,
        duration=count * composition.fps_denominator / composition.fps_numerator,
        frame_count=count,
        size_bytes=attempt.file.stat().st_size,
        loudness_lufs=sound.lufs if sound else None,
        encoder=attempt.encoder.describe(attempt.target),
        thumbnail=thumbnail_file(attempt.file) if made.thumbnail.picture is not None else None,
        choices=(*of_picture, *_of_captions(composition), *(sound.choices if sound else ()), *attempt.choices),
    )
