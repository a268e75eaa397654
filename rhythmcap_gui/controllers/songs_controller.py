"""The chosen songs: their menu, their words, their files outside the program, their removal."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from rhythmcap_gui.controllers.dialogs import listeners_of, show_dialog
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.operations.files import file_tags
from rhythmcap_gui.operations.files.song_scope import song_scope
from rhythmcap_gui.operations.songs import removing, song_paths, words
from rhythmcap_gui.view_data import FileTagsRequest

MENU = (
    "song.words", "library.read_words", "tags.example", "",
    "similar.more", "similar.less", "",
    "song.folder", "song.elsewhere", "song.copy_path", "",
    "song.remove",
)  # fmt: skip
WHERE_MISSING = "library.missing"
MOST_LOOKED_AT = 500  # songs, whether one is missing, before the menu shows


class SongsController(QObject):
    """Each of its commands is about the selected songs."""

    def __init__(self, context: AppContext, window: QWidget) -> None:
        super().__init__(window)
        self._context, self._window = context, window
        self._words_reader = words.WordsReader(context, self)

    def show_menu(self, at: QPoint, action_of: Callable[[str], QAction]) -> QMenu:
        """Show at a point of the screen what can be done with the selected songs."""
        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for action_id in MENU:
            if action_id:
                menu.addAction(action_of(action_id))
            else:
                menu.addSeparator()
        if self._any_missing():
            menu.insertAction(action_of("song.folder"), action_of(WHERE_MISSING))
        menu.popup(at)
        return menu

    def _any_missing(self) -> bool:
        session, chosen = self._context.session, self._chosen()[:MOST_LOOKED_AT]
        locations = self._context.library.songs.locations_of(chosen)
        return any(
            location.missing or location.song_id in session.missing_folders
            for location in locations
        )

    def _chosen(self) -> tuple[int, ...]:
        return words.chosen_songs(self._context)

    def edit_words(self) -> None:
        """Say title, artists, album and year in one's own words."""
        from rhythmcap_gui.views.songs.words_dialog import WordsDialog

        context, song_ids = self._context, self._chosen()
        if not song_ids:
            context.session.notify(self.tr("Open a song first."))
            return
        dialog = WordsDialog(words.words_of(context, song_ids), self._window)
        dialog.decided.connect(lambda own: words.set_words(context, song_ids, own))
        dialog.open()

    def read_words(self) -> None:
        """Read again what the files say."""
        self._words_reader.start(self._chosen())

    def write_file_tags(self) -> None:
        """Choose which tags go into songs' own files, show what changes, and write or take back."""
        from rhythmcap_gui.views.files.file_tags_dialog import FileTagsDialog

        context, work = self._context, file_tags.FileTagsWork(self._context)
        dialog = FileTagsDialog(
            file_tags.categories(context), song_scope(context),
            file_tags.last_request(context), self._window,
        )  # fmt: skip
        looks = listeners_of(dialog, dialog.show_preview)
        runs = listeners_of(dialog, dialog.show_outcome)

        def plan(request: FileTagsRequest) -> None:
            file_tags.remember(context, request)
            work.plan(request, looks)

        dialog.plan_requested.connect(plan)
        dialog.back_requested.connect(lambda request: work.plan_back(request, looks))
        dialog.run_requested.connect(lambda preview: work.run(preview, runs))
        dialog.cancel_requested.connect(work.stop)
        dialog.finished.connect(lambda _code: work.leave())
        show_dialog(dialog)

    def remove(self) -> None:
        """Ask, with what goes with them, and take songs out of the library."""
        from rhythmcap_gui.views.songs.remove_dialog import RemoveDialog

        context, song_ids = self._context, self._context.session.selection
        if not song_ids:
            context.session.notify(self.tr("No song is selected in the list."))
            return
        dialog = RemoveDialog(removing.preview(context, song_ids), self._window)
        dialog.decided.connect(lambda: removing.remove(context, song_ids))
        dialog.open()

    def show_in_folder(self) -> None:
        """Open the songs' folders in the file manager."""
        self._with_paths(song_paths.show_in_folder)

    def open_elsewhere(self) -> None:
        """Open the songs in the system's player."""
        self._with_paths(song_paths.open_elsewhere)

    def copy_paths(self) -> None:
        """Copy the songs' paths."""
        self._with_paths(song_paths.copy_paths)

    def _with_paths(self, work: Callable[[AppContext, Sequence[int]], None]) -> None:
        if song_ids := self._chosen():
            work(self._context, song_ids)
