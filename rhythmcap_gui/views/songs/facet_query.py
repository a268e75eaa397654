"""A search line as facets read and write it: is a tag asked for, and the line with it or without.

Only what stands outside parentheses is touched; the grammar itself is the library's business. A
tag is written as tag:NAME, so that songs with the word in their title are not counted in.
"""

from __future__ import annotations

from rhythmcap_gui.views.songs.search_hints import quoted

WITH, WITHOUT, IN_REGION = "", "-", "region:"
FIELDS = ("tag:", "yes:")


def parts_of(query: str) -> list[str]:
    """The line's parts outside parentheses and quotes: words, and whole (groups)."""
    parts, current, depth, in_quotes = [], "", 0, False
    for letter in query:
        if letter == '"':
            in_quotes = not in_quotes
        elif not in_quotes and letter in "()":
            depth = max(0, depth + (1 if letter == "(" else -1))
        if letter.isspace() and not in_quotes and not depth:
            parts.append(current)
            current = ""
        else:
            current += letter
    return [part for part in (*parts, current) if part]


def sign_of(query: str, name: str) -> str | None:
    """WITH or WITHOUT where the line asks for the tag by itself; None where it does not."""
    parts = parts_of(query)
    place = None if _is_choice(parts) else _place(parts, name)
    return None if place is None else _read(parts[place])[0]


def toggled(query: str, name: str, sign: str) -> str:
    """The line that asks for songs with (or without) the tag, or with it in a part; the same
    again asks no more.
    """
    parts, asked = parts_of(query), f"tag:{quoted(name)}"
    if sign == IN_REGION:
        return _toggled_region(query, parts, f"{IN_REGION}{quoted(name)}")
    if _is_choice(parts):
        return f"({query.strip()}) {sign}{asked}"
    place = _place(parts, name)
    if place is None:
        parts.append(sign + asked)
    elif _read(parts[place])[0] == sign:
        del parts[place]
    else:
        parts[place] = sign + asked
    return " ".join(parts)


def _toggled_region(query: str, parts: list[str], asked: str) -> str:
    if _is_choice(parts):
        return f"({query.strip()}) {asked}"
    rest = [each for each in parts if each != asked]
    return " ".join(rest if asked in parts else [*parts, asked])


def _is_choice(parts: list[str]) -> bool:
    return any(part.upper() in ("OR", "|") for part in parts)


def _place(parts: list[str], name: str) -> int | None:
    wanted = name.casefold()
    for place, part in enumerate(parts):
        alone = place == 0 or parts[place - 1].upper() != "NOT"
        compared = place + 1 < len(parts) and parts[place + 1][0] in "<>="
        if _read(part)[1] == wanted and alone and not compared:
            return place
    return None


def _read(part: str) -> tuple[str, str]:
    """(sign, word) of one part; the word is empty for what is no plain tag."""
    sign = WITHOUT if part.startswith("-") else WITH
    word = part.removeprefix(sign)
    for field in FIELDS:
        word = word.removeprefix(field)
    if word.startswith('"') and word.endswith('"') and len(word) > 1:
        word = word[1:-1]
    return sign, word.casefold()
