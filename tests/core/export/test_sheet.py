"""Contact sheets: whatever a run says is data in them, and only answers of the same run come back."""

from __future__ import annotations

import base64
import html
import io
import json
import re
from collections.abc import Mapping, Sequence
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import ExportError
from core.export import sheet
from core.export.sheet_words import LANGUAGES, USUAL, words, written_in
from core.schema.clip import Clip, Decision, Wording
from core.schema.plan import Axis, AxisScore
from core.schema.sheet import ENGLISH, SheetLanguage
from core.schema.time import Cut, TimeSpan

HOSTILE = "</script><script>alert(1)</script><!--films-->{{title}}{title} & \"'` \u2028 مرحبا 🔥"


def clip(number: int = 0, title: str = "I was broke", notes: str = "") -> Clip:
    return Clip(
        id=f"c{number}",
        run_id="r1",
        cut=Cut(ranges=(TimeSpan(start=10.0, end=22.5),)),
        wording=Wording(title=title),
        notes=notes,
        score=81.6,
        reason="Opens strongly.",
        axes={
            "hook": AxisScore(score=88.4, evidence=("broke",)),
            "visual": AxisScore(score=None),
        },
    )


class Scripts(HTMLParser):
    """Collects what script elements hold, by their ids."""

    def __init__(self) -> None:
        super().__init__()
        self.found: dict[str, str] = {}
        self.count = 0
        self._name: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "script":
            self.count += 1
            self._name = dict(attrs).get("id") or "code"

    def handle_endtag(self, tag: str) -> None:
        if tag == "script":
            self._name = None

    def handle_data(self, data: str) -> None:
        if self._name:
            self.found[self._name] = self.found.get(self._name, "") + data


def page_of(
    clips: Sequence[Clip],
    folder: Path,
    title: str = "Episode 12",
    film: bytes = b"film",
    language: SheetLanguage = ENGLISH,
    speaker: str = "Ana",
) -> str:
    movie, poster = folder / "film.mp4", folder / "film.jpg"
    movie.write_bytes(film)
    poster.write_bytes(b"poster")
    shown = [sheet.SheetClip(each, f"what {each.wording.title} says", speaker, movie, poster) for each in clips]
    stream = io.BytesIO()
    sheet.write(stream, sheet.SheetPage("r1", title, date(2026, 11, 29), shown, language))
    return stream.getvalue().decode()


def written(clips: Sequence[Clip], folder: Path, title: str = "Episode 12", film: bytes = b"film") -> Scripts:
    scripts = Scripts()
    scripts.feed(page_of(clips, folder, title, film))
    return scripts


def test_a_sheet_holds_all_that_it_shows(tmp_path: Path) -> None:
    film = bytes(range(256)) * 2000
    found = written([clip(0), clip(1, "The one rule")], tmp_path, film=film).found
    told = json.loads(found["data"])
    assert (told["run"], told["title"], told["made_on"]) == ("r1", "Episode 12", "2026-11-29")
    first = told["clips"][0]
    assert (first["title"], first["score"], first["seconds"]) == ("I was broke", 82, 12.5)
    assert first["axes"] == [{"name": "hook", "score": 88, "evidence": "broke"}]
    assert base64.b64decode(found["film-1"], validate=True) == film
    assert base64.b64decode(found["poster-0"], validate=True) == b"poster"


@given(st.text(max_size=200))
def test_no_text_gets_out_of_its_place(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    folder = tmp_path_factory.mktemp("sheet")
    plain = written([clip()], folder)
    for title in (text, HOSTILE + text):
        scripts = written([clip(title=title, notes=title)], folder, title=title)
        assert scripts.count == plain.count
        told = json.loads(scripts.found["data"])
        assert (told["title"], told["clips"][0]["title"], told["clips"][0]["notes"]) == (title, title, title)


def test_a_sheet_asks_nothing_of_a_network(tmp_path: Path) -> None:
    written([clip()], tmp_path)
    page = sheet.resource("sheet/sheet.html").read_text(encoding="utf-8")
    assert "default-src 'none'" in page
    assert not re.search(r"""(src|href)\s*=\s*["']?(https?:)?//|@import|fetch\(|XMLHttpRequest""", page)


_TEMPLATE = sheet.resource("sheet/sheet.html").read_text(encoding="utf-8")
_PLACES = re.compile(r"\{\{(\w+)\}\}|\bwords\.(\w+)")
# Those that every page has, whatever its language.
_NO_WORDS = {"lang"}


def flat(table: Mapping[str, Any]) -> dict[str, str]:
    """Return words by their names, those of a table within the table as well."""
    tables = {name: inner for name, inner in table.items() if isinstance(inner, dict)}
    return {name: word for name, word in table.items() if name not in tables} | {
        f"{name}.{each}": word for name, inner in tables.items() for each, word in inner.items()
    }


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_word_of_the_page_is_in_the_table_of_each_language_and_no_other(code: str) -> None:
    table, usual = words(code), flat(words(USUAL))
    assert {one or other for one, other in _PLACES.findall(_TEMPLATE)} - _NO_WORDS == set(table) - {"speaker"}
    assert set(table["decisions"]) == set(get_args(Decision))
    assert set(table["axes"]) == set(get_args(Axis))
    said = flat(table)
    assert set(said) == set(usual)
    for name, word in said.items():
        fields, wanted = (sorted(re.findall(r"\{\w+\}", each)) for each in (word, usual[name]))
        assert word.strip() and fields == wanted, name
    assert said["save"] in said["send_back"], "it names the button"


def test_the_languages_are_those_of_the_tables_there_and_others_are_english() -> None:
    assert {file.stem for file in sheet.resource("sheet").glob("*.toml")} == set(LANGUAGES)
    assert words("tlh") == words(USUAL) and written_in("tlh") == USUAL


def test_no_word_stands_in_the_page_itself() -> None:
    shown = re.sub(r"<(style|script)\b.*?</\1>|<[^>]*>|\{\{\w+\}\}|&\w+;", " ", _TEMPLATE, flags=re.DOTALL)
    assert set(re.findall(r"[^\W\d_]+", shown)) == {"A", "M", "X"}
    assert 'lang="{{lang}}"' in _TEMPLATE
    assert not re.findall(r"""(?:placeholder|aria-label|title|alt)="(?!\{\{)""", _TEMPLATE)


def test_a_german_page_says_nothing_in_english(tmp_path: Path) -> None:
    def in_german(text: str) -> str:
        return {"Opens strongly.": "Beginnt stark."}[text]

    def from_words(axis: str, evidence: tuple[str, ...]) -> str:
        return f"aus {axis}: {', '.join(evidence)}"

    german = SheetLanguage("de", in_german, from_words)
    page = page_of([clip()], tmp_path, language=german, speaker="Speaker 2")
    assert '<html lang="de">' in page and "<title>Episode 12 – Clips</title>" in page
    english = flat(words(USUAL))
    for name, word in flat(words("de")).items():
        if "{" not in word and name.partition(".")[0] not in ("decisions", "axes"):
            assert html.escape(word) in page, name
    for name, word in english.items():
        if "{" not in word and " " in word:
            assert html.escape(word) not in page, name
    scripts = Scripts()
    scripts.feed(page)
    told = json.loads(scripts.found["data"])
    assert told["words"] == words("de")
    assert (told["clips"][0]["reason"], told["clips"][0]["speaker"]) == ("Beginnt stark.", "Sprecher 2")
    assert told["clips"][0]["axes"][0]["evidence"] == "aus hook: broke"
    assert told["kind"] == sheet.KIND, "answers are the same in every language"


def answers(*given: dict[str, object], run: str = "r1", kind: str = sheet.KIND) -> bytes:
    return json.dumps({"kind": kind, "run": run, "by": "  Ana \n B ", "clips": given}).encode()


def test_answers_are_compared_with_the_clips_as_they_are() -> None:
    clips = [clip(0), clip(1, notes="as it was"), clip(2), clip(3, notes="old")]
    found = sheet.read(
        answers(
            {"id": "c0", "decision": "approved", "notes": " cut the end\n"},
            {"id": "c1", "decision": "undecided", "notes": "as it was"},
            {"id": "c2", "decision": "rejected", "notes": ""},
            {"id": "c3", "decision": "undecided", "notes": ""},
            {"id": "gone", "decision": "approved", "notes": ""},
        ),
        "r1",
        clips,
        Path("a.json"),
    )
    assert found.by == "Ana B"
    assert [(c.clip_id, c.decision, c.notes) for c in found.changes] == [
        ("c0", "approved", "cut the end"),
        ("c2", "rejected", None),
        ("c3", None, ""),
    ]
    assert [change.words for change in found.changes] == [
        "“I was broke”: approved, was not decided; note “cut the end”",
        "“I was broke”: rejected, was not decided",
        "“I was broke”: note removed",
    ]
    assert (found.unchanged, found.told) == (1, ("One clip of the sheet is gone.",))


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "no file of decisions"),
        (b"[1, 2]", "no file of decisions"),
        (b"\xff\xfe{", "no file of decisions"),
        (answers(kind="something else"), "no file of decisions"),
        (answers({"id": "c0", "decision": "perhaps"}), "no file of decisions"),
        (answers({"id": "c0", "decision": "approved", "notes": "x" * 30_000}), "no file of decisions"),
        (b"[" * 100_000, "no file of decisions"),
        (answers(run="r2"), "of another run"),
    ],
)
def test_what_is_no_answer_of_this_run_is_refused(content: bytes, reason: str) -> None:
    with pytest.raises(ExportError, match=reason) as raised:
        sheet.read(content, "r1", [clip()], Path("a.json"))
    assert raised.value.remedy
