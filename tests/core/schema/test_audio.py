"""A plan for one loudness is the plan for another, but for the gain between them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.schema.audio import MAX_GAIN_DB, AudioPlan, gain_to

targets = st.floats(-40, -5)


@given(measured=st.floats(-70, 0), wish=st.floats(-30, 12), first=targets, second=targets)
def test_a_plan_for_another_target_is_as_if_made_for_it(measured, wish, first, second):
    plan = AudioPlan(target_lufs=first, measured_lufs=measured, gain_db=gain_to(first, measured) + wish)
    aimed = plan.aimed_at(second, -2.0)
    assert (aimed.target_lufs, aimed.peak_limit_dbtp) == (second, -2.0)
    assert aimed.gain_db == pytest.approx(gain_to(second, measured) + wish)
    assert aimed.gain_db <= MAX_GAIN_DB + wish + 1e-9
    assert aimed.aimed_at(first, -1.0).gain_db == pytest.approx(plan.gain_db)


def test_speech_of_usual_level_reaches_its_target():
    plan = AudioPlan(measured_lufs=-23.0, gain_db=gain_to(-14.0, -23.0))
    assert plan.aim_lufs == -14.0
    assert plan.aimed_at(-16.0, -1.5).aim_lufs == -16.0


def test_silence_is_not_amplified():
    aimed = AudioPlan().aimed_at(-23.0, -1.0)
    assert aimed.gain_db == 0.0 and aimed.aim_lufs is None
