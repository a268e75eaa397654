"""Where model and annotator differ: confused tags, contradicted songs, and what scores promise."""

from __future__ import annotations

from collections.abc import Sequence

from core.evaluation.reliability import Reliability, ReliabilityBin
from core.messages import message
from core.reports.figures import Axis, Point, reliability_diagram
from core.reports.markup import Node, element, joined, name_of
from core.reports.number_texts import DASH, estimate_text, metric_text, share_text, tick_text
from core.reports.report_records import ReportData
from core.reports.tables import Cell, Column, Notes, figure, table
from core.scores import score_text

MOST_TAGS = 8  # of a song, on a side
TENTHS = tuple((number / 5, tick_text(number / 5)) for number in range(6))


def confused(data: ReportData) -> list[Node]:
    """Return the pairs of tags that the model confuses most."""
    if not data.pairs:
        return [element("p", message("report.nothing_confused", n_pairs=data.n_pairs))]
    rows = [
        (
            name_of(pair.present),
            name_of(pair.claimed),
            share_text(pair.n_claimed, pair.n_songs),
            estimate_text(pair.share),
            share_text(pair.n_others_claimed, pair.n_others),
        )
        for pair in data.pairs
    ]
    columns = (
        Column(message("report.judged"), "name"),
        Column(message("report.claimed"), "text"),
        Column(message("report.songs")),
        Column(message("report.share")),
        Column(message("report.otherwise")),
    )
    how = message("report.confused", n=len(data.pairs), n_pairs=data.n_pairs)
    return [element("p", how), table(message("report.cap_confused"), columns, rows)]


def contradicted(data: ReportData) -> list[Node]:
    """Return the songs of which the model contradicts most decisions."""
    if not data.contradicted:
        return [element("p", message("report.no_contradicted", n=data.n_contradicted))]
    names = list(data.evaluation.per_tag)
    rows = [
        (
            _song(data, song.song_id),
            share_text(song.n_wrong, song.n_judged),
            _tags(names, song.claimed),
            _tags(names, song.missed),
        )
        for song in data.contradicted
    ]
    columns = (
        Column(message("report.song"), "name"),
        Column(message("report.contradicted")),
        Column(message("report.model_says"), "text"),
        Column(message("report.model_misses"), "text"),
    )
    how = message("report.contradicted_how", n=len(rows), n_songs=data.n_contradicted)
    return [element("p", how), table(message("report.cap_songs"), columns, rows)]


def _song(data: ReportData, song_id: int) -> Cell:
    song = data.songs.get(song_id)
    if song is None:
        return DASH
    return joined([name_of(text) for text in (song.artist, song.title) if text], " – ")


def _tags(names: Sequence[str], pairs: Sequence[tuple[int, float]]) -> Cell:
    found: list[Node] = [
        element("span", name_of(names[column]), f" {score_text(score)}", class_="pair")
        for column, score in pairs[:MOST_TAGS]
    ]
    if len(pairs) > MOST_TAGS:
        found.append(message("report.more", n=len(pairs) - MOST_TAGS))
    return joined(found) or DASH


def reliability(data: ReportData) -> list[Node]:
    """Return how often scores came true: a diagram, and its numbers."""
    found = data.reliability
    if found is None:
        return [element("p", message("evaluation.no_song"))]
    share = found.yes_share.value or 0.0
    sentence = message(
        "report.brier",
        n=found.n_cells,
        brier=estimate_text(found.brier),
        usual=metric_text(share * (1.0 - share)),
        share=metric_text(share),
        ece=metric_text(found.ece.value),
    )
    parts: list[Node] = [element("p", sentence)]
    if found.brier.interval is None and found.brier.reason:
        parts.append(element("p", found.brier.reason))
    return [*parts, *_bins(found.bins), _diagram(found)]


def _diagram(found: Reliability) -> Node:
    points = [
        Point(one.mean_score, one.yes_share.value or 0.0, one.yes_share.low, one.yes_share.high)
        for one in found.bins
    ]
    across = Axis(message("report.mean_score"), 0.0, 1.0, TENTHS)
    up = Axis(message("report.yes_share"), 0.0, 1.0, TENTHS)
    caption = message("report.fig_reliability")
    return figure(caption, reliability_diagram(points, across, up, caption))


def _bins(bins: Sequence[ReliabilityBin]) -> list[Node]:
    notes = Notes()
    rows = [
        (
            f"{metric_text(one.low)}–{metric_text(one.high)}",
            str(one.n),
            str(one.n_artists),
            metric_text(one.mean_score),
            str(one.n_yes),
            notes.number(one.yes_share),
        )
        for one in bins
    ]
    columns = (
        Column(message("report.scores"), "name"),
        Column(message("report.decisions")),
        Column(message("report.artists")),
        Column(message("report.mean_score")),
        Column(message("report.yes")),
        Column(message("report.yes_share")),
    )
    return [table(message("report.cap_reliability"), columns, rows), *notes.below()]
