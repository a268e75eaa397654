"""Words in a comment as DJ programs show them, /* kick / bass */, after other text or alone."""

from __future__ import annotations

import re
from collections.abc import Iterable

_COMMENT = re.compile(r"/\*(.*?)\*/", re.DOTALL)
_SLASH, _SLASH_IN_WORD = "/", "\N{DIVISION SLASH}"  # a slash of a word would part it


def words_to_comment(words: Iterable[str]) -> str:
    """Write words as one comment; "" for none. Slashes of words become division slashes."""
    parts = [" ".join(word.split()).replace(_SLASH, _SLASH_IN_WORD) for word in words]
    return f"/* {' / '.join(parts)} */" if parts else ""


def words_of_comment(comment: str) -> list[str]:
    """Return the words of all such comments in a text, each once."""
    words = [
        part.strip().replace(_SLASH_IN_WORD, _SLASH)
        for found in _COMMENT.findall(comment)
        for part in found.split(_SLASH)
    ]
    return [word for word in dict.fromkeys(words) if word]


def with_words(text: str, words: Iterable[str], former: str = "") -> str:
    """Return a comment with these words in it; other words' comments stay.

    former: the whole comment as it was written last; its words give way.
    """
    new = list(words)
    own, comment = words_of_comment(former), words_to_comment(new)
    is_written = False

    def replaced(found: re.Match[str]) -> str:
        nonlocal is_written
        there = words_of_comment(found[0])
        if not there or not (there == own or set(there) <= set(new)):
            return found[0]
        is_written, is_first = True, not is_written
        return comment if is_first else ""

    text_now = _COMMENT.sub(replaced, text)
    if is_written:
        return text_now.strip()
    return " ".join(part for part in (text, comment) if part)
