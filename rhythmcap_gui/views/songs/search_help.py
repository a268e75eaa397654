"""Help ▸ Searching: all that a search line understands, with examples that can be tried.

The README's table is made of the same rows. Examples speak of the library's own tags, where it has
some.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from rhythmcap_gui import theme
from rhythmcap_gui.plain_text import literal
from rhythmcap_gui.session import Session
from rhythmcap_gui.views.widgets.flow_layout import FlowLayout

EXAMPLES_PX, WIDTH_PX, HEIGHT_PX = 300, 760, 560
TOP = Qt.AlignmentFlag.AlignTop


@dataclass(frozen=True, slots=True)
class SearchWords:
    """What the examples speak of: tags, one of several words or predicted, and a category."""

    tag: str = "kick"
    several: str = "bass lead"
    predicted: str = "house"
    category: str = "voice"


@dataclass(frozen=True, slots=True)
class SearchRow:
    """What can be written, and which songs it finds."""

    examples: tuple[str, ...]
    finds: str


def _tr(text: str) -> str:
    return QCoreApplication.translate("search_help", text)


def search_rows(words: SearchWords) -> tuple[SearchRow, ...]:
    """Return the whole table, in the order of use."""
    tag, predicted, category = words.tag, words.predicted, words.category
    return (
        SearchRow(("night train", '"night train"'),
                  _tr("these words in title, artist, album, path or note, or tags of that name; "
                      "in quotation marks as they stand")),
        SearchRow((tag, f"-{tag}", f"?{tag}", f"no:{tag}"),
                  _tr("with the tag; without it; unsure; judged no")),
        SearchRow((f"judged:{tag}", f'tag:"{words.several}"'),
                  _tr("judged one way or the other; a tag of several words")),
        SearchRow((f"region:{tag}", "has:regions"),
                  _tr("the tag on a part of the song; any tagged part; alone it is about the "
                      "whole song, and only whole songs are learned from")),
        SearchRow((f"{predicted}>0.7", f"predicted:{predicted}"),
                  _tr("by the score of the model in use, also with <, >=, <=; without a number, "
                      "at least .5")),
        SearchRow((f"intensity:{tag}>=0.5",), _tr("by how strongly you said it holds")),
        SearchRow(("year:1990..1995", "length:>5:00"), _tr("by year or length")),
        SearchRow(("added:2026-01..", "decided:today", "decided:>2026-01-15"),
                  _tr("by when it came in; by the day of your latest decision on it: a year, a "
                      "month, a day, today, yesterday")),
        SearchRow(("by:ear", "by:accepted", "by:rejected", "by:rest", "by:rule", "by:import"),
                  _tr("with a decision that you made by ear; by accepting or by rejecting "
                      "the model's guess; by “the rest is no”; that a rule implied; that was "
                      "imported")),
        SearchRow(('artist:"x"', "title:a", "album:a", "note:a", "path:a"),
                  _tr("words of one field")),
        SearchRow(('tag:""', f"empty:{category}", "has:note"),
                  _tr("without any tag; without any of a category; with a note. “has:” is the "
                      "contrary of “empty:”; both take a category, a field, “regions”")),
        SearchRow(("untagged", "unsure", "review", "recent", "missing"),
                  _tr("no decision on the whole song yet; something unsure; the model is sure of "
                      "the contrary of what you decided, and you have not kept it (Ctrl+D asks "
                      "one by one); judged lately; the file is gone")),
        SearchRow((f"{tag} OR {predicted}", f"{tag} NOT (recent OR unsure)"),
                  _tr("combined by AND, OR, NOT and brackets; side by side means AND")),
    )  # fmt: skip


def search_table() -> str:
    """Return the README's table of searches, as Markdown."""
    rows = [
        f"| {' '.join(f'`{example}`' for example in row.examples)} | {row.finds} |"
        for row in search_rows(SearchWords())
    ]
    return "\n".join(["| write | finds songs |", "|---|---|", *rows])


def words_of(session: Session) -> SearchWords:
    """Choose the library's own words: its tag with the most songs, a predicted one, a category."""
    usual, library = SearchWords(), session.library
    if library is None:
        return usual
    counts = library.search.facets()
    known = sorted(library.codebook.tags(), key=lambda tag: -counts.get(tag.id, 0))
    by_songs = [tag for tag in known if tag.name.isalpha()]
    of_several = [tag.name for tag in known if " " in tag.name and '"' not in tag.name]
    predicted = [tag for tag in by_songs if tag.id in session.model_tags]
    categories = [row.name for row in library.codebook.categories() if row.name.isalpha()]
    tag = by_songs[0].name if by_songs else usual.tag
    others = [found.name for found in predicted if found.name != tag]
    return SearchWords(
        tag,
        of_several[0] if of_several else tag,
        others[0] if others else usual.predicted,
        categories[0] if categories else usual.category,
    )


class SearchHelp(QDialog):
    """The table; it stays open beside the list while examples are tried.

    query_requested(query): put it into the search line.
    """

    query_requested = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setWindowTitle(self.tr("Searching"))
        self.examples: list[QPushButton] = []
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(16, 12, 16, 12)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        grid.setColumnStretch(1, 1)
        for number, row in enumerate(search_rows(words_of(session))):
            grid.addWidget(self._buttons(row.examples), number, 0, TOP)
            finds = QLabel(row.finds, wordWrap=True)
            finds.setTextFormat(Qt.TextFormat.PlainText)
            grid.addWidget(finds, number, 1, TOP)
        grid.setRowStretch(grid.rowCount(), 1)
        scroll = QScrollArea(widgetResizable=True, frameShape=QFrame.Shape.NoFrame)
        scroll.setAccessibleName(self.tr("Searching"))
        scroll.setWidget(inside)
        hint = QLabel(self.tr("Press an example to try it; Esc in the search line clears it."))
        hint.setProperty("dim", True)
        hint.setContentsMargins(16, 0, 16, 12)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll, 1)
        column.addWidget(hint)
        self.resize(WIDTH_PX, HEIGHT_PX)

    def _buttons(self, examples: Sequence[str]) -> QWidget:
        made = QWidget()
        made.setFixedWidth(theme.scaled(EXAMPLES_PX))
        flow = FlowLayout(made)
        for example in examples:
            button = QPushButton(literal(example))
            button.setProperty("pill", True)
            button.setAutoDefault(False)
            button.setAccessibleName(self.tr("Try {example}").format(example=example))
            button.clicked.connect(lambda _on, query=example: self.query_requested.emit(query))
            flow.addWidget(button)
            self.examples.append(button)
        return made
