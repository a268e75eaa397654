"""The import panel shows progress, time left, and the files that failed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from core.library.scan.scan_records import Failure
from rhythmcap_gui.session import Session
from rhythmcap_gui.view_data import ImportState, Progress
from rhythmcap_gui.views.files.import_panel import ImportPanel

BROKEN = Failure(Path("/music/broken.mp3"), "Its beginning is damaged.", "Convert it to FLAC.")


def visible_text(widget: Any) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if not label.isHidden())


def test_the_import_panel_says_how_far_and_how_long_still(session: Session, qtbot: Any) -> None:
    panel = ImportPanel(session)
    qtbot.addWidget(panel)
    panel.show_state(ImportState(True, progress=Progress(3, 10, "Harbour.flac", 75.0), added=2))
    for part in ("3 of 10", "Harbour.flac", "1:15 left", "2 added"):
        assert part in visible_text(panel)


def test_failed_files_are_listed_with_their_reasons_and_copied(
    session: Session, qtbot: Any
) -> None:
    panel = ImportPanel(session)
    qtbot.addWidget(panel)
    panel.show_state(ImportState(False, added=2, failed=(BROKEN,)))
    assert "1 could not be read" in visible_text(panel)
    panel._copy.click()
    copied = QApplication.clipboard().text()
    assert copied == "/music/broken.mp3\tIts beginning is damaged.\tConvert it to FLAC."


def test_a_song_with_a_remark_is_not_counted_as_unreadable(session: Session, qtbot: Any) -> None:
    remark = Failure(Path("/music/cut.flac"), "cut.flac is damaged or cut off.")
    panel = ImportPanel(session)
    qtbot.addWidget(panel)
    panel.show_state(ImportState(False, added=2, warned=(remark,)))
    assert "2 added · 1 with a remark" in visible_text(panel)
    assert "could not be read" not in visible_text(panel)
    panel.show_state(ImportState(False, added=2, failed=(BROKEN,), warned=(remark,)))
    role = Qt.ItemDataRole.AccessibleTextRole
    spoken = [panel._list.item(row, 0).data(role) for row in range(2)]
    assert spoken == ["Could not be read: broken.mp3", "A remark: cut.flac"]
    panel.show_state(ImportState(False, added=2, warned=(remark,)))
    panel._copy.click()
    assert QApplication.clipboard().text().startswith("/music/cut.flac\tcut.flac is damaged")
