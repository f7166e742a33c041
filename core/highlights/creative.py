"""The creative plan of one clip: which words are stressed, and the line shown over its first seconds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from core.captions.emoji import pick_emoji
from core.highlights.emphasis import pick_emphasis
from core.highlights.language import plain
from core.highlights.lexicon import lexicon_for
from core.highlights.titles import headline
from core.lexicon import guess_language
from core.schema.caption import CreativePlan, EmojiMark
from core.schema.choice import Choice
from core.schema.clip import Wording
from core.schema.time import Cut
from core.schema.transcript import Transcript, Word

HOOK_LENGTH = 60


def plan_creative(
    cut: Cut,
    transcript: Transcript,
    wording: Wording,
    language: str = "",
    title: str = "",
    hook: str = "",
) -> CreativePlan:
    """Return the creative plan of a clip.

    Args:
        cut: What the clip shows of the source.
        transcript: What is said.
        wording: The user's title and hook line, which win over everything proposed.
        language: The transcript's language if it does not say.
        title: The candidate's title, used where the user gave none.
        hook: The candidate's hook line, used where the user gave none.
    """
    words = list(_shown(cut, transcript))
    everywhere = Counter(plain(word.text) for word, _ in transcript.words())
    spoken = transcript.language or language
    lexicon = lexicon_for(spoken, [word.text for word in words])
    stressed = _wanted(words, wording) or pick_emphasis(words, lexicon, everywhere)
    choices: tuple[Choice, ...] = ()
    if not words:
        reason = "Nothing is said in this clip, so it has no captions to stress."
        choices = (Choice(subject="captions", chosen="none", reason=reason, degraded=True),)
    return CreativePlan(
        hook=_hook(words, wording, title, hook),
        emphasised=tuple(word.start for word in stressed),
        emoji=_emoji(words, stressed, cut, spoken),
        choices=choices,
    )


def _emoji(words: list[Word], stressed: list[Word], cut: Cut, language: str) -> tuple[EmojiMark, ...]:
    """Return the emoji of a clip by the words they go with, whether the style shows them or not."""
    texts = [word.text for word in words]
    starts = [cut.to_clip_time((word.start + word.end) / 2) or 0.0 for word in words]
    strong = {index for index, word in enumerate(words) if word in stressed}
    found = pick_emoji(texts, starts, language or guess_language(texts), strong)
    return tuple(EmojiMark(at=words[index].start, emoji=emoji) for index, emoji in found)


def _wanted(words: list[Word], wording: Wording) -> list[Word]:
    """Return the words that were chosen for this clip, each time they are said."""
    wanted = {plain(word) for word in wording.stressed} - {""}
    return [word for word in words if plain(word.text) in wanted]


def _shown(cut: Cut, transcript: Transcript) -> Iterator[Word]:
    for word, _ in transcript.words():
        if cut.to_clip_time((word.start + word.end) / 2) is not None and word.text.strip():
            yield word


def _hook(words: list[Word], wording: Wording, title: str, hook: str) -> str:
    """Return the hook line: the user's; else one that differs from the first caption, if there is one."""
    if wording.hook.strip():
        return wording.hook.strip()
    first = _letters(" ".join(word.text for word in words[:12]))
    proposed = [line for line in (hook, wording.title, title) if line.strip()]
    lines = [headline(line, length=HOOK_LENGTH) for line in proposed]
    for line in lines:
        if not first.startswith(_letters(line)):
            return line
    return lines[0] if lines else ""


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.lower()))
