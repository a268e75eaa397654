"""What each word still needs before it is learned: counts, a sentence, songs that would help.

It shows a Readiness and emits what was clicked.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QMenu,
    QPushButton,
    QScrollArea,
    QTableWidget,
    QTableWidgetItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from core.evaluation.forecast_records import Verdict
from core.training.readiness_records import (
    WANT_NO,
    Need,
    OpenCategory,
    Readiness,
    WordReadiness,
    need_sentence,
)
from rhythmcap_gui import theme
from rhythmcap_gui.core_text import translated
from rhythmcap_gui.number_format import counted
from rhythmcap_gui.plain_text import as_heading, literal, tip_text
from rhythmcap_gui.session import Session
from rhythmcap_gui.views.widgets.elided_label import ElidedLabel
from rhythmcap_gui.views.widgets.glossary_link import GlossaryLink
from rhythmcap_gui.views.widgets.plain_table import LEFT, RIGHT, make_plain

if TYPE_CHECKING:
    from core.evaluation.forecast_records import KeptForecast, TagForecast

WORD, N_YES, N_NO, NEEDS, SONGS, WEAK_NO = range(6)
WIDTHS = {WORD: 116, N_YES: 40, N_NO: 40, SONGS: 112, WEAK_NO: 68}  # px
CATEGORIES_PX, HEAD_PAD_PX = 212, 20
BESIDE_PX = 780  # from this width on the categories stand beside the table, else in a menu
ID = Qt.ItemDataRole.UserRole


class ReadinessView(QWidget):
    """songs_requested(tag id): those that would help; weak_no_requested(tag id, on);
    rest_requested(category id): the rest of it is no, wherever a word of it was judged.
    forecast_requested(tag name): how many more songs it needs.
    """

    songs_requested = Signal(int)
    weak_no_requested = Signal(int, bool)
    rest_requested = Signal(int)
    forecast_requested = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._shown: Readiness | None = None
        self._forecasts: Mapping[str, TagForecast] = {}
        self._filling = False
        self.table = self._make_table()
        self.rest_links: list[QPushButton] = []
        self.rest_menu = QToolButton()
        self._categories = QVBoxLayout()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addLayout(self._make_main(), 1)
        self._side = self._make_side()
        row.addWidget(self._side)
        theme.notifier().theme_changed.connect(self._fill)

    def show_readiness(self, found: Readiness) -> None:
        """Show what the words need now."""
        self._shown = found
        self._fill()

    def show_forecast(self, kept: KeptForecast | None) -> None:
        """Show how many more songs tags need, where that was forecast."""
        self._forecasts = {} if kept is None else kept.by_name()
        self._fill()

    def request_forecast(self) -> None:
        """Ask how many more songs tags need, the chosen one first."""
        item = self.table.item(self.table.currentRow(), WORD)
        self.forecast_requested.emit("" if item is None else item.text())

    def _make_table(self) -> QTableWidget:
        table = QTableWidget(0, len(WIDTHS) + 1)
        table.setHorizontalHeaderLabels([
            self.tr("Tag"), self.tr("Yes"), self.tr("No"), self.tr("What it needs"),
            self.tr("Songs to judge"), self.tr("Weak no"),
        ])  # fmt: skip
        table.setAccessibleName(self.tr("What each tag needs"))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        make_plain(table, 26)
        head = table.horizontalHeader()
        head.setHighlightSections(False)
        for column in range(table.columnCount()):
            align = RIGHT if column in (N_YES, N_NO) else LEFT
            table.horizontalHeaderItem(column).setTextAlignment(align)
        table.horizontalHeaderItem(WEAK_NO).setToolTip(weak_no_sentence())
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        for column, width in WIDTHS.items():
            head.resizeSection(column, width)
        head.setSectionResizeMode(NEEDS, QHeaderView.ResizeMode.Stretch)
        table.cellClicked.connect(
            lambda row, column: self._request_songs(row) if column == SONGS else None
        )
        table.itemActivated.connect(
            lambda item: self._request_songs(item.row()) if item.column() != WEAK_NO else None
        )
        table.itemChanged.connect(self._on_changed)
        return table

    def _make_main(self) -> QVBoxLayout:
        """Put the table over a line that explains its ticks."""
        text = ElidedLabel(
            self.tr("Weak no: songs not judged on the tag count a little as no when it is learned.")
        )
        text.setProperty("caption", True)
        text.setToolTip(weak_no_sentence())
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.rest_menu.setText(self.tr("The rest is no"))
        self.rest_menu.setToolTip(self.tr("Judge what is left of a category as no"))
        self.rest_menu.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.rest_menu.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.rest_menu.setMenu(QMenu(self.rest_menu))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.rest_menu)
        row.addWidget(text, 1)
        row.addWidget(GlossaryLink("weak_no"))
        column.addWidget(self.table, 1)
        column.addLayout(row)
        return column

    def _make_side(self) -> QWidget:
        side = QWidget()
        side.setFixedWidth(CATEGORIES_PX)
        heading = QLabel(self.tr("The rest is no"))
        heading.setProperty("heading", True)
        text = QLabel(
            self.tr("Where you judged a tag of a category, its tags not judged become no:"),
            wordWrap=True,
        )
        text.setProperty("dim", True)
        inside = QWidget()
        inside.setLayout(self._categories)
        self._categories.setContentsMargins(0, 0, 0, 0)
        self._categories.setSpacing(2)
        area = QScrollArea(widgetResizable=True, frameShape=QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for widget in (heading, text):
            column.addWidget(widget)
        column.addWidget(area, 1)
        return side

    # -- filling ------------------------------------------------------------------------------

    def _fill(self) -> None:
        found = self._shown
        if found is None:
            return
        self._filling = True
        chosen = self._tag_of(self.table.currentRow())
        self.table.setRowCount(len(found.words))
        for row, word in enumerate(found.words):
            self._fill_row(row, word)
            if word.tag_id == chosen:
                self.table.setCurrentCell(row, WORD)
        self._fill_categories(found.categories)
        self._filling = False
        head, metrics = self.table.horizontalHeader(), QFontMetrics(theme.font(theme.CAPTION_PX))
        for column in (SONGS, WEAK_NO):  # as wide as their words are in this language
            words = self.table.horizontalHeaderItem(column).text()
            title_px = metrics.horizontalAdvance(words) + HEAD_PAD_PX
            fitting = max(self.table.sizeHintForColumn(column), title_px)
            head.resizeSection(column, max(WIDTHS[column], fitting))

    def _fill_row(self, row: int, word: WordReadiness) -> None:
        icon, token = _sign(word)
        self._put(row, WORD, word.name).setIcon(theme.icon(icon, token))
        self.table.item(row, WORD).setData(ID, word.tag_id)
        self._put(row, N_YES, str(word.n_yes), RIGHT)
        self._put(row, N_NO, str(word.n_no), RIGHT)
        sentence, tip = self._needs(word)
        self._put(row, NEEDS, sentence, token="dim").setToolTip(tip)
        link = self._put(row, SONGS, songs_text(word), token="accent")
        if link.text():
            link.setToolTip(self.tr("Open these songs as a list, to judge them on this tag"))
        mark = self._put(row, WEAK_NO, "")
        mark.setFlags(mark.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        mark.setCheckState(Qt.CheckState.Checked if word.weak_no else Qt.CheckState.Unchecked)
        mark.setToolTip(weak_no_sentence())
        name = self.tr("Songs not judged on {tag} are a weak no").format(tag=word.name)
        mark.setData(Qt.ItemDataRole.AccessibleTextRole, name)

    def _needs(self, word: WordReadiness) -> tuple[str, str]:
        """Say what a word needs, by its forecast where that tells; and all of it for a tooltip."""
        counted_needs = translated(need_sentence(word))
        forecast = self._forecasts.get(word.name) if word.can_be_learned else None
        if forecast is None:
            return counted_needs, counted_needs
        foreseen = translated(forecast.sentence())
        known = forecast.verdict is not Verdict.UNKNOWN
        return foreseen if known else counted_needs, tip_text([foreseen, counted_needs])

    def _put(
        self, row: int, column: int, text: str, align: Qt.AlignmentFlag = LEFT, token: str = "text"
    ) -> QTableWidgetItem:
        item = QTableWidgetItem(text)
        item.setTextAlignment(align)
        item.setForeground(theme.colour(token))
        item.setFont(theme.font(figures=True))
        self.table.setItem(row, column, item)
        return item

    def _fill_categories(self, categories: tuple[OpenCategory, ...]) -> None:
        while (old := self._categories.takeAt(0)) is not None:
            if (widget := old.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.rest_links = [self._link(category) for category in categories]
        for link in self.rest_links:
            self._categories.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        self._categories.addStretch(1)
        menu = self.rest_menu.menu()
        menu.clear()
        for link in self.rest_links:
            menu.addAction(link.text()).triggered.connect(link.click)
        self._fit_rest()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_rest()

    def _fit_rest(self) -> None:
        """Show the categories beside the table, or in a menu where the table needs the width."""
        is_beside = self.width() >= theme.scaled(BESIDE_PX)
        self._side.setVisible(bool(self.rest_links) and is_beside)
        self.rest_menu.setVisible(bool(self.rest_links) and not is_beside)

    def _link(self, category: OpenCategory) -> QPushButton:
        library = self._session.library
        name = library.codebook.category(category.category_id).name if library else ""
        text = self.tr("{category}: {songs:# song|# songs}")
        title = literal(as_heading(name))
        link = QPushButton(counted(text, category=title, songs=category.n_songs))
        link.setProperty("link", True)
        tip = self.tr(
            "{n:# decision; one undo takes it back|# decisions; one undo takes them back}"
        )
        link.setToolTip(counted(tip, n=category.n_open))
        link.clicked.connect(lambda: self.rest_requested.emit(category.category_id))
        return link

    # -- what is clicked ----------------------------------------------------------------------

    def _tag_of(self, row: int) -> int | None:
        item = self.table.item(row, WORD) if row >= 0 else None
        return int(item.data(ID)) if item is not None else None

    def _request_songs(self, row: int) -> None:
        tag_id = self._tag_of(row)
        if tag_id is not None and self.table.item(row, SONGS).text():
            self.songs_requested.emit(tag_id)

    def _on_changed(self, item: QTableWidgetItem) -> None:
        if self._filling or item.column() != WEAK_NO:
            return
        tag_id = self._tag_of(item.row())
        if tag_id is not None:
            self.weak_no_requested.emit(tag_id, item.checkState() == Qt.CheckState.Checked)


def songs_text(word: WordReadiness) -> str:
    """Name the songs that would help a word; "" where none would, or all are judged."""
    if not word.needs or not word.n_open:
        return ""
    if word.needs[0] in WANT_NO:
        return _tr("songs likely no")
    if word.needs[0] is Need.MORE_ARTISTS:
        return _tr("other artists")
    return _tr("songs likely yes")


def weak_no_sentence() -> str:
    """Explain the weak no."""
    return _tr(
        "Songs not judged on this tag count a twentieth of a no when it is learned. Good where "
        "you give the tag wherever you hear it; bad where most songs were never listened to for it."
    )


def _sign(word: WordReadiness) -> tuple[str, str]:
    if not word.can_be_learned:
        return "warning", "bad"
    return ("info", "dim") if word.needs else ("check", "good")


def _tr(text: str) -> str:
    return QCoreApplication.translate("readiness", text)
