"""The creative plan: stressed words and the hook line."""

from __future__ import annotations

from core.highlights.creative import plan_creative
from core.schema.clip import Wording
from core.schema.time import Cut, TimeSpan
from core.schema.transcript import Transcript
from tests.core.highlights.talk import INTERVIEW, spoken

TALK = spoken(*INTERVIEW)
WHOLE = Cut(ranges=(TimeSpan(start=0.0, end=TALK.segments[-1].end + 1),))


def stressed() -> list[str]:
    starts = set(plan_creative(WHOLE, TALK, Wording()).emphasised)
    return [word.text for word, _ in TALK.words() if word.start in starts]


def test_strong_words_are_stressed_and_few_of_all() -> None:
    found = stressed()
    assert {"terrified.", "biggest"} <= set(found)
    assert 0 < len(found) <= len(list(TALK.words())) / 5
    assert not {"the", "and", "you", "I", "Yeah."} & set(found)


def test_only_words_of_the_clip_are_stressed() -> None:
    part = Cut(ranges=(TimeSpan(start=5.0, end=20.0), TimeSpan(start=40.0, end=50.0)))
    starts = plan_creative(part, TALK, Wording()).emphasised
    assert starts and all(5 <= at < 20 or 40 <= at < 50 for at in starts)


def test_the_users_hook_wins_and_others_differ_from_the_first_caption() -> None:
    first = "Welcome to the show."
    assert plan_creative(WHOLE, TALK, Wording(hook="Mine", title="T"), hook="Other").hook == "Mine"
    assert plan_creative(WHOLE, TALK, Wording(), title="Four hundred dollars left", hook=first).hook.startswith(
        "Four"
    )
    assert plan_creative(WHOLE, TALK, Wording(), hook=first).hook == "Welcome to the show"
    long = plan_creative(WHOLE, TALK, Wording(title="word " * 40)).hook
    assert len(long) <= 60


def test_nothing_said_is_told() -> None:
    plan = plan_creative(WHOLE, Transcript(), Wording())
    assert plan.emphasised == () and plan.choices[0].degraded
