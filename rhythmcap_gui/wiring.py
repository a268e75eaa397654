"""From intents to verbs: each signal of a view is tied to the operation it asks for, here only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from rhythmcap_gui.job_runner import Job, Lane
from rhythmcap_gui.operations import (
    models,
    pictures,
    playback,
    regions,
    remarks,
    searches,
    songs,
    tagging,
)
from rhythmcap_gui.operations import settings as preferences
from rhythmcap_gui.operations.desk import Desk
from rhythmcap_gui.states import ImportState, LearnState, Progress

if TYPE_CHECKING:
    from rhythmcap_gui.main_window import MainWindow

LOUD = ("warning", "error")


def wire(window: MainWindow) -> None:
    """Tie the whole window to the operations."""
    desk = window.desk
    _wire_library(window, desk)
    _wire_sound(window, desk)
    _wire_tags(window, desk)
    _wire_learning(window, desk)
    _wire_long_work(window, desk)


def _wire_library(window: MainWindow, desk: Desk) -> None:
    window.table.song_chosen.connect(lambda song: songs.open_song(desk, song))
    window.table.selection_changed.connect(desk.session.set_selection)
    window.table.order_changed.connect(lambda order, down: _order(desk, order, down))
    window.table.song_activated.connect(lambda song: songs.open_song(desk, song, play=True))
    window.table.query_wanted.connect(desk.session.set_query)
    _wire_searches(window, desk)
    window.search.list_wanted.connect(window.table.go_on_from_search)
    window.table.files_dropped.connect(window.take_dropped)
    window.search.query_edited.connect(desk.session.set_query)
    window.files_dropped.connect(window.take_dropped)
    window.first_run.folder_wanted.connect(window.add_folder)
    window.banner.writing_wanted.connect(lambda: window.open_library(desk.library.path))
    window.first_run.demo_wanted.connect(window.open_demo)
    window.first_run.cancel_wanted.connect(window.importing.cancel)
    window.listening.missing.find_wanted.connect(window.find_open_song)
    window.listening.missing.look_wanted.connect(window.places.look_again)
    window.import_panel.cancel_wanted.connect(window.importing.cancel)


def _wire_searches(window: MainWindow, desk: Desk) -> None:
    kept = window.table.searches
    kept.search_saved.connect(lambda name, query: searches.save(desk, name, query))
    kept.search_renamed.connect(lambda name, new: searches.rename(desk, name, new))
    kept.search_moved.connect(lambda name, by: searches.move(desk, name, by))
    kept.search_removed.connect(lambda name: searches.remove(desk, name))


def _order(desk: Desk, order: str, descending: bool) -> None:
    desk.order, desk.descending = order, descending


def _wire_sound(window: MainWindow, desk: Desk) -> None:
    view = window.listening
    view.seek_wanted.connect(lambda seconds: playback.seek(desk, seconds))
    view.loop_wanted.connect(lambda loop: playback.set_loop(desk, loop))
    view.play_wanted.connect(lambda: playback.toggle(desk))
    view.speed_chosen.connect(lambda speed: playback.set_speed(desk, speed))
    view.volume_changed.connect(lambda volume: playback.set_volume(desk, volume))
    view.device_chosen.connect(lambda name: playback.set_device(desk, name))
    view.view_as_model_changed.connect(lambda on: pictures.view_as_model(desk, on))
    view.regions.moved.connect(lambda *moved: regions.move(desk, *moved))
    view.regions.removed.connect(lambda number: regions.remove(desk, number))
    view.colour_map_chosen.connect(lambda name: preferences.change(desk, colour_map=name))


def _wire_tags(window: MainWindow, desk: Desk) -> None:
    editor, card = window.editor, window.suggestions
    editor.judged.connect(lambda tag, state: tagging.decide(desk, tag, state))
    editor.region_wanted.connect(lambda tag: regions.tag_loop(desk, tag))
    editor.intensity_wanted.connect(lambda tag, level: remarks.set_intensity(desk, tag, level))
    editor.decision_note_edited.connect(
        lambda tag, text: remarks.set_decision_note(desk, tag, text)
    )
    editor.note_edited.connect(
        lambda songs, text, added: tagging.set_note(desk, songs, text, added=added)
    )
    editor.new_tag_wanted.connect(window.new_tag)
    editor.new_tag_in_wanted.connect(lambda category: window.new_tag("", category))
    editor.tag_edit_wanted.connect(window.edit_tag)
    editor.find_wanted.connect(window.find_tag)
    window.long_edits.asked.connect(window.show_long_edit)
    card.accepted.connect(lambda tag: tagging.accept(desk, tag))
    card.rejected.connect(lambda tag: tagging.reject(desk, tag))
    card.accepted_and_next.connect(
        lambda tag: (tagging.accept(desk, tag), window.step_song(1))
    )  # fmt: skip
    card.why_wanted.connect(window.hear_why)
    card.scope_changed.connect(desk.session.set_score_scope)
    card.reveal_wanted.connect(desk.session.reveal)


def _wire_learning(window: MainWindow, desk: Desk) -> None:
    view, learning = window.training, window.learning
    view.learn_wanted.connect(window.actions_of_table["model.learn"].trigger)
    view.cancel_wanted.connect(learning.cancel)
    view.use_new_wanted.connect(learning.use_new)
    view.keep_old_wanted.connect(learning.keep_old)
    learning.changed.connect(view.show_state)
    learning.changed.connect(lambda state: _learn_dock(window, state))
    window.models.use_wanted.connect(lambda model: models.use(desk, model))
    window.models.rename_wanted.connect(lambda model, name: models.rename(desk, model, name))
    window.models.remove_wanted.connect(lambda model: models.remove(desk, model))
    _wire_shelf(window)


def _wire_shelf(window: MainWindow) -> None:
    view = window.models
    view.card_wanted.connect(window.show_card)
    view.compare_wanted.connect(window.compare_models)
    view.export_wanted.connect(window.export_model)
    view.words_wanted.connect(window.map_words)
    view.get_wanted.connect(window.get_model)
    view.import_wanted.connect(lambda: window.import_model())
    window.own_words.words_wanted.connect(lambda: window.map_words())


def _learn_dock(window: MainWindow, state: LearnState) -> None:
    if state.outcome is not None and not state.decided:
        window.show_dock("learn")


def _wire_long_work(window: MainWindow, desk: Desk) -> None:
    importing, status = window.importing, window.status
    importing.changed.connect(window.import_panel.show_state)
    importing.changed.connect(window.first_run.show_state)
    importing.changed.connect(status.show_import)
    importing.changed.connect(_ImportDock(window).follow)
    desk.session.message.connect(
        lambda message: message.kind in LOUD and window.show_dock("messages")
    )
    status.import_wanted.connect(lambda: window.show_dock("import"))
    status.messages_wanted.connect(lambda: window.show_dock("messages"))
    status.keys_wanted.connect(window.show_keys)
    desk.runner.progressed.connect(lambda job, progress: _background(window, job, progress))
    desk.runner.ended.connect(lambda job, _outcome: _background(window, job, None))


def _background(window: MainWindow, job: Job, progress: Progress | None) -> None:
    if job.lane in (Lane.LIBRARY, Lane.EXPORT):
        window.status.show_work(job.title, progress)
    elif job.lane is Lane.PICTURE and progress is not None:
        window.listening.show_progress(progress.fraction)


class _ImportDock(QObject):
    """Opens the import dock when songs are being added, unless the empty page says it all."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._was_running = False

    def follow(self, state: ImportState) -> None:
        """Once at the beginning, and once at the end if files failed."""
        began = state.running and not self._was_running
        ended_badly = self._was_running and not state.running and bool(state.failed)
        asked = not self._window.is_empty and not state.quiet
        if (began and asked) or ended_badly:
            self._window.show_dock("import")
        self._was_running = state.running
