"""A report is one honest page: right numbers, nothing from the network, legible whatever comes."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from sklearn.metrics import (
    average_precision_score,
    f1_score,
    matthews_corrcoef,
    precision_score,
    recall_score,
    roc_auc_score,
)

from core.cli import metric_lines
from core.messages import Message, catalogue
from core.metrics.metric_records import Estimate
from core.reports import annotators, number_texts
from core.reports.markup import VOID
from core.reports.page import report_page
from core.reports.report_records import ReportData, ReportOptions
from tests.support.report_data import DAY, TAGS, report_data, with_words

HOSTILE = (
    "<script>alert(1)</script>", "rock & roll", "“quoted” \"plain\"", "שיר", "أغنية", "🎹 keys",
    "x" * 300, "tab\there", "`code` *File ▸ Open*", "{n}",
)  # fmt: skip


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> ReportData:
    return report_data(tmp_path_factory.mktemp("report"))


class Page(HTMLParser):
    """Reads a page: the texts of its cells, its elements; fails where elements do not nest."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.names: set[str] = set()
        self.attributes: list[tuple[str, str]] = []
        self.rows: list[list[str]] = []
        self.text = ""
        self.feed(text)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.add(tag)
        self.attributes += [(name, value or "") for name, value in attrs]
        if tag not in VOID and tag != "meta":
            self.open.append(tag)
        if tag == "tr":
            self.rows.append([])
        if tag in ("td", "th"):
            self.rows[-1].append("")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.add(tag)
        self.attributes += [(name, value or "") for name, value in attrs]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] != "style":
            self.text += data
        if {"td", "th"} & set(self.open) and "svg" not in self.open:
            self.rows[-1][-1] += data

    def row(self, first: str, n_cells: int) -> list[str]:
        (found,) = [row for row in self.rows if row[:1] == [first] and len(row) == n_cells]
        return found


def test_the_numbers_are_those_of_scikit_learn(data: ReportData) -> None:
    page, cells = Page(report_page(data, {})), data.evaluation.cells
    for column, name in enumerate(TAGS[:2]):
        judged = cells.states[:, column] >= 0
        truth, scores = cells.states[judged, column], cells.scores[judged, column]
        decided = cells.decided[judged, column]
        ranking, decisions = page.row(name, 7), page.row(name, 8)
        shown = [text.split(" ")[0] for text in (*ranking[5:], *decisions[4:])]
        expected = (
            roc_auc_score(truth, scores), average_precision_score(truth, scores),
            recall_score(truth, decided), precision_score(truth, decided),
            f1_score(truth, decided), matthews_corrcoef(truth, decided),
        )  # fmt: skip
        assert shown == [f"{value:.3f}".replace("0.", ".", 1) for value in expected]
        assert ranking[1:3] == [str(int(truth.sum())), str(int((truth == 0).sum()))]


def test_numbers_read_as_evaluate_prints_them(data: ReportData) -> None:
    for tag in data.evaluation.per_tag.values():
        for metric in ("auc", "ap", "f1"):
            number = tag.estimate(metric)
            assert number_texts.estimate_text(number) == metric_lines.estimate_text(number)
    for value in (1.0, 0.9999, 0.5, 0.0):
        number = Estimate(value, value, value)
        assert number_texts.estimate_text(number) == metric_lines.estimate_text(number)


def test_a_tag_of_few_songs_is_a_dash_with_its_reason(data: ReportData) -> None:
    text = report_page(data, {})
    assert Page(text).row("rare", 7)[5] == "–1"
    assert "<li>Songs with it: 2; at least 5 are needed" in text


def test_every_number_stands_with_what_it_rests_on(data: ReportData) -> None:
    page = Page(report_page(data, {}))
    wauc = number_texts.estimate_text(data.evaluation.measurement.means["wauc"])
    assert f"On 60 songs by 20 artists, 3 tags have a WAUC of {wauc}" in page.text
    assert "180" in page.text, "decisions of the Brier score"


def test_the_page_needs_no_script_and_nothing_from_the_network(data: ReportData) -> None:
    text = report_page(data, {})
    page = Page(text)
    assert page.names.isdisjoint({"script", "link", "img", "iframe", "object"})
    assert not re.search(r"url\(|@import|https?://", text)
    assert {value[0] for name, value in page.attributes if name in ("href", "src")} == {"#"}


def test_the_same_data_give_the_same_bytes(data: ReportData, tmp_path: Path) -> None:
    again = report_data(tmp_path)
    again = replace(again, data_sheet=data.data_sheet)  # of a library in another folder
    assert report_page(again, {}) == report_page(data, {})
    other_day = replace(data, options=ReportOptions("2027-01-01"))
    assert report_page(other_day, {}) != report_page(data, {})


def test_names_from_outside_are_shown_and_obeyed_nowhere(data: ReportData) -> None:
    hostile = with_words(data, HOSTILE, n_artists=8)
    row = replace(hostile.row, name="<b>bold</b> & “ear”")
    hostile = replace(hostile, row=row, options=ReportOptions(DAY, "", "Rossi <ada>"))
    page = Page(report_page(hostile, {}))
    assert "script" not in page.names
    assert "b" not in page.names
    for name in (*HOSTILE, "<b>bold</b> & “ear”", "Rossi <ada>"):
        assert name.replace("\t", "\\t") in page.text


def test_500_words_of_one_artist_stay_small_and_say_so(data: ReportData) -> None:
    names = [f"word {number:03d}" for number in range(500)]
    text = report_page(with_words(data, names, n_artists=1), {})
    assert len(text.encode()) < 2_000_000
    page = Page(text)
    assert page.row("word 250", 7)[5].startswith("–")
    assert "Artists among the judged songs: 1" in page.text
    assert "by one artist" in page.text
    assert "nan" not in text


def test_a_report_of_no_measurable_tag_has_dashes_and_no_zero(data: ReportData) -> None:
    only_yes = with_words(data, ("alone",), n_artists=8)
    cells = only_yes.evaluation.cells
    assert np.any(cells.states == 0)
    tag = only_yes.evaluation.per_tag["alone"]
    empty = replace(tag, auc=None, ap=None, f1=None, mcc=None, intervals={}, reasons={
        name: "No song with it." for name in ("auc", "ap", "f1", "mcc", "precision", "recall")
    })  # fmt: skip
    measurement = replace(
        only_yes.evaluation.measurement,
        tags={"alone": empty},
        means={name: Estimate(None, reason="No tag has both a yes and a no among these songs.")
               for name in only_yes.evaluation.measurement.means},
    )  # fmt: skip
    evaluation = replace(only_yes.evaluation, measurement=measurement)
    page = Page(report_page(replace(only_yes, evaluation=evaluation), {}))
    assert page.row("alone", 7)[5:] == ["–1", "–1"]
    assert "There is no WAUC that can be trusted." in page.text
    assert "Without an AUC" in page.text


@pytest.mark.parametrize("language", ["de", "it", "es"])
def test_the_page_speaks_the_window_s_language(data: ReportData, language: str) -> None:
    spoken: list[str] = []

    def say(text: str) -> str:
        assert isinstance(text, Message)
        spoken.append(text.id)
        return catalogue(language)[text.id]

    text = report_page(data, {}, say, language)
    assert f'<html lang="{language}">' in text
    assert len(set(spoken)) > 100
    assert catalogue(language)["report.h_limits"] in text
    assert "What not to conclude" not in text


def test_one_ear_heard_twice_tells_how_good_a_model_can_be(data: ReportData) -> None:
    alone = replace(data, agreement=None)
    assert "how good a model can be" in str(annotators._several(alone))
    twice = replace(alone, own_tags=(SimpleNamespace(),))
    assert "how good a model can be" not in str(annotators._several(twice))
