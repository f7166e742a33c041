"""What is exported: which clips, in which preset and shapes, into which folder."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFileDialog, QGridLayout, QLineEdit, QListWidget, QListWidgetItem, QWidget

from core.schema.choice import ASPECTS, Aspect
from core.schema.clip import Clip
from core.schema.run import RunOptions
from ui.controllers.presets import too_long_words
from ui.export.preset_chooser import PresetChooser
from ui.panel import Workbench
from ui.widgets.basics import button, column, label, row
from ui.widgets.timecode import length
from ui.wording import QT_TR_NOOP, tr

_USES = {
    "9:16": "TikTok, Reels, Shorts",
    "1:1": QT_TR_NOOP("Feeds"),
    "4:5": QT_TR_NOOP("Instagram feed"),
    "16:9": "YouTube, X",
}
_DRAFT_WARNING = QT_TR_NOOP(
    "Captions come from a draft transcript. Read them first, or choose the style “No captions”."
)


@dataclass(frozen=True)
class Wanted:
    """What the user chose."""

    clip_ids: list[str]
    aspects: list[Aspect]
    folder: Path
    preset: str


class ChoosePage(QWidget):
    """Remembers preset, shapes and folder for the next time.

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
        self._folder.textChanged.connect(lambda _text: self._count())
        self._clips = self._make_clips()
        self._preset = PresetChooser(bench.export.presets(), self._first_preset())
        self._preset.changed.connect(self._count)
        self._aspects = self._make_aspects()
        self._too_long = label("", wraps=True)
        self._too_long.setObjectName("exportTooLong")
        self._draft = label(tr(_DRAFT_WARNING), wraps=True)
        self._draft.setObjectName("exportDraftWarning")
        for warning in (self._too_long, self._draft):
            warning.setProperty("warns", True)
        self._sum = label("", "muted")
        self._sum.setObjectName("exportSum")
        self._start = button(tr("Export"), self._on_start, is_primary=True)
        self._start.setObjectName("startExport")
        self._start.setDefault(True)
        self._build()
        bench.review.analysis_changed.connect(self._show_draft)
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

    def _make_clips(self) -> QListWidget:
        made = QListWidget()
        made.setObjectName("exportClips")
        made.setAccessibleName(tr("Clips to export"))
        made.setMinimumHeight(84)
        for clip in self._approved:
            made.addItem(_clip_line(clip))
        made.itemChanged.connect(lambda _line: self._count())
        return made

    def _make_aspects(self) -> dict[Aspect, QCheckBox]:
        remembered = str(self._bench.memory.value("export_aspects", "9:16,1:1,16:9")).split(",")
        made: dict[Aspect, QCheckBox] = {}
        for aspect in ASPECTS:
            box = QCheckBox(f"{aspect}   {tr(_USES[aspect])}")
            box.setObjectName(f"exportAspect_{aspect}")
            box.setChecked(aspect in remembered)
            box.toggled.connect(lambda _checked: self._count())
            made[aspect] = box
        return made

    def _build(self) -> None:
        layout = column(label(tr("Approved clips"), "heading"), self._clips, spacing=8)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setStretch(1, 1)
        layout.addSpacing(2)
        layout.addWidget(label(tr("Preset"), "heading"))
        layout.addWidget(self._preset)
        layout.addSpacing(2)
        layout.addWidget(label(tr("Shapes"), "heading"))
        shapes = QGridLayout()
        shapes.setHorizontalSpacing(24)
        shapes.setVerticalSpacing(4)
        for place, box in enumerate(self._aspects.values()):
            shapes.addWidget(box, place // 2, place % 2)
        layout.addLayout(shapes)
        layout.addSpacing(2)
        layout.addWidget(label(tr("Folder"), "heading"))
        chooser = row(self._folder, button(tr("Choose…"), self._on_choose_folder))
        chooser.setStretch(0, 1)
        layout.addLayout(chooser)
        layout.addWidget(self._too_long)
        layout.addWidget(self._draft)
        layout.addSpacing(6)
        layout.addLayout(row(self._sum, None, button(tr("Cancel"), self.cancelled.emit), self._start))
        self.setLayout(layout)

    def _chosen_clips(self) -> list[Clip]:
        lines = (self._clips.item(place) for place in range(self._clips.count()))
        chosen = {
            str(line.data(Qt.ItemDataRole.UserRole))
            for line in lines
            if line.checkState() == Qt.CheckState.Checked
        }
        return [clip for clip in self._approved if clip.id in chosen]

    def _chosen_aspects(self) -> list[Aspect]:
        return [aspect for aspect, box in self._aspects.items() if box.isChecked()]

    def _count(self) -> None:
        clips, aspects = self._chosen_clips(), self._chosen_aspects()
        files = sum(len(clip.goes_out_in(aspects)) for clip in clips)
        self._start.setEnabled(files > 0 and bool(self._folder.text().strip()))
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
        aspects, preset = self._chosen_aspects(), self._preset.preset().name
        memory = self._bench.memory
        memory.setValue("export_folder", self._folder.text().strip())
        memory.setValue("export_aspects", ",".join(aspects))
        memory.setValue("export_preset", preset)
        self.started.emit(Wanted([clip.id for clip in self._chosen_clips()], aspects, self.folder(), preset))


def _clip_line(clip: Clip) -> QListWidgetItem:
    line = QListWidgetItem("   ".join((clip.wording.title or tr("Untitled clip"), length(clip.cut.duration))))
    line.setData(Qt.ItemDataRole.UserRole, clip.id)
    line.setFlags(line.flags() | Qt.ItemFlag.ItemIsUserCheckable)
    line.setCheckState(Qt.CheckState.Checked)
    return line
