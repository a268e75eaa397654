"""Who made a deposit: a name as it is typed, and an ORCID that is checked."""

from __future__ import annotations

import re
from dataclasses import dataclass

ORCID = re.compile(r"(?:https?://orcid\.org/)?(\d{4}-\d{4}-\d{4}-\d{3}[\dX])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Creator:
    """Who made a deposit. family "": an organisation, or one name. orcid: 0000-0000-0000-0000."""

    given: str
    family: str = ""
    orcid: str = ""
    affiliation: str = ""

    @property
    def name(self) -> str:
        """Return the name as it is written in a sentence."""
        return " ".join(part for part in (self.given, self.family) if part)

    @property
    def sorted_name(self) -> str:
        """Return the name as it is typed and sorted: family, given."""
        return f"{self.family}, {self.given}" if self.family else self.given

    @property
    def has_bad_orcid(self) -> bool:
        """Return whether what stands for the ORCID is none."""
        return bool(self.orcid) and plain_orcid(self.orcid) is None

    @classmethod
    def typed(cls, name: str, orcid: str = "", affiliation: str = "") -> Creator:
        """Read what was typed: “family, given” or one name; an ORCID as digits or address.

        An ORCID that is none stays as it was typed.
        """
        family, comma, given = (" ".join(part.split()) for part in name.partition(","))
        orcid = plain_orcid(orcid) or orcid.strip()
        affiliation = " ".join(affiliation.split())
        if comma and family and given:
            return cls(given, family, orcid, affiliation)
        return cls(family or given, "", orcid, affiliation)


def plain_orcid(text: str) -> str | None:
    """Return an ORCID as 0000-0000-0000-0000; None where it is none, or its last sign is wrong.

    The last sign is a checksum of the others (ISO 7064, MOD 11-2; X stands for 10).
    """
    found = ORCID.fullmatch(text.strip())
    if found is None:
        return None
    orcid = found[1].upper()
    digits = orcid.replace("-", "")
    total, last = 0, digits[-1]
    for digit in digits[:-1]:
        total = (total + int(digit)) * 2
    check = (12 - total % 11) % 11
    return orcid if last == ("X" if check == 10 else str(check)) else None
