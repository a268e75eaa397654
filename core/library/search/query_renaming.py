"""A search line kept true when a tag or a category that it names is called something else.

Only terms that must name one are rewritten. A bare word finds titles, too: it stays as it was
typed, and finds the tag by the other name that a renamed tag keeps.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from core.library.search.query import REGIONS, TEXT_FIELDS, Empty, InRegion, Judged, Not, TagValue
from core.library.search.query_line import write_name
from core.library.search.query_parser import NAME, Term, parse_terms
from core.library.search.query_tokens import QUOTE, read_quotation, word_end
from core.library.text import name_key

BEFORE_NAME = re.compile(r"\?|[A-Za-z]+:|")
NOT_CATEGORIES = (*TEXT_FIELDS, "year", REGIONS, REGIONS[:-1])  # as "empty:" and "has:" read them


@dataclass(frozen=True, slots=True)
class Renaming:
    """What a tag, or a category, was called and what it is called now.

    scores: the model's scores for a tag go by the new name, too.
    """

    former: str
    name: str
    is_category: bool = False
    scores: bool = True

    def rewrite(self, line: str) -> str:
        """Return a line with the new name; what cannot be understood stays as it is."""
        if self.is_category and self.name.lower() in NOT_CATEGORIES:
            return line
        for term in reversed(parse_terms(line)):
            if self._is_named_by(term):
                line = _with_name(line, term, self.name)
        return line

    def _is_named_by(self, term: Term) -> bool:
        query = term.query.part if isinstance(term.query, Not) else term.query
        if self.is_category:
            named = query.target if isinstance(query, Empty) else ""
            return named.lower() not in NOT_CATEGORIES and self._is_former(named)
        if isinstance(query, TagValue) and query.name == "predicted" and not self.scores:
            return False
        named = query.tag if isinstance(query, Judged | InRegion | TagValue) else ""
        return self._is_former(named)

    def _is_former(self, name: str) -> bool:
        return bool(name) and name_key(name) == name_key(self.former)


def _with_name(line: str, term: Term, name: str) -> str:
    """Put another name into a term that names a tag or category."""
    before = BEFORE_NAME.match(line, term.start)
    start = before.end() if before else term.start
    if line.startswith(QUOTE, start):
        _text, end, _is_closed = read_quotation(line, start)
    elif isinstance(term.query, TagValue):
        found = NAME.match(line, start)
        end = found.end() if found else start
    else:
        end = word_end(line, start)
    return line[:start] + write_name(name) + line[end:]
