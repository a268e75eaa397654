"""Split a search line into words, quotations and brackets, with their positions.

These are the rules of letters only; what the tokens mean is query_parser.py's business.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

QUOTE, ESCAPE = '"', "\\"
BRACKETS = frozenset("()")
ENDS_WORD = BRACKETS | {QUOTE}


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a quotation (with its marks) or a bracket: line[start:end]."""

    start: int
    end: int
    text: str

    @property
    def is_bracket(self) -> bool:
        """Tell whether it is an opening or closing bracket."""
        return self.text in BRACKETS


def word_end(line: str, start: int) -> int:
    """Find where a word ends: before a blank, a bracket or a quotation mark."""
    end = start
    while end < len(line) and not (line[end].isspace() or line[end] in ENDS_WORD):
        end += 1
    return end


def read_quotation(line: str, start: int) -> tuple[str, int, bool]:
    """Return the text of the quotation that opens at start, the position behind it, and its close.

    A backslash takes the next letter as it is; a quotation still open ends with the line.
    """
    letters, position = list[str](), start + 1
    while position < len(line):
        letter = line[position]
        position += 1
        if letter == QUOTE:
            return "".join(letters), position, True
        if letter == ESCAPE and position < len(line):
            letter = line[position]
            position += 1
        letters.append(letter)
    return "".join(letters), position, False


def tokenize(line: str) -> list[Token]:
    """List the tokens of a line from left to right; blanks are left out."""
    tokens, position = [], 0
    while position < len(line):
        start = position
        if line[start].isspace():
            position += 1
            continue
        if line[start] in BRACKETS:
            position += 1
        elif line[start] == QUOTE:
            _text, position, _is_closed = read_quotation(line, start)
        else:
            position = word_end(line, start)
        tokens.append(Token(start, position, line[start:position]))
    return tokens


def outer_parts(line: str) -> list[str]:
    """List what stands between blanks outside brackets; a bracket with its content is one part."""
    return list(_outer_parts(line))


@lru_cache(maxsize=64)
def _outer_parts(line: str) -> tuple[str, ...]:
    """Read a line once: at every letter each tag asks whether it stands in it."""
    spans: list[tuple[int, int]] = []
    depth = 0
    for token in tokenize(line):
        if spans and (depth or spans[-1][1] == token.start):
            spans[-1] = (spans[-1][0], token.end)
        else:
            spans.append((token.start, token.end))
        if token.is_bracket:
            depth = max(0, depth + (1 if token.text == "(" else -1))
    return tuple(line[start:end] for start, end in spans)
