"""Pages beside the picture's cuts, in whole lines, fast and slow; and how long each is on screen."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.captions.cue_times import FLICKER, HOLD, LONGEST_LEAD, LONGEST_LINGER, SHORTEST_CUE, page_times
from core.captions.cues import build_cues
from core.captions.pages import NEAR_CUT
from core.captions.phrasing import break_cost
from core.captions.qt import ensure_gui
from core.captions.reading import reading_seconds
from core.captions.typeset import caption_font, set_block
from core.captions.words import CaptionWord
from core.schema.caption import CaptionCue
from core.schema.style import CaptionStyle

WORDS = CaptionStyle()
LINES = CaptionStyle(max_words=12, size=26.0)


def spoken(text: str, seconds: float = 0.3, start: float = 0.0) -> list[CaptionWord]:
    return [CaptionWord(w, start + i * seconds, start + (i + 1) * seconds) for i, w in enumerate(text.split())]


def pages(cues: tuple[CaptionCue, ...]) -> list[str]:
    return [" ".join(word.text for word in cue.words) for cue in cues]


def pages_of(text: str, style: CaptionStyle = LINES, seconds: float = 0.3) -> list[str]:
    return pages(build_cues(spoken(text, seconds), style, 600.0))


def test_a_page_ends_at_the_word_next_to_a_cut() -> None:
    words = spoken("men sold food men sold food")
    assert pages(build_cues(words, WORDS, 9.0)) == ["men sold food", "men sold food"]
    assert pages(build_cues(words, WORDS, 9.0, [0.65])) == ["men sold", "food men sold food"]
    slow = spoken("men sold everything", 1.2)
    assert pages(build_cues(slow, WORDS, 9.0, [1.8])) == ["men sold everything"]


@pytest.mark.parametrize("cut", [0.3, 1.5])
def test_no_word_is_left_alone_for_a_cut(cut: float) -> None:
    words = spoken("men sold food men sold food")
    assert all(len(page.split()) > 1 for page in pages(build_cues(words, WORDS, 9.0, [cut])))


def test_a_cut_splits_no_number_and_makes_no_blink() -> None:
    words = spoken("it cost four hundred dollars then")
    assert "four hundred dollars" in " | ".join(pages(build_cues(words, WORDS, 9.0, [0.9])))
    fast = spoken("men sold food men sold", 0.12)
    assert pages(build_cues(fast, CaptionStyle(max_words=5), 9.0, [0.24])) == ["men sold food men sold"]


def test_a_page_does_not_stay_over_a_cut_in_a_pause() -> None:
    words = [*spoken("men sold food"), *spoken("and then home", start=1.35)]
    apart = CaptionStyle(max_words=3)
    closed = build_cues(words, apart, 9.0)
    assert closed[0].end == closed[1].start == pytest.approx(1.35)
    at_cut = build_cues(words, apart, 9.0, [1.2])
    assert at_cut[0].end == at_cut[1].start == pytest.approx(1.2)
    early = build_cues(words, apart, 9.0, [0.95])
    assert (early[0].end, early[1].start) == (pytest.approx(0.95), pytest.approx(1.35))


def test_gaps_are_kept_where_a_style_says_so_but_for_flicker() -> None:
    words = [*spoken("men sold food"), *spoken("and then home", start=1.3)]
    kept = build_cues(words, CaptionStyle(max_words=3, gaps="kept"), 9.0)
    assert (kept[0].end, kept[1].start) == (pytest.approx(0.9 + HOLD), pytest.approx(1.3))
    near = [*words[:3], *spoken("and then home", start=0.9 + HOLD + FLICKER / 2)]
    touching = build_cues(near, CaptionStyle(max_words=3, gaps="kept"), 9.0)
    assert touching[0].end == touching[1].start


def test_what_is_said_fast_stays_longer_where_nobody_talks() -> None:
    (fast,) = build_cues(spoken("extraordinarily complicated arrangements", 0.3), WORDS, 9.0)
    text = "extraordinarily complicated arrangements"
    assert fast.end == pytest.approx(min(reading_seconds(text), 0.9 + LONGEST_LINGER))
    assert fast.end > 0.9 + HOLD


def test_a_short_page_gets_of_the_gap_before_it_what_the_page_before_can_spare() -> None:
    words = [*spoken("men sold food here", 0.4), CaptionWord("No.", 2.0, 2.1, "B"), *spoken("So", start=2.1)]
    first, answer, _ = build_cues(words, WORDS, 9.0)
    assert first.end == answer.start == pytest.approx(2.0 - LONGEST_LEAD)
    assert answer.end - answer.start == pytest.approx(0.1 + LONGEST_LEAD)


def test_sentences_that_flash_by_share_a_page() -> None:
    assert pages_of("Yes. No. Right. Good.", WORDS, 0.15) == ["Yes. No. Right.", "Good."]
    assert pages_of("Yes. No. Right. Good.", WORDS, 0.5) == ["Yes.", "No.", "Right.", "Good."]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "I've been hearing about it on every single podcast that I listened to, like the one with Tim.",
            ["I've been hearing about it on every single podcast", "that I listened to, like the one with Tim."],
        ),
        (
            "Wir haben das Haus verkauft, weil wir das Geld für die neue Firma gebraucht haben.",
            ["Wir haben das Haus verkauft,", "weil wir das Geld für die neue Firma gebraucht haben."],
        ),
        ("She said no. Then we all went home again.", ["She said no.", "Then we all went home again."]),
    ],
)  # fmt: skip
def test_whole_lines_break_at_phrases(text: str, expected: list[str]) -> None:
    assert pages_of(text) == expected


def test_where_a_line_breaks_well() -> None:
    words = ["She", "met", "Tom", "Atlee", "in", "the", "house,", "and", "we", "left"]
    costs = [break_cost(words, index) for index in range(len(words))]
    assert costs[words.index("house,")] == costs[-1] == 0.0
    assert costs[words.index("the")] > costs[words.index("in")] > costs[words.index("met")]
    assert costs[words.index("Tom")] > costs[words.index("met")] > costs[words.index("Atlee")]


def test_reading_takes_longer_where_letters_say_more() -> None:
    assert reading_seconds("x" * 20) == pytest.approx(1.0)
    assert reading_seconds("今天天气很好我们") == pytest.approx(8 / 9)
    assert reading_seconds("今日はいい天気") == pytest.approx(7 / 4)
    assert reading_seconds("오늘은 날씨가") > reading_seconds("abc defg")
    assert reading_seconds("") == 0.0


@st.composite
def said_pages(draw: st.DrawFn) -> tuple[list[list[CaptionWord]], float]:
    at, made = 0.0, []
    for _ in range(draw(st.integers(1, 12))):
        at += draw(st.sampled_from([0.0, 0.05, 0.15, 0.3, 0.45, 0.8, 2.0]))
        length = draw(st.sampled_from([0.05, 0.2, 0.6, 1.5, 3.0]))
        made.append(
            [CaptionWord(draw(st.sampled_from(["so", "we sold", "extraordinary things here"])), at, at + length)]
        )
        at += length
    return made, at + draw(st.sampled_from([0.0, 0.1, 2.0]))  # fmt: skip


@given(said_pages(), st.sampled_from(["closed", "kept"]), st.lists(st.integers(0, 200), max_size=8, unique=True))
def test_no_page_leaves_before_it_is_read_where_there_is_time(
    case: tuple[list[list[CaptionWord]], float], gaps: str, tenths: list[int]
) -> None:
    made, duration = case
    cuts = sorted(tenth / 10 for tenth in tenths)
    times = page_times(made, duration, "closed" if gaps == "closed" else "kept", cuts)
    starts = [page[0].start for page in made]
    for index, ((start, end), page) in enumerate(zip(times, made, strict=True)):
        until = starts[index + 1] if index + 1 < len(made) else duration
        least = max(SHORTEST_CUE, reading_seconds(page[0].text))
        room = min(until, page[-1].end + LONGEST_LINGER) - page[0].start
        lead = LONGEST_LEAD if index + 1 < len(made) else 0.0
        assert end - start >= min(least, room - lead) - 1e-6
    for (_, end), (start, _) in pairwise(times):
        assert start >= end
        assert start - end == 0.0 or start - end >= FLICKER - 1e-6


@given(st.lists(st.sampled_from(["men", "sold", "it", "food"]), min_size=4, max_size=20), st.integers(2, 50))
def test_a_page_over_a_cut_could_not_have_ended_there(words: list[str], tenth: int) -> None:
    cut = tenth / 10
    cues = build_cues(spoken(" ".join(words)), WORDS, 600.0, [cut])
    over = [cue for cue in cues if cue.words[0].start < cut - NEAR_CUT and cue.words[-1].end > cut + NEAR_CUT]
    # The cut is so near to where the speech begins or ends that a page up to it would be a word alone.
    assert not over or cut < 0.6 + NEAR_CUT or cut > 0.3 * len(words) - 0.6 - NEAR_CUT


def lines_of(text: str, room: float) -> list[str]:
    ensure_gui()
    words = text.split()
    block = set_block(words, caption_font(["Inter"], 800, text), 2, room)
    rows: list[list[str]] = [[] for _ in block.lines]
    for piece in block.pieces:
        middle = piece.rect.center().y()
        rows[next(i for i, line in enumerate(block.lines) if middle < line.bottom())].append(words[piece.word])
    return [" ".join(row) for row in rows]


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("The rule that saved us", ["The rule", "that saved us"]),
        ("they all went to the office", ["they all went", "to the office"]),
        ("Every single customer stayed.", ["Every single", "customer stayed."]),
        ("she met with Tom Atlee", ["she met", "with Tom Atlee"]),
    ],
)
def test_lines_break_at_phrases_where_both_fit(text: str, lines: list[str]) -> None:
    assert lines_of(text, 900.0) == lines


@pytest.mark.usefixtures("qapp")
def test_no_phrase_makes_type_smaller() -> None:
    # Beside "with" the name is too wide for this room: the worse break leaves the type as large as it is.
    assert lines_of("she met with Tom Atlee", 700.0) == ["she met with", "Tom Atlee"]
