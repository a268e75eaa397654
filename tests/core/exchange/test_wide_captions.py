"""Wide tables with captions: the column is written, and read back as no tag."""

from __future__ import annotations

import csv
from pathlib import Path

from core.exchange.format_records import ExportOptions
from core.exchange.format_registry import format_named
from core.exchange.label_source import LabelSource
from core.jobs import SILENT
from tests.support.annotator_songs import two_annotators


def test_a_caption_is_written_and_read_back_as_no_decision(tmp_path: Path) -> None:
    with two_annotators(tmp_path / "library.db") as library:
        form = format_named("csv-wide")
        assert form.write is not None
        assert form.read is not None
        file = tmp_path / "with.csv"
        form.write(LabelSource(library), file, ExportOptions(captions=True), SILENT)
        with file.open(encoding="utf-8", newline="") as table:
            heads, first, *_rest = csv.reader(table)
        assert heads[-1] == "caption"
        assert set(first[-1].split(", ")) == {"kick", "piano", "female"}
        plain = tmp_path / "plain.csv"
        form.write(LabelSource(library), plain, ExportOptions(), SILENT)
        read = [form.read(path, SILENT) for path in (file, plain)]
        assert len(read[0].decisions) == len(read[1].decisions) > 0
        assert read[0].words == read[1].words
