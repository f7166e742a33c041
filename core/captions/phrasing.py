"""Where a reader expects a caption to end: after sentences and clauses, never inside a number."""

from __future__ import annotations

import re
from collections.abc import Sequence

SENTENCE_ENDS = tuple(".!?…。！？．؟۔।॥։")
CLAUSE_ENDS = tuple(",;:،؛、，；：–—")
CLOSERS = " \u00a0\"'”“’‘»«›‹)]）］」』】〉》"

# Titles stand before a name, so their full stop ends nothing.
_TITLES = frozenset(
    "mr. mrs. ms. dr. prof. st. sr. sra. mme. hr. no. nr. vs. e.g. i.e. z.b. bzw.".split()  # noqa: SIM905
)
# "no." is also an answer: as one it is a sentence.
_TITLES_BEFORE_DIGITS = frozenset(("no.", "nr."))

# Words that begin a phrase: conjunctions, relatives, prepositions. A reader expects a break before them.
_OPENERS = frozenset(
    """
    and or but so because if when where while that which who than as to of in on at by for from with into about
    und oder aber weil dass wenn als zu im am in mit von für auf bei nach
    y o pero porque si cuando que de en con por para sin
    et ou mais parce si quand que de à dans pour avec sur
    e ma perché se quando che di da in con su per
    mas porque quando que de em com para por sem no na
    maar omdat dat wanneer voor naar bij
    """.split()  # noqa: SIM905 - a quoted list of words is easier to read than so many quotes
)
# Articles and their like belong to the next word more than anything else does.
_ARTICLES = frozenset(
    """
    a an the my your his her its our their this der die das den dem ein eine einen el los las un una del le les des
    du au al il lo gli os as um uma da do het een de
    """.split()  # noqa: SIM905
)
# A page should not end on a word that leans on the next one: those, and what stands before verbs.
_BEFORE_VERBS = frozenset(
    """
    is are was were i i'm we he she they will would could should very ich wir i ik
    """.split()  # noqa: SIM905
)
_LEANING = _OPENERS | _ARTICLES | _BEFORE_VERBS
_PLAIN_BREAK, _BREAK_BEFORE_PHRASE, _BREAK_IN_NAME, _BREAK_BEHIND_ARTICLE = 0.3, 0.1, 1.1, 1.5

# Words that are numbers in one language and something else in another ("once", "due", "sei") are left out.
_NUMBER_WORDS = frozenset(
    """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million
    billion trillion dozen null zwei drei vier fünf sechs sieben acht neun zehn elf zwölf zwanzig dreißig
    vierzig fünfzig sechzig siebzig achtzig neunzig hundert tausend millionen milliarde milliarden dos tres
    cuatro cinco seis siete ocho nueve diez veinte treinta cuarenta cincuenta cien ciento mil millón millones
    deux trois quatre cinq sept huit neuf dix vingt trente quarante cinquante soixante cent cents mille millions
    milliard milliards tre quattro cinque sette otto nove dieci venti trenta cento mila milione milioni miliardi
    dois duas três quatro sete oito dez vinte trinta quarenta cinquenta cem milhão milhões bilhão bilhões
    """.split()  # noqa: SIM905
)
# A number of more words than a page holds is split behind one of these.
_MAGNITUDES = frozenset(
    """
    hundred thousand million billion trillion hundert tausend millionen milliarden cien ciento mil millones mille
    millions milliards cento mila milioni miliardi milhões bilhões
    """.split()  # noqa: SIM905
)
_NUMBER_LINKS = frozenset(("and", "point", "und", "komma", "y", "et", "e", "virgule"))
# Behind these, "one" stands for a thing and counts nothing: "this one", "no one".
_BEFORE_PRONOUN = frozenset(
    ("no", "this", "that", "any", "every", "some", "each", "which", "another", "other", "the")
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_DIGITS = re.compile(r"[^\w\s]*[a-z]{0,3}[^\w\s]*\d(?:[\d.,:/'’\u00a0\u202f]*\d)?")


def ends_sentence(text: str, following: str = "") -> bool:
    """Whether a sentence ends with this word, closing quotes and brackets aside; `following` is the next word."""
    word = text.rstrip(CLOSERS)
    if not word.endswith(SENTENCE_ENDS):
        return False
    bare = word.lower().lstrip("\"'“‘„«([")
    if bare in _TITLES_BEFORE_DIGITS:
        return not following[:1].isdigit()
    return bare not in _TITLES


def ends_clause(text: str) -> bool:
    """Whether a clause ends with this word, closing quotes and brackets aside."""
    return text.rstrip(CLOSERS).endswith(CLAUSE_ENDS)


def leans_on_next(text: str) -> bool:
    """Whether the word reads badly as the last of a page: an article, a preposition, a conjunction."""
    return text.lower() in _LEANING


def break_cost(words: Sequence[str], index: int) -> float:
    """Return how badly a page or line that goes on ends behind words[index]: 0 after a clause, 1 inside a phrase,
    1.5 behind an article.

    After what subtitlers ask for (BBC Subtitle Guidelines, "Line breaks"): break at punctuation, else before a
    conjunction or preposition; never between an article and its noun, or a first and a last name.
    """
    word = words[index]
    if index + 1 >= len(words) or ends_clause(word) or ends_sentence(word, words[index + 1]):
        return 0.0
    if leans_on_next(word):
        return _BREAK_BEHIND_ARTICLE if word.lower() in _ARTICLES else 1.0
    following = words[index + 1]
    if index and _is_name(word) and _is_name(following):
        return _BREAK_IN_NAME
    return _BREAK_BEFORE_PHRASE if following.lower() in _OPENERS else _PLAIN_BREAK


def _is_name(text: str) -> bool:
    """Whether a word is written as a name is: "Maria", not "MARIA", "I" or "5G"."""
    return len(text) > 1 and text[0].isupper() and not text.isupper()


def split_number(words: Sequence[str], index: int) -> float:
    """Return how badly a cut behind words[index] splits a number, or a number from what it counts: 0 to 1."""
    if index + 1 >= len(words):
        return 0.0
    previous, word, following, after = (
        words[place].lower() if 0 <= place < len(words) else "" for place in range(index - 1, index + 3)
    )
    goes_on = _is_number(following, is_open=False)
    if word in _NUMBER_LINKS:
        return 1.0 if _is_number(previous) and goes_on else 0.0
    if not _is_number(word) or (word == "one" and previous in _BEFORE_PRONOUN):
        return 0.0
    if _YEAR.fullmatch(word):
        return 0.1
    goes_on = goes_on or (following in _NUMBER_LINKS and _is_number(after, is_open=False))
    return 0.4 if goes_on and word in _MAGNITUDES else 1.0


def _is_number(text: str, is_open: bool = True) -> bool:
    """Whether the word is a number; an open one has nothing behind it, as "2019," and "four." have."""
    word = text if is_open else text.rstrip(CLOSERS + "".join(SENTENCE_ENDS + CLAUSE_ENDS))
    parts = word.lower().split("-")
    return bool(_DIGITS.fullmatch(word.lower())) or all(part in _NUMBER_WORDS for part in parts)
