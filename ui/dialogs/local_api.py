"""The local API in the settings: switched at once, with what another program needs to know."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPushButton, QWidget

from ui import theme
from ui.controllers.local_api import LocalApiController
from ui.widgets.basics import button, label, row
from ui.widgets.dialog import TAB_MARGINS
from ui.widgets.fields import CalmSpinBox
from ui.widgets.form import Form
from ui.wording import QT_TR_NOOP, tr

_ABOUT = QT_TR_NOOP(
    "Other programs on this computer may import, start runs, decide, edit and export as you do here, while this "
    "window is open. Nobody gets in from another computer, from a web page, or without the token."
)
_DOTS = 12


class LocalApiPage(QWidget):
    """Switch, port, address and token of the local API."""

    def __init__(self, api: LocalApiController) -> None:
        super().__init__()
        self.setObjectName("localApiPage")
        self._api = api
        self._switch = QCheckBox(tr("Answer other programs on this computer"))
        self._switch.setObjectName("apiSwitch")
        self._switch.clicked.connect(self._on_switch)
        self._port = CalmSpinBox()
        self._port.setObjectName("apiPort")
        self._port.setAccessibleName(tr("Port of the local API"))
        self._port.setRange(1024, 65535)
        self._port.setGroupSeparatorShown(False)
        self._port.editingFinished.connect(self._on_port)
        theme.fix_width(self._port, 120)
        self._found = ""
        self._address, self._copies_address = _told("apiAddress", tr("Address of the local API"))
        self._token, self._copies_token = _told("apiToken", tr("Token of the local API"), lambda: self._found)
        self._show_token = QCheckBox(tr("Show"))
        self._show_token.setObjectName("apiShowToken")
        self._show_token.toggled.connect(lambda _is_on: self._write_token())
        self._renew = button(tr("New token"), api.renew)
        self._renew.setObjectName("apiRenew")
        self._renew.setToolTip(tr("The old one lets nobody in any more."))
        self._problem = label("", "error", wraps=True)
        self._problem.setObjectName("apiProblem")
        self._lay_out()
        api.changed.connect(self._show)
        api.refused.connect(self._on_refused)
        api.token_found.connect(self._show_found)
        self._show()
        api.ask_token()

    def _lay_out(self) -> None:
        form = Form()
        form.setContentsMargins(TAB_MARGINS)
        form.setVerticalSpacing(12)
        form.addRow(label(tr(_ABOUT), "muted", wraps=True))
        form.addRow(self._switch)
        form.addRow(self._problem)
        form.add(tr("Port"), self._port)
        address = row(self._address, self._copies_address, spacing=8)
        token = row(self._token, self._show_token, self._copies_token, self._renew, spacing=8)
        for line in (address, token):
            line.setStretch(0, 1)
        form.add(tr("Address"), address)
        form.add(tr("Token"), token)
        form.addRow(label(tr("It works at once, whether the rest is saved or not."), "muted", wraps=True))
        self.setLayout(form)

    def _on_switch(self, is_on: bool) -> None:
        self._api.switch(is_on, self._port.value())

    def _on_port(self) -> None:
        state = self._api.state()
        if self._port.value() != state.port:
            self._api.switch(state.is_on, self._port.value())

    def _on_refused(self, reason: str) -> None:
        self._problem.setText(reason)

    def _show_found(self, token: str) -> None:
        """Take a token that is there, or a new one."""
        self._found = token
        self._write_token()

    def _write_token(self) -> None:
        """Show the token from its beginning, or a few dots: where all are not seen whole, one would be cut."""
        is_shown = self._show_token.isChecked()
        self._token.setEchoMode(QLineEdit.EchoMode.Normal if is_shown else QLineEdit.EchoMode.Password)
        self._token.setText(self._found if is_shown else self._found[:_DOTS])
        self._token.setCursorPosition(0)

    def _show(self) -> None:
        self._problem.setText("")
        state = self._api.state()
        self._switch.setChecked(state.is_on and bool(state.address))
        self._port.setValue(state.port)
        self._address.setText(state.address or tr("It does not listen."))
        self._copies_address.setEnabled(bool(state.address))


def _told(name: str, spoken: str, what: Callable[[], str] | None = None) -> tuple[QLineEdit, QPushButton]:
    """Return a field that is only read, and the button that copies it, or `what` it stands for."""
    field = QLineEdit()
    field.setObjectName(name)
    field.setAccessibleName(spoken)
    field.setReadOnly(True)
    copies = button(tr("Copy"), lambda: QGuiApplication.clipboard().setText(what() if what else field.text()))
    copies.setObjectName(f"{name}Copy")
    copies.setAccessibleName(tr("Copy: {what}").format(what=spoken))
    return field, copies
