"""The index: what is put in is found, in any script, and what is taken out is not."""

import sqlite3

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from core.errors import Cancelled
from core.schema.search import Line, SearchFilters
from core.search.index import IndexDamaged, IndexWriter, connect_for_reading
from core.search.passages import MOST_WORDS, passages
from core.search.tokens import tokens, words
from tests.core.search.search_kit import Shelf, said
from tests.slices import examples


@pytest.fixture
def shelf(tmp_path):
    return Shelf(tmp_path)


WORLD = (
    "We ran out of money in March.",
    "Das Geld war weg, über Nacht.",
    "お金がなくなった",
    "Мы потеряли все деньги в марте.",
    "نفد المال في شهر مارس",
    "נגמר לנו הכסף במרץ",
    "मार्च में हमारा पैसा खत्म हो गया",
    "เงินของเราหมดในเดือนมีนาคม",
    "三月我们的钱用完了",
    "Os preços subiram à noite, não é?",
)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("mon mar", 0),
        ("uber", 1),
        ("GELD", 1),
        ("なくな", 2),
        ("金", 2),
        ("деньги", 3),
        ("потер", 3),
        ("المال", 4),
        ("הכסף", 5),
        ("पैसा", 6),
        ("เดือน", 7),
        ("我们的钱", 8),
        ("precos nao", 9),
        ('"ran out of"', 0),
        ('"我们的"', 8),
    ],
)
def test_words_beginnings_and_phrases_are_found_in_any_script(shelf, typed, expected):
    shelf.put(**{f"s{place}": [line] for place, line in enumerate(WORLD)})
    assert [hit.source_id for hit in shelf.find(typed).hits] == [f"s{expected}"]


def test_phrases_are_exact_and_may_run_over_from_a_passage_into_the_next(shelf):
    filler = "and so on " * 18
    shelf.put(a=[f"{filler} the tax on.", "Sugar came late."], b=["the sugar tax", "on tea"])
    assert len(list(passages(said("a", [filler, "x" * 3 + " y" * 20]).lines))) == 2
    assert shelf.texts('"sugar tax"') == ["the sugar tax"]
    assert [hit.source_id for hit in shelf.find('"the tax on sugar"').hits] == ["a"]
    assert shelf.find('"tax the"').is_loose and not shelf.find('"the tax on sugar"').is_loose


def test_exceptions_and_filters_narrow(shelf):
    shelf.put(
        one=[("Anna", "Coal is cheap"), ("Ben", "Coal is dirty")],
        two=[("Anna Maria", "Coal and gas"), ("", "Wind")],
    )
    assert shelf.texts("coal -dirty -gas") == ["Coal is cheap"]
    assert sorted(shelf.texts("coal speaker:anna")) == ["Coal and gas", "Coal is cheap"]
    assert shelf.texts("speaker:ben") == ["Coal is dirty"]
    assert shelf.texts("speaker:!!") == []
    spans = {"one": ((2.0, 4.0),), "two": ()}
    assert [hit.text for hit in shelf.find("coal", spans=spans).hits] == ["Coal is dirty"]
    assert not shelf.find("coal", filters=SearchFilters(language="de")).hits


def test_the_matching_words_are_marked_and_timed(shelf):
    marks = ((0, 10.0), (5, 11.0), (9, 12.5))
    writer = IndexWriter(shelf.path)
    line = Line(start=10.0, end=14.0, speaker="Anna", text="Coal für Über-Morgen", marks=marks)
    writer.put(said("a", []).model_copy(update={"lines": (line,)}))
    writer.close()
    shelf.sources["a"] = 0.0
    (hit,) = shelf.find("uber").hits
    assert [hit.text[a:b] for a, b in hit.marks] == ["Über"]
    assert (hit.at, hit.start, hit.end, hit.speaker) == (12.5, 10.0, 14.0, "Anna")
    assert shelf.marked("fur coal") == [["Coal", "für"]]
    shelf.put(b=["三月我们的钱用完了"])
    assert shelf.marked("我们") == [["我们"]]
    assert shelf.marked("钱") == [["钱"]]


def test_other_spellings_are_shown_where_a_word_is_said_nowhere(shelf):
    shelf.put(a=["Kubernetes is hard", "kubernetes again", "a cat"])
    found = shelf.find("kuberneets")
    assert [(each.word, each.near) for each in found.respelled] == [("kuberneets", ("kubernetes",))]
    assert found.hits and not shelf.find('"kuberneets"').hits
    assert not shelf.find("bat").hits  # too short to be guessed
    assert shelf.texts("cet~") == ["a cat"]


def test_words_that_are_never_together_are_found_apart(shelf):
    shelf.put(a=["coal is cheap"], b=["wind is free"])
    found = shelf.find("coal wind")
    assert found.is_loose and {hit.source_id for hit in found.hits} == {"a", "b"}
    assert not shelf.find("coal unheardofword").hits or shelf.find("coal unheardofword").is_loose


def test_whole_words_close_together_go_first(shelf):
    shelf.put(
        a=["A tax is a thing, and the climate is another thing altogether, they say."],
        b=["The climate tax works."],
        c=["Taxonomies of climates"],
    )
    assert [hit.source_id for hit in shelf.find("climate tax").hits] == ["b", "a", "c"]


def test_long_lines_are_shortened_around_the_match(shelf):
    shelf.put(a=[("so it goes " * 60) + "needle here " + ("and on it goes " * 60)])
    (hit,) = shelf.find("needle").hits
    assert len(hit.text) < 340 and [hit.text[a:b] for a, b in hit.marks] == ["needle"]


def test_passages_end_where_somebody_else_talks_or_is_long_silent():
    lines = [
        Line(start=0, end=1, speaker="A", text="one"),
        Line(start=1, end=2, speaker="A", text="two"),
        Line(start=2, end=3, speaker="B", text="three"),
        Line(start=9, end=10, speaker="B", text="four"),
        Line(start=10, end=20, speaker="B", text="word " * MOST_WORDS),
    ]
    assert [p.text.strip()[:8] for p in passages(lines)] == ["one\ntwo", "three", "four", "word wor"]


def test_a_source_that_is_put_again_or_removed_leaves_nothing_behind(shelf):
    shelf.put(a=["old words"], b=["other"])
    shelf.put(a=["new words"])
    assert shelf.texts("old") == [] and shelf.texts("new") == ["new words"]
    shelf.remove("a")
    shelf.remove("b")
    assert shelf.texts("words") == [] and shelf.find("wards").respelled == ()
    assert not any("other" in str(part) for part in contents(shelf))


def test_a_stopped_indexing_leaves_what_was_there(shelf):
    shelf.put(a=["old words"])
    writer = IndexWriter(shelf.path)

    def stop():
        raise Cancelled("Stopped.")

    with pytest.raises(Cancelled):
        writer.put(said("a", ["new words"]), stop)
    writer.close()
    assert shelf.texts("words") == ["old words"]


def test_a_damaged_index_or_one_of_another_version_is_made_anew(shelf):
    shelf.put(a=["words"])
    data = bytearray(shelf.path.read_bytes())
    data[4096:] = b"\x55" * (len(data) - 4096)
    shelf.path.write_bytes(data)
    with pytest.raises(IndexDamaged):
        shelf.find("words")
    shelf.put(b=["new"])
    assert shelf.texts("new") == ["new"]
    shelf.path.write_bytes(b"no database at all " * 1000)
    shelf.put(c=["again"])
    assert shelf.texts("again") == ["again"]
    db = sqlite3.connect(shelf.path)
    db.execute("pragma user_version = 99")
    db.close()
    with pytest.raises(IndexDamaged):
        connect_for_reading(shelf.path)
    shelf.put(d=["more"])
    assert shelf.texts("more") == ["more"] and shelf.texts("again") == []


def contents(shelf):
    """What the index holds, without the numbers that depend on the order in which it came in."""
    db = shelf.memory.connection if shelf.memory else sqlite3.connect(shelf.path)
    db.execute("create virtual table if not exists temp.seen using fts5vocab('main', 'searched', 'instance')")
    passages_of = dict(
        db.execute(
            "select passages.id, source_id || ':' || start from passages join sources on number = source"
        ).fetchall()
    )
    terms = sorted(
        (term if col != "source" else "", passages_of[doc], col, offset)
        for term, doc, col, offset in db.execute("select term, doc, col, offset from temp.seen")
    )
    rows = db.execute(
        'select source_id, start, "end", speaker, text, times from passages join sources on number = source'
    ).fetchall()
    spelled = db.execute("select * from vocabulary order by word").fetchall()
    known = db.execute("select source_id, digest, language from sources order by source_id").fetchall()
    if not shelf.memory:
        db.close()
    return terms, sorted(rows), spelled, known


LETTERS = "abcdeéßöабвйأبתשकिाกัข日本語の"
word = st.text(alphabet=LETTERS, min_size=1, max_size=12)
line = st.lists(word, min_size=1, max_size=8).map(" ".join)
texts = st.lists(st.lists(line, min_size=1, max_size=6), min_size=1, max_size=4)
quick = examples(few=20, many=2000)


@quick
@given(texts=texts, data=st.data())
def test_every_word_is_found_by_itself_its_beginning_and_nearly_itself(texts, data):
    shelf = Shelf()
    shelf.put(**{f"s{place}": lines for place, lines in enumerate(texts)})
    place = data.draw(st.integers(0, len(texts) - 1))
    said_words = data.draw(st.sampled_from(texts[place])).split()
    chosen = data.draw(st.sampled_from(said_words))
    assume(words(chosen))

    def is_found(typed):
        return f"s{place}" in {hit.source_id for hit in shelf.find(typed).hits}

    assert is_found(chosen) and is_found(f'"{chosen}"') and is_found(chosen.upper() + "~")
    begun = chosen[: data.draw(st.integers(1, len(chosen)))]
    if words(begun):
        assert is_found(begun)
    parts = [token.text for token in tokens(chosen)]
    if len(parts) == 1 and len(parts[0]) >= 4:
        at = data.draw(st.integers(0, len(parts[0]) - 1))
        changed = parts[0][:at] + "q" + parts[0][at + 1 :]
        assert is_found(changed + "~") and is_found(changed)


@quick
@given(texts=texts, again=texts, data=st.data())
def test_an_index_that_was_kept_equals_one_made_anew(texts, again, data):
    kept, anew = Shelf(), Shelf()
    there = {f"s{place}": lines for place, lines in enumerate(texts)}
    kept.put(**there)
    for lines in again:
        name = data.draw(st.sampled_from(["s0", "s1", "new"]))
        if data.draw(st.booleans()):
            kept.put(**{name: lines})
            there[name] = lines
        else:
            kept.remove(name)
            there.pop(name, None)
    anew.put(**there)
    assert contents(kept) == contents(anew)


@quick
@given(typed=st.text(max_size=80) | st.text(alphabet='"-*~:()^{} aANDORNOTnear,+', max_size=60))
def test_hostile_questions_are_answered(typed):
    shelf = Shelf()
    shelf.put(a=["and or not near", "plain words"])
    found = shelf.find(typed, limit=10)
    assert len(found.hits) <= 10
