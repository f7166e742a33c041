"""Publish a draft: what is new in it, who says so, what the brand's rules say; then it never changes."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QScrollArea, QSizePolicy, QWidget

from core.errors import StyleError
from core.schema.style import Style
from ui.panel import Workbench
from ui.style.brand import BrandCheck
from ui.style.difference import difference_lines
from ui.widgets.basics import button, column, label, row
from ui.widgets.dialog import DIALOG_MARGINS, Dialog
from ui.widgets.fields import CommitText
from ui.widgets.scroll import YieldingPage
from ui.wording import QT_TR_NOOP, told, tr

_AUTHOR = "style author"


class PublishDialog(Dialog):
    """Asks for a note and the author, and shows what differs from the version before.

    Signals:
        published(Style): The version that is there now.
    """

    published = Signal(object)

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("publishStyle")
        styling = self._styling = bench.styling
        self._tasks = bench.tasks
        self._memory = memory = bench.memory
        self.check = BrandCheck(bench)
        draft = styling.draft
        assert draft is not None
        before = next(iter(styling.versions(draft.name)), None)
        self._version = before.version + 1 if before else 1
        self.setWindowTitle(tr("Publish {style}").format(style=draft.title or draft.name))
        self._note = CommitText(tr("What is new"), tr("What is new in this version, for those who will use it"), 3)
        self._note.setObjectName("publishNote")
        self._author = QLineEdit(str(memory.value(_AUTHOR, "")))
        self._author.setObjectName("publishAuthor")
        self._author.setAccessibleName(tr("Author"))
        self._author.setPlaceholderText(tr("Your name, shown beside the version"))
        self._author.setMaxLength(80)
        self._problem = label("", "error", wraps=True)
        self._problem.setObjectName("publishProblem")
        self._publish = button(tr("Publish"), self.accept, is_primary=True)
        self._publish.setObjectName("publishNow")
        self._publish.setDefault(True)
        self._cancel = button(tr("Cancel"), self.reject)
        self._build(draft, before)

    def _build(self, draft: Style, before: Style | None) -> None:
        told = tr(
            "This becomes version {version} of “{title}”. Runs and clips that use it keep it for good."
        ).format(title=draft.title or draft.name, version=self._version)
        origin = self._styling.origin
        compared = before or (origin if origin is not None and origin.name != draft.name else None)
        body = QWidget()
        layout = column(label(told, wraps=True), spacing=10)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(label(tr("What is new"), "section"))
        layout.addWidget(self._note)
        layout.addWidget(label(tr("Author"), "section"))
        layout.addWidget(self._author)
        if compared is not None:
            differs = tr("Different from “{title}”, version {version}")
            differs = differs.format(title=compared.title or compared.name, version=compared.version)
            layout.addWidget(label(differs, "section"))
            layout.addWidget(self._differences(compared, draft), 1)
        layout.addWidget(label(tr("Brand check"), "section"))
        layout.addWidget(self.check, 2)
        body.setLayout(layout)
        page = YieldingPage(body)
        page.setAccessibleName(self.windowTitle())
        whole = column(page, self._problem, spacing=10)
        whole.addLayout(row(None, self._cancel, self._publish))
        whole.setContentsMargins(DIALOG_MARGINS)
        whole.setStretch(0, 1)
        self.setLayout(whole)
        self.resize(560, 680 if compared is not None else 540)
        self.check.check(draft)

    def _differences(self, before: Style, draft: Style) -> QWidget:
        lines = difference_lines(self._styling.changes(before, draft))
        words = label("\n".join(lines) if lines else tr("Nothing: they paint the same."), wraps=True)
        words.setObjectName("publishDifference")
        words.setAlignment(Qt.AlignmentFlag.AlignTop)
        words.setContentsMargins(10, 8, 10, 8)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(words)
        area.setProperty("card", True)
        area.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        area.setMinimumHeight(min(132, words.sizeHint().height() + 22 * (1 + len(lines))))
        return area

    def accept(self) -> None:
        """Publish; where that fails, say why and stay."""
        self._let_press(False)
        self._tasks.start(self._go(), QT_TR_NOOP("Could not publish the style."))

    async def _go(self) -> None:
        author = self._author.text().strip()
        try:
            made = await self._styling.publish(self._note.toPlainText().strip(), author)
        except StyleError as error:
            self._problem.setText(told(str(error)))
            self._let_press(True)
            return
        self._memory.setValue(_AUTHOR, author)
        self.published.emit(made)
        super().accept()

    def reject(self) -> None:
        """Close without publishing; while it is being published, which takes a moment, stay for how that ends."""
        if self._cancel.isEnabled():
            super().reject()

    def _let_press(self, may: bool) -> None:
        self._publish.setEnabled(may)
        self._cancel.setEnabled(may)

    def done(self, result: int) -> None:
        """Measure no more."""
        self.check.stop()
        super().done(result)
