"""Each signal of a view is connected to its operation or controller, here only."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QToolTip

from rhythmcap_gui import glossary
from rhythmcap_gui.job_runner import Job, Lane
from rhythmcap_gui.late_connections import connect_offer_bar, connect_part
from rhythmcap_gui.main_window import MainWindow
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.operations.listening import pictures, playback, regions
from rhythmcap_gui.operations.shell import preferences
from rhythmcap_gui.operations.songs import navigation, removing, searches, song_paths
from rhythmcap_gui.operations.tags import examples, rest_is_no, tagging
from rhythmcap_gui.view_data import ImportState, LearnState, Progress


def connect_window(window: MainWindow) -> None:
    """Connect the whole window to the operations."""
    context = window.context
    window.made.connect(lambda name, part: connect_part(window, name, part))
    _connect_library(window, context)
    _connect_sound(window, context)
    _connect_tags(window, context)
    _connect_suggestions(window, context)
    _connect_learning(window)
    _connect_review(window)
    _connect_evidence(window)
    _connect_jobs(window, context)
    glossary.requests().entry_requested.connect(window.shell_controller.show_glossary)
    # Qt leaves a tooltip up until the pointer moves: it would tell of the former song.
    context.session.song_opened.connect(lambda _song: QToolTip.hideText())


def _connect_library(window: MainWindow, context: AppContext) -> None:
    window.table.song_chosen.connect(lambda song: navigation.open_song(context, song))
    window.table.selection_changed.connect(context.session.set_selection)
    window.table.order_changed.connect(lambda order, down: _set_order(context, order, down))
    window.table.song_activated.connect(lambda song: navigation.open_song(context, song, play=True))
    window.table.query_requested.connect(context.session.set_query)
    window.table.song_lost.connect(lambda: navigation.open_song(context, None))
    window.table.list.menu_requested.connect(
        lambda at: window.songs_controller.show_menu(at, window.action_set.__getitem__)
    )
    # First the open song, then all others: what is looked at is predicted before.
    context.session.changed.connect(lambda changes: removing.open_returned(context, changes))
    context.session.changed.connect(lambda changes: removing.predict_returned(context, changes))
    _connect_searches(window, context)
    window.search.list_requested.connect(window.table.enter_from_search)
    window.table.files_dropped.connect(lambda paths: take_files(window, paths))
    window.search.query_edited.connect(context.session.set_query)
    window.files_dropped.connect(lambda paths: take_files(window, paths))
    _connect_first_page(window)
    window.banner.writing_requested.connect(
        lambda: window.files_controller.open_library(context.library.path)
    )
    window.listening.missing.find_requested.connect(window.files_controller.find_open_song)
    window.listening.heading.words_requested.connect(lambda: window.songs_controller.edit_words())
    window.listening.missing.look_requested.connect(window.song_files.check_again)
    window.learning.changed.connect(lambda state: window.song_files.note_work(state.running))


def take_files(window: MainWindow, paths: Sequence[Path]) -> None:
    """Open a library, show a colleague's request; everything else is labels, music or a model."""
    libraries = [path for path in paths if navigation.is_library(path)]
    for path in libraries[:1]:
        window.files_controller.open_library(path)
    paths = [path for path in paths if path not in libraries]
    others = window.colleague_controller.take_dropped(paths)
    if others:
        window.labels_controller.import_dropped(others)


def _add_first_songs(window: MainWindow, with_model: bool) -> None:
    """Add a folder; what the user did not want with it is not offered a moment later."""
    offer = window.model_offer
    if not window.files_controller.add_folder():
        return
    if with_model:
        offer.get(use=True)
    elif offer.state.model is not None:
        offer.dismiss()


def _connect_first_page(window: MainWindow) -> None:
    page = window.first_run
    page.folder_requested.connect(lambda with_model: _add_first_songs(window, with_model))
    page.library_requested.connect(window.files_controller.choose_existing)
    page.words_requested.connect(lambda: window.codebook_controller.add_words(replacing=True))
    preview = window.files_controller.demo_preview
    preview.changed.connect(page.show_preview)
    page.play_requested.connect(preview.toggle)
    page.skip_requested.connect(preview.skip)
    page.demo_requested.connect(window.files_controller.open_demo)
    page.cancel_requested.connect(window.importer.cancel)


def _connect_searches(window: MainWindow, context: AppContext) -> None:
    saved = window.table.searches
    saved.search_saved.connect(lambda name, query: searches.save(context, name, query))
    saved.search_renamed.connect(lambda name, new: searches.rename(context, name, new))
    saved.search_moved.connect(lambda name, by: searches.move(context, name, by))
    saved.search_removed.connect(lambda name: searches.remove(context, name))


def _set_order(context: AppContext, order: str, descending: bool) -> None:
    context.order, context.descending = order, descending


def _connect_sound(window: MainWindow, context: AppContext) -> None:
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
    shown = window.docks["deform"].visibilityChanged
    shown.connect(window.deformed_playback.set_shown)
    view.colour_map_chosen.connect(lambda name: preferences.change(context, colour_map=name))


def _connect_tags(window: MainWindow, context: AppContext) -> None:
    editor = window.editor
    editor.judged.connect(lambda tag, state: tagging.decide(context, tag, state))
    editor.region_requested.connect(lambda tag: regions.tag_loop(context, tag))
    editor.example_requested.connect(lambda tag, state: examples.mark(context, tag, state))
    editor.intensity_requested.connect(
        lambda tag, level: tagging.set_intensity(context, tag, level)
    )
    editor.decision_note_edited.connect(
        lambda tag, text: tagging.set_decision_note(context, tag, text)
    )
    editor.note_edited.connect(
        lambda songs, text, added: tagging.set_note(context, songs, text, added=added)
    )
    editor.new_tag_requested.connect(lambda: window.tags_controller.new_tag())
    editor.new_tag_in_requested.connect(
        lambda category: window.tags_controller.new_tag("", category)
    )
    editor.tag_edit_requested.connect(lambda tag: window.tags_controller.edit_tag(tag))
    editor.category_edit_requested.connect(
        lambda category: window.tags_controller.edit_category(category)
    )
    editor.rest_requested.connect(lambda category: rest_is_no.rest_of_category(context, category))
    editor.saliency_requested.connect(window.saliency_controller.show)
    window.saliency_controller.saliency.changed.connect(lambda _state: window.action_set.refresh())
    editor.find_requested.connect(lambda: window.tags_controller.find_tag())
    editor.tag_action_requested.connect(
        lambda action, tag: window.codebook_controller.do_with_tag(action, tag)
    )
    editor.category_action_requested.connect(
        lambda action, category: window.codebook_controller.do_with_category(action, category)
    )
    window.sliced_edits.requested.connect(
        lambda request: window.tags_controller.show_bulk_edit(request)
    )


def _connect_suggestions(window: MainWindow, context: AppContext) -> None:
    card = window.suggestions
    card.accepted.connect(lambda tag: tagging.accept(context, tag))
    card.rejected.connect(lambda tag: tagging.reject(context, tag))
    card.accepted_and_next.connect(
        lambda tag: (tagging.accept(context, tag), window.step_song(1))
    )  # fmt: skip
    card.why_requested.connect(window.play_reason)
    card.scope_changed.connect(context.session.set_score_scope)
    card.reveal_requested.connect(context.session.reveal)


def _connect_learning(window: MainWindow) -> None:
    window.learning.changed.connect(lambda state: _learn_dock(window, state))
    window.unmapped_words.mapping_requested.connect(lambda: window.models_controller.map_words())
    offer = window.model_offer
    connect_offer_bar(offer, window.offer_bar)
    offer.changed.connect(window.first_run.show_offer)


def _connect_review(window: MainWindow) -> None:
    strip, review = window.review_strip, window.review
    review.answered.connect(strip.show_answers)
    review.opened.connect(window.editor.sections.reveal)
    review.opened.connect(lambda _tag: window.columns.dock_area.uncover())
    strip.answered.connect(review.answer)
    strip.stepped.connect(review.step)
    strip.looped.connect(lambda most: window.play_reason(most=most))
    strip.order_chosen.connect(review.set_order)
    strip.blind_chosen.connect(review.set_blind)
    review.stop_advisor.changed.connect(strip.show_advice)
    strip.again_requested.connect(review.begin_again)
    strip.begin_requested.connect(review.begin_flips)
    strip.list_requested.connect(lambda: window.changed_controller.show())
    strip.closed.connect(review.leave)
    window.table.all_requested.connect(review.leave)
    window.editor.queue_requested.connect(review.begin_word)
    window.learning.changed.connect(review.flip_offers.follow_learning)
    line, contradiction = window.editor.dispute_line, window.contradiction
    contradiction.changed.connect(line.show_question)
    contradiction.changed.connect(window.action_set.refresh)
    line.answered.connect(contradiction.answer)
    line.closed.connect(contradiction.dismiss)
    window.song_caption.changed.connect(window.listening.caption.show_caption)
    window.listening.caption.copy_requested.connect(window.song_caption.copy)
    watch = window.rule_watch
    watch.changed.connect(window.editor.rule_line.show_hints)
    watch.changed.connect(window.action_set.refresh)
    window.editor.rule_line.accepted.connect(watch.accept)
    window.editor.rule_line.closed.connect(watch.hide)


def _connect_evidence(window: MainWindow) -> None:
    bar, evidence = window.listening.evidence_bar, window.similarity.evidence
    window.editor.evidence_requested.connect(evidence.show)
    bar.chosen.connect(evidence.toggle)
    bar.closed.connect(evidence.hide)
    evidence.changed.connect(bar.show_state)
    window.closing.connect(evidence.close)


def _learn_dock(window: MainWindow, state: LearnState) -> None:
    if state.new is not None and not state.decided:
        window.show_dock("learn")
    if not state.running:  # a new model may wait for a yes, or wait no longer
        window.action_set.refresh()


def _connect_jobs(window: MainWindow, context: AppContext) -> None:
    importing, status = window.importer, window.status
    importing.changed.connect(window.first_run.show_state)
    importing.changed.connect(status.show_import)
    importing.changed.connect(_ImportDock(window, context.session.notify).follow)
    status.import_requested.connect(lambda: window.show_dock("import"))
    status.notices_requested.connect(lambda: window.show_dock("messages"))
    window.notice_bar.list_requested.connect(lambda: window.show_dock("messages"))
    window.notice_bar.folder_requested.connect(lambda path: song_paths.show_made(context, path))
    status.keys_requested.connect(window.shell_controller.show_keys)
    status.annotator_chosen.connect(lambda name: navigation.choose_annotator(context, name))
    status.annotator_settings_requested.connect(window.shell_controller.show_settings)
    context.runner.progressed.connect(lambda job, progress: _show_background(window, job, progress))
    context.runner.ended.connect(lambda job, _outcome: _show_background(window, job, None))


def _show_background(window: MainWindow, job: Job, progress: Progress | None) -> None:
    if job.lane in (Lane.LIBRARY, Lane.EXPORT, Lane.EXPERIMENT):
        window.status.show_work(job.title, progress)
    elif job.lane is Lane.PICTURE and progress is not None:
        window.listening.show_progress(progress.fraction)


class _ImportDock(QObject):
    """Opens the import dock when songs are being added, unless the empty page shows it.

    One that it opened closes again when all went well; the message line has the counts.
    """

    def __init__(self, window: MainWindow, notify: Callable[[str], None]) -> None:
        super().__init__(window)
        self._window, self._notify = window, notify
        self._was_running = False
        self._has_opened = False

    def follow(self, state: ImportState) -> None:
        """Open it at the beginning, and at the end if there is something to say of files."""
        has_begun = state.running and not self._was_running
        has_ended = self._was_running and not state.running
        has_failed = has_ended and bool(state.failed or state.warned or state.n_links)
        is_visible_elsewhere = self._window.is_empty or state.quiet
        dock = self._window.docks["import"]
        if has_begun:
            self._has_opened = not is_visible_elsewhere and dock.isHidden()
        if (has_begun and not is_visible_elsewhere) or has_failed:
            self._window.show_dock("import")
        elif has_ended and self._has_opened and not state.cancelled and not state.replaced:
            dock.hide()
            self._notify(self._window.import_panel.counts(state))
        self._was_running = state.running
