"""What is exported: which clips, in which presets and shapes, with what beside them, into which folder."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QWidget,
)

from core.schema.cell import Cell
from core.schema.choice import Aspect
from core.schema.clip import Clip
from core.schema.run import FileWishes, RunOptions
from core.schema.storage import ExportForecast
from ui.controllers.presets import too_long_words
from ui.export.beside_part import BesidePart
from ui.export.name_part import NamePart
from ui.export.preset_chooser import PresetChooser
from ui.export.shapes_part import ShapesPart
from ui.panel import Workbench
from ui.publish.destination_boxes import DestinationBoxes
from ui.widgets.basics import button, column, label, restyle, row
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

    clip_ids: list[str]
    aspects: list[Aspect]
    folder: Path
    preset: str
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
        self._clips = self._make_clips()
        self._empty = label(tr(_NONE_APPROVED), "muted", wraps=True)
        self._empty.setObjectName("exportEmpty")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setMargin(24)
        self._clips.setVisible(bool(self._approved))
        self._empty.setVisible(not self._approved)
        self._preset = PresetChooser(bench.export.presets(), self._first_preset())
        self._shapes = ShapesPart(bench.export.presets(), bench.memory)
        self._beside = BesidePart(bench.memory)
        self._name = NamePart(bench.memory)
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
        for part in (self._preset, self._shapes, self._beside, self._name):
            part.changed.connect(self._count)
        self._folder.textChanged.connect(lambda _text: self._count())
        bench.review.analysis_changed.connect(self._show_draft)
        bench.export.foreseen.connect(self._show_forecast)
        self._show_draft()
        self._count()

    def folder(self) -> Path:
        """Return the folder that is chosen."""
        return Path(self._folder.text().strip()).expanduser()

    def _first_preset(self) -> str:
        """Return what the run was started with, or exported with last; else what was chosen last for any run."""
        run = self._bench.review.run
        usual = RunOptions().preset
        of_run = run.options.preset if run else usual
        return of_run if of_run != usual else str(self._bench.memory.value("export_preset", usual))

    def _of_run(self) -> tuple[str, ...] | None:
        """Return where the run's files are to go, as it was started; None where nothing was said then."""
        run = self._bench.review.run
        return (run.options.publish_to or None) if run else None

    def _make_clips(self) -> QListWidget:
        made = QListWidget()
        made.setObjectName("exportClips")
        made.setAccessibleName(tr("Clips to export"))
        made.setMinimumHeight(84)
        for clip in self._approved:
            made.addItem(_clip_line(clip))
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.itemChanged.connect(lambda _line: self._count())
        return made

    def _build(self) -> None:
        clips = column(spacing=8)
        clips.addLayout(row(label(tr("Approved clips"), "heading"), None, self._together))
        clips.addWidget(self._clips)
        clips.addWidget(self._empty)
        clips.setStretch(1, 1)
        clips.setStretch(2, 1)
        sides = QHBoxLayout()
        sides.setSpacing(24)
        sides.addLayout(clips, 1)
        sides.addWidget(self._make_choices(), 1)
        layout = column(spacing=8)
        layout.setContentsMargins(24, 20, 24, 16)
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
            (tr("Preset"), self._preset),
            (tr("Shapes"), self._shapes),
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

    def _chosen_clips(self) -> list[Clip]:
        lines = (self._clips.item(place) for place in range(self._clips.count()))
        chosen = {
            str(line.data(Qt.ItemDataRole.UserRole))
            for line in lines
            if line.checkState() == Qt.CheckState.Checked
        }
        return [clip for clip in self._approved if clip.id in chosen]

    def _count(self) -> None:
        clips, aspects = self._chosen_clips(), self._shapes.aspects()
        files = sum(len(clip.goes_out_in(aspects)) for clip in clips)
        together = tr("%n clips, {length}", "", len(clips)).format(length=length(_seconds(clips)))
        self._together.setText(together if clips else "")
        self._show_example(clips, aspects)
        self._start.setEnabled(files > 0 and bool(self._folder.text().strip()) and self._name.is_good())
        if not clips:
            text = tr("Choose a clip") if self._clips.count() else tr("Approve a clip first")
        elif not files:
            text = tr("Choose a shape")
        else:
            text = tr("%n files", "", files)
            if own := sum(bool(clip.aspects) for clip in clips):
                text += " · " + tr("%n clips in shapes of their own", "", own)
        self._sum.setText(text)
        self._too_long.setText(too_long_words(self._preset.preset(), clips, self._of_cards))
        self._too_long.setVisible(bool(self._too_long.text()))
        self._forecast.setText("")
        if files:
            self._reckon.start()
        else:
            self._reckon.stop()

    def _show_example(self, clips: list[Clip], aspects: list[Aspect]) -> None:
        if not clips:
            self._name.show_example(lambda _template: ("", ""))
            return
        shapes = clips[0].goes_out_in(aspects) or ("9:16",)
        preset = self._shapes.presets().get(shapes[0], self._preset.preset().name)
        export, cell = self._bench.export, Cell(clips[0].id, shapes[0], preset)
        self._name.show_example(lambda template: export.name_example(cell, template))

    def _ask_forecast(self) -> None:
        self._bench.export.foresee(
            self._bench.review.run_id,
            [clip.id for clip in self._chosen_clips()],
            self._shapes.aspects(),
            self.folder(),
            self._preset.preset().name,
            self._wishes(),
        )

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
            presets={aspect: (name,) for aspect, name in self._shapes.presets().items()},
            burns_captions=self._beside.burns_captions(),
            sidecars=self._beside.sidecars(),
            name_template=self._name.template(),
            publish_to=self._publish.chosen(),
        )

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
        preset, memory = self._preset.preset().name, self._bench.memory
        memory.setValue("export_folder", self._folder.text().strip())
        memory.setValue("export_preset", preset)
        for part in (self._shapes, self._beside, self._name, self._publish):
            part.remember()
        ids = [clip.id for clip in self._chosen_clips()]
        self.started.emit(Wanted(ids, self._shapes.aspects(), self.folder(), preset, self._wishes()))


def _seconds(clips: Sequence[Clip]) -> float:
    return sum(clip.cut.duration for clip in clips)


def _clip_line(clip: Clip) -> QListWidgetItem:
    line = QListWidgetItem("   ".join((clip.wording.title or tr("Untitled clip"), length(clip.cut.duration))))
    line.setData(Qt.ItemDataRole.UserRole, clip.id)
    line.setFlags(line.flags() | Qt.ItemFlag.ItemIsUserCheckable)
    line.setCheckState(Qt.CheckState.Checked)
    return line
