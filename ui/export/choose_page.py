"""What is exported: which clips in which shapes and presets, with what beside them, into which folder."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QWidget,
)

from core.schema.cell import Cell
from core.schema.choice import Aspect
from core.schema.clip import Clip
from core.schema.run import FileWishes, RunOptions
from core.schema.storage import ExportForecast
from ui.controllers.presets import too_long_words
from ui.export.beside_part import BesidePart
from ui.export.columns_part import ColumnsPart
from ui.export.last_time import left_out_before, remember_columns, remember_left_out, remembered_columns
from ui.export.matrix import FilesMatrix
from ui.export.name_part import NamePart
from ui.panel import Workbench
from ui.publish.destination_boxes import DestinationBoxes
from ui.widgets.basics import button, column, label, restyle, row
from ui.widgets.dialog import DIALOG_MARGINS
from ui.widgets.scroll import UprightScroll
from ui.widgets.timecode import about, file_size, length
from ui.wording import QT_TR_NOOP, tr

_DRAFT_WARNING = QT_TR_NOOP(
    "Captions come from a draft transcript. Read them first, or choose the style “No captions”."
)
_NONE_APPROVED = QT_TR_NOOP(
    "No clip is approved yet. Close this, and approve those that you want: with A, or below the picture."
)
# While somebody types, nothing is reckoned.
_CALM_MS = 200


@dataclass(frozen=True)
class Wanted:
    """What the user chose."""

    cells: list[Cell]
    folder: Path
    wishes: FileWishes = field(default_factory=FileWishes)


class ChoosePage(QWidget):
    """Remembers what was chosen for the next time.

    Signals:
        started(Wanted): The files shall be made.
        cancelled(): Nothing shall be made.
    """

    started = Signal(object)
    cancelled = Signal()

    def __init__(self, bench: Workbench) -> None:
        super().__init__()
        self._bench = bench
        approved = [clip for clip in bench.review.clips if clip.decision == "approved"]
        # As the list ranks them and as their files are numbered.
        self._approved = sorted(approved, key=lambda clip: (-bench.taste.standing(clip).score, clip.cut.start))
        self._folder = QLineEdit(str(bench.memory.value("export_folder", str(Path.home() / "Shortlist"))))
        self._folder.setObjectName("exportFolder")
        self._folder.setAccessibleName(tr("Folder for the files"))
        self._columns = ColumnsPart(bench.presets, bench.memory, tr("Shapes and presets"))
        self._matrix = FilesMatrix(self._approved)
        self._empty = label(tr(_NONE_APPROVED), "muted", wraps=True)
        self._empty.setObjectName("exportEmpty")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setMargin(24)
        self._matrix.setVisible(bool(self._approved))
        self._empty.setVisible(not self._approved)
        self._beside = BesidePart()
        self._name = NamePart()
        for kept in (self._beside, self._name):
            kept.show_remembered(bench.memory)
        self._publish = DestinationBoxes(
            bench.destinations, bench.publishing, bench.memory, "publish_export", self._of_run()
        )
        self._too_long = label("", wraps=True)
        self._too_long.setObjectName("exportTooLong")
        self._draft = label(tr(_DRAFT_WARNING), wraps=True)
        self._draft.setObjectName("exportDraftWarning")
        for warning in (self._too_long, self._draft):
            warning.setProperty("warns", True)
        self._together = label("", "small")
        self._together.setObjectName("exportTogether")
        self._sum = label("", "muted")
        self._sum.setObjectName("exportSum")
        self._forecast = label("", "muted", wraps=True)
        self._forecast.setObjectName("exportForecast")
        self._start = button(tr("Export"), self._on_start, is_primary=True)
        self._start.setObjectName("startExport")
        self._start.setDefault(True)
        self._reckon = QTimer(self)
        self._reckon.setSingleShot(True)
        self._reckon.setInterval(_CALM_MS)
        self._reckon.timeout.connect(self._ask_forecast)
        self._build()
        self._show_first_columns()
        self._columns.changed.connect(self._on_columns_changed)
        for part in (self._matrix, self._beside, self._name):
            part.changed.connect(self._count)
        self._folder.textChanged.connect(lambda _text: self._count())
        bench.review.analysis_changed.connect(self._show_draft)
        bench.export.foreseen.connect(self._show_forecast)
        self._show_draft()
        self._count()

    def folder(self) -> Path:
        """Return the folder that is chosen."""
        return Path(self._folder.text().strip()).expanduser()

    def _show_first_columns(self) -> None:
        """Show what was exported last, and what the run or its clips ask for beside it."""
        memory, run = self._bench.memory, self._bench.review.run
        options = run.options if run else RunOptions()
        # What was exported last in a preset that is gone by now is no wish for it.
        known = {preset.name for preset in self._bench.presets.all()}
        columns = [each for each in remembered_columns(memory) if each.preset in known]
        asked = list(dict.fromkeys(each.aspect for each in columns))
        if options.presets or options.preset != RunOptions().preset:
            columns = list(options.columns(asked))
        own = [aspect for clip in self._approved for aspect in clip.aspects if aspect not in asked]
        self._columns.show_columns([*columns, *options.columns(list(dict.fromkeys(own)))])
        self._on_columns_changed()
        left_out = [
            cell for cell in self._matrix.cells() if cell.aspect not in self._clip(cell.clip_id).goes_out_in(asked)
        ]
        self._matrix.leave_out([*left_out, *left_out_before(memory, self._bench.review.run_id)])

    def _clip(self, clip_id: str) -> Clip:
        return next(clip for clip in self._approved if clip.id == clip_id)

    def _on_columns_changed(self) -> None:
        columns = self._columns.columns()
        self._matrix.show_columns(columns, [self._columns.title(each) for each in columns])
        self._count()

    def _of_run(self) -> tuple[str, ...] | None:
        """Return where the run's files are to go, as it was started; None where nothing was said then."""
        run = self._bench.review.run
        return (run.options.publish_to or None) if run else None

    def _build(self) -> None:
        clips = column(spacing=8)
        clips.addLayout(row(label(tr("Clips, shapes and presets"), "heading"), None, self._together))
        clips.addWidget(self._columns)
        clips.addWidget(self._matrix)
        clips.addWidget(self._empty)
        clips.setStretch(2, 1)
        clips.setStretch(3, 1)
        sides = QHBoxLayout()
        sides.setSpacing(24)
        sides.addLayout(clips, 3)
        sides.addWidget(self._make_choices(), 2)
        layout = column(spacing=8)
        layout.setContentsMargins(DIALOG_MARGINS)
        layout.addLayout(sides, 1)
        layout.addWidget(self._too_long)
        layout.addWidget(self._draft)
        layout.addSpacing(4)
        told = row(self._sum, self._forecast, spacing=4)
        told.setStretch(1, 1)
        foot = row(button(tr("Cancel"), self.cancelled.emit), self._start)
        foot.insertLayout(0, told, 1)
        layout.addLayout(foot)
        self.setLayout(layout)

    def _make_choices(self) -> UprightScroll:
        chooser = row(self._folder, button(tr("Choose…"), self._on_choose_folder))
        chooser.setStretch(0, 1)
        choices = column(spacing=8)
        choices.setContentsMargins(0, 0, 12, 0)
        for title, part in (
            (tr("Captions, and files beside the video"), self._beside),
            (tr("Names of files"), self._name),
        ):
            choices.addWidget(label(title, "heading"))
            choices.addWidget(part)
            choices.addSpacing(4)
        choices.addWidget(label(tr("Folder"), "heading"))
        choices.addLayout(chooser)
        choices.addSpacing(4)
        choices.addWidget(label(tr("Publish when finished"), "heading"))
        choices.addWidget(self._publish)
        choices.addStretch(1)
        holder = QWidget()
        holder.setLayout(choices)
        area = UprightScroll(holder)
        area.setObjectName("exportChoices")
        area.setAccessibleName(tr("How clips are exported"))
        return area

    def _count(self) -> None:
        cells = self._matrix.cells()
        clips = [clip for clip in self._approved if clip.id in {cell.clip_id for cell in cells}]
        together = tr("%n clips, {length}", "", len(clips)).format(length=length(_seconds(clips)))
        self._together.setText(together if clips else "")
        self._show_example(cells)
        self._start.setEnabled(bool(cells and self._folder.text().strip()) and self._name.is_good())
        self._sum.setText(self._sum_words(len(cells)))
        self._show_too_long(cells)
        self._forecast.setText("")
        if cells:
            self._reckon.start()
        else:
            self._reckon.stop()

    def _sum_words(self, files: int) -> str:
        if not self._approved:
            return tr("Approve a clip first")
        if not self._columns.columns():
            return tr("Add a shape and its preset")
        return tr("%n files", "", files) if files else tr("Tick a file")

    def _show_too_long(self, cells: Sequence[Cell]) -> None:
        """Tell of clips that are longer than where they go takes."""
        told = []
        for preset in self._bench.export.presets():
            wanted = {cell.clip_id for cell in cells if cell.preset == preset.name}
            clips = [clip for clip in self._approved if clip.id in wanted]
            told.append(too_long_words(preset, clips, self._of_cards))
        self._too_long.setText("\n".join(filter(None, told)))
        self._too_long.setVisible(bool(self._too_long.text()))

    def _show_example(self, cells: Sequence[Cell]) -> None:
        if not cells:
            self._name.show_example(lambda _template: ("", ""))
            return
        export, first = self._bench.export, cells[0]
        is_one_of_several = sum(cell[:2] == first[:2] for cell in cells) > 1
        self._name.show_example(lambda template: export.name_example(first, template, is_one_of_several))

    def _ask_forecast(self) -> None:
        run_id = self._bench.review.run_id
        self._bench.export.foresee(run_id, self.folder(), self._wishes(), self._matrix.cells())

    def _show_forecast(self, found: ExportForecast) -> None:
        """Show what was reckoned, unless something else is chosen by now."""
        if self._reckon.isActive():
            return
        # After the number of files.
        told = ["", tr("about {size}").format(size=file_size(found.bytes))]
        if found.seconds is not None:
            told.append(about(found.seconds))
        if found.fits:
            told.append(tr("{size} free").format(size=file_size(found.free_bytes)))
        else:
            space = tr("needs {needed}, only {free} free")
            told.append(space.format(needed=file_size(found.needed_bytes), free=file_size(found.free_bytes)))
        restyle(self._forecast, "role", "muted" if found.fits else "error")
        self._forecast.setText(" · ".join(told).strip())

    def _wishes(self) -> FileWishes:
        return FileWishes(
            presets=self._presets(),
            burns_captions=self._beside.burns_captions(),
            sidecars=self._beside.sidecars(),
            name_template=self._name.template(),
            publish_to=self._publish.chosen(),
        )

    def _presets(self) -> dict[Aspect, tuple[str, ...]]:
        """Return the presets of each shape: those of the table, and of other shapes as the run has them."""
        run = self._bench.review.run
        presets = dict(run.options.presets) if run else {}
        columns = self._columns.columns()
        for aspect in dict.fromkeys(each.aspect for each in columns):
            presets[aspect] = tuple(each.preset for each in columns if each.aspect == aspect)
        return presets

    def _of_cards(self, clip: Clip) -> float:
        run = self._bench.review.run
        return self._bench.styling.card_seconds(clip.style or (run.style_pin if run else ""))

    def _show_draft(self) -> None:
        transcript = self._bench.review.transcript
        self._draft.setVisible(transcript is not None and transcript.is_draft)

    def _on_choose_folder(self) -> None:
        chooser = QFileDialog(self, tr("Folder for the files"), self._folder.text())
        chooser.setFileMode(QFileDialog.FileMode.Directory)
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.fileSelected.connect(self._folder.setText)
        chooser.open()

    def _on_start(self) -> None:
        self._reckon.stop()
        memory = self._bench.memory
        memory.setValue("export_folder", self._folder.text().strip())
        remember_columns(memory, self._columns.columns())
        remember_left_out(memory, self._bench.review.run_id, self._matrix.left_out())
        for part in (self._beside, self._name):
            part.remember(memory)
        self._publish.remember()
        self.started.emit(Wanted(self._matrix.cells(), self.folder(), self._wishes()))


def _seconds(clips: Sequence[Clip]) -> float:
    return sum(clip.cut.duration for clip in clips)
