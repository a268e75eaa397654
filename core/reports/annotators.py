"""How far annotators agree, and the ceiling that this is for a model."""

from __future__ import annotations

from core.evaluation.agreement_records import LibraryAgreement, TagAgreement
from core.evaluation.ceiling import Ceiling
from core.messages import message
from core.reports.markup import Node, element, name_of
from core.reports.number_texts import share_text
from core.reports.report_records import ReportData
from core.reports.tables import Cell, Column, Notes, table

AC1, KAPPA, ALPHA = "AC1", "κ", "α"


def annotators(data: ReportData) -> list[Node]:
    """Return the model beside other ears, one's own second hearing, and agreement tag by tag."""
    return [*_ceilings(data.ceilings), *_own(data), *_several(data)]


def _several(data: ReportData) -> list[Node]:
    agreement = data.agreement
    if agreement is None and data.own_tags:  # how good a model can be is told by the same ear
        return [element("p", message("report.one_ear"))]
    if agreement is None:
        return [element("p", message("report.one_annotator"))]
    if not agreement.n_songs:
        return [element("p", message("agreement.no_song"))]
    return _agreement(agreement)


def _own(data: ReportData) -> list[Node]:
    """Return how far the second judgment equals the first, with the ceiling of each tag."""
    if not data.own_tags:
        return []
    notes, rows = Notes(), []
    for own in data.own_tags:
        tag, ceiling = own.agreement, data.own_ceilings.get(own.agreement.tag)
        rows.append(
            (
                *_cells(tag, notes),
                "–" if ceiling is None else notes.number(ceiling.annotator_f1),
                "–" if ceiling is None else notes.number(ceiling.model_f1),
            )
        )
    columns = (
        *_columns(message("report.same_again")),
        Column(message("report.f1_second_hearing")),
        Column(message("report.f1_model")),
    )
    return [table(message("report.cap_own_ear"), columns, rows), *notes.below()]


def _ceilings(ceilings: tuple[Ceiling, ...]) -> list[Node]:
    if not ceilings:
        return []
    notes = Notes()
    rows = [
        (
            name_of(one.annotator),
            str(one.n_decisions),
            str(one.n_songs),
            str(one.n_artists),
            notes.number(one.annotator_f1),
            notes.number(one.model_f1),
            notes.change(one.f1_above),
            notes.number(one.annotator_mcc),
            notes.number(one.model_mcc),
        )
        for one in ceilings
    ]
    columns = (
        Column(message("report.annotator"), "name"),
        Column(message("report.decisions")),
        Column(message("report.songs")),
        Column(message("report.artists")),
        Column(message("report.f1_annotator")),
        Column(message("report.f1_model")),
        Column(message("report.f1_above")),
        Column(message("report.mcc_annotator")),
        Column(message("report.mcc_model")),
    )
    above = [element("p", message("report.above_ceiling", name=one.annotator))
             for one in ceilings if one.is_below_model]  # fmt: skip
    return [table(message("report.cap_ceiling"), columns, rows), *notes.below(), *above]


def _agreement(found: LibraryAgreement) -> list[Node]:
    notes = Notes()
    rows = [_cells(tag, notes) for tag in found.tags if tag.figures.n_songs]
    columns = _columns(message("report.agreed"))
    return [table(message("report.cap_agreement"), columns, rows), *notes.below()]


def _columns(agreed: str) -> tuple[Column, ...]:
    """Return the heads of _cells(). agreed: what equal decisions are called."""
    return (
        Column(message("report.tag"), "name"),
        Column(agreed),
        Column(message("report.unsure")),
        Column(message("report.raw")),
        Column(message("report.measure")),
        Column(message("report.beyond_chance")),
    )


def _cells(tag: TagAgreement, notes: Notes) -> tuple[Cell, ...]:
    """Return how far decisions on a tag are equal: of several annotators, or of one and later."""
    return (
        name_of(tag.tag),
        share_text(tag.figures.n_agreed, tag.figures.n_songs),
        str(tag.n_unsure),
        notes.number(tag.figures.raw),
        _measure(tag),
        notes.number(tag.beyond_chance),
    )


def _measure(tag: TagAgreement) -> str:
    if tag.is_rare:
        return AC1
    return KAPPA if tag.figures.n_annotators == 2 else ALPHA
