"""What is said of a deposit before it is made, and what was made."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from core.exchange.deposit.creator_records import Creator

DEFAULT_LICENCE = "CC-BY-4.0"
LICENCE_PAGES = {
    "CC-BY-4.0": "https://creativecommons.org/licenses/by/4.0/",
    "CC-BY-SA-4.0": "https://creativecommons.org/licenses/by-sa/4.0/",
    "CC-BY-NC-4.0": "https://creativecommons.org/licenses/by-nc/4.0/",
    "CC-BY-NC-SA-4.0": "https://creativecommons.org/licenses/by-nc-sa/4.0/",
    "CC0-1.0": "https://creativecommons.org/publicdomain/zero/1.0/",
}
CROISSANT, CRATE, SUMS = "croissant.json", "ro-crate-metadata.json", "SHA256SUMS"
WRITTEN_LAST = {  # what is written about the other files, README.md among them, and what it is
    CROISSANT: "the tables for machine-learning tools (Croissant)",
    CRATE: "what each file is (RO-Crate)",
    SUMS: "checksums",
}


class DepositFault(StrEnum):
    """What keeps a deposit from being made."""

    NO_TITLE = "no title"
    NO_VERSION = "no version"
    NO_CREATOR = "no creator"
    NO_NAME = "no name"
    BAD_ORCID = "bad ORCID"


@dataclass(frozen=True, slots=True)
class DepositProblem:
    """One fault. row: of the creator it is about, from 0."""

    fault: DepositFault
    row: int = -1


@dataclass(frozen=True, slots=True)
class DepositOptions:
    """What a deposit says of itself and what goes into it.

    licence: an SPDX id. published: a date, YYYY-MM-DD. model: its name in the library, "" for
    none; weights: whether it goes in whole. all_annotators: everybody's decisions.
    audio_checksums: read all sound files for the index.
    """

    title: str
    creators: tuple[Creator, ...]
    published: str
    description: str = ""
    licence: str = DEFAULT_LICENCE
    version: str = "1.0.0"
    query: str = ""
    model: str = ""
    weights: bool = False
    all_annotators: bool = True
    audio_checksums: bool = False

    @property
    def licence_page(self) -> str:
        """Return the address of the licence's text."""
        page = f"https://spdx.org/licenses/{self.licence}.html"
        return LICENCE_PAGES.get(self.licence, page)

    @property
    def problems(self) -> tuple[DepositProblem, ...]:
        """Return all that has to be put right first."""
        creators = tuple(enumerate(self.creators))
        found = (
            (DepositFault.NO_TITLE, [] if self.title.strip() else [-1]),
            (DepositFault.NO_VERSION, [] if self.version.strip() else [-1]),
            (DepositFault.NO_CREATOR, [] if creators else [-1]),
            (DepositFault.NO_NAME, [row for row, creator in creators if not creator.name]),
            (DepositFault.BAD_ORCID, [row for row, one in creators if one.has_bad_orcid]),
        )
        return tuple(DepositProblem(fault, row) for fault, rows in found for row in rows)


@dataclass(slots=True)
class Contents:
    """A deposit's files as they are written: what each one is, by its path in the folder."""

    folder: Path
    files: dict[str, str] = field(default_factory=dict)

    def add(self, name: str, what: str) -> Path:
        """Note a file and make its folder; return where it is to be written."""
        self.files[name] = what
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        return path


@dataclass(frozen=True, slots=True)
class DepositCounts:
    """What would go in: songs, and decisions on them by so many annotators."""

    n_songs: int
    n_decisions: int
    n_annotators: int


@dataclass(frozen=True, slots=True)
class Deposit:
    """A deposit that was made. headline: its numbers, as its script works them out again."""

    folder: Path
    files: tuple[str, ...]
    headline: dict[str, float]
