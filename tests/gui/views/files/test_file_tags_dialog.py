"""What would change in songs' files is shown whole; what stays as it is stands below its reason."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.exchange.file_tags.tag_records import FieldDiff, Skipped
from core.messages import message
from rhythmcap_gui import theme
from rhythmcap_gui.view_data import (
    FileChange,
    FileTagsOutcome,
    FileTagsPreview,
    FileTagsRequest,
    SongScope,
)
from rhythmcap_gui.views.files.file_tags_dialog import FileTagsDialog

REQUEST = FileTagsRequest((("rhythm", "GENRE"),))
READ_ONLY = message("exchange.tags_read_only")


@pytest.fixture
def dialog(qapp: QApplication, qtbot: QtBot) -> FileTagsDialog:
    """For two categories and three songs."""
    theme.apply_theme(qapp, "dark")
    made = FileTagsDialog(("rhythm", "voice"), SongScope(3, "", None, ()), REQUEST)
    qtbot.addWidget(made)
    made.resize(1080, 600)
    made.show()
    return made


def skipped(*names: str) -> tuple[Skipped, ...]:
    return tuple(Skipped(1, Path("/music", name), READ_ONLY) for name in names)


def lines(dialog: FileTagsDialog) -> list[list[str]]:
    """Every line of the tree with those below it."""
    items = [dialog.changes.tree.topLevelItem(n) for n in range(
        dialog.changes.tree.topLevelItemCount())]  # fmt: skip
    return [
        [item.text(0), *(item.child(n).text(0) for n in range(item.childCount()))] for item in items
    ]


def test_the_name_of_a_field_is_not_cut_and_songs_follow_the_fields(
    dialog: FileTagsDialog,
) -> None:
    name = "INSTRUMENTATION AS HEARD"
    change = FileChange(Path("/music/0.flac"), "Vorbis", (FieldDiff(name, (), ("kick",)),))
    dialog.show_preview(FileTagsPreview(REQUEST, (change,), (), ()))
    tree = dialog.changes.tree
    room = tree.header().sectionSize(0) - 2 * tree.indentation()
    assert tree.fontMetrics().horizontalAdvance(name) + 8 < room
    assert lines(dialog) == [["0.flac", name]]
    assert "Vorbis" in tree.topLevelItem(0).toolTip(0)
    assert 0 < dialog.songs.y() - dialog.fields_area.geometry().bottom() < 60


def test_files_that_stay_as_they_are_share_a_reason(dialog: FileTagsDialog) -> None:
    dialog.show_preview(FileTagsPreview(REQUEST, (), skipped("2.flac", "1.flac"), ()))
    assert lines(dialog) == [["Left alone: it is for reading only", "1.flac", "2.flac"]]
    assert dialog.changes.tree.isHeaderHidden()


def test_a_field_that_was_left_alone_is_told_and_never_as_a_success(
    dialog: FileTagsDialog,
) -> None:
    dialog.show_preview(FileTagsPreview(REQUEST, (), (), (), is_back=True))
    dialog.show_outcome(FileTagsOutcome(2, (), ((Path("/music/1.flac"), "GENRE"),)))
    assert "In 1 file a field was left alone." in dialog.work.message.text()
    assert not dialog.work.message.property("good")
    assert lines(dialog) == [["Left alone: another program has changed it since", "1.flac: GENRE"]]
    assert dialog.changes.summary.isHidden()
