"""The window: three columns and docks, bars over and under them, and what actions may call on it.

Signals of the views are connected to operations in connections.py, dialogs are the controllers';
what the menus hold is the table in actions.py.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget
from shiboken6 import isValid

from rhythmcap_gui.controllers.closing_question import ClosingQuestion
from rhythmcap_gui.controllers.files_controller import FilesController
from rhythmcap_gui.controllers.late_parts import DOCKED, LateParts
from rhythmcap_gui.controllers.review_controller import ReviewController
from rhythmcap_gui.controllers.saliency_controller import SaliencyController
from rhythmcap_gui.controllers.shell_controller import ShellController
from rhythmcap_gui.library_name import library_name
from rhythmcap_gui.local_paths import paths_of
from rhythmcap_gui.menus import ActionSet
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.operations.files.importing import Importer
from rhythmcap_gui.operations.files.song_files import SongFiles
from rhythmcap_gui.operations.listening import playback
from rhythmcap_gui.operations.listening.deformed_playback import DeformedPlayback
from rhythmcap_gui.operations.models.learning import Learning
from rhythmcap_gui.operations.models.model_offer import ModelOffer
from rhythmcap_gui.operations.models.readiness import ReadinessCheck
from rhythmcap_gui.operations.review.contradiction import Contradiction
from rhythmcap_gui.operations.review.review import Review
from rhythmcap_gui.operations.similar.similarity import Similarity
from rhythmcap_gui.operations.sliced_edits import SlicedEdits
from rhythmcap_gui.operations.songs.song_caption import SongCaption
from rhythmcap_gui.operations.tags.copy_tags import PreviousSong
from rhythmcap_gui.operations.tags.rest_is_no import SongVisit
from rhythmcap_gui.operations.tags.rule_hints import RuleWatch
from rhythmcap_gui.question_queue import WHOLE_SONG
from rhythmcap_gui.views.listening.listening import Listening
from rhythmcap_gui.views.models.model_offer import ModelOfferBar
from rhythmcap_gui.views.review.review_strip import ReviewStrip
from rhythmcap_gui.views.shell.columns import Columns
from rhythmcap_gui.views.shell.first_run import FirstRunPage
from rhythmcap_gui.views.shell.first_steps import first_steps
from rhythmcap_gui.views.shell.focus_areas import FocusArea, FocusAreas
from rhythmcap_gui.views.shell.notice_bar import NoticeBar
from rhythmcap_gui.views.shell.notices import NoticesView
from rhythmcap_gui.views.shell.reading_banner import ReadingBanner
from rhythmcap_gui.views.shell.status_line import StatusLine
from rhythmcap_gui.views.shell.top_bar import TopBar
from rhythmcap_gui.views.shell.tour import Tour
from rhythmcap_gui.views.songs.search_help import SearchHelp
from rhythmcap_gui.views.songs.search_line import SearchLine
from rhythmcap_gui.views.songs.song_table import SongTable
from rhythmcap_gui.views.tags.note_field import NoteField
from rhythmcap_gui.views.tags.suggestion_panel import SuggestionPanel
from rhythmcap_gui.views.tags.tag_column import TagColumn
from rhythmcap_gui.views.tags.tag_editor import TagEditor
from rhythmcap_gui.views.tags.unmapped_words import UnmappedWords

FIRST_SIZE = QSize(1280, 800)


class MainWindow(LateParts):
    """The views in their places, and the controllers. closing is emitted once, before it closes."""

    closing = Signal()
    files_dropped = Signal(list)  # Paths

    def __init__(self, context: AppContext, learning: Learning, importer: Importer) -> None:
        super().__init__()
        self.context, self.learning, self.importer = context, learning, importer
        self._tour: Tour | None = None
        self.loop_toggle = playback.LoopToggle()
        self.previous_song = PreviousSong(context.session)
        self.song_visit = SongVisit(context)
        self.deformed_playback = DeformedPlayback(context, self)
        self.readiness = ReadinessCheck(context, self)
        self.review = Review(context, self)
        self.contradiction = Contradiction(context, self)
        self.song_files = SongFiles(context, importer, self)
        self.model_offer = ModelOffer(context, self)
        self.sliced_edits = SlicedEdits(context, self)
        self.rule_watch = RuleWatch(context, self)
        self.song_caption = SongCaption(context, self)
        self.similarity = Similarity(context, self)
        self.setWindowTitle("RhythmCap")
        self.setAcceptDrops(True)
        self.resize(FIRST_SIZE)
        self._make_views()
        self._make_controllers()
        self.action_set = ActionSet(self, self)
        self._lay_out()
        self._drop_hint = self._make_drop_hint()
        self.focus_areas = self._make_focus_areas()
        self.setFocus()
        self.show_page()
        context.session.library_changed.connect(self.show_page)
        context.session.changed.connect(lambda changes: changes.library and self.show_page())

    def _make_views(self) -> None:
        session = self.context.session
        self.search = SearchLine(session)
        self.table = SongTable(session)
        self.listening = Listening(session)
        self.review_strip = ReviewStrip(session)
        self.suggestions = SuggestionPanel(session)
        self.unmapped_words = UnmappedWords(session)
        self.editor = TagEditor(session)
        self.first_run = FirstRunPage(session)
        self.notices = NoticesView(session)
        self.status = StatusLine(session)

    def _make_controllers(self) -> None:
        """Those that follow what happens from the beginning; others are made late."""
        context = self.context
        self.files_controller = FilesController(context, self, self.importer, self.song_files)
        self.files_controller.begin_library = lambda path, begin: (
            self.codebook_controller.begin_library(path, begin)
        )
        self.shell_controller = ShellController(context, self)
        self.review_controller = ReviewController(context, self, self.review, self.listening)
        self.saliency_controller = SaliencyController(context, self, self.listening)
        self.closing_question = ClosingQuestion(context, self)

    def _lay_out(self) -> None:
        self.setMenuWidget(self._top())
        tags = TagColumn(self.suggestions, self.unmapped_words, self.editor)
        sound = _column(self.listening, ground=True)
        self.columns = Columns(self.table, sound, tags, self.first_run, self._dock_titles())
        area = self.columns.dock_area
        area.fill("messages", self.notices)
        area.content_wanted.connect(lambda name: getattr(self, DOCKED[name]))
        self.docks = area.docks
        for dock in self.docks.values():
            self.action_set.add_to_view_menu(dock.toggleViewAction())
        self.notice_bar = NoticeBar(self.context.session, self.action_set.__getitem__)
        self.docks["messages"].visibilityChanged.connect(self.notice_bar.follow_list)
        centre = _column(self.columns)
        centre.layout().setStretch(0, 1)
        centre.layout().insertWidget(0, self.review_strip)
        centre.layout().addWidget(self.notice_bar)
        self.setCentralWidget(centre)
        self.setStatusBar(self.status)

    def _top(self) -> QWidget:
        """The menu bar, and the row of search and buttons under it."""
        top = _column(ground=True)
        column = top.layout()
        column.addWidget(self.menuBar())
        ids = {"add": "library.add", "blind": "view.blind", "learn": "model.learn"}
        buttons = {name: self.action_set[action_id] for name, action_id in ids.items()}
        self.top_bar = TopBar(self.context.session, self.search, buttons)
        column.addWidget(self.top_bar)
        self.banner = ReadingBanner(self.context.session)
        column.addWidget(self.banner)
        self.offer_bar = ModelOfferBar(can_dismiss=True)
        column.addWidget(self.offer_bar)
        column.addWidget(_rule())
        return top

    def _make_focus_areas(self) -> FocusAreas:
        tags = (self.editor, self.suggestions, self.unmapped_words)
        areas = (
            FocusArea((self.top_bar, self.offer_bar, self.banner), lambda: self.search),
            FocusArea((self.first_run,)),
            FocusArea((self.table,), lambda: self.table.list),
            FocusArea((self.listening,), lambda: self.listening.song_panes.spectrogram),
            FocusArea(tags, self.editor.sections.tab_stop),
            FocusArea((self.notice_bar,)),
        )
        return FocusAreas(self, areas)

    def _dock_titles(self) -> dict[str, str]:
        return {
            "learn": self.tr("Learn"), "models": self.tr("Models"),
            "similar": self.tr("Similar songs"), "map": self.tr("Map"),
            "deform": self.tr("Deform"), "import": self.tr("Import"),
            "messages": self.tr("Messages"),
        }  # fmt: skip

    def show_page(self, *_change: object) -> None:
        """Show the empty page while there is no song, the columns otherwise."""
        library = self.context.session.library
        empty = library is None or not library.songs.has_any()
        if not empty and self.first_run.isAncestorOf(self.focusWidget()):
            self.setFocus()  # else Qt gives the keyboard to what comes next
        self.columns.show_first_page(empty)
        self.offer_bar.set_offered_elsewhere(empty)
        name = library_name(library.path) if library is not None else ""
        self.setWindowTitle(f"{name} – RhythmCap" if name else "RhythmCap")

    @property
    def is_empty(self) -> bool:
        """Whether the empty page is shown."""
        return self.columns.is_first_page

    # -- what actions call --------------------------------------------------------------------

    def step_area(self, by: int) -> None:
        """Give the keyboard to the next part of the window, or to the one before it (-1)."""
        self.focus_areas.step(by)

    def focus_search(self) -> None:
        """Put the cursor into the search line."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_note(self) -> None:
        """Put the cursor into the open song's note."""
        self.editor.findChild(NoteField).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_dock(self, name: str) -> None:
        """Bring a dock to the front."""
        self.columns.dock_area.show_dock(name)

    def learn(self) -> None:
        """Learn from the tags; first show what words lack, where some cannot be learned."""
        self.show_dock("learn")
        if self.learning.state.running:
            return
        if self.training.shows_readiness:
            self.readiness.close()
            self.learning.start()
        elif (labels := self.readiness.look()) is not None:
            self.readiness.close()
            self.learning.start(labels)

    def show_readiness(self) -> None:
        """Show what each word has, and still needs to be learned; not while it is learned."""
        self.show_dock("learn")
        if not self.learning.state.running:
            self.readiness.show()

    def play_reason(self, *, most: bool = True) -> None:
        """Loop the seconds that speak most or least for the question or first suggestion."""
        first = self.suggestions.first
        question = self.review.question
        if question is not None and question.tag_id != WHOLE_SONG:
            self.review_controller.hear(most=most)
        elif first is not None:
            self.review_controller.hear_tag(first.tag_id, most=most)

    def rename(self) -> None:
        """Rename the saved search that has the focus, else the chosen model."""
        focused = self.table.searches.focused()
        if focused is not None:
            self.table.searches.rename(focused.pill)
        elif self.docks["models"].isVisible() and self.models.rename.isEnabled():
            self.models.rename.click()
        else:
            self.show_dock("models")
            self.context.session.notify(
                self.tr("Choose a model, or step with Tab on a search of your own, to rename it.")
            )

    def step_song(self, by: int) -> None:
        """Open the song `by` rows below the open one in the table (above, if negative).

        While there are questions, it is the next one of them, or the one before.
        """
        if self.context.session.queue is not None and self.context.session.queue.questions:
            self.review.step(by)
        else:
            self.table.step(by)

    def clear_loop(self) -> None:
        """End the loop, or the dragging of one; where there are questions, leave them."""
        if self.context.session.queue is not None:
            self.review.leave()
        else:
            self.listening.clear_loop()

    def show_first_steps(self) -> None:
        """Go through five parts of the window, one after another."""
        if self._tour is not None and isValid(self._tour):
            self._tour.close()
        if not self.is_empty and self.focusWidget() in (None, self, self.search):
            self.table.list.setFocus()  # where the keyboard is to be after it
        parts = (self.table, self.listening, self.editor, self.suggestions, self.top_bar.learn)
        self._tour = Tour(self, first_steps(parts))

    def show_search_help(self) -> None:
        """Show what the search line understands; its examples can be tried."""
        dialog = SearchHelp(self.context.session, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.query_requested.connect(self.context.session.set_query)
        corner = self.centralWidget().mapToGlobal(QPoint(self.width() - dialog.width(), 0))
        dialog.move(corner)  # the list, and what the examples find, stay in sight
        dialog.show()

    def toggle_full_screen(self) -> None:
        """Switch full screen on or off."""
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    # -- Qt's events --------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that come here have found no action that could be done."""
        super().keyPressEvent(event)
        self.action_set.tell_why_not(event.keyCombination())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()
            self._drop_hint.setGeometry(self.centralWidget().geometry().adjusted(16, 16, -16, -16))
            self._drop_hint.show()
            self._drop_hint.raise_()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self._drop_hint.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        self._drop_hint.hide()
        paths = paths_of(event.mimeData().urls())
        if paths:
            event.acceptProposedAction()
            self.files_dropped.emit(paths)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.closing_question.may_close():
            event.ignore()
            return
        self.closing.emit()
        event.accept()

    def _make_drop_hint(self) -> QFrame:
        hint = QFrame(self)
        hint.setProperty("drop", True)
        text = QLabel(self.tr("Drop songs and folders, a model or a file of decisions"))
        text.setProperty("title", True)
        QVBoxLayout(hint).addWidget(text, 0, Qt.AlignmentFlag.AlignCenter)
        hint.hide()
        return hint


def _column(widget: QWidget | None = None, *, ground: bool = False) -> QFrame:
    column = QFrame()
    column.setProperty("ground" if ground else "column", True)
    layout = QVBoxLayout(column)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    if widget is not None:
        layout.addWidget(widget)
    return column


def _rule() -> QFrame:
    rule = QFrame()
    rule.setProperty("rule", True)
    rule.setFixedHeight(1)
    return rule
