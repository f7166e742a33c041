"""A style against its brand's rules: fonts, colours, logo, words, and what measured pictures say."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from core.schema.brand import Reading, SaidText
from core.schema.style import Asset, BrandRules, CaptionStyle, HookStyle, LogoStyle, Style
from core.styles.brand import contrast, reading_findings, relative_luminance, rule_findings, word_findings
from core.styles.fields import with_value


def _style(brand: BrandRules, **parts: Any) -> Style:
    return Style(name="brand", version=1, brand=brand, **parts)


def _broken(findings: list[Any]) -> list[tuple[str, str]]:
    return [(each.what, each.where) for each in findings if not each.is_kept]


def test_without_rules_nothing_is_asked() -> None:
    assert rule_findings(_style(BrandRules())) == []
    assert word_findings(_style(BrandRules()), [_said("a", "anything")]) == []


def test_a_font_of_one_shape_alone_is_found() -> None:
    style = _style(BrandRules(font_families=("Inter", "Anton")))
    assert [each.is_kept for each in rule_findings(style)] == [True]
    wide = with_value(style, "captions", "font_families", ("Comic Sans", "Inter"), "16:9")
    assert _broken(rule_findings(wide)) == [("Comic Sans is not a font of the brand", "Captions in 16:9")]


def test_colours_count_where_they_are_painted() -> None:
    captions = CaptionStyle(colour="#FFFFFF", highlight=("box",), highlight_box_colour="#ff0000", outline=0.0)
    style = _style(BrandRules(colours=("#ffffff", "#7dd3fc")), captions=captions, hook=HookStyle(is_shown=False))
    assert _broken(rule_findings(style)) == [
        ("#ff0000 is not a colour of the brand", "Captions, highlight box"),
    ]
    kept = with_value(style, "captions", "highlight", ())
    assert [each.what for each in rule_findings(kept)] == ["All colours are of the brand"]
    see_through = with_value(style, "captions", "highlight_box_colour", "#ff000000")
    assert not _broken(rule_findings(see_through))


def test_the_logo_must_be_there_in_every_shape(tmp_path: Path) -> None:
    asset = Asset(name="images/logo.png", path=tmp_path / "logo.png", digest="0")
    style = _style(BrandRules(needs_logo=True))
    assert _broken(rule_findings(style)) == [("The logo is missing", "")]
    there = style.model_copy(update={"logo": LogoStyle(file="images/logo.png"), "assets": (asset,)})
    assert not _broken(rule_findings(there))
    hidden = with_value(there, "logo", "opacity", 0.0, "1:1")
    assert _broken(rule_findings(hidden)) == [("The logo is missing", "1:1")]


def _said(clip_id: str, text: str) -> SaidText:
    words = tuple((word, number * 0.5) for number, word in enumerate(text.split()))
    return SaidText(clip_id=clip_id, title="Clip", place="captions", words=words)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("This is cheap stuff", [1.0]),
        ("CHEAP, cheaper, cheap", [0.0, 1.0]),
        ("It is a cheapskate", []),
        ("you get money back today", [1.0]),
        ("money. Back", []),
        ("das ist Größe", [1.0]),
    ],
)
def test_banned_words_are_found_whole_and_phrases_across_words(text: str, found: list[float]) -> None:
    style = _style(BrandRules(banned_words=("cheap", "money back", "GRÖẞE".lower(), " ")))
    findings = word_findings(style, [_said("c1", text)])
    assert [each.at for each in findings if not each.is_kept] == found
    assert all(each.clip_id == "c1" for each in findings if not each.is_kept)


def test_many_findings_are_told_as_a_few() -> None:
    style = _style(BrandRules(banned_words=("no",)))
    findings = word_findings(style, [_said("c", " ".join(["no"] * 40))])
    assert len(findings) == 13 and findings[-1].what == "28 more like these"


def _reading(ratio: float, is_inside: bool = True) -> Reading:
    return Reading(
        clip_id="c", title="Clip", aspect="1:1", at=2.0, what="captions", contrast=ratio, is_inside=is_inside
    )


def test_pictures_are_judged_by_the_brands_least_contrast() -> None:
    style = _style(BrandRules(least_contrast=4.5))
    weak, kept = reading_findings(style, [_reading(5.0), _reading(2.1), _reading(4.5)])
    assert weak.what == "Letters of captions stand out 2.1 : 1, less than 4.5 : 1"
    assert (weak.clip_id, weak.at, weak.where) == ("c", 2.0, "“Clip” in 1:1")
    assert kept.rule == "zone" and kept.is_kept
    contrast_kept, outside = reading_findings(style, [_reading(5.0, is_inside=False)])
    assert contrast_kept.is_kept and not outside.is_kept
    assert reading_findings(style, []) == []


def test_contrast_is_that_of_wcag() -> None:
    white, black = relative_luminance(1, 1, 1), relative_luminance(0, 0, 0)
    assert contrast(white, black) == pytest.approx(21.0)
    assert contrast(black, white) == pytest.approx(21.0)
    # The grey that WCAG's own examples call just enough on white.
    grey = relative_luminance(*[0x76 / 255] * 3)
    assert contrast(white, grey) == pytest.approx(4.54, abs=0.01)
