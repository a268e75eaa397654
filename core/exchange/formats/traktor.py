"""Traktor's collection (NML), read only: genres, words in comments, playlists."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from core.exchange.files.xml_reading import elements
from core.exchange.format_records import LabelFormat
from core.exchange.label_records import LabelFile, LabelledSong, LabelledWord
from core.exchange.notations.track_words import LISTS, decide_track, decide_yes
from core.jobs import JobContext
from core.messages import message

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

OWN_LISTS = frozenset({"_LOOPS", "_RECORDINGS", "Preparation", "History"})  # Traktor's, nobody's
_APART = "/:"


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
        if info is None:
            return
        decide_track(self.labels, number, info.get("COMMENT", ""), info.get("GENRE", ""))

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
        duration_s=_seconds(facts.get("PLAYTIME_FLOAT") or facts.get("PLAYTIME")),
    )  # fmt: skip
    return song, key


def _seconds(text: str | None) -> float | None:
    try:
        seconds = float(text or "")
    except ValueError:
        return None
    return seconds if 0.0 < seconds < float("inf") else None


FORMAT = LabelFormat("traktor", "exchange.title_traktor", (".nml",), read, None, recognises)
