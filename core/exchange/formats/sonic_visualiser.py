"""Sonic Visualiser's annotation layers as XML (.svl): written as regions, a file a song.

Of others' layers every point with a label is read: regions, boxes and notes with their length,
instants and texts as points; an instants layer that is shown as a segmentation holds from one
instant to the next. Sessions (.sv) are read, too: all their layers, of the song that they name.
Times are in samples of the song. Source: the files of Sonic Visualiser 4.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING
from xml.sax.saxutils import XMLGenerator
from xml.sax.xmlreader import AttributesImpl

from core.exchange.files.label_files import has_files
from core.exchange.files.song_files import write_song_files
from core.exchange.files.xml_reading import elements
from core.exchange.format_records import ExportOptions, LabelFormat, Target, Written
from core.exchange.label_records import LabelFile, LabelledSong
from core.exchange.label_source import LabelSource, SongLabels
from core.exchange.notations.time_labels import LOST, TimeLabel, TimeLabelReading, time_labels
from core.jobs import JobContext
from core.library.records import Song
from core.messages import message

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

SUFFIX, SESSION = ".svl", ".sv"
SUFFIXES = (SUFFIX, SESSION)
ROOT = "sv"
UNNAMED = ("", "New Point")  # what Sonic Visualiser calls a point that nobody has named
SEGMENTATION = "1"  # plotStyle of a layer of instants
MODEL, DATASET, LAYER = "1", "2", "3"  # ids in a file that is written
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class _Layer:
    """How the points of a data set are read. rate_hz: 0 where the file does not tell it."""

    rate_hz: float
    is_segmentation: bool


@dataclass(slots=True)
class _Layers:
    """The layers of a file by the ids of their data sets, and the song that it names, if any."""

    by_dataset: Mapping[str, _Layer]
    song: LabelledSong | None = None


@dataclass(slots=True)
class _Segment:
    """An instant whose end is not known yet."""

    start_s: float
    text: str


def read(path: Path, job: JobContext) -> LabelFile:
    """Read a file, or all of a folder. Raises ExchangeError where it is none; Cancelled."""
    reading = TimeLabelReading(LabelFile("sonic-visualiser"))
    return reading.read_all(path, SUFFIXES, lambda file, into: _read_one(file, into, job), job)


def _read_one(path: Path, reading: TimeLabelReading, job: JobContext) -> None:
    layers = _layers(path, job)
    reading.begin_song(layers.song)
    end_s = layers.song.duration_s if layers.song else None
    layer, segment = _Layer(0.0, False), None
    for event, element in elements(path, ROOT, frozenset(), job):
        if event == "start" and element.tag == "dataset":
            layer = layers.by_dataset.get(element.get("id", ""), _Layer(0.0, False))
            if not layer.rate_hz:
                reading.fault(0, message("exchange.no_sample_rate"), _described(element))
        elif event == "end" and element.tag == "point" and layer.rate_hz:
            segment = _read_point(reading, layer, element, segment)
        elif event == "end" and element.tag == "dataset" and segment:
            is_inside = end_s is not None and end_s > segment.start_s
            reading.take(0, segment.start_s, end_s if is_inside else None, segment.text)
            segment = None


def _layers(path: Path, job: JobContext) -> _Layers:
    rates: dict[str, tuple[str, float]] = {}
    segmentations = set[str]()
    song: LabelledSong | None = None
    for event, element in elements(path, ROOT, frozenset(), job):
        if event == "start" and element.tag == "model":
            rate_hz = max(_whole_number(element.get("sampleRate")) or 0, 0)
            rates[element.get("dataset", "")] = element.get("id", ""), float(rate_hz)
            if element.get("mainModel") == "true" and element.get("file"):
                n_frames = _whole_number(element.get("end")) or 0
                duration_s = n_frames / rate_hz if rate_hz and n_frames > 0 else None
                song = LabelledSong(element.get("file", ""), duration_s=duration_s)
        elif (
            event == "start"
            and (element.tag, element.get("type")) == ("layer", "timeinstants")
            and element.get("plotStyle") == SEGMENTATION
        ):
            segmentations.add(element.get("model", ""))
    by_dataset = {
        dataset: _Layer(rate_hz, model in segmentations)
        for dataset, (model, rate_hz) in rates.items()
    }
    return _Layers(by_dataset, song)


def _read_point(
    reading: TimeLabelReading, layer: _Layer, point: Element, segment: _Segment | None
) -> _Segment | None:
    """Take a point; return the instant that waits for the next one, if it is one."""
    frame, duration = _whole_number(point.get("frame")), _whole_number(point.get("duration", "0"))
    text = point.get("label", "").strip()
    if frame is None or duration is None:
        reading.fault(0, message("exchange.point_without_frame"), _described(point))
        return segment
    start_s, end_s = frame / layer.rate_hz, (frame + duration) / layer.rate_hz
    if segment:
        reading.take(0, segment.start_s, start_s, segment.text)
    if text in UNNAMED:
        reading.skipped["exchange.unlabelled_skipped"] += 1
    elif layer.is_segmentation:
        return _Segment(start_s, text)
    else:
        reading.take(0, start_s, end_s, text)
    return None


def write(source: LabelSource, path: Path, _options: ExportOptions, job: JobContext) -> Written:
    """Write a file for every song with decisions of the current annotator.

    Raises ExchangeError, Cancelled.
    """

    def content_of(song_labels: SongLabels) -> tuple[str, int]:
        labels = time_labels(source, song_labels)
        text = _session(song_labels.song, labels) if labels else ""
        return text, sum(label.n_decisions for label in labels)

    return write_song_files(source, path, SUFFIX, content_of, job)


def _session(song: Song, labels: list[TimeLabel]) -> str:
    """Write one song's regions; labels of the same text stand at the same height."""
    heights: dict[str, int] = {}
    layer = {
        "id": LAYER, "type": "regions", "name": "RhythmCap", "model": MODEL, "verticalScale": "0",
        "plotStyle": "1",
    }  # fmt: skip
    file = StringIO()
    xml = XMLGenerator(file, "UTF-8", short_empty_elements=True)
    xml.startDocument()
    file.write("<!DOCTYPE sonic-visualiser>\n")
    with _element(xml, ROOT):
        with _element(xml, "data"):
            with _element(xml, "model", _model(song, labels)):
                pass
            with _element(xml, "dataset", {"id": DATASET, "dimensions": "3"}):
                for label in labels:
                    height = heights.setdefault(label.text, len(heights))
                    with _element(xml, "point", _point(song, label, height)):
                        pass
        with _element(xml, "display"), _element(xml, "layer", layer):
            pass
    return file.getvalue()


def _model(song: Song, labels: list[TimeLabel]) -> dict[str, str]:
    return {
        "id": MODEL, "name": song.path.name, "sampleRate": str(song.rate_hz), "start": "0",
        "end": str(max(_frame(song, label.end_s) for label in labels)), "type": "sparse",
        "dimensions": "3", "resolution": "1", "notifyOnAdd": "true", "dataset": DATASET,
        "subtype": "region", "valueQuantization": "0", "minimum": "0",
        "maximum": str(len(labels)), "units": "",
    }  # fmt: skip


def _point(song: Song, label: TimeLabel, height: int) -> dict[str, str]:
    frame = _frame(song, label.start_s)
    n_frames = max(_frame(song, label.end_s) - frame, 1)
    return {
        "frame": str(frame),
        "value": str(height),
        "duration": str(n_frames),
        "label": label.text,
    }


def _frame(song: Song, time_s: float) -> int:
    return round(time_s * song.rate_hz)


@contextmanager
def _element(
    xml: XMLGenerator, name: str, attributes: Mapping[str, str] | None = None
) -> Iterator[None]:
    """Write an element on a line of its own around what the block writes."""
    clean = {key: _NO_XML.sub("?", value) for key, value in (attributes or {}).items()}
    xml.startElement(name, AttributesImpl(clean))
    yield
    xml.endElement(name)
    xml.ignorableWhitespace("\n")


def _whole_number(text: str | None) -> int | None:
    """Read a number of samples, or samples a second; None where it is none."""
    try:
        return int(float(text or ""))
    except (ValueError, OverflowError):
        return None


def _described(element: Element) -> str:
    """Return an element's tag as it stands in the file, for faults."""
    attributes = "".join(f' {name}="{value}"' for name, value in element.attrib.items())
    return f"<{element.tag}{attributes}>"


def recognises(path: Path, _head: bytes) -> bool:
    """Tell whether a folder holds layers; a file is told by its suffix."""
    return not path.is_dir() or has_files(path, SUFFIXES)


FORMAT = LabelFormat(
    "sonic-visualiser",
    "exchange.title_sonic_visualiser",
    SUFFIXES,
    read,
    write,
    recognises,
    Target.FOLDER,
    (*LOST, "exchange.lost_frames"),
    "exchange.for_sonic_visualiser",
)
