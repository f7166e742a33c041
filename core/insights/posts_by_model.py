"""Titles, hooks, descriptions, hashtags, words to stress by a language model; what can't be taken stays local."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pydantic import ConfigDict

from core import editing
from core.errors import ProviderError
from core.highlights.language import join_words, plain
from core.insights.rounds import ask_twice
from core.llm.client import LanguageModel
from core.schema.clip import Clip
from core.schema.record import ProgressCallback, Record
from core.schema.transcript import Transcript

BATCH_CLIPS = 6
LONGEST_SAID = 4_000
LONGEST_TITLE, LONGEST_HOOK, LONGEST_DESCRIPTION = 80, 60, 500
FEWEST_TAGS, MOST_TAGS, LONGEST_TAG = 3, 8, 40
MOST_STRESSED = 12


class ClipReply(Record):
    """What the model writes for one clip. Fields it adds are ignored."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    id: int
    title: str = ""
    hook: str = ""
    description: str = ""
    hashtags: tuple[str, ...] = ()
    stressed: tuple[str, ...] = ()

    def fault(self) -> str:
        """Return why it can't be taken; empty where it can."""
        for name, longest in (
            ("title", LONGEST_TITLE),
            ("hook", LONGEST_HOOK),
            ("description", LONGEST_DESCRIPTION),
        ):
            if not 0 < len(str(getattr(self, name)).strip()) <= longest:
                return f"the {name} must have 1 to {longest} characters"
        if not FEWEST_TAGS <= len(self.hashtags) <= MOST_TAGS:
            return f"there must be {FEWEST_TAGS} to {MOST_TAGS} hashtags"
        if any(len(tag) > LONGEST_TAG for tag in self.hashtags):
            return f"a hashtag has at most {LONGEST_TAG} characters"
        return ""


class ClipReplies(Record):
    """The model's answer."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    clips: tuple[ClipReply, ...]


@dataclass(frozen=True)
class WrittenPosts:
    """What was written, by the clip's id, and why the rest was not (empty where all was)."""

    replies: dict[str, ClipReply]
    problem: str = ""


def write_posts(
    model: LanguageModel, clips: Sequence[Clip], transcript: Transcript, progress: ProgressCallback
) -> WrittenPosts:
    """Have a model write the texts of clips.

    Raises:
        ProviderError: The model can't be asked, and nothing was written.
    """
    said = {clip.id: _said(clip, transcript) for clip in clips}
    spoken = [clip for clip in clips if said[clip.id]]
    replies: dict[str, ClipReply] = {}
    problems = [f"Nothing is said in “{clip.wording.title}”." for clip in clips if not said[clip.id]]
    for first in range(0, len(spoken), BATCH_CLIPS):
        batch = dict(enumerate(spoken[first : first + BATCH_CLIPS], 1))
        progress(first / len(spoken), f"{first} of {len(spoken)} clips, asking {model.endpoint.model}")
        question: dict[str, object] = {
            "clips": [{"id": number, "said": said[clip.id]} for number, clip in batch.items()]
        }
        try:
            taken = ask_twice(
                model,
                "posts",
                question,
                list(batch),
                ClipReplies,
                lambda answer: answer.clips,
                ClipReply.fault,
                progress,
            )
        except ProviderError as error:
            if not replies:
                raise
            problems.append(str(error))
            break
        replies |= {batch[number].id: reply for number, reply in taken.parts.items()}
        problems += [
            f"“{batch[number].wording.title}” keeps its texts: {why}." for number, why in taken.refused.items()
        ]
    return WrittenPosts(replies, " ".join(dict.fromkeys(problems)))


def with_texts(clip: Clip, reply: ClipReply, transcript: Transcript) -> Clip:
    """Return a clip with what was written for it; of the words to stress those that are said in it."""
    words = {plain(word) for word in _said(clip, transcript).split()}
    stressed = [word for given in reply.stressed for word in given.split() if plain(word) in words]
    clip = editing.set_hook(editing.retitle(clip, reply.title.strip('"“” ')), reply.hook.strip('"“” '))
    clip = editing.tag(editing.describe(clip, reply.description), reply.hashtags)
    return editing.stress(clip, stressed[:MOST_STRESSED])


def _said(clip: Clip, transcript: Transcript) -> str:
    """Return what is heard in a clip; of very long ones the beginning."""
    words = [
        word.text
        for segment in transcript.segments
        if segment.end > clip.cut.start and segment.start < clip.cut.end
        for word in segment.words
        if clip.cut.to_clip_time((word.start + word.end) / 2) is not None
    ]
    return join_words(words)[:LONGEST_SAID]
