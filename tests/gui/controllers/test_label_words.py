"""The import of decisions shows words of the file that are alike, and says what nothing is for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QComboBox

from core.exchange import format_registry
from core.exchange.import_records import WordUse
from core.library.edits.edits import RetireTag
from rhythmcap_gui.views.files.import_labels_dialog import ImportLabelsDialog
from tests.support.plain_labels import HEAD, PLAIN
from tests.support.window import wait_for_jobs

Opened = Callable[..., ImportLabelsDialog]


@pytest.fixture
def opened(program: Any, qtbot: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Opened:
    """Open the dialog on rows of a file, and wait until it is read."""
    monkeypatch.setattr(format_registry, "FORMATS", (PLAIN,))

    def open_it(*rows: str) -> ImportLabelsDialog:
        path = tmp_path / "words.labels"
        path.write_text("\n".join((HEAD, *rows, "")), encoding="utf-8")
        program.window.labels_controller.import_decisions(path)
        wait_for_jobs(program, qtbot)
        (dialog,) = program.window.findChildren(ImportLabelsDialog)
        return dialog

    return open_it


def becomes(dialog: ImportLabelsDialog) -> dict[str, str]:
    """The words of the dialog's table, with what they become."""
    model = dialog.words.table.model()
    return {
        model.index(row, 0).data(): model.index(row, 2).data() for row in range(model.rowCount())
    }


def pick(box: QComboBox, row: int) -> None:
    box.setCurrentIndex(row)
    box.activated.emit(row)


def test_new_words_that_are_alike_are_shown_and_joined(
    program: Any, opened: Opened, qtbot: Any
) -> None:
    words = ("zydeco", "acapella", "acappella", "hi-hat", "hihat")
    dialog = opened(*(f"/music/song 001.flac|{word}|yes|" for word in words))
    assert becomes(dialog) == {
        "acapella": "new: acapella in Imported; looks like acappella",
        "acappella": "new: acappella in Imported; looks like acapella",
        "hi-hat": "new: hi-hat in Imported",
        "hihat": "new: hi-hat in Imported, and another name of it",
        "zydeco": "new: zydeco in Imported",
    }
    assert list(becomes(dialog))[:2] == ["acapella", "acappella"]
    assert "4 words are new" in dialog.sentence.text()
    page = dialog.words
    page.table.selectRow(0)
    assert page.target.tag.itemText(0) == "acappella (new, spelled alike)"
    pick(page.target.use, page.target.use.findData(WordUse.TAG))
    wait_for_jobs(program, qtbot)
    assert becomes(dialog)["acapella"] == "new: acappella in Imported, and another name of it"
    assert becomes(dialog)["acappella"] == "new: acappella in Imported"
    assert "3 words are new" in dialog.sentence.text()
    dialog.accept()
    codebook = program.context.library.codebook
    assert codebook.find("acapella") == codebook.find("acappella")
    assert codebook.find("hihat") == codebook.find("hi-hat")


def test_words_alone_may_come_in_and_are_told(program: Any, opened: Opened, qtbot: Any) -> None:
    dialog = opened("/elsewhere/song 9.flac|theremin|yes|")
    assert dialog.ok.isEnabled()
    assert dialog.sentence.text() == (
        "Only words come in, and no decision; 1 song was not found; 1 word is new."
    )
    dialog.accept()
    wait_for_jobs(program, qtbot)
    assert program.context.library.codebook.find("theremin") is not None
    assert program.window.notice_bar.shown.text == "words.labels: the words were added."


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        (("# nothing",), "none was found"),
        (("/elsewhere/song 9.flac|kick|yes|",), "no song of the file was found"),
    ],
)
def test_where_nothing_would_come_in_the_button_says_why(
    rows: tuple[str, ...], reason: str, opened: Opened
) -> None:
    dialog = opened(*rows)
    assert not dialog.ok.isEnabled()
    assert dialog.sentence.text().startswith(f"No new decision comes in: {reason}")
    assert dialog.ok.toolTip() == f"No new decision comes in: {reason}"


def test_of_a_file_with_nothing_in_it_only_what_was_read_is_shown(opened: Opened) -> None:
    dialog = opened("# nothing")
    pages = dialog.pages
    shown = [number for number in range(pages.count()) if pages.isTabVisible(number)]
    assert shown == [pages.indexOf(dialog.remarks)]
    assert pages.currentWidget() is dialog.remarks


def test_what_is_here_already_and_what_is_left_out_is_nothing(
    program: Any, opened: Opened, qtbot: Any
) -> None:
    dialog = opened("/music/song 001.flac|theremin|yes|")
    assert "undo" in dialog.ok.toolTip()
    page = dialog.words
    page.table.selectRow(0)
    pick(page.target.use, page.target.use.findData(WordUse.IGNORE))
    wait_for_jobs(program, qtbot)
    assert dialog.ok.toolTip().endswith("nothing of the file is chosen")
    pick(page.target.use, page.target.use.findData(WordUse.NEW))
    wait_for_jobs(program, qtbot)
    dialog.accept()
    wait_for_jobs(program, qtbot)
    dialog.deleteLater()
    qtbot.waitUntil(lambda: not program.window.findChildren(ImportLabelsDialog), timeout=60_000)
    again = opened("/music/song 001.flac|theremin|yes|")
    assert again.ok.toolTip().endswith("all that is chosen is here already")


def test_a_retired_tag_is_called_so(program: Any, opened: Opened) -> None:
    library = program.context.library
    library.do(RetireTag(library.codebook.find("kick").id))
    dialog = opened("/music/song 001.flac|kick|yes|", "/music/song 001.flac|piano|yes|")
    assert becomes(dialog) == {"kick": "kick (retired)", "piano": "piano"}
    assert dialog.words.table.model().index(0, 0).data() == "kick"
