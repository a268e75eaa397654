"""Traktor's collection (NML), read only: genres, words in comments, playlists, named loops."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from core.exchange.files.xml_reading import elements
from core.exchange.format_records import LabelFormat
from core.exchange.label_records import LabelFile, LabelledDecision, LabelledSong, LabelledWord
from core.exchange.notations.track_words import LISTS, decide_track, decide_yes
from core.jobs import JobContext
from core.messages import message

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

OWN_LISTS = frozenset({"_LOOPS", "_RECORDINGS", "Preparation", "History"})  # Traktor's, nobody's
_APART = "/:"
_LOOP, _NO_NAME = "5", "n.n."


@dataclass(slots=True)
class _Reading:
    """What was read so far. lists: names of the open folders and playlists."""

    labels: LabelFile
    lists: list[str] = field(default_factory=list)
    by_key: dict[str, int] = field(default_factory=dict)

    def end(self, element: Element) -> None:
        if element.tag == "NODE":
            self.lists.pop()
        elif element.tag == "ENTRY":
            key = element.find("PRIMARYKEY")
            if key is None:
                self._track(element)
            elif self.lists[-1] not in OWN_LISTS:
                self._listed(key.get("KEY", ""))

    def _track(self, element: Element) -> None:
        song, key = _song(element)
        if not song.path:
            self.labels.fault(0, message("exchange.no_location"), song.name)
            return
        number = self.by_key[key] = self.labels.add_song(song)
        info = element.find("INFO")
        facts = {} if info is None else info.attrib
        comments = f"{facts.get('COMMENT', '')} {facts.get('COMMENT2', '')}"
        decide_track(self.labels, number, comments, facts.get("GENRE", ""))
        for cue in element.iter("CUE_V2"):
            self._loop(number, cue)

    def _loop(self, song: int, cue: Element) -> None:
        """Take a loop that has a name as a part of the song; its times are in milliseconds."""
        name = cue.get("NAME", "").strip()
        start_ms, length_ms = _number(cue.get("START")), _number(cue.get("LEN"))
        if cue.get("TYPE") != _LOOP or name in ("", _NO_NAME) or start_ms is None or not length_ms:
            return
        word = self.labels.add_word(LabelledWord(name))
        end_s = (start_ms + length_ms) / 1000
        self.labels.decide(LabelledDecision(song, word, start_s=start_ms / 1000, end_s=end_s))

    def _listed(self, key: str) -> None:
        song = self.by_key.get(key)
        if song is None:
            self.labels.fault(0, message("exchange.no_track"), key, self.lists[-1])
        else:
            decide_yes(self.labels, song, LabelledWord(self.lists[-1], LISTS))


def read(path: Path, job: JobContext) -> LabelFile:
    """Read a collection, collection.nml, or a playlist that was exported as NML."""
    reading = _Reading(LabelFile("traktor"))
    for event, element in elements(path, "NML", frozenset({"ENTRY"}), job):
        if event == "end":
            reading.end(element)
        elif element.tag == "NODE":
            reading.lists.append(element.get("NAME", ""))
    return reading.labels


def recognises(_path: Path, head: bytes) -> bool:
    """Tell by the name of the outermost element."""
    return b"<NML" in head


def _song(element: Element) -> tuple[LabelledSong, str]:
    """Return a track and the key that playlists name it by."""
    location, album, info = (element.find(name) for name in ("LOCATION", "ALBUM", "INFO"))
    path = key = ""
    if location is not None:
        folder, name = location.get("DIR", ""), location.get("FILE", "")
        volume = location.get("VOLUME", "")
        key = f"{volume}{folder}{name}"
        drive = volume if volume.endswith(":") else ""
        path = f"{drive}{folder.replace(_APART, '/')}{name}" if name else ""
    facts = {} if info is None else info.attrib
    year = facts.get("RELEASE_DATE", "").split("/")[0]
    song = LabelledSong(
        path=path, title=element.get("TITLE", ""), artist=element.get("ARTIST", ""),
        album="" if album is None else album.get("TITLE", ""),
        year=int(year) if year.isdecimal() and int(year) > 0 else None,
        duration_s=_number(facts.get("PLAYTIME_FLOAT") or facts.get("PLAYTIME")) or None,
    )  # fmt: skip
    return song, key


def _number(text: str | None) -> float | None:
    """Read a number from 0 on; None where it is none."""
    try:
        number = float(text or "")
    except ValueError:
        return None
    return number if 0.0 <= number < float("inf") else None


FORMAT = LabelFormat("traktor", "exchange.title_traktor", (".nml",), read, None, recognises)
