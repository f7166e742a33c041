"""What a workspace learns of its user's taste: decisions kept as examples, a ranker fitted to them, and weights.

Nothing is asked of the user: it listens to the records, and what is decided, trimmed, made by hand, exported or
taken back becomes examples. The ranker is fitted anew a moment after the last of them.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

from core.errors import ShortlistError
from core.fitting import FIT_RANKER, REGISTRY
from core.learning.decisions import digest, too_few, usable
from core.learning.examples import Change, example_of
from core.learning.standing import in_order, standings
from core.pipeline.artifact import ArtifactStore
from core.pipeline.errand import run_errand
from core.pipeline.events import ClipsChanged, Event, LearnedChanged
from core.pipeline.pool import Executor
from core.pipeline.records.store import Store
from core.pipeline.together import see_through
from core.schema.clip import Clip
from core.schema.learning import FEATURES_VERSION, AxisWeights, Example, Examples, Learned, Ranker, Standing
from core.schema.transcript import Transcript

_log = logging.getLogger(__name__)
_PAUSE = 1.5  # seconds without a decision after which is fitted
_RANKER, _SINCE, _OFF, _WEIGHTS = "taste_ranker", "taste_since", "taste_is_off", "axis_weights"


class Taste:
    """Examples, ranker and weights of one workspace. Lives on the loop; only its records remember anything."""

    def __init__(self, store: Store, artifacts: ArtifactStore, executor: Executor, weights_folder: Path) -> None:
        self._store = store
        self._artifacts = artifacts
        self._executor = executor
        self._weights_folder = weights_folder
        self._fitting: asyncio.Task[None] | None = None
        self._is_stale = self._is_fitting = False
        self._ranker = self._kept_ranker()
        self._weights = self._kept_weights()
        # Where the clips that were asked for last stand, and what they were ranked by.
        self._stood_by: tuple[Ranker | None, AxisWeights] | None = None
        self._stood: dict[str, tuple[Clip, Standing]] = {}

    def _kept_ranker(self) -> Ranker | None:
        try:
            ranker = Ranker.model_validate_json(self._store.kept_value(_RANKER))
        except ValueError:
            # None yet, or one of another version of the program: it is fitted anew.
            return None
        return ranker if ranker.features_version == FEATURES_VERSION else None

    def _kept_weights(self) -> AxisWeights:
        text = self._store.kept_value(_WEIGHTS)
        return AxisWeights.model_validate_json(text) if text else AxisWeights()

    def go_on(self) -> None:
        """Listen from now on, and fit what was decided before the program ended."""
        self._store.subscribe(self._on_event)
        if self._ranker is None or self._ranker.made_of != digest(self._counting()):
            self._fit_soon()

    async def close(self) -> None:
        """Stop what goes on in the background; it is done when the workspace is opened again."""
        if self._fitting is not None:
            self._fitting.cancel()
            await see_through([self._fitting])

    async def settled(self) -> None:
        """Wait until the ranker is fitted to all decisions."""
        while self._fitting is not None and not self._fitting.done():
            await asyncio.wait({self._fitting})

    # What was learned

    def learned(self) -> Learned:
        """Return what is learned so far."""
        return Learned(
            decisions=len(usable(self._counting())),
            is_on=not self._store.kept_value(_OFF),
            is_fitting=self._is_fitting,
            ranker=self._ranker,
        )

    def examples(self) -> list[Example]:
        """Return every example that is kept, the oldest first, also of runs that are deleted."""
        return self._store.examples()

    def switch(self, is_on: bool) -> None:
        """Rank by what was learned, or as usual; learning goes on either way."""
        self._store.keep_value(_OFF, "" if is_on else "yes")
        self._store.announce(LearnedChanged())

    def start_afresh(self, forgets_examples: bool = False) -> None:
        """Forget what was learned and learn from later decisions alone.

        Earlier ones are kept for export, and count again after `take_back`, unless they are forgotten for good.
        """
        if forgets_examples:
            self._store.keep_value(_SINCE, "")
            self._store.forget_examples()
        else:
            self._store.keep_value(_SINCE, repr(time.time()))
        from core.learning.ranker import fit

        self._keep(fit(self._counting()))

    @property
    def can_take_back(self) -> bool:
        """Whether decisions of before the last fresh start are kept."""
        return bool(self._store.kept_value(_SINCE))

    def take_back(self) -> None:
        """Let all decisions that are kept count again."""
        self._store.keep_value(_SINCE, "")
        self._fit_soon()

    def _counting(self) -> list[Example]:
        """Return the examples that are learned from."""
        since = float(self._store.kept_value(_SINCE) or 0.0)
        return [each for each in self._store.examples() if each.at > since]

    # Ranking

    @property
    def weights(self) -> AxisWeights:
        """How much the user wants each axis to count."""
        return self._weights

    def set_weights(self, weights: AxisWeights) -> None:
        """Let axes count so from now on, in all runs of the workspace."""
        if weights != self._weights:
            self._weights = weights
            self._store.keep_value(_WEIGHTS, weights.model_dump_json())
            self._store.announce(LearnedChanged())

    def standings(self, clips: Sequence[Clip], weights: AxisWeights | None = None) -> dict[str, Standing]:
        """Return where clips stand, by their ids; with other weights than those that are kept, if given.

        Of a thousand clips mostly one was edited: the others stand where they stood.
        """
        self.rank_ahead(clips, weights)
        self._stood = {clip.id: self._stood[clip.id] for clip in clips}
        return {clip_id: standing for clip_id, (_, standing) in self._stood.items()}

    def rank_ahead(self, clips: Sequence[Clip], weights: AxisWeights | None = None) -> None:
        """Find out where clips stand that are asked for soon; `standings` has it at hand then."""
        given = (self._applied(), self._weights if weights is None else weights)
        if given != self._stood_by:
            self._stood_by, self._stood = given, {}
        known = self._stood
        fresh = [clip for clip in clips if clip.id not in known or known[clip.id][0] is not clip]
        found = standings(fresh, *given)
        known.update((clip.id, (clip, found[clip.id])) for clip in fresh)

    def in_order(self, clips: Sequence[Clip]) -> list[Clip]:
        """Return clips as they are ranked, best first: the order of lists, names of files, and the best N."""
        return in_order(clips, self.standings(clips))

    def _applied(self) -> Ranker | None:
        return None if self._store.kept_value(_OFF) else self._ranker

    # Keeping examples

    def note_export(self, run_id: str, clip_ids: Iterable[str]) -> None:
        """Keep that the user asked for files of a run's clips; one that is gone by now teaches nothing."""
        now, asked = time.time(), set(clip_ids)
        clips = [clip for clip in self._store.clips(run_id) if clip.id in asked]
        self._keep_examples([each for clip in clips if (each := self._example(clip, now))], [])

    def with_traits(self, clips: Sequence[Clip], transcript: Transcript | None) -> list[Clip]:
        """Return clips with their traits; those that have any keep them, as they were proposed."""
        if transcript is None or all(clip.traits for clip in clips):
            return list(clips)
        from core.learning.traits import TraitReader

        reader = TraitReader(transcript)
        return [
            clip if clip.traits else clip.model_copy(update={"traits": reader.read(clip.cut)}) for clip in clips
        ]

    def _on_event(self, event: Event) -> None:
        if isinstance(event, ClipsChanged):
            self._follow(event.run_id, event.clip_ids)

    def _follow(self, run_id: str, clip_ids: Sequence[str]) -> None:
        there = {clip.id: clip for clip in self._store.clips(run_id)}
        kept, gone = [], []
        for clip_id in clip_ids:
            example = self._example(there[clip_id]) if clip_id in there else None
            if example is None:
                gone.append(clip_id)
            else:
                kept.append(example)
        self._keep_examples(kept, gone)

    def _example(self, clip: Clip, exported_at: float = 0.0) -> Example | None:
        known = self._store.example(clip.id)
        changes = [Change(*each) for each in self._store.edits_by_hand(clip.run_id, clip.id)]
        exported_at = exported_at or (known.exported_at if known else 0.0)
        return example_of(clip, self._store.run(clip.run_id).source_id, changes, exported_at)

    def _keep_examples(self, kept: Sequence[Example], gone: Sequence[str]) -> None:
        try:
            self._put_examples(kept, gone)
        except ShortlistError as error:
            # What the user asked for is done; that it teaches nothing is no reason to refuse it.
            _log.warning("A decision could not be kept to learn from: %s", error)

    def _put_examples(self, kept: Sequence[Example], gone: Sequence[str]) -> None:
        fresh = [each for each in kept if self._store.example(each.clip_id) != each]
        lost = [clip_id for clip_id in gone if self._store.example(clip_id) is not None]
        if fresh or lost:
            self._store.keep_examples(fresh, lost)
            self._fit_soon()

    # Fitting

    def _fit_soon(self) -> None:
        self._is_stale = self._is_fitting = True
        if self._fitting is None or self._fitting.done():
            self._fitting = asyncio.get_running_loop().create_task(self._fit_all())

    async def _fit_all(self) -> None:
        while self._is_stale:
            self._is_stale = False
            await asyncio.sleep(_PAUSE)
            if self._is_stale:
                continue
            try:
                await self._fit()
            except ShortlistError as error:
                # What was learned before stands; the next decision tries again.
                _log.warning("What was decided could not be learned from: %s", error)
        self._is_fitting = False
        self._store.announce(LearnedChanged())

    async def _fit(self) -> None:
        examples = self._counting()
        nothing = too_few(examples)
        if nothing is not None:
            self._keep(nothing)
            return
        given = Examples(all=tuple(examples))
        found = await run_errand(
            self._executor, self._artifacts, self._weights_folder, REGISTRY, FIT_RANKER, given, Ranker
        )
        # The user may have started afresh meanwhile.
        if found.made_of == digest(self._counting()):
            self._keep(found)

    def _keep(self, ranker: Ranker) -> None:
        self._ranker = ranker
        self._store.keep_value(_RANKER, ranker.model_dump_json())
        self._store.announce(LearnedChanged())
