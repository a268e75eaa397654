"""Where everything comes from: the data sheet, and the model's card."""

from __future__ import annotations

from collections.abc import Mapping

from core.durations import clock_text
from core.messages import Message, message
from core.models.card import ModelCard
from core.models.catalogue import ARCHITECTURES
from core.models.model_records import network_name
from core.reports.markup import Node, element, joined, name_of, names_of
from core.reports.number_texts import DASH
from core.reports.report_records import DataSheet, ReportData
from core.reports.tables import Cell, facts

DAY = 10  # letters of an ISO 8601 date
DIGEST = 16  # letters of a digest that are shown
SOURCES = {
    "ear": "report.by_ear",
    "accepted": "report.accepted",
    "rejected": "report.rejected",
    "import": "report.imported",
    "rest": "report.rest",
    "rule": "report.by_rule",
}


def data_sheet(data: ReportData) -> list[Node]:
    """Return the data sheet: songs, decisions and how they were made, split, looks, versions."""
    sheet, found = data.data_sheet, data.evaluation
    rows: list[tuple[str, Cell]] = [
        (message("report.library"), name_of(sheet.library)),
        (message("report.annotator"), name_of(sheet.annotator) if sheet.annotator else ""),
        (
            message("report.songs"),
            message("report.songs_of", n=sheet.n_songs, n_all=sheet.n_library_songs),
        ),
        (message("report.sound"), clock_text(sheet.duration_s)),
        (message("report.artists"), _artists(sheet)),
        (message("report.years"), _years(sheet)),
        (message("report.tags"), str(sheet.n_tags)),
        (message("report.decisions"), _decisions(sheet)),
        (message("report.how_decided"), joined(_sources(sheet.sources))),
        (
            message("report.guess_seen"),
            message("report.of_all", n=sheet.n_with_guess, n_all=_n_decisions(sheet)),
        ),
        (message("report.decided_between"), _between(sheet)),
        (message("report.codebook_version"), str(sheet.codebook_version)),
        (message("report.digest"), element("code", sheet.digest[:DIGEST])),
        (message("report.tested_on"), _protocol(data)),
        (
            message("report.resamples"),
            message("report.drawn", n=found.measurement.n_resamples, seed=0),
        ),
        (message("report.n_looks"), str(data.n_looks) if data.n_looks else DASH),
        (message("report.programs"), ", ".join(f"{name} {what}" for name, what in data.programs)),
    ]
    return [facts(rows), element("p", message("report.not_judged"))]


def _n_decisions(sheet: DataSheet) -> int:
    return sheet.n_yes + sheet.n_no + sheet.n_unsure


def _artists(sheet: DataSheet) -> Message:
    return message("report.artists_of", n=sheet.n_artists, n_without=sheet.n_without_artist)


def _years(sheet: DataSheet) -> str:
    if sheet.years is None:
        return DASH
    first, last = sheet.years
    return str(first) if first == last else f"{first}–{last}"


def _decisions(sheet: DataSheet) -> Message:
    return message("report.states", yes=sheet.n_yes, no=sheet.n_no, unsure=sheet.n_unsure)


def _sources(sources: Mapping[str, int]) -> list[Node]:
    return [
        element("span", message(SOURCES[name]) if name in SOURCES else name, f" {n}", class_="pair")
        for name, n in sources.items()
    ]


def _between(sheet: DataSheet) -> Cell:
    if not sheet.first_day:
        return DASH
    days = list(dict.fromkeys((sheet.first_day, sheet.last_day)))
    return joined([message("report.day", day=day) for day in days], " – ")


def _protocol(data: ReportData) -> Message:
    """Say by which protocol songs were kept from learning."""
    if data.split:
        return message("report.of_split", split=data.split)
    if not data.evaluation.n_out_of_fold:
        return message("report.by_new_songs")
    known = {"artists": "report.by_artists", "songs": "report.by_songs", "kept": "report.by_kept"}
    protocol = str(data.row.metrics.get("measured_by"))
    return message(known.get(protocol, "report.by_artists"))


def model_card(data: ReportData) -> list[Node]:
    """Return what the model is, where it comes from, under which terms, and what it knows."""
    card, row = data.card, data.row
    if card is None:
        return [element("p", message("report.no_card", name=row.name))]
    known = ARCHITECTURES.get(network_name(card.architecture))
    rows: list[tuple[str, Cell]] = [
        (message("report.name"), name_of(card.name)),
        (message("report.network"), known.title if known else card.architecture),
        (message("report.paper"), known.paper if known else ""),
        (message("report.parent"), name_of(card.parent) if card.parent else ""),
        (message("report.description"), card.description),
        (message("report.input"), _input(card)),
        *_training(card),
        (message("report.licence"), card.licence or message("report.no_licence")),
        (message("report.made_on"), message("report.day", day=card.created_at[:DAY])),
        (
            message("report.made_with"),
            f"RhythmCap {card.code_version}" if card.code_version else "",
        ),
        (message("report.weights"), element("code", _digest(card)) if _digest(card) else ""),
        (
            message("report.words", n=len(card.words)),
            names_of(card.words) or DASH,
        ),
    ]
    return [facts(rows)]


def _input(card: ModelCard) -> Message:
    recipe = card.recipe
    if recipe.is_waveform:
        return message("report.waveform", rate=recipe.rate_hz)
    return message("report.log_mel", rows=recipe.n_rows, rate=recipe.rate_hz, name=recipe.name)


def _training(card: ModelCard) -> list[tuple[str, Cell]]:
    settings = card.settings
    epochs = settings.get("epochs_done")
    trained = ""
    if isinstance(epochs, int) and epochs > 0:
        best = settings.get("best_epoch")
        trained = message("report.epochs_of", n=epochs, best=best if isinstance(best, int) else 0)
    n_learned = card.metrics.get("n_train")
    return [
        (message("report.n_learned"), str(n_learned) if isinstance(n_learned, int) else ""),
        (message("report.depth"), str(settings.get("depth") or "")),
        (message("report.epochs"), trained),
        (message("report.seed"), "" if card.seed is None else str(card.seed)),
    ]


def _digest(card: ModelCard) -> str:
    return card.weights_digest[:DIGEST]
