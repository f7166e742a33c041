"""How languages are called in the window: those that captions can be translated into."""

from __future__ import annotations

from collections.abc import Mapping

from ui.searching import folded
from ui.wording import QT_TR_NOOP, tr

# As core.translation.languages has them, which asks a model by these names.
LANGUAGE_NAMES: dict[str, str] = {
    "af": QT_TR_NOOP("Afrikaans"),
    "ar": QT_TR_NOOP("Arabic"),
    "az": QT_TR_NOOP("Azerbaijani"),
    "be": QT_TR_NOOP("Belarusian"),
    "bg": QT_TR_NOOP("Bulgarian"),
    "bn": QT_TR_NOOP("Bengali"),
    "bs": QT_TR_NOOP("Bosnian"),
    "ca": QT_TR_NOOP("Catalan"),
    "cs": QT_TR_NOOP("Czech"),
    "cy": QT_TR_NOOP("Welsh"),
    "da": QT_TR_NOOP("Danish"),
    "de": QT_TR_NOOP("German"),
    "el": QT_TR_NOOP("Greek"),
    "en": QT_TR_NOOP("English"),
    "es": QT_TR_NOOP("Spanish"),
    "et": QT_TR_NOOP("Estonian"),
    "eu": QT_TR_NOOP("Basque"),
    "fa": QT_TR_NOOP("Persian"),
    "fi": QT_TR_NOOP("Finnish"),
    "fr": QT_TR_NOOP("French"),
    "ga": QT_TR_NOOP("Irish"),
    "gl": QT_TR_NOOP("Galician"),
    "gu": QT_TR_NOOP("Gujarati"),
    "he": QT_TR_NOOP("Hebrew"),
    "hi": QT_TR_NOOP("Hindi"),
    "hr": QT_TR_NOOP("Croatian"),
    "hu": QT_TR_NOOP("Hungarian"),
    "hy": QT_TR_NOOP("Armenian"),
    "id": QT_TR_NOOP("Indonesian"),
    "is": QT_TR_NOOP("Icelandic"),
    "it": QT_TR_NOOP("Italian"),
    "ja": QT_TR_NOOP("Japanese"),
    "ka": QT_TR_NOOP("Georgian"),
    "kk": QT_TR_NOOP("Kazakh"),
    "km": QT_TR_NOOP("Khmer"),
    "kn": QT_TR_NOOP("Kannada"),
    "ko": QT_TR_NOOP("Korean"),
    "lo": QT_TR_NOOP("Lao"),
    "lt": QT_TR_NOOP("Lithuanian"),
    "lv": QT_TR_NOOP("Latvian"),
    "mk": QT_TR_NOOP("Macedonian"),
    "ml": QT_TR_NOOP("Malayalam"),
    "mn": QT_TR_NOOP("Mongolian"),
    "mr": QT_TR_NOOP("Marathi"),
    "ms": QT_TR_NOOP("Malay"),
    "my": QT_TR_NOOP("Burmese"),
    "ne": QT_TR_NOOP("Nepali"),
    "nl": QT_TR_NOOP("Dutch"),
    "no": QT_TR_NOOP("Norwegian"),
    "pa": QT_TR_NOOP("Punjabi"),
    "pl": QT_TR_NOOP("Polish"),
    "pt": QT_TR_NOOP("Portuguese"),
    "ro": QT_TR_NOOP("Romanian"),
    "ru": QT_TR_NOOP("Russian"),
    "si": QT_TR_NOOP("Sinhala"),
    "sk": QT_TR_NOOP("Slovak"),
    "sl": QT_TR_NOOP("Slovenian"),
    "sq": QT_TR_NOOP("Albanian"),
    "sr": QT_TR_NOOP("Serbian"),
    "sv": QT_TR_NOOP("Swedish"),
    "sw": QT_TR_NOOP("Swahili"),
    "ta": QT_TR_NOOP("Tamil"),
    "te": QT_TR_NOOP("Telugu"),
    "th": QT_TR_NOOP("Thai"),
    "tl": QT_TR_NOOP("Tagalog"),
    "tr": QT_TR_NOOP("Turkish"),
    "uk": QT_TR_NOOP("Ukrainian"),
    "ur": QT_TR_NOOP("Urdu"),
    "uz": QT_TR_NOOP("Uzbek"),
    "vi": QT_TR_NOOP("Vietnamese"),
    "zh": QT_TR_NOOP("Chinese"),
}


def language_title(code: str) -> str:
    """Return how a language is called; an unknown code is its own name."""
    return tr(LANGUAGE_NAMES[code]) if code in LANGUAGE_NAMES else code


def in_order(known: Mapping[str, str]) -> dict[str, str]:
    """Return languages by code, by the names that are shown, in their order.

    Args:
        known: English names by code; the name of a language that has none here.
    """
    shown = {code: language_title(code) if code in LANGUAGE_NAMES else name for code, name in known.items()}
    return dict(sorted(shown.items(), key=lambda entry: folded(entry[1])))
