"""The page: one HTML file that holds all it needs, for a screen or paper.

No script, nothing from the network: its own style and figures alone. The same data give the same
bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from core.messages import Message, message
from core.paths import resource
from core.reports.annotators import annotators
from core.reports.contradictions import confused, contradicted, reliability
from core.reports.deformed import robustness
from core.reports.learning import learning
from core.reports.markup import Node, Say, element, written
from core.reports.methods import citing, limits, methods
from core.reports.origins import data_sheet, model_card
from core.reports.overview import heading, report_title, summary
from core.reports.report_records import ReportData
from core.reports.tag_tables import tags

POLICY = "default-src 'none'; style-src 'unsafe-inline'"  # a browser loads and runs nothing
STYLE = "report.css"
Part = Callable[[ReportData], list[Node]]

SECTIONS: tuple[tuple[str, str, Part], ...] = (
    ("summary", "report.h_summary", summary),
    ("tags", "report.h_tags", tags),
    ("confused", "report.h_confused", confused),
    ("songs", "report.h_songs", contradicted),
    ("reliability", "report.h_reliability", reliability),
    ("learning", "report.h_learning", learning),
    ("robustness", "report.h_robustness", robustness),
    ("annotators", "report.h_annotators", annotators),
    ("data", "report.h_data", data_sheet),
    ("model", "report.h_model", model_card),
    ("methods", "report.h_methods", methods),
    ("limits", "report.h_limits", limits),
)
CITING = ("citing", "report.h_citing")


def report_page(
    data: ReportData,
    files: Mapping[str, Message],
    say: Say = str,
    language: str = "en",
) -> str:
    """Return the page. files: names of those beside it, and what they hold.

    say: a Message of the core in the page's language, whose code is `language`.
    """
    sections = [(name, message(title), part(data)) for name, title, part in SECTIONS]
    sections.append((CITING[0], message(CITING[1]), citing(data, files)))
    body = element(
        "main",
        heading(data),
        _contents(sections),
        [
            element("section", element("h2", title), parts, id=name)
            for name, title, parts in sections
        ],
    )
    facts = (report_title(data), data.options.date, data.programs[0][1])
    return page_frame(facts, body, say, language)


def page_frame(facts: tuple[str, str, str], body: Node, say: Say, language: str) -> str:
    """Return a whole page that needs nothing else. facts: title, day, version of RhythmCap."""
    page = element("html", _head(*facts), element("body", body), lang=language)
    return f"<!DOCTYPE html>\n{written(page, say)}\n"


def _head(title: str, day: str, version: str) -> Node:
    style = resource(STYLE).read_text(encoding="utf-8")
    return element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=POLICY),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="generator", content=f"RhythmCap {version}"),
        element("meta", name="date", content=day),
        element("title", title),
        element("style", style),
    )


def _contents(sections: Sequence[tuple[str, str, list[Node]]]) -> Node:
    entries = [element("li", element("a", title, href=f"#{name}")) for name, title, _ in sections]
    return element("nav", element("h2", message("report.contents")), element("ol", entries))
