"""The list of clips: filter, order, pictures."""

from __future__ import annotations

from fake_project import make_clips
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core import editing
from core.schema.learning import Standing
from ui.models.clip_filter import ClipFilter
from ui.models.clips import ORDERS, ClipModel, ClipOrder, ClipRole, PictureRole


def _models(count: int = 6) -> tuple[ClipModel, ClipOrder]:
    model, order = ClipModel(), ClipOrder()
    order.setSourceModel(model)
    model.show(make_clips("r", 600, count))
    return model, order


def test_the_best_comes_first(qapp: QApplication) -> None:
    _, order = _models()
    scores = [order.index(row, 0).data(ClipRole).score for row in range(order.rowCount())]
    assert scores == sorted(scores, reverse=True)


def test_every_order_sorts(qapp: QApplication) -> None:
    _, order = _models()
    for key, _ in ORDERS:
        order.order_by(key)
        clips = [order.index(row, 0).data(ClipRole) for row in range(order.rowCount())]
        assert len(clips) == 6
    order.order_by("time")
    starts = [order.index(row, 0).data(ClipRole).cut.start for row in range(order.rowCount())]
    assert starts == sorted(starts)


def test_a_decision_filters(qapp: QApplication) -> None:
    model, order = _models()
    clips = make_clips("r", 600, 6)
    clips[2] = editing.set_decision(clips[2], "approved")
    model.show(clips)
    order.show_filter(ClipFilter(decision="approved"))
    assert order.clip_ids() == [clips[2].id]
    order.show_filter(ClipFilter())
    assert order.rowCount() == 6


def test_what_comes_in_order_is_shown_as_it_comes_and_sorted_once_it_stands_otherwise(qapp: QApplication) -> None:
    model, order = ClipModel(), ClipOrder()
    order.setSourceModel(model)
    clips = sorted(make_clips("r", 600, 6), key=lambda clip: (-clip.score, clip.cut.start, clip.id))
    ids = [clip.id for clip in clips]
    order.show(clips, {})
    assert order.sortColumn() == -1 and order.clip_ids() == ids
    order.rank({ids[-1]: Standing(score=100, usual=1)})
    assert order.clip_ids() == [ids[-1], *ids[:-1]]
    order.order_by("time")
    assert order.clip_ids() == [clip.id for clip in sorted(clips, key=lambda clip: clip.cut.start)]
    order.order_by("score")
    order.show(list(reversed(clips)), {})
    assert order.clip_ids() == ids
    order.show(clips[1:], {})
    assert order.clip_ids() == ids[1:]
    longest = clips[1].model_copy(update={"score": 0.0})
    order.show([longest, *clips[2:]], {})
    assert order.clip_ids() == [*ids[2:], ids[1]]


def test_text_filters_titles_and_reasons(qapp: QApplication) -> None:
    _, order = _models()
    order.show_filter(ClipFilter(text="TRIPLED"))
    assert order.rowCount() == 1
    order.show_filter(ClipFilter(text="clear point"))
    assert order.rowCount() == 6


def test_an_edit_changes_one_row_in_place(qtbot: QtBot) -> None:
    model, _ = _models()
    clips = make_clips("r", 600, 6)
    clips[1] = editing.retitle(clips[1], "Another title")
    with qtbot.waitSignal(model.dataChanged) as told:
        model.show(clips)
    assert told.args[0].row() == 1
    assert model.index(1).data() == "Another title"


def test_a_picture_is_asked_for_once(qtbot: QtBot) -> None:
    model, _ = _models()
    wanted: list[str] = []
    model.picture_wanted.connect(lambda clip_id, _at: wanted.append(clip_id))
    for _ in range(3):
        model.index(0).data(PictureRole)
    assert len(wanted) == 1
    model.set_picture(wanted[0], QPixmap(4, 4))
    assert model.index(0).data(PictureRole).width() == 4
