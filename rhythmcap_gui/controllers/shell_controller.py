"""The program itself in dialogs: settings, keys, glossary, about, log."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from core.paths import folders
from rhythmcap_gui.actions import ACTIONS, CHORD_KEYS, category_keys, live_keys
from rhythmcap_gui.controllers.dialogs import show_dialog
from rhythmcap_gui.menus import translated
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.operations.shell import preferences
from rhythmcap_gui.view_data import KeyRow

ABOUT_PX = 64


class ShellController(QObject):
    """What has to do with no song, library or model."""

    def __init__(self, context: AppContext, window: QWidget) -> None:
        super().__init__(window)
        self._context, self._window = context, window

    def show_settings(self) -> None:
        """Show the preferences."""
        from core.audio.player import output_devices
        from rhythmcap_gui.views.shell.settings_dialog import SettingsDialog

        devices = [device.name for device in output_devices()]
        dialog = SettingsDialog(self._context.session, devices, self._action_rows(), self._window)
        dialog.experts_toggled.connect(
            lambda shown: preferences.change(self._context, experts=shown)
        )
        dialog.settings_requested.connect(
            lambda settings: preferences.store(self._context, settings)
        )
        show_dialog(dialog)

    def show_keys(self) -> None:
        """Show every key on one sheet, the chords at the end."""
        from rhythmcap_gui.views.shell.keys_sheet import KeysSheet

        group = self.tr("Tagging by two letters")
        chords = [
            KeyRow("", group, translated(text), (translated(keys),)) for keys, text in CHORD_KEYS
        ]
        actions = [row for row in self._action_rows(category_keys(self._context)) if row.keys]
        show_dialog(KeysSheet(actions + chords, self._window))

    def show_glossary(self, entry_id: str = "") -> None:
        """Show the glossary, at an entry; over the dialog that is open, where one is."""
        from rhythmcap_gui.views.shell.glossary_dialog import GlossaryDialog

        parent = QApplication.activeModalWidget() or self._window
        direct = Qt.FindChildOption.FindDirectChildrenOnly
        opened = parent.findChildren(GlossaryDialog, options=direct)
        dialog = next((dialog for dialog in opened if dialog.isVisible()), None)
        if dialog is None:
            dialog = GlossaryDialog(entry_id, parent)
            dialog.finished.connect(dialog.deleteLater)
        else:
            dialog.choose(entry_id)
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()

    def show_about(self) -> None:
        """Show what this is, whose, and under which licence."""
        box = QMessageBox(self._window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setWindowTitle(self.tr("About RhythmCap"))
        box.setIconPixmap(self._window.windowIcon().pixmap(ABOUT_PX, ABOUT_PX))
        box.setTextFormat(Qt.TextFormat.RichText)
        box.setText(about_text())
        box.open()

    def show_log(self) -> None:
        """Open the log file in the system's viewer."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folders().log_file)))

    def _action_rows(self, taken: frozenset[str] = frozenset()) -> list[KeyRow]:
        """Every action with the keys in force, without those that categories have taken."""
        own = self._context.session.settings.keys
        return [
            KeyRow(action.id, translated(action.menu).replace("&", ""),
                   translated(action.text).rstrip("…"), live_keys(action, own, taken),
                   bool(own.get(action.id)))
            for action in ACTIONS
        ]  # fmt: skip


def about_text() -> str:
    """Return name, version and licence as HTML."""
    from importlib.metadata import version

    what = QCoreApplication.translate(
        "about",
        "Listen to songs, tag them by ear in your own words, and have a CNN+LSTM learn them.",
    )
    licence = QCoreApplication.translate(
        "about", "Free software under the GNU General Public License, version 3 or later."
    )
    return f"<b>RhythmCap {version('rhythmcap')}</b><p>{what}</p><p>{licence}</p>"
