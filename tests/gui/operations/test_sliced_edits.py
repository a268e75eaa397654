"""Edits of very many songs: confirmed, done in slices, and cancelled to nothing."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.library.codebook.codebook_records import MergeAnswer
from core.library.edits.edits import JudgeMany
from core.library.records import Changes, State
from rhythmcap_gui import theme
from rhythmcap_gui.job_runner import JobRunner, Lane, Listeners
from rhythmcap_gui.operations import edit_runner
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.operations.sliced_edits import SlicedEdits
from rhythmcap_gui.operations.tags import codebook_words, tagging
from rhythmcap_gui.view_data import BulkRequest
from rhythmcap_gui.views.shell.bulk_dialog import BulkDialog
from tests.support.small_library import Room, add_songs, open_room

N_SONGS = 2100


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory, qapp: QApplication) -> Iterator[Room]:
    theme.apply_theme(qapp, "dark")
    made = open_room(tmp_path_factory.mktemp("large"), songs=0)
    with made.library.database.transaction():
        add_songs(made.library, N_SONGS)
    yield made
    made.close()


@pytest.fixture
def context(large: Room) -> Iterator[AppContext]:
    """All songs selected; what a test does is undone after it."""
    made = AppContext(large.session, JobRunner(large.session), player=None)
    SlicedEdits(made, made.runner)
    large.session.set_selection(tuple(large.library.songs.all_ids().tolist()))
    yield made
    while large.library.undo():
        pass
    large.session.apply_changes(Changes(songs=frozenset(large.session.selection)))


def edits_of(context: AppContext) -> SlicedEdits:
    return context.runner.findChild(SlicedEdits)


def collected_requests(context: AppContext) -> list[BulkRequest]:
    found: list[BulkRequest] = []
    edits_of(context).requested.connect(found.append)
    return found


def n_yes(room: Room) -> int:
    tally = room.library.search.state_counts(room.library.songs.all_ids())
    return tally.get(room.tag("drums"), {}).get(State.YES, 0)


def test_nothing_happens_before_the_question_is_answered(
    large: Room, context: AppContext, qtbot: QtBot
) -> None:
    questions = collected_requests(context)
    tagging.decide(context, large.tag("drums"), State.YES)
    assert [request.question for request in questions] == ["Tag {songs} songs with “drums”?"]
    assert n_yes(large) == 0
    dialog = BulkDialog(questions[0])
    qtbot.addWidget(dialog)
    assert dialog.question.text() == "Tag 2\u2009100 songs with “drums”?"
    dialog.go_requested.connect(edits_of(context).begin)
    with qtbot.waitSignal(edits_of(context).ended, timeout=20_000):
        dialog.go.click()
    assert n_yes(large) == N_SONGS
    assert large.session.selection_counts()[large.tag("drums")] == {State.YES: N_SONGS}


def test_undo_is_sliced_too_and_needs_no_yes(
    large: Room, context: AppContext, qtbot: QtBot
) -> None:
    tagging.decide(context, large.tag("drums"), State.YES)
    with qtbot.waitSignal(edits_of(context).ended, timeout=20_000):
        edits_of(context).begin()
    questions = collected_requests(context)
    with qtbot.waitSignal(edits_of(context).ended, timeout=20_000):
        assert edit_runner.undo(context) == f"drums: yes × {N_SONGS}"
    assert [request.question for request in questions] == [""]
    assert n_yes(large) == 0


def test_a_cancel_on_the_way_leaves_nothing(large: Room, context: AppContext, qtbot: QtBot) -> None:
    before = large.library.undo_label()
    tagging.decide(context, large.tag("drums"), State.YES)
    edits = edits_of(context)
    with qtbot.waitSignal(edits.progressed, timeout=20_000):
        edits.begin()
    edits.cancel()
    assert (n_yes(large), large.library.undo_label()) == (0, before)
    large.judge(1, "kick", State.NO)


def test_what_jobs_bring_waits_until_it_is_over(
    large: Room, context: AppContext, qtbot: QtBot
) -> None:
    counts: list[int] = []
    tagging.decide(context, large.tag("drums"), State.YES)
    edits = edits_of(context)
    edits.begin()
    done = Listeners(done=lambda _value: counts.append(n_yes(large)))
    context.runner.start(Lane.UPKEEP, "a job", lambda _job: 1, done)
    qtbot.waitUntil(lambda: bool(counts), timeout=20_000)
    assert counts == [N_SONGS]
    context.runner.shutdown()


def test_an_intensity_for_very_many_songs_needs_a_yes(large: Room, context: AppContext) -> None:
    questions = collected_requests(context)
    tagging.set_intensity(context, large.tag("drums"), 0.5)
    assert questions == []
    large.judge(2, "drums", State.YES)
    tagging.set_intensity(context, large.tag("drums"), 0.5)
    assert len(questions) == 1


def test_a_merge_of_a_common_tag_is_sliced_and_can_be_cancelled(
    large: Room, context: AppContext, qtbot: QtBot
) -> None:
    songs, edits = large.session.selection, edits_of(context)
    drums, kick = large.tag("drums"), large.tag("kick")
    large.library.do(JudgeMany(songs, drums, State.YES), JudgeMany(songs[:50], kick, State.NO))
    requests = collected_requests(context)
    codebook_words.merge_tags(context, drums, kick, MergeAnswer.FROM)
    assert [(request.question, request.n_steps > 8) for request in requests] == [("", True)]
    edits.cancel()
    assert large.library.codebook.find("drums").id == drums
    with qtbot.waitSignal(edits.ended, timeout=20_000):
        codebook_words.merge_tags(context, drums, kick, MergeAnswer.FROM)
    assert large.library.codebook.find("drums").id == kick
    tally = large.library.search.state_counts(large.library.songs.all_ids())
    assert tally == {kick: {State.YES: N_SONGS}}
