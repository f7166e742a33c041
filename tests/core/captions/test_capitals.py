"""Capitals as readers of each language write them."""

from __future__ import annotations

import pytest

from core.captions.capitals import capitals, is_turkic


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Straße", "STRASSE"),
        ("this", "THIS"),
        ("Ελλάδα είναι", "ΕΛΛΑΔΑ ΕΙΝΑΙ"),
        ("προϊόν", "ΠΡΟΪΟΝ"),
        ("თბილისი", "თბილისი"),
        ("مرحبا 今日", "مرحبا 今日"),
        ("élève", "ÉLÈVE"),
    ],
)
def test_capitals(text: str, shown: str) -> None:
    assert capitals(text) == shown


def test_turkish_keeps_the_dot_of_its_i() -> None:
    assert is_turkic(["bir", "kapı"])
    assert not is_turkic(["this", "Straße"])
    assert capitals("istiyorum kapı", turkic=True) == "İSTİYORUM KAPI"
