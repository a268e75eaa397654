"""Which words of a text the full-text index keeps, and how a typed text asks for them.

Chinese, Japanese, Korean, Thai and their like are kept as pairs of letters, so that any part of a
title is found. Signs that make a name (C♯, !!!, P!nk) are kept beside the words, not among them.
No sign that is kept is of ASCII, so that SQLite's ascii tokenizer splits at blanks alone.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from core.folding import fold, plain_letters, typed_umlauts

PAUSE = "␟"  # between what stands in a text and other ways to write it: no phrase crosses it
LONGEST_COMPOUND = 40
LONGEST_JOINED = 80  # letters of a title that is written with or without gaps
# Without blanks between words, or (Korean) with words made of words.
UNSPACED = (
    (0x0E00, 0x0EFF), (0x0F00, 0x0FFF), (0x1000, 0x109F), (0x1100, 0x11FF), (0x1780, 0x17FF),
    (0x1A20, 0x1AAF), (0x3005, 0x3007), (0x3041, 0x309F), (0x30A1, 0x30FA), (0x30FC, 0x31BF),
    (0x31F0, 0x31FF), (0x3400, 0x4DBF), (0x4E00, 0xA4CF), (0xA980, 0xA9DF), (0xAC00, 0xD7FB),
    (0xF900, 0xFAFF), (0x20000, 0x3FFFF),
)  # fmt: skip
WORD, PAIRED, SIGN, CALL, BLANK, BREAK = "wcsx_ "
SIGNS = "#%@"  # punctuation to Unicode, part of names to people
DOLLAR, SHORTEST_WITH_DOLLAR = "＄", 4  # for the s at either end of a name
AND = ("and", "und", "et", "og", "och")
CALLS = "!?*"  # part of a name inside a word and where nothing else is, else no part of any


class _Kinds(dict[int, str]):
    """Maps a letter's code to its kind, for str.translate; fills itself."""

    def __missing__(self, code: int) -> str:
        self[code] = self._kind(code)
        return self[code]

    def _kind(self, code: int) -> str:
        letter = chr(code)
        category = unicodedata.category(letter)
        if letter in CALLS:
            return CALL
        if letter in SIGNS or category in ("Sc", "Sm", "So"):
            return SIGN
        if category[0] not in "LNM" and category != "Co":  # private: bytes of file names
            return BLANK if letter.isspace() else BREAK
        return PAIRED if any(first <= code <= last for first, last in UNSPACED) else WORD


_KINDS = _Kinds()
_RUNS = re.compile(r"w+|c+|s")
_CALL_OF_A_NAME = re.compile(r"(?<=w)x+(?=w)|(?:(?<=_)|^)x+(?=_|$)")
_COMPOUND = re.compile(r"(?:^|_)[s ]*(w+(?:[s ]w+)+)(?=[s ]*(?:_|$))")
_GAPPED_PAIRS = re.compile(r"c+(?:[ _]+c+)+")
# BWV1007 is BWV 1007, K331a is K. 331a, and op27no2 is Op. 27 No. 2.
_NUMBER_BEHIND = re.compile(r"(?<=[^\W\d_])(?=\d)")
_NUMBER_WITHIN = re.compile(r"(?<=[^\W\d_])(?=\d)|(?<=\d)(?=[^\W\d_])")
_NOTE = re.compile(r"([a-h])(b|♭|#)")
_NOTE_NAMES = {"b": "flat", "♭": "flat", "#": "sharp"}


def index_text(text: str, *, is_path: bool = False) -> str:
    """Return what the index keeps of a text: its words with blanks between.

    Behind them, where the text has such, the words with their signs, and in one word what is
    divided (acdc for AC/DC, 海峡冬 for 海峡・冬); a path has none of these.
    """
    folded = fold(text)
    kinds = _kinds(folded)
    parts = [" ".join(_words(folded, kinds, signs=False))]
    if SIGN in kinds:
        parts.append(" ".join(_words(folded, kinds, signs=True)))
    if not is_path:
        parts.extend(_compounds(folded, kinds))
        parts.extend(" ".join(_pairs(joined)) for joined in _joined_pairs(folded, kinds))
    return f" {PAUSE} ".join(part for part in parts if part)


def match_expression(text: str, columns: str = "", *, exact: bool = False) -> str:
    """Return the FTS5 expression for a typed text; "" where it holds nothing to look for.

    The words must follow each other; the last may be a beginning unless exact. columns: where to
    look, separated by blanks; "": everywhere.
    """
    folded = fold(text).strip()
    kinds = _kinds(folded)
    if folded in (*CALLS, *SIGNS):  # the first letter of "?kick" while it is typed
        return ""
    words = list(_words(folded, kinds, signs=True, is_query=True))
    if not words:
        return ""
    whole = exact and kinds.rstrip(f"{BLANK}{BREAK}")[-1:] == WORD
    phrases = [f'"{" ".join(words)}"' + ("" if whole else " *")]
    phrases += [f'"{other}"' for other in _other_spellings(folded, kinds)]
    if BLANK not in kinds:
        phrases += [f'"{apart}"{"" if whole else " *"}' for apart in _numbers_apart(folded)]
        phrases += [f'"{" ".join(_pairs(joined)[:-1])}"' for joined in _joined_pairs(folded, kinds)]
    found = " OR ".join(phrases)
    return f"{{{columns}}} : ({found})" if columns else found


def is_between_words(text: str) -> bool:
    """Tell whether a typed word only joins others: a dash, "&" or "and"."""
    return fold(text) in AND or not match_expression(text)


def _kinds(folded: str) -> str:
    """Return the kind of each letter; calls that only end a sentence count as breaks."""
    kinds = folded.translate(_KINDS)
    if CALL not in kinds:
        return kinds
    named = _CALL_OF_A_NAME.sub(lambda calls: "s" * len(calls.group()), kinds)
    return named.replace(CALL, BREAK)


def _words(folded: str, kinds: str, *, signs: bool, is_query: bool = False) -> Iterator[str]:
    """Yield the words in order. A query's last run of pairs goes on, so its last letter is left."""
    for run in _RUNS.finditer(kinds):
        kind, word = run.group()[0], folded[run.start() : run.end()]
        if kind == WORD:
            yield word
        elif kind == PAIRED:
            yield from (word[i : i + 2] for i in range(len(word) - 1))
            if len(word) == 1 or not (is_query and run.end() == len(kinds.rstrip(" _"))):
                yield word[-1]
        elif signs:
            yield chr(ord(word) + 0xFEE0) if word.isascii() else word


def _pairs(word: str) -> list[str]:
    return [*(word[i : i + 2] for i in range(len(word) - 1)), word[-1]]


def _joined_pairs(folded: str, kinds: str) -> Iterator[str]:
    """Yield in one what gaps divide and others write without: 津軽海峡・冬景色."""
    for match in _GAPPED_PAIRS.finditer(kinds):
        joined = "".join(
            letter
            for letter, kind in zip(folded[slice(*match.span())], match.group(), strict=True)
            if kind == PAIRED
        )
        if len(joined) <= LONGEST_JOINED:
            yield joined


def _numbers_apart(word: str) -> Iterator[str]:
    """Yield a word of letters and a number behind them as several: bwv 1007."""
    if _NUMBER_BEHIND.search(word) and word.isalnum() and len(word) <= LONGEST_COMPOUND:
        yield from dict.fromkeys(gap.sub(" ", word) for gap in (_NUMBER_BEHIND, _NUMBER_WITHIN))


def _compounds(folded: str, kinds: str) -> Iterator[str]:
    """Yield in one word what signs divide without a blank: AC/DC, don't, P!nk, R.E.M."""
    for match in _COMPOUND.finditer(kinds):
        start, end = match.span(1)
        compound = plain_letters(folded[start:end])
        if end - start <= LONGEST_COMPOUND:
            yield "".join(letter for letter in compound if letter.isalnum())


def _other_spellings(folded: str, kinds: str) -> Iterator[str]:
    """Yield how else one may write a text of one compound, or of one note (B♭, Bb, B flat)."""
    if BLANK not in kinds:
        yield from _compounds(folded, kinds)
        yield from _with_dollars(folded)
    words = list(_words(folded, kinds, signs=True, is_query=True))
    yield from {_without_signs(words), _without_and(words)} - {" ".join(words)}
    note = _NOTE.fullmatch(folded)
    if note:
        yield f"{note[1]} {_NOTE_NAMES[note[2]]}"
        if note[2] != "#":
            yield f"{note[1]} ♭" if note[2] == "b" else f"{note[1]}b"


def _without_signs(words: list[str]) -> str:
    return " ".join(map(typed_umlauts, words))


def _without_and(words: list[str]) -> str:
    inner = (word for word in words[1:-1] if word not in AND)
    return " ".join((*words[:1], *inner, *words[1:][-1:]))


def _with_dollars(word: str) -> Iterator[str]:
    """Yield what is typed as suicideboys where it is written $uicideboy$."""
    if len(word) < SHORTEST_WITH_DOLLAR or not word.isalnum():
        return
    if word[0] == "s":
        yield f"{DOLLAR} {word[1:]}"
    if word[-1] == "s":
        yield f"{word[:-1]} {DOLLAR}"
    if word[0] == word[-1] == "s":
        yield f"{DOLLAR} {word[1:-1]} {DOLLAR}"
