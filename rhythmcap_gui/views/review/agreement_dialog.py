"""How far annotators agree, and the songs they do not agree on: to be heard, and settled.

What colleagues decided is not shown of tags that the annotator has not decided, nor in blind mode.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QSplitter,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from core.library.records import State
from rhythmcap_gui import theme
from rhythmcap_gui.number_format import counted, number_text
from rhythmcap_gui.session import Session
from rhythmcap_gui.views.review.agreement_table import MOST_PX, ROW_PX, AgreementTable
from rhythmcap_gui.views.widgets.fold_button import FoldButton
from rhythmcap_gui.views.widgets.plain_table import LEFT, fit_columns, make_plain
from rhythmcap_gui.views.widgets.score_format import state_word
from rhythmcap_gui.views.widgets.work_dialog import WorkDialog

if TYPE_CHECKING:
    from core.evaluation.agreement_records import AnnotatorDisagreement, LibraryAgreement

SIZE, SMALL, MARGIN = QSize(1240, 640), QSize(600, 160), QSize(20, 60)
TAG, SONG, DECISIONS, AGREED = range(4)
FITTED = (TAG, AGREED)
OWN = 1  # in the choice of whose decisions


class AgreementDialog(WorkDialog):
    """Stands beside the window, so that songs can be heard. song_requested(song id): hear it.

    settled(AnnotatorDisagreement, State or None): what annotators agree on after all.
    """

    song_requested = Signal(int)
    settled = Signal(object, object)
    details_toggled = Signal(bool)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._agreement: LibraryAgreement | None = None
        self._listed: list[AnnotatorDisagreement] = []
        self.setWindowTitle(self.tr("Agreement of annotators"))
        self.setModal(False)
        self.summary = QLabel(wordWrap=True)
        self.summary.setProperty("heading", True)
        self.caption = QLabel(wordWrap=True)
        self.caption.setProperty("caption", True)
        self.whose = QComboBox()
        self.whose.setAccessibleName(self.tr("Whose decisions are compared"))
        self.whose.addItems([self.tr("Between annotators"), self.tr("Your own ear, heard twice")])
        self.whose.currentIndexChanged.connect(self._show)
        self.table = AgreementTable()
        self.table.itemSelectionChanged.connect(self._list)
        self.songs = self._make_songs()
        self.head = QLabel(wordWrap=True)
        self.head.setProperty("heading", True)
        self.remark = QLabel(wordWrap=True)
        self.remark.setProperty("caption", True)
        self.details = FoldButton(self.tr("Details"))
        self.details.setToolTip(self.tr("Measures such as kappa, alpha and AC1"))
        self.details.toggled.connect(self.table.show_details)
        self.details.unfolded.connect(self.details_toggled)
        self._lay_out()
        self.details.setChecked(session.settings.details)
        self.table.show_details(session.settings.details)
        session.blind_changed.connect(self._list)
        self._is_large = True
        self.whose.hide()
        self._show_tables(False)

    def show_agreement(self, agreement: LibraryAgreement) -> None:
        """Show what was found; the chosen tag and song stay chosen."""
        self.work.end()
        if self._agreement is None and agreement.own and not agreement.tags:
            self.whose.setCurrentIndex(OWN)
        self._agreement = agreement
        who = [
            f"{name or self.tr('no name')} ({number_text(n)})" for name, n in agreement.annotators
        ]
        self.caption.setText(self.tr("Annotators and their decisions: {}").format(", ".join(who)))
        self._show()

    def _show(self, *_choice: object) -> None:
        """Show what is chosen: agreement between annotators, or of one ear with itself."""
        agreement = self._agreement
        if agreement is None:
            return
        own = self.whose.currentIndex() == OWN and bool(agreement.own)
        tags = agreement.own if own else agreement.tags
        self.whose.setVisible(bool(agreement.own))
        self.summary.setText(self._own_summary(agreement) if own else self._summary(agreement))
        self.caption.setVisible(bool(agreement.annotators) and not own)
        self._show_tables(bool(tags))
        self._split.widget(1).setVisible(not own)
        for button in (self.listen, self.yes, self.no, self.unsure, self.unsettle):
            button.setVisible(bool(tags) and not own)
        self.table.show_tags(tags, own=own)
        self._list()
        self.layout().activate()  # longer words need more lines at once

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _stopped_text(self) -> str:
        return ""

    def _own_summary(self, agreement: LibraryAgreement) -> str:
        text = self.tr(
            "Of {n:# question|# questions} (a song and a tag) that you answered again later, the "
            "answer was the same on {agreed}. What an ear does not agree on with itself, no model "
            "can learn."
        )
        agreed = sum(tag.figures.n_agreed for tag in agreement.own)
        n_songs = sum(tag.figures.n_songs for tag in agreement.own)
        return counted(text, n=n_songs, agreed=number_text(agreed))

    def _summary(self, agreement: LibraryAgreement) -> str:
        if not agreement.tags:
            return self.tr(
                "No tag of any song was decided on by two annotators. Take in a colleague's "
                "decisions, or let another annotator decide here."
            )
        text = self.tr(
            "Of {n:# question|# questions} (a song and a tag) that two or more annotators"
            " answered, all agree on {agreed}."
        )
        return counted(text, n=agreement.n_songs, agreed=number_text(agreement.n_agreed))

    def _make_songs(self) -> QTableWidget:
        songs = QTableWidget(0, 4)
        songs.setHorizontalHeaderLabels([
            self.tr("Tag"), self.tr("Song"), self.tr("Decisions"), self.tr("Agreed on"),
        ])  # fmt: skip
        songs.setAccessibleName(self.tr("Songs on which annotators disagree"))
        songs.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        songs.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        make_plain(songs, ROW_PX)
        header = songs.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        for column in FITTED:
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
        for column in range(4):
            songs.horizontalHeaderItem(column).setTextAlignment(LEFT)
        songs.itemSelectionChanged.connect(self._enable)
        songs.cellActivated.connect(lambda row, _column: self._request_song(row))
        return songs

    def _lay_out(self) -> None:
        self.listen = self._button(self.tr("Listen"), lambda: self._request_song(self._row()))
        self.listen.setToolTip(self.tr("Open the song and play it (Enter in the list)"))
        self.yes = self._button(self.tr("Agree on yes"), lambda: self._settle(State.YES))
        self.no = self._button(self.tr("Agree on no"), lambda: self._settle(State.NO))
        self.unsure = self._button(self.tr("Agree on unsure"), lambda: self._settle(State.UNSURE))
        self.unsettle = self._button(self.tr("Not agreed"), lambda: self._settle(None))
        self.close_button = self._button(self.tr("Close"), self.close)
        buttons = QHBoxLayout()
        for button in (self.listen, self.yes, self.no, self.unsure, self.unsettle):
            buttons.addWidget(button)
        buttons.addStretch()
        buttons.addWidget(self.close_button)
        top = QWidget()
        upper = QVBoxLayout(top)
        upper.setContentsMargins(0, 0, 0, 0)
        upper.addWidget(self.table, 1)
        upper.addWidget(self.details, 0, Qt.AlignmentFlag.AlignLeft)
        below = QWidget()
        lower = QVBoxLayout(below)
        lower.setContentsMargins(0, 4, 0, 0)
        lower.addWidget(self.head)
        lower.addWidget(self.songs, 1)
        self._split = QSplitter(Qt.Orientation.Vertical)
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(top)
        self._split.addWidget(below)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 16, 16, 16)
        box.setSpacing(8)
        box.addWidget(self.whose, 0, Qt.AlignmentFlag.AlignLeft)
        for widget in (self.summary, self.caption, self.work):
            box.addWidget(widget)
        box.addWidget(self._split, 1)
        box.addWidget(self.remark)
        box.addStretch()
        box.addLayout(buttons)
        self._enable()

    def _show_tables(self, shown: bool) -> None:
        """Show tables and what can be done, or only the sentence that says why there are none."""
        self._split.setVisible(shown)
        for button in (self.listen, self.yes, self.no, self.unsure, self.unsettle):
            button.setVisible(shown)
        if shown != self._is_large:
            self._is_large = shown
            self._grow(SIZE if shown else SMALL)
            (self.table if shown else self.close_button).setFocus(Qt.FocusReason.OtherFocusReason)

    def _grow(self, size: QSize) -> None:
        """Be of this size around the same middle; all of it stays on the screen."""
        room, middle = self.screen().availableGeometry(), self.geometry().center()
        self.resize(size.boundedTo(room.size() - MARGIN))
        if self.isVisible():  # where it appears is the system's business
            frame = self.frameGeometry()
            frame.moveCenter(middle)
            x = max(room.left(), min(frame.left(), room.right() - frame.width()))
            y = max(room.top(), min(frame.top(), room.bottom() - frame.height()))
            self.move(x, y)

    def _button(self, text: str, call: object) -> QPushButton:
        button = QPushButton(text)
        button.setAutoDefault(False)
        button.clicked.connect(call)
        return button

    # -- the songs they disagree on -----------------------------------------------------------

    def _list(self, *_change: object) -> None:
        """List the disagreements on the chosen tag, or all, that may be shown."""
        if self._agreement is None:
            return
        row, chosen = self._row(), self.table.chosen_tag()
        listed = [one for one in self._agreement.disagreements if chosen in (None, one.tag_id)]
        shown = [one for one in listed if self._may_show(one)]
        kept = self._listed[row] if 0 <= row < len(self._listed) else None
        self._listed = shown
        self._fill()
        for index, one in enumerate(shown):
            if kept is not None and (one.song_id, one.tag_id) == (kept.song_id, kept.tag_id):
                self.songs.selectRow(index)
        self.head.setText(self._head_text(len(shown)))
        self.remark.setText(self._hidden_text(len(listed) - len(shown)))
        self.remark.setVisible(bool(self.remark.text()))
        self._enable()

    def _may_show(self, one: AnnotatorDisagreement) -> bool:
        """Whether the annotator has decided herself, or is none of those who are compared."""
        library = self._session.library
        if self._session.blind or library is None or self._agreement is None:
            return False
        name = library.annotators.current.name
        compared = {known for known, _ in self._agreement.annotators}
        return name in one.annotators or name not in compared

    def _head_text(self, n_shown: int) -> str:
        if not n_shown:
            return self.tr("No song is listed on which they disagree.")
        text = self.tr(
            "{n:# answer differs|# answers differ}. Choose one to listen to its song, and to "
            "settle it."
        )
        return counted(text, n=n_shown)

    def _hidden_text(self, n_hidden: int) -> str:
        if self._session.blind:
            return self.tr("In blind mode nobody's decisions are shown: switch it off to see them.")
        rest = self._agreement.n_disagreements - len(self._agreement.disagreements)
        texts = []
        if n_hidden:
            text = self.tr(
                "{:# more is|# more are} on tags that you have not decided: they show after that."
            )
            texts.append(counted(text, n_hidden))
        if rest:
            texts.append(counted(self.tr("{:# more is|# more are} not listed."), rest))
        return " ".join(texts)

    def _fill(self) -> None:
        library = self._session.library
        ids = sorted({one.song_id for one in self._listed})
        songs = {row.song.id: row.song for row in library.songs.rows(ids)} if library else {}
        tags = {tag.id: tag.name for tag in library.codebook.tags(include_retired=True)}
        self.songs.setRowCount(len(self._listed))
        for index, one in enumerate(self._listed):
            song = songs.get(one.song_id)
            names = (song.display_artist, song.display_title) if song else ()
            cells = {
                TAG: tags.get(one.tag_id, ""),
                SONG: " – ".join(name for name in names if name),
                DECISIONS: " · ".join(
                    f"{name or self.tr('no name')}: {state_word(state)}"
                    for name, state in one.states
                ),
                AGREED: state_word(one.agreed) if one.agreed else "",
            }
            for column, text in cells.items():
                item = QTableWidgetItem(text)
                item.setTextAlignment(LEFT)
                item.setToolTip(text)
                self.songs.setItem(index, column, item)
        fit_columns(self.songs, FITTED, theme.scaled(MOST_PX))

    def _row(self) -> int:
        rows = self.songs.selectionModel().selectedRows()
        return rows[0].row() if rows else -1

    def _enable(self) -> None:
        library, row = self._session.library, self._row()
        one = self._listed[row] if 0 <= row < len(self._listed) else None
        writable = one is not None and library is not None and not library.read_only
        self.listen.setEnabled(one is not None)
        for button in (self.yes, self.no, self.unsure):
            button.setEnabled(writable)
        self.unsettle.setEnabled(writable and one.agreed is not None)

    def _request_song(self, row: int) -> None:
        if 0 <= row < len(self._listed):
            self.song_requested.emit(self._listed[row].song_id)

    def _settle(self, state: State | None) -> None:
        row = self._row()
        if 0 <= row < len(self._listed):
            self.settled.emit(self._listed[row], state)
