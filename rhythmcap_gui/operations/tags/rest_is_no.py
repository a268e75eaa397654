"""The rest is no: what was not judged becomes no, by key, or as an exhaustive category is left.

What was decided is never changed by it, whether it was yes, no, unsure or only about a part.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from rhythmcap_gui import key_names
from rhythmcap_gui.operations import edit_runner
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.operations.tags import tagging

if TYPE_CHECKING:
    from core.library.records import Category, Changes, State, Tag


def rest_of_category(context: AppContext, category_id: int | None) -> None:
    """Say no to every word of a category that is not judged, of the selected songs."""
    if not tagging.can_decide(context):
        return
    if category_id is None:
        context.session.notify(
            _tr("Judge a tag first, or press the key of its category before this.")
        )
        return
    category = context.library.codebook.category(category_id)
    _say_no(context, context.session.selection, _tags(context, {category_id}), category.name)


def rest_of_all(context: AppContext) -> None:
    """Say no to every word that is not judged, of the selected songs."""
    if tagging.can_decide(context):
        _say_no(context, context.session.selection, _tags(context), "")


def rest_of_judged_songs(context: AppContext, category_id: int) -> None:
    """Say no to what is not judged of a category, in all songs on which a part of it was."""
    category = context.library.codebook.category(category_id)
    tags = _tags(context, {category_id})
    song_ids = context.library.annotations.songs_judged_in_part([tag.id for tag in tags])
    _say_no(context, song_ids, tags, category.name)


class SongVisit:
    """Remembers what was judged of the open song when it was opened, and what since.

    As it is left, the rest of each exhaustive category on which something was judged is no.
    """

    def __init__(self, context: AppContext) -> None:
        self._context = context
        self._song_id: int | None = None
        self._before: dict[int, frozenset[State]] = {}
        self._category_id: int | None = None
        session = context.session
        session.song_opened.connect(lambda _song: self._begin())
        session.selection_changed.connect(lambda _songs: self._forget_category())
        session.changed.connect(self._follow)
        context.leave_song = self.leave

    @property
    def category_id(self) -> int | None:
        """The category of the next chord, else of the word judged last; None if there is none."""
        armed = self._context.session.armed_category
        return self._category_id if armed is None else armed

    def leave(self, next_id: int | None) -> None:
        """Say no to the rest of exhaustive categories, before another song is opened."""
        library, song_id = self._context.session.library, self._song_id
        if library is None or library.read_only or song_id is None or next_id in (None, song_id):
            return
        categories = [found for found in library.codebook.categories() if found.exhaustive]
        if not categories:
            return
        now = self._decisions()
        changed = {tag_id for tag_id, states in now.items() if self._before.get(tag_id) != states}
        for category in categories:
            tags = _tags(self._context, {category.id})
            if not changed.isdisjoint(tag.id for tag in tags):
                _say_no_on_leaving(self._context, song_id, tags, category)

    def _begin(self) -> None:
        song = self._context.session.song
        self._song_id = song.id if song is not None else None
        self._before = self._decisions()
        self._forget_category()

    def _forget_category(self) -> None:
        self._category_id = None

    def _follow(self, changes: Changes) -> None:
        session = self._context.session
        in_queue = session.queue is not None and bool(session.queue.questions)
        if (session.bulk or in_queue) and self._song_id in changes.songs:
            # What is said of many songs, or of each on one word only, is no visit to this one.
            self._before = self._decisions()
        if changes.songs and changes.tags and session.library is not None:
            codebook = session.library.codebook
            known = [tag_id for tag_id in changes.tags if codebook.has_tag(tag_id)]
            categories = {codebook.tag(tag_id).category_id for tag_id in known}
            if len(categories) == 1:
                self._category_id = categories.pop()

    def _decisions(self) -> dict[int, frozenset[State]]:
        """Map tag ids to what was decided on the song or on parts of it."""
        library, song_id = self._context.session.library, self._song_id
        if library is None or song_id is None:
            return {}
        found: dict[int, frozenset[State]] = {}
        annotations = library.annotations
        for decision in (
            *annotations.of_song(song_id).values(),
            *annotations.regions_of_song(song_id),
        ):
            found[decision.tag_id] = found.get(decision.tag_id, frozenset()) | {decision.state}
        return found


def _tags(context: AppContext, category_ids: set[int] | None = None) -> list[Tag]:
    tags = context.library.codebook.tags()
    return [tag for tag in tags if category_ids is None or tag.category_id in category_ids]


def _say_no(
    context: AppContext, song_ids: Sequence[int], tags: Sequence[Tag], category: str
) -> None:
    """Do it as one undo, and tell how many decisions it made."""
    from core.library.edits.edits import RestIsNo

    before = context.library.annotations.progress().n_decisions

    def told() -> str:
        n = context.library.annotations.progress().n_decisions - before
        if not n:
            return _tr("Nothing was left to say no to.")
        text = _tr("The rest is no: {n}. {undo}")
        if category:
            text = _tr("The rest of {category} is no: {n}. {undo}")
        if len(song_ids) > 1:
            text = _tr("The rest is no, in {songs} songs: {n}. {undo}")
            if category:
                text = _tr("The rest of {category} is no, in {songs} songs: {n}. {undo}")
        undo = _undo_sentence()
        return text.format(category=category, songs=len(song_ids), n=n, undo=undo)

    edit = RestIsNo(
        tuple(song_ids), tuple(tag.id for tag in tags), category, *_seen(context, song_ids, tags)
    )
    question = _tr("Say no to everything not judged, for {songs} songs?")
    if category:
        template = _tr("Say no to the rest of “{category}”, for {songs} songs?")
        question = template.replace("{category}", category)
    edit_runner.apply_bulk(context, edit, question, told)


def _say_no_on_leaving(
    context: AppContext, song_id: int, tags: Sequence[Tag], category: Category
) -> None:
    from core.library.edits.edits import RestIsNo

    tag_ids = tuple(tag.id for tag in tags)
    edit = RestIsNo((song_id,), tag_ids, category.name, *_seen(context, (song_id,), tags))
    changes = edit_runner.apply(context, edit)
    song = context.library.songs.get(song_id)
    if changes and song is not None:
        text = _tr("“{title}”, the rest of {category} is no: {n}. {undo}")
        values = {"title": song.display_title, "category": category.name, "n": len(changes.tags)}
        context.session.notify(text.format(**values, undo=_undo_sentence()))


def _seen(
    context: AppContext, song_ids: Sequence[int], tags: Sequence[Tag]
) -> tuple[frozenset[int], int | None]:
    """Return the tags whose guess was on screen, in the editor or the song table; whose it was."""
    session = context.session
    if session.model is None:
        return frozenset(), None
    if session.song is not None and tuple(song_ids) == (session.song.id,):
        scores = session.tag_scores()
        seen = frozenset(t.id for t in tags if t.id in scores and session.guess_visible(t.id))
    else:
        seen = frozenset(t.id for t in tags if t.id in session.model_tags and not session.blind)
    return seen, session.model.id


def _undo_sentence() -> str:
    key = key_names.key_of("edit.undo")
    return _tr("{key} takes it back.").format(key=key) if key else ""


def _tr(text: str) -> str:
    return QCoreApplication.translate("rest", text)
