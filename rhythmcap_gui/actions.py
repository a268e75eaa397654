"""The one table of actions: menus, shortcuts, the key sheet and the README are made from it.

An action is data. It calls operations, or the main window and its controllers by protocols.
"""

from __future__ import annotations

from rhythmcap_gui.action_record import (
    Action,
    Menu,
    Window,
    always,
    answers_request,
    can_answer,
    can_edit,
    can_explain,
    can_judge,
    can_learn,
    can_leave_loop,
    can_mark,
    can_redo,
    can_remove,
    can_tag,
    can_tag_region,
    can_undo,
    has_choice,
    has_examples,
    has_library,
    has_live,
    has_loop,
    has_model,
    has_new_model,
    has_queue,
    has_reason,
    has_song,
    has_songs,
    has_suggestion,
    is_learning,
    learns_live,
    shows_saliency,
)
from rhythmcap_gui.cover_actions import (
    can_close,
    can_reveal,
    is_blind,
    is_closed,
    is_open,
    leave,
    toggle_closed,
)
from rhythmcap_gui.evidence_actions import EVIDENCE_ACTIONS, GRAMMAR_ACTIONS
from rhythmcap_gui.operations import edit_runner
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.operations.listening import pictures, playback
from rhythmcap_gui.operations.shell import preferences
from rhythmcap_gui.operations.tags import rest_is_no, tagging
from rhythmcap_gui.question_queue import Answer
from rhythmcap_gui.session import HERE, SO_FAR, SONG


def _toggle_scope(context: AppContext, scope: str) -> None:
    context.session.set_score_scope(SONG if context.session.score_scope == scope else scope)


def _toggle_view(context: AppContext) -> None:
    pictures.view_as_model(context, not context.session.settings.view_as_model)


def _accept_and_next(window: Window) -> None:
    if tagging.accept_first(window.context):
        window.step_song(1)


def _write_note(window: Window) -> None:
    if tagging.can_decide(window.context):
        window.focus_note()


def _rest_of_category(window: Window) -> None:
    category_id = window.song_visit.category_id
    window.context.session.arm_category(None)
    rest_is_no.rest_of_category(window.context, category_id)


def _answer(window: Window, answer: Answer) -> None:
    if window.context.session.queue is not None or not window.contradiction.answer(answer):
        window.review.answer(answer)


def _like_selection(window: Window, *, more: bool) -> None:
    window.similarity.songs.add_selection(more=more)
    window.show_dock("similar")


FILE_ACTIONS = (
    Action("library.add", "Add songs…", ("Ctrl+O",), Menu.FILE, can_edit,
           lambda window: window.files_controller.add_songs()),
    Action("library.add_folder", "Add a folder…", ("Ctrl+Shift+O",), Menu.FILE, can_edit,
           lambda window: window.files_controller.add_folder()),
    Action("library.open", "Open a library…", (), Menu.FILE, always,
           lambda window: window.files_controller.choose_library(), rule=True),
    Action("library.new", "New library…", (), Menu.FILE, always,
           lambda window: window.files_controller.new_library()),
    Action("library.own", "Open my own library", (), Menu.FILE, always,
           lambda window: window.files_controller.open_own_library()),
    Action("library.demo", "Open the demo library", (), Menu.FILE, always,
           lambda window: window.files_controller.open_demo()),
    Action("library.missing", "Find missing files…", (), Menu.FILE, can_edit,
           lambda window: window.files_controller.find_missing(), rule=True),
    Action("library.twice", "Same recording twice…", (), Menu.FILE, can_edit,
           lambda window: window.files_controller.show_duplicates()),
    Action("library.restore", "Restore…", (), Menu.FILE, can_edit,
           lambda window: window.files_controller.restore_library()),
    Action("library.read_words", "Read song data from files again", (), Menu.FILE, can_judge,
           lambda window: window.songs_controller.read_words()),
    Action("library.file_tags", "Write tags to files…", (), Menu.FILE, can_edit,
           lambda window: window.songs_controller.write_file_tags()),
    Action("song.folder", "Show in folder", (), Menu.FILE, has_choice,
           lambda window: window.songs_controller.show_in_folder(), rule=True),
    Action("song.elsewhere", "Open in the system's player", (), Menu.FILE, has_choice,
           lambda window: window.songs_controller.open_elsewhere()),
    Action("song.copy_path", "Copy the path", (), Menu.FILE, has_choice,
           lambda window: window.songs_controller.copy_paths()),
    Action("library.import_labels", "Import decisions…", ("Ctrl+Shift+I",), Menu.FILE, can_edit,
           lambda window: window.labels_controller.import_decisions(), rule=True),
    Action("library.export", "Export…", ("Ctrl+Shift+E",), Menu.FILE, has_library,
           lambda window: window.labels_controller.export_decisions()),
    Action("library.deposit", "Prepare a deposit…", (), Menu.FILE, has_library,
           lambda window: window.labels_controller.prepare_deposit()),
    Action("colleague.ask", "Ask a colleague…", (), Menu.FILE, has_songs,
           lambda window: window.colleague_controller.ask(), rule=True),
    Action("colleague.open", "Open a request…", (), Menu.FILE, always,
           lambda window: window.colleague_controller.open_request()),
    Action("colleague.send", "Send answers…", (), Menu.FILE, answers_request,
           lambda window: window.colleague_controller.send_answers()),
    Action("window.close", "Quit", ("Ctrl+Q",), Menu.FILE, always,
           lambda window: window.close(), rule=True),
)  # fmt: skip

EDIT_ACTIONS = (
    Action("edit.undo", "Undo", ("Ctrl+Z",), Menu.EDIT, can_undo,
           lambda window: edit_runner.undo(window.context)),
    Action("edit.redo", "Redo", ("Ctrl+Shift+Z", "Ctrl+Y"), Menu.EDIT, can_redo,
           lambda window: edit_runner.redo(window.context)),
    Action("library.search", "Search the library", ("Ctrl+F", "/"), Menu.EDIT, has_library,
           lambda window: window.focus_search(), rule=True),
    Action("tags.note", "Write a note", ("Ctrl+E",), Menu.EDIT, can_edit, _write_note),
    Action("song.words", "Title, artists, album and year…", ("Ctrl+I",), Menu.EDIT, can_judge,
           lambda window: window.songs_controller.edit_words()),
    Action("song.remove", "Remove from the library…", ("Del",), Menu.EDIT, can_remove,
           lambda window: window.songs_controller.remove()),
    Action("edit.rename", "Rename the model or search…", ("F2",), Menu.EDIT, can_edit,
           lambda window: window.rename()),
    Action("window.settings", "Settings…", ("Ctrl+,",), Menu.EDIT, always,
           lambda window: window.shell_controller.show_settings(), rule=True),
)  # fmt: skip

VIEW_ACTIONS = (
    Action("view.blind", "Blind mode: hide the model's guesses", ("B",), Menu.VIEW, is_open,
           lambda window: preferences.set_blind(window.context, not window.context.session.blind),
           checked=is_blind),
    Action("view.reveal", "Show the guesses for this song", ("Shift+B",), Menu.VIEW, can_reveal,
           lambda window: window.context.session.reveal()),
    Action("view.closed", "Closed listening: no picture, no guesses", ("F9",), Menu.VIEW, can_close,
           toggle_closed, checked=is_closed),
    Action("view.scope", "Scores of the second under the playhead", ("Ctrl+H",), Menu.VIEW,
           has_song, lambda window: _toggle_scope(window.context, HERE),
           checked=lambda context: context.session.score_scope == HERE),
    Action("view.so_far", "Scores of the song up to the playhead", ("Ctrl+Shift+H",), Menu.VIEW,
           has_song, lambda window: _toggle_scope(window.context, SO_FAR),
           checked=lambda context: context.session.score_scope == SO_FAR),
    Action("view.as_model", "See the song as the model hears it", ("Ctrl+M",), Menu.VIEW, has_song,
           lambda window: _toggle_view(window.context),
           checked=lambda context: context.session.settings.view_as_model),
    Action("view.zoom_in", "Zoom in", ("+", "="), Menu.VIEW, has_song,
           lambda window: window.listening.zoom_in(), rule=True),
    Action("view.zoom_out", "Zoom out", ("-",), Menu.VIEW, has_song,
           lambda window: window.listening.zoom_out()),
    Action("view.fit", "Show the whole song", ("0",), Menu.VIEW, has_song,
           lambda window: window.listening.fit()),
    Action("view.zoom_loop", "Zoom to the loop", ("Ctrl+L",), Menu.VIEW,
           has_loop, lambda window: window.listening.zoom_to_loop()),
    Action("view.scroll_back", "Scroll back", ("Ctrl+Left",), Menu.VIEW, has_song,
           lambda window: window.listening.scroll(-0.5)),
    Action("view.scroll_on", "Scroll on", ("Ctrl+Right",), Menu.VIEW, has_song,
           lambda window: window.listening.scroll(0.5)),
    Action("view.next_area", "To the next part of the window", ("F6",), Menu.VIEW, always,
           lambda window: window.step_area(1), rule=True),
    Action("view.previous_area", "To the part before", ("Shift+F6",), Menu.VIEW, always,
           lambda window: window.step_area(-1)),
    Action("view.full_screen", "Full screen", ("F11",), Menu.VIEW, always,
           lambda window: window.toggle_full_screen(), rule=True),
)  # fmt: skip

PLAYBACK_ACTIONS = (
    Action("playback.toggle", "Play or pause", ("Space",), Menu.PLAYBACK, has_song,
           lambda window: playback.toggle(window.context)),
    Action("playback.back", "Back 5 s", ("Left",), Menu.PLAYBACK, has_song,
           lambda window: playback.seek_by(window.context, -5.0)),
    Action("playback.forward", "Forward 5 s", ("Right",), Menu.PLAYBACK, has_song,
           lambda window: playback.seek_by(window.context, 5.0)),
    Action("playback.back_far", "Back 15 s", ("Shift+Left",), Menu.PLAYBACK, has_song,
           lambda window: playback.seek_by(window.context, -15.0)),
    Action("playback.forward_far", "Forward 15 s", ("Shift+Right",), Menu.PLAYBACK, has_song,
           lambda window: playback.seek_by(window.context, 15.0)),
    Action("playback.back_near", "Back 1 s", (",",), Menu.PLAYBACK, has_song,
           lambda window: playback.seek_by(window.context, -1.0)),
    Action("playback.forward_near", "Forward 1 s", (".",), Menu.PLAYBACK, has_song,
           lambda window: playback.seek_by(window.context, 1.0)),
    Action("playback.slower", "Slower, in the same pitch", ("<",), Menu.PLAYBACK, has_song,
           lambda window: playback.change_speed(window.context, -1), rule=True),
    Action("playback.faster", "Faster, in the same pitch", (">",), Menu.PLAYBACK, has_song,
           lambda window: playback.change_speed(window.context, 1)),
    Action("playback.own_speed", "At its own speed", ("Ctrl+0",), Menu.PLAYBACK, has_song,
           lambda window: playback.set_speed(window.context, 1.0)),
    Action("playback.deform", "Deform the sound as it plays", ("Ctrl+Shift+M",), Menu.PLAYBACK,
           has_song, lambda window: window.show_dock("deform")),
    Action("playback.undeformed", "The sound as it is", ("Ctrl+Shift+A",), Menu.PLAYBACK, has_song,
           lambda window: window.deformed_playback.reset()),
    Action("song.previous", "Previous song", ("Up", "P"), Menu.PLAYBACK, has_library,
           lambda window: window.step_song(-1), rule=True),
    Action("song.next", "Next song", ("Down", "N"), Menu.PLAYBACK, has_library,
           lambda window: window.step_song(1)),
    Action("loop.in", "Loop begins here", ("[", "I"), Menu.PLAYBACK, has_song,
           lambda window: playback.loop_in(window.context), rule=True),
    Action("loop.out", "Loop ends here", ("]", "O"), Menu.PLAYBACK, has_song,
           lambda window: playback.loop_out(window.context)),
    Action("loop.toggle", "Loop on or off", ("\\", "U"), Menu.PLAYBACK, has_song,
           lambda window: window.loop_toggle.toggle(window.context)),
    Action("loop.clear", "End the loop; leave the questions", ("Esc",), Menu.PLAYBACK,
           can_leave_loop,
           leave),
)  # fmt: skip

TAG_ACTIONS = (
    Action("tags.accept", "Accept the first suggestion", ("Return", "Enter"), Menu.TAGS,
           has_suggestion, lambda window: tagging.accept_first(window.context)),
    Action("tags.reject", "Reject the first suggestion", ("Backspace",), Menu.TAGS,
           has_suggestion, lambda window: tagging.reject_first(window.context)),
    Action("tags.accept_next", "Accept it and go to the next song",
           ("Shift+Return", "Shift+Enter"), Menu.TAGS, has_suggestion, _accept_and_next),
    Action("tags.hear_why", "Hear why: loop what speaks most for the suggestion", ("H",),
           Menu.TAGS, has_reason, lambda window: window.play_reason()),
    Action("tags.hear_against", "Hear what speaks against it", ("Shift+H",), Menu.TAGS,
           has_reason, lambda window: window.play_reason(most=False)),
    Action("saliency.show", "What speaks for this word?", ("Ctrl+W",), Menu.TAGS, can_explain,
           lambda window: window.saliency_controller.toggle(), checked=shows_saliency),
    *EVIDENCE_ACTIONS,
    Action("saliency.listen", "Play only what mattered, or the original as loud", ("Ctrl+Shift+W",),
           Menu.TAGS, shows_saliency, lambda window: window.saliency_controller.listen()),
    Action("tags.rest", "The rest is no: in the category judged last, or after its letter", (";",),
           Menu.TAGS, can_edit, _rest_of_category, rule=True),
    Action("tags.rest_all", "The rest is no: in all categories", (":",), Menu.TAGS, can_edit,
           lambda window: rest_is_no.rest_of_all(window.context)),
    Action("tags.find", "Find a tag by typing", ("Ctrl+K",), Menu.TAGS, has_library,
           lambda window: window.tags_controller.find_tag(), rule=True),
    Action("tags.region", "Tag this region…", ("Ctrl+R",), Menu.TAGS, can_tag_region,
           lambda window: window.tags_controller.tag_region()),
    Action("tags.example", "Mark the loop or the song as an example…", ("Ctrl+Shift+R",), Menu.TAGS,
           can_mark, lambda window: window.codebook_tools.choose_example()),
    Action("tags.copy_before", "Copy tags from the song before", ("Ctrl+Shift+C",), Menu.TAGS,
           can_tag, lambda window: window.previous_song.copy(window.context)),
    Action("tags.new", "New tag…", ("Ctrl+N",), Menu.TAGS, can_edit,
           lambda window: window.tags_controller.new_tag()),
    Action("tags.codebook", "Codebook…", ("Ctrl+Shift+K",), Menu.TAGS, has_library,
           lambda window: window.codebook_controller.show_codebook()),
    Action("review.songs", "What to judge next", ("Ctrl+Shift+J",), Menu.TAGS, can_edit,
           lambda window: window.review.begin_songs(), rule=True),
    Action("review.word", "Ask me about one tag…", ("Ctrl+J",), Menu.TAGS, can_edit,
           lambda window: window.review_controller.choose_word()),
    Action("queue.yes", "Question: yes, keep, right", ("J",), Menu.TAGS,
           can_answer, lambda window: _answer(window, Answer.FIRST)),
    Action("queue.no", "Question: no, change, wrong", ("X",), Menu.TAGS,
           can_answer, lambda window: _answer(window, Answer.SECOND)),
    Action("queue.unsure", "Question: unsure", ("?",), Menu.TAGS,
           can_answer, lambda window: _answer(window, Answer.UNSURE)),
    Action("queue.close", "Questions: back to all songs", (), Menu.TAGS, has_queue,
           lambda window: window.review.leave()),
    *GRAMMAR_ACTIONS,
    Action("review.agreement", "Agreement of annotators", (), Menu.TAGS, has_library,
           lambda window: window.review_controller.show_agreement(), rule=True),
    Action("review.prevalence", "How common is it?", (), Menu.TAGS, has_library,
           lambda window: window.review_controller.show_prevalence()),
    Action("review.time", "Where my time went", (), Menu.TAGS, has_library,
           lambda window: window.review_controller.show_time()),
)  # fmt: skip

MODEL_ACTIONS = (
    Action("model.learn", "Learn from my tags", ("Ctrl+T",), Menu.MODEL, can_learn,
           lambda window: window.learn()),
    Action("model.readiness", "What tags still need", ("Ctrl+Shift+T",), Menu.MODEL,
           has_library, lambda window: window.show_readiness()),
    Action("model.forecast", "How many more songs?", (), Menu.MODEL, has_model,
           lambda window: window.forecast_controller.show()),
    Action("model.live", "Learn from each decision", ("Ctrl+Shift+L",), Menu.MODEL, always,
           lambda window: preferences.toggle_live(window.context), checked=learns_live),
    Action("model.keep_live", "Keep what it learned as a model", (), Menu.MODEL, has_live,
           lambda window: window.learning.keep_live() and window.show_dock("learn")),
    Action("model.progress", "Is it getting better?", (), Menu.MODEL, has_library,
           lambda window: window.review_controller.show_progress()),
    Action("model.use_new", "Use the new model", ("Ctrl+U",), Menu.MODEL, has_new_model,
           lambda window: window.learning.use_new()),
    Action("model.keep_old", "Keep the old model", ("Ctrl+Shift+U",), Menu.MODEL, has_new_model,
           lambda window: window.learning.keep_old()),
    Action("review.disputes", "Where the model disagrees", ("Ctrl+D",), Menu.MODEL, has_library,
           lambda window: window.review.begin_disputes(), rule=True),
    Action("review.flips", "Go through what changed its mind", ("Ctrl+Shift+D",), Menu.MODEL,
           has_library, lambda window: window.review.begin_flips()),
    Action("review.changed", "What did it change its mind about?", (), Menu.MODEL, has_library,
           lambda window: window.changed_controller.show()),
    Action("model.cancel", "Stop learning", (), Menu.MODEL, is_learning,
           lambda window: window.learning.cancel()),
    Action("model.list", "Models", (), Menu.MODEL, has_library,
           lambda window: window.show_dock("models"), rule=True),
    Action("model.suits", "Which system suits my tags?", (), Menu.MODEL, has_library,
           lambda window: window.system_controller.show()),
    Action("model.robustness", "Does it listen to the music or to the mastering?", (), Menu.MODEL,
           has_library, lambda window: window.robustness_controller.show()),
    Action("model.words", "What the model's words mean…", (), Menu.MODEL, can_learn,
           lambda window: window.models_controller.map_words()),
    Action("model.report", "Save a report…", (), Menu.MODEL, has_model,
           lambda window: window.models_controller.save_report()),
    Action("similar.songs", "Similar songs", ("Ctrl+G",), Menu.MODEL, has_songs,
           lambda window: window.show_dock("similar"), rule=True),
    Action("similar.more", "More songs like these", ("Ctrl+B",), Menu.MODEL, has_examples,
           lambda window: _like_selection(window, more=True)),
    Action("similar.less", "Fewer songs like these", ("Ctrl+Shift+B",), Menu.MODEL, has_examples,
           lambda window: _like_selection(window, more=False)),
    Action("similar.map", "Map of the songs", ("Ctrl+Shift+G",), Menu.MODEL, has_songs,
           lambda window: window.show_dock("map")),
    Action("model.inside", "Look inside the model…", (), Menu.MODEL, has_model,
           lambda window: window.models_controller.look_inside()),
    Action("model.get", "Get a pretrained model…", (), Menu.MODEL, has_library,
           lambda window: window.models_controller.get_model(), rule=True),
    Action("model.import", "Import a model…", (), Menu.MODEL, has_library,
           lambda window: window.models_controller.import_model()),
    Action("model.elsewhere", "Learn on another machine…", (), Menu.MODEL, can_learn,
           lambda window: window.models_controller.learn_elsewhere(window.learning)),
)  # fmt: skip

HELP_ACTIONS = (
    Action("help.first_steps", "First steps", (), Menu.HELP, has_songs,
           lambda window: window.show_first_steps()),
    Action("help.searching", "Searching", (), Menu.HELP, has_songs,
           lambda window: window.show_search_help()),
    Action("help.keys", "Keys", ("F1",), Menu.HELP, always,
           lambda window: window.shell_controller.show_keys()),
    Action("help.glossary", "Glossary", (), Menu.HELP, always,
           lambda window: window.shell_controller.show_glossary()),
    Action("help.messages", "Messages", (), Menu.HELP, always,
           lambda window: window.show_dock("messages")),
    Action("help.graphics", "Use my graphics card…", (), Menu.HELP, always,
           lambda window: window.graphics_controller.show()),
    Action("help.log", "Show the log file", (), Menu.HELP, always,
           lambda window: window.shell_controller.show_log()),
    Action("help.about", "About RhythmCap", (), Menu.HELP, always,
           lambda window: window.shell_controller.show_about(), rule=True),
)  # fmt: skip

ACTIONS: tuple[Action, ...] = (
    *FILE_ACTIONS, *EDIT_ACTIONS, *VIEW_ACTIONS, *PLAYBACK_ACTIONS, *TAG_ACTIONS, *MODEL_ACTIONS,
    *HELP_ACTIONS,
)  # fmt: skip

CHORD_KEYS: tuple[tuple[str, str], ...] = (
    ("letter, letter", "The category, then the tag: yes. The same again: not judged"),
    ("letter, Shift+letter", "The tag: no"),
    ("letter, Alt+letter", "The tag: unsure"),
    (
        "1 … 9, 0",
        "After the two letters, or on a chip reached by Tab: how strongly it holds; "
        "0 takes that back",
    ),
    ("Esc", "Not this category after all"),
)


def keys_of(action: Action, own: dict[str, str]) -> tuple[str, ...]:
    """Return the keys in force: the user's own, else the defaults. own: action id -> key."""
    return (own[action.id],) if own.get(action.id) else action.keys


def category_keys(context: AppContext) -> frozenset[str]:
    """Return the keys that begin a chord: they reach no action."""
    library = context.session.library
    categories = library.codebook.categories() if library is not None else []
    return frozenset(category.key.upper() for category in categories if category.key)


def live_keys(action: Action, own: dict[str, str], taken: frozenset[str]) -> tuple[str, ...]:
    """Return the keys that reach the action. taken: those of the categories."""
    return tuple(key for key in keys_of(action, own) if key.upper() not in taken)


def key_table() -> str:
    """Return the README's table of keys, as Markdown."""
    rows = [f"| {', '.join(f'`{key}`' for key in action.keys)} | {action.text} |"
            for action in ACTIONS if action.keys]  # fmt: skip
    rows += [f"| {keys} | {text} |" for keys, text in CHORD_KEYS]
    return "\n".join(["| key | does |", "|---|---|", *rows])
