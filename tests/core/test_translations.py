"""A source's translations as the project keeps them: asked for, cut off, edited, chosen, saved."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pysubs2
import pytest

from core import editing
from core.errors import ExportError, ProviderError, TranscriptError
from core.pipeline.events import ClipsChanged, TranslationChanged
from core.pipeline.purse import Purse
from core.pipeline.records.store import Store
from core.schema.run import RunOptions
from core.schema.transcript import Transcript, TranscriptSegment
from core.schema.translation import CaptionTrack
from core.translations import Translations, subtitles
from tests.core.llm.chat_server import ChatServer, Scripted, chat_server
from tests.core.translation.translator import backwards, translator

__all__ = ["chat_server"]

COUNT = 40


def talk(count: int = COUNT) -> Transcript:
    segments = tuple(
        TranscriptSegment(start=3.0 * i, end=3.0 * i + 2.5, text=f"This is line {i} & more.") for i in range(count)
    )
    return Transcript(language="en", segments=segments)


class Desk:
    """A store with one source, one run and one clip, and translations over it."""

    def __init__(self, folder: Path) -> None:
        self.store = Store(folder / "workspace.sqlite")
        self.transcript: Transcript | None = talk()
        self.source = self.store.add_source(folder / "talk.mp4", "f" * 64, 1, 120.0)
        self.run = self.store.add_run(self.source.id, RunOptions(), "clean@1")
        self.clip = editing.new_clip(self.run.id, 10.0, 20.0, "A clip", "clean@1")
        self.store.edit_clips(self.run.id, "new", [self.clip])
        self.events: list[object] = []
        self.store.subscribe(self.events.append)
        self.translations = Translations(self.store, self._read, None, Purse(self.store, folder))

    async def _read(self, source_id: str) -> Transcript | None:
        return self.transcript

    def ask(self, server: ChatServer) -> None:
        self.translations.endpoint = server.model().endpoint


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path)
    yield made
    made.store.close()


Start = Callable[..., ChatServer]


def test_a_talk_is_translated_kept_and_reviewed(desk: Desk, chat_server: Start) -> None:
    server = chat_server(translator())
    desk.ask(server)
    told: list[float] = []

    async def day() -> None:
        done = await desk.translations.translate(desk.source.id, "German", lambda part, _: told.append(part))
        assert (done.translated, done.missing, done.problem) == (COUNT, 0, "")
        assert done.usd and done.usd > 0
        found = await desk.translations.review(desk.source.id, "de")
        assert [line.text for line in found.lines] == [backwards(line.original) for line in found.lines]
        assert {line.state for line in found.lines} == {"machine"}
        assert (found.spoken, found.language, found.missing) == ("en", "de", 0)
        asked = len(server.requests)
        again = await desk.translations.translate(desk.source.id, "de")
        assert again.translated == 0 and len(server.requests) == asked

    asyncio.run(day())
    assert told[0] == 0 and told[-1] == 1 and told == sorted(told)
    assert desk.translations.languages(desk.source.id) == ["de"]
    assert TranslationChanged(desk.source.id, "de") in desk.events
    assert any("Translated 40 lines into German" in line.message for line in desk.store.log(desk.run.id))


def test_what_a_person_wrote_is_never_changed_by_a_machine(desk: Desk, chat_server: Start) -> None:
    desk.ask(chat_server(translator()))

    async def day() -> None:
        await desk.translations.write(desk.source.id, "de", 4.0, "Von Hand.")
        await desk.translations.translate(desk.source.id, "de")
        # Another transcription hears every line otherwise.
        heard = talk()
        desk.transcript = heard.model_copy(
            update={"segments": tuple(s.model_copy(update={"text": f"Now {s.text}"}) for s in heard.segments)}
        )
        before = await desk.translations.review(desk.source.id, "de")
        assert all(line.is_outdated for line in before.lines)
        await desk.translations.translate(desk.source.id, "de")
        after = await desk.translations.review(desk.source.id, "de")
        assert (after.lines[1].text, after.lines[1].state, after.lines[1].is_outdated) == (
            "Von Hand.",
            "edited",
            True,
        )
        assert after.lines[2].text == backwards("Now This is line 2 & more.") and not after.lines[2].is_outdated
        # But where the person asks for it.
        await desk.translations.translate(desk.source.id, "de", again=[4.0])
        assert (await desk.translations.review(desk.source.id, "de")).lines[1].state == "machine"

    asyncio.run(day())


def test_a_line_written_while_the_machine_works_stands(desk: Desk, chat_server: Start) -> None:
    desk.ask(chat_server(translator()))

    async def day() -> None:
        loop = asyncio.get_running_loop()
        writing: list[asyncio.Task[None]] = []

        def write(fraction: float, message: str) -> None:
            if not writing:
                writing.append(loop.create_task(desk.translations.write(desk.source.id, "de", 1.0, "Meins.")))

        await desk.translations.translate(desk.source.id, "de", write)
        await writing[0]
        assert (await desk.translations.review(desk.source.id, "de")).lines[0].text == "Meins."

    asyncio.run(day())


def test_two_lines_written_at_once_are_both_kept(desk: Desk) -> None:
    async def day() -> None:
        write = desk.translations.write
        await asyncio.gather(*(write(desk.source.id, "de", 3.0 * i + 1, f"Zeile {i}.") for i in range(4)))
        found = await desk.translations.review(desk.source.id, "de")
        assert [line.text for line in found.lines[:5]] == ["Zeile 0.", "Zeile 1.", "Zeile 2.", "Zeile 3.", ""]

    asyncio.run(day())


def test_what_a_person_wrote_stays_where_asking_for_it_again_fails(desk: Desk, chat_server: Start) -> None:
    desk.ask(chat_server(Scripted(status=401, body='{"error": {"message": "key expired"}}')))

    async def day() -> None:
        await desk.translations.write(desk.source.id, "de", 4.0, "Von Hand.")
        with pytest.raises(ProviderError, match="key expired"):
            await desk.translations.translate(desk.source.id, "de", again=[4.0])
        kept = (await desk.translations.review(desk.source.id, "de")).lines[1]
        assert (kept.text, kept.state) == ("Von Hand.", "edited")

    asyncio.run(day())


def test_stopping_keeps_what_is_there_and_going_on_asks_for_the_rest_alone(desk: Desk, chat_server: Start) -> None:
    good, slow = translator(), translator()
    slow.delay = 30
    server = chat_server(good, slow)
    desk.ask(server)

    async def stop() -> int:
        task = asyncio.create_task(desk.translations.translate(desk.source.id, "de"))
        while len(server.requests) < 2:
            await asyncio.sleep(0.01)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        return (await desk.translations.review(desk.source.id, "de")).missing

    loop = asyncio.new_event_loop()
    missing = loop.run_until_complete(stop())
    assert 0 < missing < COUNT
    server = chat_server(translator())
    desk.ask(server)
    done = asyncio.run(desk.translations.translate(desk.source.id, "de"))
    assert (done.translated, done.missing) == (missing, 0)
    loop.close()


def test_an_endpoint_that_goes_away_midway_is_told_once_and_costs_nothing_that_was_made(
    desk: Desk, chat_server: Start
) -> None:
    refused = Scripted(status=401, body='{"error": {"message": "key expired"}}')
    server = chat_server(translator(), refused)
    desk.ask(server)
    done = asyncio.run(desk.translations.translate(desk.source.id, "de"))
    assert done.translated == 16 and done.missing == COUNT - 16
    assert "key expired" in done.problem and len(server.requests) == 2
    assert any(line.level == "warning" for line in desk.store.log(desk.run.id))


def test_what_can_not_be_done_is_said(desk: Desk, chat_server: Start) -> None:
    async def fails(error: type[Exception], match: str, language: str = "de") -> None:
        with pytest.raises(error, match=match):
            await desk.translations.translate(desk.source.id, language)

    async def day() -> None:
        await fails(ProviderError, "none is set")
        desk.ask(chat_server(Scripted(status=500, body="{}")))
        await fails(TranscriptError, "is what is spoken", "English")
        await fails(TranscriptError, "no language", "Elvish")
        await fails(ProviderError, "500")
        desk.transcript = None
        await fails(TranscriptError, "not written down")

    asyncio.run(day())
    assert desk.translations.languages(desk.source.id) == []


def test_clips_take_the_lines_that_they_may_show_and_are_told_of_changes(desk: Desk, chat_server: Start) -> None:
    desk.ask(chat_server(translator()))
    asyncio.run(desk.translations.translate(desk.source.id, "de"))
    assert desk.translations.track(desk.clip, desk.source.id) == CaptionTrack()
    german = editing.set_caption_language(desk.clip, "de")
    desk.store.edit_clips(desk.run.id, "Captions", [german])
    track = desk.translations.track(desk.store.clip(german.id), desk.source.id)
    assert [line.start for line in track.lines] == [9.0, 12.0, 15.0, 18.0]
    desk.events.clear()
    asyncio.run(desk.translations.write(desk.source.id, "de", 12.5, "Anders."))
    assert ClipsChanged(desk.run.id, (german.id,)) in desk.events
    assert desk.translations.track(german, desk.source.id).identity() != track.identity()
    asyncio.run(desk.translations.remove(desk.source.id, "de"))
    assert desk.translations.track(german, desk.source.id).lines == ()


def test_opening_lines_of_clips_are_translated_along_once(desk: Desk, chat_server: Start) -> None:
    server = chat_server(translator())
    desk.ask(server)
    clip = editing.set_caption_language(editing.set_hook(desk.clip, "Nobody tells you this"), "de")
    desk.store.edit_clips(desk.run.id, "Hook", [clip])
    asyncio.run(desk.translations.translate(desk.source.id, "de"))
    track = desk.translations.track(clip, desk.source.id)
    assert track.hook == backwards("Nobody tells you this")
    assert track.hook in track.identity()
    asked = len(server.requests)
    asyncio.run(desk.translations.translate(desk.source.id, "de"))
    assert len(server.requests) == asked
    # Another one is shown as it was written until it is asked for.
    other = editing.set_hook(clip, "Wait for it")
    assert desk.translations.track(other, desk.source.id).hook == ""


@pytest.mark.parametrize("suffix", [".srt", ".vtt"])
def test_a_translation_is_saved_as_captions_that_others_read(
    desk: Desk, chat_server: Start, tmp_path: Path, suffix: str
) -> None:
    desk.ask(chat_server(translator()))
    file = tmp_path / f"talk.de{suffix}"

    async def day() -> None:
        with pytest.raises(TranscriptError, match="Nothing is translated"):
            await desk.translations.save(desk.source.id, "de", file)
        await desk.translations.translate(desk.source.id, "de")
        await desk.translations.write(desk.source.id, "de", 0.5, "")
        assert await desk.translations.save(desk.source.id, "de", file) == file
        with pytest.raises(ExportError, match="kind of captions"):
            await desk.translations.save(desk.source.id, "de", tmp_path / "talk.mp4")
        with pytest.raises(ExportError, match="can't be written"):
            await desk.translations.save(desk.source.id, "de", tmp_path / "nowhere" / "talk.srt")

    asyncio.run(day())
    read = pysubs2.load(str(file))
    assert len(read) == COUNT - 1
    assert (read[0].start, read[0].end) == (3000, 5500)
    assert read[0].plaintext.replace("&amp;", "&") == backwards("This is line 1 & more.")
    assert [path.name for path in tmp_path.glob("*.part")] == []


def test_long_lines_are_set_in_two(desk: Desk) -> None:
    line: Any = asyncio.run(desk.translations.review(desk.source.id, "de")).lines[0]
    long = line.model_copy(update={"text": "word " * 24})
    (block,) = subtitles([long], ".srt").strip().split("\n\n")
    assert len(block.splitlines()) == 4 and max(map(len, block.splitlines())) < 75
