"""What stands over the picture: the opening line, the caption style, the captions' language and words."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QImage, QPixmap
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QRadioButton, QVBoxLayout

from core.schema.clip import Clip
from core.schema.style import Style
from ui import theme
from ui.inspector.page import InspectorPage
from ui.panel import Workbench
from ui.style.fields import ANIMATION_TITLES
from ui.widgets.basics import button, clear, column, label
from ui.widgets.chooser import Chooser
from ui.widgets.fields import CommitField
from ui.wording import tr

_TRANSLATE = "translate"
_ICON_PX, _ICON_HIGH_PX = 112, 44


class CaptionsPage(InspectorPage):
    """The caption style, the opening line, the captions' language and words."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__(bench)
        self._hook = CommitField(tr("Opening line"), tr("Written by Shortlist"))
        self._hook.setObjectName("clipHook")
        self._hook.committed.connect(self.review.set_hook)
        self._stressed = CommitField(tr("Stressed words"), tr("Chosen by Shortlist"))
        self._stressed.setObjectName("clipStressed")
        self._stressed.setToolTip(tr("Words of the clip that its captions emphasise, with spaces between them"))
        self._stressed.committed.connect(self.review.set_stressed)
        self._masks = QCheckBox(tr("Star swear words"))
        self._masks.setObjectName("maskProfanity")
        self._masks.setToolTip(tr("Shows f*** in the captions; the sound is another matter (Sound)"))
        self._masks.clicked.connect(self.review.mask_profanity)
        self._fillers = button(tr("Remove fillers"), self.review.remove_fillers, "scissors")
        self._fillers.setObjectName("removeFillers")
        self._fillers_hint = label("", "small", wraps=True)
        self._fillers_hint.setObjectName("fillersHint")
        self._language = Chooser()
        self._language.setObjectName("captionLanguage")
        self._language.setAccessibleName(tr("Captions’ language"))
        self._language.activated.connect(lambda _place: self._on_language_chosen())
        self._languages: tuple[str, ...] | None = None
        self._group = QButtonGroup(self)
        self._styles = QVBoxLayout()
        self._styles.setSpacing(4)
        self._shown: tuple[str, ...] = ()
        self._in_use = label("", "small", wraps=True)
        self._in_use.setObjectName("clipStyle")
        layout = column(
            label(tr("Opening line"), "section"),
            self._hook,
            label(tr("Shown over the first seconds. Clear it to let Shortlist write it."), "small", wraps=True),
            8,
            label(tr("Style"), "section"),
        )
        layout.setContentsMargins(12, 12, 12, 12)
        layout.addLayout(self._styles)
        layout.addWidget(self._in_use)
        layout.addSpacing(8)
        layout.addWidget(label(tr("Language"), "section"))
        layout.addWidget(self._language)
        layout.addSpacing(8)
        layout.addWidget(label(tr("Words"), "section"))
        layout.addWidget(self._stressed)
        layout.addWidget(label(tr("What captions stress. Clear it to let Shortlist choose."), "small", wraps=True))
        layout.addWidget(self._masks)
        layout.addWidget(self._fillers)
        layout.addWidget(self._fillers_hint)
        layout.addWidget(
            label(
                tr(
                    "Double-click a word of the clip in the transcript to correct it; select words and press Del"
                    " to cut them."
                ),
                "small",
                wraps=True,
            )
        )
        layout.addStretch(1)
        self.setLayout(layout)
        self.review.analysis_changed.connect(self.refresh)
        bench.specimens.painted.connect(self._on_painted)
        bench.translation.changed.connect(lambda source_id, _language: self._on_translation_changed(source_id))

    def show_clip(self, clip: Clip) -> None:
        """Show a clip."""
        self._hook.show_text(clip.wording.hook)
        self._stressed.show_text(" ".join(clip.wording.stressed))
        self._show_language(clip)
        self._masks.setChecked(clip.wording.masks_profanity)
        self._show_fillers()
        styles = self.review.styles()
        if tuple(style.pin for style in styles) != self._shown:
            self._show_styles(styles)
        name, _, version = clip.style.partition("@")
        # A clip may keep a version that is not the newest: then none is chosen here, which a group allows nobody.
        self._group.setExclusive(False)
        for made in self._group.buttons():
            pin = str(made.property("pin"))
            made.setChecked(clip.style == pin or (pin.partition("@")[0] == name and not version))
        self._group.setExclusive(True)
        self._in_use.setText(_in_use(name, version, styles))

    def _show_language(self, clip: Clip) -> None:
        work, run = self.bench.translation, self.review.run
        there = work.languages(run.source_id) if run else []
        languages = tuple(sorted({*there, *([clip.caption_language] if clip.caption_language else [])}))
        if languages != self._languages:
            self._languages = languages
            known = work.known()
            self._language.clear()
            self._language.addItem(tr("As spoken"), "")
            for code in languages:
                self._language.addItem(known.get(code, code), code)
            self._language.addItem(tr("Translate…"), _TRANSLATE)
        self._language.setCurrentIndex(max(0, self._language.findData(clip.caption_language)))

    def _on_language_chosen(self) -> None:
        wanted, clip = str(self._language.currentData()), self.review.current
        if wanted == _TRANSLATE:
            if clip is not None:
                self._show_language(clip)
            self.bench.translation.wanted.emit()
        else:
            self.review.set_caption_language(wanted)

    def _on_translation_changed(self, source_id: str) -> None:
        clip, run = self.review.current, self.review.run
        if clip is not None and run is not None and run.source_id == source_id:
            self._show_language(clip)

    def _show_fillers(self) -> None:
        count, hint = self.review.fillers()
        self._fillers.setEnabled(count > 0)
        self._fillers_hint.setText(hint)

    def _show_styles(self, styles: tuple[Style, ...]) -> None:
        clear(self._styles)
        self._shown = tuple(style.pin for style in styles)
        for style in styles:
            made = QRadioButton(style.title or style.name)
            made.setProperty("pin", style.pin)
            made.setObjectName(f"style_{style.name}")
            made.setIconSize(QSize(_ICON_PX, _ICON_HIGH_PX))
            made.setIcon(_blank())
            made.setToolTip(_style_hint(style))
            made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            made.clicked.connect(lambda _checked=False, pin=style.pin: self.review.set_style(pin))
            self._group.addButton(made)
            self._styles.addWidget(made)
            scale = self.devicePixelRatioF()
            size = round(_ICON_PX * scale), round(_ICON_HIGH_PX * scale)
            self.bench.specimens.want(f"icon {style.pin}", style, "9:16", *size)

    def _on_painted(self, key: str, picture: QImage) -> None:
        for made in self._group.buttons():
            if key == f"icon {made.property('pin')}":
                made.setIcon(QIcon(QPixmap.fromImage(picture)))


def _blank() -> QIcon:
    """Return what stands where a style's sample is still to be painted."""
    picture = QPixmap(_ICON_PX, _ICON_HIGH_PX)
    picture.fill(theme.colour("raised"))
    return QIcon(picture)


def _in_use(name: str, version: str, styles: tuple[Style, ...]) -> str:
    """Return which version of which style a clip keeps, and whether there is a newer one."""
    newest = next((style for style in styles if style.name == name), None)
    title = (newest.title if newest else "") or name
    if not version:
        return ""
    if newest is not None and str(newest.version) != version:
        told = tr("In use: {style}, version {version}. Version {newest} is there.")
        return told.format(style=title, version=version, newest=newest.version)
    return tr("In use: {style}, version {version}.").format(style=title, version=version)


def _style_hint(style: Style) -> str:
    captions = style.captions
    if not captions.is_shown:
        return tr("Nothing is painted over the picture, {style}").format(style=style.pin)
    animation = tr(ANIMATION_TITLES.get(captions.animation, captions.animation))
    told = tr("{font}, {animation}, up to %n words, {style}", "", captions.max_words)
    return told.format(font=captions.font_families[0], animation=animation, style=style.pin)
