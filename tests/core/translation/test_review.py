"""A translation meets the transcript by time: nothing a person wrote is lost, nothing is shown twice."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from core.schema.transcript import Transcript, TranscriptSegment
from core.schema.translation import TranslatedLine, Translation
from core.translation.review import add_lines, forgotten, replace_lines, review, wanted, write_line


def transcript(*segments: tuple[float, float, str]) -> Transcript:
    return Transcript(
        language="en", segments=tuple(TranscriptSegment(start=a, end=b, text=text) for a, b, text in segments)
    )


def line(start: float, end: float, original: str, text: str, state: str = "machine") -> TranslatedLine:
    return TranslatedLine.model_validate(
        {"start": start, "end": end, "original": original, "text": text, "state": state}
    )


def translation(*lines: TranslatedLine) -> Translation:
    return Translation(source_id="s", language="de", lines=lines)


TALK = transcript((0, 2, "Good morning."), (2.2, 5, "We stayed."), (5, 8, "And then we left."))


def test_without_a_translation_all_is_missing_and_wanted() -> None:
    lines = review(TALK, translation())
    assert [(each.original, each.state, each.text) for each in lines] == [
        ("Good morning.", "missing", ""), ("We stayed.", "missing", ""), ("And then we left.", "missing", ""),
    ]  # fmt: skip
    assert wanted(lines) == [0, 1, 2]


def test_what_reads_otherwise_by_now_is_translated_again_unless_a_person_wrote_it() -> None:
    kept = translation(
        line(0, 2, "Good mourning.", "Gute Trauer."),
        line(2.2, 5, "We strayed.", "Wir blieben.", "edited"),
        line(5, 8, "And then, we left", "Dann gingen wir."),
    )
    lines = review(TALK, kept)
    assert [each.is_outdated for each in lines] == [True, True, False]
    assert wanted(lines) == [0]
    assert [each.state for each in lines] == ["machine", "edited", "machine"]


def test_a_new_transcription_that_cuts_otherwise_keeps_each_translation_once() -> None:
    kept = translation(line(0, 5, "Good morning. We stayed.", "Guten Morgen. Wir blieben.", "edited"),
                       line(5, 6.4, "And then", "Und dann"), line(6.4, 8, "we left.", "gingen wir."))  # fmt: skip
    lines = review(TALK, kept)
    assert [(each.start, each.end, each.text) for each in lines] == [
        (0, 5, "Guten Morgen. Wir blieben."), (5, 8, "Und dann gingen wir."),
    ]  # fmt: skip
    assert lines[0].original == "Good morning. We stayed." and not any(each.is_outdated for each in lines)
    assert wanted(lines) == []


def test_an_edge_in_the_neighbour_does_not_join_lines() -> None:
    kept = translation(
        line(0.1, 2.4, "Good morning.", "Guten Morgen."), line(2.4, 5.2, "We stayed.", "Wir blieben.")
    )
    assert [each.text for each in review(TALK, kept)] == ["Guten Morgen.", "Wir blieben.", ""]


def test_speech_that_is_gone_takes_the_machines_line_along_but_not_a_persons() -> None:
    kept = translation(line(20, 22, "Noise.", "Lärm."), line(30, 32, "Bye.", "Tschüss.", "edited"))
    lines = review(TALK, kept)
    assert [(each.text, each.original, each.is_outdated) for each in lines[3:]] == [("Tschüss.", "", True)]


def test_a_line_whose_edge_touches_what_a_person_wrote_is_kept() -> None:
    mine = line(0.0, 2.1, "Good morning.", "Von Hand.", "edited")
    made = line(2.0, 5.0, "We stayed.", "Wir blieben.")
    both = add_lines(translation(mine), [line(0.5, 2.0, "morning", "Morgen"), made], "a-model").lines
    assert [(each.text, each.start, each.end) for each in both] == [
        ("Von Hand.", 0.0, 2.0), ("Wir blieben.", 2.0, 5.0),
    ]  # fmt: skip


def test_a_person_writes_confirms_hides_and_gives_a_line_back() -> None:
    kept = write_line(TALK, translation(line(0, 2, "Good morning.", "Guten Morgen.")), 1.0, "Guten Morgen.")
    assert kept.lines[0].state == "edited"
    kept = write_line(TALK, kept, 3.0, "  Wir  blieben. ")
    kept = write_line(TALK, kept, 5.0, "")
    assert [(each.text, each.state) for each in review(TALK, kept)] == [
        ("Guten Morgen.", "edited"), ("Wir blieben.", "edited"), ("", "edited"),
    ]  # fmt: skip
    assert wanted(review(TALK, kept)) == []
    assert wanted(forgotten(review(TALK, kept), [0.5])) == [0]
    assert write_line(TALK, kept, 99.0, "nobody") == kept


times = st.lists(st.integers(0, 300), min_size=2, max_size=16, unique=True).map(sorted)


def spans(edges: list[int]) -> list[tuple[float, float]]:
    return [(a / 10, b / 10) for a, b in zip(edges[::2], edges[1::2], strict=False)]


@given(times, times, st.data())
def test_however_speech_is_cut_again_lines_are_in_order_and_no_persons_text_is_lost(
    heard: list[int], told: list[int], data: st.DataObject
) -> None:
    lines = [
        line(a, b, f"o{i}", f"t{i}", data.draw(st.sampled_from(["machine", "edited"])))
        for i, (a, b) in enumerate(spans(told))
    ]
    talk = transcript(*((a, b, f"w{i}") for i, (a, b) in enumerate(spans(heard))))
    found = review(talk, translation(*lines))
    assert [each for one in found for each in one.original.split()] == [s.text for s in talk.segments]
    shown = [text for one in found for text in one.text.split()]
    assert len(shown) == len(set(shown))
    assert {each.text for each in lines if each.state == "edited"} <= set(shown)
    assert all(a.start <= b.start for a, b in pairwise(found))
    # What is put back in the place of all that was found leaves lines in order, none over another.
    fresh = [line(one.start, one.end, one.original, "new") for one in found if one.state != "edited"]
    merged = replace_lines(translation(*lines), fresh).lines
    assert all(a.end <= b.start for a, b in pairwise(merged))
    assert {each.text for each in lines if each.state == "edited"} <= {each.text for each in merged}
