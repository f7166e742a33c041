"""Importing from an address: a video's page or file is fetched at once, episodes of a podcast are chosen."""

from __future__ import annotations

import asyncio

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QListWidgetItem, QProgressBar, QWidget

from core.schema.download import Episode, Feed
from ui.controllers.fetching import FetchController
from ui.widgets.basics import button, column, label, restyle, row
from ui.widgets.dates import date
from ui.widgets.dialog import DIALOG_MARGINS, Dialog
from ui.widgets.timecode import clock
from ui.wording import tr


class FetchDialog(Dialog):
    """Asks for an address, looks at it, and closes once something is being fetched."""

    def __init__(self, fetching: FetchController, offered: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("fetchDialog")
        self.setWindowTitle(tr("Import from address"))
        self.setMinimumWidth(560)
        self._fetching = fetching
        self._feed: Feed | None = None
        self._looking: asyncio.Future[None] | None = None
        self._address = QLineEdit(offered)
        self._address.setObjectName("fetchAddress")
        self._address.setAccessibleName(tr("Address"))
        self._address.setPlaceholderText(tr("For example https://example.org/talk"))
        self._address.setClearButtonEnabled(True)
        self._address.selectAll()
        self._address.textChanged.connect(lambda _text: self._begin_anew())
        about = tr(
            "A page with a video, a media file, or the feed of a podcast. Only fetch what you are allowed to use."
        )
        self._told = label(about, "muted", wraps=True)
        self._told.setObjectName("fetchTold")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 0)
        self._bar.setAccessibleName(tr("Looking at the address"))
        self._list = self._make_list()
        self._cancel = button(tr("Cancel"), self.reject)
        self._cancel.setObjectName("fetchCancel")
        self._go = button(tr("Continue"), self._on_go, is_primary=True)
        self._go.setObjectName("fetchGo")
        self._go.setDefault(True)
        self._build()
        fetching.found.connect(self._on_found)
        fetching.unfound.connect(self._on_unfound)
        self._begin_anew()

    def _make_list(self) -> QListWidget:
        episodes = QListWidget()
        episodes.setObjectName("fetchEpisodes")
        episodes.setAccessibleName(tr("Episodes"))
        episodes.setWordWrap(True)
        episodes.setMinimumHeight(260)
        episodes.itemChanged.connect(lambda _item: self._show_count())
        return episodes

    def _build(self) -> None:
        title = QLabel(tr("Address"))
        title.setBuddy(self._address)
        layout = column(title, self._address, self._told, self._bar, self._list, spacing=10)
        layout.setContentsMargins(DIALOG_MARGINS)
        layout.addStretch(0)
        layout.addLayout(row(None, self._cancel, self._go))
        layout.setStretch(4, 1)
        self.setLayout(layout)

    # The address

    @property
    def address(self) -> str:
        """What is written in the field."""
        return self._address.text().strip()

    def _begin_anew(self) -> None:
        """Another address: what was found at the one before says nothing of it."""
        self._stop_looking()
        self._feed = None
        self._bar.hide()
        self._list.hide()
        self._go.setText(tr("Continue"))
        self._go.setEnabled(self.address.lower().startswith(("http://", "https://")))

    def _on_go(self) -> None:
        if self._feed is not None:
            self._fetching.take(self._feed, self._chosen())
            self.accept()
            return
        self._tell(tr("Looking at the address…"))
        self._bar.show()
        self._go.setEnabled(False)
        self._looking = self._fetching.look(self.address)

    def _on_found(self, url: str, feed: Feed | None) -> None:
        if url != self.address or self._looking is None:
            return
        self._looking = None
        self._bar.hide()
        if feed is None:
            self._fetching.fetch(url)
            self.accept()
            return
        self._feed = feed
        self._show(feed)

    def _on_unfound(self, url: str, why: str) -> None:
        if url == self.address and self._looking is not None:
            self._looking = None
            self._bar.hide()
            self._tell(why, "error")
            self._go.setText(tr("Try again"))
            self._go.setEnabled(True)

    def _tell(self, text: str, role: str = "muted") -> None:
        self._told.setText(text)
        restyle(self._told, "role", role)

    # Episodes

    def _show(self, feed: Feed) -> None:
        self._tell(tr("%n episodes of {podcast}", "", len(feed.episodes)).format(podcast=feed.title or feed.url))
        self._list.clear()
        newest = next((each for each in feed.episodes if not each.is_taken), None)
        for episode in feed.episodes:
            self._list.addItem(_item(episode, episode is newest))
        self._list.show()
        self._list.setCurrentRow(0)
        self._list.setFocus()
        self._show_count()

    def _chosen(self) -> list[Episode]:
        episodes = self._feed.episodes if self._feed else ()
        return [
            episode
            for line, episode in enumerate(episodes)
            if self._list.item(line).checkState() == Qt.CheckState.Checked
        ]

    def _show_count(self) -> None:
        if self._feed is None or self._list.count() < len(self._feed.episodes):
            return
        count = len(self._chosen())
        self._go.setText(tr("Fetch %n episodes", "", count) if count else tr("Fetch"))
        self._go.setEnabled(count > 0)

    def _stop_looking(self) -> None:
        if self._looking is not None:
            self._looking.cancel()
            self._looking = None

    def done(self, result: int) -> None:
        """Stop looking with the dialog."""
        self._stop_looking()
        super().done(result)


def _item(episode: Episode, is_ticked: bool) -> QListWidgetItem:
    facts = []
    if episode.published:
        day = QDate(1970, 1, 1).addDays(int(episode.published // 86_400))
        facts.append(date(day))
    if episode.seconds:
        facts.append(clock(episode.seconds))
    if episode.is_taken:
        facts.append(tr("Fetched before"))
    item = QListWidgetItem("\n".join(filter(None, (episode.title, " · ".join(facts)))))
    item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
    item.setCheckState(Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked)
    return item
