"""Texts as people type and order them: without case, accents, widths and forms of letters.

fold() is what a search compares, sort_key() the order of a list. What is stored of it knows no
language; tailored_key() adds the rules that one has of its own. Neither is ever shown, and names
are told apart by core.library.text.name_key, which keeps accents.
"""

from __future__ import annotations

import re
import unicodedata

# Letters that Unicode does not take apart, as people without such a key type them.
LETTERS = {
    "ø": "o", "ł": "l", "œ": "oe", "æ": "ae", "đ": "d", "ð": "d", "þ": "th", "ħ": "h", "ŧ": "t",
    "ı": "i", "ȷ": "j", "ŋ": "n", "ə": "e", "ɐ": "a", "ƒ": "f", "ĸ": "k", "ƀ": "b", "ɨ": "i",
    "ʉ": "u", "ɇ": "e", "ⱥ": "a", "ⱦ": "t", "ƶ": "z", "ɓ": "b", "ɗ": "d", "ɛ": "e", "ɔ": "o",
    "ى": "ي", "ة": "ه", "ک": "ك", "ی": "ي", "ґ": "г", "♯": "#", "𝄪": "##", "𝄫": "♭♭",
}  # fmt: skip
KATAKANA = {chr(code): chr(code - 0x60) for code in range(0x30A1, 0x30F7)}
# Marks above and below letters, Hebrew and Arabic vowels; not the vowels and tones of Thai or
# Devanagari, nor the marks of kana: there they make other words.
ACCENTS = (
    (0x0300, 0x036F), (0x0591, 0x05BD), (0x05BF, 0x05BF), (0x05C1, 0x05C2), (0x05C4, 0x05C7),
    (0x0610, 0x061A), (0x0640, 0x0640), (0x064B, 0x065F), (0x0670, 0x0670), (0x1AB0, 0x1AFF),
    (0x1DC0, 0x1DFF), (0x20D0, 0x20FF), (0xFE00, 0xFE0F), (0xFE20, 0xFE2F),
)  # fmt: skip


class _Dropped(dict[int, int | None]):
    """Maps accents and signs without width to nothing, for str.translate; fills itself."""

    def __missing__(self, code: int) -> int | None:
        is_accent = any(first <= code <= last for first, last in ACCENTS)
        dropped = is_accent or unicodedata.category(chr(code)) == "Cf"
        self[code] = None if dropped else code
        return self[code]


_DROPPED = _Dropped()
_EQUAL = "\x01"  # behind what orders, before what only equals are told apart by
_LAST = "\U0003134a"  # no letter that follows another comes after this one
TAILORED = {"es": {"ñ": f"n{_LAST}"}}  # by language: letters of their own, in lower case
_LETTERS = str.maketrans(LETTERS | KATAKANA)

_VOICED = str.maketrans("", "", "\u3099\u309a")  # the marks of kana: か and が stand together
_THAI_VOWEL_FIRST = re.compile(r"([เ-ไ])(.)")  # written first, spoken and ordered second
_INSIDE_WORDS = re.compile(r"['’‘ʼ`´]")
_DIGITS = re.compile(r"\d+")
_GAPS = re.compile(r"[\W_]+")
_ARTICLE = re.compile(r"^the\s+(?=\S)", re.IGNORECASE)
# As umlauts are typed; not at the end of a word (Sue), in Michael or Joel, nor in Queen.
_UMLAUT = re.compile(r"(?<![aeiouq])([aou])e(?=[^aeiou\W\d_])(?!l\b)")
_SHORT_UE = re.compile(r"(?<=[^aeiouq\W\d_])ue(?=[^aeiou\W\d_])(?!l\b)")  # fuer, tuer
_DJ = re.compile(r"dj(?=\w)")
SHORTEST_WITH_E = 5  # Poet, Maes and Joe are what they are
_LOOK_ALIKES = (
    (re.compile(r"(?<=[^\W\d_])!(?=[^\W\d_])"), "i"),
    (re.compile(r"\$(?=[^\W\d_])|(?<=[^\W\d_])\$"), "s"),
)


def fold(text: str) -> str:
    """Write a text without case, accents, widths, ligatures and katakana; signs are kept."""
    if text.isascii():
        return text.lower()
    bare = unicodedata.normalize("NFKD", text).translate(_DROPPED).casefold()
    return unicodedata.normalize("NFC", bare).translate(_LETTERS)


def plain_letters(folded: str) -> str:
    """Write signs that stand for letters as these: P!nk as pink, Ke$ha as kesha."""
    for sign, letter in _LOOK_ALIKES:
        folded = sign.sub(letter, folded)
    return folded


def umlauts_as_letters(word: str) -> str:
    """Write a folded word of ae, oe, ue, dj as if these stood for ä, ö, ü, đ: aerzte as arzte."""
    if len(word) < SHORTEST_WITH_E:
        return word
    return _DJ.sub("d", _UMLAUT.sub(r"\1", word))


def typed_umlauts(word: str) -> str:
    """Write a typed word as umlauts_as_letters, also fuer and traeume: only other letters count.

    What two names are the same by must be more careful.
    """
    bare = umlauts_as_letters(word.replace("aeu", "au") if len(word) >= SHORTEST_WITH_E else word)
    return _SHORT_UE.sub("u", bare) if len(word) == SHORTEST_WITH_E - 1 else bare


def sort_key(text: str) -> str:
    """Return what orders texts by language, compared code by code; "" for a blank text.

    Accents, case and punctuation count only between equals (Ärzte under A), numbers by their
    value (2 before 10); what has no letter and no digit comes first.
    """
    tidy = " ".join(text.split())
    if not tidy:
        return ""
    folded = plain_letters(fold(tidy))
    if not folded.isascii():
        folded = unicodedata.normalize("NFD", folded).translate(_VOICED)
        folded = _THAI_VOWEL_FIRST.sub(r"\2\1", unicodedata.normalize("NFC", folded))
    letters = _GAPS.sub(" ", _INSIDE_WORDS.sub("", folded)).strip()
    first = _DIGITS.sub(_number_key, letters) if letters else f" {tidy}"
    return f"{first}{_EQUAL}{unicodedata.normalize('NFKC', tidy).casefold()}"


def artist_sort_key(text: str) -> str:
    """Return what orders artists: as sort_key, but The Beatles stand under B."""
    return sort_key(_ARTICLE.sub("", text.strip(), count=1))


def path_sort_key(path: str) -> str:
    """Return what orders files: a folder's files together, numbers by their value, without case."""
    folded = path.replace("\\", "/").replace("/", "\x00").casefold()
    return f"{_DIGITS.sub(_number_key, folded)}{_EQUAL}{path}"


def tailored_key(key: str, language: str) -> str:
    """Return a stored sort key as a language orders it: in Spanish ñ comes after n, before o.

    German as in its dictionaries, Italian and English have no rule of their own.
    """
    rules = TAILORED.get(language, {})
    original = key.partition(_EQUAL)[2]
    for letter, key_letters in rules.items():
        original = original.replace(letter, key_letters)
    return key if original == key.partition(_EQUAL)[2] else sort_key(original)


def _number_key(digits: re.Match[str]) -> str:
    """Write a number so that it sorts by value: a zero, how many digits it has, and these."""
    value = "".join(str(unicodedata.decimal(digit)) for digit in digits.group()).lstrip("0")
    return f"0{chr(min(0x21 + len(value), 0x7E))}{value}"
