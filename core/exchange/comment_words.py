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
