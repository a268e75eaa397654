"""From intents to verbs: each signal of a view is tied to the operation it asks for, here only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from rhythmcap_gui.job_runner import Job, Lane
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.operations.listening import pictures, playback, regions
from rhythmcap_gui.operations.models import active_model
from rhythmcap_gui.operations.shell import preferences as preferences
from rhythmcap_gui.operations.songs import navigation, searches
from rhythmcap_gui.operations.tags import remarks, tagging
from rhythmcap_gui.view_data import ImportState, LearnState, Progress

if TYPE_CHECKING:
    from rhythmcap_gui.main_window import MainWindow

LOUD = ("warning", "error")


def wire(window: MainWindow) -> None:
    """Tie the whole window to the operations."""
    context = window.context
    _wire_library(window, context)
    _wire_sound(window, context)
    _wire_tags(window, context)
    _wire_learning(window, context)
    _wire_long_work(window, context)


def _wire_library(window: MainWindow, context: AppContext) -> None:
    window.table.song_chosen.connect(lambda song: navigation.open_song(context, song))
    window.table.selection_changed.connect(context.session.set_selection)
    window.table.order_changed.connect(lambda order, down: _order(context, order, down))
    window.table.song_activated.connect(lambda song: navigation.open_song(context, song, play=True))
    window.table.query_requested.connect(context.session.set_query)
    _wire_searches(window, context)
    window.search.list_requested.connect(window.table.enter_from_search)
    window.table.files_dropped.connect(window.take_dropped)
    window.search.query_edited.connect(context.session.set_query)
    window.files_dropped.connect(window.take_dropped)
    window.first_run.folder_requested.connect(window.add_folder)
    window.banner.writing_requested.connect(lambda: window.open_library(context.library.path))
    window.first_run.demo_requested.connect(window.open_demo)
    window.first_run.cancel_requested.connect(window.importing.cancel)
    window.listening.missing.find_requested.connect(window.find_open_song)
    window.listening.missing.look_requested.connect(window.song_files.look_again)
    window.import_panel.cancel_requested.connect(window.importing.cancel)


def _wire_searches(window: MainWindow, context: AppContext) -> None:
    kept = window.table.searches
    kept.search_saved.connect(lambda name, query: searches.save(context, name, query))
    kept.search_renamed.connect(lambda name, new: searches.rename(context, name, new))
    kept.search_moved.connect(lambda name, by: searches.move(context, name, by))
    kept.search_removed.connect(lambda name: searches.remove(context, name))


def _order(context: AppContext, order: str, descending: bool) -> None:
    context.order, context.descending = order, descending


def _wire_sound(window: MainWindow, context: AppContext) -> None:
    view = window.listening
    view.seek_requested.connect(lambda seconds: playback.seek(context, seconds))
    view.loop_requested.connect(lambda loop: playback.set_loop(context, loop))
    view.play_requested.connect(lambda: playback.toggle(context))
    view.speed_chosen.connect(lambda speed: playback.set_speed(context, speed))
    view.volume_changed.connect(lambda volume: playback.set_volume(context, volume))
    view.device_chosen.connect(lambda name: playback.set_device(context, name))
    view.view_as_model_changed.connect(lambda on: pictures.view_as_model(context, on))
    view.regions.moved.connect(lambda *moved: regions.move(context, *moved))
    view.regions.removed.connect(lambda number: regions.remove(context, number))
    view.colour_map_chosen.connect(lambda name: preferences.change(context, colour_map=name))


def _wire_tags(window: MainWindow, context: AppContext) -> None:
    editor, card = window.editor, window.suggestions
    editor.judged.connect(lambda tag, state: tagging.decide(context, tag, state))
    editor.region_requested.connect(lambda tag: regions.tag_loop(context, tag))
    editor.intensity_requested.connect(
        lambda tag, level: remarks.set_intensity(context, tag, level)
    )
    editor.decision_note_edited.connect(
        lambda tag, text: remarks.set_decision_note(context, tag, text)
    )
    editor.note_edited.connect(
        lambda songs, text, added: tagging.set_note(context, songs, text, added=added)
    )
    editor.new_tag_requested.connect(window.new_tag)
    editor.new_tag_in_requested.connect(lambda category: window.new_tag("", category))
    editor.tag_edit_requested.connect(window.edit_tag)
    editor.find_requested.connect(window.find_tag)
    window.sliced_edits.asked.connect(window.show_long_edit)
    card.accepted.connect(lambda tag: tagging.accept(context, tag))
    card.rejected.connect(lambda tag: tagging.reject(context, tag))
    card.accepted_and_next.connect(
        lambda tag: (tagging.accept(context, tag), window.step_song(1))
    )  # fmt: skip
    card.why_requested.connect(window.hear_why)
    card.scope_changed.connect(context.session.set_score_scope)
    card.reveal_requested.connect(context.session.reveal)


def _wire_learning(window: MainWindow, context: AppContext) -> None:
    view, learning = window.training, window.learning
    view.learn_requested.connect(window.actions_of_table["model.learn"].trigger)
    view.cancel_requested.connect(learning.cancel)
    view.use_new_requested.connect(learning.use_new)
    view.keep_old_requested.connect(learning.keep_old)
    learning.changed.connect(view.show_state)
    learning.changed.connect(lambda state: _learn_dock(window, state))
    window.models.use_requested.connect(lambda model: active_model.use(context, model))
    window.models.rename_requested.connect(
        lambda model, name: active_model.rename(context, model, name)
    )
    window.models.remove_requested.connect(lambda model: active_model.remove(context, model))
    _wire_shelf(window)


def _wire_shelf(window: MainWindow) -> None:
    view = window.models
    view.card_requested.connect(window.show_card)
    view.compare_requested.connect(window.compare_models)
    view.export_requested.connect(window.export_model)
    view.words_requested.connect(window.map_words)
    view.get_requested.connect(window.get_model)
    view.import_requested.connect(lambda: window.import_model())
    window.unmapped_words.mapping_requested.connect(lambda: window.map_words())


def _learn_dock(window: MainWindow, state: LearnState) -> None:
    if state.outcome is not None and not state.decided:
        window.show_dock("learn")


def _wire_long_work(window: MainWindow, context: AppContext) -> None:
    importing, status = window.importing, window.status
    importing.changed.connect(window.import_panel.show_state)
    importing.changed.connect(window.first_run.show_state)
    importing.changed.connect(status.show_import)
    importing.changed.connect(_ImportDock(window).follow)
    context.session.message.connect(
        lambda message: message.level in LOUD and window.show_dock("messages")
    )
    status.import_requested.connect(lambda: window.show_dock("import"))
    status.messages_requested.connect(lambda: window.show_dock("messages"))
    status.keys_requested.connect(window.show_keys)
    context.runner.progressed.connect(lambda job, progress: _background(window, job, progress))
    context.runner.ended.connect(lambda job, _outcome: _background(window, job, None))


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
