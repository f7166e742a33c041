"""Fields are of one height and on the line of their titles, and lists end with a whole row."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from evenness import hanging, uneven
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage, QPixmap, QTextBlock
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QFrame,
    QLabel,
    QListView,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QTextBrowser,
    QToolButton,
    QTreeView,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)
from pytestqt.qtbot import QtBot

from core.schema.choice import ASPECTS
from ui.actions import COMMANDS
from ui.delegates.named_row import name_rows
from ui.insights.rows import text_row
from ui.insights.section import Section
from ui.panels.preview import SOURCE, VIEWS
from ui.theme import apply_theme
from ui.widgets.basics import Segments, button, column, icon_button, label, listed, row, rule
from ui.widgets.dialog import DIALOG_MARGINS, Dialog
from ui.widgets.fields import AmountField, CalmSpinBox, CommitField, TimeField
from ui.widgets.form import Form

Show = Callable[[QWidget, int], None]
_HEIGHTS = range(140, 180, 7)


@pytest.fixture(params=[90, 100, 115, 130, 150])
def letters(request: pytest.FixtureRequest, themed: QApplication) -> Iterator[int]:
    """Have letters of one size after the other."""
    apply_theme(themed, "light", request.param)
    yield request.param
    apply_theme(themed)


def test_shapes_stand_in_one_order_above_the_picture_and_on_the_keys() -> None:
    names = {command.name: command.label for command in COMMANDS}
    assert [names[f"aspect_{place}"] for place in range(1, 5)] == [f"Preview {shape}" for shape in ASPECTS]
    assert [view for view, _title in VIEWS] == [*ASPECTS, SOURCE]


def test_what_warns_is_as_large_as_what_is_wrong_beside_it(themed: QApplication, qtbot: QtBot) -> None:
    holder, roles = QWidget(), ("muted", "warning", "error", "small", "caution", "failure")
    qtbot.addWidget(holder)
    labels = [label("Words", role) for role in roles]
    holder.setLayout(column(*labels))
    holder.show()
    sizes = dict(zip(roles, [each.fontInfo().pixelSize() for each in labels], strict=True))
    assert sizes["warning"] == sizes["error"] == sizes["muted"]
    assert sizes["caution"] == sizes["failure"] == sizes["small"] < sizes["muted"]


def test_rows_of_lists_begin_alike(themed: QApplication, qtbot: QtBot) -> None:
    plain, named = QListWidget(), QListWidget()
    for shown in (plain, named):
        qtbot.addWidget(shown)
        shown.addItem("IIII")
        shown.resize(200, 80)
    name_rows(named)
    begins = []
    for shown in (plain, named):
        shown.show()
        picture = shown.viewport().grab().toImage()
        row_y = shown.visualItemRect(shown.item(0)).center().y()
        inked = [x for x in range(picture.width()) if picture.pixel(x, row_y) != picture.pixel(1, row_y)]
        begins.append(inked[0])
    # What is written stronger begins a little before.
    assert abs(begins[0] - begins[1]) <= 1


def test_why_a_part_of_the_insights_is_empty_is_in_line_with_the_times_of_others(
    themed: QApplication, qtbot: QtBot
) -> None:
    empty, full = Section("topics", "Topics", "Copy"), Section("summary", "Summary", "Copy")
    empty.show_rows([], "IIII")
    full.show_rows([text_row(71.0, "Words", lambda _at: None)])
    begins = []
    for section, name in ((empty, "insightsNote_topics"), (full, "")):
        qtbot.addWidget(section)
        section.resize(300, 120)
        section.show()
        shown = section.findChild(QLabel, name) if name else section.findChildren(QToolButton)[-1]
        picture = shown.grab().toImage()
        inked = (x for x in range(picture.width()) for y in range(picture.height()) if _is_ink(picture, x, y))
        begins.append(shown.mapTo(section, QPoint(next(inked), 0)).x())
    assert abs(begins[0] - begins[1]) <= 2


def _is_ink(picture: QImage, x: int, y: int) -> bool:
    return picture.pixel(x, y) != picture.pixel(0, 0)


def _fields() -> list[QWidget]:
    chooser = QComboBox()
    chooser.addItem("One")
    return [
        *(chooser, CommitField("Text"), TimeField("Time"), CalmSpinBox()),
        *(AmountField("Amount", 0.0, 9.0, 1.0, 1, "s"), Segments([("one", "One")], "Some")),
        *(button("Do", lambda: None), icon_button("close", "Close", lambda: None)),
    ]


def test_what_stands_in_one_line_is_of_one_height(letters: int, qtbot: QtBot) -> None:
    fields, holder = _fields(), QWidget()
    qtbot.addWidget(holder)
    holder.setLayout(row(*fields))
    holder.show()
    heights = [field.sizeHint().height() for field in fields]
    # With the smallest letters the icons of buttons are higher than these.
    assert max(heights) - min(heights) <= (2 if letters < 100 else 0)
    assert len(set(heights[:5])) == 1


def test_titles_are_on_the_line_of_their_fields(letters: int, qtbot: QtBot) -> None:
    # Beside the smallest letters a box is higher than a line of them.
    fields, holder = [*_fields(), *([QCheckBox("Box")] if letters >= 100 else [])], QWidget()
    qtbot.addWidget(holder)
    form = Form(*((f"Title {place}", field) for place, field in enumerate(fields)))
    text = QPlainTextEdit()
    text.setFixedHeight(fields[0].sizeHint().height() * 4)
    title = form.add("Some lines", text)
    holder.setLayout(form)
    holder.show()
    assert hanging(form) == []
    first, height = text.geometry().top(), title.height()
    assert title.geometry().top() == first
    assert abs(height - fields[0].sizeHint().height()) <= 1


def test_a_dialog_that_is_uneven_is_noticed(themed: QApplication, qtbot: QtBot) -> None:
    dialog = Dialog()
    qtbot.addWidget(dialog)
    layout = column(button("Close", dialog.reject, is_primary=True), QComboBox(), margin=12)
    dialog.setLayout(layout)
    dialog.findChildren(QComboBox)[0].setStyleSheet("min-height: 40px")
    dialog.show()
    assert len(uneven(dialog)) == 3
    layout.setContentsMargins(DIALOG_MARGINS)
    dialog.findChildren(QComboBox)[0].setStyleSheet("")
    dialog.findChildren(QPushButton)[0].setProperty("primary", False)
    layout.activate()
    assert uneven(dialog) == []


@pytest.fixture
def show(themed: QApplication, qtbot: QtBot) -> Iterator[Show]:
    """Return what shows something in a dialog, at some height."""
    shown: list[Dialog] = []

    def one(content: QWidget, height: int) -> None:
        dialog = Dialog()
        qtbot.addWidget(dialog)
        dialog.setLayout(column(content))
        content.setFixedHeight(height)
        dialog.show()
        shown.append(dialog)
        qtbot.wait(1)

    yield one
    shown.clear()


def _seen_px(area: QScrollArea | QListView | QTreeView) -> int:
    mask = area.viewport().mask()
    return area.viewport().height() if mask.isEmpty() else mask.boundingRect().height()


def _listed() -> QListWidget:
    made = QListWidget()
    made.addItems([f"Clip {place}" if place % 3 else f"Clip {place}\nof two lines" for place in range(30)])
    return made


def _tree() -> QTreeWidget:
    made = QTreeWidget()
    made.addTopLevelItems([QTreeWidgetItem([f"Stage {place}"]) for place in range(30)])
    return made


@pytest.mark.parametrize("height", _HEIGHTS)
@pytest.mark.parametrize("make", [_listed, _tree])
def test_a_list_ends_with_a_whole_row(
    make: Callable[[], QListWidget | QTreeWidget], height: int, show: Show, qtbot: QtBot
) -> None:
    view = make()
    show(view, height)

    def ends_whole() -> None:
        seen = _seen_px(view)
        last = view.visualRect(view.indexAt(QPoint(20, seen - 1)))
        assert last.isValid()
        assert last.bottom() < seen

    ends_whole()
    view.verticalScrollBar().setValue(4)
    qtbot.wait(1)
    ends_whole()
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    qtbot.wait(1)
    end = view.visualRect(view.model().index(29, 0))
    assert end.bottom() < _seen_px(view)


@pytest.mark.parametrize("height", _HEIGHTS)
def test_lines_in_an_area_end_with_a_whole_one_until_they_are_scrolled(height: int, show: Show) -> None:
    body = QWidget()
    body.setLayout(column(*(label(f"Model {place}") for place in range(30))))
    area = listed(body)
    show(area, height)
    seen = _seen_px(area)
    lines = [each.geometry() for each in body.findChildren(QWidget)]
    assert not [line for line in lines if line.top() < seen <= line.bottom()]
    assert area.viewport().height() - seen <= lines[0].height()
    area.verticalScrollBar().setValue(3)
    assert _seen_px(area) == area.viewport().height()


def test_what_is_too_high_for_a_row_is_cut_between_its_parts(show: Show) -> None:
    card, body = QWidget(), QWidget()
    card.setLayout(column(*(label(f"Line {place}") for place in range(30))))
    body.setLayout(column(card))
    area = listed(body)
    show(area, 150)
    seen = _seen_px(area)
    lines = [each.geometry().translated(card.pos()) for each in card.findChildren(QWidget)]
    assert not [line for line in lines if line.top() < seen <= line.bottom()]


def test_what_is_cut_once_less_is_shown_is_left_out_too(show: Show) -> None:
    body = QWidget()
    body.setFixedSize(300, 600)
    first, line = QWidget(body), label("Line")
    line.setParent(body)
    last = QWidget(body)
    inside = label("Inside")
    inside.setParent(first)
    first.setGeometry(0, 0, 90, 600)
    last.setGeometry(200, 0, 90, 600)
    area = listed(body)
    show(area, 172)
    height = area.viewport().height()
    # The line is cut, and where it is left out what is inside the first column would be.
    line.setGeometry(100, height - 10, 90, 20)
    inside.setGeometry(0, height - 32, 90, 24)
    area.viewport().update()
    QTest.qWait(20)
    assert _seen_px(area) == inside.y()


def test_columns_whose_rows_are_not_in_line_end_each_with_a_whole_row(show: Show) -> None:
    body, sides = QWidget(), row(spacing=20)
    # Whatever the height, a row of one column or the other is cut.
    for high in (20, 34):
        side = column(spacing=0)
        for place in range(30):
            line = label(f"Line {place}")
            line.setFixedHeight(high)
            side.addWidget(line)
        sides.addLayout(side)
    body.setLayout(sides)
    area = listed(body)
    show(area, 400)
    for height in range(300, 400, 9):
        area.setFixedHeight(height)
        QTest.qWait(5)
        mask, view = area.viewport().mask(), area.viewport().rect()
        seen = view if mask.isEmpty() else mask
        lines = [each.geometry() for each in body.findChildren(QLabel)]
        reached = [each for each in lines if each.bottom() < view.height()]
        cut = [each for each in lines if each.top() < view.height() <= each.bottom()]
        assert all(seen.contains(each.center()) and seen.contains(each.bottomLeft()) for each in reached)
        assert not any(seen.contains(QPoint(each.left(), each.top() + 1)) for each in cut)


def test_what_is_no_row_does_not_leave_much_of_a_high_page_empty(show: Show) -> None:
    boxes, body = QWidget(), QWidget()
    boxes.setLayout(column(*(QCheckBox(f"Place {place}") for place in range(5))))
    above = label("Above")
    above.setFixedHeight(310)
    body.setLayout(column(above, label("Where to", "heading"), boxes, None))
    area = listed(body)
    show(area, 480)
    assert boxes.height() < 0.4 * area.viewport().height()
    assert boxes.geometry().bottom() > area.viewport().height()
    seen = _seen_px(area)
    assert area.viewport().height() - seen < 40
    shown = [each.geometry().translated(boxes.pos()) for each in boxes.findChildren(QCheckBox)]
    assert not [each for each in shown if each.top() < seen <= each.bottom()]


def test_neither_half_a_picture_nor_the_frame_of_a_card_is_seen(show: Show) -> None:
    body, cards = QWidget(), []
    for place in range(6):
        card, picture = QFrame(), QLabel()
        picture.setPixmap(QPixmap(180, 110))
        picture.setFixedHeight(110)
        inside = column(picture, label(f"Style {place}"), spacing=4)
        inside.setContentsMargins(9, 9, 9, 9)
        card.setLayout(inside)
        cards.append(card)
    body.setLayout(column(*cards, spacing=8))
    area = listed(body)
    show(area, 400)
    for height in range(300, 440, 7):
        area.setFixedHeight(height)
        QTest.qWait(5)
        seen = _seen_px(area)
        pictures = [each.geometry().translated(each.parentWidget().pos()) for each in body.findChildren(QLabel)]
        assert not [each for each in pictures if each.top() < seen <= each.bottom()]
        assert not [card for card in cards if card.y() < seen <= card.y() + 9]


def _blocks_above(page: QTextBrowser, height: int) -> list[QTextBlock]:
    text = page.document()
    blocks = [text.findBlockByNumber(place) for place in range(text.blockCount())]
    return [each for each in blocks if text.documentLayout().blockBoundingRect(each).top() < height]


def test_a_page_of_text_ends_with_a_whole_line_and_no_heading(show: Show) -> None:
    page = QTextBrowser()
    rows = "".join(f"<tr><td>Stage {place}</td><td>{place} s</td></tr>" for place in range(9))
    page.setHtml("".join(f"<h2>Part {part}</h2><table cellpadding=4>{rows}</table>" for part in range(9)))
    show(page, 400)
    for height in range(300, 440, 7):
        page.setFixedHeight(height)
        QTest.qWait(5)
        seen = _seen_px(page)
        last = page.document().documentLayout().blockBoundingRect(_blocks_above(page, seen)[-1])
        assert last.bottom() <= seen
        assert not _blocks_above(page, seen)[-1].blockFormat().headingLevel()
        assert page.viewport().height() - seen < 80
    page.verticalScrollBar().setValue(3)
    assert _seen_px(page) == page.viewport().height()


def test_no_heading_is_the_last_that_is_seen(show: Show) -> None:
    body, inside, lines = QWidget(), column(), []
    for place in range(12):
        inside.addWidget(rule())
        inside.addWidget(label(f"Heading {place}", "section"))
        lines += [label(f"Line {place} {line}") for line in range(2)]
        inside.addWidget(lines[-2])
        inside.addWidget(lines[-1])
    body.setLayout(inside)
    area = listed(body)
    show(area, 400)
    for height in range(300, 400, 9):
        area.setFixedHeight(height)
        QTest.qWait(5)
        seen = _seen_px(area)
        last = max(each.geometry().bottom() for each in body.findChildren(QWidget) if each.y() < seen)
        assert last in {line.geometry().bottom() for line in lines}
        assert last < seen


def test_a_long_text_is_cut_between_its_lines(show: Show) -> None:
    paragraphs = [f'<p style="margin: 3px 0 0 8px">{"Word " * (place % 5 * 5 + 1)}</p>' for place in range(40)]
    text, body = label("".join(paragraphs), wraps=True), QWidget()
    text.setTextFormat(Qt.TextFormat.RichText)
    body.setLayout(column(text, None))
    area = listed(body)
    area.setFixedWidth(300)
    show(area, 300)
    for height in range(300, 340, 3):
        area.setFixedHeight(height)
        QTest.qWait(5)
        seen = _seen_px(area)
        picture = body.grab().toImage()
        inside = range(text.x(), text.x() + text.width())
        # A line that is cut has letters on both sides.
        above, below = ({picture.pixel(x, y) for x in inside} for y in (seen - 1, seen))
        assert len(above) == 1 or len(below) == 1
        assert area.viewport().height() - seen <= 20


def test_a_list_with_room_for_all_is_left_alone(show: Show) -> None:
    view = QListWidget()
    view.addItems(["One", "Two"])
    show(view, 150)
    assert view.viewport().mask().isEmpty()
