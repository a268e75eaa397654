"""rekordbox's XML: tracks with words in their comments, a playlist a tag, cue points of regions.

My Tags are not in this XML; Comments in a stable form can be turned into them. Of a file that was
written here only playlists and cue points are read back, because they say all that comments do.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote
from xml.sax.saxutils import XMLGenerator
from xml.sax.xmlreader import AttributesImpl

from core.exchange.files.output import output_file
from core.exchange.files.xml_reading import elements
from core.exchange.format_records import ExportOptions, LabelFormat, Written
from core.exchange.label_records import LabelFile, LabelledDecision, LabelledSong, LabelledWord
from core.exchange.label_source import LabelSource, SongLabels
from core.exchange.notations.comment_words import words_to_comment
from core.exchange.notations.qualified_words import qualified, split_qualified
from core.exchange.notations.track_words import LISTS, decide_track, decide_yes
from core.jobs import JobContext
from core.library.records import Annotation, Song, State
from core.messages import message
from core.printable import one_line

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

US = "RhythmCap"  # the name of the product that wrote a file, and of the folder of its playlists
LOOP = "4"  # the type of a cue point with an end
MEMORY_CUE = "-1"
_HOST = "file://localhost"
_FOLDER, _PLAYLIST = "0", "1"


def write(source: LabelSource, path: Path, _options: ExportOptions, job: JobContext) -> Written:
    """Write all songs of the search, and a playlist for every tag that any of them has."""
    playlists: dict[str, dict[str, list[int]]] = {}
    n_rows = 0
    with output_file(path) as draft, draft.open("w", encoding="utf-8", newline="\n") as file:
        xml = XMLGenerator(file, "UTF-8", short_empty_elements=True)
        xml.startDocument()
        _start(xml, "DJ_PLAYLISTS", {"Version": "1.0.0"})
        _element(xml, "PRODUCT", {"Name": US, "Version": "1.0.0", "Company": US})
        _start(xml, "COLLECTION", {"Entries": str(len(source.ids))})
        for labels in source.songs(job):
            n_rows += _write_track(xml, source, labels, playlists)
        xml.endElement("COLLECTION")
        _start(xml, "PLAYLISTS", {})
        _write_playlists(xml, playlists)
        xml.endElement("PLAYLISTS")
        xml.endElement("DJ_PLAYLISTS")
        xml.endDocument()
    return Written((path,), n_rows)


def read(path: Path, job: JobContext) -> LabelFile:
    """Read a collection that rekordbox, a program that writes its XML, or RhythmCap wrote."""
    reading = _Reading(LabelFile("rekordbox"))
    for event, element in elements(path, "DJ_PLAYLISTS", frozenset({"TRACK"}), job):
        if event == "start":
            reading.start(element)
        else:
            reading.end(element)
    if reading.n_points:
        reading.labels.remarks.append(message("exchange.points_left", n=reading.n_points))
    return reading.labels


def recognises(_path: Path, head: bytes) -> bool:
    """Tell by the name of the outermost element."""
    return b"<DJ_PLAYLISTS" in head


@dataclass(slots=True)
class _Reading:
    """What was read so far. nodes: names of the folders and the playlist that are open."""

    labels: LabelFile
    ours: bool = False
    n_points: int = 0
    nodes: list[tuple[str, bool]] = field(default_factory=list)
    by_track: dict[str, int] = field(default_factory=dict)
    by_location: dict[str, int] = field(default_factory=dict)

    def start(self, element: Element) -> None:
        if element.tag == "PRODUCT":
            self.ours = element.get("Name") == US
        elif element.tag == "NODE":
            is_list = element.get("Type") == _PLAYLIST
            self.nodes.append((element.get("Name", ""), is_list))

    def end(self, element: Element) -> None:
        if element.tag == "NODE":
            self.nodes.pop()
        elif element.tag == "TRACK" and element.get("Key") is not None:
            self._listed(element.get("Key", ""))
        elif element.tag == "TRACK":
            self._track(element)

    def _track(self, element: Element) -> None:
        song = _song(element)
        if not song.path:
            self.labels.fault(0, message("exchange.no_location"), song.name)
            return
        number = self.labels.add_song(song)
        self.by_track[element.get("TrackID", "")] = number
        self.by_location[element.get("Location", "")] = number
        if not self.ours:
            comment, genres = element.get("Comments", ""), element.get("Genre", "")
            decide_track(self.labels, number, comment, genres)
        for mark in element.iter("POSITION_MARK"):
            self._region(number, mark)

    def _region(self, song: int, mark: Element) -> None:
        start_s, end_s = _seconds(mark.get("Start")), _seconds(mark.get("End"))
        name = mark.get("Name", "").strip()
        if start_s is None or end_s is None or end_s <= start_s or not name:
            self.n_points += 1
            return
        category, tag = split_qualified(name) or ("", name)
        number = self.labels.add_word(LabelledWord(tag, category) if tag else LabelledWord(name))
        self.labels.decide(LabelledDecision(song, number, start_s=start_s, end_s=end_s))

    def _listed(self, key: str) -> None:
        song = self.by_track.get(key, self.by_location.get(key))
        names = [name for name, _ in self.nodes if name != "ROOT"]
        if song is None:
            self.labels.fault(0, message("exchange.no_track"), key, " / ".join(names))
        elif names:
            category = names[-2] if self.ours and len(names) > 1 else LISTS
            decide_yes(self.labels, song, LabelledWord(names[-1], category))


def _song(element: Element) -> LabelledSong:
    location = element.get("Location", "")
    path = unquote(location.removeprefix(_HOST).removeprefix("file://"), errors="surrogateescape")
    path = path[1:] if path[2:3] == ":" else path  # /C:/Music
    year, seconds = element.get("Year", ""), _seconds(element.get("TotalTime"))
    return LabelledSong(
        path=path, title=element.get("Name", ""), artist=element.get("Artist", ""),
        album=element.get("Album", ""), duration_s=seconds or None,
        year=int(year) if year.isdecimal() and int(year) > 0 else None,
    )  # fmt: skip


def _write_track(
    xml: XMLGenerator,
    source: LabelSource,
    labels: SongLabels,
    playlists: dict[str, dict[str, list[int]]],
) -> int:
    """Write a song, note its tags' playlists; return how many decisions went in."""
    words = list(dict.fromkeys(_yes_tags(labels)))
    for tag_id in words:
        tags = playlists.setdefault(source.category_of(tag_id), {})
        tags.setdefault(source.tags[tag_id].name, []).append(labels.song.id)
    comment = words_to_comment(source.tags[tag_id].name for tag_id in words)
    attributes = _attributes(labels.song) | {"Comments": one_line(comment)}
    _start(xml, "TRACK", attributes)
    regions = _regions(labels)
    for decision in regions:
        tag_id = decision.tag_id
        name = qualified(source.category_of(tag_id), source.tags[tag_id].name)
        _element(xml, "POSITION_MARK", {
            "Name": one_line(name), "Type": LOOP, "Num": MEMORY_CUE,
            "Start": f"{decision.start_s:.3f}", "End": f"{decision.end_s:.3f}",
        })  # fmt: skip
    xml.endElement("TRACK")
    return len(words) + len(regions)


def _attributes(song: Song) -> dict[str, str]:
    modified = datetime.fromtimestamp(max(0.0, song.mtime_s), UTC).date().isoformat()
    return {
        "TrackID": str(song.id),
        "Name": one_line(song.title or song.path.stem),
        "Artist": one_line(song.artist),
        "Album": one_line(song.album),
        "Kind": f"{song.path.suffix.removeprefix('.').upper()} File",
        "Size": str(song.size_bytes),
        "TotalTime": str(round(song.duration_s)),
        "Year": str(song.year or 0),
        "DateModified": modified,
        "DateAdded": song.added_at[:10],
        "SampleRate": str(song.rate_hz),
        "Location": location_of(song.path),
    }


def location_of(path: Path) -> str:
    """Write a path as rekordbox has it, to the byte."""
    raw = os.fsencode(path.absolute().as_posix())
    return f"{_HOST}{'' if raw.startswith(b'/') else '/'}{quote(raw, safe='/:')}"


def _write_playlists(xml: XMLGenerator, playlists: dict[str, dict[str, list[int]]]) -> None:
    with _node(xml, "ROOT", 1), _node(xml, US, len(playlists)):
        for category, tags in playlists.items():
            with _node(xml, category, len(tags)):
                for name, song_ids in tags.items():
                    _start(xml, "NODE", {
                        "Name": one_line(name), "Type": _PLAYLIST, "KeyType": "0",
                        "Entries": str(len(song_ids)),
                    })  # fmt: skip
                    for song_id in song_ids:
                        _element(xml, "TRACK", {"Key": str(song_id)})
                    xml.endElement("NODE")


@contextlib.contextmanager
def _node(xml: XMLGenerator, name: str, count: int) -> Iterator[None]:
    attributes = {"Type": _FOLDER, "Name": one_line(name), "Count": str(count)}
    _start(xml, "NODE", attributes)
    yield
    xml.endElement("NODE")


def _yes_tags(labels: SongLabels) -> Iterator[int]:
    for decision in labels.decisions:
        if decision.state is State.YES and decision.start_s is None:
            yield decision.tag_id


def _regions(labels: SongLabels) -> list[Annotation]:
    return [
        decision
        for decision in labels.decisions
        if decision.state is State.YES and decision.start_s is not None
    ]


def _start(xml: XMLGenerator, name: str, attributes: dict[str, str]) -> None:
    xml.startElement(name, AttributesImpl(attributes))


def _element(xml: XMLGenerator, name: str, attributes: dict[str, str]) -> None:
    _start(xml, name, attributes)
    xml.endElement(name)


def _seconds(text: str | None) -> float | None:
    try:
        seconds = float(text or "")
    except ValueError:
        return None
    return seconds if 0.0 <= seconds < float("inf") else None


FORMAT = LabelFormat(
    "rekordbox", "rekordbox XML", (".xml",), read, write, recognises,
    lost=("exchange.lost_all_but_yes_and_parts",), purpose="exchange.for_rekordbox",
)  # fmt: skip
