"""A destination is added or changed: what kind, where, with which key; tried before it is kept."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QLineEdit, QStackedWidget, QWidget

from core.schema.destination import Destination, DestinationKind, KeptDestination
from ui.controllers.destinations import DestinationController
from ui.publish.destination_row import key_words
from ui.widgets.basics import Segments, button, column, label, restyle, row
from ui.widgets.dialog import DIALOG_MARGINS, Dialog
from ui.widgets.form import Form, begin_alike
from ui.wording import QT_TR_NOOP, told, tr

_KINDS: tuple[DestinationKind, ...] = ("folder", "s3", "webhook")
_USUAL_REGION = "us-east-1"
_EXAMPLE = "https://example.org/shortlist"
_ABOUT = {
    "folder": QT_TR_NOOP(
        "Another disk, a network share, or a folder that another program synchronises. Files are copied, read "
        "back and compared."
    ),
    "s3": QT_TR_NOOP(
        "Amazon S3, Cloudflare R2, Backblaze B2, MinIO and whatever else speaks S3. The key must be allowed to "
        "list, read and write; to test it, to delete as well."
    ),
    "webhook": QT_TR_NOOP(
        "An address of yours is told of each clip, after all other destinations. The clip itself is not sent."
    ),
}
_KEYS_KEPT = QT_TR_NOOP("Kept in the system's keyring, or encrypted where there is none, and never shown again.")


class DestinationForm(Dialog):
    """Closes once what was entered is kept."""

    def __init__(
        self,
        destinations: DestinationController,
        kept: KeptDestination | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("destinationForm")
        self.setWindowTitle(tr("Change a destination") if kept else tr("Add a destination"))
        self._destinations = destinations
        self._kept = kept
        given = kept.destination if kept else Destination(name="", kind="folder")
        self._name = _line("destinationName", tr("Name of the destination"), given.name)
        # Records of what was published, and keys, go by it.
        self._name.setReadOnly(kept is not None)
        self._name.setToolTip(tr("The name stays: what was published goes by it.") if kept else "")
        titles = (tr("Folder", "kind of destination"), tr("S3 storage", "kind of destination"))
        named = zip(_KINDS, (*titles, tr("Webhook", "kind of destination")), strict=True)
        self._kind = Segments(list(named), tr("Kind of destination"))
        self._kind.choose(given.kind)
        self._kind.setEnabled(kept is None)
        self._folder = _line("destinationFolder", tr("Folder"), given.folder)
        self._bucket = _line("destinationBucket", tr("Bucket"), given.bucket)
        self._endpoint = _line("destinationEndpoint", tr("Address of the storage"), given.endpoint_url)
        self._endpoint.setPlaceholderText(tr("Amazon's own, or for example https://minio.example.org"))
        self._region = _line("destinationRegion", tr("Region"), given.region)
        self._region.setPlaceholderText(_USUAL_REGION)
        self._prefix = _line("destinationPrefix", tr("Prefix of all names"), given.prefix)
        self._prefix.setPlaceholderText(tr("None, or for example shows"))
        self._access = _line("destinationAccess", tr("Access key"), given.access_key)
        self._secret = self._key_line("destinationSecret", tr("Secret key"))
        self._url = _line("destinationUrl", tr("Address of the webhook"), given.url)
        self._url.setPlaceholderText(_EXAMPLE)
        self._signing = self._key_line("destinationSigning", tr("Secret that requests are signed with"))
        self._about = label("", "muted", wraps=True)
        self._said = label("", wraps=True)
        self._said.setObjectName("destinationFormSaid")
        self._fields = QStackedWidget()
        self._test = button(tr("Test", "verb"), self._on_test)
        self._test.setObjectName("tryDestination")
        self._save = button(tr("Save"), self.accept, is_primary=True)
        self._save.setObjectName("saveDestination")
        self._save.setDefault(True)
        self._build()
        self._kind.chosen.connect(lambda _kind: self._show_kind())
        destinations.tested.connect(self._on_tested)
        destinations.kept.connect(self._on_kept)
        destinations.refused.connect(self._on_refused)
        self._show_kind()
        (self._folder if kept else self._name).setFocus()

    def _key_line(self, name: str, spoken: str) -> QLineEdit:
        made = _line(name, spoken, "")
        made.setEchoMode(QLineEdit.EchoMode.Password)
        has_key = self._kept is not None and bool(self._kept.key_place)
        unsigned = tr("None: requests are not signed") if name == "destinationSigning" else ""
        made.setPlaceholderText(tr("As it is; type to replace it") if has_key else unsigned)
        return made

    def _build(self) -> None:
        choose = button(tr("Choose…"), self._on_choose_folder)
        choose.setObjectName("chooseDestinationFolder")
        folder = row(self._folder, choose)
        folder.setStretch(0, 1)
        head = Form((tr("Name"), self._name), (tr("Kind"), self._kind))
        place = Form((tr("Folder"), folder))
        self._fields.addWidget(_page(place))
        storage = Form(
            (tr("Bucket"), self._bucket),
            (tr("Address"), self._endpoint),
            (tr("Region"), self._region),
            (tr("Prefix"), self._prefix),
            (tr("Access key"), self._access),
            (tr("Secret key"), self._secret),
        )
        self._fields.addWidget(_page(storage, self._key_note()))
        hook = Form((tr("Address"), self._url), (tr("Signing secret"), self._signing))
        self._fields.addWidget(_page(hook, self._key_note()))
        begin_alike(head, place, storage, hook)
        layout = column(spacing=12)
        layout.setContentsMargins(DIALOG_MARGINS)
        layout.addLayout(head)
        layout.addWidget(self._about)
        layout.addWidget(self._fields)
        layout.addWidget(self._said)
        layout.addStretch(1)
        layout.addLayout(row(self._test, None, button(tr("Cancel"), self.reject), self._save))
        self.setLayout(layout)
        self.resize(600, 500)

    def _key_note(self) -> QWidget:
        has_key = self._kept is not None and bool(self._kept.key_place)
        made = label(key_words(self._kept) if self._kept and has_key else tr(_KEYS_KEPT), "small", wraps=True)
        made.setObjectName("destinationKeyNote")
        return made

    def _show_kind(self) -> None:
        kind = self._kind.choice()
        self._about.setText(tr(_ABOUT[kind]))
        self._fields.setCurrentIndex(_KINDS.index(kind))
        self._say("", "muted")

    def destination(self) -> Destination:
        """Return what was entered, without its key."""
        name = " ".join(self._name.text().split())
        match self._kind.choice():
            case "s3":
                return Destination(
                    name=name,
                    kind="s3",
                    bucket=self._bucket.text().strip(),
                    endpoint_url=self._endpoint.text().strip(),
                    region=self._region.text().strip(),
                    prefix=self._prefix.text().strip().strip("/"),
                    access_key=self._access.text().strip(),
                )
            case "webhook":
                return Destination(name=name, kind="webhook", url=self._url.text().strip())
        folder = self._folder.text().strip()
        path = str(Path(folder).expanduser()) if folder else ""
        return Destination(name=name, kind="folder", folder=path)

    def _key(self) -> str | None:
        fields = {"s3": self._secret, "webhook": self._signing}
        field = fields.get(self._kind.choice())
        return (field.text().strip() or None) if field is not None else None

    def _problem(self, made: Destination) -> str:
        if not made.name:
            return tr("Give it a name.")
        if self._kept is None and self._destinations.find(made.name) is not None:
            return tr("There is a destination “{name}” already.").format(name=made.name)
        if made.kind == "folder" and made.folder and not Path(made.folder).is_absolute():
            return tr("Choose a folder.")
        return told(made.problem)

    def accept(self) -> None:
        """Keep what was entered, where it can be meant."""
        made = self.destination()
        if problem := self._problem(made):
            self._say(problem, "error")
            return
        self._save.setEnabled(False)
        self._destinations.keep(made, self._key())

    def done(self, result: int) -> None:
        """Wait no longer for a try."""
        self._destinations.stop_testing(self.destination().name)
        super().done(result)

    def _on_test(self) -> None:
        made = self.destination()
        if self._destinations.is_testing(made.name):
            self._destinations.stop_testing(made.name)
            self._show_testing(False)
            self._say("", "muted")
        elif problem := self._problem(made):
            self._say(problem, "error")
        else:
            self._show_testing(True)
            self._say(tr("Trying it…"), "muted")
            self._destinations.test(made, self._key())

    def _show_testing(self, is_testing: bool) -> None:
        self._test.setText(tr("Stop") if is_testing else tr("Test", "verb"))

    def _on_tested(self, name: str, is_good: bool, found: str) -> None:
        if name == self.destination().name:
            self._show_testing(False)
            self._say(found, "good" if is_good else "error")

    def _on_kept(self, name: str) -> None:
        if name == self.destination().name:
            super().accept()

    def _on_refused(self, name: str, why: str) -> None:
        if name == self.destination().name:
            self._save.setEnabled(True)
            self._say(why, "error")

    def _say(self, sentence: str, role: str) -> None:
        self._said.setText(sentence)
        restyle(self._said, "role", role)

    def _on_choose_folder(self) -> None:
        chooser = QFileDialog(self, tr("Folder that clips are published to"), self._folder.text())
        chooser.setFileMode(QFileDialog.FileMode.Directory)
        chooser.fileSelected.connect(self._folder.setText)
        chooser.finished.connect(chooser.deleteLater)
        chooser.open()


def _line(name: str, spoken: str, text: str) -> QLineEdit:
    made = QLineEdit(text)
    made.setObjectName(name)
    made.setAccessibleName(spoken)
    return made


def _page(form: Form, *below: QWidget) -> QWidget:
    made = QWidget()
    layout = column(spacing=8)
    layout.addLayout(form)
    for widget in below:
        layout.addWidget(widget)
    layout.addStretch(1)
    made.setLayout(layout)
    return made
