"""Questions one at a time, in the window: the seconds they are about, the word to begin with."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.operations.listening import playback
from rhythmcap_gui.operations.review.review import Review
from rhythmcap_gui.views.listening.listening import Listening
from rhythmcap_gui.views.widgets.tag_picker import TagPicker


class ReviewController(QObject):
    """Loops the seconds that speak for a question's word, as soon as they are known."""

    def __init__(
        self, context: AppContext, window: QWidget, review: Review, listening: Listening
    ) -> None:
        super().__init__(window)
        self._context, self._window = context, window
        self._review, self._anchor = review, listening.heading
        self._taggram = listening.song_panes.taggram
        self._waiting = False
        self.picker: TagPicker | None = None
        review.opened.connect(lambda _tag_id: self._begin())
        context.session.predictions_ready.connect(lambda _found: self._waiting and self._begin())
        context.session.loop_changed.connect(self._note_loop)

    def choose_word(self) -> None:
        """Type a word; the songs of the search are judged on it one by one."""
        picker = TagPicker(
            self._context.session, self.tr("Judge song by song: which tag?"), self._window
        )
        picker.hint.setText(
            self.tr("Enter: the songs of this search that are not judged on it, one after another")
        )
        picker.picked.connect(lambda tag_id, _keys: self._review.begin_word(tag_id))
        picker.open_below(self._anchor)
        self._type_word_of_search(picker)
        self.picker = picker

    def _type_word_of_search(self, picker: TagPicker) -> None:
        """Begin with the word that is searched for; what is typed takes its place."""
        session = self._context.session
        known = {tag.name for tag in self._context.library.codebook.tags()}
        names = [name for name in session.query_line().tag_names() if name in known]
        if names:
            picker.line.setText(names[0])
            picker.line.selectAll()

    def hear(self, *, most: bool) -> bool:
        """Loop what speaks most or least for the question's word; False where that is not known."""
        question = self._review.question
        if question is None or not self.hear_tag(question.tag_id, most=most):
            return False
        self._waiting = False
        return True

    def hear_tag(self, tag_id: int, *, most: bool) -> bool:
        """Loop and play what speaks most or least for a word; False where that is not known."""
        session = self._context.session
        columns = {i for i, known in enumerate(session.model_tags) if known == tag_id}
        row = next((row for row in self._taggram.rows if row.column in columns), None)
        if row is None or not self._taggram.has_picture:
            return False
        self._taggram.loop_row(row, most=most)
        if not session.playing:
            playback.toggle(self._context)
        return True

    def _begin(self) -> None:
        """Play the loudest seconds of the word now, or as soon as the model has found them."""
        self._waiting = not self.hear(most=True)

    def _note_loop(self, loop: object) -> None:
        """Leave alone a loop that the user made while the model was still looking."""
        if loop is not None:
            self._waiting = False
