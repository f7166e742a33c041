"""Languages by code and English name: what the user may ask for, and how a model is told."""

from __future__ import annotations

from core.errors import TranscriptError

NAMES: dict[str, str] = {
    "af": "Afrikaans", "ar": "Arabic", "az": "Azerbaijani", "be": "Belarusian", "bg": "Bulgarian", "bn": "Bengali",
    "bs": "Bosnian", "ca": "Catalan", "cs": "Czech", "cy": "Welsh", "da": "Danish", "de": "German", "el": "Greek",
    "en": "English", "es": "Spanish", "et": "Estonian", "eu": "Basque", "fa": "Persian", "fi": "Finnish",
    "fr": "French", "ga": "Irish", "gl": "Galician", "gu": "Gujarati", "he": "Hebrew", "hi": "Hindi",
    "hr": "Croatian", "hu": "Hungarian", "hy": "Armenian", "id": "Indonesian", "is": "Icelandic", "it": "Italian",
    "ja": "Japanese", "ka": "Georgian", "kk": "Kazakh", "km": "Khmer", "kn": "Kannada", "ko": "Korean",
    "lo": "Lao", "lt": "Lithuanian", "lv": "Latvian", "mk": "Macedonian", "ml": "Malayalam", "mn": "Mongolian",
    "mr": "Marathi",
    "ms": "Malay", "my": "Burmese", "ne": "Nepali", "nl": "Dutch", "no": "Norwegian", "pa": "Punjabi",
    "pl": "Polish", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "si": "Sinhala", "sk": "Slovak",
    "sl": "Slovenian", "sq": "Albanian", "sr": "Serbian", "sv": "Swedish", "sw": "Swahili", "ta": "Tamil",
    "te": "Telugu", "th": "Thai", "tl": "Tagalog", "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu", "uz": "Uzbek",
    "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip


def language_code(wanted: str) -> str:
    """Return the ISO 639-1 code of a language named by code ("de", "pt-BR") or in English ("German").

    Raises:
        TranscriptError: It is not known.
    """
    plain = " ".join(wanted.split()).lower()
    code = plain.replace("_", "-").partition("-")[0]
    if code in NAMES:
        return code
    for known, name in NAMES.items():
        if name.lower() == plain:
            return known
    raise TranscriptError(
        f"{wanted.strip()!r} is no language that is known here.",
        remedy="Give its code (de, fr, ja) or its English name (German, French, Japanese).",
    )


def language_name(code: str) -> str:
    """Return a language's English name; an unknown code is its own name."""
    return NAMES.get(code, code)
