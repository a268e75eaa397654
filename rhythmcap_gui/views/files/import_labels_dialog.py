"""Decisions from a file of another program or person: all that would come in, before it does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from core.exchange.import_records import ImportChoices, ImportPlan
from core.library.records import Changes
from rhythmcap_gui.local_paths import paths_of
from rhythmcap_gui.number_format import number_text
from rhythmcap_gui.session import Session
from rhythmcap_gui.view_data import FormatRow, ImportPreview, Progress
from rhythmcap_gui.views.files.import_overview import OverviewPage, overview, why_nothing
from rhythmcap_gui.views.files.import_rows_pages import ConflictsPage, FaultsPage, RemarksPage
from rhythmcap_gui.views.files.import_songs_page import SongsPage
from rhythmcap_gui.views.files.import_source import ImportSource
from rhythmcap_gui.views.files.import_words_page import WordsPage
from rhythmcap_gui.views.widgets.work_dialog import WorkDialog

SIZE, MARGIN = QSize(960, 640), QSize(20, 60)
NO_BREAK = "\N{NO-BREAK SPACE}"
PAGE_KEYS = ("Ctrl+Tab", "Ctrl+Shift+Tab")
EMPTY_PX = 90  # beside the text of an empty page
DELAY_MS = 500
PATIENCE_MS = 400  # counting that takes longer is shown


class ImportLabelsDialog(WorkDialog):
    """read_requested(Path, format's name or ""); own_tags_requested(): read the songs' files.

    count_requested(ImportChoices): other choices were made.

    plan_requested(ImportChoices): songs came or went, or tags changed. import_requested(
    ImportPreview) with what is shown. The window stays usable, so that a song can be listened to
    before a conflict is decided.
    """

    read_requested = Signal(object, str)
    own_tags_requested = Signal()
    count_requested = Signal(object)
    plan_requested = Signal(object)
    import_requested = Signal(object)

    def __init__(
        self,
        session: Session,
        formats: Sequence[FormatRow],
        folder: Path,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Import decisions"))
        self._formats = tuple(formats)
        self.preview: ImportPreview | None = None
        self._is_counting = False
        self.source = ImportSource(self._formats, folder)
        self.source.chosen.connect(self.set_file)
        self.source.own_tags_requested.connect(self.set_own_tags)
        self.sentence = QLabel(wordWrap=True)
        self.sentence.setProperty("heading", True)
        self.pages = QTabWidget(documentMode=True)
        self.decisions = OverviewPage(session)
        self.songs = SongsPage(session)
        self.words = WordsPage(session)
        self.conflicts = ConflictsPage(session)
        self.faults = FaultsPage()
        self.remarks = RemarksPage()
        self._delay = QTimer(self, singleShot=True, interval=DELAY_MS)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self._show_counting)
        self._lay_out()
        self._connect(session)
        self.setAcceptDrops(True)
        self.resize(SIZE.boundedTo(self.screen().availableSize() - MARGIN))
        self.source.choose.setFocus()
        self._refresh()

    def set_file(self, path: Path, format_name: str = "") -> None:
        """Read this file or folder."""
        self.source.show_file(path, format_name)
        self._begin_reading(self.tr("Reading {name}").format(name=path.name))
        self.read_requested.emit(path, format_name)

    def set_own_tags(self) -> None:
        """Read what stands in the songs' own files."""
        self.source.show_own_tags()
        self._begin_reading(self.tr("Reading the songs' files"))
        self.own_tags_requested.emit()

    def show_preview(self, preview: ImportPreview) -> None:
        """Show what a file that was read would bring."""
        self.source.show_format(preview.format)
        self.show_plan(preview)
        self.pages.setCurrentIndex(self._shown_pages()[0])
        self.ok.setFocus()

    def show_plan(self, preview: ImportPreview) -> None:
        """Show a plan that was made anew, on the page that is shown."""
        self._end_counting()
        self.preview = preview
        self.decisions.show_preview(preview)
        self.songs.show_plan(preview.plan)
        self.words.show_preview(preview)
        self.remarks.show_preview(preview)
        self._show_counts()

    def show_count(self, preview: ImportPreview) -> None:
        """Show what other choices would do."""
        self._end_counting()
        self.preview = preview
        self.decisions.show_counts(preview)
        self._show_counts()

    def show_progress(self, progress: Progress) -> None:
        """Show how far reading, or slow counting, is."""
        if self.work.running:
            super().show_progress(progress)

    def failed(self, error: Exception) -> None:
        """Show why it cannot be read or counted."""
        self._end_counting()
        super().failed(error)

    def stopped(self) -> None:
        """Show that reading was stopped."""
        if not self._is_counting:
            super().stopped()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if paths_of(event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = paths_of(event.mimeData().urls())
        if paths:
            event.acceptProposedAction()
            self.set_file(paths[0])

    def done(self, code: int) -> None:
        """Stop what still runs."""
        self._delay.stop()
        super().done(code)

    def accept(self) -> None:
        """Request the import of what is shown."""
        if self._is_ready():
            preview = self.preview
            super().accept()
            self.import_requested.emit(preview)

    def choices(self) -> ImportChoices:
        """Return the choices as all pages stand."""
        before = self.preview.plan.choices if self.preview is not None else ImportChoices()
        chosen = replace(
            before,
            words=dict(self.words.choices),
            likely=self.songs.likely,
            on_conflict=self.conflicts.side,
        )
        return self.decisions.with_choices(chosen)

    def _is_ready(self) -> bool:
        is_shown = self.preview is not None and not self._is_counting
        return is_shown and not self.work.failed and not why_nothing(self.preview.plan)

    def _begin_reading(self, title: str) -> None:
        """Stop what is read or counted still, which is of no use any more."""
        self.cancel_requested.emit()
        self._end_counting()
        self.preview = None
        self.begin(title)

    def _count(self) -> None:
        self._begin_counting(self.count_requested)

    def _begin_counting(self, requested: SignalInstance) -> None:
        if self.preview is not None:
            self._is_counting = True
            self.work.end()
            self._patience.start()
            requested.emit(self.choices())
            self._refresh()

    def _end_counting(self) -> None:
        self._is_counting = False
        self._patience.stop()
        self.work.end()

    def _show_counting(self) -> None:
        self.work.begin(self.tr("Counting what comes in"))
        self.work.cancel.hide()  # another choice stops it

    def _show_counts(self) -> None:
        preview = self.preview
        self.sentence.setText(overview(preview))
        self.conflicts.show_preview(preview)
        self.faults.show_preview(preview)
        plan = preview.plan
        titles = (
            (self.decisions, self.tr("Decisions"), 0),
            (self.songs, self.tr("Songs"), len(plan.matches)),
            (self.words, self.tr("Words"), len(plan.words)),
            (self.conflicts, self.tr("Conflicts"), plan.counts.n_conflicts),
            (self.faults, self.tr("Rows not read"), plan.n_faults),
            (self.remarks, self.tr("Read as"), len(plan.file.remarks)),
        )
        for page, title, number in titles:
            text = f"{title}: {number_text(number)}" if number else title
            self.pages.setTabText(self.pages.indexOf(page), text)
            is_page_shown = page is self.remarks or not _is_empty(plan)
            self.pages.setTabVisible(self.pages.indexOf(page), is_page_shown)
        self._refresh()

    def _refresh(self, *_change: object) -> None:
        has_preview = self.preview is not None
        self._stack.setCurrentIndex(int(has_preview))
        self.hint.setHidden(self.work.running or has_preview)  # shown, it would lie over the pages
        self.sentence.setVisible(has_preview)
        self.ok.setEnabled(self._is_ready())
        usual = self.tr("Take in what is shown; one undo takes all of it back")
        nothing = why_nothing(self.preview.plan) if self.preview is not None else ""
        self.ok.setToolTip(nothing or usual)

    def _connect(self, session: Session) -> None:
        for page in (self.decisions, self.songs, self.words, self.conflicts):
            page.changed.connect(self._count)
        session.changed.connect(self._changed)
        self._delay.timeout.connect(lambda: self._begin_counting(self.plan_requested))
        for keys, by in ((PAGE_KEYS[0], 1), (PAGE_KEYS[1], -1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(lambda by=by: self._turn_page(by))

    def _turn_page(self, by: int) -> None:
        if self.preview is not None:
            shown = self._shown_pages()
            at = shown.index(self.pages.currentIndex()) + by
            self.pages.setCurrentIndex(shown[at % len(shown)])

    def _shown_pages(self) -> list[int]:
        return [number for number in range(self.pages.count()) if self.pages.isTabVisible(number)]

    def _changed(self, changes: Changes) -> None:
        """Look for songs and words anew, a little later: more may follow."""
        if self.isVisible() and (changes.codebook or changes.library):
            self._delay.start()

    def _lay_out(self) -> None:
        for page in (self.decisions, self.songs, self.words, self.conflicts, self.faults,
                     self.remarks):  # fmt: skip
            self.pages.addTab(page, "")
        self._stack = QStackedWidget()
        self.hint = self._empty()
        self._stack.addWidget(self.hint)
        self._stack.addWidget(self.pages)
        cancel = QPushButton(self.tr("Cancel"), autoDefault=False)
        cancel.setToolTip(self.tr("Change nothing (Esc)"))
        cancel.clicked.connect(self.reject)
        self.ok = QPushButton(self.tr("Import"))
        self.ok.setProperty("primary", True)
        self.ok.clicked.connect(self.accept)
        ends = QHBoxLayout()
        ends.addStretch(1)
        ends.addWidget(cancel)
        ends.addWidget(self.ok)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(self.source)
        column.addWidget(self.work)
        column.addWidget(self.sentence)
        column.addWidget(self._stack, 1)
        column.addLayout(ends)

    def _empty(self) -> QWidget:
        made = QWidget()
        hint = QLabel(wordWrap=True)
        hint.setText(self.tr(
            "Choose a file or a folder, drop a file here, or read what stands in the songs' own "
            "files. You see first what would come in, and nothing is changed before you say so."
        ))  # fmt: skip
        names = (row.title.replace(" ", NO_BREAK) for row in self._formats)
        titles = QLabel(" · ".join(names), wordWrap=True)
        for label in (hint, titles):
            label.setProperty("dim", True)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column = QVBoxLayout(made)
        column.setContentsMargins(EMPTY_PX, 0, EMPTY_PX, 0)
        column.setSpacing(8)
        column.addStretch(1)
        column.addWidget(hint)
        column.addWidget(titles)
        column.addStretch(1)
        return made


def _is_empty(plan: ImportPlan) -> bool:
    """Tell whether a file holds nothing that could be chosen or looked at."""
    file = plan.file
    return not (file.songs or file.words or file.notes or plan.n_faults)
