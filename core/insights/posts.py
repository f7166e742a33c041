"""What to write beside a clip where it is posted: its own best sentences, and hashtags of what it is about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import numpy as np

from core.captions.masking import mask_line
from core.editing import describe, tag
from core.highlights.titles import headline
from core.insights.phrases import Phrase, find_phrases
from core.insights.summary import clarity
from core.insights.talk import Talk, read_talk
from core.schema.clip import Clip, Post
from core.schema.insights import TopicFound
from core.schema.time import Cut
from core.schema.transcript import Transcript, is_name

MOST_SENTENCES = 3
LONGEST_DESCRIPTION = 280
"""Characters, so that it fits everywhere (X takes no more) and is seen without a tap on "more"."""

FEWEST_TAGS, MOST_TAGS = 3, 6
_LONGEST_TAG = 28
_FIRST_LINE = 140
_TELLING, _RARE_RANK = 0.5, 1200
_SIGNALS = {"lesson": 0.7, "absolute": 0.4, "contrast": 0.5, "hook": 0.5, "second_person": 0.3, "emotion": 0.3}


def write_post(clip: Clip, transcript: Transcript, topics: Sequence[TopicFound] = ()) -> Post:
    """Return a clip's post: what the user wrote of it, and the machine's where that is empty.

    Args:
        clip: The clip.
        transcript: All of the source's, as corrected.
        topics: What the whole talk is about.
    """
    kept = clip.post
    # What nobody has read is not to be posted by itself.
    if (kept.description and kept.hashtags) or transcript.is_draft:
        return kept
    talk = read_talk(_shown(transcript, clip.cut))
    if not talk.sentences:
        return kept
    description = kept.description
    if not description:
        description = description_of(talk, clip.wording.title)
        if clip.wording.masks_profanity:
            description = mask_line(description, talk.table.lexicon.language)
    made = describe(clip, description)
    return tag(made, kept.hashtags or hashtags_of(talk, clip.cut, topics)).post


def description_of(talk: Talk, title: str) -> str:
    """Return up to three of the clip's sentences that can be read alone, in order, short enough for any post."""
    table = talk.table
    alone = np.array([talk.alone(i) for i in range(len(talk.sentences))])
    worth = (0.4 + sum(weight * np.minimum(1.0, table.column(name)) for name, weight in _SIGNALS.items())) * alone
    worth *= np.array([1.0 if talk.is_statement(i) else 0.4 for i in range(len(worth))])
    worth *= clarity(talk) * np.where(table.column("questions") > 0, 0.6, 1.0)
    # The first line is read by everybody, and a post begins where the clip does.
    worth *= np.linspace(1.3, 1.0, len(worth))
    chosen: list[int] = []
    room = LONGEST_DESCRIPTION
    for index in np.argsort(-worth, kind="stable"):
        text = talk.opened(int(index))
        is_new = not _letters(text).startswith(_letters(title)) or len(talk.sentences) == 1
        is_telling = alone[index] >= 0.5 and len(set(table.terms[index])) >= 2
        if is_new and is_telling and len(text) < room:
            chosen.append(int(index))
            room -= len(text) + 1
        if len(chosen) == MOST_SENTENCES:
            break
    if not chosen:
        return _first_line(talk)
    return ("" if talk.is_ideographic else " ").join(talk.opened(index) for index in sorted(chosen))


def _first_line(talk: Talk) -> str:
    best = max(range(len(talk.sentences)), key=lambda i: (talk.alone(i), len(set(talk.table.terms[i])), -i))
    return headline(talk.opened(best), talk.table, _FIRST_LINE)


def hashtags_of(talk: Talk, cut: Cut, topics: Sequence[TopicFound]) -> list[str]:
    """Return three to six hashtags: what the talk is about and the clip speaks of, then the clip's own names, then
    what the talk is about.
    """
    spoken_of = [topic for topic in topics if any(cut.to_clip_time(at) is not None for at in topic.times)]
    own = find_phrases(talk, fewest=1)
    named = [phrase for phrase in own if _is_own(phrase, talk)]
    found: dict[str, str] = {}
    for name in _names(spoken_of, named, talk):
        made = hashtag(name, talk.table.lexicon.stop_words)
        if made and not _is_part(made, found):
            found.setdefault(made.casefold(), made)
        if len(found) == MOST_TAGS:
            break
    for topic in topics:
        if len(found) >= FEWEST_TAGS:
            break
        if made := hashtag(topic.phrase, talk.table.lexicon.stop_words):
            found.setdefault(made.casefold(), made)
    for phrase in (each for each in own if len(each.key) > 1 or not each.key[0].endswith(("ed", "ing"))):
        if len(found) >= FEWEST_TAGS:
            break
        if made := hashtag(phrase.written, talk.table.lexicon.stop_words):
            found.setdefault(made.casefold(), made)
    return list(found.values())


def hashtag(phrase: str, stop_words: frozenset[str] = frozenset()) -> str:
    """Return a phrase as a hashtag, its words told apart by large letters; empty where it makes none."""
    words = [word for word in re.split(r"[^\w']+", phrase.replace("’", "'")) if word]
    words = [re.sub(r"'s?$|'", "", word) for word in words]
    if not words or all(word.lower() in stop_words for word in words) or not any(map(str.isalpha, phrase)):
        return ""
    # "iPhone" and "DNA" stay as they are written.
    parts = [word if word[1:] != word[1:].lower() else word[:1].upper() + word[1:] for word in words]
    made = "#" + "".join(parts)
    return made if len(made) <= _LONGEST_TAG else ""


def _names(spoken_of: Sequence[TopicFound], named: Sequence[Phrase], talk: Talk) -> Iterator[str]:
    yield from (topic.phrase for topic in spoken_of[:4])
    yield from (phrase.written for phrase in named[:4])
    speakers = dict.fromkeys(sentence.speaker for sentence in talk.sentences)
    # A first name alone finds nobody.
    yield from (name for name in speakers if is_name(name) and len(name.split()) > 1)


def _is_own(phrase: Phrase, talk: Talk) -> bool:
    """Whether a phrase is telling enough though it may be said but once."""
    if talk.is_ideographic:
        return phrase.count >= 3
    if len(phrase.key) > 1:
        return phrase.is_name or phrase.count >= 2
    # One word of a short clip is telling where it is a name or rare, and names a thing.
    is_rare = phrase.weight >= _TELLING and talk.everyday.get(phrase.key[0], _RARE_RANK) >= _RARE_RANK
    return phrase.count >= 2 and (phrase.is_name or (is_rare and not phrase.key[0].endswith(("ed", "ing"))))


def _is_part(made: str, found: dict[str, str]) -> bool:
    name = made.casefold().lstrip("#")
    return any(name in other or other.lstrip("#") in name for other in found)


def _shown(transcript: Transcript, cut: Cut) -> Transcript:
    """Return what of a transcript is said in a cut."""
    segments = []
    for segment in transcript.segments:
        if segment.end <= cut.start or segment.start >= cut.end:
            continue
        words = tuple(w for w in segment.words if cut.to_clip_time((w.start + w.end) / 2) is not None)
        if words:
            ends = {"start": words[0].start, "end": words[-1].end, "words": words}
            segments.append(segment.model_copy(update=ends))
    return transcript.model_copy(update={"segments": tuple(segments)})


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.lower()))
