"""What is written beside a clip where it is posted: description and hashtags, to edit and to copy."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QToolButton, QWidget

from ui.icons import icon
from ui.panel import Workbench
from ui.widgets.basics import button, column, icon_button, label, restyle, row
from ui.widgets.fields import CommitField, CommitText
from ui.wording import QT_TR_NOOP, tr

_TOLD_MS = 1500
_LONGEST_NAME = 22
_EMPTY = QT_TR_NOOP("Description for the post")
_UNREAD = QT_TR_NOOP("The words are an unread draft: write the description yourself")


class PostPart(QWidget):
    """Description and hashtags of the clip in hand, each with a button that copies it."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__()
        self._work = bench.posts
        self._description = CommitText(tr("Description for the post"), tr(_EMPTY))
        self._description.setObjectName("clipDescription")
        self._description.committed.connect(self._work.describe)
        self._tags = CommitField(tr("Hashtags for the post"), tr("#hashtags"))
        self._tags.setObjectName("clipHashtags")
        self._tags.committed.connect(self._work.tag)
        self._states = {
            "description": self._state("description", lambda: self._work.describe("")),
            "hashtags": self._state("hashtags", lambda: self._work.tag("")),
        }
        self._copies = {
            "description": self._copy_button("description", tr("Copy the description")),
            "hashtags": self._copy_button("hashtags", tr("Copy the hashtags")),
        }
        self._all = button(tr("Copy post"), lambda: self._copy("all"), "copy")
        self._all.setObjectName("clipCopyPost")
        self._all.setToolTip(tr("Copy title, description and hashtags"))
        self._write = button("", self._on_write)
        self._write.setObjectName("clipWrite")
        self._told = label("", "small", wraps=True)
        self._told.setObjectName("clipWriteTold")
        self._told.hide()
        layout = column(spacing=4)
        layout.addLayout(row(label(tr("Post"), "section"), None, self._all))
        for name, title, field in (
            ("description", tr("Description"), self._description),
            ("hashtags", tr("Hashtags"), self._tags),
        ):
            layout.addLayout(row(label(title, "muted"), None, self._states[name], self._copies[name]))
            layout.addWidget(field)
        layout.addLayout(row(self._write, None))
        layout.addWidget(self._told)
        self.setLayout(layout)
        self._work.ended.connect(self._on_ended)
        bench.review.current_changed.connect(self._told.hide)
        self._work.changed.connect(self._show)
        bench.review.current_edited.connect(self._show)
        self._show()

    def _state(self, name: str, reset: object) -> QToolButton:
        made = QToolButton()
        made.setProperty("time", True)
        made.setObjectName(f"clipAutomatic_{name}")
        made.clicked.connect(reset)
        return made

    def _copy_button(self, name: str, hint: str) -> QToolButton:
        made = icon_button("copy", hint, lambda: self._copy(name))
        made.setObjectName(f"clipCopy_{name}")
        return made

    def _show(self) -> None:
        post = self._work.post
        self._description.show_text(post.description)
        self._tags.show_text(" ".join(post.hashtags))
        for name, is_own, text in zip(
            ("description", "hashtags"), self._work.is_own, (post.description, post.hashtags), strict=True
        ):
            state = self._states[name]
            state.setText(tr("Automatic again") if is_own else tr("automatic"))
            state.setEnabled(is_own)
            state.setToolTip(
                tr("Let Shortlist write it") if is_own else tr("Written from what is said; yours once you edit it")
            )
            state.setVisible(bool(text))
            self._copies[name].setEnabled(bool(text))
        self._description.setPlaceholderText(tr(_UNREAD if self._work.is_draft else _EMPTY))
        self._all.setEnabled(bool(self._work.text()))
        self.show_model()

    def show_model(self) -> None:
        """Offer the language model that is set now."""
        model, is_writing = self._work.model, self._work.is_writing
        self._write.setVisible(bool(model or is_writing))
        name = model if len(model) <= _LONGEST_NAME else f"{model[: _LONGEST_NAME - 1]}…"
        self._write.setText(tr("Stop writing") if is_writing else tr("Write with {name}").format(name=name))
        self._write.setToolTip(
            tr(
                "Have {model} write title, hook, description, hashtags and the words to stress, as one step of"
                " undo. What is said in the clip is sent to it, which may cost money; your budget holds."
            ).format(model=model)
        )

    def _on_write(self) -> None:
        if self._work.is_writing:
            self._work.stop()
            return
        self._told.hide()
        self._work.write()

    def _on_ended(self, told: str, is_problem: bool) -> None:
        restyle(self._told, "role", "caution" if is_problem else "small")
        self._told.setText(told)
        self._told.show()

    def _copy(self, name: str) -> None:
        post = self._work.post
        texts = {"description": post.description, "hashtags": " ".join(post.hashtags), "all": self._work.text()}
        QGuiApplication.clipboard().setText(texts[name])
        pressed = self._copies.get(name, self._all)
        pressed.setIcon(icon("done", "approved"))
        QTimer.singleShot(_TOLD_MS, pressed, lambda: pressed.setIcon(icon("copy")))
