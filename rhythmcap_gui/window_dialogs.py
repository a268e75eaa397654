"""The dialogs of the window: files, libraries, tags, settings, keys, about."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QMessageBox

from core.paths import folders
from rhythmcap_gui.actions import ACTIONS, CHORD_KEYS, keys_of
from rhythmcap_gui.menus import translated
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.operations.files import exporting, open_demo
from rhythmcap_gui.operations.files.importing import Importer
from rhythmcap_gui.operations.listening import regions
from rhythmcap_gui.operations.shell import preferences as preferences
from rhythmcap_gui.operations.songs import navigation
from rhythmcap_gui.operations.tags import edit_codebook, tagging
from rhythmcap_gui.operations.tags.bulk_slices import SlicedEdits
from rhythmcap_gui.view_data import BulkRequest, KeyRow
from rhythmcap_gui.views.shell.bulk_dialog import BulkDialog
from rhythmcap_gui.views.shell.keys_sheet import KeysSheet
from rhythmcap_gui.views.shell.settings_dialog import SettingsDialog
from rhythmcap_gui.views.tags.tag_dialog import TagDialog
from rhythmcap_gui.views.tags.tag_finder import RegionPicker, TagFinder


class WindowDialogs:
    """A part of MainWindow: everything that opens another window for a moment."""

    context: AppContext
    importing: Importer
    sliced_edits: SlicedEdits

    def rename(self) -> None:
        """Give the saved search that has the keyboard another name, else the chosen model."""
        kept = self.table.searches.focused()
        if kept is not None:
            self.table.searches.rename(kept.pill)
        elif self.docks["models"].isVisible() and self.models.rename.isEnabled():
            self.models.rename.click()
        else:
            self.show_dock("models")
            self.context.session.notify(
                self.tr("Choose a model, or step with Tab on a search of your own, to rename it.")
            )

    def add_songs(self) -> None:
        """Choose files and import them."""
        from core.audio.decode import AUDIO_SUFFIXES

        patterns = " ".join(f"*{suffix}" for suffix in sorted(AUDIO_SUFFIXES))
        names, _filter = QFileDialog.getOpenFileNames(
            self, self.tr("Add songs"), str(Path.home()),
            f"{self.tr('Songs')} ({patterns});;{self.tr('All files')} (*)",
        )  # fmt: skip
        self.importing.start([Path(name) for name in names])

    def add_folder(self) -> None:
        """Choose a folder and import what is in it."""
        name = QFileDialog.getExistingDirectory(self, self.tr("Add a folder"), str(Path.home()))
        if name:
            self.importing.start([Path(name)])

    def choose_library(self) -> None:
        """Choose a library file, or a name for a new one."""
        name, _filter = QFileDialog.getSaveFileName(
            self, self.tr("Open a library, or name a new one"), str(folders().data),
            self.tr("Libraries (*.db)"), options=QFileDialog.Option.DontConfirmOverwrite,
        )  # fmt: skip
        if name:
            path = Path(name)
            self.open_library(path if path.suffix else path.with_suffix(".db"))

    def export_decisions(self) -> None:
        """Choose a file for the table of all decisions, and write it."""
        library = self.context.library.path
        start = Path.home() / f"{library.stem}-{self.tr('decisions')}.csv"
        name, _filter = QFileDialog.getSaveFileName(
            self, self.tr("Export decisions"), str(start), self.tr("Tables (*.csv)")
        )
        if name:
            path = Path(name)
            exporting.export_csv(self.context, path if path.suffix else path.with_suffix(".csv"))

    def open_own_library(self) -> None:
        """The user's own library."""
        self.open_library(folders().library_file)

    def open_demo(self) -> None:
        """The demo library, composed first if it is not there."""
        open_demo.open_demo(self.importing, self.open_library)

    def open_library(self, path: Path) -> None:
        """Open a library file, with its model."""
        navigation.open_library(self.context, path)

    def show_long_edit(self, wanted: BulkRequest) -> None:
        """Very many songs are to be changed: ask, and show how far it is."""
        dialog, edits = BulkDialog(wanted, self), self.sliced_edits
        dialog.go_requested.connect(edits.begin)
        dialog.cancel_requested.connect(edits.cancel)
        edits.progressed.connect(dialog.show_progress)
        edits.ended.connect(dialog.finish)
        dialog.open()

    def find_tag(self) -> None:
        """Type a tag's name, and judge."""
        if self.context.session.song is None and not self.context.session.bulk:
            self.context.session.notify(self.tr("Open a song first."))
            return
        finder = TagFinder(self.context.session, self)
        finder.judged.connect(lambda tag, state: tagging.decide(self.context, tag, state))
        finder.new_tag_requested.connect(self.new_tag)
        finder.open_below(self.suggestions, right=True)

    def tag_region(self) -> None:
        """Type a tag's name; it is for the looped part of the song."""
        picker = RegionPicker(self.context.session, self)
        picker.judged.connect(lambda tag, state: regions.tag_loop(self.context, tag, state))
        picker.open_below(self.suggestions, right=True)

    def new_tag(self, name: str = "", category_id: int | None = None) -> None:
        """Make a new tag; with a song open it says yes to it at once."""
        dialog = TagDialog(self.context.session, name=name, category_id=category_id, parent=self)
        dialog.decided.connect(lambda draft: self._save_draft(draft, judge=bool(name)))
        dialog.open()

    def edit_tag(self, tag_id: int) -> None:
        """Change a tag's name, category, key, colour and wording."""
        tag = self.context.library.codebook.tag(tag_id)
        dialog = TagDialog(self.context.session, tag, parent=self)
        dialog.decided.connect(self._save_draft)
        dialog.open()

    def show_settings(self) -> None:
        """The preferences."""
        from core.audio.player import output_devices

        devices = [device.name for device in output_devices()]
        dialog = SettingsDialog(self.context.session, devices, self.key_rows()[:-len(CHORD_KEYS)],
                                self)  # fmt: skip
        dialog.settings_requested.connect(
            lambda settings: preferences.store(self.context, settings)
        )
        dialog.open()

    def show_keys(self) -> None:
        """Every key on one sheet."""
        rows = [row for row in self.key_rows() if row.keys]
        KeysSheet(rows, self).open()

    def show_about(self) -> None:
        """What this is, whose, and under which licence."""
        QMessageBox.about(self, self.tr("About RhythmCap"), about_text())

    def show_log(self) -> None:
        """Open the log file in the system's viewer."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folders().log_file)))

    def key_rows(self) -> list[KeyRow]:
        """Every action with the keys in force; the chords at the end."""
        own = self.context.session.settings.keys
        rows = [
            KeyRow(action.id, translated(action.menu).replace("&", ""),
                   translated(action.text).rstrip("…"), keys_of(action, own),
                   bool(own.get(action.id)))
            for action in ACTIONS
        ]  # fmt: skip
        group = self.tr("Tagging by two letters")
        chords = ((translated(keys), translated(text)) for keys, text in CHORD_KEYS)
        return rows + [KeyRow("", group, text, (keys,)) for keys, text in chords]

    def _save_draft(self, draft: object, *, judge: bool = False) -> None:
        from core.library.records import State

        tag = edit_codebook.save(self.context, draft)
        if tag is not None and judge and self.context.session.song is not None:
            tagging.judge(self.context, tag.id, State.YES)


def about_text() -> str:
    """Name, version, licence."""
    from importlib.metadata import version

    what = QCoreApplication.translate(
        "about",
        "Listen to songs, tag them by ear in your own words, and have a CNN+LSTM learn them.",
    )
    licence = QCoreApplication.translate(
        "about", "Free software under the GNU General Public License, version 3 or later."
    )
    return f"<b>RhythmCap {version('rhythmcap')}</b><p>{what}</p><p>{licence}</p>"
