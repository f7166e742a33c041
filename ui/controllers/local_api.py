"""Whether other programs on this machine are answered, and with which token they get in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from core.errors import ShortlistError
from ui.controllers.tasks import Tasks
from ui.wording import QT_TR_NOOP, told


@dataclass(frozen=True)
class ApiState:
    """Whether it is switched on, the port it is to have (0: nobody serves), and its address where it listens."""

    is_on: bool = False
    port: int = 0
    address: str = ""


class LocalApi(Protocol):
    """Serves the open project; the application around the window does."""

    def state(self) -> ApiState:
        """Return how it stands."""
        ...

    async def switch(self, is_on: bool, port: int) -> None:
        """Begin or end to answer, now and at every start.

        Raises:
            ShortlistError: The port can't be had, or the choice can't be kept.
        """
        ...

    def token(self) -> str:
        """Return the token, made where there is none yet. Blocks: the keyring is asked.

        Raises:
            ShortlistError: It can't be kept.
        """
        ...

    def renew(self) -> str:
        """Make another token; the old one lets nobody in any more, at once. Blocks.

        Raises:
            ShortlistError: It can't be kept.
        """
        ...


class LocalApiController(QObject):
    """Stands between the settings and who serves.

    Signals:
        changed(): It was switched, or could not be.
        refused(str): Why it could not be switched, as a sentence.
        token_found(str): The token, after it was asked for or renewed.
    """

    changed = Signal()
    refused = Signal(str)
    token_found = Signal(str)

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._served: LocalApi | None = None

    def follow(self, served: LocalApi) -> None:
        """Ask this one from now on, and have it begin where the user wants that."""
        self._served = served
        state = served.state()
        if state.is_on:
            begin = self._switch(True, state.port)
            self._tasks.start(begin, QT_TR_NOOP("The local API can't be switched on."))

    @property
    def is_there(self) -> bool:
        """Whether somebody could serve."""
        return self._served is not None

    def state(self) -> ApiState:
        """Return how it stands."""
        return self._served.state() if self._served else ApiState()

    def switch(self, is_on: bool, port: int) -> None:
        """Begin or end to answer."""
        self._tasks.start(self._try(is_on, port), QT_TR_NOOP("The local API can't be switched on."))

    def ask_token(self) -> None:
        """Look the token up."""
        self._tasks.start(self._find(False), QT_TR_NOOP("The token of the local API can't be had."))

    def renew(self) -> None:
        """Make another token."""
        self._tasks.start(self._find(True), QT_TR_NOOP("The token of the local API can't be renewed."))

    async def _try(self, is_on: bool, port: int) -> None:
        try:
            await self._switch(is_on, port)
        except ShortlistError as error:
            self.refused.emit(told(str(error)))

    async def _switch(self, is_on: bool, port: int) -> None:
        if self._served is None:
            return
        try:
            await self._served.switch(is_on, port)
        finally:
            self.changed.emit()

    async def _find(self, is_new: bool) -> None:
        if self._served is None:
            return
        ask = self._served.renew if is_new else self._served.token
        self.token_found.emit(await self._tasks.in_thread(ask))
