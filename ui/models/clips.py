"""Clips as a list model, and the filter and order that the list shows them in."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QPixmap

from core.schema.clip import Clip, Decision
from core.schema.learning import Standing
from ui.axes import first_evidence, moved_words, strengths
from ui.models.clip_filter import ClipFilter, Said, Spoken
from ui.widgets.timecode import clock
from ui.wording import QT_TR_NOOP, told, tr

ClipRole = Qt.ItemDataRole.UserRole + 1
PictureRole = Qt.ItemDataRole.UserRole + 2
StandingRole = Qt.ItemDataRole.UserRole + 3
_Index = QModelIndex | QPersistentModelIndex

_UNHEARD, _EVERY = Said(), ClipFilter()
_DECISIONS: dict[Decision, str] = {
    "undecided": QT_TR_NOOP("undecided"),
    "approved": QT_TR_NOOP("approved"),
    "maybe": QT_TR_NOOP("maybe"),
    "rejected": QT_TR_NOOP("rejected"),
}
ORDERS: tuple[tuple[str, str], ...] = (
    ("score", QT_TR_NOOP("Best score")),
    ("time", QT_TR_NOOP("Time")),
    ("longest", QT_TR_NOOP("Longest")),
    ("shortest", QT_TR_NOOP("Shortest")),
    ("title", QT_TR_NOOP("Title")),
)


def usual_standing(clip: Clip) -> Standing:
    """Return where a clip stands by its own score."""
    return Standing(score=clip.score, usual=clip.score)


class ClipModel(QAbstractListModel):
    """The clips of a run.

    Signals:
        picture_wanted(str clip id, float source second): A row is shown that has no picture yet.
    """

    picture_wanted = Signal(str, float)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clips: list[Clip] = []
        self._pictures: dict[str, tuple[float, QPixmap | None]] = {}
        self._standings: Mapping[str, Standing] = {}

    def rank(self, standings: Mapping[str, Standing]) -> None:
        """Let clips stand elsewhere; clips that are not named stand by their own score."""
        if standings == self._standings:
            return
        self._standings = standings
        if self._clips:
            self.dataChanged.emit(self.index(0), self.index(len(self._clips) - 1))

    def standing_of(self, clip: Clip) -> Standing:
        """Return where a clip stands; one that nobody ranked stands by its own score."""
        return self._standings.get(clip.id) or usual_standing(clip)

    def show(self, clips: Sequence[Clip], standings: Mapping[str, Standing] | None = None) -> None:
        """Show these clips where they stand; rows that stay the same keep their selection and picture."""
        fresh = list(clips)
        if [clip.id for clip in fresh] != [clip.id for clip in self._clips]:
            self.beginResetModel()
            self._clips = fresh
            if standings is not None:
                self._standings = standings
            self.endResetModel()
            return
        for row, (before, after) in enumerate(zip(self._clips, fresh, strict=True)):
            if before != after:
                self._clips[row] = after
                self.dataChanged.emit(self.index(row), self.index(row))
        if standings is not None:
            self.rank(standings)

    def forget_pictures(self) -> None:
        """Forget the pictures, since another run is shown."""
        self._pictures.clear()

    def set_picture(self, clip_id: str, picture: QPixmap) -> None:
        """Show the picture of a clip."""
        wanted_at, _ = self._pictures.get(clip_id, (0.0, None))
        self._pictures[clip_id] = (wanted_at, picture)
        for row, clip in enumerate(self._clips):
            if clip.id == clip_id:
                self.dataChanged.emit(self.index(row), self.index(row), [PictureRole])

    @property
    def clips(self) -> Sequence[Clip]:
        """The clips, a row each."""
        return self._clips

    def row_of(self, clip_id: str) -> int:
        """Return the row of a clip, or -1."""
        return next((row for row, clip in enumerate(self._clips) if clip.id == clip_id), -1)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many clips there are."""
        return 0 if parent.isValid() else len(self._clips)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the title, the clip, where it stands, its picture, or words for who can't see the row."""
        if not index.isValid():
            return None
        clip = self._clips[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return clip.wording.title or tr("Untitled clip")
        if role == ClipRole:
            return clip
        if role == StandingRole:
            return self.standing_of(clip)
        if role == PictureRole:
            return self._picture(clip)
        if role == Qt.ItemDataRole.ToolTipRole:
            return _why(clip, self.standing_of(clip))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _spoken(clip, self.standing_of(clip))
        return None

    def _picture(self, clip: Clip) -> QPixmap | None:
        known = self._pictures.get(clip.id)
        at = clip.cut.start + min(1.0, clip.cut.duration / 3)
        if known is None or abs(known[0] - at) > 2.0:
            self._pictures[clip.id] = (at, known[1] if known else None)
            self.picture_wanted.emit(clip.id, at)
        return self._pictures[clip.id][1]


class ClipOrder(QSortFilterProxyModel):
    """Clips that a filter admits, in a chosen order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.wanted = ClipFilter()
        self._spoken = Spoken()
        self._order = "score"
        # What rows of the source are sorted by; asking the model for it at each comparison took a second for
        # a thousand clips.
        self._keys: list[tuple[float | str, float, str]] = []
        self.setDynamicSortFilter(True)
        self.sort(0)

    def show_filter(self, wanted: ClipFilter) -> None:
        """Show only clips that a filter admits."""
        if wanted != self.wanted:
            self.beginFilterChange()
            self.wanted = wanted
            self.endFilterChange()

    def show(self, clips: Sequence[Clip], standings: Mapping[str, Standing]) -> None:
        """Show clips where they stand; those that come in order, as they mostly do, are not sorted again."""
        model = self._model()
        if [clip.id for clip in clips] != [clip.id for clip in model.clips]:
            keys = [self._key(clip, standings.get(clip.id) or usual_standing(clip)) for clip in clips]
            self._sort_unless(keys)
            model.show(clips, standings)
        else:
            model.show(clips, standings)
            self._settle()

    def rank(self, standings: Mapping[str, Standing]) -> None:
        """Let clips stand elsewhere."""
        self._model().rank(standings)
        self._settle()

    def _settle(self) -> None:
        if self.sortColumn() < 0:
            self._sort_unless([self._key(clip, self._model().standing_of(clip)) for clip in self._model().clips])

    def _sort_unless(self, keys: Sequence[tuple[float | str, float, str]]) -> None:
        """Sort, which asks Python eight times a row, or leave rows as they come where their keys ascend."""
        column = -1 if all(before <= after for before, after in pairwise(keys)) else 0
        if self.sortColumn() != column:
            self.sort(column)

    def listen(self, spoken: Spoken) -> None:
        """Know what is said in the clips, or know it better."""
        if self.wanted.asks_for_words:
            self.beginFilterChange()
            self._spoken = spoken
            self.endFilterChange()
        else:
            self._spoken = spoken

    def order_by(self, order: str) -> None:
        """Sort by one of `ORDERS`."""
        self._order = order
        self._forget_keys()
        if self.sortColumn() < 0:
            self._settle()
        else:
            self.invalidate()

    def clip_ids(self) -> list[str]:
        """Return the ids in the order shown."""
        model = self._model()
        if self.sortColumn() < 0 and self.wanted == _EVERY:
            return [clip.id for clip in model.clips]
        rows = (self.mapToSource(self.index(row, 0)).row() for row in range(self.rowCount()))
        return [model.clips[row].id for row in rows]

    def _model(self) -> ClipModel:
        model = self.sourceModel()
        assert isinstance(model, ClipModel)
        return model

    def filterAcceptsRow(self, row: int, parent: _Index) -> bool:
        """Whether a clip is shown."""
        if self.wanted == _EVERY:
            return True
        index = self.sourceModel().index(row, 0, parent)
        clip: Clip = index.data(ClipRole)
        said = self._spoken.of(clip) if self.wanted.asks_for_words else _UNHEARD
        return self.wanted.admits(clip, index.data(StandingRole), said)

    def setSourceModel(self, model: QAbstractItemModel) -> None:
        """Follow a model; what it is sorted by is looked up anew whenever it changes."""
        model.dataChanged.connect(
            lambda _from, _to, roles: self._forget_keys() if roles != [PictureRole] else None
        )
        model.modelReset.connect(self._forget_keys)
        super().setSourceModel(model)

    def _forget_keys(self) -> None:
        self._keys = []

    def lessThan(self, left: _Index, right: _Index) -> bool:
        """Whether one clip comes before another."""
        if not self._keys:
            model = self._model()
            self._keys = [self._key(clip, model.standing_of(clip)) for clip in model.clips]
        return self._keys[left.row()] < self._keys[right.row()]

    def _key(self, clip: Clip, standing: Standing) -> tuple[float | str, float, str]:
        first: dict[str, Callable[[], float | str]] = {
            "score": lambda: -standing.score,
            "time": lambda: clip.cut.start,
            "longest": lambda: -clip.cut.duration,
            "shortest": lambda: clip.cut.duration,
            "title": lambda: clip.wording.title.casefold(),
        }
        return first[self._order](), clip.cut.start, clip.id


def _why(clip: Clip, standing: Standing) -> str:
    """Return why a clip stands where it does, a line each: its title, the reason, words that earned it, moves,
    and what the user noted."""
    noted = tr("Your notes: {notes}").format(notes=clip.notes) if clip.notes else ""
    lines = (clip.wording.title, told(clip.reason), first_evidence(clip, standing), moved_words(standing), noted)
    return "\n".join(line for line in lines if line)


def _spoken(clip: Clip, standing: Standing) -> str:
    """Return a row for who hears it."""
    parts = [
        clip.wording.title,
        tr("score {score}").format(score=f"{standing.score:.0f}"),
        tr(_DECISIONS[clip.decision]),
        tr("from {time}").format(time=clock(clip.cut.start)),
        tr("%n seconds", "", round(clip.cut.duration)),
        strengths(clip, standing),
    ]
    return ", ".join((*parts, tr("with notes")) if clip.notes else parts)
