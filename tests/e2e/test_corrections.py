"""Words corrected in a real run: in captions and files, over a new transcription, and taken back."""

from __future__ import annotations

import asyncio
import json

from core import editing
from core.pipeline.events import CorrectionsChanged
from core.project import Configuration, Project
from core.schema.run import RunOptions
from tests.tiny_files import TINY, with_tiny


def test_a_correction_reaches_captions_and_files_and_outlives_a_transcription(
    tmp_path, weights_folder, sample_video, analysed
):
    async def story() -> None:
        configuration = Configuration(weights_folder=weights_folder, may_download=False)
        project = await Project.open(with_tiny(analysed), configuration)
        changes: list[str] = []
        project.subscribe(
            lambda event: changes.append(event.source_id) if isinstance(event, CorrectionsChanged) else None
        )
        source = await project.import_source(sample_video)
        options = RunOptions(top=1, min_seconds=5, max_seconds=8, aspects=("1:1",), preset=TINY.name)
        run_id = await project.start_run(source.id, options)
        run = await project.wait(run_id)
        assert run.state == "analysis_complete", run.error
        clip = editing.new_clip(run_id, 4.2, 7.2, "By hand", "clean@1")
        others = [editing.set_decision(each, "rejected") for each in project.clips(run_id)]
        await project.edit(run_id, "new clip", [clip, *others])
        plain = await project.composition(clip.id, "1:1")

        # One word for one, and two for one that says more, which are then placed in the sound.
        words = project.transcripts
        await words.correct_words(source.id, 4.8, 5.3, "Thursday.")
        await words.correct_words(source.id, 5.7, 6.1, "had opened")
        await words.name_speaker(source.id, "Ana", "Ana Maria")
        await words.settled()
        reading = await words.read(source.id)
        assert reading is not None
        assert all(each.is_aligned for each in reading.corrections.words)
        assert [each.heard for each in reading.corrections.words] == ["Tuesday.", "opened"]
        assert changes == [source.id] * 4
        assert {segment.speaker for segment in reading.transcript.segments} == {"Ben", "Ana Maria"}
        had, opened = reading.corrections.words[1].words
        assert 5.6 <= had.start < had.end <= opened.start < 6.1

        async def captions() -> str:
            made = await project.composition(clip.id, "1:1")
            return " ".join(word.text for cue in made.cues for word in cue.words)

        assert "It was a Thursday. I had opened the bank app," in await captions()
        await project.export(run_id, [clip.id], ["1:1"], tmp_path / "out")
        run = await project.wait(run_id)
        assert run.state == "fully_generated", run.error
        assert "Thursday." in subtitles(project, run_id)
        assert (await project.search("thursday")).hits and not (await project.search("tuesday")).hits

        await project.replay(run_id, "transcribe")
        run = await project.wait(run_id)
        assert run.state == "fully_generated", run.error
        again = await words.read(source.id)
        assert again is not None
        assert not again.conflicts
        assert again.heard.text == reading.heard.text
        assert again.transcript == reading.transcript
        assert "Thursday. I had opened" in await captions()
        assert "Thursday." in subtitles(project, run_id)

        assert [await project.undo(run_id) for _ in range(3)] == ["Name Ana", "Correct words", "Correct words"]
        assert "It was a Tuesday. I opened the bank app," in await captions()
        assert (await project.composition(clip.id, "1:1")).cues == plain.cues
        await project.close()

    asyncio.run(story())


def subtitles(project: Project, run_id: str) -> str:
    (output,) = project.outputs(run_id)
    (file,) = [file for file in output.files if file.suffix == ".srt"]
    return file.read_text(encoding="utf-8")


def test_a_transcript_is_corrected_from_the_command_line(sample_run, analysed):
    program, place = sample_run.program, ("--workspace", analysed)
    run_id = sample_run.ran.summary["run_id"]
    told = program(
        *("transcript", run_id, "--replace", "tuesday", "Thursday", "--name", "Ben", "Benjamin"),
        *("--write", 5.7, 6.1, "had opened", "--json", *place),
    )
    assert told.code == 0, told.err
    assert "“tuesday” was found 1 time." in told.err
    document = json.loads(told.out)
    assert [each["is_aligned"] for each in document["corrections"]["words"]] == [True, True]
    lines = [segment["text"] for segment in document["transcript"]["segments"]]
    assert "It was a Thursday." in lines and lines[3].startswith("I had opened the bank app,")
    assert document["transcript"]["segments"][0]["speaker"] == "Benjamin"

    nobody = program.here(
        "transcript", run_id, "--name", "Bob", "Robert", "--replace", "Thursday", "Monday", *place
    )
    assert nobody.code == 1 and not nobody.out
    assert "No speaker is called “Bob”. They are called: Ana, Benjamin." in nobody.err
    assert "was found" not in nobody.err, "something was corrected all the same"

    undone = program.here("transcript", run_id, "--undo", *place)
    assert undone.code == 0, undone.err
    assert undone.out.startswith("Ben:\n  0:00.50  Take me back to the week you ran out of money.\n")
    assert "It was a Thursday." in undone.out
