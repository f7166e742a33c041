"""A style: how captions and all else over the picture look. Published as immutable versions, which clips pin.

Lengths are thousandths of the height of an upright 9:16 picture. In other shapes they are those of the 9:16
picture with the same shorter side, so that type is as large on a phone in each of them and one number serves all;
`aspects` holds what is to differ all the same. Positions are fractions of the height, 0 at the top. Colours are
"#rrggbb" or "#rrggbbaa". Files are named as they lie in the package: "images/logo.png".
"""

from typing import Annotated, Any, Literal, Self

from pydantic import Field, StringConstraints

from core.schema.choice import Aspect
from core.schema.record import NearbyPath, Record

# A unit of a length at 1080 × 1920, as lengths are told to people.
PX_A_UNIT = 1.92
Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9a-fA-F]{6}([0-9a-fA-F]{2})?$")]
AssetName = Annotated[str, StringConstraints(pattern=r"^((fonts|images|sounds)/[^/\\]+)?$")]
Length = Annotated[float, Field(ge=0.0, le=1000.0, allow_inf_nan=False)]
Share = Annotated[float, Field(ge=0.0, le=1.0, allow_inf_nan=False)]
Seconds = Annotated[float, Field(gt=0.0, le=30.0, allow_inf_nan=False)]
# How the word that is being said stands out; several together.
Highlight = Literal["colour", "box", "scale", "underline"]
Corner = Literal["top_left", "top_right", "bottom_left", "bottom_right"]


class SafeZone(Record):
    """Margins that a platform covers with its own controls, in pixels at 1080×1920."""

    top: int = 210
    bottom: int = 450
    left: int = 60
    right: int = 150


class CaptionStyle(Record):
    """How captions are drawn, and how words are put on pages.

    `position` is the vertical centre; in aspects other than 9:16 the same place between the safe margins is meant,
    so that what lies low in 9:16 also lies low in 16:9. Where `is_shown` is False nothing is painted, but cues are
    still made, for a subtitle file beside the clip. `gradient_colour` is what the letters' colour turns into
    towards their feet. `letter_spacing` is a share of the type size. `speaker_colours` are the colours of the
    speakers' words in order of first appearance in the clip; none: all look alike. `gaps` says whether a page
    stays until the next one where the pause between is short. Captions that avoid faces move out of their way
    where there is room.
    """

    is_shown: bool = True
    font_families: tuple[str, ...] = ("Inter",)
    font_weight: int = Field(default=800, ge=1, le=1000)
    size: float = Field(default=40.0, gt=0.0, le=300.0, allow_inf_nan=False)
    letter_spacing: float = Field(default=0.0, ge=-0.1, le=0.5, allow_inf_nan=False)
    uppercase: bool = False
    colour: Colour = "#ffffff"
    gradient_colour: Colour | None = None
    highlight: tuple[Highlight, ...] = ("colour",)
    highlight_colour: Colour = "#ffd60a"
    highlight_box_colour: Colour = "#6d28d9"
    emphasis_colour: Colour = "#7dd3fc"
    speaker_colours: tuple[Colour, ...] = ()
    outline_colour: Colour = "#000000"
    outline: Length = 5.2
    shadow_colour: Colour = "#00000080"
    shadow_offset: Length = 2.6
    shadow_blur: Length = 3.1
    box_colour: Colour | None = None
    box_radius: Length = 9.4
    box_padding: Length = 12.5
    animation: str = "pop"
    max_words: int = Field(default=4, ge=1, le=12)
    max_lines: int = Field(default=2, ge=1, le=3)
    gaps: Literal["closed", "kept"] = "closed"
    shows_emoji: bool = False
    position: Share = 0.68
    avoids_faces: bool = True


class HookStyle(Record):
    """The title shown during a clip's first seconds."""

    is_shown: bool = True
    seconds: Seconds = 3.0
    size: float = Field(default=33.3, gt=0.0, le=300.0, allow_inf_nan=False)
    uppercase: bool = False
    colour: Colour = "#111111"
    box_colour: Colour = "#ffffff"
    box_radius: Length = 12.0
    position: Share = 0.16


class LowerThirdStyle(Record):
    """The name of who speaks, shown when a speaker with a name is first heard in the clip."""

    is_shown: bool = False
    seconds: Seconds = 4.0
    size: float = Field(default=24.0, gt=0.0, le=300.0, allow_inf_nan=False)
    colour: Colour = "#ffffff"
    box_colour: Colour = "#111111e6"
    accent_colour: Colour = "#ffd60a"
    position: Share = 0.56


class LogoStyle(Record):
    """A picture over the clip from its first frame to its last. It lies inside the safe zone."""

    file: AssetName = ""
    corner: Corner = "top_right"
    height: float = Field(default=40.0, gt=0.0, le=500.0, allow_inf_nan=False)
    opacity: Share = 1.0


class ProgressBarStyle(Record):
    """A thin bar that fills as the clip plays."""

    is_shown: bool = False
    height: float = Field(default=5.2, gt=0.0, le=100.0, allow_inf_nan=False)
    colour: Colour = "#ffd60a"
    edge: Literal["top", "bottom"] = "bottom"


class BackgroundStyle(Record):
    """What fills the frame around a picture that is shown whole: the same picture blurred, a colour, an image."""

    kind: Literal["blur", "colour", "image"] = "blur"
    colour: Colour = "#101114"
    file: AssetName = ""


class CardStyle(Record):
    """A card that fills the frame before or after the clip, for as long as it says; 0 seconds: there is none.

    A picture covers it, or a colour; the text stands in its middle. The sound, if any, is cut to its length.
    """

    seconds: float = Field(default=0.0, ge=0.0, le=10.0, allow_inf_nan=False)
    file: AssetName = ""
    colour: Colour = "#101114"
    text: str = Field(default="", max_length=120)
    text_colour: Colour = "#ffffff"
    size: float = Field(default=50.0, gt=0.0, le=300.0, allow_inf_nan=False)
    sound: AssetName = ""


class BrandRules(Record):
    """What a brand asks of whatever is published under it; empty: anything goes."""

    font_families: tuple[str, ...] = ()
    colours: tuple[Colour, ...] = ()
    needs_logo: bool = False
    banned_words: tuple[str, ...] = ()
    least_contrast: float = Field(default=3.0, ge=1.0, le=21.0, allow_inf_nan=False)


class Asset(Record):
    """A file of a package: its name there, where it is on this machine, and the SHA-256 of its content."""

    name: AssetName
    path: NearbyPath
    digest: str


class Style(Record):
    """One version of a style package.

    `aspects` says, per aspect, which fields of which part have another value there: {"16:9": {"captions": {"size":
    60}}}. `digest` is that of the published package, empty for one that was never published.
    """

    name: str
    version: int = Field(ge=1)
    title: str = Field(default="", max_length=80)
    author: str = Field(default="", max_length=80)
    note: str = Field(default="", max_length=400)
    digest: str = ""
    captions: CaptionStyle = CaptionStyle.by_default()
    hook: HookStyle = HookStyle.by_default()
    lower_third: LowerThirdStyle = LowerThirdStyle.by_default()
    logo: LogoStyle = LogoStyle.by_default()
    progress_bar: ProgressBarStyle = ProgressBarStyle.by_default()
    background: BackgroundStyle = BackgroundStyle.by_default()
    intro: CardStyle = CardStyle.by_default()
    outro: CardStyle = CardStyle.by_default()
    brand: BrandRules = BrandRules.by_default()
    safe_zone: SafeZone = SafeZone.by_default()
    aspects: dict[Aspect, dict[str, dict[str, Any]]] = {}
    assets: tuple[Asset, ...] = ()

    @property
    def pin(self) -> str:
        """How clips name this version: `name@version`."""
        return f"{self.name}@{self.version}"

    def identity(self) -> str:
        """Return what makes two styles paint the same: files count by content, wherever they lie."""
        told = self.model_dump(mode="json", exclude={"assets", "title", "author", "note", "digest"})
        files = {asset.name: asset.digest for asset in self.assets}
        return Record.identity(_Identity(style=told, files=dict(sorted(files.items()))))

    def in_aspect(self, aspect: Aspect) -> Self:
        """Return the style as it is in an aspect, with nothing left to differ.

        Raises:
            ValidationError: A field of that aspect is unknown or has a value that it can't have.
        """
        told = self.model_dump(exclude={"aspects"})
        for part, fields in self.aspects.get(aspect, {}).items():
            told[part] = {**told.get(part, {}), **fields}
        return self.model_validate(told)

    @property
    def shows_names(self) -> bool:
        """Whether it shows who speaks, in any aspect."""
        return self.lower_third.is_shown or any(self.in_aspect(one).lower_third.is_shown for one in self.aspects)

    def asset(self, name: str) -> Asset | None:
        """Return the file of that name, None where the package has none."""
        return next((asset for asset in self.assets if asset.name == name), None)


class _Identity(Record):
    style: dict[str, Any]
    files: dict[str, str]
