"""What an action is: its record, the menus, what it may use of the window, when it is enabled."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from rhythmcap_gui.job_runner import Lane
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.operations.files import colleague
from rhythmcap_gui.operations.listening import playback
from rhythmcap_gui.operations.listening.deformed_playback import DeformedPlayback
from rhythmcap_gui.operations.models.learning import Learning
from rhythmcap_gui.operations.review.contradiction import Contradiction
from rhythmcap_gui.operations.review.review import Review
from rhythmcap_gui.operations.similar.similarity import Similarity
from rhythmcap_gui.operations.songs.song_caption import SongCaption
from rhythmcap_gui.operations.tags.copy_tags import PreviousSong
from rhythmcap_gui.operations.tags.rest_is_no import SongVisit
from rhythmcap_gui.operations.tags.rule_hints import RuleWatch


class Menu(StrEnum):
    """The menus, in their order."""

    FILE = "&File"
    EDIT = "&Edit"
    VIEW = "&View"
    PLAYBACK = "&Playback"
    TAGS = "&Tags"
    MODEL = "&Model"
    HELP = "&Help"


class FileCommands(Protocol):
    """What the file menu opens."""

    def add_songs(self) -> None: ...
    def add_folder(self) -> None: ...
    def choose_library(self) -> None: ...
    def new_library(self) -> None: ...
    def open_library(self, path: Path) -> None: ...
    def open_demo(self) -> None: ...
    def open_own_library(self) -> None: ...
    def find_missing(self) -> None: ...
    def show_duplicates(self) -> None: ...
    def restore_library(self) -> None: ...


class LabelCommands(Protocol):
    """Decisions from and for other programs."""

    def import_decisions(self) -> None: ...
    def export_decisions(self) -> None: ...


class ColleagueCommands(Protocol):
    """A second pair of ears by post."""

    def ask(self) -> None: ...
    def open_request(self) -> None: ...
    def send_answers(self) -> None: ...


class SongCommands(Protocol):
    """What can be done with the selected songs."""

    def edit_words(self) -> None: ...
    def read_words(self) -> None: ...
    def show_in_folder(self) -> None: ...
    def open_elsewhere(self) -> None: ...
    def copy_paths(self) -> None: ...
    def remove(self) -> None: ...


class TagCommands(Protocol):
    """What the tags menu opens."""

    def find_tag(self) -> None: ...
    def new_tag(self) -> None: ...
    def tag_region(self) -> None: ...


class CodebookCommands(Protocol):
    """The window of all words."""

    def show_codebook(self) -> None: ...


class CodebookTools(Protocol):
    """What makes the words an instrument."""

    def choose_example(self) -> None: ...


class ModelCommands(Protocol):
    """What the model menu opens."""

    def get_model(self) -> None: ...
    def import_model(self) -> None: ...
    def learn_elsewhere(self, learning: Learning) -> None: ...
    def map_words(self) -> None: ...
    def look_inside(self) -> None: ...
    def save_report(self) -> None: ...


class DialogCommands(Protocol):
    """A window of its own, beside the main one."""

    def show(self) -> None: ...


class ReviewCommands(Protocol):
    """What begins with a word to be typed; what annotators decided, and what time it took."""

    def choose_word(self) -> None: ...
    def show_agreement(self) -> None: ...
    def show_time(self) -> None: ...
    def show_prevalence(self) -> None: ...

    def show_progress(self) -> None: ...


class SaliencyCommands(Protocol):
    """What speaks for a word, over the picture."""

    def toggle(self) -> None: ...
    def listen(self) -> None: ...
    def close(self) -> bool: ...


class ZoomCommands(Protocol):
    """How much of the open song is seen."""

    def zoom_in(self) -> None: ...
    def zoom_out(self) -> None: ...
    def zoom_to_loop(self) -> None: ...
    def fit(self) -> None: ...
    def scroll(self, by_views: float) -> None: ...


class ShellCommands(Protocol):
    """What has to do with no library."""

    def show_settings(self) -> None: ...
    def show_keys(self) -> None: ...
    def show_glossary(self) -> None: ...
    def show_about(self) -> None: ...
    def show_log(self) -> None: ...


class Window(Protocol):
    """What actions may use of the main window, which they do not know."""

    context: AppContext
    learning: Learning
    loop_toggle: playback.LoopToggle
    previous_song: PreviousSong
    song_visit: SongVisit
    review: Review
    contradiction: Contradiction
    similarity: Similarity
    listening: ZoomCommands
    files_controller: FileCommands
    labels_controller: LabelCommands
    colleague_controller: ColleagueCommands
    songs_controller: SongCommands
    tags_controller: TagCommands
    codebook_controller: CodebookCommands
    codebook_tools: CodebookTools
    models_controller: ModelCommands
    robustness_controller: DialogCommands
    deformed_playback: DeformedPlayback
    system_controller: DialogCommands
    review_controller: ReviewCommands
    saliency_controller: SaliencyCommands
    grammar_controller: DialogCommands
    changed_controller: DialogCommands
    forecast_controller: DialogCommands
    graphics_controller: DialogCommands
    rule_watch: RuleWatch
    song_caption: SongCaption
    shell_controller: ShellCommands

    def step_area(self, by: int) -> None: ...
    def focus_search(self) -> None: ...
    def focus_note(self) -> None: ...
    def rename(self) -> None: ...
    def show_dock(self, name: str) -> None: ...
    def learn(self) -> None: ...
    def show_readiness(self) -> None: ...
    def show_first_steps(self) -> None: ...
    def show_search_help(self) -> None: ...
    def toggle_full_screen(self) -> None: ...
    def step_song(self, by: int) -> None: ...
    def play_reason(self, *, most: bool = True) -> None: ...
    def clear_loop(self) -> None: ...
    def close(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class Action:
    """One entry of the menus. keys: the defaults. enabled: whether it can be done now.

    checked: for on/off actions, whether it is on. rule: a separator is above it in the menu.
    """

    id: str
    text: str
    keys: tuple[str, ...]
    menu: Menu
    enabled: Callable[[AppContext], bool]
    call: Callable[[Window], object]
    checked: Callable[[AppContext], bool] | None = None
    rule: bool = False


def answers_request(context: AppContext) -> bool:
    """The open library is that of a colleague's request."""
    return colleague.request_file(context) is not None


def always(_context: AppContext) -> bool:
    """Can always be done."""
    return True


def has_library(context: AppContext) -> bool:
    """A library is open."""
    return context.session.library is not None


def can_edit(context: AppContext) -> bool:
    """A library is open, and not for reading only."""
    return context.session.library is not None and not context.session.library.read_only


def can_tag(context: AppContext) -> bool:
    """The open song can be tagged: it is the one selected."""
    return can_judge(context) and not context.session.bulk


def can_judge(context: AppContext) -> bool:
    """Songs are selected that can be tagged."""
    return can_edit(context) and bool(context.session.selection)


def has_choice(context: AppContext) -> bool:
    """Songs are selected in the list."""
    return bool(context.session.selection)


def has_examples(context: AppContext) -> bool:
    """A song is open, or songs are selected: others can be looked for that are like them."""
    return has_song(context) or has_choice(context)


def can_remove(context: AppContext) -> bool:
    """Songs are selected in the list, and can be taken out of the library."""
    return can_edit(context) and bool(context.session.selection)


def has_queue(context: AppContext) -> bool:
    """Questions are asked one at a time."""
    return context.session.queue is not None


def can_answer(context: AppContext) -> bool:
    """Questions are asked, or it is offered to begin; at their end a yes asks the skipped again.

    Without them it is a decision that the model contradicts.
    """
    queue = context.session.queue
    if context.asks_about_decision():
        return can_edit(context)
    return queue is not None and (queue.offer or bool(queue.questions)) and can_edit(context)


def can_leave_loop(context: AppContext) -> bool:
    """The picture is covered or under a map, a part of the song is looped, questions are asked."""
    is_left = context.session.closed or context.shows_saliency()
    return is_left or has_loop(context) or has_queue(context)


def can_mark(context: AppContext) -> bool:
    """A song is open that can be an example of a tag."""
    return has_song(context) and can_edit(context)


def can_tag_region(context: AppContext) -> bool:
    """A part of a song is looped that can be tagged."""
    return has_loop(context) and can_edit(context)


def has_song(context: AppContext) -> bool:
    """A song is open."""
    return context.session.song is not None


def has_songs(context: AppContext) -> bool:
    """The library has at least one song."""
    return has_library(context) and context.library.songs.has_any()


def has_loop(context: AppContext) -> bool:
    """A part of the open song is looped."""
    return context.session.loop is not None


def can_undo(context: AppContext) -> bool:
    """There is something to undo."""
    return can_edit(context) and context.library.undo_label() is not None


def can_redo(context: AppContext) -> bool:
    """There is something to redo."""
    return can_edit(context) and context.library.redo_label() is not None


def has_suggestion(context: AppContext) -> bool:
    """The model suggests a tag for the open song."""
    return can_tag(context) and bool(context.session.suggestions())


def has_reason(context: AppContext) -> bool:
    """A taggram shows which seconds speak for the question or the suggestion."""
    session = context.session
    if session.predictions is None or session.predictions.taggram is None:
        return False
    has_question = session.queue is not None and session.queue.question is not None
    return (has_question and not session.blind) or bool(session.suggestions())


def can_explain(context: AppContext) -> bool:
    """A song and a model are there, whose guesses may be seen."""
    session = context.session
    has_guesses = session.song is not None and session.model is not None
    return has_guesses and (session.guesses_visible or context.shows_saliency())


def shows_saliency(context: AppContext) -> bool:
    """A map of what speaks for a word lies over the picture, or is being made."""
    return context.shows_saliency()


def has_model(context: AppContext) -> bool:
    """A model is in use."""
    return context.session.model is not None


def can_learn(context: AppContext) -> bool:
    """A model is there to learn."""
    return can_edit(context) and context.session.model is not None


def learns_live(context: AppContext) -> bool:
    """Words follow each decision, or would with a model."""
    return context.session.settings.live_learning


def has_live(context: AppContext) -> bool:
    """Something was learned decision by decision that can be kept as a model."""
    return can_learn(context) and context.session.live.ready and not is_learning(context)


def is_learning(context: AppContext) -> bool:
    """A model learns, or waits to."""
    return context.runner.busy(Lane.TRAIN)


def has_new_model(context: AppContext) -> bool:
    """A model was learned, and whether to use it is not decided."""
    return context.has_new_model() and can_edit(context)


# What changes the library, or learns from it: never possible while it is open for reading only.
CHANGING = (can_edit, can_mark, can_tag, can_judge, can_remove, can_undo, can_redo, can_learn)
