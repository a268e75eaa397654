"""The signals of what the window makes late: connected as it is made, and shows what is so."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rhythmcap_gui.main_window import MainWindow
from rhythmcap_gui.operations.models import library_models
from rhythmcap_gui.operations.songs import navigation
from rhythmcap_gui.operations.tags import rest_is_no

if TYPE_CHECKING:
    from rhythmcap_gui.controllers.codebook_tools import CodebookTools
    from rhythmcap_gui.controllers.models_controller import ModelsController
    from rhythmcap_gui.controllers.system_controller import SystemController
    from rhythmcap_gui.controllers.tags_controller import TagsController
    from rhythmcap_gui.operations.models.model_offer import ModelOffer
    from rhythmcap_gui.views.files.import_panel import ImportPanel
    from rhythmcap_gui.views.listening.deform_strip import DeformStrip
    from rhythmcap_gui.views.models.learn_dock import LearnDock
    from rhythmcap_gui.views.models.model_list import ModelList
    from rhythmcap_gui.views.models.model_offer import ModelOfferBar
    from rhythmcap_gui.views.similar.map_dock import MapDock
    from rhythmcap_gui.views.similar.similar_dock import SimilarDock


def connect_part(window: MainWindow, name: str, part: Any) -> None:
    """Connect what has been made. name: its property of the window."""
    if name in _CONNECT:
        _CONNECT[name](window, part)


def connect_offer_bar(offer: ModelOffer, bar: ModelOfferBar) -> None:
    """Connect a bar that offers a model."""
    bar.get_requested.connect(offer.get)
    bar.cancel_requested.connect(offer.cancel)
    bar.dismiss_requested.connect(offer.dismiss)
    bar.use_requested.connect(offer.use)
    bar.keep_requested.connect(offer.keep)
    offer.changed.connect(bar.show_state)


def _connect_tags(window: MainWindow, tags: TagsController) -> None:
    tags.tag_made.connect(window.editor.sections.reveal_tag)
    tags.merge_requested.connect(lambda word, into: window.codebook_controller.merge(word, into))


def _connect_model_dialogs(window: MainWindow, models: ModelsController) -> None:
    models.changed_requested.connect(lambda: window.changed_controller.show())
    models.forecast_requested.connect(lambda tag: window.forecast_controller.show(tag))


def _connect_systems(window: MainWindow, systems: SystemController) -> None:
    systems.learn_requested.connect(window.learn)
    systems.needs_requested.connect(window.show_readiness)


def _connect_codebook_tools(window: MainWindow, tools: CodebookTools) -> None:
    window.closing.connect(tools.close)


def _connect_import(window: MainWindow, view: ImportPanel) -> None:
    importer = window.importer
    view.cancel_requested.connect(importer.cancel)
    view.follow_requested.connect(importer.follow_links)
    importer.changed.connect(view.show_state)
    view.show_state(importer.state)


def _connect_deformation(window: MainWindow, strip: DeformStrip) -> None:
    deformed = window.deformed_playback
    strip.deformation_changed.connect(deformed.set_deformation)
    strip.bypass_toggled.connect(deformed.set_bypassed)
    strip.reset_requested.connect(deformed.reset)
    deformed.changed.connect(strip.show_state)
    strip.show_state(deformed.state)


def _connect_learning(window: MainWindow, view: LearnDock) -> None:
    learning = window.learning
    view.learn_requested.connect(window.action_set["model.learn"].trigger)
    view.parent_choice.chosen.connect(learning.set_parent)
    view.cancel_requested.connect(learning.cancel)
    view.use_new_requested.connect(lambda: learning.use_new(even_if_worse=learning.state.is_worse))
    view.keep_old_requested.connect(learning.keep_old)
    view.result_requested.connect(
        lambda model, tag: window.models_controller.show_result(model, tag)
    )
    view.emptied.connect(window.docks["learn"].close)
    learning.changed.connect(view.show_state)
    view.show_state(learning.state)
    _connect_readiness(window, view)


def _connect_readiness(window: MainWindow, view: LearnDock) -> None:
    check, context = window.readiness, window.context
    view.readiness_requested.connect(check.show)
    view.readiness_closed.connect(check.close)
    view.readiness.songs_requested.connect(
        lambda tag: (queue := check.queue(tag)) and window.review.begin(queue)
    )
    view.readiness.weak_no_requested.connect(check.set_weak_no)
    view.readiness.rest_requested.connect(
        lambda category: rest_is_no.rest_of_judged_songs(context, category)
    )
    forecasts = window.forecast_controller.forecasts
    view.readiness.forecast_requested.connect(window.forecast_controller.show)
    forecasts.changed.connect(view.readiness.show_forecast)
    view.readiness.show_forecast(forecasts.kept)
    check.changed.connect(view.show_readiness)
    if check.shown is not None:
        view.show_readiness(check.shown)


def _connect_models(window: MainWindow, view: ModelList) -> None:
    context = window.context
    view.use_requested.connect(window.learning.use)
    view.rename_requested.connect(lambda model, name: library_models.rename(context, model, name))
    view.remove_requested.connect(lambda model: library_models.remove(context, model))
    view.card_requested.connect(lambda model: window.models_controller.show_card(model))
    view.result_requested.connect(lambda model: window.models_controller.show_result(model))
    view.inside_requested.connect(lambda model: window.models_controller.look_inside(model))
    view.compare_requested.connect(lambda some: window.models_controller.compare_models(some))
    view.export_requested.connect(lambda model: window.models_controller.export_model(model))
    view.words_requested.connect(lambda model: window.models_controller.map_words(model))
    view.get_requested.connect(lambda: window.models_controller.get_model())
    view.import_requested.connect(lambda: window.models_controller.import_model())
    connect_offer_bar(window.model_offer, view.offer_bar)
    view.offer_bar.show_state(window.model_offer.state)


def _connect_similar(window: MainWindow, view: SimilarDock) -> None:
    indexes, songs = window.similarity.indexes, window.similarity.songs
    view.shown.connect(songs.set_shown)
    songs.changed.connect(view.show_state)
    indexes.changed.connect(view.show_index)
    indexes.by_changed.connect(view.show_by)
    view.chosen.connect(songs.open)
    view.activated.connect(lambda song: songs.open(song, play=True))
    view.more_requested.connect(songs.add_more)
    view.less_requested.connect(songs.add_less)
    view.selection_requested.connect(lambda more: songs.add_selection(more=more))
    view.removed.connect(songs.remove)
    view.cleared.connect(songs.clear)
    view.follow_requested.connect(songs.follow_open_song)
    view.loop_chosen.connect(songs.set_uses_loop)
    view.listen_requested.connect(indexes.listen)
    view.cancel_requested.connect(indexes.cancel)
    view.by.chosen.connect(indexes.choose)
    view.show_by(indexes.by)
    view.show_index(indexes.state)
    view.show_state(songs.state)


def _connect_map(window: MainWindow, view: MapDock) -> None:
    context = window.context
    indexes, maps = window.similarity.indexes, window.similarity.maps
    view.shown.connect(maps.set_shown)
    maps.changed.connect(view.show_state)
    maps.coloured.connect(view.show_colours)
    indexes.changed.connect(view.show_index)
    indexes.by_changed.connect(view.show_by)
    view.choices.by.chosen.connect(indexes.choose)
    view.choices.method_chosen.connect(maps.set_method)
    view.choices.colour_chosen.connect(maps.set_colour)
    view.again_requested.connect(maps.draw_again)
    view.listen_requested.connect(indexes.listen)
    view.stop_requested.connect(maps.cancel)
    view.stop_requested.connect(indexes.cancel)
    view.chosen.connect(lambda song: navigation.open_from_elsewhere(context, song))
    view.activated.connect(lambda song: navigation.open_from_elsewhere(context, song, play=True))
    view.surrounded.connect(lambda ids, adds: _select_songs(window, ids, adds))
    view.show_by(indexes.by)
    view.show_index(indexes.state)
    view.show_state(maps.state)
    maps.colour()


def _select_songs(window: MainWindow, song_ids: tuple[int, ...], adds: bool) -> None:
    """Select songs in the list; a search or questions that leave some of them out are given up."""
    session, songs = window.context.session, window.table.list
    wanted = tuple({*session.selection, *song_ids}) if adds else song_ids
    if not songs.shows_all(wanted):
        session.set_queue(None)
        session.set_query("")
    songs.select_songs(wanted)


_CONNECT = {
    "training": _connect_learning, "models": _connect_models, "similar": _connect_similar,
    "map": _connect_map, "deform_strip": _connect_deformation, "import_panel": _connect_import,
    "tags_controller": _connect_tags, "codebook_tools": _connect_codebook_tools,
    "models_controller": _connect_model_dialogs, "system_controller": _connect_systems,
}  # fmt: skip
