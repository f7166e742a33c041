"""J, K and L as in Premiere: K stops, and plays when it is let go; with K held, J and L step one frame.

A shortcut fires when its key goes down and knows nothing of keys that are held, so K is taken out of the hands of
shortcuts here and followed down and up.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from ui.actions import is_claimed
from ui.focus_keys import FocusKeys
from ui.preview.player import Player


class Shuttle(FocusKeys):
    """Turns the keys of play, slower and faster into what the player does.

    Args:
        window: Whose keys are meant; a dialog above it has its own.
        player: What plays.
        play: The command whose plain letters are followed; whatever they are, if the user has chosen others.
    """

    def __init__(self, window: QWidget, player: Player, play: QAction) -> None:
        super().__init__(window)
        self._player, self._play = player, play
        self._held: int | None = None
        # Whether letting go of the key is to play: it went down while all stood still, and nothing was stepped.
        self._plays_after = self._is_repeated = False
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        # What is let go of in another window is not heard of here.
        application.focusWindowChanged.connect(self._let_go)

    def press(self, by: int) -> None:
        """Do what faster (+1) or slower (-1) does now: another speed, or a frame where K is held."""
        if self._held is not None:
            self._plays_after = False
            self._player.step_frames(by)
        elif not self._is_repeated:
            self._player.shuttle(by)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the key of play from down to up."""
        kind = event.type()
        if not isinstance(event, QKeyEvent) or not self._is_mine(watched):
            return False
        if kind == QEvent.Type.ShortcutOverride:
            self._is_repeated = event.isAutoRepeat()
            if self._is_key(event) and not is_claimed(watched, event):
                # Claimed, it comes again as a plain key.
                event.accept()
                return True
        elif kind == QEvent.Type.KeyPress and self._is_key(event) and not is_claimed(watched, event):
            if not event.isAutoRepeat():
                self._on_down(event.key())
            return True
        elif kind == QEvent.Type.KeyRelease and event.key() == self._held:
            if not event.isAutoRepeat():
                self._on_up()
            return True
        return False

    def _let_go(self) -> None:
        self._held = None

    def _on_down(self, key: int) -> None:
        self._held = key
        self._plays_after = not self._player.is_moving
        self._player.pause()

    def _on_up(self) -> None:
        self._held = None
        if self._plays_after:
            self._player.play()

    def _is_key(self, event: QKeyEvent) -> bool:
        """Whether a key is a plain letter that plays and pauses."""
        if event.modifiers() not in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier):
            return False
        letter = Qt.Key.Key_A <= event.key() <= Qt.Key.Key_Z
        return letter and QKeySequence(event.key()) in self._play.shortcuts() and self._play.isEnabled()

    def _is_mine(self, watched: QObject) -> bool:
        return isinstance(watched, QWidget) and watched.window() is self._window
