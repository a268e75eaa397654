"""A second pair of ears by post, in the window: asked, opened, judged, sent."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core.exchange.colleague.records import RequestOptions
from core.exchange.colleague.shared_file import read_answer, read_request
from core.library.edits.edits import Judge
from core.library.records import State
from core.library.store import Library
from core.settings import Settings
from rhythmcap_gui.app import Program
from rhythmcap_gui.job_runner import Lane, Listeners
from rhythmcap_gui.operations.files import colleague, label_import
from rhythmcap_gui.operations.songs import navigation
from rhythmcap_gui.session import Notice
from rhythmcap_gui.view_data import ImportPreview
from rhythmcap_gui.views.files.ask_dialog import AskDialog
from rhythmcap_gui.views.files.request_dialog import RequestDialog
from tests.support.scan_in_process import store_in_process
from tests.support.small_songs import tag_id, write_tone
from tests.support.window import StartProgram, wait_for_jobs

CHOOSER = "rhythmcap_gui.controllers.colleague_controller.QFileDialog"


@pytest.fixture
def request_file(
    tmp_path: Path, start_program: StartProgram, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """Ann's request about kick on two songs, made by the window."""
    folder = tmp_path / "music"
    folder.mkdir()
    for number in (1, 2):
        write_tone(folder / f"Tone {number}.wav", hz=200 * number, seconds=number + 1.0)
    program = start_program(Settings(annotator="Ann"))
    with Library.open(tmp_path / "ann.db", annotator="Ann") as library:
        cache = program.context.session.cache
        assert cache is not None
        store_in_process(library, [folder], cache)
        kick = tag_id(library, "kick")
        library.do(*(Judge(song, kick, State.YES) for song in (1, 2)))
    navigation.open_library(program.context, tmp_path / "ann.db")
    program.window.action_set["colleague.ask"].trigger()
    dialog = program.window.findChild(AskDialog)
    dialog.tags.tick([kick])
    qtbot.waitUntil(lambda: dialog.count.text() == "2 songs, 1 tag")
    written = tmp_path / "post" / "ann.rhythmcap-ask"
    written.parent.mkdir()
    monkeypatch.setattr(f"{CHOOSER}.getSaveFileName", lambda *_a: (str(written), ""))
    dialog.save.click()
    assert program.context.runner.busy(Lane.EXPORT), "the window does not wait for it"
    wait_for_jobs(program, qtbot)
    navigation.close_library(program.context)
    return written


def test_a_request_is_opened_judged_and_answered(
    request_file: Path, tmp_path: Path, start_program: StartProgram, qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    assert len(read_request(request_file).songs) == 2
    program = start_program(Settings(annotator="Bo"))
    window, context = program.window, program.context
    assert window.colleague_controller.take_dropped([request_file, tmp_path / "a.wav"]) == [
        tmp_path / "a.wav"
    ]
    dialog = window.findChild(RequestDialog)
    dialog.show_folder(tmp_path / "music", "music")
    dialog.open_button.click()
    theirs = request_file.with_suffix(".db")
    qtbot.waitUntil(
        lambda: context.session.library is not None and context.library.path == theirs,
        timeout=60_000,
    )
    wait_for_jobs(program, qtbot)
    library = context.library
    assert library.annotators.current.name == "Bo"
    assert [tag.name for tag in library.codebook.tags()] == ["kick"]
    assert library.songs.count() == 2
    assert context.session.song is not None
    assert window.action_set["colleague.send"].isEnabled()
    kick = tag_id(library, "kick")
    context.session.apply_changes(library.do(Judge(1, kick, State.NO)))
    beside = library.colleagues.on_song(1)[kick]
    assert [(one.annotator, one.state) for one in beside] == [("Ann", State.YES)]
    out = tmp_path / "bo"
    monkeypatch.setattr(f"{CHOOSER}.getSaveFileName", lambda *_a: (str(out), ""))
    window.action_set["colleague.send"].trigger()
    assert context.runner.busy(Lane.EXPORT), "the window does not wait for it"
    wait_for_jobs(program, qtbot)
    answer = read_answer(tmp_path / "bo.rhythmcap-answer")
    assert (answer.annotator, len(answer.decisions)) == ("Bo", 1)
    navigation.open_library(context, tmp_path / "ann.db")
    merge(program, tmp_path / "bo.rhythmcap-answer", qtbot)
    beside = context.library.colleagues.on_song(1)[tag_id(context.library, "kick")]
    assert [(one.annotator, one.state) for one in beside if one.annotator == "Ann"]


def merge(program: Program, path: Path, qtbot: QtBot) -> None:
    """Take in an answer as the dialog does; the notice leads to how far one agrees."""
    previews: list[ImportPreview] = []
    notices: list[Notice] = []
    program.context.session.notice.connect(notices.append)
    label_import.read(program.context, path, "", Listeners(done=previews.append))
    qtbot.waitUntil(lambda: bool(previews), timeout=30_000)
    label_import.import_decisions(program.context, previews[0])
    wait_for_jobs(program, qtbot)
    assert [notice.action for notice in notices] == ["review.agreement"]
    assert {"Ann", "Bo"} <= {a.name for a in program.context.library.annotators.list()}


def test_a_request_and_an_answer_that_cannot_be_written_are_told(
    request_file: Path, tmp_path: Path, start_program: StartProgram, qtbot: QtBot
) -> None:
    program, told = start_program(Settings(annotator="Ann")), list[Notice]()
    context = program.context
    navigation.open_library(context, tmp_path / "ann.db")
    wait_for_jobs(program, qtbot)
    context.session.notice.connect(told.append)
    options = RequestOptions((tag_id(context.library, "kick"),))
    colleague.write_request(context, options, tmp_path / "no folder" / "a.rhythmcap-ask")
    colleague.send(context, request_file, tmp_path / "b.rhythmcap-answer")
    wait_for_jobs(program, qtbot)
    assert [notice.level for notice in told] == ["error", "error"]
    assert "a.rhythmcap-ask cannot be written: it is not there" in told[0].text
    assert "Ann" in told[1].text, "who has asked cannot answer"
    assert all(notice.remedy for notice in told)
    assert not list(tmp_path.glob("*.rhythmcap-answer"))


def test_a_damaged_request_is_a_message(tmp_path: Path, start_program: StartProgram) -> None:
    program = start_program(Settings())
    told: list[str] = []
    program.context.session.notice.connect(lambda notice: told.append(notice.text))
    bad = tmp_path / "bad.rhythmcap-ask"
    bad.write_text("{", encoding="utf-8")
    program.window.colleague_controller.show_request(bad)
    assert len(told) == 1
    assert "bad.rhythmcap-ask" in told[0]
    assert program.window.findChild(RequestDialog) is None
    assert not program.window.action_set["colleague.send"].isEnabled()
